import type { Module } from '../database/port.ts';
import { GENESIS_HASH } from './entry.ts';

const COLUMNS = [
  'ts', 'event', 'outcome', 'reason_code', 'contract', 'batch_id', 'schema_version', 'revision', 'source', 'target',
  'checksum', 'transport', 'attempt', 'bytes', 'records', 'run_id', 'actor', 'correlation_id', 'system', 'detail', 'prev_hash',
]; // prettier-ignore

const INTEGERS = new Set(['attempt', 'bytes', 'records']);

/** A column is computed from the entry, so that a column and the hashed text can never disagree. */
function generatedColumn(name: string): string {
  const type = INTEGERS.has(name) ? 'integer' : 'text';
  return `${name} ${type} generated always as (entry ->> '${name}') virtual`;
}

/**
 * The guard refuses a fork, a gap and a replacement when they are written, not only when they are looked for. Two
 * entries can never name one predecessor: an entry's predecessor is the row of the number before its own, and a
 * number stands once; so no index over the hashes is needed, which would cost a random page for every entry.
 *
 * `insert or replace` walks past a delete trigger. AUTOINCREMENT finds it: `sqlite_sequence` remembers the highest
 * number that any earlier statement wrote, also when its row is gone. The guard runs after the insert because
 * a trigger before it would make SQLite compute all generated columns twice, a third of the time of an append.
 */
export const auditModule: Module = {
  name: 'audit',
  steps: [
    {
      sqlite: `
        create table audit_log (
          seq integer primary key autoincrement check (seq > 0 and seq is (entry ->> 'seq')),
          entry text not null,
          entry_hash text not null,
          ${COLUMNS.map(generatedColumn).join(',\n          ')}
        );
        create index audit_log_batch on audit_log (batch_id) where batch_id is not null;
        create trigger audit_log_append after insert on audit_log
        when new.seq <= (select seq from sqlite_sequence where name = 'audit_log')
          or new.prev_hash is not case new.seq
               when 1 then '${GENESIS_HASH}'
               else (select entry_hash from audit_log where seq = new.seq - 1)
             end
          or new.prev_hash is null
        begin select raise(abort, 'audit_log: an entry must follow the head'); end;
        create trigger audit_log_no_update before update on audit_log
        begin select raise(abort, 'audit_log is append-only'); end;
        create trigger audit_log_no_delete before delete on audit_log
        begin select raise(abort, 'audit_log is append-only'); end;
        create view audit_log_reach as select max(seq) as seq from sqlite_sequence where name = 'audit_log';
      `,
    },
  ],
};
