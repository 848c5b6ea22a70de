import { expect, test } from 'vitest';
import { MAX_PROBLEMS } from '../../src/base/reasons.ts';
import { checkBatchBytes, checkWholeBatch } from '../../src/contract/index.ts';
import { enrichedLead, header, lead } from './leads.ts';

const SIDE = { side: 'consumer' } as const;
const batch = (records: unknown, changes = {}): unknown => ({ ...header(changes), records });
const numbered = (position: number): Record<string, unknown> =>
  lead({ lead_id: `00000000-0000-4000-8000-${String(position).padStart(12, '0')}` });

test('a good batch is named with its contract and revision', () => {
  expect(checkWholeBatch(batch([lead()]), SIDE)).toEqual({
    ok: true,
    contract: 'lead-card-batch',
    version: '1.1.0',
    problems: [],
  });
});

test('a producer is told the oldest revision that its batch satisfies', () => {
  const versionOf = (record: object) => checkWholeBatch(batch([record]), { side: 'producer' });
  expect(versionOf(lead({ enrichment_status: 'ENRICHED' }))).toMatchObject({ ok: true, version: '1.0.0' });
  expect(versionOf(enrichedLead())).toMatchObject({ ok: true, version: '1.1.0' });
  expect(versionOf(enrichedLead({ persona: 'x' }))).toMatchObject({
    ok: false,
    version: '1.1.0',
    problems: [{ pointer: '/records/0/persona' }],
  });
});

test('a batch is checked against the revision that is named', () => {
  const check = (version: string) => checkWholeBatch(batch([enrichedLead()]), { side: 'producer', version });
  expect(check('1.1.0').ok).toBe(true);
  expect(check('1.0.0').problems).toMatchObject([{ code: 'SCHEMA_INVALID', pointer: '/records/0/enrichment' }]);
});

test('problems of envelope and records come in one report, each where it stands', () => {
  const records = [numbered(0), lead({ username: '' }), { ...lead(), persona: 'x', tribe: 'y' }];
  const { problems } = checkWholeBatch(batch(records, { source: '..' }), SIDE);
  expect(problems.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
    'ENVELOPE_INVALID /source',
    'SCHEMA_INVALID /records/1/username',
    'SCHEMA_INVALID /records/2/persona',
    'SCHEMA_INVALID /records/2/tribe',
    'DUPLICATE_LEAD_ID /records/2/lead_id',
  ]);
});

test('a report is bounded however many records are bad', () => {
  const bad = Array.from({ length: 500 }, (_, position) => ({ ...numbered(position), persona: 'x' }));
  expect(checkWholeBatch(batch(bad), SIDE).problems).toHaveLength(MAX_PROBLEMS);
  expect(checkWholeBatch(batch(Array.from({ length: 500 }, () => lead())), SIDE).problems).toHaveLength(MAX_PROBLEMS);
});

test('each repetition of a lead_id names the record where it stood first', () => {
  const { problems } = checkWholeBatch(batch([numbered(1), numbered(2), numbered(1), numbered(1)]), SIDE);
  expect(problems).toEqual([
    { code: 'DUPLICATE_LEAD_ID', pointer: '/records/2/lead_id', rule: 'stands already in /records/0' },
    { code: 'DUPLICATE_LEAD_ID', pointer: '/records/3/lead_id', rule: 'stands already in /records/0' },
  ]);
});

test('the target and the file name count only where they are given', () => {
  const document = batch([lead()]);
  expect(checkWholeBatch(document, { ...SIDE, system: 'outreach-global' }).problems[0]?.code).toBe('OTHER_TARGET');
  expect(checkWholeBatch(document, { ...SIDE, fileName: 'other' }).problems[0]?.code).toBe('NAME_MISMATCH');
  expect(checkWholeBatch(document, { ...SIDE, fileName: 'sxp_2026_01_11_001', system: 'nextier-execution' }).ok).toBe(
    true,
  );
});

test('a document of no known contract or version is reported without one', () => {
  expect(checkWholeBatch({ contract: 'x' }, SIDE)).toMatchObject({ ok: false, contract: null, version: null });
  expect(checkWholeBatch([], SIDE)).toMatchObject({ ok: false, contract: null, version: null });
  expect(checkWholeBatch(batch([7], { schema_version: 'v2' }), SIDE)).toMatchObject({
    ok: false,
    contract: 'lead-card-batch',
    version: null,
    problems: [{ code: 'VERSION_NEWER' }],
  });
});

test('bytes that are no JSON are a report, not an error', () => {
  expect(checkBatchBytes(Buffer.from('{'), SIDE)).toMatchObject({ ok: false, problems: [{ code: 'JSON_INVALID' }] });
});

test('a batch of another contract than the one that is asked for is refused for that alone', () => {
  const documents = [batch([lead()]), batch([7], { contract: 'engagement-signal-batch' })];
  for (const document of documents) {
    expect(checkWholeBatch(document, { ...SIDE, contract: 'outreach-target-batch' })).toEqual({
      ok: false,
      contract: null,
      version: null,
      problems: [{ code: 'ENVELOPE_INVALID', pointer: '', rule: 'must follow contract outreach-target-batch' }],
    });
  }
});
