import type { Schema } from '../../../src/contract/derive-reader.ts';
import { isObject } from '../../../src/contract/document.ts';

/** Values of every type, among them those at which text and pattern differ. */
const ANY_VALUES: readonly unknown[] = [
  null, true, 0, 1, -1, 0.5, 7, '', 'a', 'B', '0', 'other', '2026-01-11T18:22:00Z', '0b8f6c1e-52a4-4c1d-9a67-3f1e2d4c5b6a',
  [], ['a'], {}, { other: 1 },
]; // prettier-ignore

const NUMBER_BOUNDS = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'];
const MAX_DEPTH = 4;

type Document = Schema;

/**
 * Documents around every boundary of `schemas`: each bound, one below and one above; each choice, field and type; fields
 * absent, present, unknown. Some satisfy one of the schemas, some another, some none.
 */
export function boundaryInstances(...schemas: readonly Schema[]): unknown[] {
  const all = schemas.flatMap((schema) => candidates(schema, schema, 0));
  const others = schemas.flatMap((schema) => crossed(schema, schemas));
  return [...new Map([...all, ...others].map((value) => [JSON.stringify(value), value])).values()];
}

/** Documents that differ from a good one in one place: the values around every boundary that `schema` has there. */
export function aroundDocument(good: unknown, schema: Schema): unknown[] {
  return [good, ...around(good, schema, schema)];
}

function around(good: unknown, place: Schema, document: Document): unknown[] {
  const schema = dereferenced(place, document);
  if (Array.isArray(good)) {
    const [first, ...others] = good as unknown[];
    const items = around(first, (schema['items'] ?? {}) as Schema, document);
    return [...ANY_VALUES, ...items.map((item) => [item, ...others]), [...(good as unknown[]), ...(good as unknown[])]];
  }
  if (!isObject(good)) return candidates(schema, document, 0);
  const properties = (schema['properties'] ?? {}) as Record<string, Schema>;
  const changed = Object.entries(good).flatMap(([name, value]) =>
    around(value, properties[name] ?? {}, document).map((other) => ({ ...good, [name]: other })),
  );
  const without = Object.keys(good).map((gone) =>
    Object.fromEntries(Object.entries(good).filter(([name]) => name !== gone)),
  );
  return [...ANY_VALUES, { ...good, other: 1 }, ...without, ...changed];
}

/** Documents of one schema with the fields and values of the others. */
function crossed(schema: Schema, others: readonly Schema[]): unknown[] {
  const base = plainValue(schema, schema, 0);
  if (!isObject(base)) return [];
  return others.flatMap((other) => variations(base, other, other, 0));
}

function candidates(place: Schema, document: Document, depth: number): unknown[] {
  const schema = dereferenced(place, document);
  if (depth > MAX_DEPTH) return [];
  return [
    plainValue(schema, document, depth),
    ...ANY_VALUES,
    ...((schema['enum'] as unknown[] | undefined) ?? []),
    ...('const' in schema ? [schema['const']] : []),
    ...numbers(schema),
    ...texts(schema),
    ...arrays(schema, document, depth),
    ...objects(schema, document, depth),
    ...branches(schema).flatMap((branch) => candidates(branch, document, depth + 1)),
  ];
}

function branches(schema: Schema): Schema[] {
  return ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => (schema[keyword] as Schema[] | undefined) ?? []);
}

function numbers(schema: Schema): number[] {
  const multiple = schema['multipleOf'] as number | undefined;
  const bounds = NUMBER_BOUNDS.map((keyword) => schema[keyword]).filter((bound) => typeof bound === 'number');
  return [
    ...bounds.flatMap((bound) => [bound - 1, bound - 0.25, bound, bound + 0.25, bound + 1]),
    ...(multiple === undefined ? [] : [multiple, 2 * multiple, 3 * multiple, 1.5 * multiple]),
  ];
}

function texts(schema: Schema): string[] {
  return lengths(schema, 'minLength', 'maxLength').map((length) => 'a'.repeat(length));
}

function lengths(schema: Schema, least: string, most: string): number[] {
  const bounds = [schema[least], schema[most]].filter((bound) => typeof bound === 'number');
  return bounds.flatMap((bound) => [bound - 1, bound, bound + 1]).filter((length) => length >= 0 && length < 100);
}

function arrays(schema: Schema, document: Document, depth: number): unknown[][] {
  if (schema['type'] !== 'array' && schema['items'] === undefined) return [];
  const items = (schema['items'] ?? {}) as Schema;
  const good = plainValue(items, document, depth + 1);
  const values = candidates(items, document, depth + 1);
  const counts = [1, 2, 3, ...lengths(schema, 'minItems', 'maxItems')];
  return [
    ...counts.map((count) => Array.from({ length: count }, () => good)),
    ...counts.map((count) => [...new Set(values)].filter((value) => typeof value === typeof good).slice(0, count)),
    ...values.map((value) => [value]),
    ...values.map((value) => [good, value]),
  ];
}

function objects(schema: Schema, document: Document, depth: number): unknown[] {
  const properties = (schema['properties'] ?? {}) as Record<string, Schema>;
  if (schema['type'] !== 'object' && Object.keys(properties).length === 0) return [];
  const full = plainValue(schema, document, depth);
  const required = (schema['required'] ?? []) as string[];
  const least = isObject(full)
    ? Object.fromEntries(Object.entries(full).filter(([name]) => required.includes(name)))
    : {};
  return [full, least].filter(isObject).flatMap((base) => variations(base, schema, document, depth));
}

/** The object with one field changed, removed or added. */
function variations(
  base: Readonly<Record<string, unknown>>,
  schema: Schema,
  document: Document,
  depth: number,
): unknown[] {
  const properties = (dereferenced(schema, document)['properties'] ?? {}) as Record<string, Schema>;
  const without = Object.keys(base).map((gone) =>
    Object.fromEntries(Object.entries(base).filter(([name]) => name !== gone)),
  );
  const changed = Object.entries(properties).flatMap(([name, property]) =>
    candidates(property, document, depth + 1).map((value) => ({ ...base, [name]: value })),
  );
  return [base, { ...base, other: 1 }, ...without, ...changed];
}

/** One value that satisfies `place`, wherever that is simple. */
function plainValue(place: Schema, document: Document, depth: number): unknown {
  const schema = dereferenced(place, document);
  if ('const' in schema) return schema['const'];
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  const type: unknown = Array.isArray(schema['type']) ? schema['type'][0] : schema['type'];
  if (type === 'string') return plainText(schema);
  if (type === 'number' || type === 'integer') return plainNumber(schema);
  if (type === 'array') {
    const items = (schema['items'] ?? {}) as Schema;
    const count = depth > MAX_DEPTH ? 0 : ((schema['minItems'] as number | undefined) ?? 1);
    return Array.from({ length: count }, () => plainValue(items, document, depth + 1));
  }
  if (type === 'object') return plainObject(schema, document, depth);
  return type === 'boolean' ? true : null;
}

function plainObject(schema: Schema, document: Document, depth: number): unknown {
  const required = (schema['required'] ?? []) as string[];
  const fields = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>)
    .filter(([name]) => depth <= MAX_DEPTH || required.includes(name))
    .map(([name, property]) => [name, plainValue(property, document, depth + 1)]);
  return Object.fromEntries(fields);
}

function plainText(schema: Schema): string {
  if (schema['format'] === 'utc-timestamp') return '2026-01-11T18:22:00Z';
  if (schema['format'] === 'lead-uuid') return '0b8f6c1e-52a4-4c1d-9a67-3f1e2d4c5b6a';
  const length =
    (schema['minLength'] as number | undefined) ?? Math.min(1, (schema['maxLength'] as number | undefined) ?? 1);
  return 'a'.repeat(length);
}

function plainNumber(schema: Schema): number {
  const least = (schema['minimum'] ?? schema['exclusiveMinimum']) as number | undefined;
  const most = (schema['maximum'] ?? schema['exclusiveMaximum']) as number | undefined;
  const multiple = (schema['multipleOf'] as number | undefined) ?? 1;
  if (least !== undefined) return Math.ceil((least + 0.5) / multiple) * multiple;
  return most === undefined ? multiple : Math.floor((most - 0.5) / multiple) * multiple;
}

function dereferenced(schema: Schema, document: Document): Schema {
  const reference = schema['$ref'];
  if (reference === '#') return document;
  if (typeof reference !== 'string') return schema;
  let value: unknown = document;
  for (const name of reference.slice(2).split('/')) value = (value as Record<string, unknown>)[name];
  return value as Schema;
}
