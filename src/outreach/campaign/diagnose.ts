import { isoTime } from '../../base/clock.ts';
import type { Queries } from '../../database/port.ts';
import type { CampaignRow } from '../campaign-table.ts';
import type { HubDeps } from '../context.ts';
import { gateWords } from './pass-gate.ts';
import { judge } from '../gate/check-gate.ts';
import { isHandedOff, readTarget } from '../gate/read-target.ts';
import { isOpenAt, nextSlot } from '../schedule/next-slot.ts';
import { readContacts } from './contacts.ts';
import { needCampaign } from './find.ts';
import { slotRules } from './policy.ts';
import { mailboxState } from './mailbox-state.ts';

/** One question about a campaign that does not move. */
export interface Check {
  readonly check: string;
  /** False: this is in the way. */
  readonly ok: boolean;
  readonly answer: string;
}

export interface Diagnosis {
  readonly campaign_id: string;
  readonly status: string;
  /** The first thing in the way; undefined when nothing is. */
  readonly in_the_way: string | undefined;
  readonly checks: readonly Check[];
}

type DiagnoseDeps = Pick<HubDeps, 'clock' | 'settings'>;

/** Why nothing moves: every condition of a send, in the order in which they are asked. Only looks. Throws `not_found`. */
export async function diagnoseCampaign(queries: Queries, deps: DiagnoseDeps, campaignId: string): Promise<Diagnosis> {
  const campaign = await needCampaign(queries, campaignId);
  const checks = [
    statusCheck(campaign),
    await gateCheck(queries, deps, campaign),
    await handoffCheck(queries, campaign),
    await contactsCheck(queries, deps, campaign),
    await enrollmentsCheck(queries, campaign),
    await mailboxCheck(queries, deps),
    await sendsCheck(queries, deps, campaign),
    windowCheck(deps, campaign),
    await workerCheck(queries, deps),
  ];
  return {
    campaign_id: campaignId,
    status: campaign.status,
    in_the_way: checks.find(({ ok }) => !ok)?.check,
    checks,
  };
}

const STATUS_ANSWERS: Readonly<Record<CampaignRow['status'], string>> = {
  draft: 'it is a draft: schedule it',
  scheduled: 'it begins at ',
  active: 'it is active',
  paused: 'it is paused: resume it when the reason is gone; the reason is ',
  completed: 'it is completed, because of ',
  cancelled: 'it is cancelled, because of ',
};

function statusCheck(campaign: CampaignRow): Check {
  const { status, status_reason: reason, scheduled_at: at } = campaign;
  const more = status === 'scheduled' ? at : status === 'draft' || status === 'active' ? '' : reason;
  return {
    check: 'status',
    ok: status === 'active' || status === 'scheduled',
    answer: `${STATUS_ANSWERS[status]}${more ?? 'unknown'}`,
  };
}

async function gateCheck(queries: Queries, deps: DiagnoseDeps, campaign: CampaignRow): Promise<Check> {
  const target = await readTarget(queries, campaign.outreach_id);
  if (target === undefined) return { check: 'gate', ok: false, answer: 'no evaluation of the company is there' };
  const verdict = judge(deps, target, campaign.correlation_id);
  return verdict.decision === 'passed'
    ? { check: 'gate', ok: true, answer: `open: score ${verdict.score}, ${verdict.strategy}` }
    : { check: 'gate', ok: false, answer: `closed: ${gateWords(verdict)}` };
}

async function handoffCheck(queries: Queries, { outreach_id: id }: CampaignRow): Promise<Check> {
  const isOver = await isHandedOff(queries, id);
  return {
    check: 'handoff',
    ok: !isOver,
    answer: isOver ? 'a meeting is booked: outreach ended' : 'no meeting is booked',
  };
}

async function contactsCheck(queries: Queries, deps: DiagnoseDeps, { outreach_id: id }: CampaignRow): Promise<Check> {
  const { eligible, leftOut } = await readContacts(queries, deps, id);
  const out = leftOut.map(({ contact_id: contact, reason }) => `${contact} ${reason}`).join(', ');
  return {
    check: 'contacts',
    ok: eligible.length > 0,
    answer: `${eligible.length} may be written to${out === '' ? '' : `; left out: ${out}`}`,
  };
}

async function enrollmentsCheck(queries: Queries, campaign: CampaignRow): Promise<Check> {
  const rows = await queries.query<{ state: string; n: number }>(
    'select state, count(*) as n from enrollments where campaign_id = $1 group by state order by state',
    [campaign.campaign_id],
  );
  const open = rows.some(({ state }) => state === 'active' || state === 'pending');
  const words = rows.map(({ state, n }) => `${n} ${state}`).join(', ');
  return { check: 'enrollments', ok: open || campaign.status === 'draft', answer: words === '' ? 'none yet' : words };
}

const MAILBOX_ANSWERS = {
  ready: 'at least one can send',
  waiting: 'all of them wait after a failure',
  none: 'there is none: add one with "handoff outreach mailbox add"',
} as const;

async function mailboxCheck(queries: Queries, deps: DiagnoseDeps): Promise<Check> {
  const state = await mailboxState(queries, deps);
  return { check: 'mailboxes', ok: state === 'ready', answer: MAILBOX_ANSWERS[state] };
}

async function sendsCheck(queries: Queries, { clock }: DiagnoseDeps, campaign: CampaignRow): Promise<Check> {
  const rows = await queries.query<{ state: string; n: number; next: string }>(
    `select state, count(*) as n, min(next_attempt_at) as next from send_log where campaign_id = $1
      group by state order by state`,
    [campaign.campaign_id],
  );
  const next = rows.find(({ state }) => state === 'scheduled')?.next;
  const isDue = next !== undefined && next <= isoTime(clock.now());
  const words = rows.map(({ state, n }) => `${n} ${state}`).join(', ');
  return {
    check: 'sends',
    ok: next === undefined || isDue,
    answer: `${words === '' ? 'none yet' : words}${next === undefined ? '' : `; the next ${isDue ? 'is due since' : 'is due at'} ${next}`}`,
  };
}

function windowCheck({ clock }: DiagnoseDeps, campaign: CampaignRow): Check {
  const rules = slotRules(campaign, campaign.timezone);
  const nowMs = clock.now();
  return isOpenAt(nowMs, rules)
    ? { check: 'window', ok: true, answer: `open in ${rules.timezone}` }
    : { check: 'window', ok: false, answer: `closed in ${rules.timezone} until ${isoTime(nextSlot(nowMs, rules))}` };
}

async function workerCheck(queries: Queries, { clock }: DiagnoseDeps): Promise<Check> {
  const rows = await queries.query<{ until: string; heartbeat_at: string }>(
    'select until, heartbeat_at from instance_lease order by until desc',
  );
  const [lease] = rows;
  if (lease === undefined) {
    return { check: 'worker', ok: false, answer: 'none ever ran: start one with "handoff outreach run"' };
  }
  const runs = lease.until > isoTime(clock.now());
  return { check: 'worker', ok: runs, answer: `${runs ? 'it runs' : 'none runs'}, last seen ${lease.heartbeat_at}` };
}
