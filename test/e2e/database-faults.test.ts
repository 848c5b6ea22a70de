import { copyFileSync, openSync, closeSync, writeFileSync, writeSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { envelopeText } from '../../fixtures/generate-leads.ts';
import { openDatabase } from '../../src/database/index.ts';
import { type ObjectStore, openStore, payloadOf } from '../../src/objectstore/index.ts';
import { runPoll } from '../../src/poller/index.ts';
import { thisProcess } from '../../src/base/process-identity.ts';
import { envelope, makeWorld, ROUTES } from '../poller/world.ts';
import { freshBucket } from '../support/gateway.ts';
import {
  EXIT,
  expectNobodyBlamed,
  expectStopped,
  expectTakenOnce,
  fillInbox,
  inboxOf,
  LATER,
  makeConsumer,
  mountTinyDisk,
} from './database-faults-ground.ts';
import { CONSUMER, filesUnder, INBOX, makePlace, type Place, PRODUCER } from './place.ts';

// Processes that start one after another take their time on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

const PAGE_BYTES = 16_384;
const REQUEST = { routes: ROUTES, worker: 'default', identity: thisProcess(), limit: 10, breaker: true };
const signal = new AbortController().signal;

function databaseOf(place: Place): string {
  return join(place.folder, 'handoff-data', `${CONSUMER}.db`);
}

/** The write lock, as another program takes it. */
function lock(path: string): { release(): void } {
  const connection = new Sqlite(path);
  connection.exec('begin immediate');
  let held = true;
  const release = (): void => {
    if (held) connection.exec('rollback').close();
    held = false;
  };
  onTestFinished(release);
  return { release };
}

test('a database that stays locked ends the run as a passing error; nothing has moved, and the next run takes all', async () => {
  const world = await makeWorld();
  await world.put('sxp_2026_01_11_001.json', JSON.stringify(envelope()));
  const path = join(world.folder, 'platform.db');
  const database = await openDatabase(`sqlite:${path}`, { busyTimeoutMs: 300 });
  onTestFinished(() => database.close());
  const locked = lock(path);
  await expect(runPoll({ ...world.deps, database }, REQUEST)).rejects.toMatchObject({ code: 'busy' });
  expect(await world.keys('exports/')).toHaveLength(1);
  expect(await world.count('select count(*) from file')).toBe(0);
  locked.release();
  expect(await runPoll({ ...world.deps, database }, REQUEST)).toMatchObject({ ingested: 1, archived: 1 });
});

test('a lock that is taken in the middle of a run and kept ends it too; the claimed file is taken once its lease is over', async () => {
  let shiftMs = 0;
  const world = await makeWorld({ clock: { now: () => Date.now() + shiftMs } });
  await world.put('sxp_2026_01_11_001.json', JSON.stringify(envelope()));
  const path = join(world.folder, 'platform.db');
  const database = await openDatabase(`sqlite:${path}`, { busyTimeoutMs: 300 });
  onTestFinished(() => database.close());
  const locks: { release(): void }[] = [];
  const store = atFirstOpen(world.store, () => locks.push(lock(path)));
  await expect(runPoll({ ...world.deps, database, store }, REQUEST)).rejects.toMatchObject({ code: 'busy' });
  expect(locks).toHaveLength(1);
  locks[0]?.release();
  expect(await world.database.query('select state, failures from file')).toEqual([{ state: 'working', failures: 0 }]);
  expect(await world.keys('exports/')).toHaveLength(1);
  shiftMs = 11 * 60_000;
  expect(await runPoll({ ...world.deps, database }, REQUEST)).toMatchObject({
    ingested: 1,
    archived: 1,
    quarantined: 0,
  });
  await world.auditEvents();
});

/** The same store, and something happens when it is first asked for bytes. */
function atFirstOpen(store: ObjectStore, happen: () => void): ObjectStore {
  let opened = false;
  return new Proxy(store, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (name === 'open' && !opened) {
        opened = true;
        happen();
      }
      return typeof member === 'function' ? (member.bind(target) as unknown) : member;
    },
  });
}

test('a lock of three seconds is waited for', async () => {
  const consumer = makeConsumer();
  await fillInbox(consumer, 3);
  await consumer.place.run('poll', '--once', '--limit', '1');
  const locked = lock(databaseOf(consumer.place));
  const running = consumer.poll();
  await sleep(3_000);
  locked.release();
  expect((await running).code).toBe(EXIT.ok);
  await expectTakenOnce(consumer, 3);
});

test('a disk that fills up in the middle of a run ends it; what is committed stays, the rest is taken when there is room', async () => {
  const consumer = makeConsumer();
  const { place } = consumer;
  const records = 3_000;
  await fillInbox(consumer, records);
  const disk = mountTinyDisk(join(place.folder, 'handoff-data'), 'size=6m');
  expect(await place.json(0, 'poll', '--once', '--limit', '1')).toMatchObject({ ingested: 1 });
  // More often than a file may kill its worker before it is set aside.
  for (let run = 0; run < 4; run += 1) {
    expectStopped(await consumer.poll(LATER), 'disk');
    const taken = place.count('select count(*) from batch');
    expect(taken).toBeLessThan(consumer.ids.length);
    expect(place.count('select count(*) from lead_card')).toBe(taken * records);
    expect(inboxOf(consumer).length).toBeGreaterThanOrEqual(consumer.ids.length - taken);
    expectNobodyBlamed(consumer);
  }
  disk.remount('size=64m');
  expect((await consumer.poll(LATER)).code).toBe(EXIT.ok);
  await expectTakenOnce(consumer, records);
});

test('a disk without a byte left ends the run before anything is claimed', async () => {
  const consumer = makeConsumer();
  await fillInbox(consumer, 3);
  const disk = mountTinyDisk(join(consumer.place.folder, 'handoff-data'), 'size=8m');
  await consumer.place.run('poll', '--once', '--limit', '1');
  disk.fill();
  for (let run = 0; run < 4; run += 1) expectStopped(await consumer.poll(LATER), 'disk');
  expect(inboxOf(consumer)).toHaveLength(3);
  disk.empty();
  expect((await consumer.poll(LATER)).code).toBe(EXIT.ok);
  await expectTakenOnce(consumer, 3);
});

test('a database on a file system that became read-only ends the run, and all is taken when it can be written again', async () => {
  const consumer = makeConsumer();
  await fillInbox(consumer, 3);
  const disk = mountTinyDisk(join(consumer.place.folder, 'handoff-data'), 'size=8m');
  await consumer.place.run('poll', '--once', '--limit', '1');
  disk.remount('ro');
  expectStopped(await consumer.poll(), 'writable');
  expect(inboxOf(consumer)).toHaveLength(3);
  disk.remount('rw');
  expect((await consumer.poll()).code).toBe(EXIT.ok);
  await expectTakenOnce(consumer, 3);
});

/** Overwrites the first page of a table. */
function corrupt(path: string, table: string): void {
  const connection = new Sqlite(path, { readonly: true });
  const root = connection.prepare('select rootpage from sqlite_master where name = ?').pluck().get(table) as number;
  connection.close();
  expect(statSync(path).size).toBeGreaterThanOrEqual(root * PAGE_BYTES);
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(PAGE_BYTES, 0xab), 0, PAGE_BYTES, (root - 1) * PAGE_BYTES);
  closeSync(file);
}

test.each(['file', 'batch', 'lead_card', 'audit_log', 'run'])(
  'a damaged page of the table %s ends the run and touches nothing; with the backup all is taken',
  async (table) => {
    const consumer = makeConsumer();
    await fillInbox(consumer, 3);
    await consumer.place.run('poll', '--once', '--limit', '1');
    const path = databaseOf(consumer.place);
    const backup = join(consumer.place.folder, 'backup.db');
    copyFileSync(path, backup);
    corrupt(path, table);
    for (let run = 0; run < 2; run += 1) expectStopped(await consumer.poll(LATER), 'backup');
    expect(inboxOf(consumer)).toHaveLength(3);
    expect(filesUnder(join(consumer.bucket, 'quarantine'))).toEqual([]);
    copyFileSync(backup, path);
    expect((await consumer.poll(LATER)).code).toBe(EXIT.ok);
    await expectTakenOnce(consumer, 3);
  },
);

test('a spool that fills up makes the large file wait and ends the run; the small ones are taken', async () => {
  const bucket = await freshBucket();
  const place = makePlace({ ...bucket.env, HANDOFF_STORE: bucket.url });
  const store = await openStore(bucket.url);
  onTestFinished(() => store.close());
  const large = 'sxp_2026_01_11_001';
  for (const [id, records] of [
    [large, 20_000],
    ['sxp_2026_01_11_002', 3],
  ] as const) {
    const text = [...envelopeText({ batchId: id, source: PRODUCER, target: CONSUMER }, records)].join('');
    await store.putIfAbsent(`${INBOX}${id}.json`, payloadOf(Buffer.from(text)), {}, signal);
  }
  const disk = mountTinyDisk(join(place.folder, 'spool'), 'size=4m');
  writeFileSync(join(place.folder, 'handoff.config.json'), JSON.stringify({ spool: './spool' }));
  expectStopped(await place.run('poll', '--once', '--json'), 'spool');
  expect(filesUnder(disk.folder)).toEqual([]);
  expect(place.query('select batch_id from batch')).toEqual([{ batch_id: 'sxp_2026_01_11_002' }]);
  expect(place.query(`select state, failures, crashes from file where state <> 'done'`)).toEqual([
    { state: 'retry_wait', failures: 0, crashes: 0 },
  ]);
  disk.remount('size=64m');
  const later = await place.runWith(LATER, 'poll', '--once', '--json');
  expect(JSON.parse(later.stdout)).toMatchObject({ ingested: 1, records: 20_000, archived: 1 });
});

test.each([
  ['room', (disk: ReturnType<typeof mountTinyDisk>) => disk.fill()],
  ['a free name', (disk: ReturnType<typeof mountTinyDisk>) => disk.fillNames()],
])('a bucket on a disk without %s keeps the inbox until the archive can be written', async (_, exhaust) => {
  const consumer = makeConsumer();
  const disk = mountTinyDisk(consumer.bucket, 'size=4m,nr_inodes=200');
  await fillInbox(consumer, 3);
  exhaust(disk);
  for (let run = 0; run < 4; run += 1) {
    expectStopped(await consumer.poll(LATER), 'room');
    expect(inboxOf(consumer)).toHaveLength(4);
    expectNobodyBlamed(consumer);
  }
  disk.empty();
  expect((await consumer.poll(LATER)).code).toBe(EXIT.ok);
  await expectTakenOnce(consumer, 3);
});
