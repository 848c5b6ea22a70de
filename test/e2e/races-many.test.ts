import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { dropBatches, expectAllOnce, RECORDS } from './races-files.ts';
import { type Ground, makeGround, type Report, STORES } from './races-ground.ts';

// Processes that start one after another take their time on a busy machine.
vi.setConfig({ testTimeout: 480_000 });

const FILES = 400;
const WORKERS = ['one', 'two', 'three', 'four'];

async function groundWithMany(kind: (typeof STORES)[number]): Promise<Ground> {
  const ground = await makeGround(kind);
  await dropBatches(ground, FILES);
  return ground;
}

function sum(reports: readonly Report[], name: string): number {
  return reports.reduce((total, report) => total + Number(report[name]), 0);
}

function expectNoTrouble(reports: readonly Report[]): void {
  const fine = { exitCode: 0, duplicates: 0, quarantined: 0, retried: 0, vanished: 0, superseded: 0, alerts: 0 };
  for (const report of reports) expect(report).toMatchObject(fine);
  expect(sum(reports, 'ingested')).toBe(FILES);
  expect(sum(reports, 'archived')).toBe(FILES);
  expect(sum(reports, 'records')).toBe(FILES * RECORDS);
}

/** Also in the book of observations: nobody took for a new file what another one was just moving. */
async function expectEachFileOnce(ground: Ground): Promise<void> {
  expect(ground.place.count('select count(*) from file')).toBe(FILES);
  expect(ground.place.count('select max(attempts) from file')).toBe(1);
  await expectAllOnce(ground, FILES);
}

test.each(STORES)('%s: four pollers on one inbox of 400 files take a quarter each when told to', async (kind) => {
  const ground = await groundWithMany(kind);
  const limit = String(FILES / WORKERS.length);
  const polls = WORKERS.map((worker) => ground.run({}, 'poll', '--once', '--worker', worker, '--limit', limit));
  const reports = await Promise.all(polls);
  expectNoTrouble(reports);
  expect(reports.map(({ ingested }) => ingested)).toEqual(WORKERS.map(() => FILES / WORKERS.length));
  await expectEachFileOnce(ground);
});

test.each(STORES)('%s: four pollers without a limit leave nothing and do nothing twice', async (kind) => {
  const ground = await groundWithMany(kind);
  const reports = await Promise.all(WORKERS.map((worker) => ground.run({}, 'poll', '--once', '--worker', worker)));
  expectNoTrouble(reports);
  await expectEachFileOnce(ground);
});

test('of four pollers under one name one works, and three say at once that it does', async () => {
  const ground = await groundWithMany('directory');
  const working = ground.startStopping({ point: 'after handoff.ingested' }, 'poll', '--once', '--worker', 'one');
  await working.stopped();
  const poll = (): Promise<Report> => ground.run({}, 'poll', '--once', '--worker', 'one');
  const refused = await Promise.all([poll(), poll(), poll()]);
  for (const report of refused) expect(report).toMatchObject({ exitCode: 0, already_running: true, listed: 0 });
  expectNoTrouble([await working.wake(), ...refused]);
  await expectEachFileOnce(ground);
});

test.each([
  ['under one name', () => 'one'],
  ['under a name each', (n: number) => `cron-${n}`],
])('pollers that a cron starts every 50 ms %s take each file once between them', async (_how, nameOf) => {
  const ground = await groundWithMany('directory');
  const polls: Promise<Report>[] = [];
  for (let n = 1; n <= 12; n++) {
    polls.push(ground.run({}, 'poll', '--once', '--worker', nameOf(n), '--limit', '80'));
    await sleep(50);
  }
  const reports = await Promise.all(polls);
  // Those under one name may all have come while the first was at work; the next tick takes the rest.
  for (let left = FILES - sum(reports, 'ingested'); left > 0; left = FILES - sum(reports, 'ingested')) {
    const next = await ground.run({}, 'poll', '--once', '--worker', nameOf(1));
    expect(next['ingested']).toBe(left);
    reports.push(next);
  }
  expectNoTrouble(reports);
  await expectEachFileOnce(ground);
});
