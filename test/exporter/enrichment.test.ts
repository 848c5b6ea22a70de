import { expect, test } from 'vitest';
import type { Log } from '../../src/base/log.ts';
import { exportInputs } from '../../src/exporter/index.ts';
import { envelope, lead, type Lead, ndjson } from './support/leads.ts';
import { auditVerdict, jsonLines, openWorkspace, requestFor } from './support/workspace.ts';

const ENRICHMENT = {
  contact: { emails: ['office@tampa-flips.example'] },
  business: { name: 'Tampa Flips LLC' },
  provider: 'acme-data',
  enriched_at: '2026-01-11T16:40:00Z',
};
const enriched = (n: number): Lead => lead(n, { enrichment_status: 'ENRICHED', enrichment: ENRICHMENT });
const accepted = (range: string) => ({ accepted: () => range });
const revisions = (rows: readonly { revision: string }[]) => rows.map(({ revision }) => revision);

async function publishedRecords(workspace: Awaited<ReturnType<typeof openWorkspace>>) {
  return [...(await workspace.published()).values()].flatMap(({ records }) => records);
}

for (const [name, text] of [
  ['leads.ndjson', ndjson([lead(1), enriched(2), enriched(3)])],
  ['leads.json', JSON.stringify([lead(1), enriched(2), enriched(3)])],
] as const) {
  test(`${name}: for a target that accepted nothing the enrichment stays here, with one warning and no bad record`, async () => {
    const workspace = await openWorkspace();
    const warned: string[] = [];
    const log: Log = { ...workspace.deps.log, warn: (_facts, message) => void warned.push(String(message)) };
    const request = { ...requestFor(workspace.folder), inputs: [workspace.write(name, text)] };
    const report = await exportInputs({ ...workspace.deps, log }, request);
    expect(report).toMatchObject({ rejected: { count: 0 }, batches: [{ status: 'published', records: 3 }] });
    expect(await publishedRecords(workspace)).toEqual([
      lead(1),
      lead(2, { enrichment_status: 'ENRICHED' }),
      lead(3, { enrichment_status: 'ENRICHED' }),
    ]);
    expect(warned).toEqual(['fields that the target has not accepted were left out']);
    expect(revisions(await workspace.database.query('select revision from outbox'))).toEqual(['1.0.0']);
    expect(await auditVerdict(workspace)).toBe('ok ok');
  });

  test(`${name}: for a target that accepted ^1.1.0 it goes along`, async () => {
    const workspace = await openWorkspace();
    const report = await workspace.export([workspace.write(name, text)], accepted('^1.1.0'));
    expect(report).toMatchObject({ rejected: { count: 0 }, batches: [{ status: 'published', records: 3 }] });
    expect(await publishedRecords(workspace)).toEqual([lead(1), enriched(2), enriched(3)]);
    expect(revisions(await workspace.database.query('select revision from outbox'))).toEqual(['1.1.0']);
  });
}

test('a target that accepted ^1 alone gets no enrichment', async () => {
  const workspace = await openWorkspace();
  await workspace.export([workspace.write('leads.ndjson', ndjson([enriched(1)]))], accepted('^1'));
  expect(await publishedRecords(workspace)).toEqual([lead(1, { enrichment_status: 'ENRICHED' })]);
});

test('with an acceptance a record that says ENRICHED and attaches nothing is a bad one, and without it a good one', async () => {
  const workspace = await openWorkspace();
  const input = workspace.write('leads.ndjson', ndjson([lead(1, { enrichment_status: 'ENRICHED' }), enriched(2)]));
  const report = await workspace.export([input], accepted('^1.1.0'));
  expect(report).toMatchObject({ rejected: { count: 1 }, batches: [{ records: 1 }] });
  expect(jsonLines(workspace.read('leads.ndjson.rejects.ndjson'))).toMatchObject([
    { problems: [{ code: 'SEMANTIC_INVALID', pointer: '/enrichment' }] },
  ]);
  const other = await openWorkspace();
  expect(
    await other.export([other.write('leads.ndjson', ndjson([lead(1, { enrichment_status: 'ENRICHED' })]))]),
  ).toMatchObject({
    rejected: { count: 0 },
  });
});

test('a bad record is shown in the rejects file as it was given, enrichment and all', async () => {
  const workspace = await openWorkspace();
  const bad = { ...enriched(1), persona: 'x' };
  await workspace.export([workspace.write('leads.ndjson', ndjson([bad]))]);
  const [reject] = jsonLines(workspace.read('leads.ndjson.rejects.ndjson'));
  expect(reject).toMatchObject({ raw: JSON.stringify(bad), problems: [{ pointer: '/persona' }] });
});

test('a whole envelope with enrichment is refused for a target that has not accepted it, and nothing is published', async () => {
  const workspace = await openWorkspace();
  const input = workspace.write('x.json', envelope([lead(1), enriched(2)]));
  for (const changes of [{}, accepted('^1')]) {
    const report = await workspace.export([input], changes);
    expect(report.batches).toMatchObject([
      { status: 'refused', code: 'CONTRACT_NOT_ACCEPTED', problems: [{ pointer: '/records/1' }] },
    ]);
  }
  expect((await workspace.published()).size).toBe(0);
  expect(await auditVerdict(workspace)).toBe('ok ok');
});

test('it is published byte for byte for one that has', async () => {
  const workspace = await openWorkspace();
  const report = await workspace.export([workspace.write('x.json', envelope([enriched(1)]))], accepted('^1.1.0'));
  expect(report.batches).toMatchObject([{ status: 'published' }]);
  expect(await publishedRecords(workspace)).toEqual([enriched(1)]);
  expect(revisions(await workspace.database.query('select revision from outbox'))).toEqual(['1.1.0']);
});

test('an envelope of the first revision needs no acceptance, and none of another major is enough for it', async () => {
  const workspace = await openWorkspace();
  const input = workspace.write('x.json', envelope([lead(1, { enrichment_status: 'ENRICHED' })]));
  expect((await workspace.export([input], accepted('^2'))).batches).toMatchObject([
    { status: 'refused', code: 'CONTRACT_NOT_ACCEPTED' },
  ]);
  expect((await workspace.export([input])).batches).toMatchObject([{ status: 'published' }]);
});
