import { AppError, type ErrorCode } from '../base/errors.ts';

/** SQLite's result codes, by the longest prefix that matches. https://sqlite.org/rescode.html */
const CODES: readonly (readonly [prefix: string, code: ErrorCode, hint?: string])[] = [
  ['SQLITE_BUSY', 'busy', 'another process is writing this database; it is tried again'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_FULL', 'disk_full', 'free space on the disk of the database'],
  // No room for the index of the write-ahead log: what a full disk says to whoever opens a database.
  ['SQLITE_IOERR_SHMSIZE', 'disk_full', 'free space on the disk of the database'],
  ['SQLITE_IOERR', 'unavailable'],
  ['SQLITE_READONLY', 'read_only', 'make the database file and its folder writable'],
  ['SQLITE_PERM', 'denied'],
  ['SQLITE_AUTH', 'denied'],
  ['SQLITE_CORRUPT', 'corrupt', 'restore the database from a backup'],
  ['SQLITE_NOTADB', 'corrupt', 'name another file with --database: this one is no SQLite database'],
  ['SQLITE_CANTOPEN', 'misconfigured', 'make the folder of the database, or name another with --database'],
  ['SQLITE_CONSTRAINT', 'refused'],
];

interface CodedError {
  readonly code: string;
}

function isCoded(thrown: unknown): thrown is CodedError {
  return typeof thrown === 'object' && thrown !== null && 'code' in thrown && typeof thrown.code === 'string';
}

/** The one place where SQLite's errors become ours; errors that are already ours pass through. */
export function translate(thrown: unknown, attempted: string): unknown {
  if (thrown instanceof AppError || !isCoded(thrown)) return thrown;
  const found = CODES.find(([prefix]) => thrown.code.startsWith(prefix));
  if (found === undefined) return thrown;
  const [, code, hint] = found;
  const detail = thrown instanceof Error ? `: ${thrown.message}` : '';
  return new AppError(code, `${attempted}${detail}`, { cause: thrown, ...(hint === undefined ? {} : { hint }) });
}
