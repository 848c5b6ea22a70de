/** A JSON Schema 2020-12 document of ours. */
export type Schema = { readonly [keyword: string]: unknown };

const SCHEMA_MAPS = new Set(['properties', 'patternProperties', '$defs', 'dependentSchemas']);
const SCHEMA_LISTS = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);
const SCHEMAS = new Set(['items', 'not', 'if', 'then', 'else', 'contains', 'propertyNames']);

/**
 * The reader that a consumer relies on: the closed schema with every object opened. It asks for the same fields with
 * the same limits, and lets a newer producer add some that it does not know.
 */
export function deriveReader(closed: Schema): Schema {
  return mapSubschemas(withoutKeyword(closed, 'additionalProperties'), deriveReader);
}

/** The envelope alone: the document's schema without its records, which are read and checked one by one. */
export function headerSchema(document: Schema, recordsField: string): Schema {
  const { properties, required, $defs: _, ...rest } = document;
  return {
    ...rest,
    properties: withoutKeyword(properties as Schema, recordsField),
    required: (required as readonly string[]).filter((name) => name !== recordsField),
  };
}

/** The schema of one record: what `records.items` refers to, with the definitions that it needs. */
export function recordSchema(document: Schema, recordsField: string): Schema {
  const properties = document['properties'] as Record<string, { items: { $ref: string } }>;
  const name = properties[recordsField]?.items.$ref.replace('#/$defs/', '') ?? '';
  const { [name]: definition, ...others } = document['$defs'] as Record<string, Schema>;
  const definitions = isFlat({ ...definition }) ? {} : { $defs: others };
  return { $schema: document['$schema'], ...definition, ...definitions };
}

/** Whether a record is fields alone, without parts that are defined elsewhere. */
export function isFlat(record: Schema): boolean {
  return !JSON.stringify(record).includes('"$ref":');
}

/** Applies `change` to each schema directly inside `schema`, wherever 2020-12 keeps them; constants are left alone. */
export function mapSubschemas(schema: Schema, change: (inner: Schema) => Schema): Schema {
  const mapped = Object.entries(schema).map(([keyword, value]) => {
    if (SCHEMA_MAPS.has(keyword)) return [keyword, mapValues(value as Record<string, Schema>, change)];
    if (SCHEMA_LISTS.has(keyword)) return [keyword, (value as Schema[]).map(change)];
    if (SCHEMAS.has(keyword) && typeof value === 'object') return [keyword, change(value as Schema)];
    return [keyword, value];
  });
  return Object.fromEntries(mapped) as Schema;
}

function mapValues(schemas: Readonly<Record<string, Schema>>, change: (inner: Schema) => Schema): Schema {
  return Object.fromEntries(Object.entries(schemas).map(([name, inner]) => [name, change(inner)]));
}

function withoutKeyword(schema: Schema, keyword: string): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== keyword));
}
