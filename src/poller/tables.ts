import type { Module } from '../database/port.ts';
import { HANDOFF_CONTEXT_STEP } from './handoff-context-tables.ts';
import { OUTREACH_STEP } from './outreach-tables.ts';
import { STREAM_STEP } from './stream-tables.ts';
import { FILE_STATES, sqlList, TERMINAL_STATES } from './file-states.ts';

const CREATED_AT_ORDER = `case when instr(c.created_at, '.') > 0
  then rtrim(rtrim(substr(c.created_at, 1, length(c.created_at) - 1), '0'), '.')
  else substr(c.created_at, 1, 19) end`;

/** `file` remembers observations, `batch` is the ledger (for ever); the other tables hold the rows of each contract. */
export const pollerModule: Module = {
  name: 'poller',
  steps: [
    {
      sqlite: `
        create table file (
          id integer primary key,
          contract text not null,
          key text not null,
          etag text not null,
          size integer not null,
          generation integer not null,
          state text not null check (state in (${sqlList(FILE_STATES)})),
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
          updated_at text not null,
          unique (key, etag, size, generation)
        );
        create unique index file_live_key on file (key) where state not in (${sqlList(TERMINAL_STATES)});
        create index file_live_state on file (state, id) where state not in (${sqlList(TERMINAL_STATES)});
        create index file_quarantined on file (id) where state = 'quarantined' and resolution is null;
        create index file_batch on file (batch_id) where batch_id is not null;

        create table batch (
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
        create trigger batch_no_update before update on batch
        begin select raise(abort, 'batch is the ledger: append-only'); end;
        create trigger batch_no_delete before delete on batch
        begin select raise(abort, 'batch is the ledger: append-only'); end;
        create trigger batch_no_replace before insert on batch
        when exists (select 1 from batch where contract = new.contract and batch_id = new.batch_id and sha256 is not new.sha256)
        begin select raise(abort, 'batch is the ledger: a batch id is taken once'); end;

        create table lead_card (
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
        create unique index lead_card_lead on lead_card (batch_id, lead_id);
        create trigger lead_card_no_update before update on lead_card
        begin select raise(abort, 'lead cards are immutable'); end;
        create trigger lead_card_no_delete before delete on lead_card
        begin select raise(abort, 'lead cards are immutable'); end;
        create trigger lead_card_no_late_insert before insert on lead_card
        when exists (select 1 from batch where contract = 'lead-card-batch' and batch_id = new.batch_id)
        -- fail, not abort: nothing was written before it, and abort would cost a statement journal for every row
        begin select raise(fail, 'lead cards are immutable: their batch was taken'); end;

        create view lead_card_current as
        select batch_id, position, lead_id, source_platform, username, display_name, audience_pool, persona, tribe,
               execution_label, confidence_score, enrichment_status, contactability_score, created_at, enrichment
        from (
          select c.*, row_number() over (
            partition by c.lead_id order by ${CREATED_AT_ORDER} desc, b.ingest_seq desc, c.position desc
          ) as place
          from lead_card c join batch b on b.contract = 'lead-card-batch' and b.batch_id = c.batch_id
        ) where place = 1;

        create table run (
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
        create table run_lease (
          worker text primary key,
          run_id text not null references run (run_id),
          lease_until_ms integer not null
        );
        create table breaker (
          only integer primary key check (only = 1),
          code text not null,
          tripped_at text not null,
          run_id text not null
        );
      `,
    },
    {
      // Receipts: 'due' from the verdict on until the producer's answer is in the store.
      // Rebuild: its one row stands while the ledger is being rebuilt from the archive; nothing is polled until then.
      sqlite: `
        alter table file add column receipt text check (receipt in ('due', 'written'));
        create index file_receipt_due on file (id) where receipt = 'due';
        create table rebuild (
          only integer primary key check (only = 1),
          run_id text not null,
          started_at text not null
        );
      `,
    },
    HANDOFF_CONTEXT_STEP,
    STREAM_STEP,
    OUTREACH_STEP,
  ],
};
