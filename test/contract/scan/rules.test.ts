import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contentScanDocument } from '../../../scripts/scan-docs.ts';
import { ALL_RULES } from '../../../src/contract/scan/rules/all-rules.ts';
import { DEFAULT_SCAN_SETTINGS, scanText } from '../../../src/contract/scan/scan.ts';

const found = (text: string) => scanText(text, DEFAULT_SCAN_SETTINGS);

describe.each(ALL_RULES)('$id', ({ id, severity, hit, nonHit, match }) => {
  test.each(hit)('finds %j', (text) => {
    expect(found(text).find(({ rule }) => rule.id === id)?.severity).toBe(severity);
  });

  test.each(nonHit)('lets pass %j', (text) => {
    expect(found(text).filter((each) => each.severity === 'block')).toEqual([]);
  });

  test('repeats nothing without an upper bound', () => {
    if (match instanceof RegExp) expect(unboundedIn(match.source)).toEqual([]);
  });
});

test('every id is there once', () => {
  const ids = ALL_RULES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('every rule has a bit in the three words of the triggers', () => {
  expect(ALL_RULES.length).toBeLessThanOrEqual(96);
});

test('the patterns outside of the rules are bounded too', () => {
  const files = [
    'about',
    'address',
    'views',
    'decode-text',
    'excerpt',
    'hidden-characters',
    'confusables',
    'prose',
    'required-text',
  ];
  for (const file of files) {
    const text = readFileSync(new URL(`../../../src/contract/scan/${file}.ts`, import.meta.url), 'utf8');
    const literals = [
      ...text.matchAll(/(?<=[=(,]\s{0,8}|^\s{0,8})\/(?![/*])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+)\/[gimuys]*/gm),
    ];
    for (const [, source] of literals) expect([file, ...unboundedIn(source ?? '')]).toEqual([file]);
  }
});

test('the check of bounds sees a star, a plus and an open range, and not what stands in brackets', () => {
  expect(unboundedIn('a*')).toEqual(['*']);
  expect(unboundedIn('(?:b+c){1,3}')).toEqual(['+']);
  expect(unboundedIn('d{2,}')).toEqual(['{2,}']);
  expect(unboundedIn(String.raw`[*+]\*\+{1,2}`)).toEqual([]);
});

test('docs/content-scan.md says what the rules say', () => {
  const written = readFileSync(new URL('../../../docs/content-scan.md', import.meta.url), 'utf8');
  expect(written).toBe(contentScanDocument());
});

/** Stars, pluses and open ranges outside of brackets, escapes left out. */
function unboundedIn(source: string): string[] {
  const bare = source.replaceAll(/\\u\{[^}]*\}|\\[pP]\{[^}]*\}|\\./g, '_').replaceAll(/\[(?:[^\]])*\]/g, '_');
  return bare.match(/[*+]|\{\d+,\}/g) ?? [];
}
