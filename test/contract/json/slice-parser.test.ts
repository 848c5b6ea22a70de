import { fc } from '../../support/fast-check.ts';
import { expect, test } from 'vitest';
import { countQuotes } from '../../../src/contract/json/slice-parser.ts';

test('quotes are counted one by one and four at a time alike, wherever the bytes start', () => {
  const bytes = fc.array(fc.constantFrom(0x22, 0x22, 0x23, 0x02, 0xa2, 0x00, 0xff), { maxLength: 100 });
  fc.assert(
    fc.property(bytes, fc.nat(3), fc.nat(7), (content, shift, skipped) => {
      const shifted = new Uint8Array([...Array.from({ length: shift }, () => 0x22), ...content]).subarray(shift);
      const start = Math.min(skipped, content.length);
      const expected = content.slice(start).filter((byte) => byte === 0x22).length;
      expect(countQuotes(shifted, start, content.length)).toBe(expected);
    }),
  );
});

test('more quotes than a lane can count are counted', () => {
  expect(countQuotes(new Uint8Array(20_001).fill(0x22), 0, 20_001)).toBe(20_001);
});
