import { memberOf } from './support/member-of.ts';
import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { AppError } from '../../src/base/errors.ts';
import { resumeOutbox } from '../../src/exporter/index.ts';
import type { ObjectStore } from '../../src/objectstore/index.ts';
import { csv, envelope, lead, leads, ndjson } from './support/leads.ts';
import {
  auditEvents,
  auditVerdict,
  jsonLines,
  openWorkspace,
  publishedIds,
  PREFIX,
  type Workspace,
} from './support/workspace.ts';

const KILLED_EXPORT = fileURLToPath(new URL('support/killed-export.ts', import.meta.url));

function killExport(workspace: Workspace, input: string, point: string, count: number): NodeJS.Signals | null {
  const child = spawnSync(process.execPath, [KILLED_EXPORT, workspace.folder, input, point, String(count)], {
    encoding: 'utf8',
  });
  if (child.signal === null) expect(child.stderr).toBe('');
  return child.signal;
}

function spooled(workspace: Workspace): string[] {
  const spool = join(workspace.folder, 'spool');
  return readdirSync(spool).flatMap((name) => readdirSync(join(spool, name)));
}

const RECORDS = [...leads(12), { bad: 1 }, ...leads(13, 12), { bad: 2 }];

/** 1 opens the run; then two for each of three batches; the last one ends the run. */
const TRANSACTIONS = 8;
const POINTS = [
  ...Array.from({ length: TRANSACTIONS }, (_, index) => ['before-transaction', index + 1] as const),
  ...Array.from({ length: TRANSACTIONS }, (_, index) => ['after-transaction', index + 1] as const),
  ...[1, 2, 3].flatMap((count) => [['before-put', count] as const, ['after-put', count] as const]),
];

test.each(POINTS)('an export killed %s %i and started again publishes each record once', async (point, count) => {
  const workspace = await openWorkspace();
  const input = workspace.write('leads.ndjson', ndjson(RECORDS));
  expect(killExport(workspace, input, point, count)).toBe('SIGKILL');
  const report = await workspace.export([input]);
  expect(await publishedIds(workspace)).toEqual(leads(25).map(({ lead_id }) => lead_id));
  expect(report.batches.map(({ records }) => records)).toEqual([10, 10, 5]);
  expect(report.batches.map(({ batch_id }) => batch_id?.slice(-3))).toEqual(['001', '002', '003']);
  expect(report.rejected.count).toBe(2);
  expect(jsonLines(workspace.read('leads.ndjson.rejects.ndjson')).map(({ line }) => line)).toEqual([13, 27]);
  expect(await auditVerdict(workspace)).toBe('ok ok');
  const notes = (await auditEvents(workspace)).filter((event) => event === 'records.rejected');
  expect(notes).toHaveLength(1);
  expect(spooled(workspace)).toEqual([]);
  expect((await workspace.export([input])).batches.map(({ status }) => status)).toEqual(['exists', 'exists', 'exists']);
});

test.each([
  ['leads.csv', csv(leads(25))],
  ['leads.json', JSON.stringify(leads(25))],
])('a killed export of %s goes on where it stopped', async (name, content) => {
  const workspace = await openWorkspace();
  const input = workspace.write(name, content);
  killExport(workspace, input, 'before-put', 2);
  const report = await workspace.export([input]);
  expect(report.batches.map(({ status }) => status)).toEqual(['exists', 'published', 'published']);
  expect(report.resumed).toMatchObject([{ batch_id: report.batches[1]?.batch_id, status: 'published' }]);
  expect(await publishedIds(workspace)).toEqual(leads(25).map(({ lead_id }) => lead_id));
});

test('the attempt of a killed process is closed as abandoned when the next one begins', async () => {
  const workspace = await openWorkspace();
  const input = workspace.write('x.json', envelope(leads(2)));
  killExport(workspace, input, 'after-put', 1);
  const resumed = await resumeOutbox(workspace.deps, { spoolFolder: join(workspace.folder, 'spool') });
  expect(resumed).toMatchObject([{ batch_id: 'hand_2026_01_11_001', status: 'published' }]);
  expect(await auditEvents(workspace)).toEqual([
    'handoff.attempted',
    'handoff.abandoned',
    'handoff.attempted',
    'handoff.published',
  ]);
  expect(await auditVerdict(workspace)).toBe('ok ok');
});

/** A store that fails as long as `down` says so. */
function failing(down: { now: boolean }) {
  return (store: ObjectStore) =>
    new Proxy(store, {
      get(target, name) {
        if (down.now && name === 'putIfAbsent')
          return () => Promise.reject(new AppError('unavailable', 'reach the store'));
        return memberOf(target, name);
      },
    });
}

test('when the store is down the batch waits in the outbox, and the next export publishes it', async () => {
  const down = { now: true };
  const workspace = await openWorkspace({ wrapStore: failing(down) });
  const input = workspace.write('leads.ndjson', ndjson(leads(25)));
  await expect(workspace.export([input])).rejects.toMatchObject({ code: 'unavailable' });
  expect(await auditVerdict(workspace)).toBe('ok ok');
  await expect(workspace.export([input])).rejects.toMatchObject({ code: 'unavailable' });
  down.now = false;
  const other = workspace.write('other.ndjson', ndjson(leads(1, 100)));
  expect((await workspace.export([other])).resumed).toMatchObject([{ records: 10, status: 'published' }]);
  expect((await workspace.export([input])).batches.map(({ status }) => status)).toEqual([
    'exists',
    'published',
    'published',
  ]);
  expect(await publishedIds(workspace)).toHaveLength(26);
  expect(await auditEvents(workspace)).toEqual(expect.arrayContaining(['handoff.failed', 'handoff.published']));
  expect(await auditVerdict(workspace)).toBe('ok ok');
});

test('a batch whose bytes are gone from the spool is reported once and blocks no other', async () => {
  const down = { now: true };
  const workspace = await openWorkspace({ wrapStore: failing(down) });
  const input = workspace.write('leads.ndjson', ndjson(leads(5)));
  await expect(workspace.export([input])).rejects.toMatchObject({ code: 'unavailable' });
  down.now = false;
  rmSync(join(workspace.folder, 'spool'), { recursive: true });
  await expect(workspace.export([input])).rejects.toMatchObject({ code: 'corrupt' });
  const report = await workspace.export([input]);
  expect(report.batches).toMatchObject([{ status: 'refused' }]);
  expect((await workspace.export([input], { again: true })).batches).toMatchObject([
    { status: 'published', records: 5 },
  ]);
  expect(await auditVerdict(workspace)).toBe('ok ok');
});

test('two exporters of one system with databases of their own never overwrite each other', async () => {
  const one = await openWorkspace();
  const other = await openWorkspace({ folder: one.folder, databaseName: 'other.db' });
  await one.export([one.write('a.ndjson', ndjson(leads(25, 100)))]);
  const report = await other.export([one.write('b.ndjson', ndjson(leads(15, 200)))]);
  expect(report.batches.map(({ batch_id, status }) => [batch_id?.slice(-3), status])).toEqual([
    ['004', 'published'],
    ['005', 'published'],
  ]);
  expect(await publishedIds(one)).toEqual([...leads(25, 100), ...leads(15, 200)].map(({ lead_id }) => lead_id));
  const [document] = [...(await one.published())].filter(([key]) => key.endsWith('004.json')).map(([, batch]) => batch);
  expect(document?.batch_id).toMatch(/_004$/);
  expect(await auditVerdict(other)).toBe('ok ok');
  expect(spooled(other)).toEqual([]);
  const [refused] = await other.database.query(
    `select reason_code, batch_id from audit_log where event = 'handoff.refused'`,
  );
  expect(refused).toMatchObject({ reason_code: 'BATCH_ID_REUSED' });
  expect((await other.export([join(one.folder, 'b.ndjson')])).batches.map(({ status }) => status)).toEqual([
    'exists',
    'exists',
  ]);
});

test('an object put by hand with the same bytes counts as published, one with other bytes does not', async () => {
  const workspace = await openWorkspace();
  const text = envelope(leads(2));
  mkdirSync(join(workspace.folder, 'bucket', PREFIX), { recursive: true });
  writeFileSync(join(workspace.folder, 'bucket', PREFIX, 'hand_2026_01_11_001.json'), text);
  writeFileSync(join(workspace.folder, 'bucket', PREFIX, 'hand_2026_01_11_002.json'), text);
  const same = await workspace.export([workspace.write('same.json', text)]);
  expect(same.batches).toMatchObject([{ status: 'published' }]);
  const swapped = text.replace('_001', '_002').replace('user_0', 'user_9');
  const other = await workspace.export([workspace.write('other.json', swapped)]);
  expect(other.batches).toMatchObject([{ status: 'refused', code: 'BATCH_ID_REUSED' }]);
});

/** How an export in a process of its own ends: `done`, or the error's code. */
async function exportApart({ folder }: Workspace, input: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [KILLED_EXPORT, folder, input]);
  return stdout.trim();
}

test('several processes exporting at once share the numbers of the day', async () => {
  const workspace = await openWorkspace();
  const inputs = [1, 2, 3].map((n) => workspace.write(`${n}.ndjson`, ndjson(leads(40, n * 100))));
  expect(await Promise.all(inputs.map((input) => exportApart(workspace, input)))).toEqual(['done', 'done', 'done']);
  const ids = await publishedIds(workspace);
  expect(ids).toHaveLength(120);
  expect(new Set(ids).size).toBe(120);
  expect([...(await workspace.published()).keys()].map((key) => key.slice(-8, -5))).toEqual(
    Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(3, '0')),
  );
  expect(await auditVerdict(workspace)).toBe('ok ok');
});

test('the same input exported by two processes at once is published once', async () => {
  const workspace = await openWorkspace();
  const input = workspace.write('leads.ndjson', ndjson([...leads(95), lead(200, { persona: 'none' })]));
  const ends = await Promise.all([exportApart(workspace, input), exportApart(workspace, input)]);
  expect(ends.filter((end) => end !== 'done' && end !== 'busy')).toEqual([]);
  await workspace.export([input]);
  expect((await publishedIds(workspace)).toSorted()).toEqual(leads(95).map(({ lead_id }) => lead_id));
  expect(await auditVerdict(workspace)).toBe('ok ok');
});

test('an export needs no more memory for a longer input', async () => {
  const workspace = await openWorkspace();
  const input = workspace.write('leads.ndjson', '');
  const wide = { display_name: 'x'.repeat(256), username: 'y'.repeat(256) };
  for (let from = 0; from < 50_000; from += 5_000) {
    const records = Array.from({ length: 5_000 }, (_, index) => lead(from + index, wide));
    writeFileSync(input, ndjson(records), { flag: 'a' });
  }
  const small = ['--max-old-space-size=32', KILLED_EXPORT, workspace.folder, input, 'none', '1', '10000'];
  expect((await promisify(execFile)(process.execPath, small)).stdout.trim()).toBe('done');
  expect(await publishedIds(workspace)).toHaveLength(50_000);
});

test('what a killed process left in the spool is removed, and nothing that is not ours', async () => {
  const workspace = await openWorkspace();
  const input = workspace.write('leads.ndjson', ndjson(leads(5)));
  killExport(workspace, input, 'before-transaction', 2);
  expect(spooled(workspace)).toHaveLength(1);
  mkdirSync(join(workspace.folder, 'spool', 'mine'));
  writeFileSync(join(workspace.folder, 'spool', 'mine', 'x'), '');
  await resumeOutbox(workspace.deps, { spoolFolder: join(workspace.folder, 'spool') });
  expect(spooled(workspace)).toEqual(['x']);
});
