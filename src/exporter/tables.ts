import type { Module } from '../database/port.ts';
import { enrichmentStep } from './enrichment-table.ts';
import { ACCEPTANCE_STEP } from './acceptance-table.ts';
import { REDUCED_CONTEXT_STEP } from './reduced-context-table.ts';
import { BATCH_STATES, RUN_STATES, sqlList } from './outbox-states.ts';

/**
 * `outbox` holds every batch that was ever built, `export_run` how far each input is cut into batches, and
 * `batch_sequence` the next number of the day.
 */
export const exporterModule: Module = {
  name: 'exporter',
  steps: [
    {
      sqlite: `
        create table export_run (
          id integer primary key,
          input_sha256 text not null,
          contract text not null,
          target text not null,
          batch_size integer not null check (batch_size > 0),
          round integer not null,
          state text not null check (state in (${sqlList(RUN_STATES)})),
          offset integer not null default 0,
          rejected integer not null default 0,
          rejects_file text,
          input text not null,
          store text not null,
          started_at text not null,
          finished_at text,
          unique (input_sha256, contract, target, batch_size, round)
        );

        create table outbox (
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
          state text not null check (state in (${sqlList(BATCH_STATES)})),
          code text,
          correlation_id text not null,
          attempt integer not null,
          attempt_open integer not null check (attempt_open in (0, 1)),
          attempt_ms integer not null,
          owner text not null,
          updated_at text not null,
          unique (contract, batch_id)
        );
        create index outbox_pending on outbox (id) where state = 'pending';
        create index outbox_run on outbox (run_id) where run_id is not null;

        create table batch_sequence (
          contract text not null,
          prefix text not null,
          day text not null,
          next integer not null,
          primary key (contract, prefix, day)
        );
      `,
    },
    {
      // What the target's receipt said, once it was read.
      sqlite: `
        alter table outbox add column answer text check (answer in ('ingested', 'quarantined', 'held'));
        alter table outbox add column answer_code text;
        alter table outbox add column answered_at text;
        create index outbox_unanswered on outbox (id) where state = 'published' and (answer is null or answer <> 'ingested');
      `,
    },
    {
      // Statements: signed when an attempt begins, so that every retry puts the same one. A stream counts what goes to one
      // target; `outbox_void` keeps the numbers whose batches never arrive until a statement has named them.
      sqlite: `
        alter table outbox add column stream_seq integer;
        alter table outbox add column statement text;
        alter table outbox add column statement_kid text;
        create table outbox_stream (
          source text not null,
          target text not null,
          contract text not null,
          last integer not null,
          primary key (source, target, contract)
        );
        create table outbox_void (
          source text not null,
          target text not null,
          contract text not null,
          stream_seq integer not null,
          named_by integer references outbox (id),
          primary key (source, target, contract, stream_seq)
        );
        create index outbox_void_open on outbox_void (source, target, contract, stream_seq) where named_by is null;
        create index outbox_void_named on outbox_void (named_by) where named_by is not null;
      `,
    },
    enrichmentStep,
    ACCEPTANCE_STEP,
    REDUCED_CONTEXT_STEP,
  ],
};
