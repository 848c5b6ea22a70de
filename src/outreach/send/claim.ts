import { randomUUID } from 'node:crypto';
import { isoTime } from '../../base/clock.ts';
import { AppError } from '../../base/errors.ts';
import type { Transaction } from '../../database/port.ts';
import { type CampaignRow, findCampaign } from '../campaign-table.ts';
import { slotRules } from '../campaign/policy.ts';
import type { HubDeps } from '../context.ts';
import { endEnrollment } from '../end-outreach.ts';
import { type EnrollmentRow, findEnrollment } from '../enrollment-table.ts';
import { isOpenAt, nextSlot } from '../schedule/next-slot.ts';
import { moveSend, type SendRow } from '../send-table.ts';
import { suppressionOf } from '../suppression-table.ts';
import { beginAttempt } from './attempt-table.ts';
import { contactTrouble, type Unreachable } from './check-contact.ts';
import { dueSends } from './due-sends.ts';
import type { MailboxRow } from './mailbox-table.ts';
import { countUse } from './mailbox-usage.ts';
import { isPaced, type ReadyMailbox, readyMailboxes } from './ready-mailboxes.ts';
import { recoverLeases } from './recover-leases.ts';
import { spread } from './spread.ts';
import type { WorkerIdentity } from './worker-identity.ts';

export type ClaimDeps = Pick<HubDeps, 'audit' | 'clock' | 'database' | 'settings'>;

/** A send that one worker holds, with what it needs to send it. */
export interface Claimed {
  /** As it is now: `claimed`, with its token. */
  readonly send: SendRow & { readonly claim_token: string };
  readonly campaign: CampaignRow;
  readonly enrollment: EnrollmentRow;
  readonly mailbox: MailboxRow;
  readonly attemptNo: number;
  /** When it was counted against the caps, ms. */
  readonly claimedAtMs: number;
}

export interface Claims {
  readonly claimed: readonly Claimed[];
  /** Rows that turned out not to be due: there may be others behind them. */
  readonly putOff: number;
}

/** With several mailboxes, one whose server hangs must not take the slots of all others. */
export interface MailboxShare {
  readonly perMailbox: number;
  /** Mails under way by mailbox id. */
  readonly underWay: ReadonlyMap<string, number>;
}

/**
 * Takes what is due, at most `limit`, in one transaction: leases that ran out are taken back first, and each mail is counted
 * against its mailbox's caps before anybody tries it. Nobody ever waits with a claim in hand: what is too early is written
 * down for later.
 */
export async function claimSends(
  deps: ClaimDeps,
  worker: WorkerIdentity,
  limit: number,
  share?: MailboxShare,
): Promise<Claims> {
  return deps.database.transaction(async (tx) => {
    await recoverLeases(tx, deps, worker);
    const ready = await readyMailboxes(tx, deps);
    if (share !== undefined && ready.size > 1) leaveRoom(ready, share);
    if (ready.size === 0 || limit < 1) return { claimed: [], putOff: 0 };
    const claim = new ClaimUnderWay(tx, deps, worker, ready);
    for (const send of await dueSends(tx, deps, ready, limit)) await claim.consider(send);
    return { claimed: claim.claimed, putOff: claim.putOff };
  });
}

function leaveRoom(ready: Map<string, ReadyMailbox>, { perMailbox, underWay }: MailboxShare): void {
  for (const [id, one] of ready) {
    one.left = Math.min(one.left, perMailbox - (underWay.get(id) ?? 0));
    if (one.left < 1) ready.delete(id);
  }
}

class ClaimUnderWay {
  readonly claimed: Claimed[] = [];
  putOff = 0;
  readonly #tx: Transaction;
  readonly #deps: ClaimDeps;
  readonly #worker: WorkerIdentity;
  readonly #ready: Map<string, ReadyMailbox>;
  readonly #campaigns = new Map<string, CampaignRow>();

  constructor(tx: Transaction, deps: ClaimDeps, worker: WorkerIdentity, ready: Map<string, ReadyMailbox>) {
    this.#tx = tx;
    this.#deps = deps;
    this.#worker = worker;
    this.#ready = ready;
  }

  async consider(send: SendRow): Promise<void> {
    const enrollment = await findEnrollment(this.#tx, send.enrollment_id);
    if (enrollment === undefined) throw new AppError('internal', `find the enrollment of the send ${send.send_id}`);
    const campaign = await this.#campaignOf(send);
    const nowMs = this.#deps.clock.now();
    const forbidden = await this.#forbidden(enrollment, nowMs);
    if (forbidden !== undefined) return this.#skip(send, enrollment, forbidden);
    const rules = slotRules(campaign, enrollment.timezone, send.send_id);
    if (!isOpenAt(nowMs, rules)) return this.#wait(send, nextSlot(nowMs, rules));
    const mailbox = this.#mailboxFor(enrollment);
    // Its mailbox was filled by those before it: it is still due at the next claim.
    if (mailbox !== undefined) await this.#take(send, campaign, enrollment, mailbox, nowMs);
  }

  async #campaignOf({ campaign_id: id }: SendRow): Promise<CampaignRow> {
    const campaign = this.#campaigns.get(id) ?? (await findCampaign(this.#tx, id));
    if (campaign === undefined) throw new AppError('internal', `find the campaign ${id} of a send`);
    this.#campaigns.set(id, campaign);
    return campaign;
  }

  async #forbidden(enrollment: EnrollmentRow, nowMs: number): Promise<'suppressed' | Unreachable | undefined> {
    const who = { emailNorm: enrollment.email_norm, outreachId: enrollment.outreach_id };
    if ((await suppressionOf(this.#tx, who, isoTime(nowMs))) !== undefined) return 'suppressed';
    return contactTrouble(this.#tx, enrollment);
  }

  /** The enrollment ends as suppressed whatever forbids the address, since no person decided it; the audit says which. */
  async #skip(send: SendRow, enrollment: EnrollmentRow, why: 'suppressed' | Unreachable): Promise<void> {
    this.putOff += 1;
    await moveSend(this.#tx, send, 'skipped');
    await endEnrollment(this.#tx, this.#deps, enrollment, { state: 'stopped', reason: 'suppressed' });
    await this.#deps.audit.append(this.#tx, {
      event: 'send.settled',
      outcome: 'success',
      actor: this.#worker.processId,
      correlation_id: send.correlation_id,
      detail: { send_id: send.send_id, outreach_id: send.outreach_id, state: 'skipped', why },
    });
  }

  async #wait(send: SendRow, untilMs: number): Promise<void> {
    this.putOff += 1;
    await this.#tx.run(`update send_log set next_attempt_at = $1 where send_id = $2 and state = 'scheduled'`, [
      isoTime(untilMs),
      send.send_id,
    ]);
  }

  /** A contact keeps the mailbox that wrote first, or holds its claim; a new one goes to whoever has most room left. */
  #mailboxFor(enrollment: EnrollmentRow): ReadyMailbox | undefined {
    const own = enrollment.mailbox_id;
    const choice =
      own !== null ? this.#ready.get(own) : [...this.#ready.values()].toSorted((a, b) => b.left - a.left)[0];
    return choice !== undefined && choice.left > 0 ? choice : undefined;
  }

  async #take(
    send: SendRow,
    campaign: CampaignRow,
    enrollment: EnrollmentRow,
    ready: ReadyMailbox,
    nowMs: number,
  ): Promise<void> {
    const { mailbox } = ready;
    if (!(await countUse(this.#tx, mailbox, nowMs))) {
      ready.left = 0;
      return;
    }
    ready.left -= 1;
    const token = randomUUID();
    const changes = {
      mailbox_id: mailbox.mailbox_id,
      claim_token: token,
      claimed_by: this.#worker.name,
      lease_until: isoTime(nowMs + this.#worker.leaseMs),
    };
    // The row was read in this transaction, on PostgreSQL under its lock: nobody can have moved it.
    const moved = await moveSend(this.#tx, { send_id: send.send_id, state: send.state }, 'claimed', changes);
    if (!moved) throw new AppError('fenced', `claim the send ${send.send_id}: somebody moved it first`);
    await this.#assign(enrollment, mailbox);
    if (isPaced(mailbox)) await this.#pace(mailbox, send, nowMs);
    const attemptNo = await beginAttempt(this.#tx, send, {
      worker: this.#worker.name,
      mailboxId: mailbox.mailbox_id,
      startedAt: isoTime(nowMs),
      processId: this.#worker.processId,
    });
    this.claimed.push({
      send: { ...send, ...changes, state: 'claimed' },
      campaign,
      enrollment: { ...enrollment, mailbox_id: mailbox.mailbox_id },
      mailbox,
      attemptNo,
      claimedAtMs: nowMs,
    });
  }

  async #assign(enrollment: EnrollmentRow, mailbox: MailboxRow): Promise<void> {
    if (enrollment.mailbox_id !== null) return;
    await this.#tx.run('update enrollments set mailbox_id = $1 where enrollment_id = $2 and mailbox_id is null', [
      mailbox.mailbox_id,
      enrollment.enrollment_id,
    ]);
  }

  /** The next mail comes no sooner; a trial after a trouble is alone until it ended. */
  async #pace(mailbox: MailboxRow, send: SendRow, nowMs: number): Promise<void> {
    const gapMs = 1_000 * (mailbox.min_gap_s + mailbox.jitter_s * spread(send.send_id));
    const trialUntil = mailbox.health === 'broken' ? isoTime(nowMs + this.#worker.leaseMs) : mailbox.breaker_until;
    await this.#tx.run('update mailboxes set next_send_at = $1, breaker_until = $2 where mailbox_id = $3', [
      isoTime(nowMs + Math.ceil(gapMs)),
      trialUntil,
      mailbox.mailbox_id,
    ]);
  }
}
