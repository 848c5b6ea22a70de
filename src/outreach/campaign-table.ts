import type { Queries, Transaction } from '../database/port.ts';
import type { CampaignStatus } from './states.ts';

export interface CampaignRow {
  readonly campaign_id: string;
  readonly outreach_id: string;
  readonly sid: string;
  readonly company_ref: string | null;
  readonly request_key: string;
  readonly bit_evaluation_id: string;
  /** As it was when the campaign was created. */
  readonly bit_score: number;
  readonly bit_tier: string;
  readonly bit_last_score: number;
  readonly bit_checked_at: string;
  readonly strategy: 'immediate' | 'nurture';
  readonly status: CampaignStatus;
  readonly status_reason: string | null;
  readonly paused_from: 'scheduled' | 'active' | null;
  readonly scheduled_at: string | null;
  readonly activated_at: string | null;
  readonly ended_at: string | null;
  /** IANA name. */
  readonly timezone: string;
  /** A `SendWindow` as JSON. */
  readonly window_json: string;
  readonly policy_json: string;
  /** Grows with each move: two movers cannot both win. */
  readonly version: number;
  readonly created_at: string;
  readonly correlation_id: string;
  readonly process_id: string;
}

const COLUMNS = [
  'campaign_id', 'outreach_id', 'sid', 'company_ref', 'request_key', 'bit_evaluation_id', 'bit_score', 'bit_tier',
  'bit_last_score', 'bit_checked_at', 'strategy', 'status', 'status_reason', 'paused_from', 'scheduled_at',
  'activated_at', 'ended_at', 'timezone', 'window_json', 'policy_json', 'version', 'created_at', 'correlation_id',
  'process_id',
] as const satisfies readonly (keyof CampaignRow)[]; // prettier-ignore

export async function findCampaign(queries: Queries, campaignId: string): Promise<CampaignRow | undefined> {
  const [row] = await queries.query<CampaignRow>(`select ${COLUMNS.join(', ')} from campaigns where campaign_id = $1`, [
    campaignId,
  ]);
  return row;
}

/** The one campaign of a company that has not ended. */
export async function liveCampaignOf(queries: Queries, outreachId: string): Promise<CampaignRow | undefined> {
  const [row] = await queries.query<CampaignRow>(
    `select ${COLUMNS.join(', ')} from campaigns
      where outreach_id = $1 and status in ('draft', 'scheduled', 'active', 'paused')`,
    [outreachId],
  );
  return row;
}

export async function campaignsIn(queries: Queries, status: CampaignStatus, limit: number): Promise<CampaignRow[]> {
  return queries.query<CampaignRow>(
    `select ${COLUMNS.join(', ')} from campaigns where status = $1 order by campaign_id limit $2`,
    [status, limit],
  );
}

export async function insertCampaign(tx: Transaction, row: CampaignRow): Promise<void> {
  const marks = COLUMNS.map((_, index) => `$${index + 1}`).join(', ');
  const values = COLUMNS.map((column) => row[column]);
  await tx.run(`insert into campaigns (${COLUMNS.join(', ')}) values (${marks})`, values);
}
