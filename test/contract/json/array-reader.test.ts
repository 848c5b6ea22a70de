import { expect, test } from 'vitest';
import { openArray } from '../../../src/contract/json/array-reader.ts';
import { memorySource } from '../../../src/contract/json/byte-source.ts';
import { leadCard } from './documents.ts';

function elementsOf(text: string) {
  const bytes = Buffer.from(text);
  const reader = openArray(memorySource(bytes));
  const texts: string[] = [];
  const values: unknown[] = [];
  for (let group = reader.nextGroup(); group !== undefined; group = reader.nextGroup()) {
    texts.push(...group.map(({ startOffset, endOffset }) => bytes.subarray(startOffset, endOffset).toString()));
    values.push(...group.map(({ value }) => value));
  }
  return { texts, values };
}

test('offsets are those of the elements, in a large array with white space', () => {
  const texts = Array.from({ length: 500 }, (_, index) => JSON.stringify(leadCard(index)));
  expect(elementsOf(` [ ${texts.join(' ,\n ')} ] `)).toEqual({
    texts,
    values: texts.map((text) => JSON.parse(text) as unknown),
  });
});

test('text that looks like the border of two elements moves no offset', () => {
  const mixed = ['"},{"', '{"b":1}', '{"c":"},{"}', '[{"d":1},{"e":2}]', '{"f":{"g":[{},{}]}}'];
  expect(elementsOf(`[${mixed.slice(0, 2).join(',')},{"x":1}]`).texts).toEqual([...mixed.slice(0, 2), '{"x":1}']);
  expect(elementsOf(`[${mixed.join(',')}]`).texts).toEqual(mixed);
});
