import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Problem, ReasonCode } from '../../src/base/reasons.ts';
import {
  makeReceipt,
  MAX_RECEIPT_BYTES,
  parseReceipt,
  receiptFolder,
  receiptKey,
  receiptStem,
  type ReceiptFacts,
} from '../../src/contract/index.ts';
import { HANDOFF_RECEIPT, receiptSchema } from './schemas.ts';

const EXAMPLES = new URL('1.0.0/examples/', HANDOFF_RECEIPT);
const files = (kind: 'valid' | 'invalid'): string[] =>
  readdirSync(new URL(`${kind}/`, EXAMPLES)).filter((name) => name !== 'index.json');
const read = (name: string): Buffer => readFileSync(new URL(name, EXAMPLES));
const example = (name: string): ReceiptFacts => JSON.parse(read(`valid/${name}.json`).toString()) as ReceiptFacts;
const bytesOf = (document: unknown): Buffer => Buffer.from(JSON.stringify(document));

const index = JSON.parse(read('invalid/index.json').toString()) as Record<
  string,
  { readonly code: ReasonCode; readonly pointer: string }
>;

function refusalOf(bytes: Uint8Array): { code: string; problems: readonly Problem[] } {
  try {
    parseReceipt(bytes);
  } catch (thrown) {
    return thrown as { code: string; problems: readonly Problem[] };
  }
  throw new Error('it was read');
}

test('the index names every invalid receipt and no other', () => {
  expect(Object.keys(index).toSorted()).toEqual(files('invalid').toSorted());
});

for (const name of files('valid')) {
  test(`valid/${name} is read as it is, and is what its facts give`, () => {
    const receipt = parseReceipt(read(`valid/${name}`));
    expect(receipt).toEqual(JSON.parse(read(`valid/${name}`).toString()));
    expect(makeReceipt(receipt as ReceiptFacts)).toEqual(receipt);
  });
}

for (const [name, expected] of Object.entries(index)) {
  test(`invalid/${name} is refused for ${expected.code} at ${expected.pointer === '' ? 'the top' : expected.pointer}`, () => {
    const { code, problems } = refusalOf(read(`invalid/${name}`));
    expect(code).toBe('content');
    expect(problems.map(({ code: reason, pointer }) => ({ code: reason, pointer }))).toEqual([expected]);
  });
}

test('fields that a later receipt may have are passed over, at every level', () => {
  const receipt = example('quarantined');
  const problems = receipt.problems.map((problem) => ({ ...problem, severity: 'high' }));
  expect(parseReceipt(bytesOf({ ...receipt, problems, note: 'new' }))).toMatchObject({ verdict: 'quarantined' });
});

test('a receipt of 64 KiB is read, one byte more is refused unread', () => {
  const text = JSON.stringify(example('ingested'));
  const padded = (bytes: number): Buffer => Buffer.from(text + ' '.repeat(bytes - Buffer.byteLength(text)));
  expect(parseReceipt(padded(MAX_RECEIPT_BYTES))).toMatchObject({ verdict: 'ingested' });
  expect(refusalOf(padded(MAX_RECEIPT_BYTES + 1)).problems).toMatchObject([{ code: 'TOO_LARGE' }]);
});

test('what is nested deeper than a receipt needs is refused', () => {
  const deep = `${'['.repeat(9)}${']'.repeat(9)}`;
  const { problems } = refusalOf(
    Buffer.from(JSON.stringify(example('ingested')).replace('"problems":[]', `"x":${deep}`)),
  );
  expect(problems).toMatchObject([{ code: 'TOO_DEEP' }]);
});

test('the longest receipt that can be made can be read', () => {
  const name = '𝒳'.repeat(256);
  const problems = Array.from({ length: 30 }, () => ({
    code: 'SCHEMA_INVALID' as const,
    pointer: '/𝒳"'.repeat(2_000),
    rule: `"${'𝒳'.repeat(9_000)}`,
  }));
  const receipt = makeReceipt({ ...example('quarantined'), problems, batch_id: name, key: `exports/${name}.json` });
  const bytes = bytesOf(receipt);
  expect(bytes.length).toBeGreaterThan(MAX_RECEIPT_BYTES / 2);
  expect(bytes.length).toBeLessThan(MAX_RECEIPT_BYTES);
  expect(parseReceipt(bytes)).toEqual(receipt);
  expect(receipt.problems).toHaveLength(20);
  expect(receipt.problems[0]?.pointer.isWellFormed()).toBe(true);
});

test('texts of a refused batch that could be no version are not repeated', () => {
  for (const word of ['v1\u001b[2J', 'x'.repeat(200), '', 'a b']) {
    expect(makeReceipt({ ...example('quarantined'), batch_schema_version: word }).batch_schema_version).toBe(null);
  }
});

test('an ingested batch has no reason and no problems, whatever its facts carry', () => {
  const { problems, reason_code } = example('quarantined');
  expect(makeReceipt({ ...example('ingested'), problems, reason_code })).toMatchObject({
    reason_code: null,
    problems: [],
  });
});

test('facts that no receipt can say are an error of ours', () => {
  expect(() => makeReceipt({ ...example('ingested'), sha256: 'short' })).toThrow(
    expect.objectContaining({ code: 'internal' }),
  );
  expect(() => makeReceipt({ ...example('held'), reason_code: null })).toThrow(
    expect.objectContaining({ code: 'internal' }),
  );
});

test('both sides find a receipt under the same key, and no name leaves its folder', () => {
  const sha256 = example('ingested').sha256;
  expect(receiptKey('nextier-execution', 'lead-batches', 'sxp_2026_01_11_001', sha256)).toBe(
    `receipts/nextier-execution/lead-batches/sxp_2026_01_11_001.${sha256.slice(0, 16)}.json`,
  );
  const key = receiptKey('nextier-execution', 'lead-batches', '../../exports/x\u0000', sha256);
  const folder = receiptFolder('nextier-execution', 'lead-batches');
  expect(key.startsWith(folder + receiptStem('../../exports/x\u0000'))).toBe(true);
  expect(key.slice(folder.length)).toMatch(/^[A-Za-z0-9_-]+[.][0-9a-f]{16}[.]json$/);
});

test('every field is required: a reader never guesses', () => {
  expect(receiptSchema['required']).toEqual(Object.keys(receiptSchema['properties'] as object));
});
