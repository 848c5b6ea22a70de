import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { generateLead } from '../../fixtures/generate-leads.ts';
import { freshBucket } from '../support/gateway.ts';
import { BAD_BATCHES, goodBatch } from './bad-batches.ts';
import { type OtherClient, otherClient } from './other-client.ts';
import {
  CONSUMER,
  dropByHand,
  expectSoundLogs,
  filesUnder,
  INBOX,
  keysIn,
  makePlace,
  type Place,
  PRODUCER,
} from './place.ts';

// Processes that start one after another take their time on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

const QUARANTINE = `quarantine/${CONSUMER}/lead-batches/`;
/** What does not concern an export: the file's name is not the id's business there. */
const INBOX_ONLY = new Set(['NAME_MISMATCH']);

interface Named {
  readonly file: string;
  readonly code: string;
}

/** Every bad batch as a file of its own in a folder of the place. */
function writeBadBatches(folder: string, batches = BAD_BATCHES): Named[] {
  mkdirSync(folder, { recursive: true });
  return batches.map(({ code, bytes, name }, index) => {
    const id = `bad_2026_01_11_${String(index + 1).padStart(3, '0')}`;
    const file = `${name?.(id) ?? id}.json`;
    writeFileSync(join(folder, file), bytes(id));
    return { file, code };
  });
}

async function makeBucketPlace(): Promise<{ place: Place; client: OtherClient }> {
  const bucket = await freshBucket();
  return { place: makePlace({ ...bucket.env, HANDOFF_STORE: bucket.url }), client: otherClient(bucket) };
}

test('every kind of bad file is quarantined under its code, the good one among them is ingested, nothing is half-written', async () => {
  const { place, client } = await makeBucketPlace();
  const folder = join(place.folder, 'bad');
  const bad = writeBadBatches(folder);
  const forged = 'bad_2026_01_11_998.json';
  const good = 'good_2026_01_11_001.json';
  writeFileSync(join(folder, good), goodBatch('good_2026_01_11_001'));
  await client.uploadAll(folder, INBOX);
  writeFileSync(join(place.folder, forged), goodBatch('bad_2026_01_11_998'));
  await client.upload(
    join(place.folder, forged),
    INBOX + forged,
    '--header-upload',
    `X-Amz-Meta-Sha256: ${'a'.repeat(64)}`,
  );
  const expected = [...bad, { file: forged, code: 'CHECKSUM_MISMATCH' }];

  const report = await place.json(1, 'poll', '--once', '--no-breaker');
  expect(report).toMatchObject({
    listed: expected.length + 1,
    ingested: 1,
    quarantined: expected.length,
    records: 3,
    retried: 0,
  });
  const { files } = await place.json<{ files: { key: string; code: string }[] }>(0, 'quarantine', 'ls');
  expect(files.map(({ key, code }) => `${key.slice(INBOX.length)} ${code}`).toSorted()).toEqual(
    expected.map(({ file, code }) => `${file} ${code}`).toSorted(),
  );
  expect(await client.list(INBOX)).toEqual([]);
  expect(await client.list(QUARANTINE)).toHaveLength(2 * expected.length);
  expect(await client.list(`archive/${CONSUMER}/lead-batches/`)).toHaveLength(1);
  expect(place.query('select batch_id from batch')).toEqual([{ batch_id: 'good_2026_01_11_001' }]);
  expect(place.query('select distinct batch_id from lead_card')).toEqual([{ batch_id: 'good_2026_01_11_001' }]);
  expect(await place.json(0, 'poll', '--once')).toMatchObject({ listed: 0, quarantined: 0 });
  await expectSoundLogs(place, CONSUMER);
});

test('a newer version is held and another target is skipped; both stay where they are, run after run', async () => {
  const { place, client } = await makeBucketPlace();
  const put = async (id: string, change: Readonly<Record<string, unknown>>): Promise<void> => {
    const path = join(place.folder, id);
    writeFileSync(path, goodBatch(id, change));
    await client.upload(path, `${INBOX}${id}.json`);
  };
  await put('skip_2026_01_11_001', { target: 'outreach-global' });
  expect(await place.json(0, 'poll', '--once')).toMatchObject({ listed: 1, skipped: 1, held: 0, quarantined: 0 });
  await put('held_2026_01_11_001', { schema_version: 'v2' });
  for (let run = 1; run <= 2; run += 1) {
    expect(await place.json(1, 'poll', '--once')).toMatchObject({ listed: 2, skipped: 1, held: 1, quarantined: 0 });
  }
  expect(await client.list(INBOX)).toEqual(['held_2026_01_11_001.json', 'skip_2026_01_11_001.json']);
  expect(place.query('select state, code from file order by key')).toEqual([
    { state: 'held', code: 'VERSION_NEWER' },
    { state: 'skipped', code: 'OTHER_TARGET' },
  ]);
  expect(await client.list(QUARANTINE)).toEqual([]);
});

test('one bad file is enough for exit 1, and five in a row for nothing to move', async () => {
  const place = makePlace();
  dropByHand(place, 'bad_2026_01_11_001.json', goodBatch('bad_2026_01_11_001', { schema_version: 'v0' }));
  expect(await place.json(1, 'poll', '--once')).toMatchObject({ quarantined: 1, breaker: null });
  for (let n = 2; n <= 7; n += 1) dropByHand(place, `bad_2026_01_11_00${n}.json`, goodBatch('x', {}));
  expect(await place.json(1, 'poll', '--once')).toMatchObject({ quarantined: 0, breaker: 'BATCH_ID_INVALID' });
  expect(keysIn(place, INBOX)).toHaveLength(6);
  expect(await place.json(1, 'poll', '--once', '--no-breaker')).toMatchObject({ quarantined: 6, breaker: null });
  expect(keysIn(place, INBOX)).toEqual([]);
});

test('every kind of bad envelope is refused by the export under its code, and nothing of it is published or kept', async () => {
  const place = makePlace();
  const folder = join(place.folder, 'bad');
  const bad = writeBadBatches(
    folder,
    BAD_BATCHES.filter(({ code }) => !INBOX_ONLY.has(code)),
  );
  const inputs = bad.map(({ file }) => join('bad', file));
  const report = await place.json<{ batches: { input: string; status: string; code: string }[] }>(
    1,
    'export',
    ...inputs,
  );
  expect(report.batches.map(({ input, status, code }) => `${input} ${status} ${code}`)).toEqual(
    bad.map(({ file, code }) => `bad/${file} refused ${code}`),
  );
  expect(keysIn(place, '')).toEqual([]);
  expect(filesUnder(join(place.folder, 'handoff-data', 'spool'))).toEqual([]);
  expect(filesUnder(folder)).toHaveLength(bad.length);
  await expectSoundLogs(place, PRODUCER);
});

test('bad records are set aside with line and code, the good ones are published, exit 1', async () => {
  const place = makePlace();
  const good = JSON.stringify(generateLead(1));
  const bad: [line: string, code: string][] = [
    [changed({ source_platform: 'tiktok | threads | x' }), 'SCHEMA_INVALID'],
    [changed({ confidence_score: '0.5' }), 'SCHEMA_INVALID'],
    [changed({ campaign_id: 'c' }), 'BOUNDARY_VIOLATION'],
    [changed({ lead_id: '../../etc/passwd' }), 'SCHEMA_INVALID'],
    [changed({}).replace('{', '{"__proto__":{},'), 'SCHEMA_INVALID'],
    [changed({}).replace('{', '{"lead_id":"a",'), 'DUPLICATE_KEY'],
    [changed({}).replace(/"confidence_score":[\d.]+/, '"confidence_score":NaN'), 'JSON_INVALID'],
    [changed({}).replace(/"confidence_score":[\d.]+/, '"confidence_score":1e400'), 'NUMBER_OUT_OF_RANGE'],
    [changed({}).replace('"username":"', '"username":"\\ud800'), 'LONE_SURROGATE'],
    [good, 'DUPLICATE_LEAD_ID'],
  ];
  const input = join(place.folder, 'leads.ndjson');
  writeFileSync(input, `${[good, ...bad.map(([line]) => line)].join('\n')}\n`);
  const report = await place.json<{ batches: object[]; rejected: { count: number; file: string } }>(1, 'export', input);
  expect(report.batches).toMatchObject([{ records: 1, status: 'published' }]);
  expect(report.rejected.count).toBe(bad.length);
  const rejects = readFileSync(report.rejected.file, 'utf8').trim().split('\n');
  const seen = rejects.map((line) => JSON.parse(line) as { line: number; problems: { code: string }[] });
  expect(seen.map(({ line, problems }) => [line, problems[0]?.code])).toEqual(
    bad.map(([, code], index) => [index + 2, code]),
  );
  const stopped = await place.run('export', input, '--again', '--on-bad-record', 'stop', '--json');
  expect(stopped.code).toBe(1);
  expect(keysIn(place, INBOX)).toHaveLength(1);
});

function changed(change: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ ...generateLead(2), ...change });
}

/** A name that climbs, wherever a name can stand: the arguments, the exit code, and what stands in the surroundings. */
interface Climb {
  readonly args: readonly string[];
  readonly exitCode: 2 | 78;
  readonly env?: Readonly<Record<string, string>>;
  readonly config?: object;
}

const LEADS = 'leads.ndjson';

const CLIMBS: readonly Climb[] = [
  { args: ['poll', '--system', '../x'], exitCode: 2 },
  { args: ['status', '--system', '../x'], exitCode: 2 },
  { args: ['export', LEADS, '--system', '../x'], exitCode: 2 },
  { args: ['poll'], exitCode: 2, env: { HANDOFF_SYSTEM: '../x' } },
  { args: ['export', LEADS, '--target', '../x'], exitCode: 2 },
  { args: ['export', LEADS, '--contract', '../x'], exitCode: 2 },
  { args: ['export', LEADS, '--via', '../x'], exitCode: 2 },
  { args: ['export', LEADS, '--batch-size', '../x'], exitCode: 2 },
  { args: ['export', '../x'], exitCode: 2 },
  { args: ['export', '../*.ndjson'], exitCode: 2 },
  { args: ['poll', '--worker', '../x'], exitCode: 2 },
  { args: ['poll', '--cron', '../x'], exitCode: 2 },
  { args: ['poll', '--limit', '../x'], exitCode: 2 },
  { args: ['poll', '--store', 's3://bucket/../x'], exitCode: 78 },
  { args: ['poll', '--store', 's3://bucket/a/%2e%2e/x'], exitCode: 78 },
  { args: ['poll', '--store', 's3://../x'], exitCode: 78 },
  { args: ['poll'], exitCode: 78, env: { HANDOFF_STORE: 's3://bucket/../x' } },
  { args: ['poll', '--database', '../x'], exitCode: 78 },
  { args: ['poll', '--config', '../x'], exitCode: 78 },
  { args: ['poll'], exitCode: 78, config: { system: '../x' } },
  { args: ['poll'], exitCode: 78, config: { store: 's3://bucket/../x' } },
  { args: ['poll'], exitCode: 78, config: { contracts: { 'lead-card-batch': { prefix: '../x' } } } },
  { args: ['export', LEADS], exitCode: 78, config: { contracts: { 'lead-card-batch': { source: '../x' } } } },
  { args: ['export', LEADS], exitCode: 78, config: { contracts: { 'lead-card-batch': { targets: ['../x'] } } } },
  { args: ['poll'], exitCode: 78, config: { contracts: { '../x': { prefix: 'x' } } } },
  { args: ['explain', '../x'], exitCode: 2 },
  { args: ['quarantine', 'show', '../x'], exitCode: 2 },
  { args: ['quarantine', 'release', '../x'], exitCode: 2 },
  { args: ['quarantine', 'discard', '../x'], exitCode: 2 },
  { args: ['contract', 'show', '../x'], exitCode: 2 },
  { args: ['contract', 'validate', '../x'], exitCode: 2 },
  { args: ['completion', '../x'], exitCode: 2 },
];

test('../ in every place where a name can stand is refused with a clear word, and nothing is written outside', async () => {
  const place = makePlace();
  writeFileSync(join(place.folder, LEADS), `${JSON.stringify(generateLead(1))}\n`);
  await place.json(0, 'poll', '--once');
  const said = await inTurns(CLIMBS, 4, async ({ args, exitCode, env = {}, config }, index) => {
    const named = config === undefined ? {} : { HANDOFF_CONFIG: writeConfig(place, index, config) };
    const { code, stderr } = await place.runWith({ ...env, ...named }, ...args);
    const clear = /^(?:handoff: could not|error:) /.test(stderr) && !/\n\s+at /.test(stderr);
    return { args, exitCode: code, clear, expected: exitCode, stderr };
  });
  const wrong = said.filter(({ exitCode, expected, clear }) => exitCode !== expected || !clear);
  expect(wrong).toEqual([]);
  expect(filesUnder(join(place.folder, '..')).filter((name) => !name.startsWith('here/'))).toEqual([]);
  expect(keysIn(place, '')).toEqual([]);
});

function writeConfig(place: Place, index: number, config: object): string {
  const path = join(place.folder, `config-${index}.json`);
  writeFileSync(path, JSON.stringify(config));
  return path;
}

/** In order, so many at a time. */
async function inTurns<T, R>(
  items: readonly T[],
  atOnce: number,
  fn: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += atOnce) {
    const turn = items.slice(start, start + atOnce);
    results.push(...(await Promise.all(turn.map((item, offset) => fn(item, start + offset)))));
  }
  return results;
}
