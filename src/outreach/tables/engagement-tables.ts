import { TRACED } from './campaign-tables.ts';
import { sqlList } from '../states.ts';

export const EVENT_TYPES = [
  'delivered', 'open', 'click', 'reply', 'auto_reply', 'bounce_hard', 'bounce_soft', 'complaint', 'unsubscribe',
  'meeting_booked', 'campaign_completed',
] as const; // prettier-ignore
export type EventType = (typeof EVENT_TYPES)[number];

export const ACTOR_CLASSES = ['human', 'proxy', 'machine', 'unknown'] as const;
export type ActorClass = (typeof ACTOR_CLASSES)[number];

export const EVENT_SOURCES = [
  'smtp', 'pixel', 'redirect', 'unsubscribe_page', 'imap', 'dsn', 'provider_webhook', 'calendar_webhook', 'operator', 'system',
] as const; // prettier-ignore
export type EventSource = (typeof EVENT_SOURCES)[number];

export const OUT_CODES = ['OUT-001', 'OUT-002', 'OUT-003', 'OUT-004', 'OUT-005'] as const;
export type OutCode = (typeof OUT_CODES)[number];

export const SUPPRESSION_REASONS = ['unsubscribe', 'hard_bounce', 'complaint', 'manual', 'opt_out_reply'] as const;
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number];

/** What came back of the mails, who may not be written to, what is told to CL, and where outreach ends. */
export const ENGAGEMENT_TABLES = `
  create table links (
    link_id text primary key,
    step_id text not null,
    idx integer not null,
    url text not null,
    ${TRACED},
    unique (step_id, idx)
  );

  create table engagement_events (
    event_id text primary key,
    type text not null check (type in (${sqlList(EVENT_TYPES)})),
    send_id text,
    campaign_id text not null,
    sequence_id text,
    outreach_id text not null,
    contact_id text,
    link_id text,
    actor_class text not null check (actor_class in (${sqlList(ACTOR_CLASSES)})),
    confidence real not null check (confidence >= 0 and confidence <= 1),
    source text not null check (source in (${sqlList(EVENT_SOURCES)})),
    occurred_at text not null,
    received_at text not null,
    user_agent text,
    ip_hash text,
    raw_ref text,
    detail text,
    dedupe_key text not null unique,
    ${TRACED}
  );
  create index engagement_events_send on engagement_events (send_id);
  create index engagement_events_outreach on engagement_events (outreach_id);
  create index engagement_events_complaint on engagement_events (campaign_id) where type = 'complaint';

  create table suppressions (
    id text primary key,
    scope text not null check (scope in ('global', 'domain', 'outreach')),
    key_norm text not null,
    reason text not null check (reason in (${sqlList(SUPPRESSION_REASONS)})),
    source_send_id text,
    expires_at text,
    created_at text not null,
    correlation_id text,
    process_id text,
    unique (scope, key_norm)
  );

  create table outreach_errors (
    id text primary key,
    code text not null check (code in (${sqlList(OUT_CODES)})),
    severity text not null check (severity in ('CRITICAL', 'HIGH', 'MEDIUM', 'LOW')),
    process_type text not null check (process_type in ('campaign', 'sequence', 'send', 'engage')),
    outreach_id text,
    campaign_id text,
    send_id text,
    message text not null,
    detail text,
    retryable integer not null check (retryable in (0, 1)),
    fingerprint text not null,
    occurrences integer not null default 1,
    first_at text not null,
    last_at text not null,
    resolved_at text,
    resolution text,
    ${TRACED}
  );
  create unique index outreach_errors_open on outreach_errors (fingerprint) where resolved_at is null;

  create table cl_outbox (
    seq integer primary key,
    event_id text not null unique,
    outreach_id text not null,
    event_type text not null,
    payload text not null,
    batch_id text,
    batched_at text,
    handed_at text,
    ${TRACED}
  );
  create index cl_outbox_open on cl_outbox (seq) where handed_at is null;
  create index cl_outbox_batched on cl_outbox (batched_at);

  create table calendar_links (
    jti text primary key,
    sid text not null,
    outreach_id text not null,
    campaign_id text not null,
    contact_id text,
    send_id text,
    kid text not null,
    expires_at text not null,
    revoked_at text,
    first_seen_at text,
    ${TRACED}
  );

  create table webhook_receipts (
    provider text not null,
    event_key text not null,
    body_sha256 text not null,
    received_at text not null,
    result text not null,
    body text,
    correlation_id text,
    process_id text,
    primary key (provider, event_key)
  );

  create table handoffs (
    outreach_id text primary key,
    booking_uid text not null unique,
    jti text not null,
    provider text not null,
    booked_at text not null,
    ended_at text not null,
    ${TRACED}
  );
  create trigger handoffs_no_update before update on handoffs
  begin select raise(abort, 'a handoff is an end: it stays'); end;
  create trigger handoffs_no_delete before delete on handoffs
  begin select raise(abort, 'a handoff is an end: it stays'); end;
`;
