import { describe, expect, test } from 'vitest';
import type { Step } from '../../../src/contract/compatibility/change.ts';
import { diffSchemas } from '../../../src/contract/compatibility/diff-schemas.ts';
import { deriveReader, type Schema } from '../../../src/contract/derive-reader.ts';
import { conditional, cross } from './readers.ts';

/** What the change does: nothing, breaks old documents, breaks new ones, both, or loses something in silence. */
type Harm = 'none' | 'old' | 'new' | 'both' | 'silent';

const object = (properties: object, required: readonly string[] = [], more: object = {}): Schema => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
  ...more,
});
/** A document whose field `a` is the thing that changes. */
const field = (schema: object): Schema => object({ a: schema }, ['a']);
const text = (more: object = {}): Schema => ({ type: 'string', ...more });
const number = (more: object = {}): Schema => ({ type: 'number', ...more });
const array = (more: object = {}): Schema => ({ type: 'array', items: text(), ...more });

type Case = readonly [what: string, older: Schema, newer: Schema, verdict: Step, harm: Harm];

const CASES: readonly Case[] = [
  ['the same again', field(text({ maxLength: 3 })), field(text({ maxLength: 3 })), 'patch', 'none'],
  ['another description', field(text({ description: 'One.' })), field(text({ description: 'Two.' })), 'patch', 'none'],
  ['another title, id and example', { ...field(text()), $id: 'urn:a', title: 'A' }, { ...field(text({ examples: ['x'] })), $id: 'urn:b' }, 'patch', 'none'],
  ['enum values in another order', field(text({ enum: ['x', 'y'] })), field(text({ enum: ['y', 'x'] })), 'patch', 'none'],
  ['types in another order', field({ type: ['string', 'null'] }), field({ type: ['null', 'string'] }), 'patch', 'none'],
  ['an integer named beside number', field({ type: ['number', 'integer'] }), field(number()), 'patch', 'none'],
  ['an optional property added', object({ a: text() }, ['a']), object({ a: text(), b: number() }, ['a']), 'minor', 'none'],
  ['an optional property added inside', field(object({ b: text() })), field(object({ b: text(), c: text() })), 'minor', 'none'],
  ['an optional property added in an item', field({ type: 'array', items: object({ b: text() }) }), field({ type: 'array', items: object({ b: text(), c: text() }) }), 'minor', 'none'],
  ['an object closed', object({ a: text() }, [], { additionalProperties: true }), object({ a: text() }), 'minor', 'none'],
  ['a required property added', object({ a: text() }), object({ a: text(), b: text() }, ['b']), 'major', 'old'],
  ['optional → required', object({ a: text() }), object({ a: text() }, ['a']), 'major', 'old'],
  ['minimum raised', field(number({ minimum: 1 })), field(number({ minimum: 2 })), 'major', 'old'],
  ['minimum added', field(number()), field(number({ minimum: 2 })), 'major', 'old'],
  ['maximum lowered', field(number({ maximum: 9 })), field(number({ maximum: 8 })), 'major', 'old'],
  ['exclusiveMinimum raised', field(number({ exclusiveMinimum: 1 })), field(number({ exclusiveMinimum: 2 })), 'major', 'old'],
  ['exclusiveMaximum lowered', field(number({ exclusiveMaximum: 9 })), field(number({ exclusiveMaximum: 8 })), 'major', 'old'],
  ['multipleOf made coarser', field(number({ multipleOf: 2 })), field(number({ multipleOf: 4 })), 'major', 'old'],
  ['minLength raised', field(text({ minLength: 1 })), field(text({ minLength: 2 })), 'major', 'old'],
  ['maxLength lowered', field(text({ maxLength: 9 })), field(text({ maxLength: 8 })), 'major', 'old'],
  ['maxLength added', field(text()), field(text({ maxLength: 3 })), 'major', 'old'],
  ['a pattern added', field(text()), field(text({ pattern: '^[a-z]$' })), 'major', 'old'],
  ['a format added', field(text()), field(text({ format: 'lead-uuid' })), 'major', 'old'],
  ['an enum value removed', field(text({ enum: ['x', 'y'] })), field(text({ enum: ['x'] })), 'major', 'old'],
  ['an enum added', field(text()), field(text({ enum: ['x'] })), 'major', 'old'],
  ['minItems raised', field(array({ minItems: 1 })), field(array({ minItems: 2 })), 'major', 'old'],
  ['maxItems lowered', field(array({ maxItems: 2 })), field(array({ maxItems: 1 })), 'major', 'old'],
  ['unique items demanded', field(array()), field(array({ uniqueItems: true })), 'major', 'old'],
  ['items narrowed', field(array()), field(array({ items: text({ maxLength: 1 }) })), 'major', 'old'],
  ['items added', field({ type: 'array' }), field(array()), 'major', 'old'],
  ['a property of an open object defined', object({}, [], { additionalProperties: true }), object({ other: text() }, [], { additionalProperties: true }), 'major', 'old'],
  ['a required property removed', object({ a: text(), b: text() }, ['a']), object({ b: text() }), 'major', 'new'],
  ['required → optional', object({ a: text() }, ['a']), object({ a: text() }), 'major', 'new'],
  ['minimum lowered', field(number({ minimum: 2 })), field(number({ minimum: 1 })), 'major', 'new'],
  ['maximum raised', field(number({ maximum: 8 })), field(number({ maximum: 9 })), 'major', 'new'],
  ['maximum removed', field(number({ maximum: 8 })), field(number()), 'major', 'new'],
  ['multipleOf made finer', field(number({ multipleOf: 4 })), field(number({ multipleOf: 2 })), 'major', 'new'],
  ['maxLength raised', field(text({ maxLength: 8 })), field(text({ maxLength: 9 })), 'major', 'new'],
  ['minLength lowered', field(text({ minLength: 2 })), field(text({ minLength: 1 })), 'major', 'new'],
  ['a pattern removed', field(text({ pattern: '^[a-z]$' })), field(text()), 'major', 'new'],
  ['a format removed', field(text({ format: 'lead-uuid' })), field(text()), 'major', 'new'],
  ['an enum value added', field(text({ enum: ['x'] })), field(text({ enum: ['x', 'y'] })), 'major', 'new'],
  ['an enum removed', field(text({ enum: ['x'] })), field(text()), 'major', 'new'],
  ['null allowed', field(text()), field({ type: ['string', 'null'] }), 'major', 'new'],
  ['null no longer allowed', field({ type: ['string', 'null'] }), field(text()), 'major', 'old'],
  ['maxItems raised', field(array({ maxItems: 1 })), field(array({ maxItems: 2 })), 'major', 'new'],
  ['unique items no longer demanded', field(array({ uniqueItems: true })), field(array()), 'major', 'new'],
  ['items removed', field(array()), field({ type: 'array' }), 'major', 'new'],
  ['an enum value exchanged', field(text({ enum: ['x', 'y'] })), field(text({ enum: ['x', 'z'] })), 'major', 'both'],
  ['another type', field(text()), field(number()), 'major', 'both'],
  ['number → integer', field(number()), field({ type: 'integer' }), 'major', 'old'],
  ['integer → number', field({ type: 'integer' }), field(number()), 'major', 'new'],
  ['another const', field(text({ const: 'x' })), field(text({ const: 'y' })), 'major', 'both'],
  ['another pattern', field(text({ pattern: '^[a-z]$' })), field(text({ pattern: '^[A-Z]$' })), 'major', 'both'],
  ['another format', field(text({ format: 'lead-uuid' })), field(text({ format: 'utc-timestamp' })), 'major', 'both'],
  ['another multiple', field(number({ multipleOf: 2 })), field(number({ multipleOf: 3 })), 'major', 'both'],
  ['a required property renamed', object({ a: text() }, ['a']), object({ b: text() }, ['b']), 'major', 'both'],
  ['a range moved', field(number({ minimum: 0, maximum: 5 })), field(number({ minimum: 2, maximum: 7 })), 'major', 'both'],
  ['an optional property removed', object({ a: text(), b: text() }, ['a']), object({ a: text() }, ['a']), 'major', 'silent'],
  ['an optional property renamed', object({ a: text() }), object({ b: text() }), 'major', 'silent'],
  ['an object opened', object({ a: text() }), object({ a: text() }, [], { additionalProperties: true }), 'major', 'silent'],
  ['an unknown keyword', field(text()), field(text({ contentEncoding: 'base64' })), 'major', 'silent'],
  ['a default', field(text()), field(text({ default: 'x' })), 'major', 'silent'],
  ['a condition added', object({ a: text(), b: text() }), object({ a: text(), b: text() }, [], conditional({ required: ['a'] }, { required: ['b'] })), 'major', 'old'],
  ['a dependency removed', object({ a: text(), b: text() }, [], { dependentRequired: { a: ['b'] } }), object({ a: text(), b: text() }), 'major', 'new'],
  ['a choice added to anyOf', field({ anyOf: [text({ maxLength: 1 })] }), field({ anyOf: [text({ maxLength: 1 }), number()] }), 'major', 'new'],
  ['what is forbidden changed', field({ type: 'string', not: { const: 'a' } }), field({ type: 'string', not: { enum: ['a', 'B'] } }), 'major', 'old'],
]; // prettier-ignore

describe.each(CASES)('%s', (_, older, newer, verdict, harm) => {
  test(`is ${verdict}`, () => {
    expect(diffSchemas(older, newer)).toMatchObject({ verdict });
  });

  test('does what its verdict says to documents at every boundary', () => {
    const { oldRefused, newRefused, made } = cross(older, newer);
    expect(made).toBeGreaterThan(1);
    expect({ old: oldRefused.length > 0, new: newRefused.length > 0 }).toEqual({
      old: harm === 'old' || harm === 'both',
      new: harm === 'new' || harm === 'both',
    });
  });
});

test('what is a patch changes no document', () => {
  const patches = CASES.filter(([, , , verdict]) => verdict === 'patch');
  expect(patches.length).toBeGreaterThan(4);
  for (const [what, older, newer] of patches) expect(cross(older, newer).onlyOne, what).toEqual([]);
});

/** A reader written by hand that does not ask for lengths, ranges or choices. */
function lenientReader(writer: Schema): Schema {
  const drop = new Set(['maxLength', 'minimum', 'enum', 'pattern', 'required', 'additionalProperties']);
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(strip);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, inner]) => (drop.has(name) ? [] : [[name, strip(inner)]])),
    );
  };
  return strip(writer) as Schema;
}

const NARROWED: readonly (readonly [string, Schema, Schema])[] = [
  ['a length', field(text({ maxLength: 9 })), field(text({ maxLength: 8 }))],
  ['a range', field(number({ minimum: 1 })), field(number({ minimum: 2 }))],
  ['a choice', field(text({ enum: ['x', 'y'] })), field(text({ enum: ['x'] }))],
  ['a pattern', field(text()), field(text({ pattern: '^a$' }))],
  ['optional → required', object({ a: text() }), object({ a: text() }, ['a'])],
  ['a required property', object({ a: text() }), object({ a: text(), b: text() }, ['b'])],
];

test.each(NARROWED)('%s narrowed for writers alone is minor, where the reader does not ask it', (_, older, newer) => {
  expect(diffSchemas(older, newer, lenientReader)).toMatchObject({ verdict: 'minor', changes: [{ verdict: 'minor' }] });
  expect(cross(older, newer, lenientReader)).toMatchObject({ oldRefused: [], newRefused: [] });
  expect(diffSchemas(older, newer)).toMatchObject({ verdict: 'major' });
});

test('a reader that asks for something its writer never said is major', () => {
  const older = field(text());
  const stricter = (writer: Schema): Schema => ({ ...deriveReader(writer), minProperties: 2 });
  expect(diffSchemas(older, older, stricter)).toMatchObject({ verdict: 'major' });
  expect(cross(older, older, stricter).oldRefused).not.toEqual([]);
});

test('a contract that is closed on both sides can add nothing in a minor', () => {
  const closed = (writer: Schema): Schema => writer;
  const [older, newer] = [object({ a: text() }), object({ a: text(), b: text() })];
  expect(diffSchemas(older, newer, closed)).toMatchObject({ verdict: 'major' });
  expect(cross(older, newer, closed).newRefused).not.toEqual([]);
});

test('a reader that refuses unevaluated fields takes no new ones', () => {
  const unevaluated = (properties: object): Schema => ({
    type: 'object',
    unevaluatedProperties: false,
    additionalProperties: false,
    properties,
  });
  const [older, newer] = [unevaluated({ a: text() }), unevaluated({ a: text(), b: text() })];
  expect(diffSchemas(older, newer)).toMatchObject({ verdict: 'major' });
  expect(cross(older, newer).newRefused).not.toEqual([]);
});

test('what opening an object does under "not" is found', () => {
  const schema = field({ type: 'object', not: { type: 'object', additionalProperties: false } });
  expect(diffSchemas(schema, schema)).toMatchObject({ verdict: 'major' });
  expect(cross(schema, schema).oldRefused).not.toEqual([]);
});

test('closed objects under anyOf may be opened', () => {
  const schema = field({ anyOf: [object({ b: text() }, ['b']), text()] });
  expect(diffSchemas(schema, schema)).toEqual({ verdict: 'patch', changes: [] });
});

describe('references', () => {
  const item = object({ b: text() });
  const list = (name: string, schema: Schema): Schema => ({
    ...field({ type: 'array', items: { $ref: `#/$defs/${name}` } }),
    $defs: { [name]: schema },
  });

  test('a definition under another name, or in its place, is no change', () => {
    expect(diffSchemas(list('one', item), list('two', item))).toEqual({ verdict: 'patch', changes: [] });
    expect(diffSchemas(list('one', item), field({ type: 'array', items: item }))).toEqual({
      verdict: 'patch',
      changes: [],
    });
  });

  test('a definition that nothing refers to is no change', () => {
    expect(diffSchemas({ ...field(text()), $defs: { x: text() } }, field(text())).changes).toEqual([]);
  });

  test('a change in a definition is named once, where it is defined', () => {
    const twice = (schema: Schema): Schema => ({
      ...object({ a: { $ref: '#/$defs/x' }, b: { $ref: '#/$defs/x' } }),
      $defs: { x: schema },
    });
    expect(diffSchemas(twice(text({ maxLength: 2 })), twice(text({ maxLength: 1 })))).toEqual({
      verdict: 'major',
      changes: [{ pointer: '/$defs/x/maxLength', change: 'maxLength 2 → 1', verdict: 'major' }],
    });
  });

  test('a schema that refers to itself comes to an end, and its changes are found', () => {
    const tree = (more: object): Schema =>
      object({ value: text(more), children: { type: 'array', items: { $ref: '#' } } });
    expect(diffSchemas(tree({}), tree({}))).toEqual({ verdict: 'patch', changes: [] });
    expect(diffSchemas(tree({}), tree({ maxLength: 1 }))).toMatchObject({
      verdict: 'major',
      changes: [{ pointer: '/properties/value/maxLength' }],
    });
    const knot = (more: object): Schema => ({ ...text(more), not: { allOf: [{ $ref: '#' }, { $ref: '#' }] } });
    expect(diffSchemas(knot({}), knot({ maxLength: 1 }))).toMatchObject({ verdict: 'major' });
    const loop: Schema = { $ref: '#/$defs/a', $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } } };
    expect(diffSchemas(loop, loop)).toEqual({ verdict: 'patch', changes: [] });
  });

  test('what is harmless in one place and not in another is found in the other, too', () => {
    const both = (definition: Schema): Schema => ({
      ...object({ a: { $ref: '#/$defs/x' }, b: { type: 'object', not: { $ref: '#/$defs/x' } } }),
      $defs: { x: definition },
    });
    const [older, newer] = [both(object({ c: text() })), both(object({ c: text(), d: text() }))];
    expect(diffSchemas(older, newer)).toMatchObject({
      verdict: 'major',
      changes: expect.arrayContaining([
        { pointer: '/properties/b/not', change: 'not changed', verdict: 'major' },
      ]) as unknown,
    });
  });

  test('keywords beside a reference count', () => {
    const beside = (more: object): Schema => ({ ...field({ $ref: '#/$defs/x', ...more }), $defs: { x: text() } });
    expect(diffSchemas(beside({}), beside({ maxLength: 3 }))).toMatchObject({ verdict: 'major' });
    expect(diffSchemas(beside({}), beside({ description: 'New.' }))).toMatchObject({ verdict: 'patch' });
  });
});

test('a pointer escapes what a name may hold', () => {
  const odd = (more: object): Schema => object({ 'a/b~c': text(more) });
  expect(diffSchemas(odd({}), odd({ title: 'x' })).changes).toEqual([
    { pointer: '/properties/a~1b~0c/title', change: 'title changed', verdict: 'patch' },
  ]);
});
