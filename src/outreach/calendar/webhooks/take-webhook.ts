import { createHash } from 'node:crypto';
import { isoTime } from '../../../base/clock.ts';
import type { Transaction } from '../../../database/port.ts';
import type { HubDeps } from '../../context.ts';
import { newProcessId } from '../../process-id.ts';
import { recordError, resolveErrors } from '../../record-error.ts';
import { bookMeeting } from '../book-meeting.ts';
import type { CalendarSigner } from '../sign-link.ts';
import { linkOfBooking } from '../verify-link.ts';
import type { RawWebhook, WebhookAdapter, WebhookEvent } from './adapter.ts';
import { calcomWebhooks } from './calcom.ts';
import { calendlyWebhooks } from './calendly.ts';
import { insertReceipt, settleReceipt } from './receipt-table.ts';
import { standardWebhooks } from './standard.ts';

export const WEBHOOK_PROVIDERS = ['standard', 'calcom', 'calendly'] as const;
export type WebhookProvider = (typeof WEBHOOK_PROVIDERS)[number];

/** For each scheduler all secrets in use, so that they can be changed one at a time. */
export type WebhookSecrets = Readonly<Partial<Record<WebhookProvider, readonly string[]>>>;

const ADAPTERS: Readonly<Record<WebhookProvider, WebhookAdapter>> = {
  standard: standardWebhooks,
  calcom: calcomWebhooks,
  calendly: calendlyWebhooks,
};

/** Schedulers give up to tell of a booking long before. */
const BOOKED_BEFORE_MS = 30 * 24 * 3_600_000;

/** What a scheduler is answered. `result` goes into the answer; it says nothing about anybody. */
export interface WebhookAnswer {
  readonly status: 200 | 202 | 400 | 401 | 404 | 409;
  readonly result: string;
  readonly correlationId?: string;
}

/**
 * Judges one delivery and acts on it in one transaction, the receipt first. 404: no such scheduler, or no secret of it.
 * 401: not signed, wrongly signed, or signed too long ago. 400: signed, and no document of that scheduler. 409: a key that
 * came with other bytes. 202: kept for a person, because no link of ours is named, or because the document alone says when
 * it was sent, and says too long ago. What it throws is the database's trouble: the scheduler shall come again.
 */
export async function takeWebhook(
  deps: Pick<HubDeps, 'audit' | 'clock' | 'database' | 'log'>,
  parts: { readonly signer: CalendarSigner; readonly secrets: WebhookSecrets },
  providerName: string,
  request: RawWebhook,
): Promise<WebhookAnswer> {
  const provider = WEBHOOK_PROVIDERS.find((name) => name === providerName);
  const secrets = provider === undefined ? [] : (parts.secrets[provider] ?? []);
  if (provider === undefined || secrets.length === 0) return { status: 404, result: 'unknown' };
  const judged = judge(ADAPTERS[provider], request, secrets, deps.clock.now());
  if ('refusal' in judged) {
    // Only logged: who cannot sign writes nothing into our database.
    deps.log.warn({ provider, refusal: judged.refusal.result }, 'a webhook was refused');
    return judged.refusal;
  }
  return deps.database.transaction(async (tx) => take(tx, deps, parts.signer, provider, request.body, judged));
}

/** A genuine delivery. */
interface Judged {
  readonly event: WebhookEvent;
  /** Its time is not signed, and it is another than now: either it was held up, or somebody repeats it. */
  readonly isStale: boolean;
}

function judge(
  adapter: WebhookAdapter,
  request: RawWebhook,
  secrets: readonly string[],
  nowMs: number,
): Judged | { readonly refusal: WebhookAnswer } {
  const verified = adapter.verify(request, secrets);
  if (verified.verdict !== 'genuine') return { refusal: { status: 401, result: verified.verdict } };
  const isStale = (atMs: number): boolean => Math.abs(nowMs - atMs) > adapter.toleranceMs;
  if (verified.sentAtMs !== undefined && isStale(verified.sentAtMs))
    return { refusal: { status: 401, result: 'stale' } };
  const event = adapter.read(request, parseJson(request.body));
  if (event === undefined) return { refusal: { status: 400, result: 'unreadable' } };
  return { event, isStale: verified.sentAtMs === undefined && (event.atMs === undefined || isStale(event.atMs)) };
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8')) as unknown;
  } catch {
    // No document of anybody's; the adapter says so.
    return undefined;
  }
}

async function take(
  tx: Transaction,
  deps: Pick<HubDeps, 'audit' | 'clock' | 'log'>,
  signer: CalendarSigner,
  provider: WebhookProvider,
  body: Uint8Array,
  judged: Judged,
): Promise<WebhookAnswer> {
  const { event } = judged;
  const nowMs = deps.clock.now();
  const sha256 = createHash('sha256').update(body).digest('hex');
  const receipt = { provider, event_key: event.key, body_sha256: sha256 };
  const before = await insertReceipt(tx, receipt, isoTime(nowMs));
  if (before !== undefined) {
    if (before.body_sha256 === sha256) return { status: 200, result: 'duplicate' };
    return refuseOther(tx, deps, provider, event);
  }
  const { answer, quarantined } = judged.isStale
    ? await quarantineStale(tx, deps, signer, provider, event)
    : await act(tx, deps, signer, provider, event, nowMs);
  await settleReceipt(
    tx,
    { ...receipt, result: answer.result },
    {
      body: quarantined ? Buffer.from(body).toString('utf8') : null,
      correlationId: answer.correlationId ?? null,
      processId: newProcessId('engage', nowMs),
    },
  );
  return answer;
}

/** Signed, and yet another document under a key that was used: somebody should look. */
async function refuseOther(
  tx: Transaction,
  { audit, log }: Pick<HubDeps, 'audit' | 'log'>,
  provider: WebhookProvider,
  { key }: WebhookEvent,
): Promise<WebhookAnswer> {
  log.error({ provider, event_key: key }, 'a webhook came again under its key with another body');
  await audit.append(tx, {
    event: 'webhook.refused',
    outcome: 'failure',
    actor: `source:${provider}`,
    detail: { provider, event_key: key, why: 'other_body' },
  });
  return { status: 409, result: 'other_body' };
}

async function act(
  tx: Transaction,
  deps: Pick<HubDeps, 'audit' | 'clock' | 'log'>,
  signer: CalendarSigner,
  provider: WebhookProvider,
  event: WebhookEvent,
  nowMs: number,
): Promise<{ readonly answer: WebhookAnswer; readonly quarantined: boolean }> {
  await resolveErrors(tx, deps, lagOf(provider), 'a webhook came in time');
  if (event.kind === 'other') return { answer: { status: 200, result: 'noted' }, quarantined: false };
  const booked = await bookMeeting(tx, deps, signer, {
    provider,
    uid: event.bookingUid,
    linkToken: event.linkToken,
    sid: event.sid,
    oid: event.oid,
    bookedAt: isoTime(bookedMs(event, nowMs, ADAPTERS[provider].toleranceMs)),
  });
  if (booked.result !== 'quarantined') {
    const { result, correlationId } = booked;
    return { answer: { status: 200, result, correlationId }, quarantined: false };
  }
  deps.log.warn({ provider, why: booked.why }, 'a booking could not be tied to a link: it waits for a person');
  return { answer: { status: 202, result: `quarantined:${booked.why}` }, quarantined: true };
}

/** What the document says, unless no meeting can have been booked then: signals to CL carry this time. */
function bookedMs({ atMs }: WebhookEvent, nowMs: number, toleranceMs: number): number {
  const isLikely = atMs !== undefined && atMs >= nowMs - BOOKED_BEFORE_MS && atMs <= nowMs + toleranceMs;
  return isLikely ? atMs : nowMs;
}

/** Nothing is acted on: a person decides, and is told once that deliveries come late. */
async function quarantineStale(
  tx: Transaction,
  deps: Pick<HubDeps, 'audit' | 'clock' | 'log'>,
  signer: CalendarSigner,
  provider: WebhookProvider,
  event: WebhookEvent,
): Promise<{ readonly answer: WebhookAnswer; readonly quarantined: true }> {
  const link = await linkOfBooking(tx, signer, event.linkToken);
  // Without a link of ours no company is concerned: the incident is the scheduler's own.
  const trace = {
    correlation_id: link?.correlation_id ?? provider,
    process_id: newProcessId('engage', deps.clock.now()),
  };
  await recordError(tx, deps, trace, {
    code: 'OUT-004',
    processType: 'engage',
    message: 'a webhook of the scheduler came too late to be acted on: it waits for a person',
    outreachId: link?.outreach_id ?? null,
    campaignId: link?.campaign_id ?? null,
    detail: { provider },
    fingerprint: lagOf(provider),
  });
  deps.log.warn({ provider }, 'a webhook came too late to be acted on: it waits for a person');
  return { answer: { status: 202, result: 'quarantined:stale' }, quarantined: true };
}

function lagOf(provider: WebhookProvider): string {
  return `webhook_lag:${provider}`;
}
