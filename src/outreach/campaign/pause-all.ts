import type { Transaction } from '../../database/port.ts';
import type { CampaignRow } from '../campaign-table.ts';
import { findCampaign } from '../campaign-table.ts';
import type { MoverDeps } from '../context.ts';
import { moveCampaign } from '../move-campaign.ts';
import { newProcessId } from '../process-id.ts';

/**
 * Pauses every campaign that could send, also those that have not begun: after a restore from a backup nobody knows what of
 * them has left. An operator resumes them. The number of campaigns.
 */
export async function pauseActiveCampaigns(tx: Transaction, deps: MoverDeps, reason: string): Promise<number> {
  const processId = newProcessId('campaign', deps.clock.now());
  const rows = await tx.query<Pick<CampaignRow, 'campaign_id'>>(
    `select campaign_id from campaigns where status in ('scheduled', 'active') order by campaign_id`,
  );
  for (const { campaign_id: id } of rows) {
    const campaign = await findCampaign(tx, id);
    if (campaign === undefined) continue;
    await moveCampaign(tx, deps, campaign, 'paused', { trigger: 'guard', actor: 'system:guard', reason, processId });
  }
  return rows.length;
}
