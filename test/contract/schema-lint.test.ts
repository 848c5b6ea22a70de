import { expect, test } from 'vitest';
import { contracts, LEAD_CARD_FIELDS, objectContracts } from '../../src/contract/index.ts';
import { mapSubschemas } from '../../src/contract/derive-reader.ts';
import type { Schema } from '../../src/contract/derive-reader.ts';
import { batchSchema, leadCardProperties, receiptSchema } from './schemas.ts';

const RELEASED: readonly { name: string; schema: Schema }[] = [
  { name: 'lead-card-batch 1.0.0', schema: batchSchema },
  { name: 'handoff-receipt 1.0.0', schema: receiptSchema },
];
const OTHER_SIDE = /^(campaign.*|pipeline.*|deal.*|call_at|assignee|stage)$/i;
const INHERITED = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Every schema inside `schema`, itself first. */
function subschemas(schema: Schema): Schema[] {
  const inner: Schema[] = [];
  mapSubschemas(schema, (one) => {
    inner.push(...subschemas(one));
    return one;
  });
  return [schema, ...inner];
}

function propertiesOf(schema: Schema): [string, Schema][] {
  return subschemas(schema).flatMap((one) => Object.entries((one['properties'] ?? {}) as Record<string, Schema>));
}

/** One type, or one that may be null. */
function isTyped({ type }: Schema): boolean {
  if (typeof type === 'string') return true;
  return Array.isArray(type) && type.length === 2 && typeof type[0] === 'string' && type[1] === 'null';
}

function isText({ type }: Schema): boolean {
  return type === 'string' || (Array.isArray(type) && type.includes('string'));
}

function isBounded(schema: Schema): boolean {
  return schema['enum'] !== undefined || schema['const'] !== undefined || schema['maxLength'] !== undefined;
}

test('every revision of every contract is linted here', () => {
  const known = [...contracts(), ...objectContracts()].flatMap(({ name, revisions }) =>
    revisions.map(({ version }) => `${name} ${version}`),
  );
  expect(RELEASED.map(({ name }) => name)).toEqual(known);
});

for (const { name, schema } of RELEASED) {
  test(`${name}: every object is closed and requires only fields that it has`, () => {
    const objects = subschemas(schema).filter((one) => one['type'] === 'object' || one['properties'] !== undefined);
    expect(objects.length).toBeGreaterThan(1);
    for (const object of objects) {
      expect(object).toMatchObject({ type: 'object', additionalProperties: false });
      expect(Object.keys(object['properties'] as object)).toEqual(
        expect.arrayContaining(object['required'] as string[]),
      );
    }
  });

  test(`${name}: every string is bounded and every pattern anchored`, () => {
    for (const one of subschemas(schema).filter(isText)) {
      expect(isBounded(one), JSON.stringify(one)).toBe(true);
      expect(one['pattern'] ?? '^$').toMatch(/^\^.*\$$/);
    }
  });

  test(`${name}: every field is described and has a type`, () => {
    for (const [field, property] of propertiesOf(schema)) {
      expect(property['description'], field).toMatch(/^[A-Z].{10,}\.$/);
      expect(isTyped(property), field).toBe(true);
    }
  });

  test(`${name}: no field belongs to the other side or to every object`, () => {
    for (const [field] of propertiesOf(schema)) {
      expect(field).not.toMatch(OTHER_SIDE);
      expect(INHERITED.has(field), field).toBe(false);
    }
  });
}

test('a lead card has the twelve fields of its specification, all required', () => {
  expect(Object.keys(leadCardProperties)).toEqual([...LEAD_CARD_FIELDS]);
  expect((batchSchema['$defs'] as Record<string, Schema>)['leadCard']?.['required']).toEqual([...LEAD_CARD_FIELDS]);
});
