import { isObject } from '../document.ts';

/**
 * A record of 1.1.0 for a target that accepted no more than 1.0.0: without its enrichment, which stays the source's; the
 * status says that there is some. What has nothing to lose is given back as it is. The record need not be valid.
 */
export function projectTo100(record: unknown): unknown {
  if (!isObject(record) || !Object.hasOwn(record, 'enrichment')) return record;
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== 'enrichment'));
}
