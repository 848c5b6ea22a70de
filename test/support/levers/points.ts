import { appendFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { leversOfThisProcess } from './levers.ts';

const { record, kill } = leversOfThisProcess();
/** The system's own, before anything watches it. */
const append = appendFileSync;
let reached = 0;

/**
 * This process is at a moment with these names: write them down, a line for the moment, and die here if a test wants that.
 * A transaction that records three files has a name for each, so that the nth is there however the files were grouped.
 */
export function reach(...names: readonly string[]): void {
  if (record !== undefined && names.length > 0) append(record, `${names.join('\t')}\n`);
  for (const name of names) {
    if (kill?.point !== name) continue;
    reached += 1;
    if (reached === kill.nth) dieNow();
  }
}

/** As a power cut would have it: no handler runs, nothing is flushed. */
export function dieNow(): never {
  process.kill(process.pid, 'SIGKILL');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  throw new Error('a process survived SIGKILL');
}

const PLACES: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\/)spool\//, 'spool'],
  [/[.]rejects[.]ndjson/, 'rejects'],
  [/(?:^|\/)receipts\//, 'receipt'],
  [/(?:^|\/)acceptances\//, 'acceptance'],
  [/(?:^|\/)quarantine\/.*[.]reason[.]json/, 'reason'],
  [/(?:^|\/)quarantine\//, 'quarantine'],
  [/(?:^|\/)archive\//, 'archive'],
  [/(?:^|\/)exports\//, 'inbox'],
  [/(?:^|\/)[.]tmp\/.*[.]json$/, 'waiting metadata'],
  [/(?:^|\/)[.]tmp\/|[.]part$/, 'temporary'],
];

/** What kind of thing a key or path is; a file of nobody's is told by its folder. */
export function placeOf(path: string): string {
  const place = PLACES.find(([pattern]) => pattern.test(path))?.[1] ?? `file in ${basename(dirname(path))}`;
  return /(?:^|\/)[.]meta\//.test(path) ? `metadata of ${place}` : place;
}
