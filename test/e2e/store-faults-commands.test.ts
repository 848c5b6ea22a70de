import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { leadText } from '../../fixtures/generate-leads.ts';
import { type ObjectStore, openStore } from '../../src/objectstore/index.ts';
import { type Fault, type FaultProxy, type Rule, startFaultProxy } from '../support/fault-proxy.ts';
import { freshBucket, storeUrl, testServer } from '../support/gateway.ts';
import { leversEnvironment } from '../support/levers/levers.ts';
import { CONSUMER, expectSoundLogs, INBOX, makePlace, type Place, PRODUCER, writeText } from './place.ts';
import { keysUnder } from './store-faults-world.ts';

// Processes that start one after another take their time on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

const EXIT = { ok: 0, tryLater: 75, configuration: 78 } as const;
/** Every wait between two attempts is over. */
const LATER = leversEnvironment({ clockShiftMs: 2 * 60 * 60_000 });
const STORM: Fault = { kind: 'status', status: 503, code: 'SlowDown' };
const FORBIDDEN: Fault = { kind: 'status', status: 403, code: 'AccessDenied' };
const RECORDS = 400;
const signal = new AbortController().signal;

interface Ground {
  readonly place: Place;
  readonly proxy: FaultProxy;
  readonly direct: ObjectStore;
  readonly input: string;
}

/** Both systems in one folder, their store behind the proxy, and four batches of leads to hand over. */
async function makeGround(...rules: Rule[]): Promise<Ground> {
  const bucket = await freshBucket();
  const proxy = await startFaultProxy(testServer().endpoint, { rules });
  const place = makePlace({
    ...bucket.env,
    HANDOFF_STORE: storeUrl(bucket.bucket, { endpoint: proxy.endpoint }),
  });
  const direct = await openStore(bucket.url);
  onTestFinished(async () => {
    await direct.close();
    await proxy.close();
  });
  const input = join(place.folder, 'leads.ndjson');
  await writeText(input, leadText('ndjson', RECORDS));
  return { place, proxy, direct, input };
}

function exporting({ place, input }: Ground) {
  return place.run('export', input, '--batch-size', '100', '--json');
}

/** Four batches lie in the inbox, each with the very bytes that the exporter hashed. */
async function expectPublishedOnce({ place, direct }: Ground): Promise<void> {
  const outbox = place.query<{ key: string; sha256: string; state: string }>(
    'select key, sha256, state from outbox order by key',
    PRODUCER,
  );
  expect(outbox.map(({ state }) => state)).toEqual(['published', 'published', 'published', 'published']);
  expect(await keysUnder(direct, INBOX)).toEqual(outbox.map(({ key }) => key));
  for (const { key, sha256 } of outbox) expect(await sha256Of(direct, key)).toBe(sha256);
  await expectSoundLogs(place, PRODUCER);
}

async function sha256Of(store: ObjectStore, key: string): Promise<string> {
  const { body } = await store.open(key, { signal });
  if (!('stream' in body)) throw new Error('a bucket gives streams');
  const hash = createHash('sha256');
  for await (const chunk of body.stream) hash.update(chunk);
  return hash.digest('hex');
}

async function expectTakenOnce({ place, direct }: Ground): Promise<void> {
  expect(place.count('select count(*) from batch')).toBe(4);
  expect(place.count('select count(*) from lead_card')).toBe(RECORDS);
  expect(place.count('select count(*) from file where crashes > 0 or failures > 0')).toBe(0);
  expect(await keysUnder(direct, INBOX)).toEqual([]);
  expect(await keysUnder(direct, 'quarantine/')).toEqual([]);
  expect(await keysUnder(direct, 'archive/')).toHaveLength(4);
  await expectSoundLogs(place, PRODUCER, CONSUMER);
}

test.each([
  ['an answer that is lost after the upload', { kind: 'lose-answer' }],
  ['a bit that flips during the upload', { kind: 'flip-up' }],
  ['a reset', { kind: 'reset' }],
  ['a 503 with Retry-After', { ...STORM, retryAfter: 1 }],
] as const)('an export overcomes %s: published once, with the right bytes', async (_, fault) => {
  const ground = await makeGround({ call: 'put', key: /exports/, times: 2, fault });
  const ended = await exporting(ground);
  expect(ended.code, ended.stderr).toBe(EXIT.ok);
  expect(ground.proxy.stats().faults).toEqual({ [fault.kind]: 2 });
  await expectPublishedOnce(ground);
});

test.each([
  ['a 503 storm', STORM, EXIT.tryLater, 0],
  ['uploads that arrive hurt', { kind: 'flip-up' }, EXIT.tryLater, 0],
  ['answers that never come back', { kind: 'lose-answer' }, EXIT.tryLater, 1],
  ['a 403', FORBIDDEN, EXIT.configuration, 0],
] as const)('an export in %s ends in time; the outbox is resumed by the next one', async (_, fault, code, inStore) => {
  const ground = await makeGround({ call: 'put', fault });
  const { place, proxy, direct } = ground;
  const ended = await exporting(ground);
  expect(ended.code, ended.stderr).toBe(code);
  expect(proxy.stats().faults[fault.kind]).toBeGreaterThan(0);
  // What is there by then came in whole.
  const there = await keysUnder(direct, INBOX);
  expect(there).toHaveLength(inStore);
  const hashes = place.query<{ sha256: string }>('select sha256 from outbox', PRODUCER).map(({ sha256 }) => sha256);
  for (const key of there) expect(hashes).toContain(await sha256Of(direct, key));
  expect(place.count(`select count(*) from outbox where state <> 'pending'`, PRODUCER)).toBe(0);

  proxy.setRules([]);
  expect((await exporting(ground)).code).toBe(EXIT.ok);
  await expectPublishedOnce(ground);
  const again = await place.json<{ batches: { status: string }[] }>(0, 'export', ground.input, '--batch-size', '100');
  expect(again.batches.map(({ status }) => status)).toEqual(['exists', 'exists', 'exists', 'exists']);
});

test.each([
  ['a 503 storm at its listings', { call: 'list', fault: STORM }, EXIT.tryLater],
  ['a 503 storm at its reads', { call: 'get', fault: STORM }, EXIT.ok],
  ['a 403 at its reads', { call: 'get', fault: FORBIDDEN }, EXIT.configuration],
  ['a 403 at its uploads', { call: 'put', fault: FORBIDDEN }, EXIT.configuration],
  ['bits that flip in all it reads', { call: 'get', fault: { kind: 'flip-down' } }, EXIT.ok],
] as const)('a poll in %s blames no file; the next one takes them all', async (_, rule, code) => {
  const ground = await makeGround();
  const { place, proxy, direct } = ground;
  expect((await exporting(ground)).code).toBe(EXIT.ok);
  proxy.setRules([rule]);
  const ended = await place.run('poll', '--once', '--json');
  expect(ended.code, ended.stderr).toBe(code);
  if (ended.code === EXIT.ok) expect(JSON.parse(ended.stdout)).toMatchObject({ retried: 4, quarantined: 0 });
  expect(await keysUnder(direct, INBOX)).toHaveLength(4);

  proxy.setRules([]);
  const later = await place.runWith(LATER, 'poll', '--once', '--json');
  expect(later.code, later.stderr).toBe(EXIT.ok);
  await expectTakenOnce(ground);
});

test('a poll over a road where every tenth call goes wrong hands everything over once, run by run', async () => {
  const ground = await makeGround();
  const { place, proxy } = ground;
  expect((await exporting(ground)).code).toBe(EXIT.ok);
  const faults: readonly Fault[] = [STORM, { kind: 'reset' }, { kind: 'lose-answer' }, { kind: 'latency', ms: 100 }];
  const bodies: readonly Fault[] = [{ kind: 'stop-body' }, { kind: 'flip-down' }];
  proxy.setRules([
    ...faults.map((fault): Rule => ({ call: 'any', probability: 0.1, fault })),
    ...bodies.map((fault): Rule => ({ call: 'get', probability: 0.1, fault })),
    { call: 'put', probability: 0.1, fault: { kind: 'flip-up' } },
  ]);
  for (let run = 1; run <= 12 && unfinished(place) > 0; run += 1) {
    const shifted = leversEnvironment({ clockShiftMs: run * 2 * 60 * 60_000 });
    const ended = await place.runWith(shifted, 'poll', '--once', '--json');
    expect([EXIT.ok, EXIT.tryLater], ended.stderr).toContain(ended.code);
  }
  expect(unfinished(place)).toBe(0);
  proxy.setRules([]);
  await expectTakenOnce(ground);
});

/** Batches that the consumer has not yet taken and archived. */
function unfinished(place: Place): number {
  const [done] = place.peek<{ n: number }>(`select count(*) as n from file where state = 'done'`);
  return 4 - (done?.n ?? 0);
}
