import type { ExecutionHandoffContext } from '../contract/index.ts';
import type { Queries } from '../database/port.ts';

/** All the way down: whoever is handed a context can read it and nothing else. */
export type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Name in keyof T]: Frozen<T[Name]> }
    : T;

/** A context as it was handed over, frozen; undefined where none of this id was taken. */
export async function readHandoffContext(
  database: Queries,
  handoffId: string,
): Promise<Frozen<ExecutionHandoffContext> | undefined> {
  const [row] = await database.query<{ document: string }>(
    'select document from handoff_context where handoff_id = $1',
    [handoffId],
  );
  return row === undefined ? undefined : deepFreeze(JSON.parse(row.document) as ExecutionHandoffContext);
}

function deepFreeze<T>(value: T): Frozen<T> {
  const waiting: unknown[] = [value];
  for (const one of waiting) {
    if (typeof one !== 'object' || one === null) continue;
    Object.freeze(one);
    waiting.push(...(Object.values(one) as unknown[]));
  }
  return value as Frozen<T>;
}
