CREATE INDEX bit_gate_checks_outreach on bit_gate_checks (outreach_id);

CREATE INDEX campaign_requests_batch on campaign_requests (batch_id) where batch_id is not null;

CREATE INDEX campaign_requests_campaign on campaign_requests (campaign_id) where campaign_id is not null;

CREATE UNIQUE INDEX campaigns_one_live on campaigns (outreach_id) where status in ('draft', 'scheduled', 'active', 'paused');

CREATE INDEX campaigns_status on campaigns (status);

CREATE INDEX cl_outbox_batched on cl_outbox (batched_at);

CREATE INDEX cl_outbox_open on cl_outbox (seq) where handed_at is null;

CREATE INDEX engagement_events_complaint on engagement_events (campaign_id) where type = 'complaint';

CREATE INDEX engagement_events_outreach on engagement_events (outreach_id);

CREATE INDEX engagement_events_send on engagement_events (send_id);

CREATE INDEX enrollments_email on enrollments (email_norm);

CREATE INDEX enrollments_outreach on enrollments (outreach_id);

CREATE INDEX inbound_mails_forward on inbound_mails (mailbox_id) where forward = 'pending';

CREATE UNIQUE INDEX outreach_errors_open on outreach_errors (fingerprint) where resolved_at is null;

CREATE INDEX send_log_bounced on send_log (campaign_id) where bounced_at is not null;

CREATE INDEX send_log_campaign on send_log (campaign_id, state);

CREATE INDEX send_log_due on send_log (state, priority, next_attempt_at);

CREATE INDEX send_log_lease on send_log (state, lease_until);

CREATE TABLE bit_gate_checks (
    id text primary key,
    outreach_id text not null,
    campaign_id text,
    stage text not null check (stage in ('create', 'schedule', 'activate', 'resume', 'claim')),
    bit_evaluation_id text,
    score real,
    tier text,
    decision text not null check (decision in ('passed', 'blocked')),
    reason text,
    
  created_at text not null,
  correlation_id text not null,
  process_id text not null
  );

CREATE TABLE calendar_links (
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
    
  created_at text not null,
  correlation_id text not null,
  process_id text not null
  );

CREATE TABLE campaign_requests (
    request_key text primary key,
    outreach_id text not null,
    sequence_template text not null,
    requested_by text not null,
    batch_id text,
    campaign_id text,
    error_code text,
    
  created_at text not null,
  correlation_id text not null,
  process_id text not null
  );

CREATE TABLE campaign_transitions (
    campaign_id text not null,
    seq integer not null,
    from_status text,
    to_status text not null,
    kind text not null check (kind in ('drawn', 'added')),
    trigger_name text not null,
    actor text not null,
    reason text,
    
  created_at text not null,
  correlation_id text not null,
  process_id text not null,
    primary key (campaign_id, seq)
  );

CREATE TABLE campaigns (
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
    status text not null check (status in ('draft', 'scheduled', 'active', 'paused', 'completed', 'cancelled')),
    status_reason text,
    paused_from text check (paused_from in ('scheduled', 'active')),
    scheduled_at text,
    activated_at text,
    ended_at text,
    timezone text not null,
    window_json text not null,
    policy_json text not null,
    version integer not null,
    
  created_at text not null,
  correlation_id text not null,
  process_id text not null
  );

CREATE TABLE cl_outbox (
    seq integer primary key,
    event_id text not null unique,
    outreach_id text not null,
    event_type text not null,
    payload text not null,
    batch_id text,
    batched_at text,
    handed_at text,
    
  created_at text not null,
  correlation_id text not null,
  process_id text not null
  );

CREATE TABLE engagement_events (
    event_id text primary key,
    type text not null check (type in ('delivered', 'open', 'click', 'reply', 'auto_reply', 'bounce_hard', 'bounce_soft', 'complaint', 'unsubscribe', 'meeting_booked', 'campaign_completed')),
    send_id text,
    campaign_id text not null,
    sequence_id text,
    outreach_id text not null,
    contact_id text,
    link_id text,
    actor_class text not null check (actor_class in ('human', 'proxy', 'machine', 'unknown')),
    confidence real not null check (confidence >= 0 and confidence <= 1),
    source text not null check (source in ('smtp', 'pixel', 'redirect', 'unsubscribe_page', 'imap', 'dsn', 'provider_webhook', 'calendar_webhook', 'operator', 'system')),
    occurred_at text not null,
    received_at text not null,
    user_agent text,
    ip_hash text,
    raw_ref text,
    detail text,
    dedupe_key text not null unique,
    
  created_at text not null,
  correlation_id text not null,
  process_id text not null
  );

CREATE TABLE enrollments (
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
    state text not null check (state in ('pending', 'active', 'held', 'finished', 'stopped')),
    current_step integer not null,
    held_until text,
    end_reason text,
    ended_at text,
    
  created_at text not null,
  correlation_id text not null,
  process_id text not null,
    unique (campaign_id, contact_id),
    unique (campaign_id, email_norm)
  );

CREATE TABLE handoffs (
    outreach_id text primary key,
    booking_uid text not null unique,
    jti text not null,
    provider text not null,
    booked_at text not null,
    ended_at text not null,
    
  created_at text not null,
  correlation_id text not null,
  process_id text not null
  );

CREATE TABLE inbound_mails (
    mailbox_id text not null,
    message_key text not null,
    folder text not null,
    uidvalidity text not null,
    uid integer not null,
    verdict text not null check (verdict in ('reply', 'opt_out', 'unsubscribe', 'auto_reply', 'bounce_hard', 'bounce_soft', 'delivered', 'complaint', 'broken')),
    send_id text,
    forward text check (forward in ('pending', 'done', 'failed')),
    forward_attempts integer not null default 0,
    forward_claimed_until text,
    received_at text not null,
    created_at text not null,
    correlation_id text,
    process_id text not null,
    primary key (mailbox_id, message_key)
  );

CREATE TABLE instance_lease (
    name text primary key,
    holder text not null,
    until text not null,
    heartbeat_at text not null
  );

CREATE TABLE links (
    link_id text primary key,
    step_id text not null,
    idx integer not null,
    url text not null,
    
  created_at text not null,
  correlation_id text not null,
  process_id text not null,
    unique (step_id, idx)
  );

CREATE TABLE mailbox_folders (
    mailbox_id text not null,
    folder text not null,
    uidvalidity text not null,
    last_uid integer not null,
    updated_at text not null,
    primary key (mailbox_id, folder)
  );

CREATE TABLE mailbox_usage (
    mailbox_id text not null,
    kind text not null check (kind in ('day', 'hour')),
    window_start text not null,
    used integer not null check (used >= 0),
    primary key (mailbox_id, kind, window_start)
  );

CREATE TABLE mailboxes (
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

CREATE TABLE outreach_errors (
    id text primary key,
    code text not null check (code in ('OUT-001', 'OUT-002', 'OUT-003', 'OUT-004', 'OUT-005')),
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
    
  created_at text not null,
  correlation_id text not null,
  process_id text not null
  );

CREATE TABLE send_attempts (
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
    
  created_at text not null,
  correlation_id text not null,
  process_id text not null,
    primary key (send_id, attempt_no)
  );

CREATE TABLE send_log (
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
    state text not null check (state in ('scheduled', 'claimed', 'submitting', 'sent', 'uncertain', 'failed', 'cancelled', 'skipped')),
    send_status text generated always as (
      case when state in ('scheduled', 'claimed', 'submitting') then 'scheduled'
   when state in ('sent', 'uncertain') then 'sent'
   when state in ('failed') then 'failed' end) stored,
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
    
  created_at text not null,
  correlation_id text not null,
  process_id text not null,
    unique (enrollment_id, step_id, generation)
  );

CREATE TABLE sequence_steps (
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
    
  created_at text not null,
  correlation_id text not null,
  process_id text not null,
    unique (sequence_id, step_no)
  );

CREATE TABLE sequences (
    sequence_id text primary key,
    campaign_id text not null unique,
    template text not null,
    strategy text not null,
    status text not null check (status in ('draft', 'frozen', 'finished', 'stopped')),
    frozen_at text,
    content_sha256 text not null,
    
  created_at text not null,
  correlation_id text not null,
  process_id text not null
  );

CREATE TABLE suppressions (
    id text primary key,
    scope text not null check (scope in ('global', 'domain', 'outreach')),
    key_norm text not null,
    reason text not null check (reason in ('unsubscribe', 'hard_bounce', 'complaint', 'manual', 'opt_out_reply')),
    source_send_id text,
    expires_at text,
    created_at text not null,
    correlation_id text,
    process_id text,
    unique (scope, key_norm)
  );

CREATE TABLE webhook_receipts (
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

CREATE TRIGGER campaign_transitions_no_delete before delete on campaign_transitions
  begin select raise(abort, 'campaign_transitions is append-only'); end;

CREATE TRIGGER campaign_transitions_no_update before update on campaign_transitions
  begin select raise(abort, 'campaign_transitions is append-only'); end;

CREATE TRIGGER handoffs_no_delete before delete on handoffs
  begin select raise(abort, 'a handoff is an end: it stays'); end;

CREATE TRIGGER handoffs_no_update before update on handoffs
  begin select raise(abort, 'a handoff is an end: it stays'); end;

CREATE TRIGGER sequence_steps_frozen before update on sequence_steps
  when exists (select 1 from sequences s where s.sequence_id = old.sequence_id and s.status <> 'draft')
  begin select raise(abort, 'the steps of a frozen sequence are immutable'); end;

CREATE TRIGGER sequence_steps_frozen_delete before delete on sequence_steps
  when exists (select 1 from sequences s where s.sequence_id = old.sequence_id and s.status <> 'draft')
  begin select raise(abort, 'the steps of a frozen sequence are immutable'); end;

CREATE TRIGGER sequence_steps_frozen_insert before insert on sequence_steps
  when exists (select 1 from sequences s where s.sequence_id = new.sequence_id and s.status <> 'draft')
  begin select raise(abort, 'the steps of a frozen sequence are immutable'); end;
