import { isoTime } from '../../base/clock.ts';
import { AppError } from '../../base/errors.ts';
import type { Queries, Transaction } from '../../database/port.ts';
import type { SignalRow } from '../signal-table.ts';

/** Signals that go to CL together, under an id that they keep. */
export interface SignalBatch {
  /** `eng_2026_01_30_001` */
  readonly batch_id: string;
  /** When it was put together: part of its bytes. */
  readonly batched_at: string;
}

/** The word of the contract's batch ids. */
const WORD = 'eng';
const DAY_MS = 24 * 3_600_000;
/** Six digits: what the contract's pattern leaves room for. */
const MAX_BATCHES_A_DAY = 999_999;

/** The oldest batch that was put together and not handed over yet. */
export async function waitingBatch(queries: Queries): Promise<SignalBatch | undefined> {
  const [row] = await queries.query<SignalBatch>(
    `select batch_id, batched_at from cl_outbox
      where handed_at is null and batch_id is not null order by seq limit 1`,
  );
  return row;
}

/** The next number of the day: what CL receives has no gap. Throws `refused` when the day has no more. */
export async function nextBatch(queries: Queries, nowMs: number): Promise<SignalBatch> {
  const batchedAt = isoTime(nowMs);
  const day = batchedAt.slice(0, 10);
  const [last] = await queries.query<{ batch_id: string }>(
    `select batch_id from cl_outbox where batched_at >= $1 and batched_at < $2
      order by length(batch_id) desc, batch_id desc limit 1`,
    [`${day}T00:00:00.000Z`, isoTime(Date.parse(day) + DAY_MS)],
  );
  const number = last === undefined ? 1 : Number(last.batch_id.split('_').at(-1)) + 1;
  if (number > MAX_BATCHES_A_DAY) throw new AppError('refused', `number the signal batches of ${day}: it has no more`);
  return { batch_id: `${WORD}_${day.replaceAll('-', '_')}_${String(number).padStart(3, '0')}`, batched_at: batchedAt };
}

/** Puts the oldest open signals into a batch; how many, and the ids that stand for them in the log. */
export async function fillBatch(
  tx: Transaction,
  { batch_id: batchId, batched_at: batchedAt }: SignalBatch,
  limit: number,
): Promise<number> {
  return tx.run(
    `update cl_outbox set batch_id = $1, batched_at = $2
      where seq in (select seq from cl_outbox where handed_at is null and batch_id is null order by seq limit $3)`,
    [batchId, batchedAt, limit],
  );
}

/** In the order in which they happened. */
export async function signalsOf(queries: Queries, batchId: string): Promise<SignalRow[]> {
  return queries.query<SignalRow>(
    `select * from cl_outbox where batched_at >= $1 and batched_at < $2 and batch_id = $3 order by seq`,
    [...dayOf(batchId), batchId],
  );
}

/** The number of signals that had not been handed over before. */
export async function markHanded(tx: Transaction, batchId: string, nowMs: number): Promise<number> {
  return tx.run('update cl_outbox set handed_at = $1 where handed_at is null and batch_id = $2', [
    isoTime(nowMs),
    batchId,
  ]);
}

/** The batch id carries the day of its making. */
function dayOf(batchId: string): [string, string] {
  const day = batchId.split('_').slice(1, 4).join('-');
  const startMs = Date.parse(`${day}T00:00:00.000Z`);
  return Number.isNaN(startMs) ? ['', ''] : [isoTime(startMs), isoTime(startMs + DAY_MS)];
}

export interface SignalBatchRow extends SignalBatch {
  readonly signals: number;
  /** Null: it still waits. */
  readonly handed_at: string | null;
}

/** The latest first. */
export async function listBatches(queries: Queries, limit: number): Promise<SignalBatchRow[]> {
  const rows = await queries.query<SignalBatchRow>(
    `select batch_id, batched_at, count(*) as signals, max(handed_at) as handed_at from cl_outbox
      where batch_id is not null group by batch_id, batched_at order by batched_at desc, batch_id desc limit $1`,
    [limit],
  );
  return rows.map((row) => ({ ...row, signals: Number(row.signals) }));
}

export interface OpenSignals {
  /** In no batch yet, or in one that was not handed over. */
  readonly waiting: number;
  /** When the oldest of them happened; null where none waits. */
  readonly oldest_at: string | null;
}

export async function countOpenSignals(queries: Queries): Promise<OpenSignals> {
  const [row] = await queries.query<{ waiting: number; oldest_at: string | null }>(
    'select count(*) as waiting, min(created_at) as oldest_at from cl_outbox where handed_at is null',
  );
  return { waiting: Number(row?.waiting ?? 0), oldest_at: row?.oldest_at ?? null };
}
