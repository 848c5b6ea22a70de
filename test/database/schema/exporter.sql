CREATE INDEX outbox_pending on outbox (id) where state = 'pending';

CREATE INDEX outbox_run on outbox (run_id) where run_id is not null;

CREATE INDEX outbox_unanswered on outbox (id) where state = 'published' and (answer is null or answer <> 'ingested');

CREATE INDEX outbox_void_named on outbox_void (named_by) where named_by is not null;

CREATE INDEX outbox_void_open on outbox_void (source, target, contract, stream_seq) where named_by is null;

CREATE TABLE acceptance (
      contract text not null,
      target text not null,
      range text not null,
      accepted_at text not null,
      key text not null,
      read_at text not null,
      primary key (contract, target)
    );

CREATE TABLE batch_sequence (
  contract text not null,
  prefix text not null,
  day text not null,
  next integer not null,
  primary key (contract, prefix, day)
);

CREATE TABLE export_run (
  id integer primary key,
  input_sha256 text not null,
  contract text not null,
  target text not null,
  batch_size integer not null check (batch_size > 0),
  round integer not null,
  state text not null check (state in ('running', 'done')),
  offset integer not null default 0,
  rejected integer not null default 0,
  rejects_file text,
  input text not null,
  store text not null,
  started_at text not null,
  finished_at text,
  unique (input_sha256, contract, target, batch_size, round)
);

CREATE TABLE lead_enrichment (
  lead_id text primary key,
  state text not null check (state in ('NONE', 'REQUESTED', 'ENRICHED', 'FAILED') and state <> 'NONE'),
  approved_by text not null,
  approved_at text not null,
  enrichment text,
  updated_at text not null,
  check ((state = 'ENRICHED') = (enrichment is not null))
);

CREATE TABLE outbox (
  id integer primary key,
  run_id integer references export_run (id),
  contract text not null,
  batch_id text not null,
  revision text not null,
  schema_version text not null,
  source text not null,
  target text not null,
  created_at text not null,
  input text not null,
  store text not null,
  key text not null,
  sha256 text not null,
  md5 text not null,
  bytes integer not null,
  records integer not null,
  header_bytes integer,
  path text not null,
  state text not null check (state in ('pending', 'published', 'refused', 'void', 'lost')),
  code text,
  correlation_id text not null,
  attempt integer not null,
  attempt_open integer not null check (attempt_open in (0, 1)),
  attempt_ms integer not null,
  owner text not null,
  updated_at text not null, answer text check (answer in ('ingested', 'quarantined', 'held')), answer_code text, answered_at text, stream_seq integer, statement text, statement_kid text,
  unique (contract, batch_id)
);

CREATE TABLE outbox_stream (
  source text not null,
  target text not null,
  contract text not null,
  last integer not null,
  primary key (source, target, contract)
);

CREATE TABLE outbox_void (
  source text not null,
  target text not null,
  contract text not null,
  stream_seq integer not null,
  named_by integer references outbox (id),
  primary key (source, target, contract, stream_seq)
);

CREATE TABLE reduced_context (
      contract text not null,
      batch_id text not null,
      input_sha256 text not null,
      mode text not null,
      primary key (contract, batch_id)
    );
