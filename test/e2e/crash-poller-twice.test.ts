import { expect, test, vi } from 'vitest';
import { workedBy } from './crash/check-consumer.ts';
import { freshCopy, POLL, prepareConsumer } from './crash/inbox.ts';
import { missingSteps, RECOVERY_STEPS } from './crash/named-steps.ts';
import { emptyPlace, runUntilKilled } from './crash/place.ts';
import { type Point, type Recording, seeded } from './crash/points.ts';
import { expectRecovery, pollUndisturbed, recordPoll } from './crash/poller.ts';

vi.setConfig({ maxConcurrency: 3, testTimeout: 120_000 });

const SEED = 20_260_111;
const PAIRS = 36;
/** Here most is left for the next poll: rows half written; all judged and nothing moved; all archived and nothing removed. */
const MUCH_LEFT: readonly Point[] = [
  { point: 'inserted into lead_card', nth: 2 },
  { point: 'after handoff.ingested', nth: 1 },
  { point: 'after handoff.archived', nth: 1 },
];

const template = emptyPlace();
await prepareConsumer(template);
const { recording, undisturbed } = await pollUndisturbed(await freshCopy(template));
const recoveries = new Map<Point, Recording>();
for (const first of MUCH_LEFT) recoveries.set(first, await recordRecovery(first));

async function recordRecovery(first: Point): Promise<Recording> {
  const place = await freshCopy(template);
  await runUntilKilled(place, POLL, first);
  return recordPoll(place);
}

/** Half of them where much is left, half anywhere; the same ones in every run. */
async function drawPairs(): Promise<{ first: Point; second: Point }[]> {
  const dice = seeded(SEED);
  const pick = <T>(choices: readonly T[]): T => choices[dice(choices.length)] as T;
  const pairs: { first: Point; second: Point }[] = [];
  for (let n = 0; n < PAIRS; n += 1) {
    const first = pick(n % 2 === 0 ? MUCH_LEFT : recording.points);
    const { points } = recoveries.get(first) ?? (await recordRecovery(first));
    pairs.push({ first, second: pick(points) });
  }
  return pairs;
}

test('every step of a recovery is among the points where a second poll may be killed', () => {
  const all = new Map([...recoveries.values()].flatMap(({ firstAt }) => [...firstAt]));
  expect(missingSteps(RECOVERY_STEPS, all)).toEqual([]);
});

test.concurrent.each(await drawPairs())(
  'killed $first.point #$first.nth, and again $second.point #$second.nth: the third poll leaves every batch in its place once',
  async ({ first, second }) => {
    const place = await freshCopy(template);
    await runUntilKilled(place, POLL, first);
    const crashed = workedBy(place);
    await runUntilKilled(place, POLL, second);
    await expectRecovery(place, undisturbed, [...crashed, ...workedBy(place)]);
  },
);
