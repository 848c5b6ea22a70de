import type { StatementPayload } from './statement.ts';

/** What was found of the object; left out what is not known. */
export type FoundFacts = Partial<Pick<
  StatementPayload,
  | 'contract' | 'schema_version' | 'revision' | 'batch_id' | 'source' | 'target' | 'key' | 'bytes' | 'sha256'
  | 'records' | 'created_at'
>>; // prettier-ignore

/** The first member in which a statement speaks of something else than was found; undefined where it does not. */
export function contradiction(statement: StatementPayload, found: FoundFacts): keyof FoundFacts | undefined {
  const names = Object.keys(found) as (keyof FoundFacts)[];
  return names.find((name) => found[name] !== undefined && found[name] !== statement[name]);
}
