import { AppError, type ErrorCode } from '../base/errors.ts';

/** What the system says of a local file, as our codes; anything else is the disk failing. */
const CODES: Readonly<Record<string, ErrorCode>> = {
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'read_only',
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
  ENOENT: 'not_found',
  ENOTDIR: 'misconfigured',
  ENAMETOOLONG: 'misconfigured',
};

const HINTS: Readonly<Partial<Record<ErrorCode, string>>> = {
  denied: 'give this user the right to it',
  read_only: 'name a folder that can be written',
  disk_full: 'free space on that disk',
};

/** The one place where errors of local files become ours. */
export function diskError(cause: unknown, attempted: string): unknown {
  const errno = errnoOf(cause);
  if (errno === undefined) return cause;
  const code = CODES[errno] ?? 'unavailable';
  const hint = HINTS[code];
  return new AppError(code, `${attempted}: ${errno}`, { cause, ...(hint === undefined ? {} : { hint }) });
}

/** `ENOENT` and the like; undefined for what did not come from the system. */
export function errnoOf(thrown: unknown): string | undefined {
  if (thrown instanceof AppError || !(thrown instanceof Error) || !('errno' in thrown) || !('code' in thrown))
    return undefined;
  return typeof thrown.code === 'string' ? thrown.code : undefined;
}

export function onDisk<T>(attempted: string, fn: () => T): T {
  try {
    return fn();
  } catch (thrown) {
    throw diskError(thrown, attempted);
  }
}
