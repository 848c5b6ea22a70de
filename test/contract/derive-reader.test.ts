import { expect, test } from 'vitest';
import { deriveReader, headerSchema, recordSchema } from '../../src/contract/derive-reader.ts';
import { batchSchema } from './schemas.ts';

test('every object of the reader is open, at any depth', () => {
  const closed = {
    additionalProperties: false,
    properties: { inner: { type: 'array', items: { anyOf: [{ additionalProperties: false, required: ['a'] }] } } },
    $defs: { other: { additionalProperties: false } },
  };
  expect(deriveReader(closed)).toEqual({
    properties: { inner: { type: 'array', items: { anyOf: [{ required: ['a'] }] } } },
    $defs: { other: {} },
  });
});

test('a field called additionalProperties and a constant that looks like a schema stay', () => {
  const closed = { properties: { additionalProperties: { const: { additionalProperties: false } } } };
  expect(deriveReader(closed)).toEqual(closed);
});

test('the header asks for everything but the records', () => {
  expect(headerSchema(batchSchema, 'records')).toMatchObject({
    additionalProperties: false,
    required: ['batch_id', 'schema_version', 'created_at', 'source', 'target'],
  });
  expect(Object.keys(headerSchema(batchSchema, 'records')['properties'] as object)).not.toContain('records');
});

test('the record is what the items of the records refer to', () => {
  expect(recordSchema(batchSchema, 'records')).toMatchObject({ title: 'LeadCard', additionalProperties: false });
});
