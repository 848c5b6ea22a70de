import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../base/clock.ts';
import { AppError } from '../base/errors.ts';
import { isDead, thisProcess } from '../base/process-identity.ts';

/** Files of processes that cannot be asked (another machine's, another container's) are left for so long. */
const ORPHAN_AGE_MS = 24 * 60 * 60_000;
/** `file-<machine>-<pid>-<start>-<id>.spool`: enough to ask whether its process still lives. */
const SPOOLED = /^file-(?<machine>[0-9a-f]{12})-(?<pid>\d+)-(?<started>\d*)-\d+[.]spool$/;

/** Where this process keeps the bytes of one file while it is worked. Makes the folder. */
export async function spoolPath(folder: string, fileId: number): Promise<string> {
  await mkdir(folder, { recursive: true });
  const { host, pid, started } = thisProcess();
  return join(folder, `file-${digestOf(host)}-${pid}-${started}-${fileId}.spool`);
}

/** Removes what killed processes left behind: a large file each, on a disk that must have room for the next one. */
export async function sweepSpool(folder: string, clock: Clock): Promise<void> {
  for (const name of await namesIn(folder)) {
    if (await isOrphaned(join(folder, name), name, clock)) await rm(join(folder, name), { force: true });
  }
}

async function isOrphaned(path: string, name: string, clock: Clock): Promise<boolean> {
  const parts = SPOOLED.exec(name)?.groups;
  // Whatever else lies there is not ours.
  if (parts === undefined) return false;
  const { host } = thisProcess();
  if (parts['machine'] === digestOf(host)) {
    return isDead({ host, pid: Number(parts['pid']), started: parts['started'] ?? '' });
  }
  try {
    return clock.now() - (await stat(path)).mtimeMs > ORPHAN_AGE_MS;
  } catch (thrown) {
    if (isMissing(thrown)) return false;
    throw thrown;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (thrown) {
    if (isMissing(thrown)) return [];
    throw new AppError('misconfigured', `look into the spool folder ${folder}`, {
      cause: thrown,
      hint: 'name another with "spool" in handoff.config.json',
    });
  }
}

function digestOf(host: string): string {
  return createHash('sha256').update(host).digest('hex').slice(0, 12);
}

function isMissing(thrown: unknown): boolean {
  return (thrown as NodeJS.ErrnoException).code === 'ENOENT';
}
