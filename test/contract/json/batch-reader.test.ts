import { createHash } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { codeOf } from '../../../src/base/errors.ts';
import { openBatch } from '../../../src/contract/json/batch-reader.ts';
import { type ByteSource, fileSource, memorySource } from '../../../src/contract/json/byte-source.ts';
import { DEFAULT_LIMITS } from '../../../src/contract/json/limits.ts';
import { batchOf, chunkedSource, ENVELOPE, leadCard, readAll, refusalOf } from './documents.ts';

const CARDS = Array.from({ length: 3000 }, (_, index) => leadCard(index));
const BATCH = batchOf(CARDS);
/** Smaller than the batch, so that it is not read altogether on opening. */
const STREAMED = { windowBytes: 64 * 1024, groupBytes: 16 * 1024 };

test('opening a batch reads nothing', () => {
  const source = { ...memorySource(BATCH), read: () => expect.unreachable() };
  openBatch(source);
});

test('the header is complete before the first record, wherever records stands', () => {
  const { batch_id, ...rest } = ENVELOPE;
  for (const document of [
    { ...ENVELOPE, records: CARDS },
    { batch_id, records: CARDS, ...rest },
    { records: CARDS, ...ENVELOPE },
    { records: CARDS, ...ENVELOPE, tags: [[1, 2], [{}]] },
  ]) {
    const { records, ...header } = document;
    const bytes = Buffer.from(JSON.stringify(document));
    for (const source of [memorySource(bytes), chunkedSource(bytes, 1000)]) {
      const reader = openBatch(source, { tuning: STREAMED });
      expect(reader.header()).toEqual(header);
      expect(readAll(reader)).toEqual({ header, records, hasRecords: true });
    }
  }
});

test('records with arrays and with text like the end of records are no header', () => {
  const records = CARDS.map((card) => ({ ...card, tags: ['a', 'b'], note: 'x],"y":1}', last: 1 }));
  const reader = openBatch(memorySource(batchOf(records)), { tuning: STREAMED });
  expect(readAll(reader)).toEqual({ header: ENVELOPE, records, hasRecords: true });
});

/** How many bytes a reader takes from its source to read all of it. */
function bytesTaken(source: ByteSource): number {
  let taken = 0;
  function read(into: Uint8Array, offset: number): number {
    const count = source.read(into, offset);
    taken += count;
    return count;
  }
  readAll(openBatch({ ...source, read }, { tuning: STREAMED }));
  return taken;
}

test('a document with nothing behind records is read once', () => {
  expect(bytesTaken(memorySource(BATCH))).toBe(BATCH.length);
});

test('a document that fits into the window is read once, whatever stands behind records', () => {
  const small = Buffer.from(JSON.stringify({ records: CARDS.slice(0, 50), ...ENVELOPE }));
  expect(bytesTaken(chunkedSource(small, 1000))).toBe(small.length);
});

test('records that is no array is a member like others', () => {
  const reader = openBatch(memorySource(Buffer.from('{"a":1,"records":{"b":2}}')));
  expect(readAll(reader)).toEqual({ header: { a: 1, records: { b: 2 } }, records: [], hasRecords: false });
});

test('no records and empty records differ', () => {
  expect(readAll(openBatch(memorySource(Buffer.from('{}'))))).toEqual({ header: {}, records: [], hasRecords: false });
  const empty = openBatch(memorySource(Buffer.from(' {"records" : [ ] } ')));
  expect(readAll(empty)).toEqual({ header: {}, records: [], hasRecords: true });
});

test('records may be of any type', () => {
  const records = [1, 'a},{', null, true, [], [{}], {}, { a: {} }, -0.5];
  expect(readAll(openBatch(memorySource(batchOf(records)))).records).toEqual(records);
});

test('__proto__ is an own key like others, in the header too', () => {
  const text = '{"__proto__":{"x":1},"records":[{"__proto__":2}]}';
  const { header, records } = readAll(openBatch(memorySource(Buffer.from(text))));
  expect(JSON.stringify(header)).toBe('{"__proto__":{"x":1}}');
  expect(JSON.stringify(records)).toBe('[{"__proto__":2}]');
});

test('an escaped key is read right, also after keys that JSON.parse would take it for', () => {
  // Where a backslash was a key before, JSON.parse of Node 24 takes an escaped quote for it.
  const documents: [text: string, keys: string[][]][] = [
    ['{"records":[{"h":[],"\\\\":0},{"h":1}]}', [['h', '\\'], ['h']]],
    ['{"records":[{"h":1,"\\"":2},{"h":1}]}', [['h', '"'], ['h']]],
    ['{"records":[{"h":1,"\\"":3,"\\\\":4}]}', [['h', '"', '\\']]],
    ['{"records":[{"q\\\\":1},{"q\\/":1}]}', [['q\\'], ['q/']]],
    ['{"records":[{"x":{"q\\\\":1}},{"x":{"q\\/":1}},9]}', [['x'], ['x'], []]],
  ];
  for (const [text, keys] of documents) {
    const { records } = readAll(openBatch(memorySource(Buffer.from(text))));
    expect(records.map((record) => Object.keys(Object(record) as object))).toEqual(keys);
  }
});

test('pretty-printed and Python-style documents read like dense ones', () => {
  const pretty = JSON.stringify({ ...ENVELOPE, records: CARDS }, null, 2);
  const python = BATCH.toString().replaceAll('},{', '}, {').replaceAll('":', '": ');
  for (const text of [pretty, pretty.replaceAll('\n', '\r\n'), python]) {
    expect(readAll(openBatch(memorySource(Buffer.from(text)))).records).toEqual(CARDS);
  }
});

test('a record of nearly its largest size is read through a small window', () => {
  const large = { text: 'é},{'.repeat(200_000) };
  const records = [leadCard(1), large, leadCard(2), large];
  expect(readAll(openBatch(memorySource(batchOf(records)), { tuning: STREAMED })).records).toEqual(records);
});

test('after the end there are no more groups', () => {
  const reader = openBatch(memorySource(BATCH));
  readAll(reader);
  expect(reader.nextGroup()).toBeUndefined();
});

function hashing(bytes: Uint8Array, maxChunk: number) {
  const hash = createHash('sha256');
  const onBytes = (chunk: Uint8Array) => void hash.update(chunk);
  const reader = openBatch(chunkedSource(bytes, maxChunk), { onBytes, tuning: STREAMED });
  return { reader, digest: () => hash.digest('hex') };
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('every byte is seen once and in order, read once or twice', () => {
  const recordsFirst = Buffer.from(JSON.stringify({ records: CARDS, ...ENVELOPE }));
  for (const bytes of [BATCH, recordsFirst, batchOf([])]) {
    const { reader, digest } = hashing(bytes, 5000);
    readAll(reader);
    expect(digest()).toBe(sha256(bytes));
  }
});

test('after a refusal the rest of the bytes is seen by draining', () => {
  const late = Buffer.concat([BATCH.subarray(0, -100), Buffer.from('"'), BATCH.subarray(-100)]);
  const secondPass = Buffer.from(JSON.stringify({ records: CARDS, ...ENVELOPE }));
  secondPass[secondPass.length - 1] = 0x20;
  for (const bytes of [
    late,
    secondPass,
    Buffer.from(`\uFEFF${BATCH.toString()}`),
    Buffer.from(`nope${BATCH.toString()}`),
  ]) {
    const { reader, digest } = hashing(bytes, 5000);
    expect(refusalOf(() => readAll(reader))).toBeDefined();
    reader.drain();
    expect(digest()).toBe(sha256(bytes));
  }
});

test('draining sees all bytes whenever it comes', () => {
  const recordsFirst = Buffer.from(JSON.stringify({ records: CARDS, ...ENVELOPE }));
  for (const groups of [0, 1, 3]) {
    const { reader, digest } = hashing(recordsFirst, 5000);
    for (let group = 0; group < groups; group++) reader.nextGroup();
    reader.drain();
    expect(digest()).toBe(sha256(recordsFirst));
  }
});

function temporaryFile(bytes: Uint8Array) {
  const folder = mkdtempSync(join(tmpdir(), 'handoff-json-'));
  const path = join(folder, 'batch.json');
  writeFileSync(path, bytes);
  const fd = openSync(path, 'r');
  onTestFinished(() => {
    closeSync(fd);
    rmSync(folder, { recursive: true });
  });
  return { path, fd };
}

test('two readers share one open file', () => {
  const { fd } = temporaryFile(BATCH);
  const one = openBatch(fileSource(fd, BATCH.length), { tuning: STREAMED });
  const other = openBatch(fileSource(fd, BATCH.length), { tuning: STREAMED });
  expect([one.nextGroup(), other.nextGroup()].map((group) => group?.[0])).toEqual([leadCard(0), leadCard(0)]);
  expect(readAll(one).records.at(-1)).toEqual(leadCard(2999));
  expect(readAll(other).records.at(-1)).toEqual(leadCard(2999));
});

test('a file that becomes shorter while it is read has changed, and is not called broken', () => {
  const { path, fd } = temporaryFile(BATCH);
  const reader = openBatch(fileSource(fd, BATCH.length), { tuning: STREAMED });
  reader.header();
  truncateSync(path, 100_000);
  expect(thrownBy(() => readAll(reader))).toBe('changed');
});

test('a header that changes between two readings has changed', () => {
  const bytes = Buffer.from(JSON.stringify({ records: CARDS, a: 1 }));
  const reader = openBatch(memorySource(bytes), { tuning: STREAMED });
  expect(reader.header()).toEqual({ a: 1 });
  bytes[bytes.length - 2] = 0x32;
  expect(thrownBy(() => readAll(reader))).toBe('changed');
});

test('a file that cannot be read is no fault of its content', () => {
  expect(thrownBy(() => openBatch(fileSource(9999, 10)).header())).toBe('unavailable');
});

function thrownBy(work: () => unknown): string {
  try {
    work();
  } catch (thrown) {
    return codeOf(thrown);
  }
  return 'nothing';
}

test('a record over its limit does not pass on the fast road', () => {
  const limits = { ...DEFAULT_LIMITS, maxRecordBytes: 400 };
  expect(refusalOf(() => readAll(openBatch(memorySource(BATCH), { limits })))).toEqual({
    reason: 'TOO_LARGE',
    pointer: '/records/0',
  });
});
