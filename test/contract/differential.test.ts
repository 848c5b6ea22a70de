import { Ajv2020 } from 'ajv/dist/2020.js';
import { fc } from '../support/fast-check.ts';
import { expect, test } from 'vitest';
import { deriveReader, headerSchema, recordSchema } from '../../src/contract/derive-reader.ts';
import { leadCardBatch } from '../../src/contract/index.ts';
import type { Header } from '../../src/contract/index.ts';
import {
  closedHeader,
  closedRecord,
  openHeader,
  openRecord,
} from '../../src/contract/lead-card-batch/1.0.0/validators.generated.ts';
import { header, lead } from './leads.ts';
import { batchSchema, leadCardProperties } from './schemas.ts';

/** The schema as anyone else would read it: stock keywords, patterns as regular expressions, the calendar beside them. */
const stock = new Ajv2020({
  strict: true,
  ownProperties: true,
  formats: { 'lead-uuid': true, 'plain-text': true, 'utc-timestamp': isReal },
});
const record = recordSchema(batchSchema, 'records');
const envelope = headerSchema(batchSchema, 'records');
const stockClosedRecord = stock.compile({ ...record, $id: 'closed-record' });
const stockOpenRecord = stock.compile({ ...deriveReader(record), $id: 'open-record' });
const stockClosedHeader = stock.compile({ ...envelope, $id: 'closed-header' });
const stockOpenHeader = stock.compile({ ...deriveReader(envelope), $id: 'open-header' });
const revision = leadCardBatch.revisions[0]!;

function isReal(text: string): boolean {
  const noon = `${text.slice(0, 10)}T12:00:00.000Z`;
  return !Number.isNaN(Date.parse(noon)) && new Date(noon).toISOString() === noon;
}

const text = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.string({ unit: 'binary', minLength: 250, maxLength: 260 }),
  fc.constantFrom(
    '',
    'v1',
    'v2',
    '🏠'.repeat(256),
    '🏠'.repeat(257),
    'a'.repeat(256),
    'a'.repeat(257),
    `${'🏠'.repeat(255)}\ud83c`,
  ),
  fc.constantFrom(
    '2026-01-11T18:22:00Z',
    '2024-02-29T00:00:00.5Z',
    '2026-02-29T00:00:00Z',
    '2026-01-11t18:22:00z',
    '2026-01-11T24:00:00Z',
  ),
  fc.uuid(),
);
const number = fc.oneof(
  fc.double(),
  fc.double({ min: 0, max: 1 }),
  fc.constantFrom(0, -0, 1, 1.0000000000000002, -5e-324, Infinity, NaN),
);
const choice = fc.constantFrom(...Object.values(leadCardProperties).flatMap((property) => property.enum ?? []));
const value = fc.oneof(text, number, choice, fc.constant(null), fc.boolean(), fc.constant([]), fc.constant({}));
const extraName = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('toString', 'valueOf', 'hasOwnProperty'));

/** The good object with some fields replaced, removed or added. */
function broken(good: Readonly<Record<string, unknown>>): fc.Arbitrary<Record<string, unknown>> {
  const name = fc.constantFrom(...Object.keys(good));
  return fc
    .record({
      changed: fc.array(fc.tuple(name, value), { maxLength: 2 }),
      removed: fc.oneof(fc.constant<string[]>([]), fc.array(name, { maxLength: 1 })),
      added: fc.oneof(fc.constant([]), fc.array(fc.tuple(extraName, value), { maxLength: 1 })),
    })
    .map(({ changed, removed, added }) => {
      const fields = Object.entries({ ...good, ...Object.fromEntries(changed), ...Object.fromEntries(added) });
      return Object.fromEntries(fields.filter(([field]) => !removed.includes(field)));
    });
}

const records = fc.oneof(
  { weight: 9, arbitrary: broken(lead()) },
  { weight: 1, arbitrary: fc.oneof(value, fc.constant([lead()]), fc.constant(undefined)) },
);

test('compiled validators and stock ajv agree on every record', () => {
  const seen = { good: 0, bad: 0 };
  fc.assert(
    fc.property(records, (one) => {
      const verdicts = { closed: stockClosedRecord(one), open: stockOpenRecord(one) };
      seen[verdicts.closed ? 'good' : 'bad']++;
      expect({ closed: closedRecord(one), open: openRecord(one) }).toEqual(verdicts);
      expect(revision.checkRecord(one, 'producer').length === 0).toBe(verdicts.closed);
      expect(revision.checkRecord(one, 'consumer').length === 0).toBe(verdicts.open);
    }),
    { numRuns: 3000 },
  );
  expect(Math.min(seen.good, seen.bad)).toBeGreaterThan(500);
});

test('compiled validators and stock ajv agree on every header', () => {
  fc.assert(
    fc.property(broken(header()), (one) => {
      expect(closedHeader(one)).toBe(stockClosedHeader(one));
      expect(openHeader(one)).toBe(stockOpenHeader(one));
    }),
    { numRuns: 3000 },
  );
});

test('a header that the schema refuses is refused', () => {
  fc.assert(
    fc.property(broken(header()), (one: Header) => {
      expect(stockClosedHeader(one) || revision.checkHeader(one, 'producer').length > 0).toBe(true);
      expect(stockOpenHeader(one) || revision.checkHeader(one, 'consumer').length > 0).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
