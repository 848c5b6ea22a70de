import type { Clock } from '../base/clock.ts';
import { isoTime } from '../base/clock.ts';
import { ERRORS, type ErrorCode } from '../base/errors.ts';
import type { Database, Queries, Row, Transaction } from '../database/port.ts';
import { type AuditFacts, GENESIS_HASH, sealEntry } from './entry.ts';

/** Entries read at once while streaming the log: about 1 MB. */
const PAGE_ROWS = 1_000;

export interface AuditLog {
  /** Appends in the caller's transaction: the entry is there exactly when the change that it records is. */
  append(tx: Transaction, ...facts: readonly AuditFacts[]): Promise<void>;
}

export function openAuditLog(system: string, clock: Clock): AuditLog {
  return {
    async append(tx, ...facts) {
      let { seq, hash } = await readHead(tx);
      for (const fact of facts) {
        seq += 1;
        const sealed = sealEntry(fact, { seq, prevHash: hash, ts: isoTime(clock.now()), system });
        await tx.run('insert into audit_log (seq, entry, entry_hash) values ($1, $2, $3)', [
          sealed.seq,
          sealed.entry,
          sealed.entryHash,
        ]);
        hash = sealed.entryHash;
      }
    },
  };
}

/** The last entry's number and hash; 0 and the genesis hash of an empty log. */
export async function readHead(queries: Queries): Promise<{ seq: number; hash: string }> {
  const [head] = await queries.query<{ seq: number; entry_hash: string }>(
    'select seq, entry_hash from audit_log order by seq desc limit 1',
  );
  return head === undefined ? { seq: 0, hash: GENESIS_HASH } : { seq: head.seq, hash: head.entry_hash };
}

/** The hash of one entry as it stands in the log; undefined when there is no such entry. */
export async function hashAt(queries: Queries, seq: number): Promise<string | undefined> {
  const [row] = await queries.query<{ entry_hash: string }>('select entry_hash from audit_log where seq = $1', [seq]);
  return row?.entry_hash;
}

export interface StoredEntry {
  readonly seq: number;
  readonly entry: string;
  readonly entry_hash: string;
}

/** The whole log in order of `seq`; an optional batch id narrows it. */
export async function* readEntries(database: Database, batchId?: string): AsyncIterable<StoredEntry> {
  for await (const page of readPages(database, batchId)) yield* page;
}

/** The same page by page: a step of an async iterator costs as much as reading an entry. */
export async function* readPages(database: Database, batchId?: string): AsyncIterable<readonly StoredEntry[]> {
  const narrowed = batchId === undefined ? '' : 'batch_id = $3 and ';
  const sql = `select seq, entry, entry_hash from audit_log where ${narrowed}seq > $1 order by seq limit $2`;
  const narrowing = batchId === undefined ? [] : [batchId];
  // Below every number: a row that someone numbered -5 shall be seen too.
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const page = await database.query<StoredEntry>(sql, [after, PAGE_ROWS, ...narrowing]);
    if (page.length > 0) yield page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE_ROWS) return;
    after = last.seq;
  }
}

/** One entry as `audit log` prints it: all fields of the entry, and its hash. */
export function entryFields(stored: StoredEntry): Row {
  return { ...(JSON.parse(stored.entry) as Row), entry_hash: stored.entry_hash };
}

/** For `detail`: which error ended an attempt. The message stays out: it may quote what must not be kept. */
export function errorDetail(code: ErrorCode): Record<string, string> {
  return { error: code, error_class: ERRORS[code].class };
}
