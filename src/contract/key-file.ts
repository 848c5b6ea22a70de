import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError, type ErrorCode, messageOf } from '../base/errors.ts';

export interface Writing {
  readonly mode: number;
  /** False: a file that is there stays, and the writing is refused. */
  readonly replace: boolean;
}

const DISK_ERRORS: Readonly<Record<string, ErrorCode>> = {
  EEXIST: 'refused',
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
  EROFS: 'read_only',
  EACCES: 'denied',
  EPERM: 'denied',
};

/** The whole file or nothing, and durable when it returns. Throws `refused` where one is that must stay. */
export function writeWhole(path: string, text: string, { mode, replace }: Writing): void {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    mkdirSync(folder, { recursive: true });
    try {
      writeSynced(temporary, text, mode);
      if (replace) renameSync(temporary, path);
      // A link, unlike a rename, never takes the place of a file that is there.
      else linkSync(temporary, path);
    } finally {
      rmSync(temporary, { force: true });
    }
    syncFolder(folder);
  } catch (cause) {
    const errno = (cause as NodeJS.ErrnoException).code ?? '';
    const why = errno === 'EEXIST' ? 'there is a file already' : messageOf(cause);
    throw new AppError(DISK_ERRORS[errno] ?? 'misconfigured', `write ${path}: ${why}`, {
      cause,
      hint: 'name another file, or make the folder writable',
    });
  }
}

function writeSynced(path: string, text: string, mode: number): void {
  const fd = openSync(path, 'wx', mode);
  try {
    writeSync(fd, text);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Without it a power cut can take back the name. */
function syncFolder(path: string): void {
  const fd = openSync(path, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
