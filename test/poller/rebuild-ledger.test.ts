import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { thisProcess } from '../../src/base/process-identity.ts';
import { payloadOf } from '../../src/objectstore/index.ts';
import { planPoll } from '../../src/poller/index.ts';
import { renewRunLease } from '../../src/poller/run-table.ts';
import { dropByHand, envelope, lead, makeWorld, ROUTES, runElsewhere, sha256 } from './world.ts';
import {
  archivePath, bucketOf, contentsOf, flipByte, idsOf, makeArchive, moveByHand, putBatch, rebuild, withoutMemory,
  writeArchive,
} from './lost-memory.ts'; // prettier-ignore

const [FIRST = '', SECOND = '', THIRD = ''] = idsOf(3);

afterEach(() => {
  vi.unstubAllEnvs();
});

test('after the database was lost a rebuild brings back every row and every ledger entry, and polling goes on', async () => {
  const before = await makeArchive(idsOf(5));
  const world = await withoutMemory(before);
  await expect(world.poll()).rejects.toMatchObject({
    code: 'misconfigured',
    hint: expect.stringContaining('handoff rebuild-ledger --from archive') as string,
  });
  expect(await rebuild(world)).toMatchObject({
    archived: 5,
    known: 0,
    taken: 5,
    records: 15,
    damaged: [],
    conflicts: [],
  });
  expect(await contentsOf(world)).toEqual(await contentsOf(before));
  expect(await before.keys('archive/')).toHaveLength(5);
  await putBatch(world, FIRST);
  expect(await world.poll()).toMatchObject({ ingested: 0, duplicates: 1 });
  expect(await world.auditEvents()).toContain('rebuild.finished');
});

test('a rebuild takes what a restored backup lacks, and does not even read the rest', async () => {
  const before = await makeArchive(idsOf(2));
  await putBatch(before, THIRD, 100);
  await before.poll();
  const world = await withoutMemory(before);
  await rebuild(world);
  const gets = world.store.requests['get'] ?? 0;
  expect(await rebuild(world)).toMatchObject({ archived: 3, known: 3, taken: 0 });
  expect(world.store.requests['get'] ?? 0).toBe(gets);
});

test('every batch taken has its attempt, its proof and its end in the audit log, and they name the archive', async () => {
  const world = await withoutMemory(await makeArchive([FIRST]));
  await rebuild(world);
  expect(await world.auditEvents()).toEqual([
    'rebuild.started', 'handoff.attempted', 'handoff.verified', 'handoff.ingested', 'rebuild.finished',
  ]); // prettier-ignore
  const rows = await world.database.query<{ detail: string; actor: string; checksum: string; batch_id: string }>(
    "select batch_id, actor, checksum, detail from audit_log where event = 'handoff.ingested'",
  );
  const [key] = await world.keys('archive/');
  expect(rows).toHaveLength(1);
  expect(JSON.parse(rows[0]?.detail ?? '')).toEqual({ key, from: 'archive' });
  expect(rows[0]).toMatchObject({ batch_id: FIRST, actor: 'operator:rebuild-ledger' });
  expect(rows[0]?.checksum).toMatch(/^[0-9a-f]{64}$/);
});

test('a copy whose bytes were hurt is named and left where it is, and the others are taken', async () => {
  const before = await makeArchive(idsOf(3));
  flipByte(await archivePath(before, SECOND));
  const world = await withoutMemory(before);
  const report = await rebuild(world);
  expect(report).toMatchObject({ archived: 3, taken: 2, damaged_count: 1, conflicts: [] });
  expect(report.damaged).toEqual([{ key: expect.stringContaining(SECOND) as string, code: 'CHECKSUM_MISMATCH' }]);
  expect(await world.count('select count(*) from batch')).toBe(2);
  expect(await world.count(`select count(*) from lead_card where batch_id = '${SECOND}'`)).toBe(0);
  expect(await world.keys('archive/')).toHaveLength(3);
  expect(await world.count('select count(*) from rebuild')).toBe(0);
  expect(await world.auditEvents()).toContain('handoff.failed');
});

test('bytes that are hurt where no metadata speaks of them contradict the name of the copy', async () => {
  const before = await makeArchive([FIRST]);
  flipByte(await archivePath(before, FIRST));
  rmSync(join(bucketOf(before), '.meta'), { recursive: true });
  const world = await withoutMemory(before);
  expect(await rebuild(world)).toMatchObject({ taken: 0, damaged: [{ code: 'CHECKSUM_MISMATCH' }] });
  expect(await world.count('select count(*) from lead_card')).toBe(0);
});

test.each([
  ['cut to nothing', 'EMPTY_FILE', (path: string) => writeFileSync(path, '')],
  [
    'without its readable metadata',
    'corrupt',
    (path: string) => writeFileSync(path.replace('/archive/', '/.meta/archive/'), '{'),
  ],
  ['under a name that no archive makes', 'NAME_MISMATCH', (path: string) => moveByHand(path, `${path}.old`)],
  ['under the name of another batch', 'NAME_MISMATCH', (path: string) => moveByHand(path, path.replace(FIRST, SECOND))],
] as const)('a copy %s is a finding, %s, and ends nothing', async (_, code, hurt) => {
  const before = await makeArchive([FIRST, THIRD]);
  hurt(await archivePath(before, FIRST));
  const world = await withoutMemory(before);
  expect(await rebuild(world)).toMatchObject({ taken: 1, damaged_count: 1, damaged: [{ code }] });
  expect(await world.database.query('select batch_id from batch')).toEqual([{ batch_id: THIRD }]);
  await world.auditEvents();
});

test('other bytes under an id that the ledger has are a conflict, and nothing is touched', async () => {
  const world = await makeArchive([FIRST]);
  const contents = await contentsOf(world);
  const body = JSON.stringify(envelope({ id: FIRST, records: [lead(50)] }));
  const path = await archivePath(world, FIRST);
  writeFileSync(path.replace(/[.][0-9a-f]{16}[.]json$/, `.${sha256(body).slice(0, 16)}.json`), body);
  const report = await rebuild(world);
  expect(report).toMatchObject({
    archived: 2,
    known: 1,
    taken: 0,
    conflict_count: 1,
    conflicts: [{ batch_id: FIRST }],
  });
  expect(await contentsOf(world)).toEqual(contents);
});

test('of two archived copies with other bytes under one id the first is taken, and the other is a conflict', async () => {
  const before = await makeArchive([FIRST]);
  const body = JSON.stringify(envelope({ id: FIRST, records: [lead(50)] }));
  const key = `archive/nextier-execution/lead-batches/2099/01/01/${FIRST}.${sha256(body).slice(0, 16)}.json`;
  await before.store.putIfAbsent(key, payloadOf(Buffer.from(body)), {}, before.deps.signal);
  const world = await withoutMemory(before);
  expect(await rebuild(world)).toMatchObject({ taken: 1, records: 3, conflicts: [{ key, batch_id: FIRST }] });
  await world.auditEvents();
});

test('a batch that was archived on two days is taken once', async () => {
  const day = 24 * 60 * 60_000;
  let now = Date.now();
  const clock = { now: () => now };
  const before = await makeArchive([FIRST], { clock });
  now += day;
  await putBatch(before, FIRST);
  await before.poll();
  expect(await before.keys('archive/')).toHaveLength(2);
  const world = await withoutMemory(before);
  expect(await rebuild(world, true)).toMatchObject({ archived: 2, taken: 1, known: 1, conflicts: [] });
  expect(await rebuild(world)).toMatchObject({ archived: 2, taken: 1, known: 1, conflicts: [] });
  expect(await world.count('select count(*) from lead_card')).toBe(3);
  await world.auditEvents();
});

test('a dry run says the same and writes nothing', async () => {
  const before = await makeArchive(idsOf(3));
  flipByte(await archivePath(before, SECOND));
  const world = await withoutMemory(before);
  const planned = await rebuild(world, true);
  expect(planned).toMatchObject({ archived: 3, taken: 2, records: 6, damaged_count: 1, dry_run: true });
  for (const table of ['batch', 'lead_card', 'audit_log', 'run', 'rebuild'])
    expect(await world.count(`select count(*) from ${table}`)).toBe(0);
  expect(await rebuild(world)).toEqual({ ...planned, dry_run: false });
});

test('while the ledger is being rebuilt nothing is polled and nothing is planned', async () => {
  const world = await makeArchive([FIRST]);
  await world.database.run(
    "insert into rebuild (only, run_id, started_at) values (1, 'run-x', '2026-01-11T00:00:00.000Z')",
  );
  await putBatch(world, SECOND);
  const refusal = { code: 'misconfigured', hint: expect.stringContaining('rebuild-ledger') as string };
  await expect(world.poll()).rejects.toMatchObject(refusal);
  await expect(planPoll(world.deps, ROUTES)[Symbol.asyncIterator]().next()).rejects.toMatchObject(refusal);
  expect(await world.count('select count(*) from file')).toBe(1);
});

test('a poll that looked around before a rebuild began still gets no lease beside it', async () => {
  const world = await makeArchive(idsOf(2));
  writeArchive(world, [THIRD]);
  // In this order: the poll looks, the rebuild begins, the poll wants its lease.
  const [polled, rebuilt] = await Promise.allSettled([world.poll(), rebuild(world)]);
  expect(rebuilt).toMatchObject({ status: 'fulfilled', value: { known: 2, taken: 1 } });
  expect(polled).toMatchObject({ status: 'rejected', reason: { code: 'misconfigured' } });
  expect(await world.count("select count(*) from run where worker = 'default'")).toBe(1);
});

test('a rebuild does not begin beside a live poll, whatever its name, and takes over from a dead one', async () => {
  const world = await withoutMemory(await makeArchive([FIRST]));
  await runElsewhere(world, 'rebuild-ledger', 1);
  await expect(rebuild(world)).rejects.toMatchObject({ code: 'busy' });
  expect(await world.count('select count(*) from rebuild')).toBe(0);
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  await world.database.run('update run set host = $1, pid = $2', [thisProcess().host, pid]);
  expect(await rebuild(world)).toMatchObject({ taken: 1, already_running: false });
});

test('of two rebuilds at once one does the work, and the other says that it is being done', async () => {
  const world = await withoutMemory(await makeArchive(idsOf(20)));
  const reports = await Promise.all([rebuild(world), rebuild(world)]);
  const [worker, other] = reports.toSorted((one, another) => another.taken - one.taken);
  expect(worker).toMatchObject({ already_running: false, taken: 20 });
  expect(other).toMatchObject({ already_running: true, taken: 0 });
  expect(await world.count('select count(*) from lead_card')).toBe(60);
  await world.auditEvents();
});

test('a rebuild that was killed goes on where it stopped, and closes the attempts that it had opened', async () => {
  const world = await withoutMemory(await makeArchive(idsOf(3)));
  // As a killed one leaves it: its row and lease stand, one batch is taken, another was about to be read.
  await rebuild(world);
  const dead = (await world.database.query<{ run_id: string }>('select run_id from run'))[0]?.run_id ?? '';
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  await world.database.transaction(async (tx) => {
    await tx.run('update run set pid = $1, finished_at = null, outcome = null', [pid]);
    await tx.run("insert into run_lease (worker, run_id, lease_until_ms) values ('rebuild-ledger', $1, $2)", [
      dead,
      Date.now() + 600_000,
    ]);
    await tx.run("insert into rebuild (only, run_id, started_at) values (1, $1, '2026-01-11T00:00:00.000Z')", [dead]);
    const attempt = { correlation_id: 'left-open', attempt: 1, run_id: dead, batch_id: FIRST, bytes: 5 } as const;
    await world.deps.audit.append(tx, { event: 'handoff.attempted', outcome: 'pending', ...attempt });
  });
  await expect(world.auditEvents()).rejects.toThrow('unfinished');
  await expect(world.poll()).rejects.toMatchObject({ code: 'misconfigured' });
  expect(await rebuild(world)).toMatchObject({ archived: 3, known: 3, taken: 0, already_running: false });
  expect(await world.auditEvents()).toContain('handoff.abandoned');
  expect(await world.poll()).toMatchObject({ listed: 0 });
});

test('a signal stops a rebuild between two transactions; the next one goes on', async () => {
  const stop = new AbortController();
  const world = await makeWorld({ signal: stop.signal });
  writeArchive(world, idsOf(250));
  const stopped = rebuild(world);
  while ((await world.count('select count(*) from batch')) === 0) await new Promise(setImmediate);
  stop.abort();
  await expect(stopped).rejects.toBe(stop.signal.reason);
  const taken = await world.count('select count(*) from batch');
  expect([taken % 100, taken < 250]).toEqual([0, true]);
  expect(await world.database.query('select outcome from run')).toEqual([{ outcome: 'interrupted' }]);
  expect(await world.count('select count(*) from rebuild')).toBe(1);
  await world.auditEvents();
  const again = { ...world, deps: { ...world.deps, signal: new AbortController().signal } };
  expect(await rebuild(again)).toMatchObject({ archived: 250, known: taken, taken: 250 - taken });
  await world.auditEvents();
});

test('a rebuild that slept past its lease writes nothing more, and the next one goes on', async () => {
  const world = await makeWorld();
  writeArchive(world, idsOf(250));
  const sleeper = rebuild(world);
  while ((await world.count('select count(*) from batch')) === 0) await new Promise(setImmediate);
  await world.database.run('delete from run_lease');
  await expect(sleeper).rejects.toMatchObject({ code: 'fenced' });
  const taken = await world.count('select count(*) from batch');
  expect([taken % 100, taken < 250]).toEqual([0, true]);
  expect(await rebuild(world)).toMatchObject({ archived: 250, known: taken, taken: 250 - taken });
  await world.auditEvents();
});

test('a store that cannot be reached ends a rebuild with unavailable, and polling stays refused', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'key');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  const world = await makeWorld({
    storeUrl: 's3://bucket?endpoint=http://127.0.0.1:1&region=us-east-1&path-style=true',
  });
  await expect(rebuild(world)).rejects.toMatchObject({ code: 'unavailable' });
  expect(await world.count('select count(*) from rebuild')).toBe(1);
  expect(await world.count('select count(*) from run_lease')).toBe(0);
});

test('two thousand small batches take seconds, not minutes', async () => {
  const world = await makeWorld();
  writeArchive(world, idsOf(2_000));
  const startedAt = Date.now();
  expect(await rebuild(world)).toMatchObject({ archived: 2_000, taken: 2_000 });
  expect(Date.now() - startedAt).toBeLessThan(30_000);
});

test('a large copy and a small one beside it come back whole', async () => {
  const before = await makeWorld();
  const records = Array.from({ length: 4_000 }, (_, n) => lead(n));
  await dropByHand(before, `${FIRST}.json`, JSON.stringify(envelope({ id: FIRST, records })));
  await putBatch(before, SECOND);
  await before.poll();
  const world = await withoutMemory(before);
  expect(await rebuild(world)).toMatchObject({ taken: 2, records: 4_003 });
  expect(await contentsOf(world)).toEqual(await contentsOf(before));
});

test('a poll that slept past its lease finds it gone once a rebuild has begun, and cannot renew it', async () => {
  const world = await withoutMemory(await makeArchive([FIRST]));
  await runElsewhere(world, 'sleeper', 1);
  await world.database.run("update run_lease set lease_until_ms = 0 where worker = 'sleeper'");
  await rebuild(world);
  expect(await renewRunLease(world.database, 'run-sleeper', Date.now() + 60_000)).toBe(false);
});
