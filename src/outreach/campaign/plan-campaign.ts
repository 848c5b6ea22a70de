import { isoTime } from '../../base/clock.ts';
import type { Transaction } from '../../database/port.ts';
import type { CampaignRow } from '../campaign-table.ts';
import type { HubDeps } from '../context.ts';
import { stepDue } from '../schedule/step-due.ts';
import { resolveZone } from '../schedule/zone.ts';
import { seedOf } from '../sequence/materialize.ts';
import { type StepRow, stepsOf } from '../sequence/sequence-table.ts';
import { type Preview, previewAll, previewValues } from './check-render.ts';
import { type Contact, type Contacts, readContacts } from './contacts.ts';
import { sampleSender } from './mailbox-state.ts';
import { slotRules } from './policy.ts';
import { beginOf } from './schedule-campaign.ts';

export interface PlannedContact {
  readonly contact_id: string;
  readonly name: string;
  readonly email: string;
  readonly timezone: string;
  readonly mails: readonly (Preview & {
    /** RFC 3339; of a later step, if each before it is sent when it is due. */
    readonly due_at: string;
  })[];
}

/** Who would get what and when. */
export interface CampaignPlan {
  readonly begins_at: string;
  readonly contacts: readonly PlannedContact[];
  readonly left_out: Contacts['leftOut'];
}

/** Of a draft whose mails can all be rendered. Throws `refused` for another. */
export async function planCampaign(tx: Transaction, deps: HubDeps, campaign: CampaignRow): Promise<CampaignPlan> {
  const { eligible, leftOut } = await readContacts(tx, deps, campaign.outreach_id);
  const steps = await stepsOf(tx, campaign.campaign_id);
  const sender = await sampleSender(tx);
  const beginMs = beginOf(campaign, deps.clock.now());
  const contacts = eligible.map((contact) => {
    const timezone = resolveZone([contact.timezone], campaign.timezone, deps);
    const due = dueTimes(campaign, steps, contact, timezone, beginMs);
    const mails = previewAll(steps, contact, previewValues(contact, sender, deps.settings)).map((mail) => ({
      ...mail,
      due_at: isoTime(due.get(mail.step_no) ?? beginMs),
    }));
    const { contact_id, name, email } = contact;
    return { contact_id, name, email, timezone, mails };
  });
  return { begins_at: isoTime(beginMs), contacts, left_out: leftOut };
}

function dueTimes(
  campaign: CampaignRow,
  steps: readonly StepRow[],
  contact: Contact,
  timezone: string,
  beginMs: number,
): ReadonlyMap<number, number> {
  const due = new Map<number, number>();
  let after = beginMs;
  for (const step of steps) {
    const seed = seedOf({ outreach_id: campaign.outreach_id, contact_id: contact.contact_id }, step.step_no);
    after = stepDue(after, step, slotRules(campaign, timezone, seed));
    due.set(step.step_no, after);
  }
  return due;
}
