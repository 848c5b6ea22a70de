import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError, type ErrorCode, messageOf } from '../base/errors.ts';
import { isDead, type ProcessIdentity, thisProcess } from '../base/process-identity.ts';
import { isObject, ownString } from './document.ts';

/** How often a lock that somebody holds is asked for, and the pause between. */
const LOCK_TRIES = 500;
const LOCK_PAUSE_MS = 20;

/**
 * Runs `change` while no other process changes the file. The lock names who holds it: that of a process that was
 * killed on this machine is taken over. Throws `busy` when another holds on to it, or may for all that we know.
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
  const own = join(dirname(lock), `.${basename(lock)}.${randomUUID()}.tmp`);
  try {
    mkdirSync(dirname(lock), { recursive: true });
    try {
      writeFileSync(own, JSON.stringify(thisProcess()), { flag: 'wx' });
      return claimLock(own, lock) || takeOverLock(own, lock);
    } finally {
      rmSync(own, { force: true });
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const errno = (cause as NodeJS.ErrnoException).code ?? '';
    throw new AppError(DISK_ERRORS[errno] ?? 'misconfigured', `lock ${lock}: ${messageOf(cause)}`, { cause });
  }
}

/** A link: the lock is never there without the name of its holder. */
function claimLock(own: string, lock: string): boolean {
  try {
    linkSync(own, lock);
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw cause;
  }
}

/** Of those that find its holder dead one alone replaces the lock: it holds a lock on doing so, and looks again first. */
function takeOverLock(own: string, lock: string): boolean {
  if (!isLeftBehind(lock)) return false;
  const right = `${lock}.takeover`;
  if (!tryLock(right)) return false;
  try {
    if (!isLeftBehind(lock)) return false;
    renameSync(own, lock);
    return true;
  } finally {
    rmSync(right, { force: true });
  }
}

function isLeftBehind(lock: string): boolean {
  const holder = holderOf(lock);
  return holder !== undefined && isDead(holder);
}

/** Undefined where it does not say: a lock of an earlier version, or none any more. */
function holderOf(lock: string): ProcessIdentity | undefined {
  let text: string;
  try {
    text = readFileSync(lock, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw cause;
  }
  const found = parseHolder(text);
  if (!isObject(found)) return undefined;
  const [host, started, pid] = [ownString(found, 'host'), ownString(found, 'started'), found['pid']];
  if (host === undefined || started === undefined || !Number.isSafeInteger(pid)) return undefined;
  return { host, started, pid: pid as number };
}

function parseHolder(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Whoever wrote it, it was not this program.
    return undefined;
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
