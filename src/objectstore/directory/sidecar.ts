/**
 * An object's metadata, in `<root>/.meta/<key>`: which file it was written for, and the names and values.
 *
 * A new object's metadata waits under a name made of its key and inode, where only this very file will look for it,
 * until the object has won its name; only then does it take its place. So several writers of one key cannot
 * overwrite each other's metadata, and no reader ever sees an object without its own. What a killed writer left waiting
 * still serves its object, and is put in order a day later.
 */
import { createHash } from 'node:crypto';
import { type BigIntStats, closeSync, constants, openSync, readSync, renameSync } from 'node:fs';
import { AppError } from '../../base/errors.ts';
import { isKey } from '../key.ts';
import type { Metadata } from '../port.ts';
import { didUnlessErrno, unlessErrno } from './errno.ts';
import { META, TEMP, type Tree } from './tree.ts';
import { removeFile, writeFileDurably } from './write.ts';

interface Sidecar {
  /** What it waits for; absent in files of builds that did not put waiting metadata in order. */
  readonly key?: string;
  readonly inode: string;
  readonly sizeBytes: string;
  readonly mtimeNs: string;
  readonly bornNs: string;
  readonly metadata: Metadata;
}

const WAITING_END = '.json';
const MAX_SIDECAR_BYTES = 16 * 1024;
const READ_ONLY = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

export class Sidecars {
  readonly #tree: Tree;
  #isSwept = false;

  constructor(tree: Tree) {
    this.#tree = tree;
  }

  /** Written before the object becomes visible; `settle` or `drop` must follow. */
  async prepare(key: string, stat: BigIntStats, metadata: Metadata): Promise<void> {
    const temp = await this.#tree.placeTemp();
    if (!this.#isSwept) await this.#sweep();
    await writeFileDurably(temp, Buffer.from(JSON.stringify(sidecarOf(key, stat, metadata))));
    renameSync(temp, await this.#tree.place(waitingName(key, stat)));
  }

  /** The object has its name. */
  async settle(key: string, stat: BigIntStats, metadata: Metadata): Promise<void> {
    const place = await this.#tree.place(`${META}/${key}`);
    const waiting = await this.#tree.place(waitingName(key, stat));
    const isMoved = didUnlessErrno(['ENOENT'], () => renameSync(waiting, place));
    if (!isMoved) await this.#writeAgain(key, stat, metadata, place);
    await this.#tree.sync(place);
  }

  /** The name was taken. */
  drop(key: string, stat: BigIntStats): void {
    const path = this.#tree.findOwn(waitingName(key, stat));
    if (path !== undefined) removeFile(path);
  }

  /** The object is removed; metadata that meanwhile belongs to another one stays. */
  remove(key: string, stat: BigIntStats): void {
    const path = this.#tree.findOwn(`${META}/${key}`);
    const found = path && readSidecar(path);
    if (path && found && found !== 'unreadable' && belongs(found, stat)) removeFile(path);
  }

  /** The object with this etag is gone; whoever removed it may have died before its metadata went too. */
  removeLeft(key: string, etag: string): void {
    const path = this.#tree.findOwn(`${META}/${key}`);
    const found = path && readSidecar(path);
    if (path && found && found !== 'unreadable' && wasFor(found, etag)) removeFile(path);
  }

  /** Empty for a file that no adapter wrote. */
  read(key: string, stat: BigIntStats): Metadata {
    const found = this.#find(key, stat);
    if (found !== 'unreadable') return found?.metadata ?? {};
    throw new AppError('corrupt', `read the metadata of ${key}: ${META}/${key} is not what was written`, {
      hint: `restore ${META}/${key}, or remove it to have the object taken as one without metadata`,
    });
  }

  /** True when the file is, to the nanosecond, as an adapter completed it: nobody is still writing it. */
  isComplete(key: string, stat: BigIntStats): boolean {
    const found = this.#find(key, stat);
    return found !== undefined && found !== 'unreadable' && found.mtimeNs === String(stat.mtimeNs);
  }

  /** Looks twice in its place: it may move there after the first look and before the one where it waited. */
  #find(key: string, stat: BigIntStats): Sidecar | 'unreadable' | undefined {
    for (const name of [`${META}/${key}`, waitingName(key, stat), `${META}/${key}`]) {
      const path = this.#tree.findOwn(name);
      const found = path && readSidecar(path);
      if (found === 'unreadable' || (found && belongs(found, stat))) return found;
    }
    return undefined;
  }

  /** Once a process: what waits since a day is an object's that was named, or nobody's. */
  async #sweep(): Promise<void> {
    this.#isSwept = true;
    for (const waiting of this.#tree.abandoned(WAITING_END)) {
      const found = readSidecar(waiting);
      if (found === undefined || found === 'unreadable' || found.key === undefined || !isKey(found.key)) continue;
      const object = this.#tree.lookAt(found.key);
      if (object === undefined || !belongs(found, object)) removeFile(waiting);
      else await this.#putInPlace(waiting, found.key, object);
    }
  }

  async #putInPlace(waiting: string, key: string, object: BigIntStats): Promise<void> {
    const place = await this.#tree.place(`${META}/${key}`);
    const placed = readSidecar(place);
    // Of two writers of one file, the one that lived has put its own there already.
    if (placed !== undefined && placed !== 'unreadable' && belongs(placed, object)) removeFile(waiting);
    else didUnlessErrno(['ENOENT'], () => renameSync(waiting, place));
  }

  /** Another writer of the same file under the same name gave up, and took what waited with it. */
  async #writeAgain(key: string, stat: BigIntStats, metadata: Metadata, place: string): Promise<void> {
    await this.prepare(key, stat, metadata);
    const waiting = await this.#tree.place(waitingName(key, stat));
    renameSync(waiting, place);
  }
}

function waitingName(key: string, stat: BigIntStats): string {
  return `${TEMP}/${createHash('sha256').update(key).digest('hex').slice(0, 32)}-${stat.ino}${WAITING_END}`;
}

function sidecarOf(key: string, stat: BigIntStats, metadata: Metadata): Sidecar {
  return {
    key,
    inode: String(stat.ino),
    sizeBytes: String(stat.size),
    mtimeNs: String(stat.mtimeNs),
    bornNs: String(stat.birthtimeNs),
    metadata,
  };
}

/**
 * The same file, even if it was edited in place since (then its hash must give it away), or a copy that kept size and
 * mtime, as backups do. The time of birth tells a new file from an old one whose inode number it got.
 */
function belongs(sidecar: Sidecar, stat: BigIntStats): boolean {
  if (sidecar.sizeBytes !== String(stat.size)) return false;
  const isSameInode = sidecar.inode === String(stat.ino) && sidecar.bornNs === String(stat.birthtimeNs);
  return isSameInode || sidecar.mtimeNs === String(stat.mtimeNs);
}

/** Without the file itself only its etag can tell, and a copy of the store has inodes of its own: size and mtime decide. */
function wasFor(sidecar: Sidecar, etag: string): boolean {
  const [, sizeBytes, mtimeNs] = etag.split('-');
  return sidecar.sizeBytes === sizeBytes && sidecar.mtimeNs === mtimeNs;
}

function readSidecar(path: string): Sidecar | 'unreadable' | undefined {
  const descriptor = unlessErrno(['ENOENT', 'ELOOP', 'ENXIO'], () => openSync(path, READ_ONLY));
  if (descriptor === undefined) return undefined;
  try {
    const buffer = Buffer.alloc(MAX_SIDECAR_BYTES);
    const length = readSync(descriptor, buffer, 0, MAX_SIDECAR_BYTES, 0);
    return parseSidecar(buffer.toString('utf8', 0, length));
  } finally {
    closeSync(descriptor);
  }
}

function parseSidecar(text: string): Sidecar | 'unreadable' {
  try {
    const parsed = JSON.parse(text) as Partial<Record<keyof Sidecar, unknown>>;
    const texts = [parsed.inode, parsed.sizeBytes, parsed.mtimeNs, parsed.bornNs];
    const isNamed = parsed.key === undefined || typeof parsed.key === 'string';
    const isWhole = isNamed && texts.every((value) => typeof value === 'string') && isMetadata(parsed.metadata);
    return isWhole ? (parsed as Sidecar) : 'unreadable';
  } catch {
    return 'unreadable'; // the callers say what follows from that
  }
}

function isMetadata(value: unknown): value is Metadata {
  return typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string');
}
