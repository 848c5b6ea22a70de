import { fc } from '../../support/fast-check.ts';
import { expect, test } from 'vitest';
import { diffSchemas } from '../../../src/contract/compatibility/diff-schemas.ts';
import type { Schema } from '../../../src/contract/derive-reader.ts';
import { conditional, cross } from './readers.ts';

/** A schema and what became of it. */
type Pair = readonly [older: Schema, newer: Schema];

/** A value and, now and then, another one after it. */
function changing<Value>(values: fc.Arbitrary<Value>): fc.Arbitrary<readonly [Value, Value]> {
  return fc.oneof(
    { weight: 12, arbitrary: values.map((value) => [value, value] as const) },
    { weight: 1, arbitrary: fc.tuple(values, values) },
  );
}

const bound = (most: number) => changing(fc.option(fc.integer({ min: 0, max: most }), { nil: undefined }));

/** Keywords by name, each with its value before and after; undefined where it is absent. */
function schemaPair(keywords: Readonly<Record<string, fc.Arbitrary<readonly [unknown, unknown]>>>): fc.Arbitrary<Pair> {
  return fc.record(keywords).map((values) => {
    const side = (at: 0 | 1): Schema =>
      Object.fromEntries(
        Object.entries(values).flatMap(([name, pair]) => (pair[at] === undefined ? [] : [[name, pair[at]]])),
      );
    return [side(0), side(1)] as const;
  });
}

const type = (name: string) => changing(fc.constantFrom<unknown>(name, name, name, [name, 'null']));

const texts = schemaPair({
  type: type('string'),
  minLength: bound(2),
  maxLength: bound(4),
  pattern: changing(fc.constantFrom(undefined, undefined, '^a*$', '^[aB]*$')),
  description: changing(fc.constantFrom('One.', 'Two.')),
});
const numbers = schemaPair({
  type: changing(fc.constantFrom('number', 'number', 'integer')),
  minimum: bound(3),
  maximum: bound(9),
  exclusiveMinimum: bound(2),
  multipleOf: changing(fc.constantFrom(undefined, undefined, 1, 2, 4)),
});
const choices = schemaPair({
  type: type('string'),
  enum: changing(fc.subarray(['a', 'B', 'other'], { minLength: 1 })),
});

function arrays(inner: fc.Arbitrary<Pair>): fc.Arbitrary<Pair> {
  return schemaPair({
    type: fc.constant(['array', 'array'] as const),
    items: inner,
    minItems: bound(1),
    maxItems: bound(3),
    uniqueItems: changing(fc.constantFrom(undefined, true, false)),
  });
}

interface Field {
  readonly name: string;
  readonly pair: Pair;
  /** Whether it is there, and must be, before and after. */
  readonly role: readonly [Role, Role];
}
type Role = 'required' | 'optional' | 'absent';

function objects(inner: fc.Arbitrary<Pair>): fc.Arbitrary<Pair> {
  const role = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom<Role>('required', 'optional').map((one) => [one, one] as const) },
    { weight: 2, arbitrary: fc.constant(['absent', 'optional'] as const) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom<Role>('required', 'optional', 'absent'), fc.constantFrom<Role>('required', 'optional', 'absent')) },
  ); // prettier-ignore
  const field: fc.Arbitrary<Field> = fc.record({ name: fc.constantFrom('a', 'b', 'other', 'c'), pair: inner, role });
  const fields = fc.uniqueArray(field, { selector: ({ name }) => name, minLength: 1, maxLength: 3 });
  const others = fc.oneof(
    { weight: 8, arbitrary: fc.constant([false, false] as const) },
    { weight: 1, arbitrary: fc.tuple(fc.boolean(), fc.boolean()) },
  );
  return fc.tuple(fields, others, bound(2)).map(([all, open, least]) => {
    const side = (at: 0 | 1): Schema => ({
      type: 'object',
      additionalProperties: open[at],
      properties: Object.fromEntries(
        all.filter(({ role: roles }) => roles[at] !== 'absent').map(({ name, pair }) => [name, pair[at]]),
      ),
      required: all.filter(({ role: roles }) => roles[at] === 'required').map(({ name }) => name),
      ...(least[at] === undefined ? {} : { minProperties: least[at] }),
    });
    return [side(0), side(1)] as const;
  });
}

function complex(inner: fc.Arbitrary<Pair>): fc.Arbitrary<Pair> {
  return fc
    .tuple(fc.constantFrom('allOf', 'anyOf', 'oneOf', 'not', 'if', 'patternProperties', 'additionalProperties'), inner)
    .map(([keyword, [older, newer]]) => {
      const side = (schema: Schema): Schema => {
        if (keyword === 'not' || keyword === 'additionalProperties') return { [keyword]: schema };
        if (keyword === 'if') return conditional(schema, { type: ['object', 'string'] });
        return { [keyword]: keyword === 'patternProperties' ? { '^[ab]': schema } : [schema] };
      };
      return [side(older), side(newer)] as const;
    });
}

/** Both documents define the part, refer to it twice, and may do so in places of opposite meaning. */
function referring(inner: fc.Arbitrary<Pair>): fc.Arbitrary<Pair> {
  return fc.tuple(inner, fc.boolean()).map(([[older, newer], negated]) => {
    const reference = { $ref: '#/$defs/part' };
    const side = (part: Schema): Schema => ({
      type: 'object',
      additionalProperties: false,
      properties: { a: reference, b: negated ? { not: reference } : { type: 'array', items: reference } },
      $defs: { part },
    });
    return [side(older), side(newer)] as const;
  });
}

const leaves = fc.oneof(texts, numbers, choices);
const shapes = fc.oneof(leaves, arrays(leaves), objects(leaves), complex(leaves));
const pairs: fc.Arbitrary<Pair> = fc.oneof(
  { weight: 2, arbitrary: objects(shapes) },
  { weight: 1, arbitrary: objects(objects(leaves)) },
  { weight: 1, arbitrary: arrays(objects(leaves)) },
  { weight: 1, arbitrary: complex(objects(leaves)) },
  { weight: 1, arbitrary: referring(fc.oneof(leaves, objects(leaves))) },
);

test('no document is refused across two revisions that the verdict calls compatible, whatever changed', () => {
  const seen = { patch: 0, minor: 0, major: 0, broken: 0 };
  fc.assert(
    fc.property(pairs, ([older, newer]) => {
      const { verdict } = diffSchemas(older, newer);
      const { oldRefused, newRefused, onlyOne } = cross(older, newer);
      seen[verdict] += 1;
      if (verdict !== 'major') expect({ oldRefused, newRefused }).toEqual({ oldRefused: [], newRefused: [] });
      else if (oldRefused.length + newRefused.length > 0) seen.broken += 1;
      if (verdict === 'patch') expect(onlyOne).toEqual([]);
    }),
    { numRuns: 250 },
  );
  // All verdicts were met, and many of the major ones do break something.
  expect(Math.min(seen.patch, seen.minor)).toBeGreaterThan(10);
  expect(seen.broken).toBeGreaterThan(seen.major / 4);
});
