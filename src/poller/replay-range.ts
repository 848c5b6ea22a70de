import { dayPath } from '../base/clock.ts';
import { AppError } from '../base/errors.ts';
import { isDay } from './archive-key.ts';

/** A listing each; who wants more replays year by year. */
const MAX_DAYS = 366;
const DAY_MS = 24 * 60 * 60_000;
const RANGE = /^(?<from>\d{4}-\d{2}-\d{2})(?:\.\.(?<to>\d{4}-\d{2}-\d{2}))?$/;

/** `2026-01-11` or `2026-01-11..2026-01-13`, both ends included, as `2026/01/11` and so on. Throws `usage`. */
export function parseDays(range: string): string[] {
  const { from, to = from } = RANGE.exec(range)?.groups ?? {};
  if (from === undefined || to === undefined || !isDay(asPath(from)) || !isDay(asPath(to))) {
    throw refuse(range, 'it is no day and no range of days');
  }
  const days: string[] = [];
  const last = Date.parse(to);
  for (let day = Date.parse(from); day <= last && days.length <= MAX_DAYS; day += DAY_MS) days.push(dayPath(day));
  if (days.length === 0) throw refuse(range, 'it ends before it begins');
  if (days.length > MAX_DAYS) throw refuse(range, `it has more than ${MAX_DAYS} days`);
  return days;
}

function asPath(day: string): string {
  return day.replaceAll('-', '/');
}

function refuse(range: string, why: string): AppError {
  return new AppError('usage', `replay from the archive of ${JSON.stringify(range)}: ${why}`, {
    hint: 'name UTC days as 2026-01-11 or 2026-01-11..2026-01-13',
  });
}
