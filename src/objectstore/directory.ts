import { resolve } from 'node:path';
/**
 * An object store in a folder. An object is a regular file at its key; metadata lies apart, in `.meta`, so that
 * people and other programs may drop, read and take files as they like. Write-once is the file system's own
 * promise: a finished temporary file gets its name by `link`, which fails when the name is taken.
 */
import { type BigIntStats, fstatSync, linkSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { AppError } from '../base/errors.ts';
import type { Clock } from '../base/clock.ts';
import { RequestCounter } from './counter.ts';
import { errnoOf, translate } from './directory/errno.ts';
import { changedMs, etagOf, isSameFile, statFile } from './directory/identity.ts';
import { changed, type Link, Names } from './directory/names.ts';
import { Sidecars } from './directory/sidecar.ts';
import { Tree } from './directory/tree.ts';
import { walk } from './directory/walk.ts';
import { copyProven, removeFile, READ_FILE, writePayload } from './directory/write.ts';
import { checkMetadata, checkPrefix } from './key.ts';
import type { Metadata, ObjectHead, ObjectInfo, ObjectStore, OpenObject, Payload } from './port.ts';

const DEFAULT_PAGE_SIZE = 1000;
/** A file that someone else wrote and that changed more recently than this may still be growing. */
const SETTLE_MS = 2_000;
/** No hard link can be made of this file here; a copy can. */
const NO_LINK = ['EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'];

export interface DirectoryOptions {
  readonly clock: Clock;
  readonly location: string;
  /** The system's `link`; tests put one here that fails as other file systems do. */
  readonly link?: Link;
}

export class DirectoryStore implements ObjectStore {
  readonly location: string;
  readonly identity: string;
  readonly #clock: Clock;
  readonly #link: Link;
  readonly #tree: Tree;
  readonly #sidecars: Sidecars;
  readonly #names: Names;
  readonly #requests = new RequestCounter();

  constructor(root: string, options: DirectoryOptions) {
    this.location = options.location;
    this.identity = `file:${resolve(root)}`;
    this.#clock = options.clock;
    this.#link = options.link ?? linkSync;
    this.#tree = new Tree(root, options.clock);
    this.#sidecars = new Sidecars(this.#tree);
    this.#names = new Names(this.#tree, this.#sidecars);
  }

  get requests(): Readonly<Record<string, number>> {
    return this.#requests.counts;
  }

  async *list(
    prefix: string,
    { signal, pageSize = DEFAULT_PAGE_SIZE }: { signal: AbortSignal; pageSize?: number },
  ): AsyncGenerator<readonly ObjectInfo[]> {
    checkPrefix(prefix);
    signal.throwIfAborted();
    try {
      let page: ObjectInfo[] = [];
      for await (const { key, path } of walk(this.#tree, prefix, signal)) {
        const stat = statFile(path);
        if (stat !== undefined) page.push(this.#infoOf(key, stat));
        if (page.length < pageSize) continue;
        yield this.#counted(page);
        page = [];
      }
      if (page.length > 0) yield this.#counted(page);
    } catch (error) {
      throw translate(error, `list ${this.location} under "${prefix}"`);
    }
  }

  async head(key: string, signal: AbortSignal): Promise<ObjectHead | undefined> {
    return this.#attempt('head', `look at ${key}`, signal, async () => {
      const path = this.#tree.find(key);
      const stat = path === undefined ? undefined : statFile(path);
      return stat && this.#headOf(key, stat);
    });
  }

  async open(key: string, options: { signal: AbortSignal; etag?: string }): Promise<OpenObject> {
    return this.#attempt('get', `open ${key}`, options.signal, async () => {
      const { file, stat } = await this.#openFile(key);
      try {
        if (options.etag !== undefined && options.etag !== etagOf(stat)) throw changed(key);
        return { head: this.#headOf(key, stat), body: { fd: file.fd }, close: () => file.close() };
      } catch (error) {
        await file.close();
        throw error;
      }
    });
  }

  async putIfAbsent(
    key: string,
    payload: Payload,
    metadata: Metadata,
    signal: AbortSignal,
  ): Promise<'created' | 'exists'> {
    checkMetadata(key, metadata);
    return this.#attempt('put', `write ${key}`, signal, async () => {
      const path = this.#tree.find(key);
      if (path !== undefined && statFile(path) !== undefined) return 'exists';
      const temp = await this.#tree.placeTemp();
      try {
        await writePayload(temp, payload, signal);
        return await this.#names.give(temp, key, metadata, linkSync);
      } finally {
        removeFile(temp);
      }
    });
  }

  async preserve(
    source: { readonly key: string; readonly etag: string },
    destination: string,
    _payload: Payload | undefined,
    metadata: Metadata,
    signal: AbortSignal,
  ): Promise<'created' | 'exists'> {
    checkMetadata(destination, metadata);
    return this.#attempt('link', `preserve ${source.key} as ${destination}`, signal, async () => {
      const path = this.#tree.find(source.key);
      if (path === undefined) throw new AppError('not_found', `preserve ${source.key}: it is gone`);
      try {
        return await this.#names.give(path, destination, metadata, this.#link, source.etag);
      } catch (error) {
        if (!NO_LINK.includes(errnoOf(error) ?? '')) throw error;
        return await this.#preserveCopy(source, destination, metadata, signal);
      }
    });
  }

  async remove(key: string, etag: string, signal: AbortSignal): Promise<'removed' | 'gone' | 'changed'> {
    return this.#attempt('delete', `remove ${key}`, signal, async () => {
      const path = this.#tree.find(key);
      const stat = path && statFile(path);
      if (!path || !stat) return this.#gone(key, etag);
      if (!isSameFile(etag, stat)) return 'changed';
      const outcome = await this.#names.remove(path, etag);
      if (outcome !== 'changed') this.#sidecars.remove(key, stat);
      return outcome;
    });
  }

  async create(signal: AbortSignal): Promise<void> {
    await this.#attempt('create', 'make the folder', signal, async () => this.#tree.makeRoot());
  }

  async close(): Promise<void> {}

  async #preserveCopy(
    source: { readonly key: string; readonly etag: string },
    destination: string,
    metadata: Metadata,
    signal: AbortSignal,
  ): Promise<'created' | 'exists'> {
    const { file, stat } = await this.#openFile(source.key);
    const temp = await this.#tree.placeTemp();
    try {
      if (!isSameFile(source.etag, stat)) throw changed(source.key);
      await copyProven(file, temp, signal);
      if (!isSameFile(source.etag, fstatSync(file.fd, { bigint: true }))) throw changed(source.key);
      return await this.#names.give(temp, destination, metadata, linkSync);
    } finally {
      await file.close();
      removeFile(temp);
    }
  }

  /** Looks before it opens: opening a FIFO for reading would wake its writer. */
  async #openFile(key: string): Promise<{ file: FileHandle; stat: BigIntStats }> {
    const path = this.#tree.find(key);
    if (path === undefined || statFile(path) === undefined)
      throw new AppError('not_found', `open ${key}: there is none`);
    const file = await open(path, READ_FILE);
    const stat = fstatSync(file.fd, { bigint: true });
    if (stat.isFile()) return { file, stat };
    await file.close();
    throw changed(key);
  }

  #gone(key: string, etag: string): 'gone' {
    this.#sidecars.removeLeft(key, etag);
    return 'gone';
  }

  #headOf(key: string, stat: BigIntStats): ObjectHead {
    return { ...this.#infoOf(key, stat), metadata: this.#sidecars.read(key, stat) };
  }

  #infoOf(key: string, stat: BigIntStats): ObjectInfo {
    const nowMs = this.#clock.now();
    const isYoung = nowMs - changedMs(stat, nowMs) < SETTLE_MS;
    return {
      key,
      etag: etagOf(stat),
      sizeBytes: Number(stat.size),
      modifiedMs: Number(stat.mtimeMs),
      unsettled: isYoung && !this.#sidecars.isComplete(key, stat),
    };
  }

  #counted(page: readonly ObjectInfo[]): readonly ObjectInfo[] {
    this.#requests.add('list');
    return page;
  }

  async #attempt<T>(
    verb: 'head' | 'get' | 'put' | 'link' | 'delete' | 'create',
    what: string,
    signal: AbortSignal,
    act: () => Promise<T>,
  ): Promise<T> {
    signal.throwIfAborted();
    this.#requests.add(verb);
    try {
      return await act();
    } catch (error) {
      throw translate(error, `${what} in ${this.location}`);
    }
  }
}
