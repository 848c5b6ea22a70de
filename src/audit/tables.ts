import type { Module } from '../database/port.ts';
import { CHECKPOINT_STATES } from './checkpoint-table.ts';
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
    {
      // What was said of a log's length and head, by this system of its own and by others of theirs. What was said once
      // stays; only how far an own checkpoint has come may change. The guards before an insert stop `insert or replace`.
      sqlite: `
        create table audit_checkpoint (
          size integer primary key check (size > 0),
          head_hash text not null,
          note text not null,
          cut_at text not null,
          state text not null check (state in (${CHECKPOINT_STATES.map((state) => `'${state}'`).join(', ')}))
        );
        create index audit_checkpoint_pending on audit_checkpoint (size) where state = 'pending';
        create trigger audit_checkpoint_once before insert on audit_checkpoint
        when exists (select 1 from audit_checkpoint where size = new.size)
        begin select raise(abort, 'audit_checkpoint: a size is cut once'); end;
        create trigger audit_checkpoint_moves before update on audit_checkpoint
        when old.state <> 'pending' or new.size is not old.size or new.head_hash is not old.head_hash
          or new.note is not old.note or new.cut_at is not old.cut_at
        begin select raise(abort, 'audit_checkpoint: only the state of a pending one changes'); end;
        create trigger audit_checkpoint_no_delete before delete on audit_checkpoint
        begin select raise(abort, 'audit_checkpoint is append-only'); end;

        create table audit_peer_checkpoint (
          id integer primary key,
          system text not null,
          size integer not null check (size > 0),
          head_hash text not null,
          note text not null,
          seen_in text not null,
          seen_at text not null,
          unique (system, size, head_hash)
        );
        create trigger audit_peer_checkpoint_once before insert on audit_peer_checkpoint
        when exists (
          select 1 from audit_peer_checkpoint
           where id = new.id or (system = new.system and size = new.size and head_hash = new.head_hash)
        )
        begin select raise(abort, 'audit_peer_checkpoint: what a peer said is kept once'); end;
        create trigger audit_peer_checkpoint_no_update before update on audit_peer_checkpoint
        begin select raise(abort, 'audit_peer_checkpoint is append-only'); end;
        create trigger audit_peer_checkpoint_no_delete before delete on audit_peer_checkpoint
        begin select raise(abort, 'audit_peer_checkpoint is append-only'); end;
      `,
    },
  ],
};
