import { CAMPAIGN_STATES, ENROLLMENT_STATES, LIVE_CAMPAIGN_STATES, sqlList } from '../states.ts';

/** `created_at` and the two ids that every row about a company carries. */
export const TRACED = `
  created_at text not null,
  correlation_id text not null,
  process_id text not null`;

/** Campaigns, their history, their gate, and the sequence that each of them runs. */
export const CAMPAIGN_TABLES = `
  create table campaigns (
    campaign_id text primary key,
    outreach_id text not null,
    sid text not null,
    company_ref text,
    request_key text not null unique,
    bit_evaluation_id text not null,
    bit_score real not null check (bit_score >= 50 and bit_score <= 100),
    bit_tier text not null,
    bit_last_score real not null,
    bit_checked_at text not null,
    strategy text not null check (strategy in ('immediate', 'nurture')),
    status text not null check (status in (${sqlList(CAMPAIGN_STATES)})),
    status_reason text,
    paused_from text check (paused_from in ('scheduled', 'active')),
    scheduled_at text,
    activated_at text,
    ended_at text,
    timezone text not null,
    window_json text not null,
    policy_json text not null,
    version integer not null,
    ${TRACED}
  );
  create unique index campaigns_one_live on campaigns (outreach_id) where status in (${sqlList(LIVE_CAMPAIGN_STATES)});
  create index campaigns_status on campaigns (status);

  create table campaign_transitions (
    campaign_id text not null,
    seq integer not null,
    from_status text,
    to_status text not null,
    kind text not null check (kind in ('drawn', 'added')),
    trigger_name text not null,
    actor text not null,
    reason text,
    ${TRACED},
    primary key (campaign_id, seq)
  );
  create trigger campaign_transitions_no_update before update on campaign_transitions
  begin select raise(abort, 'campaign_transitions is append-only'); end;
  create trigger campaign_transitions_no_delete before delete on campaign_transitions
  begin select raise(abort, 'campaign_transitions is append-only'); end;

  create table campaign_requests (
    request_key text primary key,
    outreach_id text not null,
    sequence_template text not null,
    requested_by text not null,
    batch_id text,
    campaign_id text,
    error_code text,
    ${TRACED}
  );
  create index campaign_requests_batch on campaign_requests (batch_id) where batch_id is not null;
  create index campaign_requests_campaign on campaign_requests (campaign_id) where campaign_id is not null;

  create table bit_gate_checks (
    id text primary key,
    outreach_id text not null,
    campaign_id text,
    stage text not null check (stage in ('create', 'schedule', 'activate', 'resume', 'claim')),
    bit_evaluation_id text,
    score real,
    tier text,
    decision text not null check (decision in ('passed', 'blocked')),
    reason text,
    ${TRACED}
  );
  create index bit_gate_checks_outreach on bit_gate_checks (outreach_id);

  create table sequences (
    sequence_id text primary key,
    campaign_id text not null unique,
    template text not null,
    strategy text not null,
    status text not null check (status in ('draft', 'frozen', 'finished', 'stopped')),
    frozen_at text,
    content_sha256 text not null,
    ${TRACED}
  );

  create table sequence_steps (
    step_id text primary key,
    sequence_id text not null,
    step_no integer not null check (step_no >= 1),
    delay_n integer not null check (delay_n >= 0),
    delay_unit text not null check (delay_unit in ('min', 'hour', 'day', 'bizday')),
    thread text not null check (thread in ('new', 'reply')),
    subject_tpl text not null,
    text_tpl text not null,
    html_tpl text,
    variants_json text,
    content_sha256 text not null,
    ${TRACED},
    unique (sequence_id, step_no)
  );
  create trigger sequence_steps_frozen before update on sequence_steps
  when exists (select 1 from sequences s where s.sequence_id = old.sequence_id and s.status <> 'draft')
  begin select raise(abort, 'the steps of a frozen sequence are immutable'); end;
  create trigger sequence_steps_frozen_insert before insert on sequence_steps
  when exists (select 1 from sequences s where s.sequence_id = new.sequence_id and s.status <> 'draft')
  begin select raise(abort, 'the steps of a frozen sequence are immutable'); end;
  create trigger sequence_steps_frozen_delete before delete on sequence_steps
  when exists (select 1 from sequences s where s.sequence_id = old.sequence_id and s.status <> 'draft')
  begin select raise(abort, 'the steps of a frozen sequence are immutable'); end;

  create table enrollments (
    enrollment_id text primary key,
    campaign_id text not null,
    outreach_id text not null,
    contact_id text not null,
    name text not null,
    email text not null,
    email_norm text not null,
    email_status text not null check (email_status = 'verified'),
    role text,
    timezone text not null,
    mailbox_id text,
    state text not null check (state in (${sqlList(ENROLLMENT_STATES)})),
    current_step integer not null,
    held_until text,
    end_reason text,
    ended_at text,
    ${TRACED},
    unique (campaign_id, contact_id),
    unique (campaign_id, email_norm)
  );
  create index enrollments_email on enrollments (email_norm);
  create index enrollments_outreach on enrollments (outreach_id);
`;
