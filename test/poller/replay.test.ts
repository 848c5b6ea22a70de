import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { replayBatch, replayDays, type ReplayReport } from '../../src/poller/index.ts';
import { dropByHand, envelope, INBOX, lead, makeWorld, ROUTES, sha256, type World } from './world.ts';
import {
  archivePath, bucketOf, contentsOf, flipByte, idsOf, makeArchive, putBatch, rebuild, withoutMemory, writeArchive,
} from './lost-memory.ts'; // prettier-ignore

const [FIRST = '', SECOND = ''] = idsOf(2);
const REQUEST = { routes: ROUTES, dryRun: false, actor: 'operator:test' };
const DAY_MS = 24 * 60 * 60_000;

function replay(world: World, batchId: string): Promise<ReplayReport> {
  return replayBatch(world.deps, REQUEST, batchId);
}

test('a replayed batch is back in the inbox, and the next poll finds it a duplicate', async () => {
  const world = await makeArchive([FIRST]);
  const contents = await contentsOf(world);
  const [from] = await world.keys('archive/');
  const report = await replay(world, FIRST);
  expect(report).toEqual({
    replayed: [{ batch_id: FIRST, key: `${INBOX}${FIRST}.json`, from, status: 'replayed' }],
    count: 1,
    refused: 0,
    dry_run: false,
  });
  expect(await world.keys('archive/')).toEqual([from]);
  expect(await world.poll()).toMatchObject({ listed: 1, duplicates: 1, ingested: 0, archived: 1 });
  expect(await contentsOf(world)).toEqual(contents);
  expect(await world.auditEvents()).toContain('operator.replayed');
});

test('a batch that the ledger lacks is found by its name in the archive, and ingested anew', async () => {
  const before = await makeArchive(idsOf(2));
  const sidecar = (await archivePath(before, FIRST)).replace('/archive/', '/.meta/archive/');
  writeFileSync(sidecar, '{');
  const world = await withoutMemory(before);
  expect(await rebuild(world)).toMatchObject({ taken: 1, damaged_count: 1 });
  rmSync(sidecar);
  expect(await replay(world, FIRST)).toMatchObject({ count: 1, refused: 0, replayed: [{ status: 'replayed' }] });
  expect(await world.poll()).toMatchObject({ ingested: 1, duplicates: 0 });
  expect(await contentsOf(world)).toEqual(await contentsOf(before));
});

test('a copy of other bytes than those that the ledger took is refused', async () => {
  const world = await makeArchive([FIRST]);
  rmSync(await archivePath(world, FIRST));
  writeArchive(world, [FIRST]);
  expect(await replay(world, FIRST)).toMatchObject({ refused: 1, replayed: [{ code: 'BATCH_ID_REUSED' }] });
  expect(await world.keys('exports/')).toEqual([]);
});

test('what the producer said of a batch goes back with it, our own hash does not', async () => {
  const world = await makeWorld();
  const body = JSON.stringify(envelope());
  await world.put(`${FIRST}.json`, body, { sha256: sha256(body), revision: '1.0.0', 'batch-id': FIRST });
  await world.poll();
  await replay(world, FIRST);
  const head = await world.store.head(`${INBOX}${FIRST}.json`, world.deps.signal);
  expect(head?.metadata).toEqual({ revision: '1.0.0', 'batch-id': FIRST });
});

test('a replay that was made before is waiting, and says so without another copy', async () => {
  const world = await makeArchive([FIRST]);
  await replay(world, FIRST);
  expect(await replay(world, FIRST)).toMatchObject({ count: 1, refused: 0, replayed: [{ status: 'waiting' }] });
  expect(await world.keys('exports/')).toHaveLength(1);
});

test('an inbox that holds other bytes under the name keeps them, and the replay is refused', async () => {
  const world = await makeArchive([FIRST]);
  const other = JSON.stringify(envelope({ records: [lead(9)] }));
  await dropByHand(world, `${FIRST}.json`, other);
  expect(await replay(world, FIRST)).toMatchObject({
    refused: 1,
    replayed: [{ status: 'refused', code: 'BATCH_ID_REUSED' }],
  });
  expect(await world.poll()).toMatchObject({ quarantined: 1 });
});

test.each([
  ['whose bytes were hurt', 'CHECKSUM_MISMATCH', (path: string) => flipByte(path)],
  [
    'whose metadata cannot be read',
    'corrupt',
    (path: string) => writeFileSync(path.replace('/archive/', '/.meta/archive/'), '{'),
  ],
] as const)('a copy %s is refused, %s, and nothing of it comes into the inbox', async (_, code, hurt) => {
  const world = await makeArchive([FIRST]);
  hurt(await archivePath(world, FIRST));
  expect(await replay(world, FIRST)).toMatchObject({ refused: 1, replayed: [{ status: 'refused', code }] });
  expect(await world.keys('exports/')).toEqual([]);
  expect(await world.auditEvents()).not.toContain('operator.replayed');
});

test('copies of other bytes under one id are named, and none of them is replayed', async () => {
  const before = await makeArchive([FIRST]);
  const body = JSON.stringify(envelope({ records: [lead(50)] }));
  const path = await archivePath(before, FIRST);
  writeFileSync(path.replace(/[.][0-9a-f]{16}[.]json$/, `.${sha256(body).slice(0, 16)}.json`), body);
  const world = await withoutMemory(before);
  const report = await replay(world, FIRST);
  expect(report).toMatchObject({ count: 2, refused: 2 });
  expect(report.replayed.map(({ from }) => from)).toEqual(await world.keys('archive/'));
  expect(await world.keys('exports/')).toEqual([]);
});

test('a batch that the archive lacks is not found', async () => {
  const world = await makeArchive([FIRST]);
  await expect(replay(world, SECOND)).rejects.toMatchObject({ code: 'not_found' });
});

test('a dry run says which, and writes nothing', async () => {
  const world = await makeArchive([FIRST]);
  const events = await world.auditEvents();
  const report = await replayBatch(world.deps, { ...REQUEST, dryRun: true }, FIRST);
  expect(report).toMatchObject({ dry_run: true, replayed: [{ status: 'replayed' }] });
  expect(await world.keys('exports/')).toEqual([]);
  expect(await world.auditEvents()).toEqual(events);
});

test('a range replays what was archived on its days, both ends included, and nothing else', async () => {
  let now = Date.parse('2026-01-11T23:59:00Z');
  const world = await makeWorld({ clock: { now: () => now } });
  const ids = idsOf(4);
  for (const [place, id] of ids.entries()) {
    await putBatch(world, id, 1 + place * 10);
    await world.poll();
    now += DAY_MS;
  }
  const report = await replayDays(world.deps, REQUEST, '2026-01-12..2026-01-13');
  expect(report.replayed.map(({ batch_id: id }) => id)).toEqual(ids.slice(1, 3));
  expect(await replayDays(world.deps, REQUEST, '2026-01-14')).toMatchObject({ count: 1, refused: 0 });
  expect(await replayDays(world.deps, REQUEST, '2027-01-14')).toMatchObject({ count: 0, refused: 0 });
  expect(await world.poll()).toMatchObject({ listed: 3, duplicates: 3 });
  await world.auditEvents();
});

test('a bad copy in a range keeps no other back', async () => {
  const world = await makeWorld();
  writeArchive(world, idsOf(40));
  flipByte(await archivePath(world, SECOND));
  const report = await replayDays(world.deps, REQUEST, '2026-01-11');
  expect(report).toMatchObject({ count: 40, refused: 1 });
  expect(report.replayed.map(({ batch_id: id }) => id)).toEqual(idsOf(40));
  expect(await world.keys('exports/')).toHaveLength(39);
});

test.each(['2026-1-11', '2026-02-30', '2026-01-13..2026-01-11', '2026-01-11..', '2020-01-01..2026-01-01', 'yesterday'])(
  'the range %s is a wrong command line',
  async (range) => {
    const world = await makeWorld();
    await expect(replayDays(world.deps, REQUEST, range)).rejects.toMatchObject({ code: 'usage' });
  },
);

test('a file in the archive that is none of ours is passed over', async () => {
  const world = await makeWorld();
  writeArchive(world, [FIRST]);
  writeFileSync(join(bucketOf(world), 'archive/nextier-execution/lead-batches/2026/01/11/notes.txt'), 'x');
  expect(await replayDays(world.deps, REQUEST, '2026-01-11')).toMatchObject({ count: 1 });
});
