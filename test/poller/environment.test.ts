import { spawnSync } from 'node:child_process';
import { rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import type { Clock } from '../../src/base/clock.ts';
import { thisProcess } from '../../src/base/process-identity.ts';
import { emptyTally, type RunContext } from '../../src/poller/context.ts';
import { observePage } from '../../src/poller/observe.ts';
import { dropByHand, envelope, INBOX, makeWorld, ROUTES, type World } from './world.ts';

const ID = 'sxp_2026_01_11_001';
const NAME = `${ID}.json`;

afterEach(() => {
  vi.unstubAllEnvs();
});

/** A clock that stands still until it is moved. */
function handClock(): Clock & { advance(ms: number): void } {
  let now = Date.now();
  return {
    now: () => now,
    advance: (ms) => {
      now += ms;
    },
  };
}

/** The state that a worker leaves behind when it is killed while holding every ready file. */
async function dieHoldingFiles(world: World): Promise<void> {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  const { host } = thisProcess();
  await world.database.run(
    `insert into run (run_id, worker, host, pid, started, started_at) values ($1, 'dead', $2, $3, '1', '2026-01-01T00:00:00.000Z')`,
    [`run-dead-${pid}`, host, pid],
  );
  await world.database.transaction(async (tx) => {
    await tx.run(
      `update file set state = 'working', claim_token = claim_token + 1, attempts = attempts + 1, run_id = $1, lease_until_ms = $2
       where state = 'ready'`,
      [`run-dead-${pid}`, Date.now() + 600_000],
    );
    const rows = await tx.query<{ correlation_id: string; attempts: number }>(
      "select * from file where state = 'working'",
    );
    for (const row of rows) {
      await world.deps.audit.append(tx, {
        event: 'handoff.attempted',
        outcome: 'pending',
        correlation_id: row.correlation_id,
        attempt: row.attempts,
      });
    }
  });
}

test('files of a dead worker are taken over at once, and their attempts are closed', async () => {
  const world = await makeWorld();
  await world.put(NAME, JSON.stringify(envelope()));
  await world.poll({ limit: 0 });
  await dieHoldingFiles(world);
  expect(await world.poll()).toMatchObject({ ingested: 1 });
  expect(await world.auditEvents()).toContain('handoff.abandoned');
});

test('a file that killed its worker three times is quarantined unread, the others are not', async () => {
  const world = await makeWorld();
  await world.put(NAME, JSON.stringify(envelope()));
  await world.poll({ limit: 0 });
  for (let crash = 1; crash <= 3; crash += 1) {
    await dieHoldingFiles(world);
    await world.poll({ limit: 0 });
  }
  await world.put('sxp_2026_01_11_002.json', JSON.stringify(envelope({ id: 'sxp_2026_01_11_002' })));
  expect(await world.poll()).toMatchObject({ ingested: 1, quarantined: 1 });
  expect(await world.count(`select count(*) from file where key like '%${NAME}' and code = 'CRASH_LOOP'`)).toBe(1);
});

test('a file of a living worker is left to it until its lease runs out', async () => {
  const world = await makeWorld();
  await world.put(NAME, JSON.stringify(envelope()));
  await world.poll({ limit: 0 });
  await dieHoldingFiles(world);
  await world.database.run(`update run set host = 'another machine'`);
  expect(await world.poll()).toMatchObject({ ingested: 0 });
  await world.database.run('update file set lease_until_ms = 1');
  expect(await world.poll()).toMatchObject({ ingested: 1 });
});

test('a file that goes before it is read is said to have vanished only after two runs', async () => {
  const clock = handClock();
  const world = await makeWorld({ clock });
  const path = await dropByHand(world, NAME, JSON.stringify(envelope()));
  await world.poll({ limit: 0 });
  await rm(path);
  expect(await world.poll()).toMatchObject({ vanished: 0, quarantined: 0, retried: 1 });
  clock.advance(60_000);
  expect(await world.poll()).toMatchObject({ vanished: 1 });
  expect(await world.auditEvents()).toContain('handoff.vanished');
});

test('a file that changes between listing and reading is superseded, and the new one is worked', async () => {
  const world = await makeWorld();
  await dropByHand(world, NAME, '{}');
  await world.poll({ limit: 0 });
  await dropByHand(world, NAME, JSON.stringify(envelope()), 50_000);
  expect(await world.poll()).toMatchObject({ ingested: 1, quarantined: 0 });
  expect(await world.count("select count(*) from file where state = 'superseded'")).toBe(1);
});

test('a store that is down ends the run with unavailable, and no file is blamed', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'key');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  const world = await makeWorld({
    storeUrl: 's3://bucket?endpoint=http://127.0.0.1:1&region=us-east-1&path-style=true',
  });
  await world.database.run(
    `insert into file (contract, key, etag, size, generation, state, correlation_id, first_seen_at, updated_at)
     values ('lead-card-batch', '${INBOX}${NAME}', 'e', 10, 1, 'ready', 'c', 't', 't')`,
  );
  await world.database.run(
    `insert into batch (contract, batch_id, sha256, schema_version, revision, source, target, created_at, records, bytes,
       transport, key, run_id, committed_at) values ('lead-card-batch', 'x', 'x', 'v1', '1.0.0', 'a', 'b', 't', 0, 0, 'file', 'k', 'r', 't')`,
  );
  await expect(world.poll()).rejects.toMatchObject({ code: 'unavailable' });
  expect(await world.database.query('select state, crashes, failures from file')).toEqual([
    { state: 'ready', crashes: 0, failures: 0 },
  ]);
  expect(await world.database.query('select outcome from run')).toEqual([{ outcome: 'failed' }]);
});

test('an archive key that holds other bytes is an alert; nothing is touched', async () => {
  const world = await makeWorld();
  const body = JSON.stringify(envelope());
  await world.put(NAME, body);
  await world.poll();
  const [archived = ''] = await world.keys('archive/');
  await rm(join(world.folder, 'bucket', archived));
  const deps = world.deps;
  const other = Buffer.from('something else');
  const { payloadOf } = await import('../../src/objectstore/index.ts');
  await deps.store.putIfAbsent(archived, payloadOf(other), {}, deps.signal);
  await dropByHand(world, NAME, body);
  expect(await world.poll()).toMatchObject({ duplicates: 1, archived: 0, alerts: 1 });
  expect(await world.keys('exports/')).toHaveLength(1);
  expect(await world.auditEvents()).toContain('archive.conflict');
});

test('two contracts in one folder are refused before anything is read', async () => {
  const world = await makeWorld();
  const [route] = (await import('./world.ts')).ROUTES;
  if (route === undefined) throw new Error('no route');
  await expect(world.poll({ routes: [route, route] })).rejects.toMatchObject({ code: 'misconfigured' });
});

test("a stranger's metadata, as much as a store takes, does not stop a batch", async () => {
  const world = await makeWorld();
  await world.put(NAME, JSON.stringify(envelope()), { note: 'x'.repeat(2_000) });
  expect(await world.poll()).toMatchObject({ ingested: 1, archived: 1 });
  expect(await world.keys('exports/')).toEqual([]);
});

test('one file that cannot be opened keeps no other waiting, and is not blamed', async () => {
  const world = await makeWorld();
  for (const n of [1, 2, 3]) {
    const id = `sxp_2026_01_11_00${n}`;
    await world.put(`${id}.json`, JSON.stringify(envelope({ id })));
  }
  const sidecar = join(world.folder, 'bucket', '.meta', INBOX, 'sxp_2026_01_11_001.json');
  await writeFile(sidecar, '{');
  await utimes(join(world.folder, 'bucket', INBOX, 'sxp_2026_01_11_001.json'), new Date(0), new Date(0));
  await expect(world.poll()).rejects.toMatchObject({ code: 'corrupt' });
  expect(await world.count('select count(*) from batch')).toBe(2);
  expect(await world.database.query("select state, failures from file where state <> 'done'")).toEqual([
    { state: 'retry_wait', failures: 0 },
  ]);
});

test('a young file that is taken away again costs one look, not thirty seconds in every run', async () => {
  const world = await makeWorld();
  const path = await dropByHand(world, NAME, '{', 0);
  const polling = world.poll();
  setTimeout(() => void rm(path), 500);
  expect((await polling).duration_ms).toBeLessThan(10_000);
  expect(await world.database.query('select state from file')).toEqual([{ state: 'vanished' }]);
});

test('names that sort differently as UTF-16 and as UTF-8 are looked at again like any other', async () => {
  const world = await makeWorld();
  await dropByHand(world, '\u{1f600}.json', '{', 0);
  await dropByHand(world, '\uff21.json', '{', 0);
  expect(await world.poll()).toMatchObject({ quarantined: 2 });
});

test('a listing that is older than the verdict makes no new file of it', async () => {
  const world = await makeWorld();
  await world.put(NAME, JSON.stringify(envelope()));
  const pages = [];
  for await (const page of world.store.list(INBOX, { signal: world.deps.signal })) pages.push(page);
  const listedAtMs = Date.now();
  await world.poll();
  const [route] = ROUTES;
  if (route === undefined) throw new Error('no route');
  const ctx = { ...world.deps, tally: emptyTally(), runId: 'run', worker: 'late' } as unknown as RunContext;
  await observePage(ctx, route, pages[0] ?? [], { count: true, listedAtMs });
  expect(await world.count('select count(*) from file')).toBe(1);
});
