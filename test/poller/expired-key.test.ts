/** What came while its key was valid is believed for ever, wherever the memory of that has to come from. */
import { expect, test } from 'vitest';
import { thisProcess } from '../../src/base/process-identity.ts';
import { rebuildLedger, type RebuildReport, releaseQuarantined, replayBatch } from '../../src/poller/index.ts';
import { bucketOf } from './lost-memory.ts';
import { batch, believing, makeStatementWorld, newSigning, type StatementWorld, trusting } from './statement-world.ts';
import { ROUTES } from './world.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const SIGNED_MS = Date.parse('2026-01-11T18:22:01Z');
const EXPIRED = { valid_until: '2026-01-12T00:00:00Z' };

/** Batch 1 is in the inbox a minute after it was signed; `sleep` lets time pass. */
async function begin() {
  let nowMs = SIGNED_MS + 60_000;
  const clock = { now: () => nowMs };
  const world = await makeStatementWorld({ clock });
  const signing = await newSigning();
  await world.deliver(1, signing);
  const sleep = (days: number): void => {
    nowMs += days * DAY_MS;
  };
  const lose = (): Promise<StatementWorld> => makeStatementWorld({ clock, storeUrl: `file:${bucketOf(world)}` });
  return { world, sleep, lose, signing, trust: believing(signing, EXPIRED, true) };
}

async function replay(world: StatementWorld): Promise<void> {
  await replayBatch(world.deps, { routes: ROUTES, dryRun: false, actor: 'operator:test' }, batch(1).id);
}

function rebuild(world: StatementWorld, trust: StatementWorld['deps']['trust']): Promise<RebuildReport> {
  return rebuildLedger({ ...world.deps, trust }, { routes: ROUTES, identity: thisProcess(), dryRun: false });
}

test('a consumer that was down for some hours takes what was signed in time; after days it does not', async () => {
  for (const [days, taken] of [
    [1, 1],
    [3, 0],
  ] as const) {
    const { world, sleep, trust } = await begin();
    sleep(days);
    expect(await world.pollTrusting(trust)).toMatchObject({ ingested: taken, quarantined: 1 - taken });
  }
});

test('a batch that was taken in time is a duplicate when it is replayed after its key has expired', async () => {
  const { world, sleep, trust } = await begin();
  expect(await world.pollTrusting(trust)).toMatchObject({ ingested: 1 });
  sleep(30);
  await replay(world);
  expect(await world.pollTrusting(trust)).toMatchObject({ duplicates: 1, quarantined: 0 });
});

test('a rebuilt ledger takes it by the day in the archive, and a replay after that is a duplicate', async () => {
  const { world, sleep, lose, trust } = await begin();
  await world.pollTrusting(trust);
  sleep(30);
  const again = await lose();
  expect(await rebuild(again, trust)).toMatchObject({ taken: 1, damaged: [] });
  await replay(again);
  expect(await again.pollTrusting(trust)).toMatchObject({ duplicates: 1, quarantined: 0 });
});

test('what came in time and was released from quarantine later is taken, and its archive copy tells a rebuild when it came', async () => {
  const { world, sleep, lose, trust } = await begin();
  expect(await world.pollTrusting(trusting([]))).toMatchObject({ quarantined: 1 });
  sleep(30);
  await releaseQuarantined(world.deps, String(await world.count('select id from file')), 'operator:test');
  // A listing of the very moment of the release would be one from before it.
  sleep(1);
  expect(await world.pollTrusting(trust)).toMatchObject({ ingested: 1 });
  const [copy] = await world.keys('archive/');
  const head = await world.store.head(copy ?? '', world.deps.signal);
  expect(head?.metadata['first-seen']).toBe(new Date(SIGNED_MS + 60_000).toISOString());
  expect(await rebuild(await lose(), trust)).toMatchObject({ taken: 1, damaged: [] });
});

test('an archive copy of the day on which it came says no more than its name', async () => {
  const { world, trust } = await begin();
  await world.pollTrusting(trust);
  const [copy] = await world.keys('archive/');
  expect((await world.store.head(copy ?? '', world.deps.signal))?.metadata).not.toHaveProperty('first-seen');
});

test('a time of its own that a stranger puts beside a batch counts for nothing, at its coming and in the archive', async () => {
  const { world, sleep, lose, signing, trust } = await begin();
  sleep(30);
  const { name, body, payload } = batch(2);
  const statement = await signing.sign(payload);
  await world.put(name, body, { sha256: payload.sha256, statement, 'first-seen': '2026-01-11T18:30:00.000Z' });
  expect(await world.plan(trust)).toEqual(['KEY_UNTRUSTED', 'KEY_UNTRUSTED']);
  // The archive of a consumer that knows of no end of the key has both.
  expect(await world.pollTrusting(believing(signing))).toMatchObject({ ingested: 2 });
  const codes = (await rebuild(await lose(), trust)).damaged.map(({ code }) => code);
  expect(codes).toEqual(['KEY_UNTRUSTED', 'KEY_UNTRUSTED']);
});
