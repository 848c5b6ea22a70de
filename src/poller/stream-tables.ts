/**
 * `stream` says how far the numbers of one source have come, `stream_gap` which of them are still missing; a range is one
 * row, and goes when the last of its batches has come or was named void.
 */
export const STREAM_STEP = {
  sqlite: `
        create table stream (
          source text not null,
          target text not null,
          contract text not null,
          highest integer not null,
          updated_at text not null,
          primary key (source, target, contract)
        );
        create table stream_gap (
          id integer primary key,
          source text not null,
          target text not null,
          contract text not null,
          first integer not null,
          last integer not null check (last >= first),
          opened_at text not null,
          alerted_at text
        );
        create unique index stream_gap_place on stream_gap (source, target, contract, first);
        create index stream_gap_new on stream_gap (id) where alerted_at is null;
      `,
};
