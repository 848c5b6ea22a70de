import { type BigIntStats, linkSync, renameSync } from 'node:fs';
import { AppError } from '../../base/errors.ts';
import type { Metadata } from '../port.ts';
import { didUnlessErrno } from './errno.ts';
import { etagOf, isSameFile, statFile } from './identity.ts';
import type { Sidecars } from './sidecar.ts';
import type { Tree } from './tree.ts';
import { removeFile } from './write.ts';

export type Link = (existing: string, name: string) => void;

/** Gives finished files the names of objects, each name once. */
export class Names {
  readonly #tree: Tree;
  readonly #sidecars: Sidecars;

  constructor(tree: Tree, sidecars: Sidecars) {
    this.#tree = tree;
    this.#sidecars = sidecars;
  }

  /** The metadata is in place before anyone can see the object. With `etag`, the file must be that one, before and after. */
  async give(file: string, key: string, metadata: Metadata, link: Link, etag?: string): Promise<'created' | 'exists'> {
    const stat = statFile(file);
    if (stat === undefined) throw new AppError('not_found', `name ${key}: its file is gone`);
    if (etag !== undefined && !isSameFile(etag, stat)) throw changed(key);
    this.#tree.find(key); // refuses keys that are none
    const path = await this.#tree.place(key);
    await this.#sidecars.prepare(key, stat, metadata);
    const isNamed = this.#take(file, path, key, stat, link);
    if (!isNamed) return 'exists';
    await this.#sidecars.settle(key, stat, metadata);
    await this.#tree.sync(path);
    return 'created';
  }

  /**
   * Takes its name from the object with `etag`. Another hand may give the name to a file of its own at any moment, so what
   * has the name goes aside first and is looked at there: a file that is not meant gets its name back.
   */
  async remove(path: string, etag: string): Promise<'removed' | 'gone' | 'changed'> {
    const aside = await this.#tree.placeTemp();
    if (!didUnlessErrno(['ENOENT'], () => renameSync(path, aside))) return 'gone';
    const taken = statFile(aside);
    const isMeant = taken !== undefined && isSameFile(etag, taken);
    if (!isMeant) giveBack(aside, path, taken !== undefined);
    if (taken !== undefined) removeFile(aside);
    return isMeant ? 'removed' : 'changed';
  }

  /** False when the name was taken. No metadata stays to wait for an object that will not come. */
  #take(file: string, path: string, key: string, stat: BigIntStats, link: Link): boolean {
    try {
      if (didUnlessErrno(['EEXIST'], () => link(file, path))) {
        requireLinked(path, key, stat);
        return true;
      }
      requireFile(path, key);
    } catch (error) {
      this.#sidecars.drop(key, stat);
      throw error;
    }
    this.#sidecars.drop(key, stat);
    return false;
  }
}

/** Never over a third file that has come meanwhile: that one was put in this one's place. Only a file can be linked. */
function giveBack(aside: string, path: string, isFile: boolean): void {
  if (isFile) didUnlessErrno(['EEXIST'], () => linkSync(aside, path));
  else renameSync(aside, path);
}

export function changed(key: string): AppError {
  return new AppError('changed', `${key} is another object than it was`);
}

/** The file was looked at before it was linked; one swapped in between came under its own inode, and goes again. */
function requireLinked(path: string, key: string, stat: BigIntStats): void {
  const linked = statFile(path);
  if (linked !== undefined && isSameFile(etagOf(stat), linked)) return;
  removeFile(path);
  throw changed(key);
}

function requireFile(path: string, key: string): void {
  if (statFile(path) !== undefined) return;
  throw new AppError('misconfigured', `write ${key}: something that is no file has the name`, {
    hint: `move ${path} out of the store`,
  });
}
