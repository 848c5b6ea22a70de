import { AppError } from '../../base/errors.ts';
import type { Queries } from '../../database/port.ts';
import { type CampaignRow, findCampaign, liveCampaignOf } from '../campaign-table.ts';
import { type CampaignStatus, NEXT_CAMPAIGN } from '../states.ts';

/** Throws `not_found`. */
export async function needCampaign(queries: Queries, campaignId: string): Promise<CampaignRow> {
  const campaign = await findCampaign(queries, campaignId);
  if (campaign !== undefined) return campaign;
  throw new AppError('not_found', `find the campaign ${campaignId}`, {
    hint: 'list them with "handoff outreach campaign show"',
  });
}

/** People know the company: its outreach id stands for the campaign that it has now. Any other word stays as it is. */
export async function campaignIdOf(queries: Queries, word: string): Promise<string> {
  if ((await findCampaign(queries, word)) !== undefined) return word;
  return (await liveCampaignOf(queries, word))?.campaign_id ?? word;
}

/** Asked before anything is written. Throws `refused`. */
export function needStatus(campaign: CampaignRow, allowed: readonly CampaignStatus[], verb: string): void {
  if (allowed.includes(campaign.status)) return;
  const next = NEXT_CAMPAIGN[campaign.status];
  throw new AppError('refused', `${verb} the campaign ${campaign.campaign_id}: it is ${campaign.status}`, {
    hint:
      next.length === 0
        ? `a ${campaign.status} campaign stays so: create a new one`
        : `from ${campaign.status} it can go to ${next.join(', ')}`,
  });
}
