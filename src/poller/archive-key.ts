import { dayPath } from '../base/clock.ts';
import type { Route } from './context.ts';
import { archivePrefix } from './keys.ts';

/** What the name of an archived batch says of it. */
export interface ArchiveName {
  /** The UTC day of its verdict: `2026/01/11`. */
  readonly day: string;
  readonly batchId: string;
  /** The first 16 hexadecimal digits of its SHA-256. */
  readonly digits: string;
}

const NAME = /^(?<day>\d{4}\/\d{2}\/\d{2})\/(?<batchId>[A-Za-z0-9_-]{1,128})\.(?<digits>[0-9a-f]{16})\.json$/;

/** Undefined for a name that no archive of ours makes. The other way is `archiveKey`. */
export function parseArchiveKey(key: string, prefix: string): ArchiveName | undefined {
  const parts = key.startsWith(prefix) ? NAME.exec(key.slice(prefix.length))?.groups : undefined;
  const { day, batchId, digits } = parts ?? {};
  if (day === undefined || batchId === undefined || digits === undefined || !isDay(day)) return undefined;
  return { day, batchId, digits };
}

/** The batches archived on one UTC day: `archive/<system>/<prefix>/2026/01/11/`. */
export function archiveDayPrefix(system: string, route: Route, day: string): string {
  return `${archivePrefix(system, route)}${day}/`;
}

/** `2026/01/11`, and such a day was. */
export function isDay(path: string): boolean {
  const midnight = Date.parse(`${path.replaceAll('/', '-')}T00:00:00Z`);
  return !Number.isNaN(midnight) && dayPath(midnight) === path;
}
