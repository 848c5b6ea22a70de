import { DateTime } from 'luxon';
import { isoTime } from '../../base/clock.ts';
import type { Queries, Transaction } from '../../database/port.ts';
import type { MailboxRow } from './mailbox-table.ts';

type Counted = Pick<MailboxRow, 'mailbox_id' | 'timezone' | 'daily_cap' | 'hourly_cap'>;

interface UsageWindow {
  readonly kind: 'day' | 'hour';
  /** The instant at which it begins, RFC 3339. */
  readonly start: string;
  readonly cap: number;
}

/** The day and the hour that an instant counts in, as the mailbox's own clock has them. */
export function usageWindows(mailbox: Counted, ms: number): readonly [UsageWindow, UsageWindow] {
  const zoned = DateTime.fromMillis(ms, { zone: mailbox.timezone });
  const local = zoned.isValid ? zoned : DateTime.fromMillis(ms, { zone: 'utc' });
  return [
    { kind: 'day', start: isoTime(local.startOf('day').toMillis()), cap: mailbox.daily_cap },
    { kind: 'hour', start: isoTime(local.startOf('hour').toMillis()), cap: mailbox.hourly_cap },
  ];
}

/** How many more may go out in the present day and hour, and how many did today. */
export async function capacityOf(
  queries: Queries,
  mailbox: Counted,
  nowMs: number,
): Promise<{ readonly left: number; readonly usedToday: number; readonly usedThisHour: number }> {
  const [day, hour] = usageWindows(mailbox, nowMs);
  const usedToday = await usedIn(queries, mailbox, day);
  const usedThisHour = await usedIn(queries, mailbox, hour);
  return { left: Math.max(0, Math.min(day.cap - usedToday, hour.cap - usedThisHour)), usedToday, usedThisHour };
}

async function usedIn(queries: Queries, { mailbox_id: id }: Counted, window: UsageWindow): Promise<number> {
  const [row] = await queries.query<{ used: number }>(
    'select used from mailbox_usage where mailbox_id = $1 and kind = $2 and window_start = $3',
    [id, window.kind, window.start],
  );
  return row?.used ?? 0;
}

/**
 * Counts one mail before it is tried: whoever crashes has counted it already. False, and nothing counted, when a cap is
 * reached; the database compares, so that two workers together keep it too.
 */
export async function countUse(tx: Transaction, mailbox: Counted, nowMs: number): Promise<boolean> {
  const counted: UsageWindow[] = [];
  for (const window of usageWindows(mailbox, nowMs)) {
    if (!(await countIn(tx, mailbox, window))) {
      for (const done of counted) await giveBack(tx, mailbox, done);
      return false;
    }
    counted.push(window);
  }
  return true;
}

async function countIn(
  tx: Transaction,
  { mailbox_id: id }: Counted,
  { kind, start, cap }: UsageWindow,
): Promise<boolean> {
  if (cap < 1) return false;
  const counted = await tx.run(
    `insert into mailbox_usage (mailbox_id, kind, window_start, used) values ($1, $2, $3, 1)
     on conflict (mailbox_id, kind, window_start) do update set used = mailbox_usage.used + 1
       where mailbox_usage.used < $4`,
    [id, kind, start, cap],
  );
  return counted === 1;
}

/** Gives back what a mail counted for that surely never left. `countedAtMs` is when it was claimed. */
export async function refundUse(tx: Transaction, mailbox: Counted, countedAtMs: number): Promise<void> {
  for (const window of usageWindows(mailbox, countedAtMs)) await giveBack(tx, mailbox, window);
}

async function giveBack(tx: Transaction, { mailbox_id: id }: Counted, { kind, start }: UsageWindow): Promise<void> {
  await tx.run(
    'update mailbox_usage set used = used - 1 where mailbox_id = $1 and kind = $2 and window_start = $3 and used > 0',
    [id, kind, start],
  );
}

/** When the window that is full ends: the earliest that another mail may count. */
export function nextWindowAt(mailbox: Counted, usage: { usedToday: number }, nowMs: number): number {
  const zoned = DateTime.fromMillis(nowMs, { zone: mailbox.timezone });
  const local = zoned.isValid ? zoned : DateTime.fromMillis(nowMs, { zone: 'utc' });
  const unit = usage.usedToday >= mailbox.daily_cap ? 'day' : 'hour';
  return local
    .startOf(unit)
    .plus({ [unit]: 1 })
    .toMillis();
}
