import { expect, test, vi } from 'vitest';
import { workedBy } from './crash/check-consumer.ts';
import { freshCopy, POLL, prepareConsumer } from './crash/inbox.ts';
import { DIRECTORY_STEPS, inOrder, missingSteps, POLLER_ORDER, POLLER_STEPS } from './crash/named-steps.ts';
import { emptyPlace, runUntilKilled } from './crash/place.ts';
import { expectRecovery, pollUndisturbed } from './crash/poller.ts';

vi.setConfig({ maxConcurrency: 3, testTimeout: 120_000 });

const template = emptyPlace();
await prepareConsumer(template);
const { recording, undisturbed } = await pollUndisturbed(await freshCopy(template));

test('every step of a file in a folder is among the points where a poll is killed', () => {
  expect(missingSteps({ ...POLLER_STEPS, ...DIRECTORY_STEPS }, recording.firstAt)).toEqual([]);
});

test('nothing is done before what has to be durable for it', () => {
  expect(inOrder(POLLER_ORDER, recording.firstAt)).toEqual(POLLER_ORDER);
});

test.concurrent.each(recording.points)(
  'a poll of a folder is killed $point #$nth, and the next one leaves every batch in its place once',
  async (kill) => {
    const place = await freshCopy(template);
    await runUntilKilled(place, POLL, kill);
    await expectRecovery(place, undisturbed, workedBy(place));
  },
);
