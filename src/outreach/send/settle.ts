import { isoTime } from '../../base/clock.ts';
import type { Transaction } from '../../database/port.ts';
import type { HubDeps } from '../context.ts';
import { suppressContact } from '../engagement/suppress-contact.ts';
import { recordError, resolveErrors } from '../record-error.ts';
import { recordEvent } from '../record-event.ts';
import { findSend, moveSend, noteOnSend, type SendChanges, type SendRow } from '../send-table.ts';
import { endAttempt } from './attempt-table.ts';
import type { Claimed } from './claim.ts';
import type { Delivery, Reply } from './delivery.ts';
import { freeMailbox } from './free-mailbox.ts';
import { giveUp, goOn } from './go-on.ts';
import { noteMailbox } from './mailbox-breaker.ts';
import { refundUse } from './mailbox-usage.ts';
import { markUncertain, uncertainFingerprint } from './mark-uncertain.ts';
import { putBack } from './put-back.ts';
import { judgeDelivery, type Judgement, retryWait } from './retry-table.ts';
import type { WorkerIdentity } from './worker-identity.ts';

export type SettleDeps = Pick<HubDeps, 'audit' | 'clock' | 'database' | 'settings'>;

const MAX_REPLY = 300;
/** Until a mailbox's breaker opens for its trial, or our own trouble is over, there is nothing to wait for exactly. */
const UNBURNT_WAIT_MS = 60_000;
const RELEASED = { claim_token: null, claimed_by: null, lease_until: null } as const;

interface Outcome {
  readonly claim: Claimed;
  readonly worker: WorkerIdentity;
  readonly delivery: Delivery;
  readonly judgement: Judgement;
}

/**
 * Writes down how an attempt ended, and all that follows from it, in one transaction: the send, the attempt, the caps, the
 * mailbox, the event, the next step. What somebody else did with the send meanwhile stands.
 */
export async function settleSend(
  deps: SettleDeps,
  worker: WorkerIdentity,
  claim: Claimed,
  delivery: Delivery,
): Promise<Judgement['verdict']> {
  const outcome: Outcome = { claim, worker, delivery, judgement: judgeDelivery(delivery) };
  await deps.database.transaction(async (tx) => {
    const send = await findSend(tx, claim.send.send_id);
    const isOurs = send !== undefined && send.claim_token === claim.send.claim_token;
    if (isOurs) await settle(tx, deps, outcome, send);
    // Its lease ran out before the answer came; now there is one.
    if (isOurs && send.state === 'uncertain' && outcome.judgement.verdict !== 'uncertain') {
      await resolveErrors(tx, deps, uncertainFingerprint(send.send_id), 'late_reply');
    }
    await closeAttempt(tx, deps, outcome);
    await noteMailbox(tx, deps, claim.mailbox.mailbox_id, {
      state: outcome.judgement.mailbox,
      isTrial: claim.mailbox.health === 'broken',
      reason: reasonOf(delivery),
      correlationId: claim.send.correlation_id,
      processId: worker.processId,
    });
  });
  return outcome.judgement.verdict;
}

/** The send is in one of three states: claimed, submitting, or uncertain because its lease ran out before the answer. */
async function settle(tx: Transaction, deps: SettleDeps, outcome: Outcome, send: SendRow): Promise<void> {
  switch (outcome.judgement.verdict) {
    case 'sent':
      return settleSent(tx, deps, outcome, send);
    case 'failed':
      return settleFailed(tx, deps, outcome, { ...send, attempts: send.attempts + 1 }, reasonOf(outcome.delivery));
    case 'uncertain':
      if (send.state === 'submitting') {
        await markUncertain(tx, deps, send, { outcome: 'no_reply', processId: outcome.worker.processId });
      }
      return;
    case 'withdrawn':
      if (await putBack(tx, send)) await freeMailbox(tx, send);
      return;
    case 'retry':
      return settleRetry(tx, deps, outcome, send);
  }
}

async function settleSent(tx: Transaction, deps: SettleDeps, outcome: Outcome, send: SendRow): Promise<void> {
  const { delivery, worker, claim } = outcome;
  if (delivery.kind !== 'accepted') return;
  const nowMs = deps.clock.now();
  const at = isoTime(nowMs);
  const moved = await moveSend(tx, send, 'sent', {
    ...RELEASED,
    ...replyColumns(delivery.reply),
    certainty: 'confirmed',
    sent_at: at,
    provider_id: delivery.providerId ?? null,
    ...(send.state === 'uncertain' && { resolution: 'late_reply' }),
  });
  if (!moved) return;
  await recordEvent(tx, deps, {
    type: 'delivered',
    campaign: claim.campaign,
    send,
    actorClass: 'unknown',
    // Taken over by the first server on the way; what the last one does with it comes as a bounce or not at all.
    confidence: 0.5,
    source: 'smtp',
    occurredAt: at,
    dedupeKey: `delivered:${send.send_id}`,
    processId: worker.processId,
  });
  await goOn(tx, deps, send, nowMs, worker.processId);
  await auditSettled(tx, deps, outcome, 'sent');
}

async function settleRetry(tx: Transaction, deps: SettleDeps, outcome: Outcome, send: SendRow): Promise<void> {
  const { delivery, judgement } = outcome;
  const attempts = send.attempts + (judgement.burnsAttempt ? 1 : 0);
  const waitMs = judgement.burnsAttempt ? retryWait(send.send_id, attempts, judgement.greylisted) : UNBURNT_WAIT_MS;
  if (waitMs === undefined) return settleFailed(tx, deps, outcome, { ...send, attempts }, 'attempts_out');
  const moved = await putBack(tx, send, {
    ...(delivery.kind === 'refused' && replyColumns(delivery.reply)),
    attempts,
    data_started_at: null,
    next_attempt_at: isoTime(deps.clock.now() + waitMs),
  });
  if (moved) await freeMailbox(tx, send);
}

async function settleFailed(
  tx: Transaction,
  deps: SettleDeps,
  outcome: Outcome,
  send: SendRow,
  why: string,
): Promise<void> {
  const { delivery, judgement, worker } = outcome;
  const at = isoTime(deps.clock.now());
  const moved = await moveSend(tx, send, 'failed', {
    ...RELEASED,
    ...(delivery.kind === 'refused' && replyColumns(delivery.reply)),
    attempts: send.attempts,
    failed_at: at,
    error_code: 'OUT-003',
  });
  if (!moved) return;
  await recordError(
    tx,
    deps,
    { correlation_id: send.correlation_id, process_id: worker.processId },
    {
      code: 'OUT-003',
      processType: 'send',
      message: 'a mail failed for good',
      outreachId: send.outreach_id,
      campaignId: send.campaign_id,
      sendId: send.send_id,
      detail: { kind: 'failed', why, attempts: send.attempts },
      fingerprint: `send_failed:${send.send_id}`,
    },
  );
  if (judgement.bounce !== undefined) await bounce(tx, deps, outcome, send, at);
  await giveUp(tx, deps, send, judgement.bounce === undefined ? 'failed' : 'bounced');
  await auditSettled(tx, deps, outcome, 'failed');
}

/** The server knows no such recipient, or takes nothing for it. Only an address that does not exist is never written to again. */
async function bounce(
  tx: Transaction,
  deps: SettleDeps,
  { claim, worker, delivery, judgement }: Outcome,
  send: SendRow,
  at: string,
): Promise<void> {
  await noteOnSend(tx, send.send_id, 'bounced_at', at);
  await recordEvent(tx, deps, {
    type: 'bounce_hard',
    campaign: claim.campaign,
    send,
    actorClass: 'machine',
    confidence: 1,
    source: 'smtp',
    occurredAt: at,
    detail: { reason: reasonOf(delivery) },
    dedupeKey: `bounce_hard:${send.send_id}`,
    processId: worker.processId,
  });
  if (judgement.bounce !== 'address') return;
  await suppressContact(tx, deps, {
    emailNorm: claim.enrollment.email_norm,
    reason: 'hard_bounce',
    actor: 'system:sender',
    send,
    processId: worker.processId,
  });
}

/** The cap counted this attempt; what surely did not leave is given back, once. */
async function closeAttempt(tx: Transaction, deps: SettleDeps, { claim, delivery, judgement }: Outcome): Promise<void> {
  const isUnsent = judgement.verdict === 'retry' || judgement.verdict === 'withdrawn';
  const wasOpen = await endAttempt(tx, claim.send.send_id, claim.attemptNo, {
    at: isoTime(deps.clock.now()),
    outcome: judgement.verdict,
    detail: reasonOf(delivery),
    ...(hasReply(delivery) && { smtpCode: delivery.reply.code }),
  });
  if (wasOpen && isUnsent) await refundUse(tx, claim.mailbox, claim.claimedAtMs);
}

function hasReply(delivery: Delivery): delivery is Extract<Delivery, { reply: Reply }> {
  return delivery.kind === 'accepted' || delivery.kind === 'refused';
}

function replyColumns(reply: Reply): SendChanges {
  return { smtp_code: reply.code, smtp_response: reply.text.slice(0, MAX_REPLY) };
}

/** `rcpt 550 5.1.1`, `connect network`: words of ours and codes of the server's, never its text. */
function reasonOf(delivery: Delivery): string {
  switch (delivery.kind) {
    case 'accepted':
      return `accepted ${delivery.reply.code}`;
    case 'refused':
      return [delivery.command, delivery.reply.code, delivery.reply.enhanced].filter(Boolean).join(' ');
    case 'unsent':
      return `${delivery.phase} ${delivery.trouble}`;
    case 'withdrawn':
      return 'no longer wanted';
    case 'unknown':
      return 'no answer after the body';
  }
}

async function auditSettled(
  tx: Transaction,
  { audit }: SettleDeps,
  { claim, worker, delivery }: Outcome,
  state: 'sent' | 'failed',
): Promise<void> {
  const { send, mailbox } = claim;
  await audit.append(tx, {
    event: 'send.settled',
    outcome: state === 'sent' ? 'success' : 'failure',
    actor: worker.processId,
    correlation_id: send.correlation_id,
    detail: {
      send_id: send.send_id,
      outreach_id: send.outreach_id,
      mailbox_id: mailbox.mailbox_id,
      attempt: claim.attemptNo,
      state,
      why: reasonOf(delivery),
    },
  });
}
