import { isoTime } from '../../base/clock.ts';
import { AppError } from '../../base/errors.ts';
import type { Queries } from '../../database/port.ts';
import { type CampaignRow, findCampaign } from '../campaign-table.ts';
import { slotRules } from '../campaign/policy.ts';
import type { HubDeps } from '../context.ts';
import { type EnrollmentRow, findEnrollment } from '../enrollment-table.ts';
import { gateIsOpen, gateParameters } from '../gate/gate-sql.ts';
import { isOpenAt, nextSlot } from '../schedule/next-slot.ts';
import { findSend, type SendRow } from '../send-table.ts';
import { suppressionOf } from '../suppression-table.ts';
import { type AttemptRow, attemptsOf } from './attempt-table.ts';
import { findMailbox, listMailboxes, type MailboxRow } from './mailbox-table.ts';
import { capacityOf, nextWindowAt } from './mailbox-usage.ts';
import { isFresh } from './ready-mailboxes.ts';
import { ASSUME_AFTER_MS } from './resolve.ts';

type StoryDeps = Pick<HubDeps, 'clock' | 'database' | 'settings'>;

export interface GateCheck {
  readonly stage: string;
  readonly score: number | null;
  readonly decision: string;
  readonly reason: string | null;
  readonly created_at: string;
}

/** One send from its gate to its outcome. */
export interface SendStory {
  readonly send: SendRow;
  readonly campaign_status: string;
  readonly enrollment_state: string;
  /** Of its campaign, oldest first. */
  readonly gate: readonly GateCheck[];
  readonly attempts: readonly AttemptRow[];
  /** What it waits for, a sentence each; empty when it waits for nothing but its turn, or has ended. */
  readonly waits_for: readonly string[];
}

/** Throws `not_found`. */
export async function tellSend(deps: StoryDeps, sendId: string): Promise<SendStory> {
  const { database } = deps;
  const send = await findSend(database, sendId);
  const campaign = send && (await findCampaign(database, send.campaign_id));
  const enrollment = send && (await findEnrollment(database, send.enrollment_id));
  if (send === undefined || campaign === undefined || enrollment === undefined) {
    throw new AppError('not_found', `find the send ${sendId}`, { hint: 'list them with "outreach sends"' });
  }
  const gate = await database.query<GateCheck>(
    `select stage, score, decision, reason, created_at from bit_gate_checks
      where campaign_id = $1 order by created_at, id`,
    [send.campaign_id],
  );
  return {
    send,
    campaign_status: campaign.status,
    enrollment_state: enrollment.state,
    gate,
    attempts: await attemptsOf(database, sendId),
    waits_for: await waitsFor(deps, send, campaign, enrollment),
  };
}

async function waitsFor(
  deps: StoryDeps,
  send: SendRow,
  campaign: CampaignRow,
  enrollment: EnrollmentRow,
): Promise<string[]> {
  if (send.state === 'claimed') return [`worker ${send.claimed_by}, whose claim ends at ${send.lease_until}`];
  if (send.state === 'submitting')
    return [`the answer to its body; without one until ${send.lease_until} it is uncertain`];
  if (send.state === 'uncertain') return [uncertainUntil(send)];
  if (send.state !== 'scheduled') return [];
  return [
    ...(await outsideReasons(deps, send, campaign, enrollment)),
    ...timeReasons(deps, send, campaign, enrollment),
    ...(await mailboxReasons(deps, send, enrollment)),
  ];
}

function uncertainUntil({ data_started_at: startedAt }: SendRow): string {
  const until = isoTime(Date.parse(startedAt ?? '1970-01-01T00:00:00.000Z') + ASSUME_AFTER_MS);
  return `evidence that it left: a reply, a bounce, an open, its copy in the sent folder; without any it counts as sent from ${until}`;
}

async function outsideReasons(
  deps: StoryDeps,
  send: SendRow,
  campaign: CampaignRow,
  enrollment: EnrollmentRow,
): Promise<string[]> {
  const { database } = deps;
  const reasons: string[] = [];
  if (campaign.status !== 'active') reasons.push(`its campaign to be active: it is ${campaign.status}`);
  if (enrollment.state !== 'active') reasons.push(`its contact's part to be active: it is ${enrollment.state}`);
  if (!(await isGateOpen(deps, send))) reasons.push('the BIT gate to open: the current evaluation closes it');
  const who = { emailNorm: enrollment.email_norm, outreachId: send.outreach_id };
  const suppression = await suppressionOf(database, who, isoTime(deps.clock.now()));
  if (suppression !== undefined) reasons.push(`nothing any more: the address is suppressed (${suppression.reason})`);
  const handoff = await database.query('select 1 from handoffs where outreach_id = $1', [send.outreach_id]);
  if (handoff.length > 0) reasons.push('nothing any more: the company was handed off');
  return reasons;
}

async function isGateOpen(deps: StoryDeps, { outreach_id: id }: SendRow): Promise<boolean> {
  const sql = `select 1 from (select $1 as outreach_id) x where ${gateIsOpen('x.outreach_id', 2)}`;
  return (await deps.database.query(sql, [id, ...gateParameters(deps)])).length > 0;
}

function timeReasons({ clock }: StoryDeps, send: SendRow, campaign: CampaignRow, enrollment: EnrollmentRow): string[] {
  const nowMs = clock.now();
  if (send.next_attempt_at > isoTime(nowMs)) {
    return [send.attempts > 0 ? `its next attempt at ${send.next_attempt_at}` : `its time, ${send.next_attempt_at}`];
  }
  const rules = slotRules(campaign, enrollment.timezone, send.send_id);
  if (isOpenAt(nowMs, rules)) return [];
  return [`its window, which opens at ${isoTime(nextSlot(nowMs, rules))}`];
}

/** Of its own mailbox; of all of them while it has none. */
async function mailboxReasons(deps: StoryDeps, send: SendRow, enrollment: EnrollmentRow): Promise<string[]> {
  const { database } = deps;
  const own = enrollment.mailbox_id === null ? undefined : await findMailbox(database, enrollment.mailbox_id);
  const candidates = own === undefined ? await listMailboxes(database) : [own];
  if (candidates.length === 0) return ['a mailbox: there is none, add one with "outreach mailbox add"'];
  const reasons: string[] = [];
  for (const mailbox of candidates) {
    const reason = await mailboxReason(deps, database, mailbox, send);
    if (reason === undefined) return [];
    reasons.push(`mailbox ${mailbox.address}: ${reason}`);
  }
  return reasons;
}

async function mailboxReason(
  deps: StoryDeps,
  queries: Queries,
  mailbox: MailboxRow,
  send: SendRow,
): Promise<string | undefined> {
  const nowMs = deps.clock.now();
  const now = isoTime(nowMs);
  if (mailbox.health === 'disabled') return 'it is disabled';
  if (mailbox.health === 'broken' && (mailbox.breaker_until ?? '') > now) {
    return `its breaker is open until ${mailbox.breaker_until} (${mailbox.breaker_reason})`;
  }
  const usage = await capacityOf(queries, mailbox, nowMs);
  if (usage.left < 1) {
    const until = isoTime(nextWindowAt(mailbox, usage, nowMs));
    return `its cap is reached (today ${usage.usedToday} of ${mailbox.daily_cap}, this hour ${usage.usedThisHour} of ${mailbox.hourly_cap}) until ${until}`;
  }
  if ((mailbox.next_send_at ?? '') > now) return `it pauses between two mails until ${mailbox.next_send_at}`;
  if (send.step_no < 2 || isFresh(mailbox, deps)) return undefined;
  return mailbox.imap_ref === null
    ? 'nobody reads its inbox, so a follow-up could cross an answer: give it one with --imap'
    : `its inbox was last read at ${mailbox.last_imap_ok_at ?? 'no time yet'}, too long ago for a follow-up`;
}
