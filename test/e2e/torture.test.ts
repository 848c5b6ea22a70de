import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { serverEnv, testServer } from '../support/gateway.ts';
import { type Delivery, planDeliveries } from '../torture/deliveries.ts';
import { diceOf } from '../torture/dice.ts';
import { judge } from '../torture/judge.ts';
import { allKeys, makePlace, put, type TorturePlace } from '../torture/place.ts';
import { runHandoff } from '../torture/processes.ts';

const TORTURE = fileURLToPath(new URL('../torture/torture.ts', import.meta.url));
const ROUNDS = 20;
const FILES = 20;

test('after twenty rounds of kills and faults nothing is lost, done twice, orphaned or wrongly blamed', () => {
  const { endpoint, region } = testServer();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [TORTURE, '--rounds', String(ROUNDS), '--files', String(FILES), '--store', 'both', '--jobs', '1'],
    {
      env: { ...process.env, ...serverEnv(), HANDOFF_TEST_S3: endpoint, HANDOFF_TEST_S3_REGION: region },
      encoding: 'utf8',
    },
  );
  const last = stdout.trimEnd().split('\n').at(-1);
  expect(last, `${stdout}${stderr}`).toMatch(
    /^rounds 20 kills \d+ faults \d+ files \d+ lost 0 twice 0 orphans 0 wrongly-blamed 0$/,
  );
  expect(status).toBe(0);
  expect(Number(/kills (\d+)/.exec(last ?? '')?.[1])).toBeGreaterThan(ROUNDS);
}, 900_000);

/** One delivery of each fate that needs no forerunner, put and polled in peace. */
async function peacefulRound(): Promise<{ place: TorturePlace; delivered: Delivery[] }> {
  const place = await makePlace(0, undefined);
  onTestFinished(() => place.remove());
  const delivered = planDeliveries(diceOf(7), 60).filter(({ after }) => after === undefined);
  for (const delivery of delivered) await put(place, delivery);
  await runHandoff({ folder: place.folder, env: place.env, args: ['poll', '--once', '--no-breaker'] });
  return { place, delivered };
}

const NOTHING = { lost: [], twice: [], orphans: [], wronglyBlamed: [] };
const SIGNAL = new AbortController().signal;

test('the judge of a round finds nothing wrong in a peaceful one, and names what is taken away, left over or blamed', async () => {
  const { place, delivered } = await peacefulRound();
  expect(await judge(place, delivered, [])).toMatchObject(NOTHING);
  expect(new Set(delivered.map(({ fate }) => fate.end))).toEqual(new Set(['taken', 'refused', 'stays']));

  const [taken] = delivered.filter(({ fate }) => fate.end === 'taken');
  const [refused] = delivered.filter(({ fate }) => fate.end === 'refused');
  if (taken === undefined || refused === undefined) throw new Error('the plan has not every fate');
  const never = { ...taken, batchId: 'never_2026_01_11_001', sha256: 'a'.repeat(64) };
  expect((await judge(place, [...delivered, never], [])).lost).toHaveLength(2);
  expect((await judge(place, delivered, ['a-lead-that-nobody-saw'])).lost).toHaveLength(1);
  const shorter = { ...taken, fate: { end: 'taken', records: 1 } } as const;
  expect((await judge(place, [...delivered.filter((one) => one !== taken), shorter], [])).twice).toHaveLength(1);
  const innocent = { ...refused, fate: { end: 'taken', records: 0 } } as const;
  const blamed = await judge(place, [...delivered.filter((one) => one !== refused), innocent], []);
  expect(blamed.wronglyBlamed).toHaveLength(1);

  const archived =
    (await allKeys(place)).find((key) => key.startsWith('archive/') && key.includes(taken.batchId)) ?? '';
  const head = await place.store.head(archived, SIGNAL);
  await place.store.remove(archived, head?.etag ?? '', SIGNAL);
  await put(place, { ...taken, key: 'archive/somebody/else.json', body: Buffer.from('stray') });
  const left = await judge(place, delivered, []);
  expect(left.lost).toHaveLength(1);
  expect(left.orphans).toHaveLength(1);
}, 120_000);
