import type { Queries } from '../../database/port.ts';
import type { ActorClass, EventSource, EventType } from '../tables/engagement-tables.ts';

export interface EventRow {
  readonly event_id: string;
  readonly type: EventType;
  readonly outreach_id: string;
  readonly campaign_id: string;
  readonly sequence_id: string | null;
  readonly send_id: string | null;
  readonly contact_id: string | null;
  readonly actor_class: ActorClass;
  readonly confidence: number;
  readonly source: EventSource;
  readonly occurred_at: string;
  readonly received_at: string;
  readonly raw_ref: string | null;
  readonly correlation_id: string;
  readonly process_id: string;
}

/** The latest first. */
export async function listEvents(
  queries: Queries,
  which: { readonly outreachId?: string | undefined; readonly type?: EventType | undefined; readonly limit: number },
): Promise<EventRow[]> {
  return queries.query<EventRow>(
    `select event_id, type, outreach_id, campaign_id, sequence_id, send_id, contact_id, actor_class, confidence, source,
       occurred_at, received_at, raw_ref, correlation_id, process_id
      from engagement_events
      where (outreach_id = $1 or $1 is null) and (type = $2 or $2 is null)
      order by received_at desc, event_id desc limit $3`,
    [which.outreachId ?? null, which.type ?? null, which.limit],
  );
}
