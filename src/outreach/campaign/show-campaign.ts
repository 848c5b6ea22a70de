import type { Queries } from '../../database/port.ts';
import type { CampaignRow } from '../campaign-table.ts';
import { needCampaign } from './find.ts';

/** One line of the list. */
export interface CampaignLine {
  readonly campaign_id: string;
  readonly outreach_id: string;
  readonly status: string;
  readonly status_reason: string | null;
  readonly strategy: string;
  readonly bit_last_score: number;
  readonly batch_id: string | null;
  readonly contacts: number;
  readonly sent: number;
  readonly waiting: number;
}

/** The newest first. */
export async function listCampaigns(queries: Queries, limit: number): Promise<CampaignLine[]> {
  return queries.query<CampaignLine>(
    `select c.campaign_id, c.outreach_id, c.status, c.status_reason, c.strategy, c.bit_last_score,
       (select max(r.batch_id) from campaign_requests r where r.campaign_id = c.campaign_id) as batch_id,
       (select count(*) from enrollments e where e.campaign_id = c.campaign_id) as contacts,
       (select count(*) from send_log l where l.campaign_id = c.campaign_id and l.send_status = 'sent') as sent,
       (select count(*) from send_log l where l.campaign_id = c.campaign_id and l.send_status = 'scheduled') as waiting
     from campaigns c order by c.created_at desc, c.campaign_id desc limit $1`,
    [limit],
  );
}

type Rows = readonly Readonly<Record<string, string | number | bigint | null>>[];

export interface CampaignView {
  readonly campaign: CampaignRow;
  readonly history: Rows;
  readonly gate: Rows;
  readonly steps: Rows;
  readonly contacts: Rows;
  readonly sends: Rows;
  readonly errors: Rows;
}

/** All that is known of one campaign, in the order in which it happened. Throws `not_found`. */
export async function showCampaign(queries: Queries, campaignId: string): Promise<CampaignView> {
  const campaign = await needCampaign(queries, campaignId);
  const rows = async (sql: string): Promise<Rows> => queries.query(sql, [campaignId]);
  return {
    campaign,
    history: await rows(
      `select seq, created_at as at, from_status, to_status, kind, trigger_name, actor, reason
         from campaign_transitions where campaign_id = $1 order by seq`,
    ),
    gate: await rows(
      `select created_at as at, stage, bit_evaluation_id, score, tier, decision, reason
         from bit_gate_checks where campaign_id = $1 order by created_at, id`,
    ),
    steps: await rows(
      `select t.step_no, t.delay_n, t.delay_unit, t.thread, s.template, s.status, t.content_sha256
         from sequence_steps t join sequences s on s.sequence_id = t.sequence_id
        where s.campaign_id = $1 order by t.step_no`,
    ),
    contacts: await rows(
      `select contact_id, name, email, timezone, state, current_step, held_until, end_reason
         from enrollments where campaign_id = $1 order by contact_id`,
    ),
    sends: await rows(
      `select send_id, contact_id, step_no, generation, state, send_status, certainty, due_at, next_attempt_at, sent_at,
         error_code from send_log where campaign_id = $1 order by due_at, send_id`,
    ),
    errors: await rows(
      `select code, severity, message, occurrences, first_at, last_at, resolved_at
         from outreach_errors where campaign_id = $1 order by first_at, id`,
    ),
  };
}
