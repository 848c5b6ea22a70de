import { AppError } from '../../base/errors.ts';
import type { AnyContract } from '../../contract/index.ts';
import type { BatchOutcome, ExportReport, ExportSettings } from '../../exporter/index.ts';
import { DEFAULT_BATCH_SIZE, exportInputs } from '../../exporter/index.ts';
import { type Command, EXIT } from '../command.ts';
import { withExporter } from '../compose.ts';
import { formatBytes, type Output } from '../output.ts';
import { exportProgress } from '../progress.ts';
import { type CommonFlags, readSettings, type Settings } from '../settings.ts';

export interface ExportFlags extends CommonFlags {
  readonly contract?: string;
  readonly target?: string;
  readonly via?: string;
  readonly batchSize?: number;
  readonly onBadRecord?: 'reject' | 'stop';
  readonly onTooLarge?: ExportSettings['onTooLarge'];
  readonly again?: boolean;
  readonly dryRun?: boolean;
}

export async function exportBatches(command: Command<ExportFlags>, inputs: readonly string[]): Promise<number> {
  const { flags, output } = command;
  const settings = await readSettings('producer', flags, command.environment);
  const exporting = exportSettings(settings, flags);
  return withExporter(command, settings, exporting, async (deps) => {
    const progress = exportProgress(output);
    try {
      const report = await exportInputs(deps, {
        ...exporting,
        inputs: [...inputs],
        stdin: command.stdin,
        again: flags.again ?? false,
        progress: progress.update,
      });
      progress.stop();
      output.document({ ...report, signed_by: deps.signer?.kid ?? null });
      printReport(output, report);
      return exitCodeOf(report);
    } finally {
      progress.stop();
    }
  });
}

/** What export and drop share: contract, target, sizes. Throws `usage` for what cannot be. */
export function exportSettings(settings: Settings, flags: ExportFlags): ExportSettings {
  if (flags.via !== undefined && flags.via !== 'file') {
    throw new AppError('usage', `export via ${flags.via}`, {
      hint: 'this version hands over through the object store: --via file',
    });
  }
  const contract = contractOf(settings, flags.contract);
  refuseTarget(contract, flags.target);
  return {
    contract,
    contractPrefix: `exports/${contract.prefix}/`,
    target: flags.target,
    batchSize: flags.batchSize ?? DEFAULT_BATCH_SIZE,
    onBadRecord: flags.onBadRecord ?? 'reject',
    onTooLarge: flags.onTooLarge ?? 'refuse',
    scan: settings.scan,
    requireAcceptance: settings.requireAcceptance,
    dryRun: flags.dryRun ?? false,
    spoolFolder: settings.spoolFolder,
  };
}

function contractOf(settings: Settings, named: string | undefined): AnyContract {
  const own = settings.contracts.filter((contract) => contract.source === settings.system);
  const chosen = named === undefined ? own[0] : own.find((contract) => contract.name === named);
  if (chosen !== undefined) return chosen;
  throw new AppError(
    'usage',
    `export ${named ?? 'a batch'} as ${settings.system}: it is not the source of ${named === undefined ? 'any contract' : 'that contract'}`,
    {
      hint: 'see who sends what with "handoff contract ls"; name the system with --system',
    },
  );
}

function refuseTarget(contract: AnyContract, target: string | undefined): void {
  if (target === undefined || contract.targets.includes(target)) return;
  throw new AppError('usage', `export ${contract.name} to ${target}: it may go to ${contract.targets.join(', ')}`, {
    hint: 'name one of them with --target, or add the target to the contract in handoff.config.json',
  });
}

export function exitCodeOf(report: ExportReport): number {
  const refused = [...report.batches, ...report.resumed].some((batch) => batch.status === 'refused');
  return refused || report.rejected.count > 0 ? EXIT.refused : EXIT.ok;
}

export function printReport(output: Output, report: ExportReport): void {
  for (const batch of report.resumed) printBatch(output, batch, 'resumed, ');
  for (const batch of report.batches) printBatch(output, batch, report.dry_run ? 'would be ' : '');
  if (report.rejected.count > 0) printRejected(output, report);
  for (const { rule_id: rule, pointer, excerpt } of report.warnings)
    output.line(`warning: ${rule} at ${pointer}: ${excerpt}`);
  for (const target of report.unaccepted)
    output.line(`note: ${target} has accepted no version of this contract, so it is sent the first one`);
  if (report.batches.length === 0) output.line('no batch was made');
}

function printBatch(output: Output, batch: BatchOutcome, prefix: string): void {
  const what = `${batch.records} records, ${formatBytes(batch.bytes)}`;
  if (batch.status !== 'refused') {
    output.line(`${prefix}${output.good(batch.status)} ${batch.key ?? batch.batch_id ?? batch.input} (${what})`);
    return;
  }
  output.line(output.bad(`refused ${batch.input}: ${batch.code ?? 'it has bad records'}`));
  for (const problem of batch.problems ?? [])
    output.line(`  ${problem.code} at ${problem.pointer === '' ? '(document)' : problem.pointer}: ${problem.rule}`);
}

function printRejected(output: Output, { rejected, batches }: ExportReport): void {
  const files = rejected.files.length === 0 ? '' : ` in ${rejected.files.join(', ')}`;
  output.line(output.bad(`${rejected.count} bad records set aside${files}`));
  if (batches.length === 0) output.line('next: mend them in the input and export it again');
  else if (files !== '')
    output.line('next: mend the text in "raw" of each, and export these records as a file of their own');
}
