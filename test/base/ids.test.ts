import { expect, test } from 'vitest';
import { isSlug, newCorrelationId, newRunId } from '../../src/base/ids.ts';

test('a run id says when the run began, in UTC to the second, and differs within one', () => {
  const at = Date.UTC(2026, 0, 11, 18, 22, 0, 999);
  expect(newRunId(at)).toMatch(/^run-20260111T182200Z-[0-9a-f]{6}$/);
  expect(new Set(Array.from({ length: 100 }, () => newRunId(at))).size).toBeGreaterThan(98);
});

test('run ids sort by time', () => {
  const times = [
    Date.UTC(2025, 11, 31, 23, 59, 59),
    Date.UTC(2026, 0, 1),
    Date.UTC(2026, 9, 1),
    Date.UTC(2026, 9, 1, 10),
  ];
  const ids = times.map(newRunId);
  expect(ids.toSorted()).toEqual(ids);
});

test('a correlation id is a uuid', () => {
  expect(newCorrelationId()).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
});

test.each(['ab', 'nextier-execution', 'a1', `a${'b'.repeat(62)}`])('a slug: %s', (text) => {
  expect(isSlug(text)).toBe(true);
});

test.each([
  '',
  'a',
  '1a',
  '-a',
  'A-b',
  'a_b',
  'a b',
  'a/b',
  '../a',
  'a.b',
  'ab\n',
  'ab\0',
  'n\u00e4he',
  `a${'b'.repeat(63)}`,
])('no slug: %j', (text) => {
  expect(isSlug(text)).toBe(false);
});
