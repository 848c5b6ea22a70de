import { isoTime } from '../base/clock.ts';
import type { Queries, Transaction } from '../database/port.ts';

/** A row of the ledger: a batch that was taken, for ever. */
export interface LedgerEntry {
  readonly contract: string;
  readonly batchId: string;
  readonly sha256: string;
  readonly schemaVersion: string;
  readonly revision: string;
  readonly source: string;
  readonly target: string;
  readonly createdAt: string;
  readonly records: number;
  readonly bytes: number;
  readonly transport: 'file' | 'api' | 'queue';
  readonly key: string;
  readonly runId: string;
}

/** False when the batch id is already in the ledger, with whatever bytes. */
export async function insertBatch(tx: Transaction, batch: LedgerEntry, nowMs: number): Promise<boolean> {
  if ((await ledgerHash(tx, batch.contract, batch.batchId)) !== undefined) return false;
  const inserted = await tx.run(
    `insert into batch (contract, batch_id, sha256, schema_version, revision, source, target, created_at, records, bytes,
       transport, key, run_id, committed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) on conflict do nothing`,
    [
      batch.contract, batch.batchId, batch.sha256, batch.schemaVersion, batch.revision, batch.source, batch.target,
      batch.createdAt, batch.records, batch.bytes, batch.transport, batch.key, batch.runId, isoTime(nowMs),
    ], // prettier-ignore
  );
  return inserted === 1;
}

/** The SHA-256 under which the batch was taken; undefined when it never was. */
export async function ledgerHash(tx: Queries, contract: string, batchId: string): Promise<string | undefined> {
  const [row] = await tx.query<{ sha256: string }>('select sha256 from batch where contract = $1 and batch_id = $2', [
    contract,
    batchId,
  ]);
  return row?.sha256;
}

export async function ledgerIsEmpty(database: Queries): Promise<boolean> {
  return (await database.query('select 1 from batch limit 1')).length === 0;
}

/** Where copies of the batch were put in the archive, the first one first. */
export async function archivedKeysOf(database: Queries, batchId: string): Promise<string[]> {
  const rows = await database.query<{ destination: string }>(
    `select destination, min(id) as first from file
     where batch_id = $1 and verdict in ('ingested', 'duplicate') and destination is not null
     group by destination order by first`,
    [batchId],
  );
  return rows.map(({ destination }) => destination);
}

/** What verification of the archive asks of the ledger. */
export interface LedgerRow {
  readonly ingest_seq: number;
  readonly contract: string;
  readonly batch_id: string;
  readonly sha256: string;
  readonly committed_at: string;
}

export async function ledgerRow(database: Queries, contract: string, batchId: string): Promise<LedgerRow | undefined> {
  const [row] = await database.query<LedgerRow>(
    'select ingest_seq, contract, batch_id, sha256, committed_at from batch where contract = $1 and batch_id = $2',
    [contract, batchId],
  );
  return row;
}

/** 0 while the ledger is empty. */
export async function lastIngestSeq(database: Queries): Promise<number> {
  const [row] = await database.query<{ last: number | null }>('select max(ingest_seq) as last from batch');
  return row?.last ?? 0;
}

/** The ledger in the order of taking, from behind `after` up to `last`. */
export async function ledgerPage(database: Queries, after: number, last: number, limit: number): Promise<LedgerRow[]> {
  return database.query<LedgerRow>(
    `select ingest_seq, contract, batch_id, sha256, committed_at from batch
     where ingest_seq > $1 and ingest_seq <= $2 order by ingest_seq limit $3`,
    [after, last, limit],
  );
}

/** Its rows are durable, and a poll has still to make its archive copy. */
export async function copyIsPending(database: Queries, batch: LedgerRow): Promise<boolean> {
  const rows = await database.query(
    `select 1 from file where batch_id = $1 and contract = $2 and state = 'committed' limit 1`,
    [batch.batch_id, batch.contract],
  );
  return rows.length === 1;
}
