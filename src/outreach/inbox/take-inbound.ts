import { isoTime } from '../../base/clock.ts';
import { AppError } from '../../base/errors.ts';
import type { Transaction } from '../../database/port.ts';
import { type CampaignRow, findCampaign } from '../campaign-table.ts';
import type { HubDeps } from '../context.ts';
import { normalizeEmail } from '../email-address.ts';
import { stopOnReply } from '../engagement/stop-on-reply.ts';
import { suppressContact } from '../engagement/suppress-contact.ts';
import { type EngagementFacts, recordEvent } from '../record-event.ts';
import { type Evidence, resolveUncertain } from '../send/resolve.ts';
import { noteOnSend, type SendRow } from '../send-table.ts';
import type { EventType, SuppressionReason } from '../tables/engagement-tables.ts';
import { holdAway } from './hold-away.ts';
import { advanceFolder, insertInbound } from './inbound-table.ts';
import type { ArrivedMail, Judged, JudgedMail } from './judge-inbound.ts';
import { stopUnreachable } from './stop-unreachable.ts';

export type TakeDeps = Pick<HubDeps, 'audit' | 'clock' | 'settings'>;

/**
 * Writes what follows from one mail, and that its folder was read up to it, in the caller's transaction: a reader that dies
 * reads it again, and one that does not never counts it twice. False for a mail that changes nothing, because it is nobody's
 * business or was taken before.
 */
export async function takeInbound(
  tx: Transaction,
  deps: TakeDeps,
  arrived: ArrivedMail,
  judged: Judged,
  processId: string,
): Promise<boolean> {
  const nowMs = deps.clock.now();
  await advanceFolder(tx, arrived.place, nowMs);
  if (!('key' in judged)) return false;
  const mail = 'match' in judged ? judged : undefined;
  const isForPeople = mail?.verdict === 'reply' || mail?.verdict === 'opt_out';
  const isNew = await insertInbound(
    tx,
    {
      ...arrived.place,
      message_key: judged.key,
      verdict: judged.verdict,
      send_id: mail?.match.send.send_id ?? null,
      forward: isForPeople && deps.settings.replyTo !== undefined ? 'pending' : null,
      received_at: receivedAt(arrived, nowMs),
      correlation_id: mail?.match.send.correlation_id ?? null,
      process_id: processId,
    },
    nowMs,
  );
  if (!isNew) return false;
  return mail === undefined || takeMatched(tx, deps, arrived, mail, processId);
}

interface Taking {
  readonly tx: Transaction;
  readonly deps: TakeDeps;
  readonly judged: JudgedMail;
  readonly send: SendRow;
  readonly campaign: CampaignRow;
  /** As addresses are compared: of the contact that we wrote to. */
  readonly contact: string;
  readonly receivedAt: string;
  readonly rawRef: string;
  readonly processId: string;
}

async function takeMatched(
  tx: Transaction,
  deps: TakeDeps,
  arrived: ArrivedMail,
  judged: JudgedMail,
  processId: string,
): Promise<boolean> {
  const { send } = judged.match;
  const campaign = await findCampaign(tx, send.campaign_id);
  const contact = normalizeEmail(send.to_email);
  if (campaign === undefined || contact === undefined) {
    throw new AppError('internal', `find the campaign and the address of the send ${send.send_id}`);
  }
  const rawRef = `imap:${arrived.place.mailbox_id}/${judged.key}`;
  const at = receivedAt(arrived, deps.clock.now());
  const taking: Taking = { tx, deps, judged, send, campaign, contact, receivedAt: at, rawRef, processId };
  const { evidence, take } = TAKING[judged.verdict];
  // First: what was uncertain goes on by it, and what follows may stop just that. The right address alone says nothing of it.
  if (judged.match.by !== 'address') await resolveUncertain(tx, deps, send, evidence);
  return take(taking);
}

const TAKING: Record<
  JudgedMail['verdict'],
  { readonly evidence: Evidence; readonly take: (taking: Taking) => Promise<boolean> }
> = {
  reply: { evidence: 'reply', take: takeReply },
  opt_out: { evidence: 'reply', take: takeOptOut },
  unsubscribe: { evidence: 'unsubscribe', take: takeUnsubscribe },
  auto_reply: { evidence: 'reply', take: takeAutoReply },
  bounce_hard: { evidence: 'dsn', take: takeHardBounce },
  bounce_soft: { evidence: 'dsn', take: takeSoftBounce },
  delivered: { evidence: 'dsn', take: (taking) => record(taking, 'delivered', 'machine') },
  complaint: { evidence: 'complaint', take: takeComplaint },
};

async function takeReply(taking: Taking): Promise<boolean> {
  if (!(await record(taking, 'reply', 'human'))) return false;
  const { tx, deps, send, receivedAt: at } = taking;
  await noteOnSend(tx, send.send_id, 'replied_at', at);
  await noteOnSend(tx, send.send_id, 'opened_at', at);
  await stopOnReply(tx, deps, send);
  return true;
}

/** It is an answer all the same: somebody should read it. */
async function takeOptOut(taking: Taking): Promise<boolean> {
  await suppressTo(taking, 'opt_out_reply');
  await takeUnsubscription(taking);
  return takeReply(taking);
}

async function takeUnsubscribe(taking: Taking): Promise<boolean> {
  await suppressTo(taking, 'unsubscribe');
  return takeUnsubscription(taking);
}

/** By mail or by page, of one send it is one. */
async function takeUnsubscription(taking: Taking): Promise<boolean> {
  return record(taking, 'unsubscribe', 'human', `unsubscribe:${taking.send.send_id}`);
}

async function takeAutoReply(taking: Taking): Promise<boolean> {
  if (!(await record(taking, 'auto_reply', 'machine'))) return false;
  const { tx, deps, send, campaign, judged } = taking;
  if (judged.away === undefined) return true;
  const { untilMs } = judged.away;
  await holdAway(tx, deps, { send, campaign, ...(untilMs !== undefined && { untilMs }) });
  return true;
}

async function takeHardBounce(taking: Taking): Promise<boolean> {
  if (!(await recordBounce(taking, 'bounce_hard'))) return false;
  await suppressTo(taking, 'hard_bounce');
  return true;
}

async function takeSoftBounce(taking: Taking): Promise<boolean> {
  if (!(await recordBounce(taking, 'bounce_soft'))) return false;
  await stopUnreachable(taking.tx, taking.deps, taking.contact);
  return true;
}

async function recordBounce(taking: Taking, type: 'bounce_hard' | 'bounce_soft'): Promise<boolean> {
  if (!(await record(taking, type, 'machine'))) return false;
  await noteOnSend(taking.tx, taking.send.send_id, 'bounced_at', taking.receivedAt);
  return true;
}

async function takeComplaint(taking: Taking): Promise<boolean> {
  await suppressTo(taking, 'complaint');
  return record(taking, 'complaint', 'human');
}

async function suppressTo({ tx, deps, send, contact, processId }: Taking, reason: SuppressionReason): Promise<void> {
  await suppressContact(tx, deps, { emailNorm: contact, reason, send, actor: 'system:inbox', processId });
}

/** Whoever only has the right address is half believed. */
const CONFIDENCE = { message_id: 1, token: 1, address: 0.5 } as const;

async function record(
  { tx, deps, judged, send, campaign, receivedAt: at, rawRef, processId }: Taking,
  type: EventType,
  actorClass: EngagementFacts['actorClass'],
  dedupeKey = `${type}:${send.send_id}:${judged.key}`,
): Promise<boolean> {
  const { by } = judged.match;
  const until = judged.away?.untilMs;
  const recorded = await recordEvent(tx, deps, {
    type,
    campaign,
    send,
    actorClass,
    confidence: CONFIDENCE[by],
    source: judged.status === undefined ? 'imap' : 'dsn',
    occurredAt: at,
    rawRef,
    detail: {
      matched_by: by,
      ...(judged.status !== undefined && { status: judged.status }),
      ...(until !== undefined && { away_until: isoTime(until) }),
    },
    dedupeKey,
    processId,
  });
  return recorded !== undefined;
}

/** The server's time and not the mail's own, which anybody writes as they like; never later than now. */
function receivedAt({ receivedMs }: ArrivedMail, nowMs: number): string {
  return isoTime(Math.min(receivedMs, nowMs));
}
