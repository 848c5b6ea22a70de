import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { leadText } from '../../fixtures/generate-leads.ts';
import { CONSUMER, expectSoundLogs, filesUnder, INBOX, PRODUCER } from './place.ts';
import { type Ground, makeGround, replaceFile, STORES } from './races-ground.ts';

// Processes that start one after another take their time on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

const LEADS = 25;
const BUSY = 75;
const NAME = 'leads.ndjson';
const DROP = ['drop', 'box', '--once', '--batch-size', '10'];
const [FIRST, SECOND] = [1, 2].map((seed) => [...leadText('ndjson', LEADS, seed)].join('')) as [string, string];

function leadsOf(text: string): string[] {
  return [...text.matchAll(/"lead_id":"([^"]+)"/g)].map(([, id]) => id ?? '');
}

interface Box {
  readonly ground: Ground;
  readonly folder: string;
  readonly put: (text: string) => void;
}

async function groundWithBox(kind: (typeof STORES)[number]): Promise<Box> {
  const ground = await makeGround(kind);
  const folder = join(ground.place.folder, 'box');
  mkdirSync(folder);
  return { ground, folder, put: (text) => replaceFile(join(folder, NAME), text) };
}

/** Every lead of both files was published once and becomes a row once. */
async function expectBothHandedOver(ground: Ground): Promise<void> {
  const texts = await Promise.all((await ground.keys(INBOX)).map((key) => ground.text(INBOX + key)));
  const leads = [...leadsOf(FIRST), ...leadsOf(SECOND)];
  expect(texts.flatMap(leadsOf).toSorted()).toEqual(leads.toSorted());
  expect(await ground.run({}, 'poll', '--once')).toMatchObject({ exitCode: 0, records: 2 * LEADS, duplicates: 0 });
  expect(ground.place.count('select count(distinct lead_id) from lead_card')).toBe(2 * LEADS);
  await expectSoundLogs(ground.place, PRODUCER, CONSUMER);
}

test.each(STORES.flatMap((kind) => ['before put inbox', 'after put inbox'].map((point) => [kind, point] as const)))(
  '%s: a second file of a name that is just being published (%s) is published too, and only what was published moves',
  async (kind, point) => {
    const { ground, folder, put } = await groundWithBox(kind);
    put(FIRST);
    const drop = ground.startStopping({ point, nth: 2 }, ...DROP);
    await drop.stopped();
    put(SECOND);
    expect(await drop.wake()).toMatchObject({ exitCode: 0, sent: 1, rejected: 0, waiting: 0 });
    expect(filesUnder(folder)).toEqual([`sent/${NAME}`]);
    expect(readFileSync(join(folder, 'sent', NAME), 'utf8')).toBe(SECOND);
    await expectBothHandedOver(ground);
  },
);

test('a second file of a name that lies in sent is published too, and both lie there', async () => {
  const { ground, folder, put } = await groundWithBox('directory');
  put(FIRST);
  expect(await ground.run({}, ...DROP)).toMatchObject({ exitCode: 0, sent: 1, records: LEADS });
  put(SECOND);
  expect(await ground.run({}, ...DROP)).toMatchObject({ exitCode: 0, sent: 1, records: LEADS });
  expect(filesUnder(folder)).toEqual(['sent/leads.1.ndjson', `sent/${NAME}`]);
  expect(readFileSync(join(folder, 'sent', NAME), 'utf8')).toBe(FIRST);
  expect(readFileSync(join(folder, 'sent', 'leads.1.ndjson'), 'utf8')).toBe(SECOND);
  await expectBothHandedOver(ground);
});

test('two that watch one folder publish each file once, and it moves once', async () => {
  const { ground, folder, put } = await groundWithBox('directory');
  put(FIRST);
  replaceFile(join(folder, 'more.ndjson'), SECOND);
  const reports = await Promise.all([ground.run({}, ...DROP), ground.run({}, ...DROP)]);
  // One that finds a file in the other's hands says that it is busy, and finds it done the next time.
  for (const { exitCode } of reports) expect([0, BUSY]).toContain(exitCode);
  expect(await ground.run({}, ...DROP)).toMatchObject({ exitCode: 0, waiting: 0 });
  expect(filesUnder(folder)).toEqual([`sent/${NAME}`, 'sent/more.ndjson']);
  await expectBothHandedOver(ground);
});

test.each(['before link file in sent', 'after link file in sent'])(
  'a file that comes in the place of a published one while that is moved (%s) is published too',
  async (point) => {
    const { ground, folder, put } = await groundWithBox('directory');
    put(FIRST);
    const drop = ground.startStopping({ point }, ...DROP);
    await drop.stopped();
    put(SECOND);
    await drop.wake();
    await ground.run({}, ...DROP);
    expect(filesUnder(folder).filter((name) => !name.startsWith('sent/'))).toEqual([]);
    await expectBothHandedOver(ground);
  },
);
