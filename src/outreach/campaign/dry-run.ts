import type { CampaignRow } from '../campaign-table.ts';
import type { HubDeps } from '../context.ts';
import { createIn } from './create-campaign.ts';
import { needCampaign } from './find.ts';
import { loadTemplates } from './load-templates.ts';
import { type CampaignPlan, planCampaign } from './plan-campaign.ts';
import type { Refused } from './refusal.ts';
import { rehearse } from './rehearse.ts';
import type { CampaignRequest } from './request-table.ts';
import { type CampaignCommand, scheduleIn } from './schedule-campaign.ts';

export type DryRun =
  | Refused
  | { readonly outcome: 'repeated'; readonly campaign: CampaignRow }
  | {
      readonly outcome: 'planned';
      readonly campaign: Pick<
        CampaignRow,
        'outreach_id' | 'bit_score' | 'bit_tier' | 'strategy' | 'timezone' | 'correlation_id'
      >;
      readonly plan: CampaignPlan;
    };

/** What creating and scheduling would come to: the gate, the contacts, every due time, every mail. Writes nothing. */
export async function dryRunCreate(deps: HubDeps, request: CampaignRequest): Promise<DryRun> {
  const templates = await loadTemplates(deps.settings.templates, request.template);
  return rehearse(deps.database, async (tx): Promise<DryRun> => {
    const created = await createIn(tx, deps, request, templates);
    if (created.outcome === 'refused') return created;
    if (created.repeated) return { outcome: 'repeated', campaign: created.campaign };
    return planned(tx, deps, { campaignId: created.campaign.campaign_id, actor: request.actor });
  });
}

/** The same for a draft. Throws `not_found`, and `refused` for what is no draft. */
export async function dryRunSchedule(deps: HubDeps, command: CampaignCommand): Promise<DryRun> {
  return rehearse(deps.database, (tx) => planned(tx, deps, command));
}

async function planned(
  tx: Parameters<typeof planCampaign>[0],
  deps: HubDeps,
  command: CampaignCommand,
): Promise<DryRun> {
  const scheduled = await scheduleIn(tx, deps, command);
  if (scheduled.outcome === 'refused') return scheduled;
  const campaign = await needCampaign(tx, command.campaignId);
  const { outreach_id, bit_score, bit_tier, strategy, timezone, correlation_id } = campaign;
  const plan = await planCampaign(tx, deps, campaign);
  return {
    outcome: 'planned',
    campaign: { outreach_id, bit_score, bit_tier, strategy, timezone, correlation_id },
    plan,
  };
}
