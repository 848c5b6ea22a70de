import { domainToASCII } from 'node:url';
import { isoTime } from '../../base/clock.ts';
import { AppError } from '../../base/errors.ts';
import type { Transaction } from '../../database/port.ts';
import { type CampaignRow, findCampaign } from '../campaign-table.ts';
import { slotRules } from '../campaign/policy.ts';
import type { HubDeps } from '../context.ts';
import type { EnrollmentRow } from '../enrollment-table.ts';
import { newId, newProcessId } from '../process-id.ts';
import { stepDue } from '../schedule/step-due.ts';
import { insertSend } from '../send-table.ts';
import { type StepRow, stepsOf } from './sequence-table.ts';

/** A follow-up comes before a first mail, and an immediate campaign before one that nurtures. */
const FOLLOW_UP_PRIORITY = 2;
const IMMEDIATE_PRIORITY = 1;

/**
 * Makes the send of one step for one contact, due in its window after the step's delay. `afterMs` is when the step before
 * it was really sent; for the first step, when the campaign begins. Its id, also when it was made before; undefined when
 * the sequence has no such step.
 */
export async function materializeStep(
  tx: Transaction,
  deps: Pick<HubDeps, 'clock' | 'settings'>,
  enrollment: EnrollmentRow,
  stepNo: number,
  afterMs: number,
  processId: string = newProcessId('send', deps.clock.now()),
): Promise<string | undefined> {
  const step = (await stepsOf(tx, enrollment.campaign_id)).find(({ step_no: n }) => n === stepNo);
  if (step === undefined) return undefined;
  const made = await sendOf(tx, enrollment.enrollment_id, step.step_id);
  if (made !== undefined) return made;
  const campaign = await findCampaign(tx, enrollment.campaign_id);
  if (campaign === undefined) throw new AppError('internal', `find campaign ${enrollment.campaign_id} of a contact`);
  return insert(tx, deps, { enrollment, step, campaign, afterMs, processId });
}

/** The first of them, if there are several generations. */
async function sendOf(tx: Transaction, enrollmentId: string, stepId: string): Promise<string | undefined> {
  const [row] = await tx.query<{ send_id: string }>(
    'select send_id from send_log where enrollment_id = $1 and step_id = $2 order by generation limit 1',
    [enrollmentId, stepId],
  );
  return row?.send_id;
}

interface Wanted {
  readonly enrollment: EnrollmentRow;
  readonly step: StepRow;
  readonly campaign: CampaignRow;
  readonly afterMs: number;
  readonly processId: string;
}

async function insert(
  tx: Transaction,
  { clock, settings }: Pick<HubDeps, 'clock' | 'settings'>,
  { enrollment, step, campaign, afterMs, processId }: Wanted,
): Promise<string> {
  const nowMs = clock.now();
  const sendId = newId(nowMs);
  await insertSend(tx, {
    send_id: sendId,
    campaign_id: campaign.campaign_id,
    sequence_id: step.sequence_id,
    step_id: step.step_id,
    step_no: step.step_no,
    enrollment_id: enrollment.enrollment_id,
    outreach_id: enrollment.outreach_id,
    contact_id: enrollment.contact_id,
    mailbox_id: enrollment.mailbox_id,
    generation: 0,
    message_id: `<${sendId}.0@${settings.mailDomain}>`,
    to_email: deliverable(enrollment.email),
    due_at: isoTime(stepDue(afterMs, step, slotRules(campaign, enrollment.timezone, seedOf(enrollment, step.step_no)))),
    priority: priorityOf(step.step_no, campaign.strategy),
    created_at: isoTime(nowMs),
    correlation_id: campaign.correlation_id,
    process_id: processId,
  });
  return sendId;
}

/** As mail servers take it: most refuse a domain that is not ASCII, and the address with it. The rest stays as it was given. */
function deliverable(email: string): string {
  const text = email.trim();
  const at = text.lastIndexOf('@');
  return `${text.slice(0, at)}@${domainToASCII(text.slice(at + 1))}`;
}

/** Of the company and the contact, so that a dry run shows the very time that a later run comes to. */
export function seedOf(contact: Pick<EnrollmentRow, 'outreach_id' | 'contact_id'>, stepNo: number): string {
  return `${contact.outreach_id}/${contact.contact_id}/${stepNo}`;
}

function priorityOf(stepNo: number, strategy: CampaignRow['strategy']): number {
  return (stepNo > 1 ? FOLLOW_UP_PRIORITY : 0) + (strategy === 'immediate' ? IMMEDIATE_PRIORITY : 0);
}
