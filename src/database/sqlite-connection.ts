import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import { AppError } from '../base/errors.ts';
import type { OpenOptions } from './port.ts';
import { translate } from './sqlite-errors.ts';

/** How long a writer waits for another process's write lock before `busy`. */
export const BUSY_PATIENCE_MS = 60_000;
/**
 * How much of that SQLite may wait by itself: its wait stops the whole thread, signals and heartbeats included, and
 * another connection of this very process could never let go meanwhile.
 */
export const BUSY_SLICE_MS = 2;
/** 16 KiB pages: a fifth fewer page writes than 4 KiB for 500-byte rows. Only a new file takes it. */
const PAGE_BYTES = 16_384;
/** Room for the unique indexes of a large batch, so that inserting in random key order does not read them back. */
const CACHE_KIB = 32_768;

export function connect(path: string, options: OpenOptions): Sqlite.Database {
  const { mustExist = false, busyTimeoutMs = BUSY_PATIENCE_MS } = options;
  const file = path === ':memory:' ? path : resolve(path);
  try {
    if (!mustExist && file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    const connection = new Sqlite(file, { fileMustExist: mustExist, timeout: busyTimeoutMs });
    connection.pragma(`page_size = ${PAGE_BYTES}`);
    connection.pragma('journal_mode = wal');
    connection.pragma('synchronous = full');
    connection.pragma(`cache_size = -${CACHE_KIB}`);
    connection.pragma('foreign_keys = on');
    connection.pragma(`busy_timeout = ${Math.min(BUSY_SLICE_MS, busyTimeoutMs)}`);
    return connection;
  } catch (thrown) {
    throw openingError(thrown, path, file);
  }
}

function openingError(thrown: unknown, path: string, file: string): AppError {
  const attempted = `open the database sqlite:${path}`;
  const translated = translate(thrown, attempted);
  // The file is there and cannot be opened: a database with a write-ahead log needs to write beside itself.
  if (translated instanceof AppError && translated.code === 'misconfigured' && isFile(file)) {
    const hint = 'make the database file and its folder writable';
    return new AppError('read_only', attempted, { cause: thrown, hint });
  }
  if (translated instanceof AppError) return translated;
  return new AppError('misconfigured', attempted, {
    cause: thrown,
    hint: 'name a database in a folder that you may write, with --database sqlite:<path>',
  });
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}
