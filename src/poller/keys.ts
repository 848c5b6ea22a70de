import { createHash } from 'node:crypto';
import { dayPath } from '../base/clock.ts';
import { AppError } from '../base/errors.ts';
import { hashInKey, safeName } from '../contract/key-name.ts';
import { nameOf, type Route } from './context.ts';

export function inboxPrefix(route: Route): string {
  return `exports/${route.prefix}/`;
}

export function archivePrefix(system: string, route: Route): string {
  return `archive/${system}/${route.prefix}/`;
}

/** `archive/<system>/<prefix>/2026/01/11/<batch_id>.<sha256[0:16]>.json` */
export function archiveKey(system: string, prefix: string, batchId: string, sha256: string, nowMs: number): string {
  return `archive/${system}/${prefix}/${dayPath(nowMs)}/${safeName(batchId)}.${hashInKey(sha256)}.json`;
}

/** Where a refused file goes. A file that was never read has no hash; its etag's stands in, for it names the same bytes. */
export function quarantineKey(
  system: string,
  prefix: string,
  file: { readonly key: string; readonly etag: string },
  sha256: string | undefined,
  nowMs: number,
): string {
  const digits = hashInKey(sha256 ?? createHash('sha256').update(file.etag).digest('hex'));
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
