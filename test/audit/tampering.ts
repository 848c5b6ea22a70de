import Sqlite from 'better-sqlite3';
import { GENESIS_HASH, hashEntry } from '../../src/audit/entry.ts';
import { canonicalJson } from './canonical.ts';
import { freshLogUrl, handoff, openLog } from './open-log.ts';

export interface LogRow {
  seq: number;
  entry: string;
  entry_hash: string;
}

/** Ten entries of five handoffs, each with its end. Gives the database's URL. */
export async function tenEntries(): Promise<string> {
  const url = freshLogUrl();
  await using log = await openLog(url);
  for (let number = 1; number <= 5; number += 1) await log.append(...handoff(number));
  return url;
}

/** What anybody with the file and an SQLite of their own can do: no trigger and no check stands in the way. */
export function rawly(url: string, fn: (connection: Sqlite.Database) => void): void {
  const connection = new Sqlite(url.slice('sqlite:'.length));
  connection.pragma('ignore_check_constraints = on');
  const triggers = connection
    .prepare<[], { name: string; sql: string }>(`select name, sql from sqlite_master where type = 'trigger'`)
    .all();
  for (const { name } of triggers) connection.exec(`drop trigger ${name}`);
  fn(connection);
  // Put back, so that nobody sees that they were away; those of a table that was replaced belong to it.
  for (const { sql } of triggers) connection.exec(sql);
  connection.close();
}

/** Takes all rows out, lets `fn` change them, and puts them back. */
export function rewriteRows(url: string, fn: (rows: LogRow[]) => LogRow[]): void {
  rawly(url, (connection) => {
    const rows = connection.prepare<[], LogRow>('select seq, entry, entry_hash from audit_log order by seq').all();
    connection.exec('delete from audit_log');
    const insert = connection.prepare('insert into audit_log (seq, entry, entry_hash) values (?, ?, ?)');
    for (const row of fn(rows)) insert.run(row.seq, row.entry, row.entry_hash);
  });
}

/** Makes the database forget how far the log ever reached. */
export function forgetReach(url: string): void {
  const connection = new Sqlite(url.slice('sqlite:'.length));
  connection.exec(
    `update sqlite_sequence set seq = (select coalesce(max(seq), 0) from audit_log) where name = 'audit_log'`,
  );
  connection.close();
}

/** The row with some members of its entry changed; its hash stays. */
export function edited(row: LogRow, changes: object): LogRow {
  return { ...row, entry: canonicalJson({ ...(JSON.parse(row.entry) as object), ...changes }) };
}

export function rehashed(row: LogRow): LogRow {
  return { ...row, entry_hash: hashEntry(row.entry) };
}

/** All links and hashes made right again, from the first row on. */
export function rechained(rows: readonly LogRow[]): LogRow[] {
  let previous = GENESIS_HASH;
  return rows.map((row, index) => {
    const seq = index + 1;
    const linked = rehashed(edited({ ...row, seq }, { seq, prev_hash: previous }));
    previous = linked.entry_hash;
    return linked;
  });
}
