import { fc } from '../../support/fast-check.ts';
import { expect, test } from 'vitest';
import { type ArrayElement, openArray } from '../../../src/contract/json/array-reader.ts';
import { openBatch } from '../../../src/contract/json/batch-reader.ts';
import { DEFAULT_LIMITS } from '../../../src/contract/json/limits.ts';
import { parseStrict } from '../../../src/contract/json/parse-strict.ts';
import { batchOf, chunkedSource, leadCard, readAll, refusalOf } from './documents.ts';
import { cutting, documentText, mutate, mutation } from './random-documents.ts';
import { referenceReasons, referenceValue } from './reference.ts';

const DEEP = { ...DEFAULT_LIMITS, maxDepth: 40 };
/** So that some of the random documents are too deep. */
const SHALLOW = { ...DEFAULT_LIMITS, maxDepth: 5 };

/** Thousands of documents on a busy machine. */
const TIMEOUT_MS = 120_000;

const TINY = { maxChunk: 1, groupBytes: 1, withTail: false };

interface Cutting {
  readonly maxChunk: number;
  readonly windowBytes: number;
  readonly groupBytes: number;
  readonly withTail: boolean;
}

/** The reason of a refusal, or all that was read as one text: objects cannot be compared, a key may be `__proto__`. */
function read(bytes: Uint8Array, cut: Cutting, limits = SHALLOW): string {
  const source = chunkedSource(bytes, cut.maxChunk, cut.withTail);
  return outcomeOf(() => readAll(openBatch(source, { limits, tuning: cut })));
}

function outcomeOf(work: () => unknown): string {
  let text = '';
  const refusal = refusalOf(() => (text = JSON.stringify(work())));
  return refusal?.reason ?? text;
}

/** What `read` may answer: the one reading, or a reason for which the document may be refused. */
function expectedRead(bytes: Uint8Array, limits = SHALLOW): string[] {
  const reasons = referenceReasons(bytes, limits.maxDepth);
  if (reasons.size > 0) return [...reasons];
  const document = referenceValue(bytes) as Record<string, unknown>;
  const { records, ...header } = document;
  if (!Array.isArray(records)) return [JSON.stringify({ header: document, records: [], hasRecords: false })];
  return [JSON.stringify({ header, records, hasRecords: true })];
}

test(
  'a batch reads as a plain parser reads it, however it is written and cut',
  () => {
    fc.assert(
      fc.property(documentText, cutting, (text, cut) => {
        const bytes = Buffer.from(text);
        expect(expectedRead(bytes, DEEP)).toEqual([read(bytes, cut, DEEP)]);
      }),
      { numRuns: 600 },
    );
  },
  TIMEOUT_MS,
);

test(
  'a damaged batch is accepted exactly when the reference accepts it, and refused for one of its reasons',
  () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(documentText, fc.array(mutation, { minLength: 1, maxLength: 2 }), cutting, (text, mutations, cut) => {
        const bytes = mutations.reduce(mutate, Buffer.from(text));
        const outcome = read(bytes, cut);
        expect(expectedRead(bytes)).toContain(outcome);
        seen.add(outcome);
      }),
      { numRuns: 1500 },
    );
    expect([...seen]).toEqual(expect.arrayContaining(['JSON_INVALID', 'ENCODING_INVALID', 'TOO_DEEP']));
  },
  TIMEOUT_MS,
);

test(
  'a damaged batch is refused for the same reason at the same place, however it is cut',
  () => {
    const refusal = (bytes: Uint8Array, cut: Cutting) =>
      refusalOf(() =>
        readAll(openBatch(chunkedSource(bytes, cut.maxChunk, cut.withTail), { limits: SHALLOW, tuning: cut })),
      );
    fc.assert(
      fc.property(documentText, mutation, cutting, cutting, (text, damage, one, other) => {
        const bytes = mutate(Buffer.from(text), damage);
        expect(refusal(bytes, one)).toEqual(refusal(bytes, other));
      }),
      { numRuns: 600 },
    );
  },
  TIMEOUT_MS,
);

test('a number that the bytes end in is whole, however late the end is seen', () => {
  const bytes = Buffer.from('{\n"a":0,"records":1e+300');
  const cuts = [1, 8, 12, 17, 24, 25].map((windowBytes) => ({ ...TINY, windowBytes }));
  const refusals = cuts.map((cut) =>
    refusalOf(() => readAll(openBatch(chunkedSource(bytes, cut.maxChunk, cut.withTail), { tuning: cut }))),
  );
  expect(refusals).toEqual(cuts.map(() => ({ reason: 'JSON_INVALID', pointer: '' })));
});

test(
  'a document in memory is judged as the reference judges it',
  () => {
    fc.assert(
      fc.property(documentText, fc.array(mutation, { maxLength: 2 }), (text, mutations) => {
        const bytes = mutations.reduce(mutate, Buffer.from(text));
        const reasons = referenceReasons(bytes, SHALLOW.maxDepth);
        reasons.delete('ENVELOPE_INVALID');
        const expected = reasons.size > 0 ? [...reasons] : [JSON.stringify(referenceValue(bytes))];
        expect(expected).toContain(outcomeOf(() => parseStrict(bytes, SHALLOW)));
      }),
      { numRuns: 600 },
    );
  },
  TIMEOUT_MS,
);

test(
  'each element of an array is given out with the bytes that it stands in',
  () => {
    fc.assert(
      fc.property(fc.array(documentText, { maxLength: 8 }), cutting, (texts, cut) => {
        const bytes = Buffer.from(`[${texts.join(',')}]`);
        const reader = openArray(chunkedSource(bytes, cut.maxChunk), { limits: DEEP, tuning: cut });
        const elements: ArrayElement[] = [];
        for (let group = reader.nextGroup(); group !== undefined; group = reader.nextGroup()) elements.push(...group);
        const own = elements.map(({ startOffset, endOffset }) => bytes.subarray(startOffset, endOffset).toString());
        const values = elements.map(({ value }) => JSON.stringify(value));
        expect(own).toEqual(texts.map((text) => text.trim()));
        expect(values).toEqual(texts.map((text) => JSON.stringify(referenceValue(Buffer.from(text)))));
      }),
      { numRuns: 150 },
    );
  },
  TIMEOUT_MS,
);

test(
  'damage anywhere in a batch of lead cards gets the verdict of the reference',
  () => {
    const whole = batchOf(Array.from({ length: 60 }, (_, index) => leadCard(index)));
    fc.assert(
      fc.property(mutation, cutting, (damage, cut) => {
        const bytes = mutate(whole, damage);
        expect(expectedRead(bytes)).toContain(read(bytes, { ...cut, groupBytes: cut.groupBytes * 20 }));
      }),
      { numRuns: 150 },
    );
  },
  TIMEOUT_MS,
);
