import { isoTime } from '../../base/clock.ts';
import type { Transaction } from '../../database/port.ts';
import { type CampaignRow, findCampaign } from '../campaign-table.ts';
import type { HubDeps, MoverDeps } from '../context.ts';
import { endCampaign } from '../end-outreach.ts';
import { type MoveReason, moveCampaign } from '../move-campaign.ts';
import { newProcessId } from '../process-id.ts';
import { needCampaign, needStatus } from './find.ts';
import { passGateOf } from './pass-gate.ts';
import { type Refused, resolveRefusals } from './refusal.ts';
import { type CampaignCommand, setScheduledAt } from './schedule-campaign.ts';
import { spreadOverdue } from './spread-overdue.ts';

export type ResumeOutcome =
  { readonly outcome: 'resumed'; readonly campaign: CampaignRow; readonly postponed: number } | Refused;

/** What waits goes on waiting; what a worker has in hand is given up at the last moment. Throws `not_found` or `refused`. */
export async function pauseCampaign(deps: HubDeps, command: CampaignCommand): Promise<CampaignRow> {
  return deps.database.transaction((tx) => pauseIn(tx, deps, command));
}

export async function pauseIn(tx: Transaction, deps: MoverDeps, command: CampaignCommand): Promise<CampaignRow> {
  const campaign = await needCampaign(tx, command.campaignId);
  needStatus(campaign, ['scheduled', 'active'], 'pause');
  return moveCampaign(tx, deps, campaign, 'paused', whyOf(deps, command, 'pause'));
}

/**
 * Goes on where it was paused: the gate is asked again, and what became overdue meanwhile is spread over the time to come.
 * A refusal is an answer: it is recorded, and the campaign stays paused. Throws `not_found` or `refused`.
 */
export async function resumeCampaign(deps: HubDeps, command: CampaignCommand): Promise<ResumeOutcome> {
  return deps.database.transaction((tx) => resumeIn(tx, deps, command));
}

export async function resumeIn(tx: Transaction, deps: HubDeps, command: CampaignCommand): Promise<ResumeOutcome> {
  const campaign = await needCampaign(tx, command.campaignId);
  needStatus(campaign, ['paused'], 'resume');
  const why = whyOf(deps, command, 'resume');
  const gate = await passGateOf(tx, deps, campaign, 'resume', why.processId);
  if ('outcome' in gate) return gate;
  const to = campaign.paused_from ?? 'scheduled';
  if (to === 'scheduled') await beginNotBefore(tx, campaign, isoTime(deps.clock.now()));
  const postponed = await spreadOverdue(tx, deps, campaign);
  const fresh = (await findCampaign(tx, campaign.campaign_id)) ?? campaign;
  const resumed = await moveCampaign(tx, deps, fresh, to, why);
  await resolveRefusals(tx, deps, campaign.outreach_id);
  return { outcome: 'resumed', campaign: resumed, postponed };
}

/** Open sends are cancelled and open enrollments stopped with it. Throws `not_found` or `refused`. */
export async function cancelCampaign(deps: HubDeps, command: CampaignCommand): Promise<CampaignRow> {
  return deps.database.transaction((tx) => cancelIn(tx, deps, command));
}

export async function cancelIn(tx: Transaction, deps: MoverDeps, command: CampaignCommand): Promise<CampaignRow> {
  const campaign = await needCampaign(tx, command.campaignId);
  needStatus(campaign, ['draft', 'scheduled', 'active', 'paused'], 'cancel');
  return endCampaign(tx, deps, campaign, 'cancelled', {
    ...whyOf(deps, command, 'cancel'),
    stopReason: 'campaign_cancelled',
  });
}

function whyOf({ clock }: MoverDeps, { actor, reason }: CampaignCommand, trigger: string): MoveReason {
  return { trigger, actor, reason, processId: newProcessId('campaign', clock.now()) };
}

/** A begin that passed while it was paused is no missed window. */
async function beginNotBefore(tx: Transaction, campaign: CampaignRow, now: string): Promise<void> {
  if ((campaign.scheduled_at ?? '') < now) await setScheduledAt(tx, campaign.campaign_id, now);
}
