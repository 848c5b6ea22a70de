import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { generateLead } from '../../fixtures/generate-leads.ts';
import { CONSUMER, expectSoundLogs, INBOX, PRODUCER, writeText } from './place.ts';
import { type Ground, makeGround, STORES } from './races-ground.ts';

// Processes that start one after another take their time on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

const LEADS = 35;
const BATCHES = 4;
const EXPORT = ['export', 'leads.ndjson', '--batch-size', '10'];
const BUSY = 75;

/** An input of leads that no other seed has; their ids. */
async function writeLeads({ place }: Ground, seed: number): Promise<string[]> {
  const leads = Array.from({ length: LEADS }, (_, n) => generateLead(n, seed));
  await writeText(join(place.folder, 'leads.ndjson'), leads.map((lead) => `${JSON.stringify(lead)}\n`)); // prettier-ignore
  return leads.map(({ lead_id: id }) => id);
}

/** The lead ids of all batches in the store; each batch says the id that its key says. */
async function publishedLeads(ground: Ground): Promise<string[]> {
  const leads: string[] = [];
  for (const key of await ground.keys(INBOX)) {
    const batch = JSON.parse(await ground.text(INBOX + key)) as { batch_id: string; records: { lead_id: string }[] };
    expect(`${batch.batch_id}.json`).toBe(key);
    leads.push(...batch.records.map(({ lead_id: id }) => id));
  }
  return leads.toSorted();
}

async function expectHandedOver(ground: Ground, leads: readonly string[], batches: number): Promise<void> {
  expect(await publishedLeads(ground)).toEqual(leads.toSorted());
  const polled = await ground.run({}, 'poll', '--once');
  expect(polled).toMatchObject({ exitCode: 0, ingested: batches, records: leads.length, duplicates: 0 });
  const rows = 'select count(*) as n, count(distinct lead_id) as leads from lead_card';
  expect(ground.place.query(rows)).toEqual([{ n: leads.length, leads: leads.length }]);
  await expectSoundLogs(ground.place, CONSUMER);
}

test.each(STORES.flatMap((kind) => ['before put inbox', 'after put inbox'].map((point) => [kind, point] as const)))(
  '%s: one input exported by two processes with one database, one of them paused %s, is published once',
  async (kind, point) => {
    const ground = await makeGround(kind);
    const leads = await writeLeads(ground, 1);
    const paused = ground.startStopping({ point, nth: 2 }, ...EXPORT);
    await paused.stopped();
    // The rest is published by the other one, which then says that a batch is still on its way.
    expect((await ground.run({}, ...EXPORT)).exitCode).toBe(BUSY);
    expect((await paused.wake()).exitCode).toBe(BUSY);
    const again = await ground.run({}, ...EXPORT);
    expect(again).toMatchObject({
      exitCode: 0,
      batches: Array.from({ length: BATCHES }, () => ({ status: 'exists' })),
    });
    await expectSoundLogs(ground.place, PRODUCER);
    await expectHandedOver(ground, leads, BATCHES);
  },
);

test.each(STORES)('%s: one input exported by four processes at once is published once', async (kind) => {
  const ground = await makeGround(kind);
  const leads = await writeLeads(ground, 1);
  const reports = await Promise.all([1, 2, 3, 4].map(() => ground.run({}, ...EXPORT)));
  for (const { exitCode } of reports) expect([0, BUSY]).toContain(exitCode);
  expect((await ground.run({}, ...EXPORT)).exitCode).toBe(0);
  await expectSoundLogs(ground.place, PRODUCER);
  await expectHandedOver(ground, leads, BATCHES);
});

/** Where the id is found to be free and the bytes have not got their name yet. */
const OPEN_WINDOWS = [
  { kind: 'directory', point: 'before put inbox' },
  { kind: 'directory', point: 'before link inbox' },
  { kind: 'gateway', point: 'before put inbox' },
] as const;

test.each(OPEN_WINDOWS)(
  '$kind: of two exporters of one name with databases of their own, one paused $point, none overwrites the other',
  async ({ kind, point }) => {
    const ground = await makeGround(kind);
    const other = ground.beside();
    const leads = [...(await writeLeads(ground, 1)), ...(await writeLeads(other, 2))];
    const paused = ground.startStopping({ point }, ...EXPORT);
    await paused.stopped();
    const first = await other.run({}, ...EXPORT);
    expect(first['batches']).toMatchObject(Array.from({ length: BATCHES }, () => ({ status: 'published' })));
    const bytes = await Promise.all((await ground.keys(INBOX)).map((key) => ground.text(INBOX + key)));
    expect(await paused.wake()).toMatchObject({
      exitCode: 0,
      batches: Array.from({ length: BATCHES }, () => ({ status: 'published' })),
    });
    const keys = await ground.keys(INBOX);
    expect(keys).toHaveLength(2 * BATCHES);
    expect(await Promise.all(keys.slice(0, BATCHES).map((key) => ground.text(INBOX + key)))).toEqual(bytes);
    await expectSoundLogs(ground.place, PRODUCER);
    await expectSoundLogs(other.place, PRODUCER);
    await expectHandedOver(ground, leads, 2 * BATCHES);
  },
);

test.each(STORES)('%s: two exporters of one name that start at once share out the numbers', async (kind) => {
  const ground = await makeGround(kind);
  const other = ground.beside();
  const leads = [...(await writeLeads(ground, 1)), ...(await writeLeads(other, 2))];
  const reports = await Promise.all([ground.run({}, ...EXPORT), other.run({}, ...EXPORT)]);
  expect(reports.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
  await expectSoundLogs(ground.place, PRODUCER);
  await expectSoundLogs(other.place, PRODUCER);
  await expectHandedOver(ground, leads, 2 * BATCHES);
});
