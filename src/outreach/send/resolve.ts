import { isoTime } from '../../base/clock.ts';
import { AppError } from '../../base/errors.ts';
import type { Transaction } from '../../database/port.ts';
import { findCampaign } from '../campaign-table.ts';
import type { Actor, HubDeps } from '../context.ts';
import { findEnrollment } from '../enrollment-table.ts';
import { newId, newProcessId } from '../process-id.ts';
import { resolveErrors } from '../record-error.ts';
import { findSend, insertSend, moveSend, type SendRow } from '../send-table.ts';
import { suppressionOf } from '../suppression-table.ts';
import { giveUp, goOn } from './go-on.ts';
import { uncertainFingerprint } from './mark-uncertain.ts';

/**
 * What tells that a mail whose fate was unknown did leave, strongest first. `timeout`: nothing told anything for a day, and
 * by experience nearly all such mails were delivered.
 */
export const EVIDENCE = [
  'reply',
  'sent_folder',
  'dsn',
  'complaint',
  'click',
  'unsubscribe',
  'open',
  'timeout',
] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** Nothing said otherwise for so long: it counts as sent. */
export const ASSUME_AFTER_MS = 24 * 3_600_000;
/** Of one look; the others wait for the next. */
const MAX_ASSUMED = 200;

export type ResolveDeps = Pick<HubDeps, 'audit' | 'clock' | 'settings'>;

/**
 * Evidence has come that this send left. True when it was uncertain: it is sent now, and its sequence goes on. False, and
 * nothing written, for a send that is not uncertain (any more).
 */
export async function resolveUncertain(
  tx: Transaction,
  deps: ResolveDeps,
  send: Pick<SendRow, 'send_id'>,
  evidence: Evidence,
): Promise<boolean> {
  const row = await findSend(tx, send.send_id);
  if (row?.state !== 'uncertain') return false;
  return resolveAsSent(tx, deps, row, {
    resolution: evidence,
    certainty: evidence === 'timeout' ? 'assumed' : 'confirmed',
    actor: `system:${evidence}`,
  });
}

/** What nobody could tell for a day counts as sent. The number of them. */
export async function assumeOverdue(deps: ResolveDeps & Pick<HubDeps, 'database'>): Promise<number> {
  const before = isoTime(deps.clock.now() - ASSUME_AFTER_MS);
  const overdue = await deps.database.query<SendRow>(
    `select * from send_log where state = 'uncertain' and data_started_at <= $1 order by data_started_at limit $2`,
    [before, MAX_ASSUMED],
  );
  for (const send of overdue) await deps.database.transaction((tx) => resolveUncertain(tx, deps, send, 'timeout'));
  return overdue.length;
}

export const RESOLUTIONS = ['sent', 'failed', 'resend'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];
/** The `resolution` of a send whose next generation was made: it may have been delivered all the same. */
export const RESENT = 'operator_resend';

/**
 * A person decides about an uncertain send. `resend` makes a new one of the next generation, with an id and a Message-ID of
 * its own, and gives the old one up. Throws `not_found`, and `refused` for a send that is not uncertain, or one that is to go
 * out again to somebody whom nobody writes to any more.
 */
export async function resolveByOperator(
  tx: Transaction,
  deps: ResolveDeps,
  sendId: string,
  as: Resolution,
  actor: Actor,
): Promise<{ readonly send: SendRow; readonly newSendId?: string }> {
  const send = await requireUncertain(tx, sendId);
  if (as === 'sent') {
    await resolveAsSent(tx, deps, send, { resolution: 'operator', certainty: 'confirmed', actor });
    return { send };
  }
  if (as === 'resend') await requireWritable(tx, deps, send);
  const resolution = as === 'resend' ? RESENT : 'operator';
  await moveSend(tx, send, 'failed', {
    claim_token: null,
    resolution,
    certainty: 'confirmed',
    failed_at: isoTime(deps.clock.now()),
    error_code: 'OUT-003',
  });
  await close(tx, deps, send, { resolution, actor, state: 'failed' });
  if (as === 'resend') return { send, newSendId: await sendAgain(tx, deps, send) };
  await giveUp(tx, deps, send, 'failed');
  return { send };
}

/** Throws `not_found` and `refused`; writes nothing. */
export async function requireUncertain(tx: Transaction, sendId: string): Promise<SendRow> {
  const send = await findSend(tx, sendId);
  if (send === undefined) {
    throw new AppError('not_found', `find the send ${sendId}`, { hint: 'list them with "outreach sends"' });
  }
  if (send.state !== 'uncertain') {
    throw new AppError('refused', `resolve the send ${sendId}: it is ${send.state}, not uncertain`, {
      hint: 'list those that are with "outreach sends --state uncertain"',
    });
  }
  return send;
}

/** What nobody would ever claim must not be made: its campaign would wait for it for ever. */
async function requireWritable(tx: Transaction, deps: ResolveDeps, send: SendRow): Promise<void> {
  const reason = await unwritableReason(tx, deps, send);
  if (reason === undefined) return;
  throw new AppError('refused', `send ${send.send_id} again: ${reason}`, {
    hint: 'resolve it with --as sent or --as failed',
  });
}

async function unwritableReason(tx: Transaction, { clock }: ResolveDeps, send: SendRow): Promise<string | undefined> {
  const enrollment = await findEnrollment(tx, send.enrollment_id);
  if (enrollment === undefined || enrollment.state === 'finished' || enrollment.state === 'stopped') {
    return `its contact's part is over (${enrollment?.end_reason ?? 'it is gone'})`;
  }
  const status = (await findCampaign(tx, send.campaign_id))?.status;
  if (status === undefined || status === 'completed' || status === 'cancelled') return `its campaign is ${status}`;
  const handoff = await tx.query('select 1 from handoffs where outreach_id = $1', [send.outreach_id]);
  if (handoff.length > 0) return 'the company was handed off';
  const who = { emailNorm: enrollment.email_norm, outreachId: send.outreach_id };
  const suppression = await suppressionOf(tx, who, isoTime(clock.now()));
  return suppression && `the address is suppressed (${suppression.reason})`;
}

interface Resolved {
  readonly resolution: string;
  readonly certainty: 'confirmed' | 'assumed';
  readonly actor: Actor;
}

async function resolveAsSent(tx: Transaction, deps: ResolveDeps, send: SendRow, how: Resolved): Promise<boolean> {
  const sentAt = send.data_started_at ?? isoTime(deps.clock.now());
  const moved = await moveSend(tx, send, 'sent', {
    claim_token: null,
    sent_at: sentAt,
    certainty: how.certainty,
    resolution: how.resolution,
  });
  if (!moved) return false;
  await close(tx, deps, send, { ...how, state: 'sent' });
  await goOn(tx, deps, send, Date.parse(sentAt), newProcessId('send', deps.clock.now()));
  return true;
}

async function close(
  tx: Transaction,
  deps: ResolveDeps,
  send: SendRow,
  how: Pick<Resolved, 'resolution' | 'actor'> & { readonly state: 'sent' | 'failed' },
): Promise<void> {
  await resolveErrors(tx, deps, uncertainFingerprint(send.send_id), how.resolution);
  await deps.audit.append(tx, {
    event: 'send.resolved',
    outcome: 'success',
    actor: how.actor,
    correlation_id: send.correlation_id,
    detail: { send_id: send.send_id, outreach_id: send.outreach_id, state: how.state, resolution: how.resolution },
  });
}

async function sendAgain(tx: Transaction, deps: ResolveDeps, send: SendRow): Promise<string> {
  const nowMs = deps.clock.now();
  const id = newId(nowMs);
  const generation = send.generation + 1;
  await insertSend(tx, {
    send_id: id,
    campaign_id: send.campaign_id,
    sequence_id: send.sequence_id,
    step_id: send.step_id,
    step_no: send.step_no,
    enrollment_id: send.enrollment_id,
    outreach_id: send.outreach_id,
    contact_id: send.contact_id,
    mailbox_id: send.mailbox_id,
    generation,
    message_id: `<${id}.${generation}@${deps.settings.mailDomain}>`,
    to_email: send.to_email,
    due_at: isoTime(nowMs),
    priority: send.priority,
    created_at: isoTime(nowMs),
    correlation_id: send.correlation_id,
    process_id: newProcessId('send', nowMs),
  });
  return id;
}
