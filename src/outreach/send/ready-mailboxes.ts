import { isoTime } from '../../base/clock.ts';
import type { Queries } from '../../database/port.ts';
import type { HubDeps } from '../context.ts';
import { listMailboxes, type MailboxRow } from './mailbox-table.ts';
import { capacityOf } from './mailbox-usage.ts';

/** A mailbox that may send now. */
export interface ReadyMailbox {
  readonly mailbox: MailboxRow;
  /** How many more it may send now; counted down while a claim is made. */
  left: number;
  /** Its inbox was read lately, so that a follow-up cannot cross an answer. */
  readonly isFresh: boolean;
}

/** Those that are enabled, not broken, not in a pause between two mails, and below their caps. */
export async function readyMailboxes(
  queries: Queries,
  deps: Pick<HubDeps, 'clock' | 'settings'>,
): Promise<Map<string, ReadyMailbox>> {
  const nowMs = deps.clock.now();
  const ready = new Map<string, ReadyMailbox>();
  for (const mailbox of await listMailboxes(queries)) {
    if (!isUp(mailbox, isoTime(nowMs))) continue;
    const { left } = await capacityOf(queries, mailbox, nowMs);
    if (left < 1) continue;
    ready.set(mailbox.mailbox_id, {
      mailbox,
      left: isPaced(mailbox) ? 1 : left,
      isFresh: isFresh(mailbox, deps),
    });
  }
  return ready;
}

/** One mail at a time: because of its gap, or because it is a trial after a trouble. */
export function isPaced({ min_gap_s: gap, jitter_s: jitter, health }: MailboxRow): boolean {
  return gap + jitter > 0 || health === 'broken';
}

/** Two processes may differ by so much; what was read later than that was read by a clock that has gone back since. */
const CLOCK_SLACK_MS = 60_000;

/**
 * A mailbox whose inbox nobody reads is never fresh: whoever answered would be written to again. Its first mails go out, its
 * follow-ups wait until it is given an inbox.
 */
export function isFresh(mailbox: MailboxRow, { clock, settings }: Pick<HubDeps, 'clock' | 'settings'>): boolean {
  const { imap_ref: inbox, last_imap_ok_at: readAt } = mailbox;
  if (inbox === null || readAt === null) return false;
  const nowMs = clock.now();
  return readAt >= isoTime(nowMs - settings.inboxFreshMs) && readAt <= isoTime(nowMs + CLOCK_SLACK_MS);
}

function isUp(mailbox: MailboxRow, now: string): boolean {
  if (mailbox.health === 'disabled') return false;
  if (mailbox.health === 'broken' && (mailbox.breaker_until ?? '') > now) return false;
  return (mailbox.next_send_at ?? '') <= now;
}
