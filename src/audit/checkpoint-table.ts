import type { Queries, Transaction } from '../database/port.ts';
import { AppError } from '../base/errors.ts';

/**
 * `pending`: cut, not in the store yet. `anchored`: the store holds these very bytes. `forked`: the store holds other
 * bytes under this size, so there are two histories; nothing leads on from there.
 */
export const CHECKPOINT_STATES = ['pending', 'anchored', 'forked'] as const;
export type CheckpointState = (typeof CHECKPOINT_STATES)[number];

/** A row of `audit_checkpoint`: what this system said of its own log. */
export interface CheckpointRow {
  readonly size: number;
  /** Hexadecimal. */
  readonly head_hash: string;
  readonly note: string;
  readonly cut_at: string;
  readonly state: CheckpointState;
}

const SELECT = 'select size, head_hash, note, cut_at, state from audit_checkpoint';

export async function insertCheckpoint(tx: Transaction, row: Omit<CheckpointRow, 'state'>): Promise<void> {
  await tx.run(
    `insert into audit_checkpoint (size, head_hash, note, cut_at, state) values ($1, $2, $3, $4, 'pending')`,
    [row.size, row.head_hash, row.note, row.cut_at],
  );
}

/** The newest one; undefined when none was ever cut. */
export async function latestCheckpoint(queries: Queries): Promise<CheckpointRow | undefined> {
  const [row] = await queries.query<CheckpointRow>(`${SELECT} order by size desc limit 1`);
  return row;
}

/** Newest first, since the newest vouches for most. */
export async function pendingCheckpoints(queries: Queries, limit: number): Promise<CheckpointRow[]> {
  return queries.query<CheckpointRow>(`${SELECT} where state = 'pending' order by size desc limit $1`, [limit]);
}

/** Those of a size above `after` up to `upTo`, in order. */
export async function checkpointsBetween(
  queries: Queries,
  after: number,
  upTo: number,
  limit: number,
): Promise<CheckpointRow[]> {
  return queries.query<CheckpointRow>(`${SELECT} where size > $1 and size <= $2 order by size limit $3`, [
    after,
    upTo,
    limit,
  ]);
}

/** The only way on for a checkpoint. Two processes may find the same: the second changes nothing. */
export async function settleCheckpoint(
  tx: Transaction,
  size: number,
  to: Exclude<CheckpointState, 'pending'>,
): Promise<void> {
  const moved = await tx.run(`update audit_checkpoint set state = $1 where size = $2 and state = 'pending'`, [
    to,
    size,
  ]);
  if (moved === 1) return;
  const [row] = await tx.query<{ state: CheckpointState }>('select state from audit_checkpoint where size = $1', [
    size,
  ]);
  if (row?.state !== to)
    throw new AppError('fenced', `record checkpoint ${size} as ${to}: it is ${row?.state ?? 'gone'}`);
}
