import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { type ArchiveVerdict, verifyArchive } from '../../src/poller/index.ts';
import { envelope, lead, makeWorld, ROUTES, sha256, type World } from './world.ts';
import {
  archivePath, bucketOf, flipByte, idsOf, makeArchive, moveByHand, putBatch, rebuild, withoutMemory, writeArchive,
} from './lost-memory.ts'; // prettier-ignore

const [FIRST = '', SECOND = '', THIRD = ''] = idsOf(3);

afterEach(() => {
  vi.unstubAllEnvs();
});

function verify(world: World): Promise<ArchiveVerdict> {
  return verifyArchive(world.deps, { routes: ROUTES });
}

test('an archive that is as it was made verifies, every byte of it, and nothing is written', async () => {
  const world = await makeArchive(idsOf(3));
  const events = await world.auditEvents();
  const bytes = await world.count('select sum(bytes) from batch');
  expect(await verify(world)).toEqual({
    ok: true,
    archived: 3,
    verified: 3,
    bytes,
    pending: 0,
    findings: [],
    finding_count: 0,
  });
  expect(await world.auditEvents()).toEqual(events);
});

test('damaged, unknown, missing and misplaced copies are each found and named', async () => {
  const world = await makeArchive(idsOf(3));
  flipByte(await archivePath(world, FIRST));
  rmSync(await archivePath(world, SECOND));
  moveByHand(
    await archivePath(world, THIRD),
    join(bucketOf(world), 'archive/nextier-execution/lead-batches/kept.json'),
  );
  writeArchive(world, ['sxp_2026_01_12_001']);
  const verdict = await verify(world);
  expect(verdict).toMatchObject({ ok: false, archived: 3, verified: 0, finding_count: 5 });
  const found = verdict.findings.map(({ kind, key, batch_id: id }) => `${kind} ${id ?? key}`);
  expect(found.toSorted()).toEqual([
    `damaged ${FIRST}`,
    'misplaced archive/nextier-execution/lead-batches/kept.json',
    `missing ${SECOND}`,
    `missing ${THIRD}`,
    'unknown sxp_2026_01_12_001',
  ]);
  expect(verdict.findings.find(({ kind }) => kind === 'damaged')?.detail).toContain('its metadata states');
});

test('bytes are compared with the ledger even where name and metadata were changed with them', async () => {
  const world = await makeArchive([FIRST]);
  const body = JSON.stringify(envelope({ records: [lead(50)] }));
  const path = await archivePath(world, FIRST);
  rmSync(path);
  writeFileSync(path.replace(/[.][0-9a-f]{16}[.]json$/, `.${sha256(body).slice(0, 16)}.json`), body);
  const verdict = await verify(world);
  expect(verdict.findings).toMatchObject([
    { kind: 'damaged', batch_id: FIRST },
    { kind: 'missing', batch_id: FIRST },
  ]);
  expect(verdict.findings[0]?.detail).toContain('the ledger took');
});

test('metadata that cannot be read is damage', async () => {
  const world = await makeArchive([FIRST]);
  writeFileSync((await archivePath(world, FIRST)).replace('/archive/', '/.meta/archive/'), '{');
  expect(await verify(world)).toMatchObject({ ok: false, findings: [{ kind: 'damaged', batch_id: FIRST }] });
});

test('a batch whose copy is still to be made is pending, not missing', async () => {
  const world = await makeArchive(idsOf(2));
  rmSync(await archivePath(world, SECOND));
  await world.database.run(`update file set state = 'committed' where batch_id = '${SECOND}'`);
  expect(await verify(world)).toMatchObject({ ok: true, archived: 1, verified: 1, pending: 1 });
});

test('a copy that a poll makes behind the listing is looked at too', async () => {
  const world = await makeWorld({ clock: { now: () => Date.parse('2025-01-11T12:00:00Z') } });
  writeArchive(world, idsOf(1_500));
  await rebuild(world);
  const inTheWay = join(bucketOf(world), 'archive/nextier-execution/lead-batches/2025');
  writeFileSync(inTheWay, 'a file where the folder belongs');
  await putBatch(world, 'sxp_2026_01_12_001', 5_000);
  await expect(world.poll()).rejects.toMatchObject({ code: 'misconfigured' });
  rmSync(inTheWay);
  let archiving: Promise<unknown> | undefined;
  const progress = (): void => void (archiving ??= world.poll());
  // The listing has passed that day by then, and goes on with 2026.
  const verdict = await verifyArchive(world.deps, { routes: ROUTES, progress });
  expect(await archiving).toMatchObject({ archived: 1 });
  expect(verdict).toMatchObject({ ok: true, archived: 1_501, verified: 1_501, pending: 0, findings: [] });
});

test('beside a poll at work it finds nothing wrong', async () => {
  const world = await makeArchive(idsOf(30));
  for (const [place, id] of idsOf(60, '2026_01_12').entries()) await putBatch(world, id, 1_000 + place * 3);
  const [, ...verdicts] = await Promise.all([world.poll(), verify(world), verify(world)]);
  for (const verdict of verdicts) expect(verdict).toMatchObject({ ok: true, findings: [] });
});

test('without a database everything in the archive is unknown', async () => {
  const world = await withoutMemory(await makeArchive(idsOf(2)));
  const verdict = await verify(world);
  expect(verdict).toMatchObject({
    ok: false,
    archived: 2,
    verified: 0,
    findings: [{ kind: 'unknown' }, { kind: 'unknown' }],
  });
  expect(verdict.findings[0]?.detail).toContain('handoff rebuild-ledger');
});

test('of ten thousand findings the first thousand are named and all are counted, in seconds', async () => {
  const world = await makeWorld();
  writeArchive(world, idsOf(10_000));
  const startedAt = Date.now();
  const verdict = await verify(world);
  expect(verdict).toMatchObject({ ok: false, archived: 10_000, finding_count: 10_000 });
  expect(verdict.findings).toHaveLength(1_000);
  expect(Date.now() - startedAt).toBeLessThan(40_000);
});

test('a store that cannot be reached says nothing about the archive', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'key');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  const world = await makeWorld({
    storeUrl: 's3://bucket?endpoint=http://127.0.0.1:1&region=us-east-1&path-style=true',
  });
  await expect(verify(world)).rejects.toMatchObject({ code: 'unavailable' });
});
