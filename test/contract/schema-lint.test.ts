import { describe, expect, test } from 'vitest';
import { releasedContracts, releasedSchema } from '../../src/contract/compatibility/released.ts';
import type { Schema } from '../../src/contract/derive-reader.ts';
import { LEAD_CARD_FIELDS } from '../../src/contract/index.ts';
import { LEAD_BOUNDARY } from '../../src/contract/lead-card-batch/boundary.ts';
import { type LintQuestion, lintSchema } from '../../src/contract/schema-lint.ts';
import { conditional } from './compatibility/readers.ts';
import { batchSchema, leadCardProperties } from './schemas.ts';

const RELEASED = releasedContracts().flatMap((contract) =>
  contract.versions.map((version) => ({ ...contract, version, what: `${contract.name} ${version}` })),
);

test.each(RELEASED)('$what keeps the rules of a released schema', ({ name, version, forbidden, recordsField }) => {
  expect(lintSchema(releasedSchema(name, version), { contract: name, version, forbidden, recordsField })).toEqual([]);
});

test('every release has an id of its own', () => {
  const ids = RELEASED.map(({ name, version }) => releasedSchema(name, version)['$id']);
  expect(new Set(ids).size).toBe(ids.length);
});

test('a lead card of 1.0.0 has the twelve fields of its specification, all required', () => {
  expect(Object.keys(leadCardProperties)).toEqual([...LEAD_CARD_FIELDS]);
  expect((batchSchema['$defs'] as Record<string, Schema>)['leadCard']?.['required']).toEqual([...LEAD_CARD_FIELDS]);
});

describe('a schema that breaks a rule', () => {
  const question: LintQuestion = {
    contract: 'things',
    version: '1.0.0',
    forbidden: LEAD_BOUNDARY,
    recordsField: 'records',
  };
  const described = { description: 'What the field is for.' };
  const name = { ...described, type: 'string', maxLength: 9 };
  const schemaOf = (properties: object, more: object = {}): Schema => ({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:handoff:contract:things:1.0.0',
    type: 'object',
    additionalProperties: false,
    required: ['name'],
    properties: { name, ...properties },
    ...more,
  });
  const faults = (schema: Schema): string[] => lintSchema(schema, question).map(({ pointer }) => pointer);

  test('is told from one that keeps all', () => {
    const records = { ...described, type: 'array', items: { $ref: '#/$defs/record' } };
    const record = { type: 'object', additionalProperties: false, required: [], properties: { name } };
    const details = { ...described, type: 'object', maxProperties: 5 };
    const condition = conditional({ properties: { name: { const: 'x' } } }, { required: ['name'] });
    expect(faults(schemaOf({ records, details }, { $defs: { record }, ...condition }))).toEqual([]);
  });

  test.each<readonly [string, Schema, string]>([
    ['another dialect', schemaOf({}, { $schema: 'http://json-schema.org/draft-07/schema#' }), '/$schema'],
    ['the id of another release', schemaOf({}, { $id: 'urn:handoff:contract:things:1.0.1' }), '/$id'],
    ['an open document', schemaOf({}, { additionalProperties: true }), ''],
    ['an open object inside', schemaOf({ a: { ...described, type: 'object', properties: { name } } }), '/properties/a'],
    ['an open item', schemaOf({ a: { ...described, type: 'array', maxItems: 1, items: { type: 'object' } } }), '/properties/a/items'],
    ['an open definition', schemaOf({}, { $defs: { a: { type: 'object', properties: { name } } } }), '/$defs/a'],
    ['fields without a type of object', schemaOf({}, { $defs: { a: { additionalProperties: false, properties: { name } } } }), '/$defs/a'],
    ['a closed object under not', schemaOf({}, { not: { type: 'object', additionalProperties: false } }), '/not'],
    ['a required field that is none', schemaOf({}, { required: ['nmae'] }), '/required'],
    ['a field without description', schemaOf({ a: { type: 'boolean' } }), '/properties/a'],
    ['a field without type', schemaOf({ a: { ...described } }), '/properties/a'],
    ['a field of two types', schemaOf({ a: { ...described, type: ['boolean', 'number'] } }), '/properties/a'],
    ['a string without bound', schemaOf({ a: { ...described, type: 'string' } }), '/properties/a'],
    ['a nullable string without bound', schemaOf({ a: { ...described, type: ['string', 'null'] } }), '/properties/a'],
    ['a pattern that is not anchored', schemaOf({ a: { ...name, pattern: 'x' } }), '/properties/a/pattern'],
    ['a format of others', schemaOf({ a: { ...name, pattern: '^x$', format: 'date-time' } }), '/properties/a/format'],
    ['a format without its pattern', schemaOf({ a: { ...name, format: 'plain-text' } }), '/properties/a'],
    ['an array without bound', schemaOf({ a: { ...described, type: 'array', items: { type: 'boolean' } } }), '/properties/a'],
    ['an array of anything', schemaOf({ a: { ...described, type: 'array', maxItems: 1 } }), '/properties/a'],
    ['a default', schemaOf({ a: { ...name, default: 'x' } }), '/properties/a/default'],
    ['a reference to another document', schemaOf({ a: { $ref: 'https://example.com/a' } }), '/properties/a/$ref'],
    ['a name of the other system', schemaOf({ Deal_Value: name }), '/properties/Deal_Value'],
    ['a forbidden name inside', schemaOf({}, { $defs: { a: { type: 'object', additionalProperties: false, properties: { stage: name } } } }), '/$defs/a/properties/stage'],
    ['a name that every object has', schemaOf({ constructor: name }), '/properties/constructor'],
  ])('is found: %s', (_, schema, pointer) => {
    expect(faults(schema)).toEqual([pointer]);
  }); // prettier-ignore
});
