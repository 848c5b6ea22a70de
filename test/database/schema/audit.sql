CREATE INDEX audit_checkpoint_pending on audit_checkpoint (size) where state = 'pending';

CREATE INDEX audit_log_batch on audit_log (batch_id) where batch_id is not null;

CREATE TABLE audit_checkpoint (
  size integer primary key check (size > 0),
  head_hash text not null,
  note text not null,
  cut_at text not null,
  state text not null check (state in ('pending', 'anchored', 'forked'))
);

CREATE TABLE audit_log (
  seq integer primary key autoincrement check (seq > 0 and seq is (entry ->> 'seq')),
  entry text not null,
  entry_hash text not null,
  ts text generated always as (entry ->> 'ts') virtual,
  event text generated always as (entry ->> 'event') virtual,
  outcome text generated always as (entry ->> 'outcome') virtual,
  reason_code text generated always as (entry ->> 'reason_code') virtual,
  contract text generated always as (entry ->> 'contract') virtual,
  batch_id text generated always as (entry ->> 'batch_id') virtual,
  schema_version text generated always as (entry ->> 'schema_version') virtual,
  revision text generated always as (entry ->> 'revision') virtual,
  source text generated always as (entry ->> 'source') virtual,
  target text generated always as (entry ->> 'target') virtual,
  checksum text generated always as (entry ->> 'checksum') virtual,
  transport text generated always as (entry ->> 'transport') virtual,
  attempt integer generated always as (entry ->> 'attempt') virtual,
  bytes integer generated always as (entry ->> 'bytes') virtual,
  records integer generated always as (entry ->> 'records') virtual,
  run_id text generated always as (entry ->> 'run_id') virtual,
  actor text generated always as (entry ->> 'actor') virtual,
  correlation_id text generated always as (entry ->> 'correlation_id') virtual,
  system text generated always as (entry ->> 'system') virtual,
  detail text generated always as (entry ->> 'detail') virtual,
  prev_hash text generated always as (entry ->> 'prev_hash') virtual
);

CREATE TABLE audit_peer_checkpoint (
  id integer primary key,
  system text not null,
  size integer not null check (size > 0),
  head_hash text not null,
  note text not null,
  seen_in text not null,
  seen_at text not null,
  unique (system, size, head_hash)
);

CREATE TRIGGER audit_checkpoint_moves before update on audit_checkpoint
when old.state <> 'pending' or new.size is not old.size or new.head_hash is not old.head_hash
  or new.note is not old.note or new.cut_at is not old.cut_at
begin select raise(abort, 'audit_checkpoint: only the state of a pending one changes'); end;

CREATE TRIGGER audit_checkpoint_no_delete before delete on audit_checkpoint
begin select raise(abort, 'audit_checkpoint is append-only'); end;

CREATE TRIGGER audit_checkpoint_once before insert on audit_checkpoint
when exists (select 1 from audit_checkpoint where size = new.size)
begin select raise(abort, 'audit_checkpoint: a size is cut once'); end;

CREATE TRIGGER audit_log_append after insert on audit_log
when new.seq <= (select seq from sqlite_sequence where name = 'audit_log')
  or new.prev_hash is not case new.seq
       when 1 then '0000000000000000000000000000000000000000000000000000000000000000'
       else (select entry_hash from audit_log where seq = new.seq - 1)
     end
  or new.prev_hash is null
begin select raise(abort, 'audit_log: an entry must follow the head'); end;

CREATE TRIGGER audit_log_no_delete before delete on audit_log
begin select raise(abort, 'audit_log is append-only'); end;

CREATE TRIGGER audit_log_no_update before update on audit_log
begin select raise(abort, 'audit_log is append-only'); end;

CREATE TRIGGER audit_peer_checkpoint_no_delete before delete on audit_peer_checkpoint
begin select raise(abort, 'audit_peer_checkpoint is append-only'); end;

CREATE TRIGGER audit_peer_checkpoint_no_update before update on audit_peer_checkpoint
begin select raise(abort, 'audit_peer_checkpoint is append-only'); end;

CREATE TRIGGER audit_peer_checkpoint_once before insert on audit_peer_checkpoint
when exists (
  select 1 from audit_peer_checkpoint
   where id = new.id or (system = new.system and size = new.size and head_hash = new.head_hash)
)
begin select raise(abort, 'audit_peer_checkpoint: what a peer said is kept once'); end;

CREATE VIEW audit_log_reach as select max(seq) as seq from sqlite_sequence where name = 'audit_log';
