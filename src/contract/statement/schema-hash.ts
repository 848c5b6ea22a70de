import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const known = new Map<string, string>();

/** SHA-256 of a revision's published schema file: what LOCK holds, and anybody can compute. */
export function schemaSha256(contract: string, revision: string): string {
  const name = `${contract}/${revision}`;
  const found = known.get(name) ?? hashOf(name);
  known.set(name, found);
  return found;
}

function hashOf(name: string): string {
  return createHash('sha256')
    .update(readFileSync(new URL(`../${name}/schema.json`, import.meta.url)))
    .digest('hex');
}
