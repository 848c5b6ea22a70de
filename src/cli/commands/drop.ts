import { statSync } from 'node:fs';
import { AppError } from '../../base/errors.ts';
import { type DropOutcome, type DropReport, watchDropFolder } from '../../exporter/index.ts';
import { type Command, EXIT } from '../command.ts';
import { withExporter } from '../compose.ts';
import type { Output } from '../output.ts';
import { readSettings } from '../settings.ts';
import { type ExportFlags, exportSettings } from './export.ts';

export interface DropFlags extends ExportFlags {
  readonly once?: boolean;
}

/** Publishes what people put into a folder: once, or until a signal. */
export async function drop(command: Command<DropFlags>, folder: string): Promise<number> {
  const { flags, output } = command;
  const settings = await readSettings('producer', flags, command.environment);
  const exporting = exportSettings(settings, flags);
  // A dry run has nothing to wait for.
  const once = flags.once === true || exporting.dryRun;
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new AppError('usage', `watch ${folder}: there is no such folder`, { hint: 'make it, or check the path' });
  }
  return withExporter(command, settings, exporting, async (deps) => {
    const files: DropOutcome[] = [];
    if (!once) output.line(`watching ${folder}; stop with Ctrl-C`);
    const onOutcome = (outcome: DropOutcome): void => {
      // A service would gather them for ever, so there each file is a document of its own.
      if (once) files.push(outcome);
      else output.document(outcome);
      printOutcome(output, outcome);
    };
    const report = await watchDropFolder(deps, { ...exporting, folder, once, onOutcome });
    if (!once) return EXIT.ok;
    output.document({ ...report, files });
    printReport(output, report);
    return report.rejected > 0 || report.rejected_records > 0 ? EXIT.refused : EXIT.ok;
  });
}

function printOutcome(output: Output, outcome: DropOutcome): void {
  const { name, verdict, moved_to: movedTo, batches, rejected, code } = outcome;
  const would = movedTo === null ? 'would be ' : '';
  const where = movedTo === null ? '' : `, now ${movedTo}`;
  if (verdict === 'sent') output.line(`${name}: ${output.good(`${would}sent`)}${where}`);
  else output.line(`${name}: ${output.bad(`${would}rejected, ${code ?? ''}`)}${where}`);
  for (const batch of batches) {
    if (batch.status !== 'refused')
      output.line(`  ${would}${batch.status} ${batch.key ?? batch.batch_id ?? ''} (${batch.records} records)`);
  }
  if (rejected.count > 0)
    output.line(
      output.bad(`  ${rejected.count} bad records set aside${rejected.file === null ? '' : ` in ${rejected.file}`}`),
    );
}

function printReport(output: Output, report: DropReport): void {
  const { sent, rejected, waiting, batches, records, dry_run: dryRun } = report;
  const waits = waiting === 0 ? '' : `, ${waiting} still being written`;
  output.line(
    `${dryRun ? 'would be: ' : ''}${sent} sent, ${rejected} rejected${waits}; ${batches} batches, ${records} records`,
  );
  if (rejected > 0 && !dryRun) output.line('next: the reason of each lies beside it in rejected/');
}
