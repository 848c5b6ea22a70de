import type { Transaction } from '../database/port.ts';
import type { CampaignRow } from './campaign-table.ts';
import type { MoverDeps } from './context.ts';
import { type EnrollmentRow, enrollmentsOf, moveEnrollment } from './enrollment-table.ts';
import { type MoveReason, moveCampaign } from './move-campaign.ts';
import { recordEvent } from './record-event.ts';
import { cancelOpenSends } from './send-table.ts';
import type { FinishReason, StopReason } from './states.ts';

/** Ends one contact's part: its sends that have not left are cancelled with it. */
export async function endEnrollment(
  tx: Transaction,
  deps: MoverDeps,
  enrollment: EnrollmentRow,
  end:
    | { readonly state: 'finished'; readonly reason: FinishReason }
    | { readonly state: 'stopped'; readonly reason: StopReason },
): Promise<void> {
  await cancelOpenSends(tx, { enrollmentId: enrollment.enrollment_id });
  await moveEnrollment(tx, deps, enrollment, end.state, { reason: end.reason });
}

/**
 * Completes or cancels a campaign with all that hangs on it: open sends cancelled, open enrollments stopped, and CL told
 * when it was completed. One transaction, the caller's.
 */
export async function endCampaign(
  tx: Transaction,
  deps: MoverDeps,
  campaign: CampaignRow,
  to: 'completed' | 'cancelled',
  why: MoveReason & { readonly stopReason: StopReason },
): Promise<CampaignRow> {
  const ended = await moveCampaign(tx, deps, campaign, to, why);
  await cancelOpenSends(tx, { campaignId: campaign.campaign_id });
  for (const enrollment of await enrollmentsOf(tx, campaign.campaign_id)) {
    const isOpen = enrollment.state !== 'finished' && enrollment.state !== 'stopped';
    if (isOpen) await moveEnrollment(tx, deps, enrollment, 'stopped', { reason: why.stopReason });
  }
  await tx.run(`update sequences set status = $1 where campaign_id = $2 and status in ('draft', 'frozen')`, [
    to === 'completed' ? 'finished' : 'stopped',
    campaign.campaign_id,
  ]);
  if (to === 'completed') await recordCompletion(tx, deps, ended, why);
  return ended;
}

async function recordCompletion(
  tx: Transaction,
  deps: MoverDeps,
  campaign: CampaignRow,
  why: MoveReason,
): Promise<void> {
  await recordEvent(tx, deps, {
    type: 'campaign_completed',
    campaign,
    send: null,
    actorClass: 'unknown',
    confidence: 1,
    source: 'system',
    occurredAt: campaign.ended_at ?? campaign.created_at,
    dedupeKey: `campaign_completed:${campaign.campaign_id}`,
    processId: why.processId,
  });
}
