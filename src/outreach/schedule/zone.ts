import { IANAZone } from 'luxon';
import type { Log } from '../../base/log.ts';

/**
 * The first of `zones` that says something, in the order in which they are to be believed: contact, company, mailbox. A
 * name that is no time zone counts as nothing said, with a warning; when none is left, the default.
 */
export function resolveZone(
  zones: readonly (string | null | undefined)[],
  fallback: string,
  { log }: { readonly log: Log },
): string {
  for (const zone of zones) {
    if (zone === null || zone === undefined || zone === '') continue;
    if (isZone(zone)) return zone;
    log.warn({ timezone: zone }, 'this is no time zone: the next best one is used');
  }
  return isZone(fallback) ? fallback : 'UTC';
}

export function isZone(name: string): boolean {
  return IANAZone.isValidZone(name);
}
