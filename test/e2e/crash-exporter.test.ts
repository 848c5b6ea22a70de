import { describe, expect, test, vi } from 'vitest';
import { freshBucket } from '../support/gateway.ts';
import { expectResumed, recordExport } from './crash/exporter.ts';
import { EXPORTER_ORDER, EXPORTER_STEPS, inOrder, missingSteps } from './crash/named-steps.ts';
import { firstAndLast } from './crash/points.ts';

vi.setConfig({ maxConcurrency: 3, testTimeout: 120_000 });

const bucket = await freshBucket();
let prefixes = 0;

/** A store of its own in the one bucket. */
function freshStore(): Readonly<Record<string, string>> {
  prefixes += 1;
  return { ...bucket.env, HANDOFF_STORE: bucket.url.replace('?', `/place-${prefixes}?`) };
}

const toFolder = await recordExport();
const toBucket = await recordExport(freshStore());

test('every step of an export is among the points where it is killed', () => {
  expect(missingSteps(EXPORTER_STEPS, toFolder.firstAt)).toEqual([]);
  expect(missingSteps(EXPORTER_STEPS, toBucket.firstAt)).toEqual([]);
});

test('nothing is done before what has to be durable for it', () => {
  expect(inOrder(EXPORTER_ORDER, toFolder.firstAt)).toEqual(EXPORTER_ORDER);
  expect(inOrder(EXPORTER_ORDER, toBucket.firstAt)).toEqual(EXPORTER_ORDER);
});

describe('to a folder', () => {
  test.concurrent.each(toFolder.points)(
    'an export is killed $point #$nth, and the same command again publishes each record once',
    async (kill) => expectResumed(kill),
  );
});

describe('to a bucket', () => {
  test.concurrent.each(firstAndLast(toBucket.points))(
    'an export is killed $point #$nth, and the same command again publishes each record once',
    async (kill) => expectResumed(kill, freshStore()),
  );
});
