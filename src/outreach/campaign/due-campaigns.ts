import type { Queries } from '../../database/port.ts';
import type { HubDeps } from '../context.ts';
import type { EnrollmentRow } from '../enrollment-table.ts';
import { gateIsOpen, gateParameters } from '../gate/gate-sql.ts';
import { isoTime } from '../../base/clock.ts';

/** Of each kind, at one advance: what is left over comes at the next. */
export const MAX_PER_ADVANCE = 500;

const ids = (rows: readonly { campaign_id: string }[]): string[] => rows.map(({ campaign_id: id }) => id);

/** Scheduled ones whose time has come, the longest waiting first. */
export async function dueToBegin(queries: Queries, { clock }: Pick<HubDeps, 'clock'>): Promise<string[]> {
  return ids(
    await queries.query(
      `select campaign_id from campaigns where status = 'scheduled' and scheduled_at <= $1
        order by scheduled_at, campaign_id limit ${MAX_PER_ADVANCE}`,
      [isoTime(clock.now())],
    ),
  );
}

/** Active ones whose company's gate has closed. */
export async function gateClosed(queries: Queries, deps: Pick<HubDeps, 'clock' | 'settings'>): Promise<string[]> {
  return ids(
    await queries.query(
      `select c.campaign_id from campaigns c where c.status = 'active' and not ${gateIsOpen('c.outreach_id', 1)}
        order by c.campaign_id limit ${MAX_PER_ADVANCE}`,
      gateParameters(deps),
    ),
  );
}

/** Active ones that something went wrong for since: themselves, or another of their batch. All of them with `everyone`. */
export async function troubled(queries: Queries, everyone: boolean): Promise<string[]> {
  return ids(
    await queries.query(
      `with troubled as (
         select campaign_id from send_log where bounced_at is not null
         union select campaign_id from engagement_events where type = 'complaint')
       select c.campaign_id from campaigns c
        where c.status = 'active'
          and ($1 = 1 or c.campaign_id in (select campaign_id from troubled) or exists (
            select 1 from campaign_requests own
              join campaign_requests peer on peer.batch_id = own.batch_id
              join troubled t on t.campaign_id = peer.campaign_id
             where own.campaign_id = c.campaign_id))
        order by c.campaign_id`,
      [everyone ? 1 : 0],
    ),
  );
}

/** Active ones of which nobody is left and nothing is under way. */
export async function allEnded(queries: Queries): Promise<string[]> {
  return ids(
    await queries.query(
      `select c.campaign_id from campaigns c where c.status = 'active'
        and not exists (select 1 from enrollments e
          where e.campaign_id = c.campaign_id and e.state in ('pending', 'active', 'held'))
        and not exists (select 1 from send_log l
          where l.campaign_id = c.campaign_id and l.state in ('scheduled', 'claimed', 'submitting', 'uncertain'))
        order by c.campaign_id limit ${MAX_PER_ADVANCE}`,
    ),
  );
}

/** Contacts who had the last mail of their sequence, and had their time to answer. */
export async function unanswered(
  queries: Queries,
  { clock, settings }: Pick<HubDeps, 'clock' | 'settings'>,
): Promise<EnrollmentRow[]> {
  return queries.query<EnrollmentRow>(
    `select e.* from enrollments e join campaigns c on c.campaign_id = e.campaign_id
      where c.status = 'active' and e.state = 'active'
        and not exists (select 1 from send_log o
          where o.enrollment_id = e.enrollment_id and o.state in ('scheduled', 'claimed', 'submitting', 'uncertain'))
        and exists (select 1 from send_log l
          where l.enrollment_id = e.enrollment_id and coalesce(l.sent_at, l.failed_at, l.due_at) <= $1
            and l.step_no = (select max(t.step_no) from sequence_steps t where t.sequence_id = l.sequence_id))
      order by e.enrollment_id limit ${MAX_PER_ADVANCE}`,
    [isoTime(clock.now() - settings.replyWaitMs)],
  );
}
