import { isoTime } from '../../base/clock.ts';
import type { Transaction } from '../../database/port.ts';
import { type CampaignRow, findCampaign } from '../campaign-table.ts';
import type { Actor, HubDeps, Trace } from '../context.ts';
import { type EnrollmentRow, insertEnrollment } from '../enrollment-table.ts';
import { moveCampaign } from '../move-campaign.ts';
import { newId, newProcessId } from '../process-id.ts';
import { nextSlot } from '../schedule/next-slot.ts';
import { resolveZone } from '../schedule/zone.ts';
import { freezeSequence } from '../sequence/freeze-sequence.ts';
import { materializeStep } from '../sequence/materialize.ts';
import { findSequenceOf, type SequenceRow, type StepRow, stepsOf } from '../sequence/sequence-table.ts';
import { previewValues, renderProblem } from './check-render.ts';
import { type Contact, readContacts } from './contacts.ts';
import { noContacts } from './create-campaign.ts';
import { needCampaign, needStatus } from './find.ts';
import { passGateOf } from './pass-gate.ts';
import { slotRules } from './policy.ts';
import { sampleSender } from './mailbox-state.ts';
import { type Refused, refuse, type RefusalCause, resolveRefusals } from './refusal.ts';

export type ScheduleOutcome =
  { readonly outcome: 'scheduled'; readonly campaign: CampaignRow; readonly enrollments: number } | Refused;

export interface CampaignCommand {
  readonly campaignId: string;
  readonly actor: Actor;
  readonly reason?: string | undefined;
}

/**
 * Fixes what is sent to whom: the sequence is frozen, each contact is enrolled, and their first mails are made, all of it
 * or nothing. A refusal is an answer: it is recorded, and the campaign stays a draft. Throws `not_found`, and `refused`
 * for a campaign that is no draft.
 */
export async function scheduleCampaign(deps: HubDeps, command: CampaignCommand): Promise<ScheduleOutcome> {
  return deps.database.transaction((tx) => scheduleIn(tx, deps, command));
}

/** The same in the caller's transaction. */
export async function scheduleIn(tx: Transaction, deps: HubDeps, command: CampaignCommand): Promise<ScheduleOutcome> {
  const campaign = await needCampaign(tx, command.campaignId);
  needStatus(campaign, ['draft'], 'schedule');
  const processId = newProcessId('sequence', deps.clock.now());
  const gate = await passGateOf(tx, deps, campaign, 'schedule', processId);
  if ('outcome' in gate) return gate;
  const plan = await checkPlan(tx, deps, campaign, { correlation_id: campaign.correlation_id, process_id: processId });
  if ('outcome' in plan) return plan;
  const scheduled = await commitPlan(tx, deps, campaign, plan, command);
  await resolveRefusals(tx, deps, campaign.outreach_id);
  return { outcome: 'scheduled', campaign: scheduled, enrollments: plan.contacts.length };
}

interface Plan {
  readonly trace: Trace;
  readonly sequence: SequenceRow;
  readonly steps: readonly StepRow[];
  readonly contacts: readonly Contact[];
}

/** Someone to write to, something to write, and every mail of it can be made. */
async function checkPlan(tx: Transaction, deps: HubDeps, campaign: CampaignRow, trace: Trace): Promise<Plan | Refused> {
  const { campaign_id: campaignId, outreach_id: outreachId } = campaign;
  const no = async (cause: RefusalCause, message: string): Promise<Refused> =>
    refuse(tx, deps, trace, { cause, message, outreachId, campaignId, processType: 'sequence' });
  const { eligible, leftOut } = await readContacts(tx, deps, outreachId);
  if (eligible.length === 0) return no('no_contacts', noContacts(outreachId, leftOut.length));
  const sequence = await findSequenceOf(tx, campaignId);
  const steps = await stepsOf(tx, campaignId);
  if (sequence === undefined || steps.length === 0) return no('no_steps', `the campaign ${campaignId} has no steps`);
  const sender = await sampleSender(tx);
  const problem = renderProblem(steps, eligible, (contact) => previewValues(contact, sender, deps.settings));
  if (problem !== undefined) return no('render', problem);
  return { trace, sequence, steps, contacts: eligible };
}

async function commitPlan(
  tx: Transaction,
  deps: HubDeps,
  campaign: CampaignRow,
  { trace, sequence, steps, contacts }: Plan,
  { actor, reason }: CampaignCommand,
): Promise<CampaignRow> {
  await freezeSequence(tx, deps, trace, sequence, steps);
  const beginMs = beginOf(campaign, deps.clock.now());
  const sendProcessId = newProcessId('send', deps.clock.now());
  for (const contact of contacts) {
    const enrollment = enrollmentRow(deps, campaign, contact, trace);
    await insertEnrollment(tx, enrollment);
    await materializeStep(tx, deps, enrollment, 1, beginMs, sendProcessId);
  }
  await setScheduledAt(tx, campaign.campaign_id, isoTime(beginMs));
  const fresh = (await findCampaign(tx, campaign.campaign_id)) ?? campaign;
  return moveCampaign(tx, deps, fresh, 'scheduled', {
    trigger: 'schedule',
    actor,
    reason,
    processId: trace.process_id,
  });
}

/** An immediate campaign begins now, and its mails wait for the window alone; one that nurtures begins in the window. */
export function beginOf(campaign: CampaignRow, nowMs: number): number {
  return campaign.strategy === 'immediate' ? nowMs : nextSlot(nowMs, slotRules(campaign, campaign.timezone));
}

export async function setScheduledAt(tx: Transaction, campaignId: string, at: string): Promise<void> {
  await tx.run('update campaigns set scheduled_at = $1 where campaign_id = $2', [at, campaignId]);
}

function enrollmentRow(deps: HubDeps, campaign: CampaignRow, contact: Contact, trace: Trace): EnrollmentRow {
  const nowMs = deps.clock.now();
  return {
    enrollment_id: newId(nowMs),
    campaign_id: campaign.campaign_id,
    outreach_id: campaign.outreach_id,
    contact_id: contact.contact_id,
    name: contact.name,
    email: contact.email,
    email_norm: contact.email_norm,
    email_status: 'verified',
    role: contact.role,
    timezone: resolveZone([contact.timezone], campaign.timezone, deps),
    mailbox_id: null,
    state: 'pending',
    current_step: 0,
    held_until: null,
    end_reason: null,
    ended_at: null,
    created_at: isoTime(nowMs),
    ...trace,
  };
}
