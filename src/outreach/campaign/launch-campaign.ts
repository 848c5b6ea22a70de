import type { CampaignRow } from '../campaign-table.ts';
import type { HubDeps } from '../context.ts';
import { createCampaign } from './create-campaign.ts';
import type { Refusal } from './refusal.ts';
import type { CampaignRequest } from './request-table.ts';
import { scheduleCampaign } from './schedule-campaign.ts';

export interface Launch {
  readonly outcome: 'created' | 'scheduled' | 'repeated' | 'refused';
  /** Undefined when it was not made. */
  readonly campaign: CampaignRow | undefined;
  /** Why it was not made, or was made and not scheduled. */
  readonly error: Refusal | undefined;
}

/**
 * `when`: `asked`: it is scheduled too. `by_strategy`: only an immediate one is, by the system. `never`: it stays a draft.
 * A request that comes again finishes what an earlier one could not: a draft of its own is scheduled then.
 */
export async function launchCampaign(
  deps: HubDeps,
  request: CampaignRequest,
  when: 'asked' | 'by_strategy' | 'never',
): Promise<Launch> {
  const created = await createCampaign(deps, request);
  if (created.outcome === 'refused') return { outcome: 'refused', campaign: undefined, error: created.error };
  const { campaign, repeated } = created;
  const wanted = when === 'asked' || (when === 'by_strategy' && campaign.strategy === 'immediate');
  if (!wanted || campaign.status !== 'draft') {
    return { outcome: repeated ? 'repeated' : 'created', campaign, error: undefined };
  }
  const scheduled = await scheduleCampaign(deps, {
    campaignId: campaign.campaign_id,
    actor: when === 'asked' ? request.actor : 'system:scheduler',
  });
  return scheduled.outcome === 'refused'
    ? { outcome: 'refused', campaign, error: scheduled.error }
    : { outcome: 'scheduled', campaign: scheduled.campaign, error: undefined };
}
