import type { Queries } from '../../database/port.ts';
import type { CampaignRow } from '../campaign-table.ts';
import { isLockedOut } from './mailbox-state.ts';

/** Before so many mails a share says nothing. */
const MIN_SENDS = 50;
const MAX_BOUNCE_SHARE = 0.05;
/** One in a thousand; providers count with this one. */
const MAX_COMPLAINT_SHARE = 0.001;

export type Alarm = 'mailbox_auth' | 'bounce_rate' | 'complaint_rate';

/**
 * Why an active campaign should not go on; undefined while all is well. Only what happened since it last became active
 * counts: whoever resumes it has seen the rest.
 */
export async function alarmOf(queries: Queries, campaign: CampaignRow): Promise<Alarm | undefined> {
  const since = await activeSince(queries, campaign);
  if (await isLockedOut(queries, since)) return 'mailbox_auth';
  const { sent, bounced, complained } = await countMails(queries, campaign.campaign_id, since);
  if (sent < MIN_SENDS) return undefined;
  if (bounced / sent >= MAX_BOUNCE_SHARE) return 'bounce_rate';
  return complained / sent >= MAX_COMPLAINT_SHARE ? 'complaint_rate' : undefined;
}

async function activeSince(queries: Queries, { campaign_id: id, created_at: created }: CampaignRow): Promise<string> {
  const [row] = await queries.query<{ at: string | null }>(
    `select max(created_at) as at from campaign_transitions where campaign_id = $1 and to_status = 'active'`,
    [id],
  );
  return row?.at ?? created;
}

interface MailCounts {
  readonly sent: number;
  readonly bounced: number;
  readonly complained: number;
}

/**
 * One campaign writes to the few contacts of one company, so that alone it would hardly ever be judged: the companies of
 * one batch come of one list, and are judged together.
 */
async function countMails(queries: Queries, campaignId: string, since: string): Promise<MailCounts> {
  const [row] = await queries.query<MailCounts>(
    `with judged as (
       select campaign_id from campaigns where campaign_id = $1
       union
       select r.campaign_id from campaign_requests r
         join campaign_requests own on own.batch_id = r.batch_id
        where own.campaign_id = $1 and r.campaign_id is not null)
     select count(*) as sent,
       coalesce(sum(case when l.bounced_at is not null then 1 else 0 end), 0) as bounced,
       coalesce(sum(case when exists (select 1 from engagement_events v where v.send_id = l.send_id and v.type = 'complaint')
                         then 1 else 0 end), 0) as complained
     from send_log l join judged j on j.campaign_id = l.campaign_id
     where (l.state = 'sent' or l.bounced_at is not null) and coalesce(l.sent_at, l.failed_at, l.bounced_at) >= $2`,
    [campaignId, since],
  );
  return {
    sent: Number(row?.sent ?? 0),
    bounced: Number(row?.bounced ?? 0),
    complained: Number(row?.complained ?? 0),
  };
}
