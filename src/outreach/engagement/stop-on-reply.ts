import type { Transaction } from '../../database/port.ts';
import { findCampaign } from '../campaign-table.ts';
import { readPolicy } from '../campaign/policy.ts';
import type { MoverDeps } from '../context.ts';
import { endEnrollment } from '../end-outreach.ts';
import { openEnrollments } from '../enrollment-table.ts';
import type { SendRow } from '../send-table.ts';

/**
 * A person answered: their own enrollment is finished, and those of their colleagues stop where the policy covers the
 * company. How many ended. `answered` is the send or the enrollment that the reply belongs to.
 */
export async function stopOnReply(
  tx: Transaction,
  deps: MoverDeps,
  answered: Pick<SendRow, 'enrollment_id' | 'campaign_id' | 'outreach_id' | 'contact_id'>,
): Promise<number> {
  const { enrollment_id: own, outreach_id: outreachId, contact_id: contactId } = answered;
  const campaign = await findCampaign(tx, answered.campaign_id);
  const isContactOnly = campaign !== undefined && readPolicy(campaign).replyScope === 'contact';
  const whose = isContactOnly ? { outreachId, contactId } : { outreachId };
  const open = await openEnrollments(tx, whose);
  for (const enrollment of open) {
    const end =
      enrollment.enrollment_id === own || enrollment.contact_id === contactId
        ? ({ state: 'finished', reason: 'replied' } as const)
        : ({ state: 'stopped', reason: 'account_replied' } as const);
    await endEnrollment(tx, deps, enrollment, end);
  }
  return open.length;
}
