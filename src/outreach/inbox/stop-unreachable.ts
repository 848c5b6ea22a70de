import type { Transaction } from '../../database/port.ts';
import type { MoverDeps } from '../context.ts';
import { endEnrollment } from '../end-outreach.ts';
import { openEnrollmentsTo } from '../enrollment-table.ts';

const LAST_MAILS = 5;
const SOFT_BOUNCES = 3;

/**
 * Called after a soft bounce: when too many of the last mails to an address came back, nothing more of what is under way goes
 * there. The address is not suppressed: it may work again. True when it came to that.
 */
export async function stopUnreachable(tx: Transaction, deps: MoverDeps, emailNorm: string): Promise<boolean> {
  const last = await tx.query<{ bounced: number }>(
    `select case when exists (select 1 from engagement_events v where v.send_id = s.send_id and v.type = 'bounce_soft')
            then 1 else 0 end as bounced
      from send_log s join enrollments e on e.enrollment_id = s.enrollment_id
      where e.email_norm = $1 and coalesce(s.sent_at, s.data_started_at) is not null
      order by coalesce(s.sent_at, s.data_started_at) desc, s.send_id desc limit $2`,
    [emailNorm, LAST_MAILS],
  );
  if (last.filter(({ bounced }) => Number(bounced) === 1).length < SOFT_BOUNCES) return false;
  for (const enrollment of await openEnrollmentsTo(tx, emailNorm)) {
    await endEnrollment(tx, deps, enrollment, { state: 'stopped', reason: 'bounced' });
  }
  return true;
}
