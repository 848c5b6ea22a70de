import { isoTime } from '../../base/clock.ts';
import type { Queries, Transaction } from '../../database/port.ts';
import type { Actor, MoverDeps, Trace } from '../context.ts';

/** What somebody asked for, and what came of it: the same key again gets the same answer. */
export interface RequestRow {
  readonly request_key: string;
  readonly outreach_id: string;
  /** `(by strategy)` where nobody named one. */
  readonly sequence_template: string;
  readonly requested_by: string;
  readonly batch_id: string | null;
  readonly campaign_id: string | null;
  readonly error_code: string | null;
}

export interface CampaignRequest {
  readonly outreachId: string;
  /** Name of the sequence template; undefined: the one that is named like the strategy. */
  readonly template?: string | undefined;
  /** The same key again returns the campaign that it made. */
  readonly requestKey: string;
  readonly actor: Actor;
  /** Puts several companies together. */
  readonly batchId?: string | undefined;
  /** True: mail goes out at any hour of any day. */
  readonly anyTime?: boolean;
}

export const BY_STRATEGY = '(by strategy)';

export async function findRequest(queries: Queries, requestKey: string): Promise<RequestRow | undefined> {
  const [row] = await queries.query<RequestRow>(
    `select request_key, outreach_id, sequence_template, requested_by, batch_id, campaign_id, error_code
       from campaign_requests where request_key = $1`,
    [requestKey],
  );
  return row;
}

/** A request that was refused may be made again; one that made a campaign stays as it is. */
export async function saveRequest(
  tx: Transaction,
  { clock }: Pick<MoverDeps, 'clock'>,
  trace: Trace,
  request: CampaignRequest,
  result: { readonly campaignId: string } | { readonly errorCode: string },
): Promise<void> {
  await tx.run(
    `insert into campaign_requests (request_key, outreach_id, sequence_template, requested_by, batch_id, campaign_id,
       error_code, created_at, correlation_id, process_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (request_key) do update set outreach_id = excluded.outreach_id,
       sequence_template = excluded.sequence_template, requested_by = excluded.requested_by,
       batch_id = excluded.batch_id, campaign_id = excluded.campaign_id, error_code = excluded.error_code,
       correlation_id = excluded.correlation_id, process_id = excluded.process_id
      where campaign_requests.campaign_id is null`,
    [
      request.requestKey,
      request.outreachId,
      request.template ?? BY_STRATEGY,
      request.actor,
      request.batchId ?? null,
      'campaignId' in result ? result.campaignId : null,
      'errorCode' in result ? result.errorCode : null,
      isoTime(clock.now()),
      trace.correlation_id,
      trace.process_id,
    ],
  );
}

export async function campaignsOfBatch(queries: Queries, batchId: string): Promise<string[]> {
  const rows = await queries.query<{ campaign_id: string }>(
    'select campaign_id from campaign_requests where batch_id = $1 and campaign_id is not null order by campaign_id',
    [batchId],
  );
  return rows.map(({ campaign_id: id }) => id);
}
