import type { Module } from '../database/port.ts';

const COLUMNS = [
  'ts', 'event', 'outcome', 'reason_code', 'contract', 'batch_id', 'schema_version', 'revision', 'source', 'target',
  'checksum', 'transport', 'attempt', 'bytes', 'records', 'run_id', 'actor', 'correlation_id', 'system', 'detail', 'prev_hash',
]; // prettier-ignore

const INTEGERS = new Set(['attempt', 'bytes', 'records']);

/** A column is computed from the entry, so that a column and the hashed text can never disagree. */
function generatedColumn(name: string): string {
  const type = INTEGERS.has(name) ? 'integer' : 'text';
  return `${name} ${type} generated always as (json_extract(entry, '$.${name}')) virtual`;
}

/**
 * The insert guard is there because `insert or replace` walks past a delete trigger, and because a row
 * must name the head as its predecessor: a fork or a gap is refused when it is written, not only found later.
 */
export const auditModule: Module = {
  name: 'audit',
  steps: [
    {
      sqlite: `
        create table audit_log (
          seq integer primary key check (seq = json_extract(entry, '$.seq')),
          entry text not null,
          entry_hash text not null,
          ${COLUMNS.map(generatedColumn).join(',\n          ')}
        );
        create unique index audit_log_prev_hash on audit_log (prev_hash);
        create index audit_log_batch on audit_log (batch_id) where batch_id is not null;
        create trigger audit_log_append before insert on audit_log
        when new.seq is not (select coalesce(max(seq), 0) + 1 from audit_log)
          or json_extract(new.entry, '$.prev_hash') is not
             coalesce((select entry_hash from audit_log order by seq desc limit 1), '${'0'.repeat(64)}')
        begin select raise(abort, 'audit_log: an entry must follow the head'); end;
        create trigger audit_log_no_update before update on audit_log
        begin select raise(abort, 'audit_log is append-only'); end;
        create trigger audit_log_no_delete before delete on audit_log
        begin select raise(abort, 'audit_log is append-only'); end;
      `,
    },
  ],
};
