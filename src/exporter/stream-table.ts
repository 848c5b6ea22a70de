import { AppError } from '../base/errors.ts';
import type { Queries, Transaction } from '../database/port.ts';

/** Batches of one contract from one system to another: what is counted together. */
export interface Stream {
  readonly source: string;
  readonly target: string;
  readonly contract: string;
}

/** The next number, from 1. It stays taken when the transaction commits, whatever becomes of the batch. */
export async function takeStreamNumber(tx: Transaction, { source, target, contract }: Stream): Promise<number> {
  const [taken] = await tx.query<{ last: number }>(
    `insert into outbox_stream (source, target, contract, last) values ($1, $2, $3, 1)
     on conflict (source, target, contract) do update set last = last + 1 returning last`,
    [source, target, contract],
  );
  if (taken === undefined) throw new AppError('internal', `number a batch of ${contract} for ${target}`);
  return taken.last;
}

/** The batch will not arrive under its number, and neither will what its statement said of other numbers. */
export async function voidNumber(tx: Transaction, batchRowId: number): Promise<void> {
  await tx.run(
    `insert into outbox_void (source, target, contract, stream_seq)
     select source, target, contract, stream_seq from outbox where id = $1 and stream_seq is not null
     on conflict (source, target, contract, stream_seq) do nothing`,
    [batchRowId],
  );
  await tx.run('update outbox_void set named_by = null where named_by = $1', [batchRowId]);
}

/** Void numbers before `before` that no statement has named, lowest first. */
export async function unnamedVoids(
  queries: Queries,
  { source, target, contract }: Stream,
  before: number,
  limit: number,
): Promise<number[]> {
  const rows = await queries.query<{ stream_seq: number }>(
    `select stream_seq from outbox_void
     where source = $1 and target = $2 and contract = $3 and named_by is null and stream_seq < $4
     order by stream_seq limit $5`,
    [source, target, contract, before, limit],
  );
  return rows.map(({ stream_seq }) => stream_seq);
}

/** The statement of this row names them from now on. */
export async function nameVoids(
  tx: Transaction,
  { source, target, contract }: Stream,
  numbers: readonly number[],
  batchRowId: number,
): Promise<void> {
  for (const number of numbers) {
    await tx.run(
      `update outbox_void set named_by = $1
       where source = $2 and target = $3 and contract = $4 and stream_seq = $5`,
      [batchRowId, source, target, contract, number],
    );
  }
}

/** What an earlier statement of this row named is to be named anew. */
export async function unnameVoids(tx: Transaction, batchRowId: number): Promise<void> {
  await tx.run('update outbox_void set named_by = null where named_by = $1', [batchRowId]);
}
