import { isoTime } from '../base/clock.ts';
import type { Queries, Transaction } from '../database/port.ts';
import type { MoverDeps } from './context.ts';

/** What CL is told of. Facts only: what they mean for a company is CL's decision. */
export const SIGNAL_TYPES = [
  'engagement.open', 'engagement.click', 'engagement.reply', 'engagement.bounce', 'engagement.unsubscribe',
  'meeting.booked', 'campaign.completed',
] as const; // prettier-ignore
export type SignalType = (typeof SIGNAL_TYPES)[number];

/** One record of the contract `engagement-signal-batch`. */
export interface Signal {
  readonly event_id: string;
  readonly event_type: SignalType;
  readonly outreach_id: string;
  readonly sid: string;
  readonly campaign_id: string;
  readonly sequence_id: string | null;
  readonly send_id: string | null;
  readonly contact_id: string | null;
  readonly occurred_at: string;
  readonly actor_class: 'human' | 'proxy' | 'machine' | 'unknown';
  readonly confidence: number;
  readonly correlation_id: string;
  readonly process_id: string;
}

export interface SignalRow {
  readonly seq: number;
  readonly event_id: string;
  readonly outreach_id: string;
  readonly event_type: SignalType;
  /** A `Signal` as JSON. */
  readonly payload: string;
  readonly batch_id: string | null;
  readonly batched_at: string | null;
  readonly handed_at: string | null;
  readonly created_at: string;
  readonly correlation_id: string;
  readonly process_id: string;
}

/** In the transaction that writes the event: CL hears of it exactly when it happened. */
export async function appendSignal(
  tx: Transaction,
  { clock }: Pick<MoverDeps, 'clock'>,
  signal: Signal,
): Promise<void> {
  const { event_id, outreach_id, event_type, correlation_id, process_id } = signal;
  await tx.run(
    `insert into cl_outbox (event_id, outreach_id, event_type, payload, created_at, correlation_id, process_id)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [event_id, outreach_id, event_type, JSON.stringify(signal), isoTime(clock.now()), correlation_id, process_id],
  );
}

/** The oldest that no exporter has taken yet, in the order in which they happened. */
export async function openSignals(queries: Queries, limit: number): Promise<SignalRow[]> {
  return queries.query<SignalRow>('select * from cl_outbox where handed_at is null order by seq limit $1', [limit]);
}
