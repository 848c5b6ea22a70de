import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { envelope, lead, leads, ndjson } from './support/leads.ts';
import { auditEvents, auditVerdict, openWorkspace, PREFIX } from './support/workspace.ts';

const KEY = `${PREFIX}hand_2026_01_11_001.json`;

test('a whole envelope is published byte for byte under its own id', async () => {
  const workspace = await openWorkspace();
  const text = `\n${JSON.stringify(JSON.parse(envelope(leads(25))), null, '\t')}  \n`;
  const report = await workspace.export([workspace.write('any name.json', text)]);
  expect(report.batches).toMatchObject([
    { batch_id: 'hand_2026_01_11_001', key: KEY, records: 25, status: 'published' },
  ]);
  expect(readFileSync(join(workspace.folder, 'bucket', KEY), 'utf8')).toBe(text);
  expect(await auditVerdict(workspace)).toBe('ok ok');
});

test('the members of an envelope may stand behind its records', async () => {
  const workspace = await openWorkspace();
  const { records, ...header } = JSON.parse(envelope(leads(2))) as Record<string, unknown>;
  const report = await workspace.export([workspace.write('x.json', JSON.stringify({ records, ...header }))]);
  expect(report.batches).toMatchObject([{ status: 'published' }]);
});

test('the same envelope is not published twice, other bytes under its id are refused, and the first stay', async () => {
  const workspace = await openWorkspace();
  const input = workspace.write('x.json', envelope(leads(2)));
  await workspace.export([input]);
  expect((await workspace.export([input])).batches).toMatchObject([{ status: 'exists', key: KEY }]);
  const other = workspace.write('y.json', envelope(leads(3)));
  expect((await workspace.export([other])).batches).toMatchObject([{ status: 'refused', code: 'BATCH_ID_REUSED' }]);
  expect((await workspace.published()).get(KEY)?.records).toHaveLength(2);
  expect((await workspace.export([input], { again: true })).batches).toMatchObject([{ status: 'published' }]);
  expect(await auditVerdict(workspace)).toBe('ok ok');
});

test('an envelope whose id the store holds with other bytes is refused, and may be tried once more', async () => {
  const workspace = await openWorkspace();
  const elsewhere = await openWorkspace({ folder: workspace.folder, databaseName: 'other.db' });
  await elsewhere.export([workspace.write('x.json', envelope(leads(2)))]);
  const input = workspace.write('y.json', envelope(leads(3)));
  for (const _ of [1, 2]) {
    expect((await workspace.export([input])).batches).toMatchObject([{ status: 'refused', code: 'BATCH_ID_REUSED' }]);
  }
  expect((await workspace.published()).get(KEY)?.records).toHaveLength(2);
  expect(await auditEvents(workspace)).toEqual([
    'handoff.attempted',
    'handoff.refused',
    'handoff.attempted',
    'handoff.refused',
  ]);
  expect(await auditVerdict(workspace)).toBe('ok ok');
});

test.each([
  ['an unknown field in a record', envelope([lead(1, { extra: 1 })]), 'SCHEMA_INVALID', '/records/0/extra'],
  [
    'a bad record at the end',
    envelope([...leads(30), lead(40, { persona: 'none' })]),
    'SCHEMA_INVALID',
    '/records/30/persona',
  ],
  [
    'a field of the other side',
    envelope([lead(1, { persona: 'x' }), lead(2, { campaign_id: 1 })]),
    'BOUNDARY_VIOLATION',
    undefined,
  ],
  ['an unknown field of the envelope', envelope(leads(1), { extra: 1 }), 'ENVELOPE_INVALID', '/extra'],
  ['no records', envelope([]), 'SEMANTIC_INVALID', '/records'],
  ['a lead twice', envelope([lead(1), lead(2), lead(1)]), 'DUPLICATE_LEAD_ID', '/records/2/lead_id'],
  ['another source', envelope(leads(1), { source: 'people-hub' }), 'ENVELOPE_INVALID', '/source'],
  ['a target that the contract does not know', envelope(leads(1), { target: 'seo-os' }), 'ENVELOPE_INVALID', '/target'],
  ['a path for an id', envelope(leads(1), { batch_id: '../sxp_2026_01_11_001' }), 'BATCH_ID_INVALID', '/batch_id'],
  ['the date of another day', envelope(leads(1), { batch_id: 'hand_2026_01_12_001' }), 'BATCH_ID_INVALID', '/batch_id'],
  ['a newer version', envelope(leads(1), { schema_version: 'v2' }), 'VERSION_NEWER', '/schema_version'],
  ['an unknown version', envelope(leads(1), { schema_version: 'V1' }), 'VERSION_UNKNOWN', '/schema_version'],
  ['a cut', envelope(leads(9)).slice(0, -5), 'JSON_INVALID', undefined],
  [
    'a duplicate key',
    envelope(leads(1)).replace('{', '{"batch_id":"hand_2026_01_11_001",'),
    'DUPLICATE_KEY',
    undefined,
  ],
])('an envelope with %s is refused whole', async (_, text, code, pointer) => {
  const workspace = await openWorkspace();
  const report = await workspace.export([workspace.write('x.json', text)]);
  expect(report.batches).toMatchObject([{ status: 'refused', code }]);
  if (pointer !== undefined) expect(report.batches[0]?.problems?.[0]?.pointer).toBe(pointer);
  expect((await workspace.published()).size).toBe(0);
  expect(await auditEvents(workspace)).toEqual(['handoff.attempted', 'handoff.refused']);
  expect(await auditVerdict(workspace)).toBe('ok ok');
});

test('an envelope for another target than the one asked for is refused', async () => {
  const workspace = await openWorkspace();
  const input = workspace.write('x.json', envelope(leads(1), { target: 'outreach-global' }));
  expect((await workspace.export([input], { target: 'nextier-execution' })).batches).toMatchObject([
    { status: 'refused' },
  ]);
  expect((await workspace.export([input])).batches).toMatchObject([{ status: 'published' }]);
});

test('a dry run of an envelope checks it and writes nothing', async () => {
  const workspace = await openWorkspace();
  const input = workspace.write('x.json', envelope(leads(2)));
  const planned = await workspace.export([input], { dryRun: true });
  expect(planned.batches).toMatchObject([{ status: 'published', records: 2 }]);
  expect((await workspace.published()).size).toBe(0);
  const real = await workspace.export([input]);
  expect(real.batches).toEqual(planned.batches);
  expect((await workspace.export([input], { dryRun: true })).batches).toMatchObject([{ status: 'exists' }]);
});

test('a number that an envelope has taken is passed over', async () => {
  const workspace = await openWorkspace({ clock: { now: () => Date.parse('2026-01-11T18:22:00Z') } });
  await workspace.export([workspace.write('x.json', envelope(leads(1), { batch_id: 'sxp_2026_01_11_001' }))]);
  const report = await workspace.export([workspace.write('x.ndjson', ndjson(leads(1)))]);
  expect(report.batches).toMatchObject([{ batch_id: 'sxp_2026_01_11_002', status: 'published' }]);
});
