import { createHash } from 'node:crypto';
import { fc } from '../support/fast-check.ts';
import { expect, test } from 'vitest';
import { type AuditFacts, GENESIS_HASH, hashEntry, sealEntry } from '../../src/audit/entry.ts';
import { EVENTS } from '../../src/audit/events.ts';
import { parseEntry } from '../../src/audit/parse-entry.ts';
import { canonicalJson } from './canonical.ts';

const place = { seq: 7, prevHash: 'ab'.repeat(32), ts: '2026-01-11T18:22:00.000Z', system: 'nextier-execution' };

const text = fc.option(
  fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.constantFrom('"', '\\', '\n\t\0', '}')),
);
const integer = fc.option(fc.nat());
const detail = fc.option(
  fc.dictionary(
    fc.string({ minLength: 1 }).filter((name) => !/^\d+$/.test(name)),
    fc.oneof(fc.string(), fc.integer()),
    {
      noNullPrototype: true,
    },
  ),
);

/** Everything that a caller can say, hostile strings included. */
const facts: fc.Arbitrary<AuditFacts> = fc.record({
  event: fc.constantFrom(...(Object.keys(EVENTS) as AuditFacts['event'][])),
  outcome: fc.constantFrom('pending', 'success', 'failure'),
  reason_code: fc.constantFrom(null, 'EMPTY_FILE', 'DUPLICATE'),
  contract: text,
  batch_id: text,
  schema_version: text,
  revision: text,
  source: text,
  target: text,
  checksum: text,
  transport: fc.constantFrom(null, 'file', 'api', 'queue'),
  attempt: integer,
  bytes: integer,
  records: integer,
  run_id: text,
  actor: text,
  correlation_id: text,
  detail,
});

test('an entry is the canonical JSON of its facts and its place', () => {
  fc.assert(
    fc.property(facts, (said) => {
      const { entry } = sealEntry(said, place);
      expect(entry).toBe(
        canonicalJson({ ...said, seq: 7, prev_hash: place.prevHash, ts: place.ts, system: place.system }),
      );
    }),
    { numRuns: 500 },
  );
});

test('what a caller leaves out is null, so that every entry has the same members', () => {
  const { entry } = sealEntry(
    { event: 'run.started', outcome: 'success' },
    { ...place, seq: 1, prevHash: GENESIS_HASH },
  );
  expect(entry).toBe(
    '{"actor":null,"attempt":null,"batch_id":null,"bytes":null,"checksum":null,"contract":null,"correlation_id":null,' +
      `"detail":null,"event":"run.started","outcome":"success","prev_hash":"${'0'.repeat(64)}","reason_code":null,` +
      '"records":null,"revision":null,"run_id":null,"schema_version":null,"seq":1,"source":null,' +
      '"system":"nextier-execution","target":null,"transport":null,"ts":"2026-01-11T18:22:00.000Z"}',
  );
});

test('a detail may not be named by a number, which JavaScript would not sort', () => {
  const said = { event: 'run.started', outcome: 'success', detail: { a: 1, 10: 'x' } } as const;
  expect(() => sealEntry(said, place)).toThrow('may not be a number');
});

test('the hash is SHA-256 of a zero byte and the entry in UTF-8', () => {
  const sealed = sealEntry({ event: 'run.started', outcome: 'success', actor: 'na\u00efve \u{1f600}' }, place);
  const bytes = Buffer.concat([Buffer.from([0]), Buffer.from(sealed.entry, 'utf8')]);
  expect(sealed.entryHash).toBe(createHash('sha256').update(bytes).digest('hex'));
  expect(hashEntry('')).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
});

test('the quick reading of an entry finds what JSON.parse finds', () => {
  fc.assert(
    fc.property(facts, (said) => {
      const { entry } = sealEntry(said, place);
      expect(parseEntry(entry)).toEqual({
        seq: 7,
        prevHash: place.prevHash,
        event: said.event,
        correlationId: said.correlation_id ?? null,
        attempt: said.attempt === null || said.attempt === undefined ? null : String(said.attempt),
      });
    }),
    { numRuns: 500 },
  );
});

test.each(['', 'null', '[]', '7', '"text"', '{', '{"actor":null', '{}{}', '{"detail":{"a":1,}}'])(
  'an entry that is no JSON object is not read: %s',
  (entry) => expect(parseEntry(entry)).toBeUndefined(),
);

test.each([
  ['a comma too many in the detail', '{"key":"x",}'],
  ['a number with a leading zero', '{"n":01}'],
  ['a raw line end in a string', '{"key":"a\nb"}'],
])('the quick reading is not more generous than JSON.parse: %s', (_, broken) => {
  const { entry } = sealEntry({ event: 'run.started', outcome: 'success' }, place);
  expect(parseEntry(entry.replace('"detail":null', `"detail":${broken}`))).toBeUndefined();
});
