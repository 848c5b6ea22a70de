import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import { AppError } from '../../base/errors.ts';
import type { SendWindow } from '../hub-settings.ts';

export interface SlotRules {
  /** IANA name; one that is none counts as UTC. */
  readonly timezone: string;
  readonly window: SendWindow;
  /** Local dates without mail: `2026-12-25`. */
  readonly holidays: readonly string[];
  /** Who waits for an opening comes a little after it, and always as much for the same seed; without one, on the dot. */
  readonly jitterSeed?: string;
}

/** The longest wait for an open day that is believed: more than a year without one is a mistake in the settings. */
const MAX_DAYS = 400;

/** All who wait for the same opening come within this time of it. */
const SPREAD_MS = 30 * 60_000;

/**
 * The earliest time at or after `afterMs` at which mail may go out: `afterMs` itself while the window is open, otherwise
 * its next opening. Times are compared as instants, because on the days on which the clocks change a wall time may be
 * missing or come twice: a missing one counts as that much later, and of two the first. Throws `misconfigured` when no
 * day opens.
 */
export function nextSlot(afterMs: number, rules: SlotRules): number {
  const start = localTime(afterMs, rules.timezone);
  for (let ahead = 0; ahead <= MAX_DAYS; ahead += 1) {
    const opening = openingOn(start.plus({ days: ahead }), rules);
    if (opening === undefined || afterMs >= opening.to) continue;
    return afterMs >= opening.from ? afterMs : opening.from + jitter(opening, rules.jitterSeed);
  }
  throw new AppError(
    'misconfigured',
    `find a time to send after ${start.toISO() ?? afterMs}: no day has an open window`,
    {
      hint: 'widen "outreach.window" or shorten "outreach.holidays" in the configuration',
    },
  );
}

/** Whether mail may go out at `ms`. */
export function isOpenAt(ms: number, rules: SlotRules): boolean {
  const opening = openingOn(localTime(ms, rules.timezone), rules);
  return opening !== undefined && ms >= opening.from && ms < opening.to;
}

/** `days` working days later at the same wall time: only days that the window names and that are no holiday count. */
export function addWorkingDays(fromMs: number, days: number, rules: SlotRules): number {
  let at = localTime(fromMs, rules.timezone);
  let left = days;
  for (let passed = 0; left > 0; passed += 1) {
    if (passed > MAX_DAYS * 10) throw new AppError('misconfigured', `count ${days} working days: there are none`);
    at = at.plus({ days: 1 });
    if (isWorkingDay(at, rules)) left -= 1;
  }
  return at.toMillis();
}

/** `days` calendar days later at the same wall time, also over a change of the clocks. */
export function addDays(fromMs: number, days: number, timezone: string): number {
  return localTime(fromMs, timezone).plus({ days }).toMillis();
}

/** A number below `limit` that is always the same for one seed. */
export function hashBelow(seed: string, limit: number): number {
  return limit <= 0 ? 0 : createHash('sha256').update(seed).digest().readUInt32BE(0) % Math.floor(limit);
}

interface Opening {
  readonly from: number;
  readonly to: number;
}

function openingOn(day: DateTime, rules: SlotRules): Opening | undefined {
  if (!isWorkingDay(day, rules)) return undefined;
  const opening = { from: wallTime(day, rules.window.from), to: wallTime(day, rules.window.to) };
  return opening.from < opening.to ? opening : undefined;
}

function isWorkingDay(day: DateTime, { window, holidays }: SlotRules): boolean {
  return window.days.includes(day.weekday) && !holidays.includes(day.toFormat('yyyy-MM-dd'));
}

/** `time` is `09:00`; `24:00` is the next midnight. */
function wallTime(day: DateTime, time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const at = hour === 24 ? day.plus({ days: 1 }).startOf('day') : day.set({ hour, minute, second: 0, millisecond: 0 });
  return Math.min(...at.getPossibleOffsets().map((one) => one.toMillis()));
}

function jitter({ from, to }: Opening, seed: string | undefined): number {
  return seed === undefined ? 0 : hashBelow(seed, Math.min(SPREAD_MS, (to - from) / 2));
}

function localTime(ms: number, timezone: string): DateTime {
  const at = DateTime.fromMillis(ms, { zone: timezone });
  return at.isValid ? at : DateTime.fromMillis(ms, { zone: 'UTC' });
}
