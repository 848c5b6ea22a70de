import { randomUUID } from 'node:crypto';
import { type BigIntStats, mkdirSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock } from '../../base/clock.ts';
import { AppError } from '../../base/errors.ts';
import { checkKey } from '../key.ts';
import { unlessErrno } from './errno.ts';
import { FolderSync } from './folder-sync.ts';
import { changedMs, statFile } from './identity.ts';
import { removeFile } from './write.ts';

/** Ours, at the top of the root: metadata by key, and files that are still being written. */
export const META = '.meta';
export const TEMP = '.tmp';
export const RESERVED: readonly string[] = [META, TEMP];

const TEMP_END = '.part';
/** An archive has a folder for each day. */
const MAX_KNOWN_FOLDERS = 1_000;
/** Longer than any upload takes: what is older was left by a writer that was killed. */
const TEMP_MAX_AGE_MS = 24 * 60 * 60 * 1000;

/**
 * Turns keys into paths that cannot leave the root. A folder on the way that is a symbolic link is refused, not
 * followed: whoever may drop a file may also drop a link to /etc.
 */
export class Tree {
  readonly #root: string;
  readonly #folders = new FolderSync();
  readonly #clock: Clock;
  #realRoot: string | undefined;
  /** Folders that were reached without a link, by path: asking for a real path costs a call for every folder on the way. */
  readonly #known = new Map<string, string>();
  #isSwept = false;

  constructor(root: string, clock: Clock) {
    this.#root = root;
    this.#clock = clock;
  }

  /** Where the object lies or would lie; undefined when its folder does not exist. */
  find(key: string): string | undefined {
    checkKey(key);
    if (RESERVED.includes(key.split('/', 1)[0] ?? '')) {
      throw new AppError(
        'usage',
        `use ${JSON.stringify(key)} as an object key: ${RESERVED.join(' and ')} are reserved`,
      );
    }
    return this.findOwn(key);
  }

  /** Like `find`, for our own names below `.meta` and `.tmp`. */
  findOwn(name: string): string | undefined {
    const root = this.#findRoot();
    if (root === undefined) return undefined;
    const path = `${root}/${name}`;
    return this.#isFolder(dirname(path)) ? path : undefined;
  }

  /** The folder of a prefix, without a slash at its end; undefined when it does not exist. */
  findFolder(folder: string): string | undefined {
    const root = this.#findRoot();
    if (root === undefined) return undefined;
    const path = folder === '' ? root : `${root}/${folder}`;
    return this.#isFolder(path) ? path : undefined;
  }

  /** The path for a new file; makes the folders on the way. */
  async place(name: string): Promise<string> {
    const root = this.#findRoot() ?? this.#makeRoot();
    const path = `${root}/${name}`;
    await this.#makeFolder(dirname(path), root);
    return path;
  }

  /** A path for a new file that is not visible yet. */
  async placeTemp(): Promise<string> {
    const path = await this.place(`${TEMP}/${randomUUID()}${TEMP_END}`);
    // Once a process, so that writers that were killed do not fill the disk.
    if (!this.#isSwept) for (const abandoned of this.abandoned(TEMP_END)) removeFile(abandoned);
    this.#isSwept = true;
    return path;
  }

  /** Files in `.tmp` with this end that no living writer can still need. */
  abandoned(end: string): string[] {
    const folder = this.findFolder(TEMP);
    if (folder === undefined) return [];
    const nowMs = this.#clock.now();
    const paths = readdirSync(folder).map((name) => `${folder}/${name}`);
    return paths.filter((path) => path.endsWith(end) && isOld(path, nowMs));
  }

  /** The file of a key as it lies there: for a look at it, never to be opened or written. */
  lookAt(key: string): BigIntStats | undefined {
    const root = this.#findRoot();
    return root === undefined ? undefined : statFile(`${root}/${key}`);
  }

  /** Makes the name of this file durable. */
  sync(path: string): Promise<void> {
    return this.#folders.sync(dirname(path));
  }

  makeRoot(): void {
    if (this.#findRoot() === undefined) this.#makeRoot();
  }

  #findRoot(): string | undefined {
    this.#realRoot ??= unlessErrno(['ENOENT'], () => folderAt(this.#root));
    return this.#realRoot;
  }

  #makeRoot(): string {
    mkdirSync(this.#root, { recursive: true });
    this.#realRoot = realpathSync.native(this.#root);
    return this.#realRoot;
  }

  async #makeFolder(folder: string, root: string): Promise<void> {
    if (folder.length < root.length) mkdirSync(root, { recursive: true }); // the root was removed behind our back
    if (this.#isFolder(folder)) return;
    await this.#makeFolder(dirname(folder), root);
    unlessErrno(['EEXIST'], () => mkdirSync(folder));
    await this.#folders.sync(dirname(folder));
    if (!this.#isFolder(folder)) throw new AppError('unavailable', `make the folder ${folder}: it is gone again`);
  }

  /** Whatever the way leads to now, if it leads to the folder that was found there without links, it is that folder. */
  #isFolder(path: string): boolean {
    const stat = unlessErrno(['ENOENT', 'ENOTDIR'], () => statSync(path, { bigint: true }));
    const identity = stat && `${stat.dev}:${stat.ino}:${stat.birthtimeNs}`;
    if (identity !== undefined && this.#known.get(path) === identity) return true;
    if (!this.#isReal(path)) return false;
    this.#remember(path, identity);
    return true;
  }

  #remember(path: string, identity: string | undefined): void {
    if (identity === undefined) return;
    if (this.#known.size >= MAX_KNOWN_FOLDERS) this.#known.clear();
    this.#known.set(path, identity);
  }

  #isReal(path: string): boolean {
    const real = unlessErrno(['ENOENT', 'ENOTDIR'], () => realpathSync.native(path));
    if (real === undefined || real === path) return real !== undefined;
    throw new AppError('misconfigured', `enter ${path}: a symbolic link leads to ${real}`, {
      hint: 'replace the link by a real folder; objects are never looked for behind links',
    });
  }
}

/** A file in the place of the root would look like an empty store for ever. */
function folderAt(root: string): string {
  const real = realpathSync.native(root);
  if (statSync(real).isDirectory()) return real;
  throw new AppError('misconfigured', `use ${root} as a directory store: it is no folder`, {
    hint: 'name a folder with --store file:<path>',
  });
}

function isOld(path: string, nowMs: number): boolean {
  const stat = statFile(path);
  return stat !== undefined && nowMs - changedMs(stat, nowMs) > TEMP_MAX_AGE_MS;
}
