import { isoTime } from '../../base/clock.ts';
import type { Transaction } from '../../database/port.ts';
import type { CampaignRow } from '../campaign-table.ts';
import type { HubDeps } from '../context.ts';
import { hashBelow, nextSlot } from '../schedule/next-slot.ts';
import { postponeSend } from '../send-table.ts';
import { slotRules } from './policy.ts';

interface Overdue {
  readonly send_id: string;
  readonly due_at: string;
  readonly timezone: string;
}

/** What was due at one and the same time is spread over this much. */
const SPREAD_MS = 30 * 60_000;

/**
 * Gives every waiting send that is overdue a new time: the first of them now, the others as far behind it as they were, and
 * each in its own window. Nothing is caught up in a burst. The number of sends.
 */
export async function spreadOverdue(
  tx: Transaction,
  { clock }: Pick<HubDeps, 'clock'>,
  campaign: CampaignRow,
): Promise<number> {
  const nowMs = clock.now();
  const overdue = await tx.query<Overdue>(
    `select l.send_id, l.due_at, e.timezone from send_log l join enrollments e on e.enrollment_id = l.enrollment_id
      where l.campaign_id = $1 and l.state = 'scheduled' and l.due_at < $2 order by l.due_at, l.send_id`,
    [campaign.campaign_id, isoTime(nowMs)],
  );
  const firstMs = Date.parse(overdue[0]?.due_at ?? '');
  for (const { send_id: id, due_at: due, timezone } of overdue) {
    const behindMs = Date.parse(due) - firstMs;
    const jitterMs = overdue.length > 1 ? hashBelow(id, SPREAD_MS) : 0;
    await postponeSend(tx, id, isoTime(nextSlot(nowMs + behindMs + jitterMs, slotRules(campaign, timezone, id))));
  }
  return overdue.length;
}
