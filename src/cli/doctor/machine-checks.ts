import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { AppError, messageOf } from '../../base/errors.ts';
import { openDatabase, readStamp } from '../../database/index.ts';
import { formatBytes } from '../output.ts';
import type { Settings } from '../settings.ts';
import type { Answer } from './check.ts';

/** Room for a usual day's batches and their rows. */
const MIN_FREE_BYTES = 500_000_000;

export async function checkDatabase(settings: Settings): Promise<Answer> {
  const path = pathOf(settings.database);
  if (path !== undefined && !existsSync(path)) return checkFolder(settings.database, dirname(path));
  const database = await openDatabase(settings.database, { mustExist: true });
  try {
    const problems = await database.durabilityProblems();
    if (problems.length > 0) {
      return { ok: false, detail: problems.join('; '), hint: 'name a database on a local disk with --database' };
    }
    const [stamped] = await database.query(
      `select 1 from sqlite_master where type = 'table' and name = 'system_stamp'`,
    );
    const stamp = stamped === undefined ? undefined : await readStamp(database);
    if (stamp !== undefined && stamp.system !== settings.system) {
      const detail = `${database.location} belongs to ${stamp.role} ${stamp.system}, not to ${settings.system}`;
      return { ok: false, detail, hint: `name it with --system ${stamp.system}, or another database with --database` };
    }
    return { ok: true, detail: `${database.location}: what is committed survives a power cut` };
  } finally {
    await database.close();
  }
}

function checkFolder(url: string, folder: string): Answer {
  const existing = nearest(folder);
  try {
    accessSync(existing, constants.W_OK);
  } catch (cause) {
    throw new AppError('misconfigured', `write to ${existing} for ${url}: ${messageOf(cause)}`, {
      cause,
      hint: 'make the folder writable, or name another database with --database',
    });
  }
  return { ok: true, detail: `${url} is not there yet; the first command that writes makes it` };
}

/** Free space where the database grows and where large files wait. */
export async function checkDisk(settings: Settings): Promise<Answer> {
  const path = pathOf(settings.database);
  const folders = [...(path === undefined ? [] : [dirname(path)]), settings.spoolFolder].map(nearest);
  const free = Math.min(...folders.map(freeBytes));
  const detail = `${formatBytes(free)} free for the database and the spool`;
  if (free >= MIN_FREE_BYTES) return { ok: true, detail };
  return { ok: false, detail, hint: 'make room on that disk, or move the spool with "spool" in handoff.config.json' };
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

function pathOf(url: string): string | undefined {
  return url.startsWith('sqlite:') ? resolve(url.slice('sqlite:'.length)) : undefined;
}

/** The folder itself or the one above it that is there. */
function nearest(folder: string): string {
  const path = resolve(folder);
  return existsSync(path) ? path : nearest(dirname(path));
}
