import { lstatSync, readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../base/log.ts';
import { onDisk } from './disk-errors.ts';

export const SENT = 'sent';
export const REJECTED = 'rejected';

/** How a file looked, and since when it has looked so. */
interface Look {
  readonly stamp: string;
  readonly sinceMs: number;
}

export interface Scan {
  /** Names of files that did not change for long enough, in order. */
  readonly ready: readonly string[];
  /** How many others there are. */
  readonly unsettled: number;
}

/** Tells files that are whole from those that are being written. Only regular files: nothing else is opened. */
export class DropScanner {
  readonly #folder: string;
  readonly #stableMs: number;
  readonly #log: Log;
  #looks = new Map<string, Look>();
  readonly #reported = new Set<string>();

  constructor(folder: string, stableMs: number, log: Log) {
    this.#folder = folder;
    this.#stableMs = stableMs;
    this.#log = log;
  }

  scan(nowMs: number): Scan {
    const looks = new Map<string, Look>();
    const ready: string[] = [];
    for (const name of this.#candidates()) {
      const stamp = stampOf(join(this.#folder, name));
      if (stamp === undefined) continue;
      const before = this.#looks.get(name);
      const sinceMs = before?.stamp === stamp ? before.sinceMs : nowMs;
      looks.set(name, { stamp, sinceMs });
      if (nowMs - sinceMs >= this.#stableMs && before !== undefined) ready.push(name);
    }
    this.#looks = looks;
    return { ready, unsettled: looks.size - ready.length };
  }

  #candidates(): string[] {
    const entries = onDisk(`list ${this.#folder}`, () => readdirSync(this.#folder, { withFileTypes: true }));
    const files = entries.filter((entry) => !isTemporary(entry.name) && this.#isFile(entry));
    return files.map(({ name }) => name).toSorted();
  }

  #isFile(entry: Dirent): boolean {
    const own = entry.isDirectory() && (entry.name === SENT || entry.name === REJECTED);
    if (entry.isFile() || own) return entry.isFile();
    if (!this.#reported.has(entry.name)) this.#log.warn({ name: entry.name }, 'not a regular file, left alone');
    this.#reported.add(entry.name);
    return false;
  }
}

/** What programs call files that they have not finished. */
function isTemporary(name: string): boolean {
  return name.startsWith('.') || /(\.part|\.tmp|~)$/i.test(name);
}

/** Equal before and after: nobody wrote. Undefined when the file is gone, or something else by now. */
export function stampOf(path: string): string | undefined {
  const stat = lstatSync(path, { throwIfNoEntry: false, bigint: true });
  return stat?.isFile() ? `${stat.dev}-${stat.ino}-${stat.size}-${stat.mtimeNs}` : undefined;
}
