import { join } from 'node:path';
import { expect, test } from 'vitest';
import { thisProcess } from '../../src/base/process-identity.ts';
import { contracts, engagementSignalBatch, outreachTargetBatch } from '../../src/contract/index.ts';
import { payloadOf } from '../../src/objectstore/index.ts';
import { rebuildLedger, type Route } from '../../src/poller/index.ts';
import { openSink } from '../../src/poller/row-sinks.ts';
import { makeWorld, type World } from './world.ts';

const TARGETS: Route = {
  contract: { ...outreachTargetBatch, targets: ['nextier-execution'] },
  prefix: 'outreach-targets',
};
const SIGNALS: Route = {
  contract: { ...engagementSignalBatch, targets: ['nextier-execution'] },
  prefix: 'engagement-signals',
};
const ROUTES = [TARGETS, SIGNALS];
const LAST_OF_THREE_DIGITS = 'otb_2026_01_29_999';
const [FIRST, SECOND, THOUSANDTH] = ['otb_2026_01_29_001', 'otb_2026_01_29_002', 'otb_2026_01_29_1000'] as const;

interface Change {
  readonly [field: string]: unknown;
}

const contact = (id: string, change: Change = {}): Change => ({
  contact_id: id,
  name: 'Ana Díaz',
  email: `${id}@northwind.example`,
  email_status: 'verified',
  role: '',
  ...change,
});

const target = (change: Change = {}): Change => ({
  outreach_id: 'otr-1',
  sid: 'CL-1',
  bit_evaluation_id: 'eval-1',
  bit_score: 82,
  bit_tier: 'PLATINUM',
  evaluated_at: '2026-01-29T09:00:00Z',
  correlation_id: 'cor-1',
  email_method: '{first}@northwind.example',
  timezone: 'America/New_York',
  contacts: [contact('ana'), contact('ben', { timezone: 'Europe/Berlin' })],
  ...change,
});

const signal = (change: Change = {}): Change => ({
  event_id: 'evt-1',
  event_type: 'engagement.click',
  outreach_id: 'otr-1',
  campaign_id: 'cmp-1',
  sequence_id: 'seq-1',
  send_id: 'snd-1',
  contact_id: 'ana',
  occurred_at: '2026-01-30T14:00:00Z',
  actor_class: 'human',
  confidence: 0.8,
  correlation_id: 'cor-1',
  process_id: 'outreach-execution-engage-20260130-d4e5f6a7',
  ...change,
});

/** Puts a batch and polls it, so that batches are taken in the order of the calls. */
async function take(world: World, route: Route, batchId: string, records: readonly Change[], header: Change = {}) {
  const { name, source } = route.contract;
  const document = {
    batch_id: batchId,
    contract: name,
    schema_version: 'v1',
    created_at: `${batchId.slice(4, 14).replaceAll('_', '-')}T10:00:00Z`,
    source,
    target: 'nextier-execution',
    records,
    ...header,
  };
  const payload = payloadOf(Buffer.from(JSON.stringify(document)));
  const key = `exports/${route.prefix}/${batchId}.json`;
  await world.store.putIfAbsent(key, payload, { sha256: payload.sha256 }, world.deps.signal);
  return world.poll({ routes: ROUTES });
}

/** All rows that came of batches, but for when they were taken. */
async function rowsOf(world: World): Promise<Record<string, unknown[]>> {
  const rows: Record<string, unknown[]> = {};
  for (const table of ['outreach', 'company_target', 'people', 'bit_scores', 'engagement_signal']) {
    const found = await world.database.query<Record<string, unknown>>(`select * from ${table} order by 1, 2`);
    rows[table] = found.map((row) => ({ ...row, ingested_at: 'some time' }));
  }
  return rows;
}

const people = (world: World) =>
  world.database.query('select contact_id, email_status, timezone from people order by 1');
const company = (world: World) =>
  world.database.query('select bit_evaluation_id, sid, batch_id, updated_at from outreach');

test('a target fills the four tables that the hub reads, with its correlation id in each that follows from it', async () => {
  const world = await makeWorld();
  expect(await take(world, TARGETS, FIRST, [target()])).toMatchObject({ ingested: 1, archived: 1, receipts: 1 });
  expect(await rowsOf(world)).toMatchObject({
    outreach: [
      { outreach_id: 'otr-1', sid: 'CL-1', correlation_id: 'cor-1', bit_evaluation_id: 'eval-1', batch_id: FIRST },
    ],
    company_target: [{ outreach_id: 'otr-1', email_method: '{first}@northwind.example', timezone: 'America/New_York' }],
    people: [
      { contact_id: 'ana', name: 'Ana Díaz', email: 'ana@northwind.example', email_status: 'verified', timezone: null },
      { contact_id: 'ben', role: '', timezone: 'Europe/Berlin', updated_at: '2026-01-29T09:00:00.000Z' },
    ],
    bit_scores: [
      { bit_evaluation_id: 'eval-1', outreach_id: 'otr-1', bit_score: 82, evaluated_at: '2026-01-29T09:00:00.000Z' },
    ],
  });
});

test('a later evaluation replaces company and contacts, and who is not named any more is gone', async () => {
  const world = await makeWorld();
  await take(world, TARGETS, SECOND, [target()]);
  const later = {
    bit_evaluation_id: 'eval-2',
    evaluated_at: '2026-01-29T09:00:00.0001Z',
    sid: 'CL-2',
    bit_score: null,
  };
  await take(world, TARGETS, FIRST, [target({ ...later, contacts: [contact('ana', { email_status: 'risky' })] })]);
  expect(await company(world)).toMatchObject([{ bit_evaluation_id: 'eval-2', sid: 'CL-2', batch_id: FIRST }]);
  expect(await people(world)).toEqual([{ contact_id: 'ana', email_status: 'risky', timezone: null }]);
  expect(await world.database.query('select bit_score from bit_scores order by bit_evaluation_id')).toEqual([
    { bit_score: 82 },
    { bit_score: null },
  ]);
});

test('an evaluation from the future does not keep out those of the days after its batch, whichever comes first', async () => {
  const ahead = target({ bit_evaluation_id: 'eval-0', evaluated_at: '2099-01-01T00:00:00Z' });
  const honest = target({ bit_evaluation_id: 'eval-2', evaluated_at: '2026-01-30T09:00:00Z' });
  const next = 'otb_2026_01_30_001';
  for (const batches of [
    [FIRST, next],
    [next, FIRST],
  ]) {
    const world = await makeWorld();
    for (const id of batches) await take(world, TARGETS, id, [id === FIRST ? ahead : honest]);
    expect(await company(world)).toMatchObject([{ bit_evaluation_id: 'eval-2', batch_id: next }]);
  }
});

test('an older evaluation adds its score and changes nothing else', async () => {
  const world = await makeWorld();
  await take(world, TARGETS, FIRST, [target()]);
  const before = await rowsOf(world);
  const older = { bit_evaluation_id: 'eval-0', evaluated_at: '2026-01-29T08:59:59.999Z', contacts: [], sid: 'CL-0' };
  expect(await take(world, TARGETS, SECOND, [target(older)])).toMatchObject({ ingested: 1 });
  const { bit_scores: scores, ...others } = await rowsOf(world);
  expect(others).toEqual({ ...before, bit_scores: undefined });
  expect(scores).toHaveLength(2);
});

test('of evaluations of the same time the one of the later batch stands, by its number and not by its spelling', async () => {
  for (const order of [
    [LAST_OF_THREE_DIGITS, THOUSANDTH],
    [THOUSANDTH, LAST_OF_THREE_DIGITS],
  ] as const) {
    const world = await makeWorld();
    for (const id of order) await take(world, TARGETS, id, [target({ sid: id, contacts: [contact(id)] })]);
    expect(await company(world)).toMatchObject([{ sid: THOUSANDTH }]);
    expect(await people(world)).toMatchObject([{ contact_id: THOUSANDTH }]);
  }
});

test('an evaluation that is told again with other content keeps what the earlier batch says', async () => {
  for (const order of [
    [FIRST, SECOND],
    [SECOND, FIRST],
  ]) {
    const world = await makeWorld();
    for (const id of order) await take(world, TARGETS, id, [target({ bit_score: id === FIRST ? 82 : 12 })]);
    expect(await world.database.query('select bit_score, batch_id from bit_scores')).toEqual([
      { bit_score: 82, batch_id: FIRST },
    ]);
  }
});

test('the rows are the same in whatever order batches come, and after the ledger was rebuilt from the archive', async () => {
  const batches: readonly [Route, string, readonly Change[]][] = [
    [TARGETS, FIRST, [target(), target({ outreach_id: 'otr-2', bit_evaluation_id: 'eval-9', contacts: [] })]],
    [TARGETS, SECOND, [target({ bit_evaluation_id: 'eval-2', evaluated_at: '2026-01-29T09:30:00Z', contacts: [] })]],
    [TARGETS, THOUSANDTH, [target({ evaluated_at: '2026-01-29T09:30:00.5Z', bit_score: 1 })]],
    [SIGNALS, 'eng_2026_01_30_001', [signal(), signal({ event_id: 'evt-2' })]],
    [SIGNALS, 'eng_2026_01_30_002', [signal({ event_id: 'evt-2' }), signal({ event_id: 'evt-3', sid: 'CL-1' })]],
  ];
  const worlds = [await makeWorld(), await makeWorld()] as const;
  for (const batch of batches) await take(worlds[0], ...batch);
  for (const batch of batches.toReversed()) await take(worlds[1], ...batch);
  const rows = await rowsOf(worlds[0]);
  expect(rows['engagement_signal']).toHaveLength(3);
  expect(await rowsOf(worlds[1])).toEqual(rows);

  const rebuilt = await makeWorld({ storeUrl: `file:${join(worlds[1].folder, 'bucket')}` });
  const request = { routes: ROUTES, identity: thisProcess(), dryRun: false };
  expect(await rebuildLedger(rebuilt.deps, request)).toMatchObject({ taken: 5, records: 8, damaged: [] });
  expect(await rowsOf(rebuilt)).toEqual(rows);
});

test('the same batch again is a duplicate and changes no row', async () => {
  const world = await makeWorld();
  await take(world, TARGETS, FIRST, [target()]);
  await take(world, TARGETS, SECOND, [target({ bit_evaluation_id: 'eval-2', sid: 'CL-2' })]);
  const rows = await rowsOf(world);
  expect(await take(world, TARGETS, FIRST, [target()])).toMatchObject({ ingested: 0, duplicates: 1 });
  expect(await rowsOf(world)).toEqual(rows);
});

test('an event that came in another batch is ignored, one that stands twice in a batch refuses it', async () => {
  const world = await makeWorld();
  await take(world, SIGNALS, 'eng_2026_01_30_001', [signal()]);
  const again = [signal({ confidence: 0.1 }), signal({ event_id: 'evt-2', contact_id: 'ben' })];
  expect(await take(world, SIGNALS, 'eng_2026_01_30_002', again)).toMatchObject({ ingested: 1, receipts: 0 });
  const rows = await rowsOf(world);
  expect(rows['engagement_signal']).toMatchObject([
    { event_id: 'evt-1', confidence: 0.8, batch_id: 'eng_2026_01_30_001', position: 0 },
    { event_id: 'evt-2', occurred_at: '2026-01-30T14:00:00.000Z', batch_id: 'eng_2026_01_30_002', position: 1 },
  ]);
  const many = Array.from({ length: 600 }, (_, n) => signal({ event_id: `evt-many-${n % 599}` }));
  expect(await take(world, SIGNALS, 'eng_2026_01_30_003', many)).toMatchObject({ ingested: 0, quarantined: 1 });
  expect(
    await world.database.query("select code, problems from file where state = 'quarantined' or code is not null"),
  ).toMatchObject([{ code: 'SEMANTIC_INVALID', problems: expect.stringContaining('/records/599/event_id') as string }]);
  expect(await rowsOf(world)).toEqual(rows);
});

test('a refused batch leaves nothing, whatever of it was written before the fault was found', async () => {
  const world = await makeWorld();
  await take(world, TARGETS, FIRST, [target()]);
  const rows = await rowsOf(world);
  const many = Array.from({ length: 700 }, (_, n) =>
    target({ outreach_id: `otr-${n}`, bit_evaluation_id: `eval-new-${n}`, evaluated_at: '2026-01-30T09:00:00Z' }),
  );
  many.push(target({ evaluated_at: '2026-01-30T09:00:00Z' }));
  expect(await take(world, TARGETS, SECOND, many)).toMatchObject({ quarantined: 1 });
  expect(await rowsOf(world)).toEqual(rows);
});

test('a batch that does not name its contract is refused: it would be one of lead cards', async () => {
  const world = await makeWorld();
  expect(await take(world, TARGETS, FIRST, [target()], { contract: undefined })).toMatchObject({ quarantined: 1 });
  expect(await world.database.query('select code from file')).toEqual([{ code: 'ENVELOPE_INVALID' }]);
});

test('every contract of records has tables to put them in', () => {
  const signals = contracts().filter((contract) => contract.form === 'envelope');
  for (const contract of signals) expect(openSink({ contract, batchId: FIRST, nowMs: 0 })).toBeInstanceOf(Function);
  expect(() => openSink({ contract: { ...outreachTargetBatch, name: 'no-such' }, batchId: FIRST, nowMs: 0 })).toThrow(
    'it has no tables',
  );
});
