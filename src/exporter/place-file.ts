import { closeSync, linkSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { AppError } from '../base/errors.ts';
import { errnoOf, onDisk } from './disk-errors.ts';
import { stampOf } from './drop-scan.ts';
import { syncFolder } from './spool.ts';

/** Files of one name in one folder. */
const MAX_SAME_NAME = 10_000;
/** File systems take 255 bytes; the rest is room for what we put behind a name. */
const MAX_NAME_BYTES = 200;
const COMPARE_BYTES = 256 * 1024;

export interface Placing {
  readonly folder: string;
  readonly name: string;
  /** Only this very file, as `stampOf` names it: one that has got its name meanwhile is left alone, and `changed` is thrown. */
  readonly stamp?: string;
  /** A file of the same bytes that is there already will do, instead of a second one. */
  readonly reuseEqual?: boolean;
  /** The same where other bytes may mean the same: asked with the path of each file that has the name. */
  readonly reuseIf?: (path: string) => boolean;
}

/** Moves a file into a folder of the same disk as `linkFile` does. Returns the name it got. */
export function placeFile(path: string, placing: Placing): string {
  const name = linkFile(path, placing);
  removeName(path, placing);
  return name;
}

/** Takes the first name away, unless another file has it by now: the look is the last thing before the removal. */
export function removeName(path: string, { folder, stamp }: Placing): void {
  onDisk(`move ${path} to ${folder}`, () => {
    if (stamp === undefined || stampOf(path) === stamp) rmSync(path);
  });
}

/**
 * Gives a file a second name in a folder of the same disk, and never the name of another file: a name that is taken
 * gets `.1`, `.2` before its extension. Killed half way, it is done again: a file that is at its place stays there.
 */
export function linkFile(path: string, placing: Placing): string {
  return onDisk(`move ${path} to ${placing.folder}`, () => {
    for (let attempt = 0; attempt < MAX_SAME_NAME; attempt++) {
      const name = numbered(placing.name, attempt);
      const destination = join(placing.folder, name);
      if (!takesPlace(path, destination, placing)) continue;
      requireMeant(path, destination, placing.stamp);
      syncFolder(placing.folder);
      return name;
    }
    throw new AppError('refused', `move ${path} to ${placing.folder}: ${MAX_SAME_NAME} files have that name`, {
      hint: 'clear the folder',
    });
  });
}

/** It was looked at before it was linked; one that was put in its place in between keeps its first name alone. */
function requireMeant(path: string, destination: string, stamp: string | undefined): void {
  if (stamp === undefined || stampOf(destination) === stamp) return;
  rmSync(destination);
  throw new AppError('changed', `move ${path}: it is another file than was read`);
}

function takesPlace(path: string, destination: string, { reuseEqual, reuseIf }: Placing): boolean {
  try {
    linkSync(path, destination);
    return true;
  } catch (thrown) {
    if (errnoOf(thrown) !== 'EEXIST') throw thrown;
  }
  const one = statSync(path);
  const other = statSync(destination, { throwIfNoEntry: false });
  if (other === undefined) return false;
  if (one.ino === other.ino && one.dev === other.dev) return true;
  if (!other.isFile()) return false;
  if (reuseIf !== undefined) return reuseIf(destination);
  return reuseEqual === true && one.size === other.size && haveSameBytes(path, destination);
}

function haveSameBytes(path: string, other: string): boolean {
  const files = [openSync(path, 'r'), openSync(other, 'r')] as const;
  try {
    const [left, right] = [Buffer.allocUnsafe(COMPARE_BYTES), Buffer.allocUnsafe(COMPARE_BYTES)];
    for (;;) {
      const [count, otherCount] = [readSync(files[0], left), readSync(files[1], right)];
      if (count !== otherCount || !left.subarray(0, count).equals(right.subarray(0, count))) return false;
      if (count === 0) return true;
    }
  } finally {
    for (const fd of files) closeSync(fd);
  }
}

/** The start of a name where it is too long to get something put behind it. */
export function fitName(name: string): string {
  let fitting = name;
  while (Buffer.byteLength(fitting) > MAX_NAME_BYTES) fitting = fitting.slice(0, -1);
  return fitting.toWellFormed();
}

function numbered(name: string, attempt: number): string {
  if (attempt === 0) return name;
  const extension = extname(name);
  const stem = name.slice(0, name.length - extension.length);
  return `${fitName(stem)}.${attempt}${fitName(extension)}`;
}
