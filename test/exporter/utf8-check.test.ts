import { isUtf8 } from 'node:buffer';
import { fc } from '../support/fast-check.ts';
import { expect, test } from 'vitest';
import { Utf8Check } from '../../src/exporter/utf8-check.ts';

function check(bytes: Uint8Array, chunkBytes: number): void {
  const utf8 = new Utf8Check();
  for (let at = 0; at < bytes.length; at += chunkBytes) utf8.see(bytes.subarray(at, at + chunkBytes));
  utf8.finish();
}

function takes(bytes: Uint8Array, chunkBytes: number): boolean {
  try {
    check(bytes, chunkBytes);
    return true;
  } catch {
    return false;
  }
}

test('however it is cut, the verdict on a document is that on the whole', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 3 }).map((text) => Buffer.from(text)),
    fc.constantFrom(
      ...[[0xff], [0xc3], [0xe2, 0x82], [0xf0, 0x9f, 0x98], [0xed, 0xa0, 0x80], [0xc0, 0x80]].map((bytes) =>
        Buffer.from(bytes),
      ),
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), fc.integer({ min: 1, max: 6 }), (pieces, chunkBytes) => {
      const bytes = Buffer.concat(pieces);
      expect(takes(bytes, chunkBytes)).toBe(isUtf8(bytes));
    }),
    { numRuns: 3_000 },
  );
});

test.each([1, 2, 3, 100])('the first byte that is wrong is named, read %i bytes at a time', (chunkBytes) => {
  expect(() => check(Buffer.from([0x61, 0xc3, 0xa9, 0x62, 0xe2, 0x82, 0x41]), chunkBytes)).toThrow('byte 4 ');
  expect(() => check(Buffer.from([0x61, 0xc3]), chunkBytes)).toThrow('byte 1 ');
});
