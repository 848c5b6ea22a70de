import { expect, test, vi } from 'vitest';
import { freshBucket } from '../support/gateway.ts';
import { workedBy } from './crash/check-consumer.ts';
import { freshCopy, POLL, prepareConsumer } from './crash/inbox.ts';
import { GATEWAY_STEPS, inOrder, missingSteps, POLLER_ORDER, POLLER_STEPS } from './crash/named-steps.ts';
import { emptyPlace, runUntilKilled } from './crash/place.ts';
import { firstAndLast } from './crash/points.ts';
import { expectRecovery, pollUndisturbed } from './crash/poller.ts';

vi.setConfig({ maxConcurrency: 3, testTimeout: 120_000 });

const bucket = await freshBucket();
let prefixes = 0;

/** A store of its own in the one bucket. */
function freshStore(): Readonly<Record<string, string>> {
  prefixes += 1;
  return { ...bucket.env, HANDOFF_STORE: bucket.url.replace('?', `/place-${prefixes}?`) };
}

const template = emptyPlace(freshStore());
await prepareConsumer(template);
const { recording, undisturbed } = await pollUndisturbed(await freshCopy(template, freshStore()));

test('every step of a file in a bucket is among the points where a poll is killed', () => {
  expect(missingSteps({ ...POLLER_STEPS, ...GATEWAY_STEPS }, recording.firstAt)).toEqual([]);
});

test('nothing is done before what has to be durable for it', () => {
  expect(inOrder(POLLER_ORDER, recording.firstAt)).toEqual(POLLER_ORDER);
});

test.concurrent.each(firstAndLast(recording.points))(
  'a poll of a bucket is killed $point #$nth, and the next one leaves every batch in its place once',
  async (kill) => {
    const place = await freshCopy(template, freshStore());
    await runUntilKilled(place, POLL, kill);
    await expectRecovery(place, undisturbed, workedBy(place));
  },
);
