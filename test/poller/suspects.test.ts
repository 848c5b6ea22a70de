import { spawnSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { thisProcess } from '../../src/base/process-identity.ts';
import { claimFiles } from '../../src/poller/claim-files.ts';
import { emptyTally, LEASE_MS, nameOf, type RunContext } from '../../src/poller/context.ts';
import { startRun } from '../../src/poller/run-table.ts';
import { envelope, makeWorld, ROUTES, type World } from './world.ts';

/** A process that ran on this machine and is no more. */
async function deadWorker(world: World, name: string): Promise<RunContext> {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  const identity = { ...thisProcess(), pid, started: '1' };
  const runId = `run-${name}`;
  const nowMs = Date.now();
  const start = { runId, worker: name, identity, nowMs, leaseUntilMs: nowMs + LEASE_MS };
  await world.database.transaction(async (tx) => startRun(tx, start));
  return {
    ...world.deps,
    routes: ROUTES,
    worker: name,
    identity,
    limit: 100,
    breaker: false,
    runId,
    tally: emptyTally(),
    requestsBefore: {},
    leaseLost: new AbortController(),
  };
}

/** Claims as a worker does and dies with the claims in its hands; the names of the files. */
async function dieHolding(world: World, worker: string, suspects: boolean): Promise<string[]> {
  const claims = await claimFiles(await deadWorker(world, worker), 100, suspects);
  return claims.map(({ file }) => nameOf(file.key));
}

function idOf(number: number): string {
  return `sxp_2026_01_11_00${number}`;
}

async function putBatches(world: World, ...numbers: number[]): Promise<void> {
  for (const number of numbers) {
    const id = idOf(number);
    await world.put(`${id}.json`, JSON.stringify(envelope({ id })));
  }
}

/** Beginnings and ends of attempts since the poll began, in order, as `attempted 1`. */
async function attemptsOf(world: World, runId: string): Promise<string[]> {
  const rows = await world.database.query<{ event: string; batch_id: string }>(
    `select event, batch_id from audit_log
     where run_id = $1 and event in ('handoff.attempted', 'handoff.ingested', 'handoff.refused') order by seq`,
    [runId],
  );
  return rows.map(({ event, batch_id: id }) => `${event.replace('handoff.', '')} ${id.slice(-1)}`);
}

test('files with a crash behind them are worked after the others, each alone', async () => {
  const world = await makeWorld();
  await putBatches(world, 1, 2);
  await world.poll({ limit: 0 });
  expect(await dieHolding(world, 'victim', false)).toEqual([idOf(1), idOf(2)]);
  await putBatches(world, 3, 4);
  const { run_id: runId, ingested } = await world.poll();
  expect(ingested).toBe(4);
  expect(await attemptsOf(world, runId)).toEqual([
    'attempted 3', 'attempted 4', 'ingested 3', 'ingested 4', 'attempted 1', 'ingested 1', 'attempted 2', 'ingested 2',
  ]); // prettier-ignore
});

test('a claim of suspects takes one of them, a usual claim takes none', async () => {
  const world = await makeWorld();
  await putBatches(world, 1, 2, 3);
  await world.poll({ limit: 0 });
  await dieHolding(world, 'victim', false);
  await world.poll({ limit: 0 });
  expect(await dieHolding(world, 'usual', false)).toEqual([]);
  expect(await dieHolding(world, 'alone', true)).toEqual([idOf(1)]);
});

test('of all files that a killer takes down with it, only the killer comes to three crashes', async () => {
  const world = await makeWorld();
  await putBatches(world, 1, 2, 3, 4);
  await world.poll({ limit: 0 });
  // The second file kills whoever reads it: at first with everything that was claimed together with it.
  expect(await dieHolding(world, 'first', false)).toHaveLength(4);
  expect(await world.poll({ limit: 1 })).toMatchObject({ ingested: 1 });
  expect(await dieHolding(world, 'second', true)).toEqual([idOf(2)]);
  // Fewer crashes go first: the innocent do not wait until the killer is found out.
  expect(await world.poll({ limit: 2 })).toMatchObject({ ingested: 2, quarantined: 0 });
  expect(await dieHolding(world, 'third', true)).toEqual([idOf(2)]);
  expect(await world.poll()).toMatchObject({ ingested: 0, quarantined: 1 });
  expect(await world.database.query('select state, code, crashes from file order by id')).toEqual([
    { state: 'done', code: null, crashes: 1 },
    { state: 'quarantined', code: 'CRASH_LOOP', crashes: 3 },
    { state: 'done', code: null, crashes: 1 },
    { state: 'done', code: null, crashes: 1 },
  ]);
  expect((await world.auditEvents()).filter((event) => event === 'handoff.abandoned')).toHaveLength(6);
});

test('after three crashes a file is not read again: it is set aside whole, without a hash or a finding about it', async () => {
  const world = await makeWorld();
  await putBatches(world, 1);
  await world.poll({ limit: 0 });
  for (const [crash, worker] of ['first', 'second', 'third'].entries()) {
    expect(await dieHolding(world, worker, crash > 0)).toEqual([idOf(1)]);
    await world.poll({ limit: 0 });
  }
  expect(await world.poll()).toMatchObject({ quarantined: 1 });
  expect(await world.database.query('select code, sha256, md5, schema_version from file')).toEqual([
    { code: 'CRASH_LOOP', sha256: null, md5: null, schema_version: null },
  ]);
  expect(await world.keys('exports/')).toEqual([]);
  const [copy = ''] = await world.keys('quarantine/');
  expect(await world.store.head(copy, world.deps.signal)).toMatchObject({
    sizeBytes: Buffer.byteLength(JSON.stringify(envelope({ id: idOf(1) }))),
  });
});

test('after two crashes a file is still read, and is taken when nothing kills its worker any more', async () => {
  const world = await makeWorld();
  await putBatches(world, 1);
  await world.poll({ limit: 0 });
  await dieHolding(world, 'first', false);
  await world.poll({ limit: 0 });
  await dieHolding(world, 'second', true);
  expect(await world.poll()).toMatchObject({ ingested: 1, quarantined: 0 });
});

test('a killer that the store will not let go is no deadlier for it: only a death is counted', async () => {
  const world = await makeWorld();
  await putBatches(world, 1);
  await world.poll({ limit: 0 });
  for (const [crash, worker] of ['first', 'second', 'third'].entries()) {
    await dieHolding(world, worker, crash > 0);
    await world.poll({ limit: 0 });
  }
  // A file where the folder of the copies has to be.
  const inTheWay = join(world.folder, 'bucket', 'quarantine');
  await writeFile(inTheWay, '');
  await expect(world.poll()).rejects.toMatchObject({ code: 'misconfigured' });
  await expect(world.poll()).rejects.toMatchObject({ code: 'misconfigured' });
  await rm(inTheWay);
  await world.poll();
  expect(await world.database.query('select state, code, crashes, marked from file')).toEqual([
    { state: 'quarantined', code: 'CRASH_LOOP', crashes: 3, marked: 0 },
  ]);
  expect(await world.keys('exports/')).toEqual([]);
});
