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

/** Where to go on, and what is left to others. */
export interface DueAfter {
  readonly contracts: readonly string[];
  /** Runs that answer for the files that they claimed. */
  readonly exceptRuns: readonly string[];
  readonly afterId: number;
}

/**
 * Receipts to write, oldest first. A batch that was taken is taken, whatever its file does since;
 * any other verdict is told only while it stands: a file under way to quarantine may still be given back.
 */
export async function dueReceipts(
  database: Queries,
  { contracts, exceptRuns, afterId }: DueAfter,
  limit: number,
): Promise<DueReceipt[]> {
  const place = (_: string, index: number): string => `$${index + 3}`;
  const places = [...contracts, ...exceptRuns].map(place);
  const [those, others] = [places.slice(0, contracts.length), places.slice(contracts.length)];
  const notTheirs = others.length === 0 ? '' : `and (f.run_id is null or f.run_id not in (${others.join(', ')}))`;
  return database.query<DueReceipt>(
    `select f.*, b.schema_version as taken_version, b.source as taken_source, b.records as taken_records,
       b.bytes as taken_bytes, b.committed_at as taken_at, b.run_id as taken_by
     from file f left join batch b on b.contract = f.contract and b.batch_id = f.batch_id and f.${TAKEN}
     where f.receipt = 'due' and f.id > $1 and (f.${TAKEN} or f.state in ('quarantined', 'held'))
       and f.contract in (${those.join(', ')}) ${notTheirs}
     order by f.id limit $2`,
    [afterId, limit, ...contracts, ...exceptRuns],
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
