import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AppError, type ErrorCode } from '../../src/base/errors.ts';
import { thisProcess } from '../../src/base/process-identity.ts';
import { type HandoffReceipt, parseReceipt, receiptKey } from '../../src/contract/index.ts';
import { type ObjectStore, payloadOf } from '../../src/objectstore/index.ts';
import { releaseQuarantined, type PollReport, type PollRequest, runPoll } from '../../src/poller/index.ts';
import { quarantineKey } from '../../src/poller/keys.ts';
import { dropByHand, envelope, INBOX, lead, makeWorld, ROUTES, runElsewhere, sha256, SYSTEM, type World } from './world.ts'; // prettier-ignore

const ID = 'sxp_2026_01_11_001';
const NAME = `${ID}.json`;
const good = JSON.stringify(envelope());
const bad = JSON.stringify(envelope({ records: [lead(1, { tribe: 'nobody@example.com' })] }));
const newer = JSON.stringify(envelope({ change: { schema_version: 'v2' } }));
const keyOf = (body: string, id = ID): string => receiptKey(SYSTEM, 'lead-batches', id, sha256(body));

async function receiptIn(world: World, key: string): Promise<HandoffReceipt> {
  return parseReceipt(await readFile(join(world.folder, 'bucket', key)));
}

/** A run of the same consumer whose store answers `code` to puts under receipts/. */
async function pollWithoutReceipts(
  world: World,
  code: ErrorCode,
  isStuck: (key: string) => boolean = () => true,
): Promise<{ report: Promise<PollReport>; puts: string[] }> {
  const puts: string[] = [];
  const store = new Proxy<ObjectStore>(world.store, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (name !== 'putIfAbsent') return typeof member === 'function' ? (member.bind(target) as unknown) : member;
      return async (...call: Parameters<ObjectStore['putIfAbsent']>) => {
        if (!call[0].startsWith('receipts/') || !isStuck(call[0])) return target.putIfAbsent(...call);
        puts.push(call[0]);
        throw new AppError(code, `write ${call[0]}`);
      };
    },
  });
  const report = runPoll(
    { ...world.deps, store },
    { routes: ROUTES, worker: 'default', identity: thisProcess(), limit: 10_000, breaker: false },
  );
  await Promise.allSettled([report]);
  return { report, puts };
}

const due = (world: World): Promise<number> => world.count("select count(*) from file where receipt = 'due'");
const WITHOUT: Partial<PollRequest> = {
  routes: ROUTES.map((route) => ({ ...route, contract: { ...route.contract, receipts: false } })),
};

test('a batch that was taken is answered with what the ledger knows of it', async () => {
  const world = await makeWorld();
  await world.put(NAME, good);
  const { run_id } = await world.poll();
  const [taken] = await world.database.query<{ committed_at: string }>('select committed_at from batch');
  expect(await receiptIn(world, keyOf(good))).toEqual({
    contract: 'handoff-receipt',
    schema_version: 'v1',
    batch_contract: 'lead-card-batch',
    batch_id: ID,
    batch_schema_version: 'v1',
    sha256: sha256(good),
    bytes: Buffer.byteLength(good),
    records: 3,
    source: 'social-xpress-engine',
    system: SYSTEM,
    key: INBOX + NAME,
    verdict: 'ingested',
    reason_code: null,
    problems: [],
    decided_at: taken?.committed_at,
    run_id,
  });
  const [noted] = await world.database.query(
    "select batch_id, checksum, outcome from audit_log where event = 'receipt.written'",
  );
  expect(noted).toEqual({ batch_id: ID, checksum: sha256(good), outcome: 'success' });
});

test('a refused batch is answered with its reason by place and rule, never with a value', async () => {
  const world = await makeWorld();
  await world.put(NAME, bad);
  expect(await world.poll()).toMatchObject({ quarantined: 1, receipts: 1 });
  expect(await receiptIn(world, keyOf(bad))).toMatchObject({
    verdict: 'quarantined',
    reason_code: 'SCHEMA_INVALID',
    problems: [{ code: 'SCHEMA_INVALID', pointer: '/records/0/tribe' }],
    records: null,
    source: null,
  });
  expect(await readFile(join(world.folder, 'bucket', keyOf(bad)), 'utf8')).not.toContain('nobody');
});

test('what a refused batch says of itself is repeated only where it could be true', async () => {
  const world = await makeWorld();
  const body = JSON.stringify(envelope({ change: { schema_version: 'v1\u001b[31m' } }));
  await world.put(NAME, body);
  await world.poll();
  expect(await receiptIn(world, keyOf(body))).toMatchObject({ verdict: 'quarantined', batch_schema_version: null });
});

test('a held batch is answered as held, and stays in the inbox', async () => {
  const world = await makeWorld();
  await world.put(NAME, newer);
  expect(await world.poll()).toMatchObject({ held: 1, receipts: 1 });
  expect(await receiptIn(world, keyOf(newer))).toMatchObject({ verdict: 'held', reason_code: 'VERSION_NEWER' });
  expect(await world.keys(INBOX)).toEqual([INBOX + NAME]);
  expect(await world.poll()).toMatchObject({ receipts: 0 });
});

test('a duplicate changes nothing about the answer', async () => {
  const world = await makeWorld();
  await world.put(NAME, good);
  await world.poll();
  const first = await readFile(join(world.folder, 'bucket', keyOf(good)));
  await dropByHand(world, NAME, good);
  expect(await world.poll()).toMatchObject({ duplicates: 1, receipts: 1 });
  expect(await readFile(join(world.folder, 'bucket', keyOf(good)))).toEqual(first);
  expect(await world.keys('receipts/')).toEqual([keyOf(good)]);
});

test('a duplicate whose first receipt is gone is answered by the facts of the batch that was taken', async () => {
  const world = await makeWorld();
  await world.put(NAME, good);
  await world.poll();
  const first = await receiptIn(world, keyOf(good));
  await rm(join(world.folder, 'bucket', keyOf(good)));
  await dropByHand(world, NAME, good);
  await world.poll();
  expect(await receiptIn(world, keyOf(good))).toEqual(first);
});

test('other bytes under a taken id get an answer of their own, and the first one stays', async () => {
  const world = await makeWorld();
  await world.put(NAME, good);
  await world.poll();
  const other = good.replace('"username":"', '"username":"X');
  await dropByHand(world, NAME, other);
  await world.poll();
  expect(await receiptIn(world, keyOf(other))).toMatchObject({
    verdict: 'quarantined',
    reason_code: 'BATCH_ID_REUSED',
  });
  expect(await receiptIn(world, keyOf(good))).toMatchObject({ verdict: 'ingested' });
});

test('what was never read, or is addressed to another system, gets no answer', async () => {
  const world = await makeWorld();
  await world.put(NAME, '');
  const other = JSON.stringify(envelope({ id: 'sxp_2026_01_11_002', change: { target: 'outreach-global' } }));
  await world.put('sxp_2026_01_11_002.json', other);
  expect(await world.poll()).toMatchObject({ quarantined: 1, skipped: 1, receipts: 0 });
  expect(await world.keys('receipts/')).toEqual([]);
  expect(await due(world)).toBe(0);
});

test('a name with control characters is refused without a receipt', async () => {
  const world = await makeWorld();
  await dropByHand(world, 'a\u001b[2Jb.json', bad);
  expect(await world.poll()).toMatchObject({ quarantined: 1, receipts: 0 });
  expect(await world.keys('receipts/')).toEqual([]);
});

test('a refused batch that is released and then taken is answered anew', async () => {
  const world = await makeWorld();
  // Its metadata is wrong, its bytes are good: the release puts them back without.
  await world.put(NAME, good, { sha256: sha256('other') });
  await world.poll();
  expect(await receiptIn(world, keyOf(good))).toMatchObject({ reason_code: 'CHECKSUM_MISMATCH' });
  await releaseQuarantined(world.deps, ID, 'operator:test');
  expect(await world.poll()).toMatchObject({ ingested: 1, receipts: 1 });
  expect(await receiptIn(world, keyOf(good))).toMatchObject({ verdict: 'ingested', reason_code: null });
  const details = await world.database.query<{ detail: string }>(
    "select detail from audit_log where event = 'receipt.written' order by seq",
  );
  expect(details.map(({ detail }) => (JSON.parse(detail) as { how: string }).how)).toEqual(['created', 'replaced']);
});

test('files that the breaker gives back are not answered', async () => {
  const world = await makeWorld();
  for (let n = 1; n <= 6; n += 1) {
    const id = `sxp_2026_01_11_00${n}`;
    await world.put(`${id}.json`, JSON.stringify(envelope({ id, records: [lead(n, { tribe: 'nobody' })] })));
  }
  expect(await world.poll({ breaker: true })).toMatchObject({ breaker: 'SCHEMA_INVALID', receipts: 0 });
  expect(await world.keys('receipts/')).toEqual([]);
  expect(await due(world)).toBe(0);
});

test('without receipts none is written and none is due, also when they are switched on later', async () => {
  const world = await makeWorld();
  await world.put(NAME, good);
  expect(await world.poll(WITHOUT)).toMatchObject({ ingested: 1, receipts: 0 });
  expect(await world.poll()).toMatchObject({ receipts: 0 });
  expect(await world.keys('receipts/')).toEqual([]);
});

test('receipts that are due wait while they are switched off', async () => {
  const world = await makeWorld();
  await world.put(NAME, good);
  await pollWithoutReceipts(world, 'unavailable');
  expect(await world.poll(WITHOUT)).toMatchObject({ receipts: 0 });
  expect(await due(world)).toBe(1);
  expect(await world.poll()).toMatchObject({ receipts: 1 });
});

test('what a run did not live to answer is answered by the next one, though it finds nothing new', async () => {
  const world = await makeWorld();
  await world.put(NAME, good);
  await world.put('sxp_2026_01_11_002.json', bad);
  const { report } = await pollWithoutReceipts(world, 'unavailable');
  // The environment is never charged to a file.
  expect(await report).toMatchObject({ ingested: 1, archived: 1, quarantined: 1, retried: 0, receipts: 0 });
  expect(await world.count("select count(*) from file where state in ('done', 'quarantined')")).toBe(2);
  expect(await world.poll()).toMatchObject({ listed: 0, receipts: 2 });
  expect(await world.poll()).toMatchObject({ receipts: 0 });
  expect((await world.auditEvents()).filter((event) => event === 'receipt.written')).toHaveLength(2);
});

test('a store that takes no receipts is asked a few times, not once a file', async () => {
  const world = await makeWorld();
  for (let n = 100; n < 160; n += 1) {
    const id = `sxp_2026_01_11_${n}`;
    await world.put(`${id}.json`, JSON.stringify(envelope({ id, records: [lead(n)] })));
  }
  const { report, puts } = await pollWithoutReceipts(world, 'unavailable');
  expect(await report).toMatchObject({ ingested: 60 });
  expect(puts.length).toBeGreaterThan(16);
  expect(puts.length).toBeLessThanOrEqual(32);
  expect(await due(world)).toBe(60);
});

test('a dozen receipts that cannot be written keep none of the others waiting', async () => {
  const world = await makeWorld();
  const idOf = (n: number): string => `sxp_2026_01_11_${100 + n}`;
  const stuck = Array.from({ length: 12 }, (_, n) => n);
  for (let n = 0; n < 40; n += 1)
    await world.put(`${idOf(n)}.json`, JSON.stringify(envelope({ id: idOf(n), records: [lead(n)] })));
  const { report } = await pollWithoutReceipts(world, 'unavailable', (key) => stuck.some((n) => key.includes(idOf(n))));
  expect(await report).toMatchObject({ ingested: 40, receipts: 28 });
  expect(await due(world)).toBe(stuck.length);
});

test('a run leaves the receipts of files that another live run judged to it, and none of a dead one', async () => {
  const world = await makeWorld();
  const second = 'sxp_2026_01_11_002.json';
  await world.put(NAME, good);
  await world.put(second, bad);
  await pollWithoutReceipts(world, 'unavailable');
  await runElsewhere(world, 'other', 1);
  await world.database.run("update file set run_id = 'run-other' where key = $1", [INBOX + second]);
  expect(await world.poll()).toMatchObject({ receipts: 1 });
  expect(await world.keys('receipts/')).toEqual([keyOf(good)]);
  await world.database.run("update run_lease set lease_until_ms = 0 where worker = 'other'");
  expect(await world.poll()).toMatchObject({ receipts: 1 });
  expect(await due(world)).toBe(0);
});

test('a permission that is missing is said at the end of the run, when everything else is done', async () => {
  const world = await makeWorld();
  await world.put(NAME, good);
  const { report } = await pollWithoutReceipts(world, 'denied');
  await expect(report).rejects.toMatchObject({
    code: 'denied',
    hint: expect.stringContaining('receipts/nextier-execution/') as string,
  });
  expect(await world.count("select count(*) from file where state = 'done'")).toBe(1);
  expect(await world.count('select count(*) from lead_card')).toBe(3);
  expect(await world.poll()).toMatchObject({ receipts: 1 });
});

test('a refused file that cannot be moved is not answered before it is out of the inbox', async () => {
  const world = await makeWorld();
  const file = { key: INBOX + NAME, etag: '' };
  const destination = quarantineKey(SYSTEM, 'lead-batches', file, sha256(bad), world.deps.clock.now());
  await world.store.putIfAbsent(destination, payloadOf(Buffer.from('in the way')), {}, world.deps.signal);
  await world.put(NAME, bad);
  expect(await world.poll()).toMatchObject({ alerts: 1, receipts: 0 });
  expect(await world.keys('receipts/')).toEqual([]);
  await rm(join(world.folder, 'bucket', destination));
  expect(await world.poll()).toMatchObject({ receipts: 1 });
  expect(await receiptIn(world, keyOf(bad))).toMatchObject({ verdict: 'quarantined' });
});

test('a held file that is replaced before its answer was written leaves none', async () => {
  const world = await makeWorld();
  await world.put(NAME, newer);
  await pollWithoutReceipts(world, 'unavailable');
  await rm(join(world.folder, 'bucket', INBOX, NAME));
  await dropByHand(world, NAME, good);
  expect(await world.poll()).toMatchObject({ ingested: 1, receipts: 1 });
  expect(await world.keys('receipts/')).toEqual([keyOf(good)]);
  expect(await due(world)).toBe(0);
});

test('parallel pollers write each receipt once, over more than one page of them', async () => {
  const world = await makeWorld();
  for (let n = 1; n <= 510; n += 1) {
    const id = `sxp_2026_01_11_${String(n).padStart(4, '0')}`;
    await dropByHand(world, `${id}.json`, JSON.stringify(envelope({ id, records: [lead(n)] })));
  }
  await pollWithoutReceipts(world, 'unavailable');
  expect(await due(world)).toBe(510);
  const reports = await Promise.all(['one', 'two', 'three'].map(async (worker) => world.poll({ worker })));
  expect(reports.reduce((sum, { receipts }) => sum + receipts, 0)).toBe(510);
  expect(await world.keys('receipts/')).toHaveLength(510);
  expect((await world.auditEvents()).filter((event) => event === 'receipt.written')).toHaveLength(510);
});
