import { expect, test } from 'vitest';
import { openBatch } from '../../../src/contract/json/batch-reader.ts';
import type { ByteSource } from '../../../src/contract/json/byte-source.ts';
import { ENVELOPE, leadCard } from './documents.ts';

const BLOCK_RECORDS = 400;
const BLOCKS = 1000;

/** A document of about 200 MB that is nowhere at once: the same block of records again and again. */
function endlessSource(): ByteSource {
  const block = Buffer.from(
    Array.from({ length: BLOCK_RECORDS }, (_, index) => JSON.stringify(leadCard(index))).join(','),
  );
  const pieces = [
    Buffer.from(`${JSON.stringify(ENVELOPE).slice(0, -1)},"records":[`),
    ...Array.from({ length: BLOCKS }, (_, index) => (index === 0 ? [block] : [Buffer.from(','), block])).flat(),
    Buffer.from(']}'),
  ];
  let index = 0;
  let within = 0;
  return {
    sizeBytes: pieces.reduce((sum, piece) => sum + piece.length, 0),
    read(into, offset) {
      const piece = pieces[index];
      if (piece === undefined) return 0;
      const copied = piece.copy(into, offset, within);
      within += copied;
      if (within === piece.length) {
        index++;
        within = 0;
      }
      return copied;
    },
    rewind() {
      index = 0;
      within = 0;
    },
    readTail(into) {
      const tail = Buffer.concat(pieces.slice(-3)).subarray(-into.length);
      into.set(tail);
      return tail.length;
    },
  };
}

function memoryBytes(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

test('a document of 200 MB is read in less than 60 MB', () => {
  const source = endlessSource();
  expect(source.sizeBytes).toBeGreaterThan(200 * 1000 ** 2);
  const before = memoryBytes();
  let peak = 0;
  let records = 0;
  let groups = 0;
  const reader = openBatch(source);
  for (let group = reader.nextGroup(); group !== undefined; group = reader.nextGroup()) {
    records += group.length;
    if (groups++ % 100 === 0) peak = Math.max(peak, memoryBytes() - before);
  }
  expect(records).toBe(BLOCK_RECORDS * BLOCKS);
  expect(peak).toBeLessThan(60 * 1000 ** 2);
}, 60_000);
