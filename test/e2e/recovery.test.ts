import { copyFileSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { envelopeText, leadText } from '../../fixtures/generate-leads.ts';
import { freshBucket } from '../support/gateway.ts';
import { leversEnvironment } from '../support/levers/levers.ts';
import { otherClient } from './other-client.ts';
import {
  ageFile, CONSUMER, dropByHand, expectSoundLogs, filesUnder, INBOX, inboxPath, keysIn, makePlace, type Place, PRODUCER, until, writeText,
} from './place.ts'; // prettier-ignore

// Processes that start one after another take their time on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

const ARCHIVE = `archive/${CONSUMER}/lead-batches/`;
const RECORDS = 20;
const HINT = 'handoff rebuild-ledger --from archive';

/** A place and what can be done to its archive behind the program's back. */
interface Scene {
  readonly place: Place;
  /** Names under the archive's prefix. */
  archived(): Promise<string[]>;
  damage(name: string): Promise<void>;
}

async function folderScene(): Promise<Scene> {
  const place = makePlace();
  const pathOf = (name: string): string => join(place.folder, 'handoff-data', 'bucket', ARCHIVE, name);
  return {
    place,
    archived: async () => keysIn(place, ARCHIVE),
    damage: async (name) => flipByte(pathOf(name), pathOf(name)),
  };
}

async function bucketScene(): Promise<Scene> {
  const bucket = await freshBucket();
  const place = makePlace({ ...bucket.env, HANDOFF_STORE: bucket.url });
  const client = otherClient(bucket);
  return {
    place,
    archived: () => client.list(ARCHIVE),
    damage: async (name) => {
      const copies = join(place.folder, 'copies');
      await client.download(ARCHIVE, copies);
      flipByte(join(copies, name), join(place.folder, 'hurt.json'));
      await client.upload(join(place.folder, 'hurt.json'), ARCHIVE + name);
    },
  };
}

/** Still a batch of the same size: one letter of a display name is another one. */
function flipByte(path: string, to: string): void {
  const bytes = readFileSync(path);
  const place = bytes.indexOf('"display_name":"') + '"display_name":"'.length;
  bytes[place] = bytes[place] === 0x4d ? 0x4e : 0x4d;
  writeFileSync(to, bytes);
}

async function exportBatches({ place }: Scene, name: string, batches: number, records = RECORDS): Promise<void> {
  await writeText(join(place.folder, name), leadText('ndjson', batches * records));
  await place.json(0, 'export', name, '--batch-size', String(records), '--again');
}

async function handOver(scene: Scene, name: string, batches: number): Promise<void> {
  await exportBatches(scene, name, batches);
  expect(await scene.place.json(0, 'poll', '--once')).toMatchObject({ ingested: batches, archived: batches });
}

function databaseFiles(place: Place): string[] {
  const folder = join(place.folder, 'handoff-data');
  return readdirSync(folder)
    .filter((name) => name.startsWith(`${CONSUMER}.db`))
    .map((name) => join(folder, name));
}

function loseDatabase(place: Place): void {
  for (const file of databaseFiles(place)) rmSync(file);
}

/** What was taken, without what no second taking can know: when, in which run, in which order. */
function contentsOf(place: Place): object[] {
  const batches = `select contract, batch_id, sha256, schema_version, revision, source, target, created_at, records, bytes,
    transport, key from batch order by batch_id`;
  return [...place.query(batches), ...place.query('select * from lead_card order by batch_id, position')];
}

async function expectRefused(place: Place): Promise<void> {
  const { code, stderr } = await place.run('poll', '--once');
  expect([code, stderr]).toEqual([78, expect.stringContaining(HINT)]);
}

describe.each([
  ['a folder', folderScene],
  ['a bucket', bucketScene],
] as const)('with %s', (_, makeScene) => {
  test('a lost database is rebuilt from the archive, and what comes again is known again', async () => {
    const scene = await makeScene();
    const { place } = scene;
    await handOver(scene, 'leads.ndjson', 5);
    const before = contentsOf(place);
    const archived = await scene.archived();
    loseDatabase(place);
    await expectRefused(place);
    const planned = await place.json(0, 'rebuild-ledger', '--from', 'archive', '--dry-run');
    expect(planned).toMatchObject({ archived: 5, known: 0, taken: 5, records: 5 * RECORDS, dry_run: true });
    await expectRefused(place);
    const report = await place.json(0, 'rebuild-ledger', '--from', 'archive');
    expect(report).toEqual({ ...planned, dry_run: false });
    expect(contentsOf(place)).toEqual(before);
    expect(await scene.archived()).toEqual(archived);

    const replayed = await place.json<{ replayed: object[] }>(0, 'replay', `${idOf(place)}`);
    expect(replayed.replayed).toMatchObject([{ batch_id: idOf(place), status: 'replayed' }]);
    expect(await place.json(0, 'poll', '--once')).toMatchObject({ listed: 1, ingested: 0, duplicates: 1, archived: 1 });
    expect(contentsOf(place)).toEqual(before);
    expect(await place.json(0, 'verify-archive')).toMatchObject({ ok: true, archived: 5, verified: 5, findings: [] });
    await expectSoundLogs(place, CONSUMER, PRODUCER);
  });

  test('after an old backup was restored only what it lacks is taken', async () => {
    const scene = await makeScene();
    const { place } = scene;
    await handOver(scene, 'first.ndjson', 3);
    const [database = ''] = databaseFiles(place);
    copyFileSync(database, join(place.folder, 'backup.db'));
    await handOver(scene, 'second.ndjson', 2);
    const before = contentsOf(place);
    loseDatabase(place);
    copyFileSync(join(place.folder, 'backup.db'), database);
    expect(await place.json(1, 'verify-archive')).toMatchObject({
      verified: 3,
      findings: [{ kind: 'unknown' }, { kind: 'unknown' }],
    });
    expect(await place.json(0, 'rebuild-ledger')).toMatchObject({ archived: 5, known: 3, taken: 2 });
    expect(contentsOf(place)).toEqual(before);
    expect(await place.json(0, 'poll', '--once')).toMatchObject({ listed: 0, ingested: 0 });
    expect(await place.json(0, 'verify-archive')).toMatchObject({ ok: true, verified: 5 });
    await expectSoundLogs(place, CONSUMER);
  });

  test('a damaged copy is found, and neither taken into the ledger nor put back into the inbox', async () => {
    const scene = await makeScene();
    const { place } = scene;
    await handOver(scene, 'leads.ndjson', 3);
    const [hurt = ''] = await scene.archived();
    const id = idOf(place);
    await scene.damage(hurt);
    const verdict = await place.json<{ findings: object[] }>(1, 'verify-archive');
    expect(verdict).toMatchObject({ ok: false, archived: 3, verified: 2, finding_count: 1 });
    expect(verdict.findings).toMatchObject([{ kind: 'damaged', key: ARCHIVE + hurt, batch_id: id }]);
    expect(await place.json(1, 'replay', id)).toMatchObject({
      replayed: [{ status: 'refused', code: 'CHECKSUM_MISMATCH' }],
    });
    loseDatabase(place);
    const report = await place.json(1, 'rebuild-ledger');
    expect(report).toMatchObject({ taken: 2, damaged: [{ key: ARCHIVE + hurt, code: 'CHECKSUM_MISMATCH' }] });
    expect(place.count('select count(*) from batch')).toBe(2);
    expect(await place.json(0, 'poll', '--once')).toMatchObject({ listed: 0 });
    await expectSoundLogs(place, CONSUMER);
  });

  test.each([
    ['after rebuild.started', 1],
    ['after handoff.attempted', 1],
    ['after open archive', 2],
    ['inserted into lead_card', 2],
    ['inside handoff.ingested', 1],
    ['after handoff.ingested', 1],
    ['inside rebuild.finished', 1],
  ] as const)('a rebuild killed %s (%i) is refused a poll and ends well when it is run again', async (point, nth) => {
    const scene = await makeScene();
    const { place } = scene;
    await handOver(scene, 'leads.ndjson', 3);
    const before = contentsOf(place);
    loseDatabase(place);
    const killed = await place.runWith(leversEnvironment({ kill: { point, nth } }), 'rebuild-ledger');
    expect(killed.signal).toBe('SIGKILL');
    await expectRefused(place);
    const report = await place.json<{ known: number; taken: number }>(0, 'rebuild-ledger');
    expect(report.known + report.taken).toBe(3);
    expect(contentsOf(place)).toEqual(before);
    expect(place.count('select count(*) from rebuild')).toBe(0);
    expect(await place.json(0, 'poll', '--once')).toMatchObject({ listed: 0 });
    await expectSoundLogs(place, CONSUMER);
  });
});

test('a batch above the spool limit comes back from a bucket whole, goes back there whole, and leaves no spool', async () => {
  const scene = await bucketScene();
  const { place } = scene;
  await exportBatches(scene, 'leads.ndjson', 1, 20_000);
  await place.json(0, 'poll', '--once');
  expect(place.count('select bytes from batch')).toBeGreaterThan(8 * 1024 * 1024);
  const before = contentsOf(place);
  loseDatabase(place);
  expect(await place.json(0, 'rebuild-ledger')).toMatchObject({ taken: 1, records: 20_000 });
  expect(contentsOf(place)).toEqual(before);
  expect(await place.json(0, 'replay', idOf(place))).toMatchObject({ replayed: [{ status: 'replayed' }] });
  expect(await place.json(0, 'replay', idOf(place))).toMatchObject({ replayed: [{ status: 'waiting' }] });
  expect(await place.json(0, 'poll', '--once')).toMatchObject({ duplicates: 1, archived: 1 });
  expect(await place.json(0, 'verify-archive')).toMatchObject({ ok: true, verified: 1 });
  expect(filesUnder(join(place.folder, 'handoff-data', 'spool'))).toEqual([]);
  await expectSoundLogs(place, CONSUMER);
});

/** The first batch of the ledger. */
function idOf(place: Place): string {
  return place.query<{ batch_id: string }>('select batch_id from batch order by batch_id limit 1')[0]?.batch_id ?? '';
}

test('a rebuild killed after its first transaction goes on behind what that one took', async () => {
  const scene = await folderScene();
  const { place } = scene;
  await exportBatches(scene, 'leads.ndjson', 130, 2);
  await place.json(0, 'poll', '--once');
  const before = contentsOf(place);
  loseDatabase(place);
  const kill = { point: 'after handoff.attempted', nth: 101 };
  expect((await place.runWith(leversEnvironment({ kill }), 'rebuild-ledger')).signal).toBe('SIGKILL');
  expect(place.count('select count(*) from batch')).toBe(100);
  expect(await place.json(0, 'rebuild-ledger')).toMatchObject({ archived: 130, known: 100, taken: 30 });
  expect(contentsOf(place)).toEqual(before);
  expect(place.count("select count(*) from audit_log where event = 'handoff.abandoned'")).toBe(30);
  await expectSoundLogs(place, CONSUMER);
});

describe('with a batch that takes its time', () => {
  const LARGE = 'sxp_2026_01_11_001';

  async function placeWithLargeBatch(): Promise<Place> {
    const place = makePlace();
    const input = join(place.folder, 'large.json');
    await writeText(input, envelopeText({ batchId: LARGE, source: PRODUCER, target: CONSUMER }, 40_000));
    ageFile(input);
    mkdirSync(dirname(inboxPath(place, 'x')), { recursive: true });
    linkSync(input, inboxPath(place, `${LARGE}.json`));
    return place;
  }

  test('a rebuild does not begin while somebody polls', async () => {
    const place = await placeWithLargeBatch();
    const polling = place.start('poll', '--once');
    await until('the claim', () => place.peek<{ state: string }>('select state from file')[0]?.state === 'working');
    polling.child.kill('SIGSTOP');
    const { code, stderr } = await place.run('rebuild-ledger');
    polling.child.kill('SIGCONT');
    expect([code, stderr]).toEqual([75, expect.stringContaining('a poll is under way')]);
    expect((await polling.ended).code).toBe(0);
    expect(await place.json(0, 'rebuild-ledger')).toMatchObject({ archived: 1, known: 1 });
  });

  test('while a rebuild works, polls are refused and a second rebuild says that it is being done', async () => {
    const place = await placeWithLargeBatch();
    await place.json(0, 'poll', '--once');
    loseDatabase(place);
    const rebuilding = place.start('rebuild-ledger', '--json');
    await until('the row', () => place.peek('select 1 from rebuild').length === 1);
    rebuilding.child.kill('SIGSTOP');
    await expectRefused(place);
    expect(await place.json(0, 'rebuild-ledger')).toMatchObject({ already_running: true, taken: 0 });
    rebuilding.child.kill('SIGCONT');
    const { code, stdout } = await rebuilding.ended;
    expect([code, JSON.parse(stdout)]).toMatchObject([0, { taken: 1, records: 40_000 }]);
    await expectSoundLogs(place, CONSUMER);
  });

  test('a rebuild that is asked to stop ends with 75, undoes what it had begun, and is finished by the next one', async () => {
    const place = await placeWithLargeBatch();
    await place.json(0, 'poll', '--once');
    loseDatabase(place);
    const rebuilding = place.start('rebuild-ledger');
    await until('the row', () => place.peek("select 1 from audit_log where event = 'handoff.attempted'").length === 1);
    rebuilding.child.kill('SIGTERM');
    expect((await rebuilding.ended).code).toBe(75);
    expect(place.count('select count(*) from lead_card')).toBe(0);
    await expectSoundLogs(place, CONSUMER);
    await expectRefused(place);
    expect(await place.json(0, 'rebuild-ledger')).toMatchObject({ taken: 1, records: 40_000 });
    await expectSoundLogs(place, CONSUMER);
  });
});

test('a range of days is replayed, and every batch of it is a duplicate', async () => {
  const scene = await folderScene();
  const { place } = scene;
  await handOver(scene, 'leads.ndjson', 4);
  const day = 24 * 60 * 60_000;
  const [from, to] = [Date.now() - day, Date.now() + day].map((ms) => new Date(ms).toISOString().slice(0, 10));
  const range = ['--from-archive', `${from}..${to}`];
  expect(await place.json(0, 'replay', ...range, '--dry-run')).toMatchObject({ count: 4, dry_run: true });
  expect(keysIn(place, INBOX)).toEqual([]);
  expect(await place.json(0, 'replay', ...range)).toMatchObject({ count: 4, refused: 0 });
  expect(await place.json(0, 'poll', '--once')).toMatchObject({ listed: 4, duplicates: 4, ingested: 0 });
  await expectSoundLogs(place, CONSUMER);
});

test('replay says what is wrong with its call', async () => {
  const { place } = await folderScene();
  expect((await place.run('replay')).code).toBe(2);
  expect((await place.run('replay', 'x', '--from-archive', '2026-01-11')).code).toBe(2);
  expect((await place.run('replay', '--from-archive', 'last week')).code).toBe(2);
  const { code, stderr } = await place.run('replay', 'sxp_2026_01_11_001');
  expect([code, stderr]).toEqual([1, expect.stringContaining('handoff explain')]);
});

test('copies that are gone are missing', async () => {
  const scene = await folderScene();
  const { place } = scene;
  await handOver(scene, 'leads.ndjson', 3);
  const [gone = ''] = await scene.archived();
  rmSync(join(place.folder, 'handoff-data', 'bucket', ARCHIVE, gone));
  const verdict = await place.json(1, 'verify-archive');
  expect(verdict).toMatchObject({
    ok: false,
    archived: 2,
    verified: 2,
    findings: [{ kind: 'missing', batch_id: idOf(place) }],
  });
});

describe('with a file in quarantine', () => {
  const ID = 'sxp_2026_01_11_001';

  async function placeWithRefusal(): Promise<Place> {
    const place = makePlace();
    const good = [...envelopeText({ batchId: ID, source: PRODUCER, target: CONSUMER }, 3)].join('');
    dropByHand(place, `${ID}.json`, good.replace('"tribe":"', '"tribe":"no such '));
    expect(await place.json(1, 'poll', '--once')).toMatchObject({ quarantined: 1 });
    return place;
  }

  test.each(['after put inbox', 'inside operator.released', 'after operator.released'])(
    'a release killed %s is made good by the same command, and the file is judged anew once',
    async (point) => {
      const place = await placeWithRefusal();
      const killed = await place.runWith(leversEnvironment({ kill: { point, nth: 1 } }), 'quarantine', 'release', ID);
      expect(killed.signal).toBe('SIGKILL');
      expect(keysIn(place, INBOX)).toEqual([`${ID}.json`]);
      const { code } = await place.run('quarantine', 'release', ID);
      expect(code).toBe(point === 'after operator.released' ? 2 : 0);
      expect(place.count("select count(*) from audit_log where event = 'operator.released'")).toBe(1);
      expect(await place.json(1, 'poll', '--once')).toMatchObject({ listed: 1, quarantined: 1 });
      await expectSoundLogs(place, CONSUMER);
    },
  );

  test.each([
    ['before remove quarantine', 1],
    ['after remove reason', 1],
    ['after remove quarantine', 1],
    ['inside operator.discarded', 1],
  ] as const)('a discard killed %s leaves the entry listed, and the same command ends it', async (point, nth) => {
    const place = await placeWithRefusal();
    const killed = await place.runWith(leversEnvironment({ kill: { point, nth } }), 'quarantine', 'discard', ID);
    expect(killed.signal).toBe('SIGKILL');
    expect(await place.json(0, 'quarantine', 'ls')).toMatchObject({ files: [{ batch_id: ID }] });
    await place.json(0, 'quarantine', 'discard', ID);
    expect(keysIn(place, 'quarantine')).toEqual([]);
    expect(await place.json(0, 'quarantine', 'ls')).toMatchObject({ files: [] });
    expect(place.count("select count(*) from audit_log where event = 'operator.discarded'")).toBe(1);
    await expectSoundLogs(place, CONSUMER);
  });
});
