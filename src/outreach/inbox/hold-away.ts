import { isoTime } from '../../base/clock.ts';
import type { Transaction } from '../../database/port.ts';
import type { CampaignRow } from '../campaign-table.ts';
import { slotRules } from '../campaign/policy.ts';
import type { HubDeps } from '../context.ts';
import { findEnrollment, moveEnrollment } from '../enrollment-table.ts';
import { addWorkingDays } from '../schedule/next-slot.ts';
import type { SendRow } from '../send-table.ts';

/** So long somebody is away who does not say until when. */
const AWAY_WORKING_DAYS = 5;

/**
 * Nothing is written to somebody who is away until they are back: their enrollment is held, never for shorter than it was. True
 * when that changed anything.
 */
export async function holdAway(
  tx: Transaction,
  deps: Pick<HubDeps, 'clock'>,
  { send, campaign, untilMs }: { readonly send: SendRow; readonly campaign: CampaignRow; readonly untilMs?: number },
): Promise<boolean> {
  const enrollment = await findEnrollment(tx, send.enrollment_id);
  if (enrollment === undefined || (enrollment.state !== 'active' && enrollment.state !== 'held')) return false;
  const rules = slotRules(campaign, enrollment.timezone);
  const heldUntil = isoTime(untilMs ?? addWorkingDays(deps.clock.now(), AWAY_WORKING_DAYS, rules));
  if (enrollment.state === 'held') {
    if ((enrollment.held_until ?? '') >= heldUntil) return false;
    await moveEnrollment(tx, deps, enrollment, 'active');
  }
  await moveEnrollment(tx, deps, { ...enrollment, state: 'active' }, 'held', { heldUntil });
  return true;
}
