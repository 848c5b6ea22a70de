import { isoTime } from '../base/clock.ts';
import type { Transaction } from '../database/port.ts';
import type { CampaignRow } from './campaign-table.ts';
import type { MoverDeps } from './context.ts';
import { newId } from './process-id.ts';
import type { SendRow } from './send-table.ts';
import { appendSignal, type SignalType } from './signal-table.ts';
import type { ActorClass, EventSource, EventType } from './tables/engagement-tables.ts';

export interface EngagementFacts {
  readonly type: EventType;
  readonly campaign: Pick<CampaignRow, 'campaign_id' | 'outreach_id' | 'sid' | 'correlation_id'>;
  /** Null for what concerns no mail: a meeting, the end of a campaign. */
  readonly send: Pick<SendRow, 'send_id' | 'sequence_id' | 'contact_id'> | null;
  readonly contactId?: string | null;
  readonly linkId?: string | null;
  readonly actorClass: ActorClass;
  /** 0 to 1: how surely a person did it. */
  readonly confidence: number;
  readonly source: EventSource;
  /** RFC 3339. */
  readonly occurredAt: string;
  readonly userAgent?: string | null;
  readonly ipHash?: string | null;
  /** Where the raw message or body is found: `imap:<mailbox>/<message-id>`. */
  readonly rawRef?: string | null;
  readonly detail?: Readonly<Record<string, string | number>>;
  /** The same fact has the same key, however often it is told. */
  readonly dedupeKey: string;
  readonly processId: string;
}

/** What CL hears of; the other events stay here. */
const SIGNAL_OF: Partial<Record<EventType, SignalType>> = {
  open: 'engagement.open',
  click: 'engagement.click',
  reply: 'engagement.reply',
  bounce_hard: 'engagement.bounce',
  bounce_soft: 'engagement.bounce',
  unsubscribe: 'engagement.unsubscribe',
  meeting_booked: 'meeting.booked',
  campaign_completed: 'campaign.completed',
};

/**
 * Writes one event, its signal to CL, and its audit entry. Undefined when the same fact was told before: then nothing is
 * written, and nothing that follows from it should be done again.
 */
export async function recordEvent(
  tx: Transaction,
  deps: MoverDeps,
  facts: EngagementFacts,
): Promise<string | undefined> {
  const nowMs = deps.clock.now();
  const eventId = newId(nowMs);
  if (!(await insertEvent(tx, facts, eventId, isoTime(nowMs)))) return undefined;
  const signal = SIGNAL_OF[facts.type];
  if (signal !== undefined) await signalEvent(tx, deps, facts, eventId, signal);
  // That a server took a mail over is what the entry of its settling says.
  if (facts.type === 'delivered') return eventId;
  await deps.audit.append(tx, {
    event: 'engagement.recorded',
    outcome: 'success',
    actor: `source:${facts.source}`,
    correlation_id: facts.campaign.correlation_id,
    detail: {
      type: facts.type,
      event_id: eventId,
      outreach_id: facts.campaign.outreach_id,
      campaign_id: facts.campaign.campaign_id,
      actor_class: facts.actorClass,
      process_id: facts.processId,
      ...(facts.send !== null && { send_id: facts.send.send_id }),
    },
  });
  return eventId;
}

async function insertEvent(tx: Transaction, facts: EngagementFacts, eventId: string, at: string): Promise<boolean> {
  const { campaign, send } = facts;
  const inserted = await tx.run(
    `insert into engagement_events (event_id, type, send_id, campaign_id, sequence_id, outreach_id, contact_id, link_id,
       actor_class, confidence, source, occurred_at, received_at, user_agent, ip_hash, raw_ref, detail, dedupe_key,
       created_at, correlation_id, process_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $13, $19, $20)
     on conflict (dedupe_key) do nothing`,
    [
      eventId,
      facts.type,
      send?.send_id ?? null,
      campaign.campaign_id,
      send?.sequence_id ?? null,
      campaign.outreach_id,
      send?.contact_id ?? facts.contactId ?? null,
      facts.linkId ?? null,
      facts.actorClass,
      facts.confidence,
      facts.source,
      facts.occurredAt,
      at,
      facts.userAgent ?? null,
      facts.ipHash ?? null,
      facts.rawRef ?? null,
      facts.detail === undefined ? null : JSON.stringify(facts.detail),
      facts.dedupeKey,
      campaign.correlation_id,
      facts.processId,
    ],
  );
  return inserted === 1;
}

async function signalEvent(
  tx: Transaction,
  deps: MoverDeps,
  facts: EngagementFacts,
  eventId: string,
  type: SignalType,
): Promise<void> {
  const { campaign, send } = facts;
  await appendSignal(tx, deps, {
    event_id: eventId,
    event_type: type,
    outreach_id: campaign.outreach_id,
    sid: campaign.sid,
    campaign_id: campaign.campaign_id,
    sequence_id: send?.sequence_id ?? null,
    send_id: send?.send_id ?? null,
    contact_id: send?.contact_id ?? facts.contactId ?? null,
    occurred_at: facts.occurredAt,
    actor_class: facts.actorClass,
    confidence: facts.confidence,
    correlation_id: campaign.correlation_id,
    process_id: facts.processId,
  });
}
