import { createHash } from 'node:crypto';
import { expect, onTestFinished } from 'vitest';
import { codeOf } from '../../src/base/errors.ts';
import { type ObjectStore, openStore, payloadOf } from '../../src/objectstore/index.ts';
import type { PollReport } from '../../src/poller/index.ts';
import { envelope, INBOX, lead, makeWorld, type World } from '../poller/world.ts';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts';
import { freshBucket, storeUrl, testServer } from '../support/gateway.ts';

/** Longer than any wait between two attempts. */
const LONG_MS = 2 * 60 * 60_000;
/** Clean runs after which everything must be done. */
const MAX_RUNS = 4;
const signal = new AbortController().signal;

/** A consumer whose store is the real gateway behind the proxy; the test itself goes to the gateway directly. */
export interface FaultyWorld {
  readonly world: World;
  readonly proxy: FaultProxy;
  readonly direct: ObjectStore;
  /** Makes every wait of the consumer be over. */
  shiftClock(): void;
}

export async function makeFaultyWorld(): Promise<FaultyWorld> {
  const bucket = await freshBucket();
  const proxy = await startFaultProxy(testServer().endpoint);
  let shiftMs = 0;
  const world = await makeWorld({
    storeUrl: storeUrl(bucket.bucket, { endpoint: proxy.endpoint }),
    clock: { now: () => Date.now() + shiftMs },
  });
  const direct = await openStore(bucket.url);
  onTestFinished(async () => {
    await direct.close();
    await proxy.close();
  });
  return { world, proxy, direct, shiftClock: () => void (shiftMs += LONG_MS) };
}

/** One inbox: what was put there, by batch id. */
export interface Inbox {
  readonly good: ReadonlyMap<string, string>;
  readonly bad: string;
}

/** Three batches as an exporter puts them, two as a person does, without a hash, and one that really is broken. */
export async function fillInbox({ direct }: FaultyWorld, day: number): Promise<Inbox> {
  const idOf = (number: number) => `sxp_2026_01_${String(day).padStart(2, '0')}_00${number}`;
  const good = new Map<string, string>();
  for (const number of [1, 2, 3, 4, 5]) {
    const body = batchText(idOf(number), day * 100 + number * 10);
    good.set(idOf(number), sha256Of(Buffer.from(body)));
    await putInto(direct, idOf(number), body, number <= 3);
  }
  const bad = idOf(6);
  await putInto(direct, bad, batchText(bad, day).slice(0, -20), false);
  return { good, bad };
}

export function batchText(id: string, firstLead = 1): string {
  return JSON.stringify(envelope({ id, records: [0, 1, 2].map((position) => lead(firstLead + position)) }));
}

export async function putInto(store: ObjectStore, id: string, body: string, stated: boolean): Promise<void> {
  const payload = payloadOf(Buffer.from(body));
  await store.putIfAbsent(`${INBOX}${id}.json`, payload, stated ? { sha256: payload.sha256 } : {}, signal);
}

/** The run's report, or the code that it ended with. */
export async function pollOutcome({ world }: FaultyWorld): Promise<PollReport | string> {
  try {
    return await world.poll();
  } catch (thrown) {
    return codeOf(thrown);
  }
}

/** Clean runs until nothing is left to do. */
export async function pollUntilDone(faulty: FaultyWorld): Promise<void> {
  faulty.proxy.setRules([]);
  for (let run = 0; run < MAX_RUNS; run += 1) {
    faulty.shiftClock();
    await faulty.world.poll();
    if ((await faulty.world.count(UNFINISHED)) === 0) return;
  }
  expect(await faulty.world.database.query('select key, state, error from file')).toEqual('all of them done');
}

const UNFINISHED = `select count(*) from file
  where state not in ('done', 'quarantined', 'superseded', 'vanished', 'held', 'skipped')`;

/** Whatever went wrong between us and the store, only what really is broken may be called so. */
export async function expectNobodyBlamed({ world }: FaultyWorld, inboxes: readonly Inbox[]): Promise<void> {
  const blamed = await world.database.query<{ key: string; code: string }>(
    `select key, code from file where state in ('quarantined', 'quarantining', 'held', 'skipped', 'vanished') order by key`,
  );
  const broken = inboxes.map(({ bad }) => ({ key: `${INBOX}${bad}.json`, code: 'JSON_INVALID' }));
  expect(broken).toEqual(expect.arrayContaining(blamed));
  expect(await world.count('select count(*) from file where crashes > 0 or failures > 0')).toBe(0);
}

/** Everything was taken once, letter by letter, and the inbox holds no more than `left`. */
export async function expectHandedOver(
  faulty: FaultyWorld,
  inboxes: readonly Inbox[],
  left: readonly string[] = [],
): Promise<void> {
  const { world, direct } = faulty;
  const expected = new Map(inboxes.flatMap(({ good }) => [...good]));
  const ledger = await world.database.query<{ batch_id: string; sha256: string }>('select batch_id, sha256 from batch');
  expect(new Map(ledger.map(({ batch_id, sha256 }) => [batch_id, sha256]))).toEqual(expected);
  expect(await world.count('select count(*) from lead_card')).toBe(expected.size * 3);
  expect((await hashesUnder(direct, 'archive/')).toSorted()).toEqual([...expected.values()].toSorted());
  expect(await keysUnder(direct, 'exports/')).toEqual(left.map((id) => `${INBOX}${id}.json`));
  expect(await keysUnder(direct, 'quarantine/')).toHaveLength(inboxes.length * 2);
  await expectNobodyBlamed(faulty, inboxes);
  await world.auditEvents();
}

export async function keysUnder(store: ObjectStore, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const page of store.list(prefix, { signal })) keys.push(...page.map(({ key }) => key));
  return keys;
}

async function hashesUnder(store: ObjectStore, prefix: string): Promise<string[]> {
  const keys = await keysUnder(store, prefix);
  return Promise.all(keys.map(async (key) => sha256Of(await bytesOf(store, key))));
}

async function bytesOf(store: ObjectStore, key: string): Promise<Buffer> {
  const { body } = await store.open(key, { signal });
  if (!('stream' in body)) throw new Error('a bucket gives streams');
  const chunks: Uint8Array[] = [];
  for await (const chunk of body.stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
