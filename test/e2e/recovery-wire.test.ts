import { expect, test, vi } from 'vitest';
import { thisProcess } from '../../src/base/process-identity.ts';
import { rebuildLedger, type RebuildReport, replayBatch, verifyArchive } from '../../src/poller/index.ts';
import { idsOf } from '../poller/lost-memory.ts';
import { INBOX, makeWorld, ROUTES, type World } from '../poller/world.ts';
import { type FaultProxy, type Rule, startFaultProxy } from '../support/fault-proxy.ts';
import { freshBucket, storeUrl, testServer } from '../support/gateway.ts';
import { batchText, putInto } from './store-faults-world.ts';

vi.setConfig({ testTimeout: 240_000 });

const IDS = idsOf(5);
const [FIRST = ''] = IDS;
/** A letter of a name, which is another letter when its lowest bit flips. */
const LETTER = batchText(FIRST).indexOf('"display_name":"') + '"display_name":"'.length;

interface Scene {
  readonly proxy: FaultProxy;
  /** A consumer with an empty database, whose store is the real gateway behind the proxy. */
  readonly world: World;
}

/** A bucket whose archive holds five batches, and a consumer that has lost its database. */
async function makeScene(): Promise<Scene> {
  const { url, bucket } = await freshBucket();
  const proxy = await startFaultProxy(testServer().endpoint);
  const before = await makeWorld({ storeUrl: url });
  for (const [place, id] of IDS.entries()) await putInto(before.store, id, batchText(id, 1 + place * 10), true);
  expect(await before.poll()).toMatchObject({ ingested: 5, archived: 5 });
  const world = await makeWorld({ storeUrl: storeUrl(bucket, { endpoint: proxy.endpoint }) });
  return { proxy, world };
}

function rebuild({ world }: Scene): Promise<RebuildReport> {
  return rebuildLedger(world.deps, { routes: ROUTES, identity: thisProcess(), dryRun: false });
}

function flips(more: Partial<Rule> = {}): Rule {
  return {
    call: 'get',
    key: new RegExp(`archive/.*${FIRST}`),
    fault: { kind: 'flip-down', at: LETTER, bit: 0 },
    ...more,
  };
}

test('bytes that are hurt once on the wire are read again, and no copy is blamed', async () => {
  const scene = await makeScene();
  const { proxy, world } = scene;
  proxy.setRules([flips({ times: 1 })]);
  expect(await rebuild(scene)).toMatchObject({ archived: 5, taken: 5, damaged_count: 0 });
  proxy.setRules([flips({ times: 1 })]);
  expect(await verifyArchive(world.deps, { routes: ROUTES })).toMatchObject({ ok: true, verified: 5 });
  proxy.setRules([flips({ times: 1 })]);
  const request = { routes: ROUTES, dryRun: false, actor: 'operator:test' };
  expect(await replayBatch(world.deps, request, FIRST)).toMatchObject({
    refused: 0,
    replayed: [{ status: 'replayed' }],
  });
  expect(proxy.stats().faults).toEqual({ 'flip-down': 3 });
  expect(await world.keys('exports/')).toEqual([`${INBOX}${FIRST}.json`]);
  expect(await world.poll()).toMatchObject({ duplicates: 1, quarantined: 0 });
  await world.auditEvents();
});

test('a wire that hurts them otherwise each time is blamed itself, and polling stays refused until it is mended', async () => {
  const scene = await makeScene();
  const { proxy, world } = scene;
  const anywhere = flips({ fault: { kind: 'flip-down' } });
  proxy.setRules([anywhere]);
  await expect(verifyArchive(world.deps, { routes: ROUTES })).rejects.toMatchObject({ code: 'unavailable' });
  await expect(rebuild(scene)).rejects.toMatchObject({ code: 'unavailable' });
  await expect(world.poll()).rejects.toMatchObject({ code: 'misconfigured' });
  await world.auditEvents();
  proxy.setRules([]);
  expect(await rebuild(scene)).toMatchObject({ archived: 5, damaged_count: 0 });
  expect(await world.count('select count(*) from lead_card')).toBe(15);
  await world.auditEvents();
});

test('a store that fails in the middle ends the rebuild, every attempt has its end, and the next one goes on', async () => {
  const scene = await makeScene();
  const { proxy, world } = scene;
  proxy.setRules([
    { call: 'get', key: new RegExp(`archive/.*${IDS[3]}`), fault: { kind: 'status', status: 503, code: 'SlowDown' } },
  ]);
  await expect(rebuild(scene)).rejects.toMatchObject({ code: 'unavailable' });
  expect(await world.count('select count(*) from lead_card')).toBe(0);
  expect(await world.count('select count(*) from rebuild')).toBe(1);
  expect((await world.auditEvents()).filter((event) => event === 'handoff.failed')).toHaveLength(5);
  proxy.setRules([]);
  expect(await rebuild(scene)).toMatchObject({ archived: 5, taken: 5 });
  await world.auditEvents();
});
