import type { HandoffReceipt } from '../contract/handoff-receipt/1.0.0/types.generated.ts';
import type { Queries, Transaction } from '../database/port.ts';
import type { OutboxRow } from './outbox-table.ts';

/** A published batch of which nobody knows yet that it was taken. */
export interface SentBatch extends OutboxRow {
  /** RFC 3339: when it was published. */
  readonly updated_at: string;
  /** What was answered last; null before the first answer. */
  readonly answer: HandoffReceipt['verdict'] | null;
  readonly answer_code: string | null;
}

/** Oldest first, from behind `afterId`. */
export async function unansweredBatches(
  queries: Queries,
  contracts: readonly string[],
  afterId: number,
  limit: number,
): Promise<SentBatch[]> {
  return queries.query<SentBatch>(
    `select * from outbox
     where state = 'published' and (answer is null or answer <> 'ingested') and id > $1
       and contract in (${placesFor(contracts, 3)})
     order by id limit $2`,
    [afterId, limit, ...contracts],
  );
}

export async function countTaken(queries: Queries, contracts: readonly string[]): Promise<number> {
  const [row] = await queries.query<{ n: number }>(
    `select count(*) as n from outbox
     where state = 'published' and answer = 'ingested' and contract in (${placesFor(contracts, 1)})`,
    contracts,
  );
  return row?.n ?? 0;
}

function placesFor(contracts: readonly string[], first: number): string {
  return contracts.map((_, index) => `$${index + first}`).join(', ');
}

/** Leaves the time of publishing alone. False when the batch is being published again meanwhile. */
export async function recordAnswer(tx: Transaction, batch: SentBatch, receipt: HandoffReceipt): Promise<boolean> {
  const recorded = await tx.run(
    `update outbox set answer = $1, answer_code = $2, answered_at = $3
     where id = $4 and state = 'published' and attempt = $5 and sha256 = $6`,
    [receipt.verdict, receipt.reason_code, receipt.decided_at, batch.id, batch.attempt, batch.sha256],
  );
  return recorded === 1;
}
