import type { Queries, Transaction } from '../database/port.ts';

/** Batches of one contract from one system to another: what their producer counts together. */
export interface Stream {
  readonly source: string;
  readonly target: string;
  readonly contract: string;
}

/** Numbers of a stream, from `first` to `last`, whose batches have not come. */
export interface StreamGap extends Stream {
  readonly id: number;
  readonly first: number;
  readonly last: number;
  /** RFC 3339. */
  readonly opened_at: string;
  /** When it was told of; null where a run has still to judge it. */
  readonly alerted_at: string | null;
}

/** The highest number that came; undefined before the first one. */
export async function highestNumber(tx: Queries, { source, target, contract }: Stream): Promise<number | undefined> {
  const [row] = await tx.query<{ highest: number }>(
    'select highest from stream where source = $1 and target = $2 and contract = $3',
    [source, target, contract],
  );
  return row?.highest;
}

export async function raiseHighest(
  tx: Transaction,
  { source, target, contract }: Stream,
  highest: number,
  now: string,
): Promise<void> {
  await tx.run(
    `insert into stream (source, target, contract, highest, updated_at) values ($1, $2, $3, $4, $5)
     on conflict (source, target, contract) do update set highest = excluded.highest, updated_at = excluded.updated_at`,
    [source, target, contract, highest, now],
  );
}

/** Whether the ledger has other batches of this source: then its stream did not begin with what comes now. */
export async function hasOtherBatches(tx: Queries, { source, contract }: Stream, batchId: string): Promise<boolean> {
  const rows = await tx.query('select 1 from batch where contract = $1 and source = $2 and batch_id <> $3 limit 1', [
    contract,
    source,
    batchId,
  ]);
  return rows.length === 1;
}

export async function insertGap(tx: Transaction, gap: Omit<StreamGap, 'id'>): Promise<void> {
  await tx.run(
    `insert into stream_gap (source, target, contract, first, last, opened_at, alerted_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [gap.source, gap.target, gap.contract, gap.first, gap.last, gap.opened_at, gap.alerted_at],
  );
}

/** The gap that a number lies in, if it is missing. */
export async function gapAround(
  tx: Queries,
  { source, target, contract }: Stream,
  number: number,
): Promise<StreamGap | undefined> {
  const [gap] = await tx.query<StreamGap>(
    `select * from stream_gap
     where source = $1 and target = $2 and contract = $3 and first <= $4 and last >= $4`,
    [source, target, contract, number],
  );
  return gap;
}

export async function deleteGap(tx: Transaction, id: number): Promise<void> {
  await tx.run('delete from stream_gap where id = $1', [id]);
}

/** Gaps that no run has told of yet. */
export async function newGaps(queries: Queries, limit: number): Promise<StreamGap[]> {
  return queries.query<StreamGap>('select * from stream_gap where alerted_at is null order by id limit $1', [limit]);
}

/** False when another run was faster, or its batch came meanwhile. */
export async function markAlerted(tx: Transaction, { id, first, last }: StreamGap, now: string): Promise<boolean> {
  const marked = await tx.run(
    'update stream_gap set alerted_at = $1 where id = $2 and first = $3 and last = $4 and alerted_at is null',
    [now, id, first, last],
  );
  return marked === 1;
}

/** Gaps that were told of and are still open, the oldest first. */
export async function openGaps(queries: Queries, limit: number): Promise<StreamGap[]> {
  return queries.query<StreamGap>('select * from stream_gap where alerted_at is not null order by id limit $1', [
    limit,
  ]);
}
