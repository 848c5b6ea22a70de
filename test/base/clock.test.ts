import { expect, test } from 'vitest';
import { dayPath, isoTime, systemClock } from '../../src/base/clock.ts';

test('the clock of the machine goes on', () => {
  const before = Date.now();
  const now = systemClock.now();
  expect(now).toBeGreaterThanOrEqual(before);
  expect(now).toBeLessThanOrEqual(Date.now());
});

test('times are RFC 3339 in UTC with milliseconds, always of one length', () => {
  expect(isoTime(Date.UTC(2026, 0, 11, 18, 22))).toBe('2026-01-11T18:22:00.000Z');
  expect(isoTime(0)).toBe('1970-01-01T00:00:00.000Z');
});

test('the day of a key is the day in UTC', () => {
  expect(dayPath(Date.UTC(2026, 0, 11, 23, 59, 59, 999))).toBe('2026/01/11');
  expect(dayPath(Date.UTC(2026, 0, 12))).toBe('2026/01/12');
});
