import { copyFileSync, linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { envelopeText, leadText } from '../../fixtures/generate-leads.ts';
import { freshBucket } from '../support/gateway.ts';
import { otherClient } from './other-client.ts';
import {
  ageFile, bytesReadBy, CONSUMER, dropByHand, expectSoundLogs, filesUnder, INBOX, inboxPath, keysIn, makePlace, type Place,
  PRODUCER, type Running, sha256Of, until, writeText,
} from './place.ts'; // prettier-ignore

const LEADS = 40_000;
const BATCH = 2_500;
const LARGE = 'sxp_2026_01_11_001';
// Processes that start one after another take their time on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

/** A signal asks to stop; whoever does not within this is ended. */
const STOP_WITHIN_MS = 10_000;

/** A batch that takes long enough to be interrupted in the middle, and its leads as an input; made once. */
const source = mkdtempSync(join(tmpdir(), 'handoff-e2e-source-'));
const largeBatch = join(source, `${LARGE}.json`);
const manyLeads = join(source, 'leads.ndjson');

beforeAll(async () => {
  await writeText(largeBatch, envelopeText({ batchId: LARGE, source: PRODUCER, target: CONSUMER }, LEADS));
  await writeText(manyLeads, leadText('ndjson', LEADS));
  ageFile(largeBatch);
});

afterAll(() => rmSync(source, { recursive: true }));

/** An inbox with the large batch in it. */
function placeWithLargeBatch(): Place {
  const place = makePlace();
  const path = inboxPath(place, `${LARGE}.json`);
  mkdirSync(dirname(path), { recursive: true });
  linkSync(largeBatch, path);
  return place;
}

/** Starts a poll and returns when it is in the middle of the large file: claimed, and a third of it read. */
async function pollUntilMidFile(place: Place, ...flags: string[]): Promise<Running> {
  const running = place.start('poll', '--once', '--json', ...flags);
  await until('the claim', () => stateOf(place) === 'working');
  const before = bytesReadBy(running.pid);
  const third = statSync(largeBatch).size / 3;
  await until('a third of the file', () => bytesReadBy(running.pid) - before > third);
  return running;
}

function stateOf(place: Place): string | undefined {
  return place.peek<{ state: string }>('select state from file')[0]?.state;
}

async function expectWholeOnce(place: Place): Promise<void> {
  const rows = 'select count(*) as n, count(distinct lead_id) as leads, max(position) as last from lead_card';
  expect(place.query(rows)).toEqual([{ n: LEADS, leads: LEADS, last: LEADS - 1 }]);
  expect(keysIn(place, INBOX)).toEqual([]);
  const [archived] = keysIn(place, 'archive');
  expect(await sha256Of(join(place.folder, 'handoff-data', 'bucket', 'archive', archived ?? ''))).toBe(
    await sha256Of(largeBatch),
  );
  await expectSoundLogs(place, CONSUMER);
}

test('a poll killed in the middle of a large file leaves nothing half, and the next one takes it whole', async () => {
  const place = placeWithLargeBatch();
  const running = await pollUntilMidFile(place);
  running.child.kill('SIGKILL');
  expect(await running.ended).toMatchObject({ signal: 'SIGKILL' });
  expect(stateOf(place)).toBe('working');
  expect(place.count('select count(*) from lead_card')).toBe(0);
  expect(await place.json(0, 'poll', '--once')).toMatchObject({ ingested: 1, records: LEADS, archived: 1 });
  expect(place.query("select event from audit_log where event = 'handoff.abandoned'")).toHaveLength(1);
  await expectWholeOnce(place);
});

test('a poll that is asked to stop in the middle of a large file gives it back in time, and the next one takes it', async () => {
  const place = placeWithLargeBatch();
  const running = await pollUntilMidFile(place);
  const askedAt = Date.now();
  running.child.kill('SIGTERM');
  const { code, stdout } = await running.ended;
  expect(Date.now() - askedAt).toBeLessThan(STOP_WITHIN_MS);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ interrupted: true, ingested: 0 });
  expect(stateOf(place)).toBe('ready');
  expect(place.count('select count(*) from run_lease')).toBe(0);
  expect(place.count('select count(*) from lead_card')).toBe(0);
  expect(await place.json(0, 'poll', '--once')).toMatchObject({ ingested: 1, records: LEADS, archived: 1 });
  expect(place.count('select max(crashes) from file')).toBe(0);
  await expectWholeOnce(place);
});

test('while one poll works, a second one under its name says so at once, and looking around does not wait either', async () => {
  const place = placeWithLargeBatch();
  const running = await pollUntilMidFile(place);
  // Stopped, it holds its write lock for as long as the others may take.
  running.child.kill('SIGSTOP');
  const [second, status] = await Promise.all([
    place.json(0, 'poll', '--once'),
    place.json(0, 'status', '--system', CONSUMER),
  ]);
  running.child.kill('SIGCONT');
  expect(second).toMatchObject({ already_running: true, listed: 0, ingested: 0 });
  expect(status).toMatchObject({ files: { working: 1 } });
  expect((await running.ended).code).toBe(0);
  await expectWholeOnce(place);
});

test('an export killed three times over publishes every record once when the same command runs again', async () => {
  const place = makePlace();
  const command = ['export', manyLeads, '--batch-size', String(BATCH)];
  for (const published of [2, 5, 9]) {
    const running = place.start(...command);
    await until(`batch ${published}`, () => keysIn(place, INBOX).length >= published);
    running.child.kill('SIGKILL');
    expect(await running.ended).toMatchObject({ signal: 'SIGKILL' });
    expect(keysIn(place, INBOX).length).toBeLessThan(LEADS / BATCH);
  }
  const report = await place.json<{ batches: { status: string }[] }>(0, ...command);
  expect(report.batches).toHaveLength(LEADS / BATCH);
  expect(publishedLeads(place)).toEqual(leadsOf(readFileSync(manyLeads, 'utf8')));
  const again = await place.json<{ batches: { status: string }[] }>(0, ...command);
  expect(new Set(again.batches.map(({ status }) => status))).toEqual(new Set(['exists']));
  expect(filesUnder(join(place.folder, 'handoff-data', 'spool'))).toEqual([]);
  await expectSoundLogs(place, PRODUCER);
});

/** The lead ids of all batches in the inbox, in the order of the batches. */
function publishedLeads(place: Place): string[] {
  return keysIn(place, INBOX).flatMap((name) => leadsOf(readFileSync(inboxPath(place, name), 'utf8')));
}

function leadsOf(text: string): string[] {
  return [...text.matchAll(/"lead_id":"([^"]+)"/g)].map(([, id]) => id ?? '');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

test('what a killed poll had spooled from a bucket is gone after the next one', async () => {
  const bucket = await freshBucket();
  const place = makePlace({ ...bucket.env, HANDOFF_STORE: bucket.url });
  await otherClient(bucket).upload(largeBatch, `${INBOX}${LARGE}.json`);
  const spool = join(place.folder, 'handoff-data', 'spool', CONSUMER);
  const running = place.start('poll', '--once');
  await until('the spooled file', () => filesUnder(spool).some((name) => statSync(join(spool, name)).size > 0));
  running.child.kill('SIGKILL');
  await running.ended;
  expect(filesUnder(spool)).toHaveLength(1);
  expect(await place.json(0, 'poll', '--once')).toMatchObject({ ingested: 1, records: LEADS, archived: 1 });
  expect(filesUnder(spool)).toEqual([]);
});

test('a poll on a schedule works at its ticks and ends with 0 when it is asked to stop, also in the middle of a file', async () => {
  const place = placeWithLargeBatch();
  const running = place.start('poll', '--cron', '* * * * * *', '--json');
  await until('the first run', () => stateOf(place) === 'done');
  dropByHand(place, 'sxp_2026_01_11_002.json', smallBatch('sxp_2026_01_11_002'));
  await until('the next run', () => place.peek('select 1 from batch').length === 2);
  const path = inboxPath(place, `sxp_2026_01_11_003.json`);
  copyFileSync(largeBatch, path);
  ageFile(path);
  await until('the claim of the third', () => place.count("select count(*) from file where state = 'working'") === 1);
  running.child.kill('SIGTERM');
  expect(await running.ended).toMatchObject({ code: 0, stderr: '' });
  expect(place.count("select count(*) from file where state = 'working'")).toBe(0);
  expect(place.count('select count(*) from run_lease')).toBe(0);
  expect(place.count('select count(*) from run where finished_at is null')).toBe(0);
  await expectSoundLogs(place, CONSUMER);
});

test('a poll that watches takes a file that is dropped into the inbox, and ends with 0 when it is asked to stop', async () => {
  const place = makePlace();
  const running = place.start('poll', '--watch', '--json');
  await until('the first run', () => place.peek('select 1 from run where finished_at is not null').length > 0);
  // Young: it might still be growing, so it is looked at again before it is taken.
  dropByHand(place, 'sxp_2026_01_11_002.json', smallBatch('sxp_2026_01_11_002'), 0);
  await until('the dropped file', () => place.count("select count(*) from file where state = 'done'") === 1);
  await sleep(300);
  running.child.kill('SIGTERM');
  const { code, stdout, stderr } = await running.ended;
  expect([code, stderr]).toEqual([0, '']);
  const reports = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { ingested: number });
  expect(sum(reports.map(({ ingested }) => ingested))).toBe(1);
  expect(keysIn(place, INBOX)).toEqual([]);
});

function smallBatch(batchId: string): string {
  return [...envelopeText({ batchId, source: PRODUCER, target: CONSUMER }, 3)].join('');
}
