import { expect, test } from 'vitest';
import { dayOf, formatBatchId, parseBatchId, prefixWord } from '../../src/exporter/batch-id.ts';

test('a batch id is made of the system, the UTC day and a number of three digits or more', () => {
  expect(formatBatchId({ prefix: 'sxp', day: dayOf('2026-01-11T23:59:59.999Z'), number: 1 })).toBe(
    'sxp_2026_01_11_001',
  );
  expect(formatBatchId({ prefix: 'sxp', day: '2026_01_11', number: 1234 })).toBe('sxp_2026_01_11_1234');
  expect(parseBatchId('sxp_2026_01_11_1234')).toEqual({ prefix: 'sxp', day: '2026_01_11', number: 1234 });
});

test('a day has no more numbers than the contract has digits for', () => {
  expect(() => formatBatchId({ prefix: 'sxp', day: '2026_01_11', number: 1_000_000 })).toThrow(
    'a day has 999999 numbers',
  );
});

test.each([
  ['social-xpress-engine', 'sxp'],
  ['bit-engine', 'bitengine'],
  ['people-hub-2', 'peoplehub2'],
  ['a-very-long-name-of-a-system', 'averylongnameofa'],
])('batches of %s start with %s', (system, word) => {
  expect(prefixWord(system)).toBe(word);
});

test('a system whose name gives no word is a usage error', () => {
  expect(() => prefixWord('a--')).toThrow('gives no word');
});

test('a contract may have a word of its own, whoever exports it', () => {
  expect(prefixWord('bit-engine', 'otb')).toBe('otb');
  expect(prefixWord('a--', 'eng')).toBe('eng');
});
