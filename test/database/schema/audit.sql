CREATE INDEX audit_log_batch on audit_log (batch_id) where batch_id is not null;

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

CREATE VIEW audit_log_reach as select max(seq) as seq from sqlite_sequence where name = 'audit_log';
