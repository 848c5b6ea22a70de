import { AppError } from '../../../src/base/errors.ts';
import { createCampaign } from '../../../src/outreach/campaign/create-campaign.ts';
import { scheduleCampaign } from '../../../src/outreach/campaign/schedule-campaign.ts';
import { advanceCampaigns } from '../../../src/outreach/campaign/advance.ts';
import { type CampaignRow, findCampaign } from '../../../src/outreach/campaign-table.ts';
import type { CampaignStatus } from '../../../src/outreach/states.ts';
import { pauseCampaign, cancelCampaign } from '../../../src/outreach/campaign/steer-campaign.ts';
import type { SeedTarget, TestHub } from './hub.ts';

/** A working mailbox, so that campaigns can begin. */
export async function addMailbox(hub: TestHub, mailboxId = 'mailbox-1'): Promise<void> {
  const at = new Date(hub.clock.now()).toISOString();
  await hub.database.run(
    `insert into mailboxes (mailbox_id, address, display_name, smtp_ref, timezone, daily_cap, hourly_cap, min_gap_s,
       jitter_s, health, created_at, updated_at)
     values ($1, $2, 'Sam Sender', 'env:SMTP', 'UTC', 1000, 1000, 0, 0, 'ok', $3, $3)`,
    [mailboxId, `${mailboxId}@sender.example`, at],
  );
}

/** A draft for a new company; the outcome must be "created". */
export async function draftCampaign(
  hub: TestHub,
  target: Partial<SeedTarget> & { readonly outreachId: string },
  template?: string,
): Promise<CampaignRow> {
  await hub.seedTarget({ score: 80, ...target });
  const created = await createCampaign(hub.deps, {
    outreachId: target.outreachId,
    template,
    requestKey: `key-${target.outreachId}`,
    actor: 'user:test',
  });
  if (created.outcome === 'refused') throw new AppError('internal', `draft a campaign: ${created.error.message}`);
  return created.campaign;
}

/** The same, brought to a status by the doors that operators have. */
export async function campaignIn(
  hub: TestHub,
  status: CampaignStatus,
  target: Partial<SeedTarget> & { readonly outreachId: string },
  template?: string,
): Promise<CampaignRow> {
  const { campaign_id: campaignId } = await draftCampaign(hub, target, template);
  const command = { campaignId, actor: 'user:test' } as const;
  if (status === 'cancelled') await cancelCampaign(hub.deps, command);
  else if (status !== 'draft') await bring(hub, campaignId, status);
  return reread(hub, campaignId);
}

async function bring(hub: TestHub, campaignId: string, status: CampaignStatus): Promise<void> {
  const command = { campaignId, actor: 'user:test' } as const;
  await scheduleCampaign(hub.deps, command);
  if (status === 'scheduled') return;
  await advanceCampaigns(hub.deps);
  if (status === 'paused') await pauseCampaign(hub.deps, command);
  if (status !== 'completed') return;
  await hub.database.run(`update send_log set state = 'cancelled' where campaign_id = $1`, [campaignId]);
  await hub.database.run(
    `update enrollments set state = 'stopped', end_reason = 'manual', ended_at = created_at where campaign_id = $1`,
    [campaignId],
  );
  await advanceCampaigns(hub.deps);
}

export async function reread(hub: TestHub, campaignId: string): Promise<CampaignRow> {
  const campaign = await findCampaign(hub.database, campaignId);
  if (campaign === undefined) throw new AppError('not_found', `find campaign ${campaignId}`);
  return campaign;
}

/** Every table of the hub with all its rows: equal before and after means that nothing was written. */
export async function dumpTables(hub: TestHub): Promise<string> {
  const tables = await hub.database.query<{ name: string }>(
    `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name`,
  );
  const lines: string[] = [];
  for (const { name } of tables) {
    const rows = await hub.database.query(`select * from "${name}"`);
    lines.push(...rows.map((row) => `${name} ${JSON.stringify(row)}`).toSorted());
  }
  return lines.join('\n');
}
