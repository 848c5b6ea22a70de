import { expect, test } from 'vitest';
import { openArray } from '../../../src/contract/json/array-reader.ts';
import { openBatch } from '../../../src/contract/json/batch-reader.ts';
import { memorySource } from '../../../src/contract/json/byte-source.ts';
import { parseStrict } from '../../../src/contract/json/parse-strict.ts';
import { chunkedSource, leadCard, readAll, refusalOf } from './documents.ts';
import { ACCEPTED, DECIDED, DOCUMENTS } from './parsing-corpus.ts';
import { REFUSED } from './parsing-corpus-refused.ts';
import { referenceReasons } from './reference.ts';

const MAX_DEPTH = 32;

/** Enough records around for the fast road, and more than one group of them. */
const MANY = Array.from({ length: 40 }, (_, index) => JSON.stringify(leadCard(index))).join(',');

/** The reason of a refusal, or `accepted`; every way of cutting the document up must agree. */
function judgeBatch(document: Uint8Array): string {
  const verdicts = [1, 5, 1 << 20].map((maxChunk) => {
    const tuning = { windowBytes: maxChunk * 16, groupBytes: maxChunk * 8 };
    return refusalOf(() => readAll(openBatch(chunkedSource(document, maxChunk), { tuning })));
  });
  verdicts.push(refusalOf(() => readAll(openBatch(memorySource(document)))));
  const texts = new Set(verdicts.map((verdict) => JSON.stringify(verdict)));
  expect(texts.size).toBe(1);
  return verdicts[0]?.reason ?? 'accepted';
}

function bytes(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

/** In the envelope before and behind the records, in a record, and among many. */
function batchesWith(text: string): Buffer[] {
  return [
    `{"x":[0,${text}],"records":[]}`,
    `{"records":[{}],"x":[0,${text}]}`,
    `{"records":[{"x":${text}},{"y":1}]}`,
    `{"records":[${MANY},{"x":${text}},${MANY}]}`,
  ].map(bytes);
}

test.each([...ACCEPTED, ...DECIDED])('%s', (_name, text, value) => {
  expect(parseStrict(bytes(text))).toEqual(value);
  expect(
    openArray(memorySource(bytes(`[${text}]`)))
      .nextGroup()
      ?.map((element) => element.value),
  ).toEqual([value]);
  for (const document of batchesWith(text)) {
    expect(judgeBatch(document)).toBe('accepted');
    const { header, records } = readAll(openBatch(memorySource(document)));
    const read =
      (header as { x?: unknown[] }).x?.[1] ??
      (records.find((record) => Object.hasOwn(record as object, 'x')) as { x: unknown } | undefined)?.x;
    expect(read ?? null).toEqual(value);
  }
});

const REFUSALS = Object.entries(REFUSED).flatMap(([reason, cases]) =>
  cases.map(([name, text]) => [name, reason, text] as const),
);

test.each(REFUSALS)('%s is refused as %s', (_name, reason, text) => {
  expect(refusalOf(() => parseStrict(bytes(`[[0,${text}]]`)))?.reason).toBe(reason);
  expect(refusalOf(() => openArray(memorySource(bytes(`[[0,${text}]]`))).nextGroup())?.reason).toBe(reason);
  for (const document of batchesWith(text)) {
    expect(judgeBatch(document)).toBe(reason);
    expect([...referenceReasons(document, MAX_DEPTH)]).toContain(reason);
  }
});

test.each(DOCUMENTS.map(([name, text, alone, asBatch = alone]) => [name, text, alone, asBatch] as const))(
  'the document %s',
  (_name, text, alone, asBatch) => {
    expect(refusalOf(() => parseStrict(bytes(text)))?.reason ?? 'accepted').toBe(alone);
    expect(judgeBatch(bytes(text))).toBe(asBatch);
  },
);

test.each([',', ',,', '}', '{', ']', ':', '0', '{}', '"a"', 'null', '\f'])(
  'a stray %j between any two of many records, before the first or behind the last, is refused',
  (stray) => {
    const records = Array.from({ length: 6 }, (_, index) => JSON.stringify(leadCard(index)));
    for (let place = 0; place <= records.length; place += 1) {
      const around = [records.slice(0, place).join(','), records.slice(place).join(',')].filter((text) => text !== '');
      const [before = '', behind = ''] = place === 0 ? ['', ...around] : around;
      const between = place === 0 || place === records.length ? '' : ',';
      const strayed = [`${before}${stray}${between}${behind}`, `${before}${between}${stray}${behind}`];
      for (const text of strayed) expect(judgeBatch(bytes(`{"records":[${text}]}`))).toBe('JSON_INVALID');
    }
  },
);

test('no case stands here twice, and there are more than two hundred', () => {
  const values = [...[...ACCEPTED, ...DECIDED].map(([, text]) => text), ...REFUSALS.map(([, , text]) => text)];
  const documents = DOCUMENTS.map(([, text]) => text);
  expect(values.length + documents.length).toBeGreaterThan(200);
  for (const texts of [values, documents]) {
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  }
});
