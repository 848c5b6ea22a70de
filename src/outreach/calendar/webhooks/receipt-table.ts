import type { Queries, Transaction } from '../../../database/port.ts';

export interface WebhookReceipt {
  readonly provider: string;
  readonly event_key: string;
  readonly body_sha256: string;
  /** `booked`, `ended_before`, `noted`, `quarantined:<why>`. */
  readonly result: string;
}

/** The first writing of a delivery's transaction. The receipt that stands there, when it came before. */
export async function insertReceipt(
  tx: Transaction,
  receipt: Omit<WebhookReceipt, 'result'>,
  at: string,
): Promise<WebhookReceipt | undefined> {
  const { provider, event_key: key, body_sha256: sha256 } = receipt;
  const inserted = await tx.run(
    `insert into webhook_receipts (provider, event_key, body_sha256, received_at, result)
     values ($1, $2, $3, $4, 'received') on conflict (provider, event_key) do nothing`,
    [provider, key, sha256, at],
  );
  if (inserted === 1) return undefined;
  const [row] = await tx.query<WebhookReceipt>(
    'select provider, event_key, body_sha256, result from webhook_receipts where provider = $1 and event_key = $2',
    [provider, key],
  );
  return row;
}

/** The body stays only where a person has to look at it. */
export async function settleReceipt(
  tx: Transaction,
  receipt: Pick<WebhookReceipt, 'provider' | 'event_key' | 'result'>,
  rest: {
    readonly body: string | null;
    readonly correlationId: string | null;
    readonly processId: string;
  },
): Promise<void> {
  await tx.run(
    `update webhook_receipts set result = $1, body = $2, correlation_id = $3, process_id = $4
      where provider = $5 and event_key = $6`,
    [receipt.result, rest.body, rest.correlationId, rest.processId, receipt.provider, receipt.event_key],
  );
}

export interface ReceiptLine extends Omit<WebhookReceipt, 'body_sha256'> {
  readonly received_at: string;
  /** As it came, where a person has to look at it; else null. */
  readonly body: string | null;
  readonly correlation_id: string | null;
}

/** The latest first. */
export async function listReceipts(
  queries: Queries,
  which: { readonly quarantinedOnly: boolean; readonly limit: number },
): Promise<ReceiptLine[]> {
  return queries.query<ReceiptLine>(
    `select provider, event_key, result, received_at, body, correlation_id from webhook_receipts
      where result like 'quarantined:%' or $1 = 0 order by received_at desc, provider, event_key limit $2`,
    [which.quarantinedOnly ? 1 : 0, which.limit],
  );
}
