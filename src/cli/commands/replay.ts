import { AppError } from '../../base/errors.ts';
import { replayBatch, replayDays, type Replayed, type ReplayReport } from '../../poller/index.ts';
import { type Command, EXIT } from '../command.ts';
import { withPoller, withPollerToLook } from '../compose.ts';
import type { Output } from '../output.ts';
import { type CommonFlags, readSettings } from '../settings.ts';

export interface ReplayFlags extends CommonFlags {
  readonly fromArchive?: string;
  readonly dryRun?: boolean;
}

/** Exit 1 when a copy was refused. */
export async function replay(command: Command<ReplayFlags>, batchId: string): Promise<number> {
  const { flags, output } = command;
  const range = flags.fromArchive;
  if ((batchId === '') === (range === undefined)) {
    throw new AppError('usage', batchId === '' ? 'replay nothing' : 'replay one batch and a range at once', {
      hint: 'name a batch id, or days with --from-archive 2026-01-11..2026-01-13',
    });
  }
  const settings = await readSettings('consumer', flags, command.environment);
  const dryRun = flags.dryRun === true;
  const open = dryRun ? withPollerToLook : withPoller;
  return open(command, settings, async (deps, routes) => {
    const request = { routes, dryRun, actor: 'operator:replay' };
    const report =
      range === undefined ? await replayBatch(deps, request, batchId) : await replayDays(deps, request, range);
    output.document(report);
    print(output, report);
    return report.refused > 0 ? EXIT.refused : EXIT.ok;
  });
}

function print(output: Output, report: ReplayReport): void {
  for (const one of report.replayed) output.line(lineOf(output, report, one));
  if (report.count > report.replayed.length) output.line(`and ${report.count - report.replayed.length} more`);
  const back = report.count - report.refused;
  if (report.count === 0) output.line('nothing was archived on these days');
  else if (back > 0 && !report.dry_run) output.line('next: "handoff poll" judges them anew');
}

/** Why a copy stays where it is, in words. */
const WHY: Readonly<Record<string, string>> = {
  CHECKSUM_MISMATCH: 'its bytes are not those that were archived',
  BATCH_ID_REUSED: 'the ledger, the inbox or the archive holds other bytes under this id',
  not_found: 'it is gone',
};

function lineOf(output: Output, report: ReplayReport, one: Replayed): string {
  if (one.status === 'refused') {
    const why = WHY[one.code ?? ''];
    return `${output.bad('refused')} ${one.from}: ${one.code ?? ''}${why === undefined ? '' : `, ${why}`}`;
  }
  if (one.status === 'waiting') return `${output.good('waiting')} ${one.key}: it is in the inbox already`;
  return `${report.dry_run ? 'would replay' : output.good('replayed')} ${one.from} as ${one.key}`;
}
