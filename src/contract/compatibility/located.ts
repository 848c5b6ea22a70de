import { isDeepStrictEqual } from 'node:util';
import type { Schema } from '../derive-reader.ts';
import { isObject } from '../document.ts';
import type { Difference } from './change.ts';

/** A schema and where it stands in its document. */
export interface Located {
  readonly schema: Schema;
  readonly pointer: string;
  readonly document: Schema;
}

/**
 * One comparison of two documents. It looks at each pair of places once: what refers to itself, or is referred to twice,
 * is not followed again, and its differences are reported where it is defined.
 */
export interface Walk {
  compare(older: Located, newer: Located): Difference[];
  /**
   * The walk for places that are not plainly part of the schema. It looks again at what was found elsewhere, where the
   * same difference had another effect; from `either` on there is no way back, so that it comes to an end.
   */
  into(depth: Depth): Walk;
}

/**
 * `plain`: a difference has its own effect on the whole. `same`: it has that effect on the whole, if it is the only one.
 * `either`: it may have the opposite one, as under `not`.
 */
export type Depth = 'plain' | 'same' | 'either';

/** Keywords that say something to people and nothing to a validator. */
export const ANNOTATIONS: ReadonlySet<string> = new Set([
  'title',
  'description',
  '$comment',
  'examples',
  'deprecated',
  'readOnly',
  'writeOnly',
]);

const FALSE_SCHEMA: Schema = { not: {} };

export function locate(document: Schema): Located {
  return { schema: document, pointer: '', document };
}

/** The schema at `steps` below. `true` and a missing schema admit everything, `false` nothing. */
export function below(at: Located, ...steps: readonly (string | number)[]): Located {
  let value: unknown = at.schema;
  for (const step of steps) value = member(value, String(step));
  return { ...at, schema: schemaOf(value), pointer: steps.reduce<string>(childPointer, at.pointer) };
}

/** Unlike the pointers of reports, whole: these names are our own. */
export function childPointer(parent: string, name: string | number): string {
  return `${parent}/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** What a reference that stands alone, but for words, stands for; every other schema is itself. */
export function resolved(at: Located): Located {
  const passed = new Set<string>();
  let current = at;
  while (isBareReference(current.schema) && !passed.has(current.pointer)) {
    passed.add(current.pointer);
    const target = targetOf(current);
    if (target === undefined) return current;
    current = target;
  }
  return current;
}

/** Undefined for a reference out of the document or to nothing. */
export function targetOf({ schema, document }: Located): Located | undefined {
  const reference = schema['$ref'];
  if (reference === '#') return locate(document);
  if (typeof reference !== 'string' || !reference.startsWith('#/')) return undefined;
  const names = reference.slice(2).split('/').map(unescaped);
  let value: unknown = document;
  for (const name of names) value = member(value, name);
  if (!isObject(value) && typeof value !== 'boolean') return undefined;
  return { schema: schemaOf(value), pointer: reference.slice(1), document };
}

export function sameValue(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(one, other);
}

function isBareReference(schema: Schema): boolean {
  return (
    Object.hasOwn(schema, '$ref') &&
    Object.keys(schema).every((keyword) => keyword === '$ref' || ANNOTATIONS.has(keyword))
  );
}

function schemaOf(value: unknown): Schema {
  if (value === false) return FALSE_SCHEMA;
  return isObject(value) ? value : {};
}

function member(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value[Number(name)];
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function unescaped(name: string): string {
  return decodeURIComponent(name).replaceAll('~1', '/').replaceAll('~0', '~');
}
