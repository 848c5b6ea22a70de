import { createHash } from 'node:crypto';
import { dayPath } from '../base/clock.ts';
import { AppError } from '../base/errors.ts';
import { nameOf, type Route } from './context.ts';

/** Hexadecimal digits of the SHA-256 in a key: enough to tell versions apart, short enough to read. */
const HASH_DIGITS = 16;
/** A destination name stays under the 255 bytes of common file systems, with room for the hash and `.reason.json`. */
const MAX_NAME_CHARACTERS = 120;

export function inboxPrefix(route: Route): string {
  return `exports/${route.prefix}/`;
}

export function archivePrefix(system: string, route: Route): string {
  return `archive/${system}/${route.prefix}/`;
}

/** `archive/<system>/<prefix>/2026/01/11/<batch_id>.<sha256[0:16]>.json` */
export function archiveKey(system: string, prefix: string, batchId: string, sha256: string, nowMs: number): string {
  return `archive/${system}/${prefix}/${dayPath(nowMs)}/${safeName(batchId)}.${sha256.slice(0, HASH_DIGITS)}.json`;
}

/** Where a refused file goes. A file that was never read has no hash; its etag's stands in, for it names the same bytes. */
export function quarantineKey(
  system: string,
  prefix: string,
  file: { readonly key: string; readonly etag: string },
  sha256: string | undefined,
  nowMs: number,
): string {
  const digits = (sha256 ?? createHash('sha256').update(file.etag).digest('hex')).slice(0, HASH_DIGITS);
  return `quarantine/${system}/${prefix}/${dayPath(nowMs)}/${safeName(nameOf(file.key))}.${digits}.json`;
}

export function reasonKey(quarantined: string): string {
  return quarantined.replace(/\.json$/, '.reason.json');
}

/** Only `<prefix><name>.json` is a batch; everything else under the inbox is counted and never touched. */
export function isCandidate(key: string, prefix: string): boolean {
  const name = key.slice(prefix.length);
  return name.endsWith('.json') && name !== '.json' && !name.includes('/') && !/^[._]/.test(name);
}

/** A name made by a stranger goes into a key of ours: only characters that mean nothing to any file system stay. */
function safeName(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9_-]/g, '_').slice(0, MAX_NAME_CHARACTERS);
}

/** Two contracts in one folder would each take the other's files for broken ones. */
export function refuseOverlap(routes: readonly Route[]): void {
  const prefixes = routes.map(inboxPrefix);
  for (const [index, prefix] of prefixes.entries()) {
    const other = prefixes.findIndex((candidate, place) => place !== index && candidate.startsWith(prefix));
    if (other < 0) continue;
    throw new AppError('misconfigured', `poll ${prefix} and ${prefixes[other]}: one holds the other`, {
      hint: 'give every contract its own prefix in the configuration',
    });
  }
}
