import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { isDead, type ProcessIdentity, thisProcess } from '../base/process-identity.ts';
import { errnoOf, onDisk } from './disk-errors.ts';

/** Files of processes that cannot be asked (another machine's, another container's) are left for so long. */
const ORPHAN_AGE_MS = 7 * 24 * 60 * 60_000;

/**
 * Where bytes wait until they are published. Every process writes in a folder of its own, so that what a killed one
 * left behind can be told from what a living one is just writing.
 */
export interface Spool {
  /** JSON of the `ProcessIdentity` that writes here. */
  readonly owner: string;
  /** A path relative to the spool, as the outbox keeps it, to one that can be opened. */
  pathOf(relative: string): string;
  /** A path of this process's own for a file in the making. */
  newFile(): string;
  /** Gives a finished, synced file its durable name; the path to keep. */
  keep(path: string, name: string): string;
  /** Fine when it is gone. */
  remove(relative: string): void;
  /** Removes what dead processes left, except the paths to keep. */
  sweep(keep: ReadonlySet<string>, nowMs: number): void;
}

export function openSpool(folder: string): Spool {
  const root = resolve(folder);
  const self = thisProcess();
  const own = folderName(self);
  return {
    owner: JSON.stringify(self),
    pathOf: (relative) => join(root, relative),
    newFile() {
      onDisk(`make the folder ${root}`, () => mkdirSync(join(root, own), { recursive: true }));
      return join(root, own, `${randomUUID()}.part`);
    },
    keep(path, name) {
      const relative = join(own, name);
      onDisk(`keep ${name} in ${root}`, () => renameSync(path, join(root, relative)));
      syncFolder(join(root, own));
      syncFolder(root);
      return relative;
    },
    remove: (relative) => rmSync(join(root, relative), { force: true }),
    sweep: (keep, nowMs) => sweep(root, { self, keep, nowMs }),
  };
}

/** Whatever else lies there is not ours. */
const FOLDER_NAME = /^[0-9a-f]{12}-[0-9]+-[0-9]*$/;

/** Machine, pid and start: enough to ask whether the process still lives. */
function folderName({ host, pid, started }: ProcessIdentity): string {
  return `${hostDigest(host)}-${pid}-${started}`;
}

function hostDigest(host: string): string {
  return createHash('sha256').update(host).digest('hex').slice(0, 12);
}

interface Sweep {
  readonly self: ProcessIdentity;
  readonly keep: ReadonlySet<string>;
  readonly nowMs: number;
}

function sweep(root: string, options: Sweep): void {
  for (const folder of namesIn(root)) {
    if (!FOLDER_NAME.test(folder)) continue;
    if (!isOrphaned(join(root, folder), folder, options)) continue;
    const names = namesIn(join(root, folder));
    const kept = names.filter((name) => options.keep.has(join(folder, name)));
    for (const name of names) if (!kept.includes(name)) rmSync(join(root, folder, name), { force: true });
    if (kept.length === 0) removeFolder(join(root, folder));
  }
}

function isOrphaned(path: string, folder: string, { self, nowMs }: Sweep): boolean {
  const [digest, pid, started = ''] = folder.split('-');
  if (digest === hostDigest(self.host)) return isDead({ host: self.host, pid: Number(pid), started });
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat !== undefined && nowMs - stat.mtimeMs > ORPHAN_AGE_MS;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (thrown) {
    // Nothing was ever spooled, it is no folder of ours, or another process swept it first.
    if (['ENOENT', 'ENOTDIR'].includes(errnoOf(thrown) ?? '')) return [];
    throw thrown;
  }
}

function removeFolder(path: string): void {
  try {
    rmdirSync(path);
  } catch (thrown) {
    if (!['ENOENT', 'ENOTEMPTY'].includes(errnoOf(thrown) ?? '')) throw thrown;
  }
}

/** Without it a power cut can take back the rename. */
export function syncFolder(path: string): void {
  onDisk(`sync the folder ${path}`, () => {
    const fd = openSync(path, 'r');
    try {
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
  });
}
