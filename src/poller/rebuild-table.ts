import { isoTime } from '../base/clock.ts';
import { AppError } from '../base/errors.ts';
import type { Queries, Transaction } from '../database/port.ts';

/** The one row that stands from the start of a rebuild to the end of its last run, however many were killed. */
export interface RebuildRow {
  /** The run that may have left attempts open. */
  readonly run_id: string;
  readonly started_at: string;
}

export async function readRebuild(queries: Queries): Promise<RebuildRow | undefined> {
  const [row] = await queries.query<RebuildRow>('select run_id, started_at from rebuild');
  return row;
}

export async function insertRebuild(tx: Transaction, runId: string, nowMs: number): Promise<void> {
  await tx.run('insert into rebuild (only, run_id, started_at) values (1, $1, $2)', [runId, isoTime(nowMs)]);
}

/** The rebuild goes on as this run; the start stays what it was. */
export async function takeOverRebuild(tx: Transaction, runId: string): Promise<void> {
  await tx.run('update rebuild set run_id = $1', [runId]);
}

export async function deleteRebuild(tx: Transaction): Promise<void> {
  await tx.run('delete from rebuild');
}

/** Half a memory is none: a reused id whose first bytes are not rebuilt yet would be taken for a new one. */
export async function refuseWhileRebuilding(queries: Queries): Promise<void> {
  const row = await readRebuild(queries);
  if (row === undefined) return;
  throw new AppError('misconfigured', `poll: the ledger is being rebuilt since ${row.started_at}`, {
    hint: 'run "handoff rebuild-ledger --from archive" to its end; it goes on where it stopped',
  });
}
