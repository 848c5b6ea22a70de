CREATE INDEX bit_scores_outreach on bit_scores (outreach_id, evaluated_at);

CREATE INDEX engagement_signal_outreach on engagement_signal (outreach_id, occurred_at);

CREATE INDEX file_batch on file (batch_id) where batch_id is not null;

CREATE UNIQUE INDEX file_live_key on file (key) where state not in ('done', 'quarantined', 'superseded', 'vanished');

CREATE INDEX file_live_state on file (state, id) where state not in ('done', 'quarantined', 'superseded', 'vanished');

CREATE INDEX file_quarantined on file (id) where state = 'quarantined' and resolution is null;

CREATE INDEX file_receipt_due on file (id) where receipt = 'due';

CREATE UNIQUE INDEX lead_card_lead on lead_card (batch_id, lead_id);

CREATE INDEX stream_gap_new on stream_gap (id) where alerted_at is null;

CREATE UNIQUE INDEX stream_gap_place on stream_gap (source, target, contract, first);

CREATE TABLE batch (
  ingest_seq integer primary key,
  contract text not null,
  batch_id text not null,
  sha256 text not null,
  schema_version text not null,
  revision text not null,
  source text not null,
  target text not null,
  created_at text not null,
  records integer not null,
  bytes integer not null,
  transport text not null check (transport in ('file', 'api', 'queue')),
  key text not null,
  run_id text not null,
  committed_at text not null,
  unique (contract, batch_id)
);

CREATE TABLE bit_scores (
  bit_evaluation_id text primary key,
  outreach_id text not null,
  bit_score real,
  bit_tier text not null,
  evaluated_at text not null,
  correlation_id text not null,
  batch_id text not null,
  batch_order text not null,
  ingested_at text not null
);

CREATE TABLE breaker (
  only integer primary key check (only = 1),
  code text not null,
  tripped_at text not null,
  run_id text not null
);

CREATE TABLE company_target (
  outreach_id text primary key,
  email_method text,
  timezone text,
  batch_id text not null,
  updated_at text not null
);

CREATE TABLE engagement_signal (
  event_id text primary key,
  event_type text not null,
  outreach_id text not null,
  sid text,
  campaign_id text not null,
  sequence_id text,
  send_id text,
  contact_id text,
  occurred_at text not null,
  actor_class text not null,
  confidence real not null,
  correlation_id text not null,
  process_id text not null,
  batch_id text not null,
  batch_order text not null,
  position integer not null
);

CREATE TABLE file (
  id integer primary key,
  contract text not null,
  key text not null,
  etag text not null,
  size integer not null,
  generation integer not null,
  state text not null check (state in ('seen', 'ready', 'working', 'retry_wait', 'held', 'skipped', 'committed', 'archived', 'quarantining', 'done', 'quarantined', 'superseded', 'vanished')),
  code text,
  problems text,
  error text,
  verdict text check (verdict in ('ingested', 'duplicate', 'quarantined', 'held', 'skipped')),
  batch_id text,
  schema_version text,
  target text,
  sha256 text,
  md5 text,
  records integer,
  destination text,
  claim_token integer not null default 0,
  claimed_by text,
  run_id text,
  lease_until_ms integer,
  attempts integer not null default 0,
  crashes integer not null default 0,
  failures integer not null default 0,
  waits integer not null default 0,
  missing integer not null default 0,
  marked integer not null default 0,
  next_attempt_ms integer,
  correlation_id text not null,
  resolution text check (resolution in ('released', 'discarded')),
  first_seen_at text not null,
  updated_at text not null, receipt text check (receipt in ('due', 'written')),
  unique (key, etag, size, generation)
);

CREATE TABLE handoff_context (
    handoff_id text primary key,
    handoff_timestamp text not null,
    handoff_version text not null,
    approved_by text not null,
    approval_timestamp text not null,
    approval_reason text,
    source_request_id text not null,
    source_analysis_timestamp text not null,
    governance_status text not null,
    governance_warnings text,
    metric_context text,
    audit_trail text not null,
    document text not null);

CREATE TABLE handoff_question (
    handoff_id text not null,
    position integer not null,
    question_id text not null,
    question_text text not null,
    ai_answer_excerpt text,
    brand_mentioned integer not null check (brand_mentioned in (0, 1)),
    brand_position integer,
    sentiment text,
    topic_id text not null,
    topic_name text not null,
    primary key (handoff_id, position));

CREATE TABLE handoff_recommendation (
    handoff_id text not null,
    position integer not null,
    recommendation_id text not null,
    type text not null,
    priority text not null,
    title text not null,
    description text not null,
    actionable_steps text not null,
    topic_id text,
    topic_name text,
    question_id text,
    question_text text,
    expected_impact text not null,
    created_at text not null,
    generated_by text not null,
    warnings text,
    primary key (handoff_id, position));

CREATE TABLE handoff_topic (
    handoff_id text not null,
    position integer not null,
    topic_id text not null,
    topic_name text not null,
    geo_score real,
    visibility_score real,
    sentiment_score real,
    brand_rank integer,
    competitor_count integer,
    question_count integer,
    sample_questions text,
    primary key (handoff_id, position));

CREATE TABLE handoff_warning (
    handoff_id text not null,
    position integer not null,
    rule_id text not null,
    pointer text not null,
    excerpt text not null,
    primary key (handoff_id, position));

CREATE TABLE lead_card (
  batch_id text not null,
  position integer not null,
  lead_id text not null,
  source_platform text not null,
  username text not null,
  display_name text not null,
  audience_pool text not null,
  persona text not null,
  tribe text not null,
  execution_label text not null,
  confidence_score real not null,
  enrichment_status text not null,
  contactability_score real not null,
  created_at text not null,
  enrichment text,
  primary key (batch_id, position)
);

CREATE TABLE outreach (
  outreach_id text primary key,
  sid text not null,
  correlation_id text not null,
  bit_evaluation_id text not null,
  batch_id text not null,
  recency text not null,
  updated_at text not null
);

CREATE TABLE people (
  outreach_id text not null,
  contact_id text not null,
  name text not null,
  email text not null,
  email_status text not null,
  role text not null,
  timezone text,
  batch_id text not null,
  updated_at text not null,
  primary key (outreach_id, contact_id)
);

CREATE TABLE rebuild (
  only integer primary key check (only = 1),
  run_id text not null,
  started_at text not null
);

CREATE TABLE run (
  run_id text primary key,
  worker text not null,
  host text not null,
  pid integer not null,
  started text not null,
  started_at text not null,
  finished_at text,
  outcome text check (outcome in ('finished', 'interrupted', 'failed')),
  report text
);

CREATE TABLE run_lease (
  worker text primary key,
  run_id text not null references run (run_id),
  lease_until_ms integer not null
);

CREATE TABLE stream (
  source text not null,
  target text not null,
  contract text not null,
  highest integer not null,
  updated_at text not null,
  primary key (source, target, contract)
);

CREATE TABLE stream_gap (
  id integer primary key,
  source text not null,
  target text not null,
  contract text not null,
  first integer not null,
  last integer not null check (last >= first),
  opened_at text not null,
  alerted_at text
);

CREATE TRIGGER batch_no_delete before delete on batch
begin select raise(abort, 'batch is the ledger: append-only'); end;

CREATE TRIGGER batch_no_replace before insert on batch
    when exists (
      select 1 from batch
      where ingest_seq = new.ingest_seq or (contract = new.contract and batch_id = new.batch_id)
    )
    begin select raise(abort, 'batch is the ledger: a batch id is taken once'); end;

CREATE TRIGGER batch_no_update before update on batch
begin select raise(abort, 'batch is the ledger: append-only'); end;

CREATE TRIGGER handoff_context_no_delete before delete on handoff_context begin select raise(abort, 'handoff contexts are immutable'); end;

CREATE TRIGGER handoff_context_no_late_insert before insert on handoff_context
    when exists (select 1 from batch where contract = 'execution-handoff-context' and batch_id = new.handoff_id)
      or exists (select 1 from handoff_context where handoff_id = new.handoff_id)
    begin select raise(abort, 'handoff contexts are immutable: this one was taken'); end;

CREATE TRIGGER handoff_context_no_update before update on handoff_context begin select raise(abort, 'handoff contexts are immutable'); end;

CREATE TRIGGER handoff_question_no_delete before delete on handoff_question begin select raise(abort, 'handoff contexts are immutable'); end;

CREATE TRIGGER handoff_question_no_late_insert before insert on handoff_question
    when exists (select 1 from batch where contract = 'execution-handoff-context' and batch_id = new.handoff_id)
      or exists (select 1 from handoff_question where handoff_id = new.handoff_id and position = new.position)
    begin select raise(abort, 'handoff contexts are immutable: this one was taken'); end;

CREATE TRIGGER handoff_question_no_update before update on handoff_question begin select raise(abort, 'handoff contexts are immutable'); end;

CREATE TRIGGER handoff_recommendation_no_delete before delete on handoff_recommendation begin select raise(abort, 'handoff contexts are immutable'); end;

CREATE TRIGGER handoff_recommendation_no_late_insert before insert on handoff_recommendation
    when exists (select 1 from batch where contract = 'execution-handoff-context' and batch_id = new.handoff_id)
      or exists (select 1 from handoff_recommendation where handoff_id = new.handoff_id and position = new.position)
    begin select raise(abort, 'handoff contexts are immutable: this one was taken'); end;

CREATE TRIGGER handoff_recommendation_no_update before update on handoff_recommendation begin select raise(abort, 'handoff contexts are immutable'); end;

CREATE TRIGGER handoff_topic_no_delete before delete on handoff_topic begin select raise(abort, 'handoff contexts are immutable'); end;

CREATE TRIGGER handoff_topic_no_late_insert before insert on handoff_topic
    when exists (select 1 from batch where contract = 'execution-handoff-context' and batch_id = new.handoff_id)
      or exists (select 1 from handoff_topic where handoff_id = new.handoff_id and position = new.position)
    begin select raise(abort, 'handoff contexts are immutable: this one was taken'); end;

CREATE TRIGGER handoff_topic_no_update before update on handoff_topic begin select raise(abort, 'handoff contexts are immutable'); end;

CREATE TRIGGER handoff_warning_no_delete before delete on handoff_warning begin select raise(abort, 'handoff contexts are immutable'); end;

CREATE TRIGGER handoff_warning_no_late_insert before insert on handoff_warning
    when exists (select 1 from batch where contract = 'execution-handoff-context' and batch_id = new.handoff_id)
      or exists (select 1 from handoff_warning where handoff_id = new.handoff_id and position = new.position)
    begin select raise(abort, 'handoff contexts are immutable: this one was taken'); end;

CREATE TRIGGER handoff_warning_no_update before update on handoff_warning begin select raise(abort, 'handoff contexts are immutable'); end;

CREATE TRIGGER lead_card_no_delete before delete on lead_card
begin select raise(abort, 'lead cards are immutable'); end;

CREATE TRIGGER lead_card_no_late_insert before insert on lead_card
when exists (select 1 from batch where contract = 'lead-card-batch' and batch_id = new.batch_id)
-- fail, not abort: nothing was written before it, and abort would cost a statement journal for every row
begin select raise(fail, 'lead cards are immutable: their batch was taken'); end;

CREATE TRIGGER lead_card_no_update before update on lead_card
begin select raise(abort, 'lead cards are immutable'); end;

CREATE VIEW lead_card_current as
select batch_id, position, lead_id, source_platform, username, display_name, audience_pool, persona, tribe,
       execution_label, confidence_score, enrichment_status, contactability_score, created_at, enrichment
from (
  select c.*, row_number() over (
    partition by c.lead_id order by case when instr(c.created_at, '.') > 0
  then rtrim(rtrim(substr(c.created_at, 1, length(c.created_at) - 1), '0'), '.')
  else substr(c.created_at, 1, 19) end desc, b.ingest_seq desc, c.position desc
  ) as place
  from lead_card c join batch b on b.contract = 'lead-card-batch' and b.batch_id = c.batch_id
) where place = 1;
