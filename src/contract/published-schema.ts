import { readFileSync } from 'node:fs';
import type { Contract, Revision } from './contract.ts';

/** The JSON Schema of a revision as it was released: the file itself, so that what people read is what LOCK holds. */
export function publishedSchema(contract: Pick<Contract, 'name'>, revision: Pick<Revision, 'version'>): object {
  const file = new URL(`./${contract.name}/${revision.version}/schema.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as object;
}
