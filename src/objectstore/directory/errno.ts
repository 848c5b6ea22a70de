import { AppError, type ErrorCode } from '../../base/errors.ts';

interface Meaning {
  readonly code: ErrorCode;
  readonly hint?: string;
}

/** What the operating system says, in our words. Whatever is missing here is a bug and stays `internal`. */
export const ERRNO = {
  ENOENT: { code: 'not_found' },
  ENOSPC: { code: 'disk_full', hint: 'make room on the disk of the store' },
  EDQUOT: { code: 'disk_full', hint: 'raise the quota of the store' },
  EFBIG: { code: 'disk_full', hint: 'the file system takes no file of this size' },
  EROFS: { code: 'read_only', hint: 'mount the store writable' },
  EACCES: { code: 'denied', hint: 'give this user read and write permission on the folder of the store' },
  EPERM: { code: 'denied', hint: 'give this user read and write permission on the folder of the store' },
  EIO: { code: 'unavailable' },
  EBUSY: { code: 'unavailable' },
  EAGAIN: { code: 'unavailable' },
  EMFILE: { code: 'unavailable', hint: 'raise the limit of open files (ulimit -n)' },
  ENFILE: { code: 'unavailable' },
  ENOMEM: { code: 'unavailable' },
  ESTALE: { code: 'unavailable' },
  ETIMEDOUT: { code: 'unavailable' },
  EHOSTDOWN: { code: 'unavailable' },
  ENOTCONN: { code: 'unavailable' },
  ENOTDIR: { code: 'misconfigured', hint: 'a file lies where the store needs a folder; move it away' },
  EISDIR: { code: 'misconfigured', hint: 'a folder lies where the store needs a file; move it away' },
  ELOOP: { code: 'misconfigured', hint: 'a symbolic link lies in the store; replace it by what it points to' },
  ENAMETOOLONG: { code: 'usage', hint: 'a file system takes 255 bytes between two slashes' },
  EXDEV: { code: 'misconfigured', hint: 'keep the whole store on one file system' },
  ENOTSUP: { code: 'misconfigured', hint: 'keep the store on a file system that has hard links' },
  EOPNOTSUPP: { code: 'misconfigured', hint: 'keep the store on a file system that has hard links' },
  ENOSYS: { code: 'misconfigured', hint: 'keep the store on a file system that has hard links' },
} as const satisfies Record<string, Meaning>;

export function errnoOf(thrown: unknown): string | undefined {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined;
}

/** The error to throw in place of `thrown`. What is ours already, or nothing of the disk's, is left as it is. */
export function translate(thrown: unknown, attempted: string): unknown {
  const errno = errnoOf(thrown) ?? '';
  if (thrown instanceof AppError || !Object.hasOwn(ERRNO, errno)) return thrown;
  const { code, hint }: Meaning = ERRNO[errno as keyof typeof ERRNO];
  return new AppError(code, `${attempted}: ${errno}`, { cause: thrown, ...(hint && { hint }) });
}

/** Runs one step of the disk; an errno among `absent` is the plain answer "there is none". */
export function unlessErrno<T>(absent: readonly string[], step: () => T): T | undefined {
  try {
    return step();
  } catch (error) {
    if (absent.includes(errnoOf(error) ?? '')) return undefined;
    throw error;
  }
}

/** Runs one step of the disk; false when it failed with an errno among `expected`. */
export function didUnlessErrno(expected: readonly string[], step: () => void): boolean {
  try {
    step();
    return true;
  } catch (error) {
    if (expected.includes(errnoOf(error) ?? '')) return false;
    throw error;
  }
}
