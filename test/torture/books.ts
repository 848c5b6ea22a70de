import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { CONSUMER } from './deliveries.ts';

/** The consumer's database, looked at as an operator may at any moment. */
export interface Books {
  hasTaken(batchId: string, sha256: string): boolean;
  /** Files that a further run has to go on with. */
  hasUnfinished(): boolean;
  query<T extends object>(sql: string, ...parameters: readonly string[]): T[];
  close(): void;
}

const WAITING = `state in ('seen', 'ready', 'working', 'retry_wait', 'committed', 'archived', 'quarantining')`;

export function openBooks(folder: string): Books {
  const path = join(folder, 'handoff-data', `${CONSUMER}.db`);
  let database: Sqlite.Database | undefined;
  const query = <T extends object>(sql: string, ...parameters: readonly string[]): T[] => {
    if (database === undefined && existsSync(path)) database = new Sqlite(path, { readonly: true, timeout: 60_000 });
    if (database === undefined || !hasTables(database)) return [];
    return database.prepare<string[], T>(sql).all(...parameters);
  };
  return {
    query,
    hasTaken: (id, sha256) => query('select 1 from batch where batch_id = ? and sha256 = ?', id, sha256).length > 0,
    hasUnfinished: () => query(`select 1 from file where ${WAITING} limit 1`).length > 0,
    close: () => database?.close(),
  };
}

/** A process may have been killed before it made them. */
function hasTables(database: Sqlite.Database): boolean {
  return database.prepare(`select 1 from sqlite_master where name = 'batch'`).get() !== undefined;
}
