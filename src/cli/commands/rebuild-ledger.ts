import { thisProcess } from '../../base/process-identity.ts';
import { rebuildLedger as rebuild, type RebuildReport } from '../../poller/index.ts';
import { type Command, EXIT } from '../command.ts';
import { withPoller, withPollerToLook } from '../compose.ts';
import { countProgress } from '../count-progress.ts';
import type { Output } from '../output.ts';
import { type CommonFlags, readSettings } from '../settings.ts';

export interface RebuildFlags extends CommonFlags {
  /** There is only one source so far; the flag says which, so that another may come. */
  readonly from?: 'archive';
  readonly dryRun?: boolean;
}

/** Exit 1 when a copy does not verify, or contradicts the ledger. */
export async function rebuildLedger(command: Command<RebuildFlags>): Promise<number> {
  const settings = await readSettings('consumer', command.flags, command.environment);
  const dryRun = command.flags.dryRun === true;
  const open = dryRun ? withPollerToLook : withPoller;
  return open(command, settings, async (deps, routes) => {
    const { output } = command;
    const counting = countProgress(output);
    const { update } = counting;
    const progress = update && ((at: RebuildReport) => update(`${at.archived} archived, ${at.taken} taken`));
    try {
      const report = await rebuild(deps, { routes, identity: thisProcess(), dryRun, progress });
      counting.stop();
      output.document(report);
      print(output, report);
      return report.damaged_count + report.conflict_count > 0 ? EXIT.refused : EXIT.ok;
    } finally {
      counting.stop();
    }
  });
}

function print(output: Output, report: RebuildReport): void {
  if (report.already_running) {
    output.line('another process rebuilds the ledger; nothing to do');
    return;
  }
  const taken = `${report.dry_run ? 'would take ' : ''}${report.taken}${report.dry_run ? '' : ' taken'}`;
  output.line(`${report.archived} archived: ${report.known} known, ${taken} (${report.records} records)`);
  for (const { key, code } of report.damaged) output.line(`  ${output.bad('damaged')} ${key}: ${code}`);
  for (const { key } of report.conflicts)
    output.line(`  ${output.bad('conflict')} ${key}: the ledger has other bytes under this id`);
  const unnamed = report.damaged_count + report.conflict_count - report.damaged.length - report.conflicts.length;
  if (unnamed > 0) output.line(`  and ${unnamed} more`);
  if (report.damaged_count + report.conflict_count > 0)
    output.line('next: see what the names, the metadata and the ledger say with "handoff verify-archive"');
  else if (!report.dry_run) output.line('the ledger is whole; "handoff poll" may go on');
}
