import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { GOALS, isForbidden, measure, readSamples } from '../../../scripts/scan-measure.ts';

const samplesOf = (name: string) =>
  readSamples(fileURLToPath(new URL(`../../../fixtures/scan/${name}.jsonl`, import.meta.url)));

/** These have been looked at while the rules were made: a guard against going back, no proof for text nobody has seen. */
const TUNED_ON = ['scan-corpus', 'tuning', 'held-out', 'second-author', 'third-author'];
/** No rule was ever made or changed for these. */
const UNSEEN = ['fourth-author'];

describe.each([...TUNED_ON, ...UNSEEN])('%s', (name) => {
  const samples = samplesOf(name);
  const measured = measure(samples);

  test('forbidden text is found', () => {
    expect(measured.recall, measured.missed.join('\n')).toBeGreaterThanOrEqual(GOALS.recall);
  });

  test('ordinary advice passes', () => {
    const share = measured.falsePositives.length / measured.benign;
    expect(share, measured.falsePositives.join('\n')).toBeLessThanOrEqual(GOALS.falsePositives);
  });

  test('disguises are seen through', () => {
    expect(measured.mutations).toBeGreaterThanOrEqual(GOALS.mutations);
  });
});

test('our own corpora are large, of every category, and no sentence is in both', () => {
  const [tuning, heldOut] = [samplesOf('tuning'), samplesOf('held-out')];
  const own = [...tuning, ...heldOut];
  expect(own.filter(({ label }) => label === 'benign').length).toBeGreaterThanOrEqual(400);
  expect(own.filter(isForbidden).length).toBeGreaterThanOrEqual(400);
  expect(new Set(own.map(({ text }) => text)).size).toBe(own.length);
  const categories = (samples: typeof own) => new Set(samples.map(({ category }) => category));
  expect(categories(heldOut)).toEqual(categories(tuning));
});
