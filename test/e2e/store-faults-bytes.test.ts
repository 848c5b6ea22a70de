import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { expect, test, vi } from 'vitest';
import { planPoll } from '../../src/poller/index.ts';
import { INBOX, lead, ROUTES } from '../poller/world.ts';
import type { Rule } from '../support/fault-proxy.ts';
import { testServer } from '../support/gateway.ts';
import {
  batchText,
  expectHandedOver,
  expectNobodyBlamed,
  type FaultyWorld,
  fillInbox,
  keysUnder,
  makeFaultyWorld,
  pollOutcome,
  pollUntilDone,
  putInto,
} from './store-faults-world.ts';

vi.setConfig({ testTimeout: 120_000 });

const ID = 'sxp_2026_01_11_001';
const BODY = batchText(ID);
/** A letter of a name, which is another letter when its lowest bit flips, and a quote, without which nothing is JSON. */
const LETTER = BODY.indexOf('"display_name":"') + '"display_name":"'.length;
const QUOTE = BODY.indexOf('"records"');

function flips(at: number, more: Partial<Rule> = {}): Rule {
  return { call: 'get', key: /exports/, fault: { kind: 'flip-down', at, bit: 0 }, ...more };
}

async function expectTaken({ world, direct }: FaultyWorld): Promise<void> {
  expect(await world.database.query('select display_name from lead_card order by position')).toEqual(
    [1, 2, 3].map((position) => ({ display_name: lead(position)['display_name'] })),
  );
  expect(await keysUnder(direct, 'exports/')).toEqual([]);
  expect(await keysUnder(direct, 'quarantine/')).toEqual([]);
}

/** As another client does with large files: what the store states then is no MD5. */
async function putInParts(faulty: FaultyWorld, id: string, body: string): Promise<void> {
  const { endpoint, region } = testServer();
  const client = new S3Client({ endpoint, region, forcePathStyle: true });
  const [, Bucket] = /^s3:\/\/([^/?]+)/.exec(faulty.direct.location) ?? [];
  const Key = `${INBOX}${id}.json`;
  const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket, Key }));
  const { ETag } = await client.send(new UploadPartCommand({ Bucket, Key, UploadId, PartNumber: 1, Body: body }));
  const MultipartUpload = { Parts: [{ PartNumber: 1, ETag }] };
  await client.send(new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload }));
  client.destroy();
}

test.each([
  ['a letter that is another one', LETTER, true],
  ['a letter that is another one', LETTER, false],
  ['a quote that is none', QUOTE, true],
  ['a quote that is none', QUOTE, false],
])(
  '%s on the way, at byte %i, with a stated hash: %s: the file is read again and taken as it is',
  async (_, at, stated) => {
    const faulty = await makeFaultyWorld();
    const { world, proxy } = faulty;
    await putInto(faulty.direct, ID, BODY, stated);
    proxy.setRules([flips(at, { times: 1 })]);
    expect(await world.poll()).toMatchObject({ ingested: 1, quarantined: 0, retried: 0, archived: 1 });
    expect(proxy.stats().faults).toEqual({ 'flip-down': 1 });
    expect(await world.count(`select count(*) from audit_log where entry like '%"next":"re-read"%'`)).toBe(1);
    await expectTaken(faulty);
    await world.auditEvents();
  },
);

test.each([
  ['with a stated hash', async (faulty: FaultyWorld) => putInto(faulty.direct, ID, BODY, true)],
  ['without one', async (faulty: FaultyWorld) => putInto(faulty.direct, ID, BODY, false)],
  ['without anything that vouches for it', async (faulty: FaultyWorld) => putInParts(faulty, ID, BODY)],
])('two reads that bring other bytes each are the fault of the wire: %s', async (_, put) => {
  const faulty = await makeFaultyWorld();
  const { world, proxy } = faulty;
  await put(faulty);
  proxy.setRules([flips(QUOTE, { times: 1 }), flips(QUOTE + 8, { times: 1 })]);
  expect(await world.poll()).toMatchObject({ ingested: 0, quarantined: 0, retried: 1 });
  expect(await world.database.query('select state, error, failures, crashes from file')).toEqual([
    { state: 'retry_wait', error: 'unavailable', failures: 0, crashes: 0 },
  ]);
  await pollUntilDone(faulty);
  await expectTaken(faulty);
  await world.auditEvents();
});

test('what is wrong in the same way twice is the file: bytes that break the stated hash, and a batch in parts that is no JSON', async () => {
  const faulty = await makeFaultyWorld();
  const { world, proxy } = faulty;
  const broken = 'sxp_2026_01_11_002';
  await putInto(faulty.direct, ID, BODY, true);
  await putInParts(faulty, broken, batchText(broken).slice(0, -20));
  proxy.setRules([flips(LETTER, { key: new RegExp(ID) })]);
  expect(await world.poll()).toMatchObject({ quarantined: 2, ingested: 0 });
  expect(await world.database.query('select code, attempts from file order by key')).toEqual([
    { code: 'CHECKSUM_MISMATCH', attempts: 2 },
    { code: 'JSON_INVALID', attempts: 2 },
  ]);
});

test('a batch in parts with another version or target on the way is neither held nor skipped', async () => {
  const faulty = await makeFaultyWorld();
  const { world, proxy } = faulty;
  const other = 'sxp_2026_01_11_002';
  await putInParts(faulty, ID, BODY);
  await putInParts(faulty, other, batchText(other));
  const version = { fault: { kind: 'flip-down', at: BODY.indexOf('"v1"') + 2, bit: 1 } } as const;
  const target = { fault: { kind: 'flip-down', at: BODY.indexOf('nextier'), bit: 1 } } as const;
  proxy.setRules([
    { call: 'get', key: new RegExp(ID), times: 1, ...version },
    { call: 'get', key: new RegExp(other), times: 1, ...target },
  ]);
  // Nothing vouches for the second reads either: a third one must agree with them.
  expect(await world.poll()).toMatchObject({ ingested: 0, held: 0, skipped: 0, retried: 2 });
  expect(proxy.stats().faults).toEqual({ 'flip-down': 2 });
  await pollUntilDone(faulty);
  expect(await world.count('select count(*) from batch')).toBe(2);
});

test('a batch in parts with a letter that is another one on the way is not taken as it came', async () => {
  const faulty = await makeFaultyWorld();
  const { world, proxy } = faulty;
  await putInParts(faulty, ID, BODY);
  proxy.setRules([flips(LETTER, { times: 1 })]);
  expect(await world.poll()).toMatchObject({ ingested: 0, quarantined: 0, retried: 1 });
  expect(proxy.stats().faults).toEqual({ 'flip-down': 1 });
  await pollUntilDone(faulty);
  await expectTaken(faulty);
  await world.auditEvents();
});

test('a duplicate with a letter that is another one on the way is no other batch under its id', async () => {
  const faulty = await makeFaultyWorld();
  const { world, proxy } = faulty;
  await putInto(faulty.direct, ID, BODY, true);
  await world.poll();
  await putInParts(faulty, ID, BODY);
  proxy.setRules([flips(LETTER, { times: 1 })]);
  expect(await world.poll()).toMatchObject({ duplicates: 0, quarantined: 0, retried: 1 });
  faulty.shiftClock();
  expect(await world.poll()).toMatchObject({ duplicates: 1, quarantined: 0, retried: 0 });
  await expectTaken(faulty);
});

test('the second read may be that of another run', async () => {
  const faulty = await makeFaultyWorld();
  const { world, proxy } = faulty;
  await putInto(faulty.direct, ID, BODY, false);
  proxy.setRules([flips(QUOTE, { times: 1 }), flips(LETTER, { times: 1 })]);
  expect(await world.poll({ limit: 1 })).toMatchObject({ ingested: 0, retried: 0 });
  expect(await world.poll({ limit: 1 })).toMatchObject({ ingested: 0, retried: 1 });
  faulty.shiftClock();
  expect(await world.poll({ limit: 1 })).toMatchObject({ ingested: 1 });
  await expectTaken(faulty);
});

test('a plan reads once more before it says anything bad about a file, as a poll does', async () => {
  const faulty = await makeFaultyWorld();
  const { world, proxy } = faulty;
  await putInParts(faulty, ID, BODY);
  const planned = async (...rules: Rule[]) => {
    proxy.setRules(rules);
    for await (const plan of planPoll(world.deps, ROUTES)) return plan;
    return undefined;
  };
  const key = `${INBOX}${ID}.json`;
  expect(await planned()).toEqual({ key, verdict: 'ingested' });
  expect(await planned(flips(QUOTE, { times: 1 }))).toEqual({ key, verdict: 'retried' });
  expect(await planned(flips(QUOTE, { times: 1 }), flips(QUOTE + 8))).toEqual({ key, verdict: 'retried' });
  expect(await planned(flips(QUOTE))).toEqual({ key, verdict: 'quarantined', code: 'JSON_INVALID' });
  expect(await world.count('select count(*) from file')).toBe(0);
});

test('a listing that is late shows what was moved away, and the run neither takes nor blames it again', async () => {
  const faulty = await makeFaultyWorld();
  const { world, proxy } = faulty;
  const inbox = await fillInbox(faulty, 11);
  await world.poll();
  proxy.setRules([{ call: 'list', fault: { kind: 'old-listing' } }]);
  for (let run = 0; run < 3; run += 1) {
    expect(await world.poll()).toMatchObject({ listed: 6, ingested: 0, duplicates: 0, quarantined: 0, vanished: 0 });
    faulty.shiftClock();
  }
  await expectHandedOver(faulty, [inbox]);
});

test('a listing that hides what is new only puts it off', async () => {
  const faulty = await makeFaultyWorld();
  const { world, proxy } = faulty;
  const first = await fillInbox(faulty, 11);
  proxy.setRules([{ call: 'list', fault: { kind: 'hide-keys', keys: /_00[1-6]/ } }]);
  expect(await world.poll()).toMatchObject({ listed: 0 });
  proxy.setRules([{ call: 'list', fault: { kind: 'hide-keys', keys: /_00[135]/ } }]);
  expect(await world.poll()).toMatchObject({ listed: 3, ingested: 2, quarantined: 1 });
  proxy.setRules([{ call: 'list', key: /exports/, fault: { kind: 'old-listing' } }]);
  const second = await fillInbox(faulty, 12);
  await pollOutcome(faulty);
  await expectNobodyBlamed(faulty, [first, second]);
  await pollUntilDone(faulty);
  await expectHandedOver(faulty, [first, second]);
});

test('whichever bits of listings are hurt on the way, in the end all is handed over once', async () => {
  const faulty = await makeFaultyWorld();
  const { world, proxy } = faulty;
  const inboxes = [await fillInbox(faulty, 11)];
  proxy.setRules([{ call: 'list', fault: { kind: 'flip-down' } }]);
  for (let run = 0; run < 40; run += 1) {
    if (run % 10 === 9) inboxes.push(await fillInbox(faulty, 11 + inboxes.length));
    const outcome = await pollOutcome(faulty);
    if (typeof outcome === 'string') expect(outcome).toBe('unavailable');
    faulty.shiftClock();
  }
  await pollUntilDone(faulty);
  // Only names that no object ever had may have vanished.
  const names = inboxes.flatMap(({ good, bad }) => [...good.keys(), bad]);
  const vanished = await world.database.query<{ key: string }>(`select key from file where state = 'vanished'`);
  expect(vanished.filter(({ key }) => names.some((name) => key === `${INBOX}${name}.json`))).toEqual([]);
  await world.database.run(`delete from file where state = 'vanished'`);
  await expectHandedOver(faulty, inboxes);
});

test('a body that hangs is given up after thirty seconds; the others do not wait for it, and it is read later', async () => {
  const faulty = await makeFaultyWorld();
  const { world, proxy } = faulty;
  const inbox = await fillInbox(faulty, 11);
  proxy.setRules([{ call: 'get', key: /_003/, fault: { kind: 'hang-body' } }]);
  const report = await world.poll();
  expect(report).toMatchObject({ ingested: 4, quarantined: 1, retried: 1 });
  expect(report.duration_ms).toBeGreaterThan(29_000);
  expect(report.duration_ms).toBeLessThan(60_000);
  await expectNobodyBlamed(faulty, [inbox]);
  await pollUntilDone(faulty);
  await expectHandedOver(faulty, [inbox]);
});

test('ten files in a row that cannot be read end the run, and none of them is blamed', async () => {
  const faulty = await makeFaultyWorld();
  const { world, proxy, direct } = faulty;
  for (let number = 10; number < 35; number += 1)
    await putInto(direct, `sxp_2026_01_11_0${number}`, batchText(`sxp_2026_01_11_0${number}`, number * 3), true);
  proxy.setRules([{ call: 'get', fault: { kind: 'status', status: 503, code: 'SlowDown' } }]);
  expect(await pollOutcome(faulty)).toBe('unavailable');
  // The tenth ends the run with its group commit, in which a few more may be.
  expect(await world.count(`select count(*) from file where state = 'retry_wait'`)).toBeGreaterThanOrEqual(10);
  expect(await world.count(`select count(*) from file where state = 'ready'`)).toBeGreaterThan(0);
  await expectNobodyBlamed(faulty, []);
  await pollUntilDone(faulty);
  expect(await world.count('select count(*) from batch')).toBe(25);
  await world.auditEvents();
});
