import { isoTime } from '../../base/clock.ts';
import { classOf, codeOf, type ErrorClass, type ErrorCode } from '../../base/errors.ts';
import type { Transaction } from '../../database/port.ts';
import { type CampaignRow, findCampaign } from '../campaign-table.ts';
import type { HubDeps } from '../context.ts';
import { endCampaign, endEnrollment } from '../end-outreach.ts';
import { enrollmentsOf, findEnrollment, moveEnrollment } from '../enrollment-table.ts';
import { moveCampaign } from '../move-campaign.ts';
import { newProcessId } from '../process-id.ts';
import type { CampaignStatus } from '../states.ts';
import { alarmOf } from './alarm.ts';
import { allEnded, dueToBegin, gateClosed, troubled, unanswered } from './due-campaigns.ts';
import { isLockedOut, mailboxState } from './mailbox-state.ts';
import { passGateOf } from './pass-gate.ts';

/** What one advance did; ids of campaigns. */
export interface AdvanceReport {
  readonly activated: string[];
  readonly paused: { readonly campaign_id: string; readonly reason: string }[];
  readonly completed: string[];
  /** What went wrong with one campaign keeps the others from nothing; it is tried again at the next advance. */
  readonly failed: { readonly campaign_id: string; readonly code: ErrorCode }[];
  /** Contacts whose time to answer is over. */
  unanswered: number;
}

/**
 * Moves what time and facts move: due campaigns begin, those that must not go on are paused, those of which nobody is left
 * are completed. Each campaign in a transaction of its own, asked again inside it, so that two may advance at once.
 */
export async function advanceCampaigns(deps: HubDeps): Promise<AdvanceReport> {
  const report: AdvanceReport = { activated: [], paused: [], completed: [], failed: [], unanswered: 0 };
  const advance = new Advance(deps, report);
  for (const id of await gateClosed(deps.database, deps)) await advance.one(id, 'active', stopAtGate);
  for (const id of await dueToBegin(deps.database, deps)) await advance.one(id, 'scheduled', begin);
  const lockedOut = await isLockedOut(deps.database, '');
  for (const id of await troubled(deps.database, lockedOut)) await advance.one(id, 'active', stopAtAlarm);
  report.unanswered = await endUnanswered(deps);
  for (const id of await allEnded(deps.database)) await advance.one(id, 'active', complete);
  return report;
}

/** The database is away, full or not ours: no other campaign would fare better. */
const CONCERNS_ALL: ReadonlySet<ErrorClass> = new Set<ErrorClass>(['transient', 'config']);

interface Step {
  readonly tx: Transaction;
  readonly deps: HubDeps;
  readonly campaign: CampaignRow;
  readonly report: AdvanceReport;
  readonly processId: string;
}

class Advance {
  readonly #deps: HubDeps;
  readonly #report: AdvanceReport;

  constructor(deps: HubDeps, report: AdvanceReport) {
    this.#deps = deps;
    this.#report = report;
  }

  /** Nothing happens when somebody moved it meanwhile. */
  async one(campaignId: string, status: CampaignStatus, step: (step: Step) => Promise<void>): Promise<void> {
    if (this.#deps.signal.aborted) return;
    const deps = this.#deps;
    const processId = newProcessId('campaign', deps.clock.now());
    try {
      await deps.database.transaction(async (tx) => {
        const campaign = await findCampaign(tx, campaignId);
        if (campaign?.status === status) await step({ tx, deps, campaign, report: this.#report, processId });
      });
    } catch (thrown) {
      if (CONCERNS_ALL.has(classOf(thrown))) throw thrown;
      this.#report.failed.push({ campaign_id: campaignId, code: codeOf(thrown) });
      deps.log.error(
        { campaign_id: campaignId, process_id: processId, err: thrown },
        'a campaign could not be advanced',
      );
    }
  }
}

async function begin(step: Step): Promise<void> {
  const { tx, deps, campaign, report, processId } = step;
  const lateMs = deps.clock.now() - Date.parse(campaign.scheduled_at ?? campaign.created_at);
  const isTooLate = lateMs > deps.settings.maxLatenessMs;
  const mailboxes = await mailboxState(tx, deps);
  // A breaker closes by itself: the campaign waits for it as long as it may be late. The gate writes down that it was
  // asked, so it is asked when there is something to decide.
  if (mailboxes === 'waiting' && !isTooLate) return;
  const gate = await passGateOf(tx, deps, campaign, 'activate', processId);
  if ('outcome' in gate) return pause(step, gate.error.cause === 'gate' ? 'gate_dropped' : gate.error.cause);
  if (isTooLate) return pause(step, 'missed_window');
  if (mailboxes === 'none') return pause(step, 'no_mailbox');
  await moveCampaign(tx, deps, campaign, 'active', { trigger: 'due', actor: 'system:scheduler', processId });
  for (const enrollment of await enrollmentsOf(tx, campaign.campaign_id)) {
    if (enrollment.state === 'pending') await moveEnrollment(tx, deps, enrollment, 'active');
  }
  report.activated.push(campaign.campaign_id);
}

async function stopAtGate(step: Step): Promise<void> {
  const gate = await passGateOf(step.tx, step.deps, step.campaign, 'claim', step.processId);
  if ('outcome' in gate) await pause(step, gate.error.cause === 'gate' ? 'gate_dropped' : gate.error.cause);
}

async function stopAtAlarm(step: Step): Promise<void> {
  const alarm = await alarmOf(step.tx, step.campaign);
  if (alarm !== undefined) await pause(step, alarm);
}

async function complete({ tx, deps, campaign, report, processId }: Step): Promise<void> {
  await endCampaign(tx, deps, campaign, 'completed', {
    trigger: 'all_ended',
    actor: 'system:scheduler',
    stopReason: 'manual',
    processId,
  });
  report.completed.push(campaign.campaign_id);
}

async function pause({ tx, deps, campaign, report, processId }: Step, reason: string): Promise<void> {
  await moveCampaign(tx, deps, campaign, 'paused', { trigger: reason, actor: 'system:scheduler', reason, processId });
  report.paused.push({ campaign_id: campaign.campaign_id, reason });
  const { campaign_id, outreach_id, correlation_id } = campaign;
  const at = isoTime(deps.clock.now());
  deps.log.warn(
    { campaign_id, outreach_id, correlation_id, process_id: processId, reason, at },
    'a campaign was paused',
  );
}

async function endUnanswered(deps: HubDeps): Promise<number> {
  let ended = 0;
  for (const { enrollment_id: id } of await unanswered(deps.database, deps)) {
    await deps.database.transaction(async (tx) => {
      const enrollment = await findEnrollment(tx, id);
      if (enrollment?.state !== 'active') return;
      await endEnrollment(tx, deps, enrollment, { state: 'finished', reason: 'no_reply' });
      ended += 1;
    });
  }
  return ended;
}
