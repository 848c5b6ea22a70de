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
