import { expect, test, vi } from 'vitest';
import { expectDropResumed, recordDrop } from './crash/dropping.ts';
import { DROP_STEPS, missingSteps } from './crash/named-steps.ts';

// Each waits for files to settle and hardly works meanwhile.
vi.setConfig({ maxConcurrency: 8, testTimeout: 120_000 });

/** What the drop folder adds to an export: where its files go, and when. */
const OWN = /file in |rejects|put inbox|rename spool|unlink temporary|handoff[.]|records[.]/;

const { firstAt, points } = await recordDrop();

test('every step of a dropped file is among the points where the command is killed', () => {
  expect(missingSteps(DROP_STEPS, firstAt)).toEqual([]);
});

test.concurrent.each(points.filter(({ point }) => OWN.test(point)))(
  'a drop is killed $point #$nth, and the next one publishes each file once and moves it where it belongs',
  async (kill) => expectDropResumed(kill),
);
