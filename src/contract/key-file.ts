import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError, type ErrorCode, messageOf } from '../base/errors.ts';

/** How often a lock that somebody holds is asked for, and the pause between. */
const LOCK_TRIES = 500;
const LOCK_PAUSE_MS = 20;

/**
 * Runs `change` while no other process changes the file. Throws `busy` when another holds on to it: one that was killed
 * leaves its lock, and only a person can tell.
 */
export async function whileLocked<T>(path: string, change: () => Promise<T>): Promise<T> {
  const lock = `${path}.lock`;
  for (let tries = 0; tries < LOCK_TRIES; tries++) {
    if (tryLock(lock)) {
      try {
        return await change();
      } finally {
        rmSync(lock, { force: true });
      }
    }
    await sleep(LOCK_PAUSE_MS);
  }
  throw new AppError('busy', `change ${path}: another process changes it`, {
    hint: `wait until it has ended; if there is none any more, remove ${lock}`,
  });
}

function tryLock(lock: string): boolean {
  try {
    mkdirSync(dirname(lock), { recursive: true });
    closeSync(openSync(lock, 'wx'));
    return true;
  } catch (cause) {
    const errno = (cause as NodeJS.ErrnoException).code ?? '';
    if (errno === 'EEXIST') return false;
    throw new AppError(DISK_ERRORS[errno] ?? 'misconfigured', `lock ${lock}: ${messageOf(cause)}`, { cause });
  }
}

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
