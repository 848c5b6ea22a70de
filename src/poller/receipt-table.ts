import type { Queries, Transaction } from '../database/port.ts';
import type { FileRow } from './file-table.ts';

/** A judged file whose producer has no answer yet, with the ledger's row where its batch was taken. */
export interface DueReceipt extends FileRow {
  readonly taken_version: string | null;
  readonly taken_source: string | null;
  readonly taken_records: number | null;
  readonly taken_bytes: number | null;
  readonly taken_at: string | null;
  readonly taken_by: string | null;
}

const TAKEN = `verdict in ('ingested', 'duplicate')`;

/**
 * Receipts to write, oldest first, from behind `afterId`. A batch that was taken is taken, whatever its file does since;
 * any other verdict is told only while it stands: a file under way to quarantine may still be given back.
 */
export async function dueReceipts(
  database: Queries,
  contracts: readonly string[],
  afterId: number,
  limit: number,
): Promise<DueReceipt[]> {
  const places = contracts.map((_, index) => `$${index + 3}`).join(', ');
  return database.query<DueReceipt>(
    `select f.*, b.schema_version as taken_version, b.source as taken_source, b.records as taken_records,
       b.bytes as taken_bytes, b.committed_at as taken_at, b.run_id as taken_by
     from file f left join batch b on b.contract = f.contract and b.batch_id = f.batch_id and f.${TAKEN}
     where f.receipt = 'due' and f.id > $1 and (f.${TAKEN} or f.state in ('quarantined', 'held'))
       and f.contract in (${places})
     order by f.id limit $2`,
    [afterId, limit, ...contracts],
  );
}

/** False when the file was judged anew meanwhile, or another worker was faster: the receipt of that verdict is theirs. */
export async function markWritten(tx: Transaction, file: DueReceipt): Promise<boolean> {
  const marked = await tx.run(
    `update file set receipt = 'written' where id = $1 and receipt = 'due' and verdict = $2 and sha256 = $3`,
    [file.id, file.verdict, file.sha256],
  );
  return marked === 1;
}

/** Files that went another way before anybody was told: nothing is said of them any more. */
export async function dropMoot(queries: Queries): Promise<void> {
  await queries.run(
    `update file set receipt = null
     where receipt = 'due' and state in ('done', 'superseded', 'vanished') and (verdict is null or verdict not in ('ingested', 'duplicate'))`,
  );
}
