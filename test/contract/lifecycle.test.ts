import { expect, test } from 'vitest';
import { isWithin, parseRange } from '../../src/contract/acceptance/range.ts';
import type { Contract, MajorLife } from '../../src/contract/contract.ts';
import { judgeVersion, leadCardBatch, orphanedTargets } from '../../src/contract/index.ts';
import { withMajors } from '../support/levers/builds/majors.ts';

const verdictOf = (contract: Contract, word: unknown): string => judgeVersion(contract, word).verdict;
const life = (status: MajorLife['status'], major = 1): MajorLife[] => [{ major, status, since: '2026-01-11' }];

test('the newest major and the one before it are read, older ones are retired, newer ones are waited for', () => {
  const build = withMajors([2, 3]);
  expect(['v1', 'v2', 'v3', 'v4'].map((word) => verdictOf(build, word))).toEqual([
    'VERSION_RETIRED',
    'known',
    'known',
    'VERSION_NEWER',
  ]);
});

test('a retired major is refused, a deprecated one is still read', () => {
  expect(verdictOf(withMajors([2], life('retired')), 'v1')).toBe('VERSION_RETIRED');
  expect(verdictOf(withMajors([2], life('deprecated')), 'v1')).toBe('known');
});

test('a draft of a major pushes none out', () => {
  expect(verdictOf(withMajors([2, 3], life('draft', 3)), 'v1')).toBe('known');
});

test('what never was a version stays unknown, whatever is retired', () => {
  for (const word of ['v0', 'V1', '1', 'v01', '', 'v1.0', null, 1])
    expect(verdictOf(leadCardBatch, word)).toBe('VERSION_UNKNOWN');
});

test.each([
  ['^1', ['1.0.0'], ['1.0.1', '1.1.0', '2.0.0', '0.9.0']],
  ['^1.1', ['1.0.0', '1.0.7', '1.1.0'], ['1.1.1', '1.2.0', '2.1.0']],
  ['^1.1.3', ['1.0.0', '1.1.2', '1.1.3'], ['1.1.4', '1.2.0']],
  ['^2', ['2.0.0'], ['1.9.9', '2.0.1', '3.0.0']],
])('%s takes nothing after what it names, and no other major', (text, inside, outside) => {
  const named = parseRange(text) ?? [];
  expect(inside.filter((version) => isWithin(version, named))).toEqual(inside);
  expect(outside.filter((version) => isWithin(version, named))).toEqual([]);
});

test('what is no caret and a version is no range', () => {
  for (const text of [
    '1',
    '1.0.0',
    '~1',
    '>=1',
    '*',
    '',
    '^',
    '^v1',
    '^01',
    '^1.',
    '^1 || ^2',
    ' ^1',
    '^1.0.0-beta',
    '^1.0.0.0',
  ])
    expect(parseRange(text), text).toBeUndefined();
});

test('a major that is all that a target accepts is not retired without a word', () => {
  const build = withMajors([2], life('retired'));
  const accepted = (range: string) => [{ contract: 'lead-card-batch', target: 'nextier-execution', range }];
  expect(orphanedTargets(build, accepted('^1.1.0'))).toEqual([
    'nextier-execution accepted ^1.1.0 alone, and that major is retired',
  ]);
  expect(orphanedTargets(build, accepted('^2'))).toEqual([]);
  expect(orphanedTargets(withMajors([2], life('deprecated')), accepted('^1.1.0'))).toEqual([]);
});
