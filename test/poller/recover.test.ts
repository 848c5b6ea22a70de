import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  discardQuarantined,
  listQuarantine,
  planPoll,
  releaseQuarantined,
  showQuarantined,
} from '../../src/poller/index.ts';
import { dropByHand, envelope, lead, makeWorld, ROUTES } from './world.ts';

const ID = 'sxp_2026_01_11_001';
const bad = JSON.stringify(envelope({ records: [lead(1, { tribe: 'nobody' })] }));

test('five files refused in a row for one code move nowhere; the trip is stored', async () => {
  const world = await makeWorld();
  for (let n = 1; n <= 7; n += 1) {
    const id = `sxp_2026_01_11_00${n}`;
    await world.put(`${id}.json`, JSON.stringify(envelope({ id, records: [lead(n, { tribe: 'nobody' })] })));
  }
  expect(await world.poll({ breaker: true })).toMatchObject({ breaker: 'SCHEMA_INVALID', quarantined: 0 });
  expect(await world.keys('quarantine/')).toEqual([]);
  expect(await world.keys('exports/')).toHaveLength(7);
  expect(await world.auditEvents()).toContain('breaker.tripped');
});

test('after a trip one file is probed; an ingested one clears the breaker', async () => {
  const world = await makeWorld();
  for (let n = 1; n <= 5; n += 1) {
    const id = `sxp_2026_01_11_00${n}`;
    await world.put(`${id}.json`, JSON.stringify(envelope({ id, records: [lead(n, { tribe: 'nobody' })] })));
  }
  await world.poll({ breaker: true });
  expect(await world.poll({ breaker: true })).toMatchObject({ breaker: 'SCHEMA_INVALID', quarantined: 0 });
  expect(await world.count('select max(attempts) from file')).toBe(2);
  expect(await world.poll({ breaker: false })).toMatchObject({ breaker: null, quarantined: 5 });
  await world.put('sxp_2026_01_12_001.json', JSON.stringify(envelope({ id: 'sxp_2026_01_12_001' })));
  expect(await world.poll({ breaker: true })).toMatchObject({ breaker: null, ingested: 1 });
});

test('good files between bad ones keep the breaker calm', async () => {
  const world = await makeWorld();
  for (let n = 1; n <= 8; n += 1) {
    const id = `sxp_2026_01_11_00${n}`;
    const change = n % 2 === 0 ? { tribe: 'nobody' } : {};
    await world.put(`${id}.json`, JSON.stringify(envelope({ id, records: [lead(n, change)] })));
  }
  expect(await world.poll({ breaker: true })).toMatchObject({ breaker: null, ingested: 4, quarantined: 4 });
});

test('a quarantined file has its reason beside it, with pointers and without values', async () => {
  const world = await makeWorld();
  await world.put(`${ID}.json`, bad);
  await world.poll();
  const reason = (await world.keys('quarantine/')).find((key) => key.endsWith('.reason.json')) ?? '';
  const text = await readFile(join(world.folder, 'bucket', reason), 'utf8');
  expect(JSON.parse(text)).toMatchObject({
    code: 'SCHEMA_INVALID',
    batch_id: ID,
    problems: [{ pointer: '/records/0/tribe' }],
  });
  expect(text).not.toContain('nobody');
});

test('a released file is judged anew under its old name', async () => {
  const world = await makeWorld();
  await world.put(`${ID}.json`, JSON.stringify(envelope()), { sha256: 'b'.repeat(64) });
  expect(await world.poll()).toMatchObject({ quarantined: 1 });
  const [file] = await listQuarantine(world.database);
  expect(await showQuarantined(world.database, ID)).toMatchObject({ id: file?.id, code: 'CHECKSUM_MISMATCH' });
  await releaseQuarantined(world.deps, ID, 'operator:test');
  expect(await world.keys('exports/')).toHaveLength(1);
  expect(await world.poll()).toMatchObject({ ingested: 1, quarantined: 0 });
  expect(await listQuarantine(world.database)).toEqual([]);
  expect(await world.auditEvents()).toContain('operator.released');
});

test('two refusals of the same bytes share one copy, which goes with the last of them', async () => {
  const world = await makeWorld();
  await world.put(`${ID}.json`, bad);
  await world.poll();
  await dropByHand(world, `${ID}.json`, bad);
  await world.poll();
  const [first, second] = await listQuarantine(world.database);
  await discardQuarantined(world.deps, String(first?.id), 'operator:test');
  expect(await world.keys('quarantine/')).toHaveLength(2);
  await discardQuarantined(world.deps, String(second?.id), 'operator:test');
  expect(await world.keys('quarantine/')).toEqual([]);
});

test('the breaker names the code of the streak that tripped it', async () => {
  const world = await makeWorld();
  for (let n = 1; n <= 6; n += 1) {
    const id = `sxp_2026_01_11_00${n}`;
    const body = JSON.stringify(envelope({ id, records: [lead(n, { tribe: 'nobody' })] }));
    await world.put(`${id}.json`, n === 6 ? 'no JSON' : body);
  }
  expect(await world.poll({ breaker: true })).toMatchObject({ breaker: 'SCHEMA_INVALID', quarantined: 0 });
  expect(await world.keys('exports/')).toHaveLength(6);
});

test('a plan finds a lead that stands twice, as the poll would', async () => {
  const world = await makeWorld();
  await world.put(`${ID}.json`, JSON.stringify(envelope({ records: [lead(1), lead(2), lead(1)] })));
  const planned = [];
  for await (const file of planPoll(world.deps, ROUTES)) planned.push(file.code);
  expect(planned).toEqual(['DUPLICATE_LEAD_ID']);
});

test('a discarded file leaves its verdict, the receipt that says so, and nothing else', async () => {
  const world = await makeWorld();
  await world.put(`${ID}.json`, bad);
  await world.poll();
  await discardQuarantined(world.deps, ID, 'operator:test');
  expect((await world.keys('')).filter((key) => !key.startsWith('receipts/'))).toEqual([]);
  expect(await world.count("select count(*) from file where state = 'quarantined' and resolution = 'discarded'")).toBe(
    1,
  );
  await expect(discardQuarantined(world.deps, ID, 'operator:test')).rejects.toMatchObject({ code: 'usage' });
});

test('a plan says what a poll would do and writes nothing', async () => {
  const world = await makeWorld();
  await world.put(`${ID}.json`, JSON.stringify(envelope()));
  await world.poll();
  await dropByHand(world, `${ID}.json`, JSON.stringify(envelope()));
  await world.put('sxp_2026_01_11_002.json', bad);
  await world.put(
    'sxp_2026_01_11_003.json',
    JSON.stringify(envelope({ id: 'sxp_2026_01_11_003', change: { target: 'outreach-global' } })),
  );
  await world.put('sxp_2026_01_11_004.json', '');
  const before = await world.count('select count(*) from audit_log');
  const planned = [];
  for await (const file of planPoll(world.deps, ROUTES)) planned.push([file.verdict, file.code]);
  expect(planned).toEqual([
    ['duplicate', 'DUPLICATE'], ['quarantined', 'NAME_MISMATCH'], ['skipped', 'OTHER_TARGET'], ['quarantined', 'EMPTY_FILE'],
  ]); // prettier-ignore
  expect(await world.count('select count(*) from audit_log')).toBe(before);
  expect(await world.keys('exports/')).toHaveLength(4);
});

test('an empty ledger beside a full archive is refused: the database was lost', async () => {
  const world = await makeWorld();
  await world.put(`${ID}.json`, JSON.stringify(envelope()));
  await world.poll();
  const other = await makeWorld({ storeUrl: `file:${join(world.folder, 'bucket')}` });
  await expect(other.poll()).rejects.toMatchObject({ code: 'misconfigured' });
});

test('one worker name never runs twice at once, other names do', async () => {
  const world = await makeWorld();
  for (let n = 1; n <= 30; n += 1) {
    const id = `sxp_2026_01_11_0${n + 10}`;
    await world.put(`${id}.json`, JSON.stringify(envelope({ id })));
  }
  const [first, second, third] = await Promise.all([world.poll(), world.poll(), world.poll({ worker: 'other' })]);
  expect(first.already_running).not.toBe(second.already_running);
  expect(third.already_running).toBe(false);
  expect(first.ingested + second.ingested + third.ingested).toBe(30);
  expect(await world.count('select count(*) from lead_card')).toBe(90);
});

test('an aborted run gives its claims back and the next one takes them', async () => {
  const stop = new AbortController();
  const world = await makeWorld({ signal: stop.signal });
  for (let n = 1; n <= 40; n += 1) {
    const id = `sxp_2026_01_11_0${n + 10}`;
    await world.put(`${id}.json`, JSON.stringify(envelope({ id })));
  }
  setTimeout(() => stop.abort(), 15);
  const report = await world.poll();
  expect(report.interrupted).toBe(true);
  expect(await world.count("select count(*) from file where state = 'working'")).toBe(0);
  expect(await world.auditEvents()).toContain('run.finished');
});
