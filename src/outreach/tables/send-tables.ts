import { SEND_STATES, SEND_STATUS, sqlList } from '../states.ts';
import { TRACED } from './campaign-tables.ts';

const statesOf = (status: 'scheduled' | 'sent' | 'failed'): string =>
  sqlList(SEND_STATES.filter((state) => SEND_STATUS[state] === status));

/** The ledger of mails: what was to be sent, what was tried, by which mailbox. */
export const SEND_TABLES = `
  create table send_log (
    send_id text primary key,
    campaign_id text not null,
    sequence_id text not null,
    step_id text not null,
    step_no integer not null,
    enrollment_id text not null,
    outreach_id text not null,
    contact_id text not null,
    mailbox_id text,
    generation integer not null default 0,
    message_id text not null unique,
    to_email text not null,
    variant text,
    mime_sha256 text,
    state text not null check (state in (${sqlList(SEND_STATES)})),
    send_status text generated always as (
      case when state in (${statesOf('scheduled')}) then 'scheduled'
           when state in (${statesOf('sent')}) then 'sent'
           when state in (${statesOf('failed')}) then 'failed' end) stored,
    certainty text check (certainty in ('confirmed', 'assumed')),
    resolution text,
    due_at text not null,
    priority integer not null,
    claim_token text,
    claimed_by text,
    lease_until text,
    attempts integer not null default 0,
    next_attempt_at text not null,
    data_started_at text,
    smtp_code integer,
    smtp_response text,
    provider_id text,
    sent_at text,
    failed_at text,
    opened_at text,
    machine_opened_at text,
    clicked_at text,
    replied_at text,
    bounced_at text,
    error_code text,
    ${TRACED},
    unique (enrollment_id, step_id, generation)
  );
  create index send_log_due on send_log (state, priority, next_attempt_at);
  create index send_log_lease on send_log (state, lease_until);
  create index send_log_campaign on send_log (campaign_id, state);
  create index send_log_bounced on send_log (campaign_id) where bounced_at is not null;

  create table send_attempts (
    send_id text not null,
    attempt_no integer not null,
    worker_id text not null,
    mailbox_id text not null,
    started_at text not null,
    phase text not null check (phase in ('preflight', 'data', 'settled')),
    ended_at text,
    outcome text,
    smtp_code integer,
    detail text,
    ${TRACED},
    primary key (send_id, attempt_no)
  );

  create table mailboxes (
    mailbox_id text primary key,
    address text not null unique,
    display_name text,
    smtp_ref text not null,
    imap_ref text,
    timezone text not null,
    daily_cap integer not null check (daily_cap >= 0),
    hourly_cap integer not null check (hourly_cap >= 0),
    min_gap_s integer not null check (min_gap_s >= 0),
    jitter_s integer not null check (jitter_s >= 0),
    health text not null check (health in ('ok', 'broken', 'disabled')),
    breaker_until text,
    breaker_reason text,
    failures integer not null default 0,
    last_send_at text,
    next_send_at text,
    last_imap_ok_at text,
    created_at text not null,
    updated_at text not null
  );

  create table mailbox_folders (
    mailbox_id text not null,
    folder text not null,
    uidvalidity text not null,
    last_uid integer not null,
    updated_at text not null,
    primary key (mailbox_id, folder)
  );

  create table mailbox_usage (
    mailbox_id text not null,
    kind text not null check (kind in ('day', 'hour')),
    window_start text not null,
    used integer not null check (used >= 0),
    primary key (mailbox_id, kind, window_start)
  );

  create table instance_lease (
    name text primary key,
    holder text not null,
    until text not null,
    heartbeat_at text not null
  );
`;
