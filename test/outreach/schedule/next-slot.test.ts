import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoTime } from '../../../src/base/clock.ts';
import { isOpenAt, nextSlot, type SlotRules } from '../../../src/outreach/schedule/next-slot.ts';
import { stepDue } from '../../../src/outreach/schedule/step-due.ts';
import { resolveZone } from '../../../src/outreach/schedule/zone.ts';

const HOUR_MS = 3_600_000;
const at = (time: string): number => Date.parse(time);

const WEEK = { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' };
const rules = (timezone: string, more: Partial<SlotRules> = {}): SlotRules => ({
  timezone,
  window: WEEK,
  holidays: [],
  ...more,
});
const slot = (time: string, slotRules: SlotRules): string => isoTime(nextSlot(at(time), slotRules));

describe('the next slot', () => {
  test.each([
    ['inside the window', '2026-06-03T10:00:00Z', '2026-06-03T10:00:00.000Z'],
    ['at the opening', '2026-06-03T09:00:00Z', '2026-06-03T09:00:00.000Z'],
    ['before it', '2026-06-03T03:00:00Z', '2026-06-03T09:00:00.000Z'],
    ['at the closing', '2026-06-03T17:00:00Z', '2026-06-04T09:00:00.000Z'],
    ['on Friday evening', '2026-06-05T18:00:00Z', '2026-06-08T09:00:00.000Z'],
  ])('%s', (_name, from, to) => {
    expect(slot(from, rules('UTC'))).toBe(to);
  });

  test('steps over holidays, also over several', () => {
    const holidays = ['2026-12-24', '2026-12-25', '2026-12-28'];
    expect(slot('2026-12-23T18:00:00Z', rules('UTC', { holidays }))).toBe('2026-12-29T09:00:00.000Z');
  });

  test("a day is the recipient's: Friday evening in Auckland is Friday morning in UTC", () => {
    expect(slot('2026-06-05T06:00:00Z', rules('Pacific/Auckland'))).toBe('2026-06-07T21:00:00.000Z');
  });

  test('a zone that is none counts as UTC', () => {
    expect(slot('2026-06-03T03:00:00Z', rules('Mars/Olympus'))).toBe('2026-06-03T09:00:00.000Z');
  });

  test('a window that never opens is a mistake in the settings', () => {
    const never = rules('UTC', { window: { days: [], from: '09:00', to: '17:00' } });
    expect(() => nextSlot(0, never)).toThrow(expect.objectContaining({ code: 'misconfigured' }));
    const empty = rules('UTC', { window: { days: [1], from: '09:00', to: '09:00' } });
    expect(() => nextSlot(0, empty)).toThrow(expect.objectContaining({ code: 'misconfigured' }));
  });

  test('a window until midnight has every minute', () => {
    const always = rules('Europe/Berlin', { window: { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' } });
    for (let ms = at('2026-03-28T00:00:00Z'); ms < at('2026-03-30T12:00:00Z'); ms += 17 * 60_000) {
      expect(nextSlot(ms, always)).toBe(ms);
    }
  });
});

describe('on the days on which the clocks change', () => {
  const daily = (timezone: string, from: string, to: string): SlotRules =>
    rules(timezone, { window: { days: [1, 2, 3, 4, 5, 6, 7], from, to } });

  test.each([
    // Opens at nine by the wall: an hour, or half of one, earlier or later than the day before.
    ['America/New_York', '2026-03-07T22:00:00Z', '2026-03-08T13:00:00.000Z'],
    ['America/New_York', '2026-10-31T22:00:00Z', '2026-11-01T14:00:00.000Z'],
    ['Europe/Berlin', '2026-03-28T20:00:00Z', '2026-03-29T07:00:00.000Z'],
    ['Europe/Berlin', '2026-10-24T20:00:00Z', '2026-10-25T08:00:00.000Z'],
    ['Australia/Lord_Howe', '2026-04-04T08:00:00Z', '2026-04-04T22:30:00.000Z'],
    ['Australia/Lord_Howe', '2026-10-03T08:00:00Z', '2026-10-03T22:00:00.000Z'],
  ])('%s opens at nine by the wall after %s', (zone, from, to) => {
    expect(slot(from, daily(zone, '09:00', '17:00'))).toBe(to);
  });

  test.each([
    // 02:30 is missing: it counts as that much later.
    ['America/New_York', '02:30', '2026-03-08T05:00:00Z', '2026-03-08T07:30:00.000Z'],
    ['Europe/Berlin', '02:30', '2026-03-29T00:00:00Z', '2026-03-29T01:30:00.000Z'],
    ['Australia/Lord_Howe', '02:15', '2026-10-03T13:00:00Z', '2026-10-03T15:45:00.000Z'],
    // These come twice: the first counts.
    ['America/New_York', '01:30', '2026-11-01T04:30:00Z', '2026-11-01T05:30:00.000Z'],
    ['Europe/Berlin', '02:30', '2026-10-24T23:00:00Z', '2026-10-25T00:30:00.000Z'],
    ['Australia/Lord_Howe', '01:45', '2026-04-04T13:30:00Z', '2026-04-04T14:45:00.000Z'],
  ])('%s, a window from %s', (zone, from, after, to) => {
    expect(slot(after, daily(zone, from, '06:00'))).toBe(to);
    expect(isOpenAt(at(to), daily(zone, from, '06:00'))).toBe(true);
    expect(isOpenAt(at(to) - 1, daily(zone, from, '06:00'))).toBe(false);
  });

  test('a window that opened in the first of two hours is open in the second, whatever the wall says', () => {
    const late = daily('America/New_York', '01:30', '06:00');
    const opening = at('2026-11-01T05:30:00Z');
    for (let ms = opening; ms < at('2026-11-01T11:00:00Z'); ms += 15 * 60_000) expect(isOpenAt(ms, late)).toBe(true);
  });

  test('a window that the missing hour swallows is skipped that day', () => {
    expect(slot('2026-03-08T05:00:00Z', daily('America/New_York', '02:00', '03:00'))).toBe('2026-03-09T06:00:00.000Z');
  });

  test.each(['America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe'])(
    'in %s a slot is open, never early, and its own next slot; with jitter too',
    (timezone) => {
      const year = { min: at('2026-01-01T00:00:00Z'), max: at('2027-01-01T00:00:00Z') };
      fc.assert(
        fc.property(fc.integer(year), fc.integer({ min: 0, max: 22 }), fc.option(fc.string()), (ms, hour, seed) => {
          const two = (n: number): string => String(n).padStart(2, '0');
          const window = { days: [1, 2, 3, 4, 5, 7], from: `${two(hour)}:15`, to: `${two(hour + 1)}:45` };
          const some = rules(timezone, { window, ...(seed !== null && { jitterSeed: seed }) });
          const next = nextSlot(ms, some);
          expect(next).toBeGreaterThanOrEqual(ms);
          expect(isOpenAt(next, some)).toBe(true);
          expect(nextSlot(next, some)).toBe(next);
        }),
        { numRuns: 200 },
      );
    },
  );
});

describe('jitter', () => {
  test('is always the same for one seed, another for others, and within half an hour of the opening', () => {
    const of = (jitterSeed: string): number => nextSlot(at('2026-06-03T03:00:00Z'), rules('UTC', { jitterSeed }));
    const opening = at('2026-06-03T09:00:00Z');
    expect(of('a')).toBe(of('a'));
    const all = Array.from({ length: 50 }, (_, index) => of(`seed-${index}`));
    expect(new Set(all).size).toBeGreaterThan(40);
    expect(Math.min(...all)).toBeGreaterThanOrEqual(opening);
    expect(Math.max(...all)).toBeLessThan(opening + HOUR_MS / 2);
  });

  test('delays nobody while the window is open', () => {
    expect(slot('2026-06-03T10:00:00Z', rules('UTC', { jitterSeed: 'x' }))).toBe('2026-06-03T10:00:00.000Z');
  });
});

describe('a step is due', () => {
  const due = (sent: string, n: number, unit: 'min' | 'hour' | 'day' | 'bizday', zone: string): string =>
    isoTime(stepDue(at(sent), { delay_n: n, delay_unit: unit }, rules(zone)));

  test.each([
    ['Friday and one working day', '2026-06-05T10:00:00Z', 1, 'bizday', 'UTC', '2026-06-08T10:00:00.000Z'],
    ['three working days over a weekend', '2026-06-04T10:00:00Z', 3, 'bizday', 'UTC', '2026-06-09T10:00:00.000Z'],
    ['two days that end on Saturday', '2026-06-04T10:00:00Z', 2, 'day', 'UTC', '2026-06-08T09:00:00.000Z'],
    ['hours past the closing', '2026-06-03T16:00:00Z', 3, 'hour', 'UTC', '2026-06-04T09:00:00.000Z'],
    ['no delay', '2026-06-03T10:00:00Z', 0, 'min', 'UTC', '2026-06-03T10:00:00.000Z'],
    // Ten by the wall stays ten by the wall, although that day has 23 or 25 hours.
    [
      'a working day over the spring',
      '2026-03-06T15:00:00Z',
      1,
      'bizday',
      'America/New_York',
      '2026-03-09T14:00:00.000Z',
    ],
    ['three days over the spring', '2026-03-06T15:00:00Z', 3, 'day', 'America/New_York', '2026-03-09T14:00:00.000Z'],
    ['72 hours over the spring', '2026-03-06T15:00:00Z', 72, 'hour', 'America/New_York', '2026-03-09T15:00:00.000Z'],
    ['a working day over the autumn', '2026-10-23T08:00:00Z', 1, 'bizday', 'Europe/Berlin', '2026-10-26T09:00:00.000Z'],
    [
      'a working day at Lord Howe',
      '2026-04-02T23:00:00Z',
      1,
      'bizday',
      'Australia/Lord_Howe',
      '2026-04-05T23:30:00.000Z',
    ],
  ] as const)('%s', (_name, sent, n, unit, zone, expected) => {
    expect(due(sent, n, unit, zone)).toBe(expected);
  });

  test('a holiday is no working day', () => {
    const holidays = ['2026-06-04'];
    const ms = stepDue(at('2026-06-03T10:00:00Z'), { delay_n: 1, delay_unit: 'bizday' }, rules('UTC', { holidays }));
    expect(isoTime(ms)).toBe('2026-06-05T10:00:00.000Z');
  });
});

test('the time zone is the first that is one; others are warned of', () => {
  const warned: unknown[] = [];
  const silent = (): void => undefined;
  const log = { debug: silent, info: silent, error: silent, warn: (fields: object) => warned.push(fields) };
  expect(resolveZone(['Nowhere/At_All', null, 'Asia/Tokyo'], 'UTC', { log })).toBe('Asia/Tokyo');
  expect(warned).toEqual([{ timezone: 'Nowhere/At_All' }]);
  expect(resolveZone([null, undefined], 'Europe/Berlin', { log })).toBe('Europe/Berlin');
  expect(resolveZone([], 'nonsense', { log })).toBe('UTC');
});
