import {
  type BatchStatus,
  reconcileBatches,
  type ReconciledBatch,
  type ReconcileReport,
} from '../../exporter/index.ts';
import { type Command, EXIT } from '../command.ts';
import { withExporter } from '../compose.ts';
import { formatTable, type Output } from '../output.ts';
import { type CommonFlags, readSettings } from '../settings.ts';

export interface ReconcileFlags extends CommonFlags {
  /** Hours. */
  readonly overdue?: number;
  readonly dryRun?: boolean;
}

const DEFAULT_OVERDUE_HOURS = 24;
const SECONDS_PER_HOUR = 3_600;

/** Asks the store what became of what was sent. Exit 1 when a batch needs somebody. */
export async function reconcile(command: Command<ReconcileFlags>): Promise<number> {
  const { flags, output } = command;
  const settings = await readSettings('producer', flags, command.environment);
  const { spoolFolder, system } = settings;
  const contracts = settings.contracts.filter(({ source }) => source === system);
  const dryRun = flags.dryRun ?? false;
  const overdueS = (flags.overdue ?? DEFAULT_OVERDUE_HOURS) * SECONDS_PER_HOUR;
  return withExporter(command, settings, { dryRun }, async (deps) => {
    const report = await reconcileBatches(deps, { spoolFolder, contracts, dryRun });
    output.document(report);
    printReport(output, report, overdueS);
    return needsSomebody(report, overdueS) ? EXIT.refused : EXIT.ok;
  });
}

function needsSomebody({ batches, refused, held, gone, problems }: ReconcileReport, overdueS: number): boolean {
  return refused + held + gone + problems.length > 0 || batches.some((batch) => isOverdue(batch, overdueS));
}

function isOverdue({ status, age_s: age }: ReconciledBatch, overdueS: number): boolean {
  return status === 'waiting' && age > overdueS;
}

/** What to do next about each kind that was found. */
const NEXT: Readonly<Record<Exclude<BatchStatus, 'taken'>, string>> = {
  refused: 'mend a refused batch and send it under a new batch id; its code is explained in docs/reason-codes.md',
  held: 'a held batch is newer than its target can read; it is taken after an upgrade there',
  waiting: 'a waiting batch lies in the inbox: does its target poll?',
  gone: 'for one that is gone, run this again: a poll under way answers at its end; then ask its target with the key and the SHA-256',
};

function printReport(output: Output, report: ReconcileReport, overdueS: number): void {
  const open = report.batches.filter(({ status }) => status !== 'taken');
  if (open.length > 0) printOpen(output, open, overdueS);
  for (const { batch_id: batchId, key, problem } of report.problems)
    output.line(output.bad(`problem with ${batchId}, at ${key}: ${problem}`));
  for (const [status, advice] of Object.entries(NEXT))
    if (open.some((batch) => batch.status === status)) output.line(`next: ${advice}`);
  const counts = (['taken', 'refused', 'held', 'waiting', 'gone'] as const).map((name) => `${report[name]} ${name}`);
  const more = [
    ...(report.resumed > 0 ? [`${report.resumed} published only now`] : []),
    ...(report.other_store > 0 ? [`${report.other_store} sent to another store`] : []),
  ];
  output.line([...counts, ...more].join(', '));
}

function printOpen(output: Output, open: readonly ReconciledBatch[], overdueS: number): void {
  const rows = open.map((batch) => [
    batch.batch_id,
    batch.target,
    isOverdue(batch, overdueS) ? 'waiting, overdue' : batch.status,
    batch.code ?? '',
    `${formatAge(batch.age_s)} ago`,
  ]);
  for (const line of formatTable([['batch', 'target', 'status', 'code', 'sent'], ...rows])) output.line(line);
}

/** In the largest unit that leaves a number from 1 on. */
function formatAge(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  if (seconds < SECONDS_PER_HOUR) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 48 * SECONDS_PER_HOUR) return `${Math.floor(seconds / SECONDS_PER_HOUR)} h`;
  return `${Math.floor(seconds / (24 * SECONDS_PER_HOUR))} days`;
}
