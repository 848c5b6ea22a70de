import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lead, leads, ndjson } from './support/leads.ts';
import { auditEvents, auditVerdict, jsonLines, openWorkspace, PREFIX, publishedIds } from './support/workspace.ts';

const CLOCK = { now: () => Date.parse('2026-01-11T18:22:00.000Z') };

test('JSON lines become batches of the size asked for, named by day and number, with their hash in the metadata', async () => {
  const workspace = await openWorkspace({ clock: CLOCK });
  const input = workspace.write('leads.ndjson', ndjson(leads(25)));
  const report = await workspace.export([input]);
  expect(report.batches.map(({ batch_id, records, status }) => [batch_id, records, status])).toEqual([
    ['sxp_2026_01_11_001', 10, 'published'],
    ['sxp_2026_01_11_002', 10, 'published'],
    ['sxp_2026_01_11_003', 5, 'published'],
  ]);
  expect(await publishedIds(workspace)).toEqual(leads(25).map(({ lead_id }) => lead_id));
  const [first] = report.batches;
  const head = await workspace.store.head(`${PREFIX}sxp_2026_01_11_001.json`, workspace.deps.signal);
  expect(head?.metadata).toEqual({
    sha256: first?.sha256,
    'batch-id': 'sxp_2026_01_11_001',
    contract: 'lead-card-batch',
    revision: '1.0.0',
    target: 'nextier-execution',
  });
  expect([...(await workspace.published()).values()][0]).toMatchObject({
    schema_version: 'v1',
    created_at: '2026-01-11T18:22:00.000Z',
    source: 'social-xpress-engine',
    target: 'nextier-execution',
  });
});

test('every attempt stands in the audit log before its end, with what the contract asks for', async () => {
  const workspace = await openWorkspace();
  await workspace.export([workspace.write('leads.ndjson', ndjson(leads(12)))]);
  expect(await auditEvents(workspace)).toEqual([
    'handoff.attempted',
    'handoff.published',
    'handoff.attempted',
    'handoff.published',
  ]);
  expect(await auditVerdict(workspace)).toBe('ok ok');
  const [row] = await workspace.database.query(
    `select batch_id, schema_version, target, checksum, outcome, records from audit_log where event = 'handoff.published'`,
  );
  const [batch] = (await workspace.export([join(workspace.folder, 'leads.ndjson')])).batches;
  expect(row).toEqual({
    batch_id: batch?.batch_id,
    schema_version: 'v1',
    target: 'nextier-execution',
    checksum: batch?.sha256,
    outcome: 'success',
    records: 10,
  });
});

test('bad records are set aside with line, offset, reason and text, and the rest is published', async () => {
  const workspace = await openWorkspace();
  const good = leads(3).map((record) => JSON.stringify(record));
  const bad = [
    JSON.stringify(lead(9, { confidence_score: '0.5' })),
    '{"lead_id":1,',
    `${JSON.stringify(lead(9)).slice(0, -1)},"username":"twice"}`,
    JSON.stringify(lead(9, { campaign_id: 'c1' })),
    JSON.stringify(lead(1, { username: 'the_same_lead' })),
    JSON.stringify(lead(9)).replace('0.82', '1e400'),
  ];
  const lines = [good[0], bad[0], '', good[1], bad[1], bad[2], bad[3], bad[4], bad[5], good[2]];
  const input = workspace.write('leads.ndjson', lines.join('\n'));
  const report = await workspace.export([input]);
  expect(report.rejected).toEqual({ count: 6, file: `${input}.rejects.ndjson`, files: [`${input}.rejects.ndjson`] });
  const rejects = jsonLines(workspace.read('leads.ndjson.rejects.ndjson'));
  expect(rejects.map(({ line, raw }) => [line, raw])).toEqual(
    [2, 5, 6, 7, 8, 9].map((line, index) => [line, bad[index]]),
  );
  expect(rejects.map(({ problems }) => (problems as { code: string }[])[0]?.code)).toEqual([
    'SCHEMA_INVALID', 'JSON_INVALID', 'DUPLICATE_KEY', 'BOUNDARY_VIOLATION', 'DUPLICATE_LEAD_ID', 'NUMBER_OUT_OF_RANGE',
  ]); // prettier-ignore
  const text = lines.join('\n');
  for (const { byte, raw } of rejects) {
    expect(Buffer.from(text).subarray(Number(byte)).toString('utf8').startsWith(String(raw))).toBe(true);
  }
  expect(await publishedIds(workspace)).toEqual(leads(3).map(({ lead_id }) => lead_id));
  const [note] = await workspace.database.query<{ records: number; detail: string }>(
    `select records, detail from audit_log where event = 'records.rejected'`,
  );
  expect(note?.records).toBe(6);
  expect(JSON.parse(note?.detail ?? '')).toMatchObject({ DUPLICATE_KEY: 1, BOUNDARY_VIOLATION: 1 });
});

test('a line that is no UTF-8 is kept as base64, and one over the size limit is named without its text', async () => {
  const workspace = await openWorkspace();
  const input = workspace.write(
    'leads.ndjson',
    Buffer.concat([
      Buffer.from('{"username":"\xff"}\n', 'latin1'),
      Buffer.from(`{"username":"${'x'.repeat(3 * 1024 * 1024)}"}\n`),
      Buffer.from(ndjson(leads(2))),
    ]),
  );
  const report = await workspace.export([input]);
  const rejects = jsonLines(workspace.read('leads.ndjson.rejects.ndjson'));
  expect(rejects[0]).toMatchObject({
    line: 1,
    raw_base64: Buffer.from('{"username":"\xff"}', 'latin1').toString('base64'),
  });
  expect(rejects[1]).toMatchObject({ line: 2, problems: [{ code: 'TOO_LARGE' }] });
  expect(rejects[1]).not.toHaveProperty('raw');
  expect(report.batches.map(({ records }) => records)).toEqual([2]);
});

test('a lead that stands twice in one batch is set aside, in two batches it is published twice', async () => {
  const workspace = await openWorkspace();
  const records = [lead(1), lead(1), ...leads(9, 2), lead(1)];
  const report = await workspace.export([workspace.write('leads.ndjson', ndjson(records))]);
  expect(report.rejected.count).toBe(1);
  expect(report.batches.map(({ records: count }) => count)).toEqual([10, 1]);
});

test('with stop, one bad record anywhere keeps the whole input back', async () => {
  const workspace = await openWorkspace();
  const input = workspace.write('leads.ndjson', ndjson([...leads(25), lead(30, { persona: 'king' })]));
  const report = await workspace.export([input], { onBadRecord: 'stop' });
  expect(report.batches).toEqual([]);
  expect(report.rejected.count).toBe(1);
  expect(jsonLines(workspace.read('leads.ndjson.rejects.ndjson'))).toHaveLength(1);
  expect((await workspace.published()).size).toBe(0);
  workspace.write('leads.ndjson', ndjson(leads(25)));
  expect((await workspace.export([input], { onBadRecord: 'stop' })).batches).toHaveLength(3);
});

test('an input that was exported reports its batches as existing, until it is exported again', async () => {
  const workspace = await openWorkspace();
  const input = workspace.write('leads.ndjson', ndjson([...leads(12), { nonsense: true }]));
  const first = await workspace.export([input]);
  const copy = workspace.write('copy.ndjson', workspace.read('leads.ndjson'));
  const second = await workspace.export([copy]);
  expect(second.batches.map(({ status }) => status)).toEqual(['exists', 'exists']);
  expect(second.batches.map(({ sha256 }) => sha256)).toEqual(first.batches.map(({ sha256 }) => sha256));
  expect(second.rejected.count).toBe(1);
  expect(await workspace.published()).toHaveProperty('size', 2);
  const third = await workspace.export([input], { again: true });
  expect(third.batches.map(({ status }) => status)).toEqual(['published', 'published']);
  expect(await workspace.published()).toHaveProperty('size', 4);
  expect(await auditVerdict(workspace)).toBe('ok ok');
});

test('a dry run writes nothing and says what would be', async () => {
  const workspace = await openWorkspace({ clock: CLOCK });
  const input = workspace.write('leads.ndjson', ndjson([...leads(12), { nonsense: true }]));
  const before = readdirSync(workspace.folder).toSorted();
  const report = await workspace.export([input], { dryRun: true });
  expect(report.dry_run).toBe(true);
  expect(report.batches.map(({ batch_id, records }) => [batch_id, records])).toEqual([
    ['sxp_2026_01_11_001', 10],
    ['sxp_2026_01_11_002', 2],
  ]);
  expect(report.rejected).toEqual({ count: 1, file: null, files: [] });
  expect(readdirSync(workspace.folder).toSorted()).toEqual(before);
  expect(await auditEvents(workspace)).toEqual([]);
  const real = await workspace.export([input]);
  expect(real.batches.map(({ bytes }) => bytes)).toEqual(report.batches.map(({ bytes }) => bytes));
});

test('nothing is left in the spool when everything is published', async () => {
  const workspace = await openWorkspace();
  await workspace.export([workspace.write('leads.ndjson', ndjson(leads(25)))]);
  const spool = join(workspace.folder, 'spool');
  const files = readdirSync(spool).flatMap((name) => readdirSync(join(spool, name)));
  expect(files).toEqual([]);
});

test('progress tells bytes and records up to the last one', async () => {
  const workspace = await openWorkspace();
  const input = workspace.write('leads.ndjson', ndjson(leads(25)));
  const seen: object[] = [];
  await workspace.export([input], { progress: (progress) => seen.push(progress) });
  const bytes = Buffer.byteLength(ndjson(leads(25)));
  expect(seen.at(-1)).toMatchObject({ input, bytesRead: bytes, bytesTotal: bytes, records: 25 });
});

test('an input that changes while it is read is not finished', async () => {
  const workspace = await openWorkspace();
  const input = workspace.write('leads.ndjson', ndjson(leads(25)));
  const change = () => {
    workspace.write('leads.ndjson', ndjson(leads(20)));
  };
  await expect(workspace.export([input], { progress: change })).rejects.toMatchObject({ code: 'changed' });
  expect(existsSync(`${input}.rejects.ndjson`)).toBe(false);
  expect(await auditVerdict(workspace)).toBe('ok ok');
});
