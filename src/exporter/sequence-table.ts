import type { Queries, Transaction } from '../database/port.ts';
import { type BatchNumber, formatBatchId } from './batch-id.ts';
import { hasBatch } from './outbox-table.ts';

/** The lowest number from `from` on that no batch of ours has; it is only taken by `takeNumber`. */
export async function freeNumber(
  queries: Queries,
  contract: string,
  { prefix, day }: Pick<BatchNumber, 'prefix' | 'day'>,
  from = 1,
): Promise<BatchNumber> {
  let number = Math.max(from, await nextNumber(queries, contract, prefix, day));
  while (await hasBatch(queries, contract, formatBatchId({ prefix, day, number }))) number += 1;
  return { prefix, day, number };
}

/** False when somebody took it, or a later one, since it was looked up. */
export async function takeNumber(tx: Transaction, contract: string, taken: BatchNumber): Promise<boolean> {
  const { prefix, day, number } = taken;
  if (number < (await nextNumber(tx, contract, prefix, day))) return false;
  if (await hasBatch(tx, contract, formatBatchId(taken))) return false;
  await tx.run(
    `insert into batch_sequence (contract, prefix, day, next) values ($1, $2, $3, $4)
     on conflict (contract, prefix, day) do update set next = excluded.next`,
    [contract, prefix, day, number + 1],
  );
  return true;
}

async function nextNumber(queries: Queries, contract: string, prefix: string, day: string): Promise<number> {
  const [row] = await queries.query<{ next: number }>(
    'select next from batch_sequence where contract = $1 and prefix = $2 and day = $3',
    [contract, prefix, day],
  );
  return row?.next ?? 1;
}
