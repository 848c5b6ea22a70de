import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { GOALS, isForbidden, measure, readSamples } from '../../../scripts/scan-measure.ts';

const samplesOf = (name: string) =>
  readSamples(fileURLToPath(new URL(`../../../fixtures/scan/${name}.jsonl`, import.meta.url)));

/** These have been looked at while the rules were made: a guard against going back, no proof for text nobody has seen. */
const TUNED_ON = ['scan-corpus', 'tuning', 'held-out', 'second-author', 'third-author', 'fifth-author', 'closed'];
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

/**
 * Written without knowing the rules, and looked at by nobody who makes them. It does not reach the goals for what is found
 * and for what is disguised, so its floors are what rules 1.4.0 showed at their first and only measurement: they may rise,
 * never fall.
 */
describe('sixth-author, kept out of tuning', () => {
  const { recall, falsePositives, benign, mutations } = measure(samplesOf('sixth-author'));

  test('as much forbidden text is found as at its last measurement, below the goal', () => {
    expect(recall).toBeGreaterThanOrEqual(244 / 284);
  });

  // Counted, not shown: a text that a failing test prints is no longer unseen.
  test('ordinary advice passes', () => {
    expect(falsePositives.length / benign).toBeLessThanOrEqual(GOALS.falsePositives);
  });

  test('as many disguises are seen through as at its last measurement, below the goal', () => {
    expect(mutations).toBeGreaterThanOrEqual(4382 / 4906);
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
