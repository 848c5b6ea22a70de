import { isoTime } from '../base/clock.ts';
import { AppError } from '../base/errors.ts';
import type { Queries, Transaction } from '../database/port.ts';
import type { RunState } from './outbox-states.ts';

/** What makes two exports the same one. */
export interface RunKey {
  readonly inputSha256: string;
  readonly contract: string;
  readonly target: string;
  readonly batchSize: number;
}

/** How far an input is cut into batches. */
export interface RunRow {
  readonly id: number;
  /** 1, and one more for every `--again`. */
  readonly round: number;
  readonly state: RunState;
  /** The identity of the store that its batches go to. */
  readonly store: string;
  /** Records of the input, good and bad, up to the last committed batch. */
  readonly offset: number;
  readonly rejected: number;
  readonly rejects_file: string | null;
}

/** The latest round; undefined when this input was never begun. */
export async function latestRun(queries: Queries, key: RunKey): Promise<RunRow | undefined> {
  const [row] = await queries.query<RunRow>(
    `select id, round, state, store, offset, rejected, rejects_file from export_run
     where input_sha256 = $1 and contract = $2 and target = $3 and batch_size = $4 order by round desc limit 1`,
    [key.inputSha256, key.contract, key.target, key.batchSize],
  );
  return row;
}

export async function insertRun(
  tx: Transaction,
  key: RunKey,
  begin: { readonly round: number; readonly input: string; readonly store: string },
  nowMs: number,
): Promise<void> {
  await tx.run(
    `insert into export_run (input_sha256, contract, target, batch_size, round, state, input, store, started_at)
     values ($1, $2, $3, $4, $5, 'running', $6, $7, $8) on conflict do nothing`,
    [key.inputSha256, key.contract, key.target, key.batchSize, begin.round, begin.input, begin.store, isoTime(nowMs)],
  );
}

/** Moves the offset over the records of a batch; throws `busy` when another process moved it meanwhile. */
export async function advanceRun(tx: Transaction, id: number, from: number, to: number): Promise<void> {
  const moved = await tx.run(`update export_run set offset = $3 where id = $1 and offset = $2 and state = 'running'`, [
    id,
    from,
    to,
  ]);
  if (moved !== 1) throw takenOver(id);
}

export interface RunEnd {
  readonly id: number;
  readonly offset: number;
  readonly rejected: number;
  readonly rejectsFile: string | null;
}

export async function finishRun(tx: Transaction, end: RunEnd, nowMs: number): Promise<void> {
  const moved = await tx.run(
    `update export_run set state = 'done', rejected = $3, rejects_file = $4, finished_at = $5
     where id = $1 and offset = $2 and state = 'running'`,
    [end.id, end.offset, end.rejected, end.rejectsFile, isoTime(nowMs)],
  );
  if (moved !== 1) throw takenOver(end.id);
}

function takenOver(id: number): AppError {
  return new AppError('busy', `go on with export run ${id}: another process exports the same input`, {
    hint: 'wait until it is finished, then start the same command again',
  });
}
