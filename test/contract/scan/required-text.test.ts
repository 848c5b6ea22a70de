import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readSamples } from '../../../scripts/scan-measure.ts';
import { alternativesOf, GramSet } from '../../../src/contract/scan/required-text.ts';
import { ALL_RULES } from '../../../src/contract/scan/rules/all-rules.ts';

const CORPORA = ['scan-corpus', 'tuning', 'held-out', 'second-author', 'third-author', 'fifth-author', 'closed'];
const textsOf = (name: string) =>
  readSamples(fileURLToPath(new URL(`../../../fixtures/scan/${name}.jsonl`, import.meta.url))).map(({ text }) => text);

function mayMatch(pattern: RegExp, text: string): boolean {
  const grams = new GramSet();
  grams.read(text);
  return alternativesOf(pattern).some(({ needed }) => grams.satisfies(needed));
}

test('what a pattern matches is never held back, and its alternatives are the whole of it', () => {
  const texts = CORPORA.flatMap(textsOf);
  const grams = new GramSet();
  for (const { id, match, raw } of ALL_RULES) {
    if (raw === true || !(match instanceof RegExp)) continue;
    const alternatives = alternativesOf(match);
    expect(alternatives.map(({ pattern }) => pattern.source).join('|')).toBe(match.source);
    for (const text of texts) {
      if (!match.test(text)) continue;
      grams.read(text);
      const found = alternatives.some(({ pattern, needed }) => grams.satisfies(needed) && pattern.test(text));
      expect(found, `${id}: ${text}`).toBe(true);
    }
  }
});

test.each<[RegExp, string, string]>([
  [/\b(?:queue|worker)s? is (?:idle|stuck)/i, 'The WORKER is Stuck', 'The worker is busy'],
  [/colou?r/i, 'no color', 'no colt'],
  [/(?:re-?)?run [.]sh/i, 'run .sh', 'rub .sh'],
  [/(?!never)always(?<=ways)/i, 'always', 'always'.slice(1)],
  [/x{0,2}yes{1,2}/i, 'yes', 'ye'],
])('%s may match %j, not %j', (pattern, match, other) => {
  expect([mayMatch(pattern, match), mayMatch(pattern, other)]).toEqual([true, false]);
});

test.each([/\d{1,4}/i, /a|b/i, /(?:query)?/i, /Query/])('%s needs nothing that can be known', (pattern) => {
  expect(mayMatch(pattern, 'nothing of it')).toBe(true);
});
