import {
  FIVE_MINUTES_MS,
  hmac,
  isOneOf,
  type RawWebhook,
  secondsToMs,
  textAt,
  timeAt,
  type Verified,
  type WebhookAdapter,
  type WebhookEvent,
} from './adapter.ts';

/**
 * Standard Webhooks (https://www.standardwebhooks.com): `webhook-signature: v1,<base64> …` over `<id>.<timestamp>.<body>`.
 * The document: `{"type":"meeting.booked","timestamp":…,"data":{"booking_uid","link","sid"?,"oid"?}}`, `link` being what the
 * redirect gave along as `utm_content`.
 */
export const standardWebhooks: WebhookAdapter = { verify, read, toleranceMs: FIVE_MINUTES_MS };

/** One request carries one signature for each secret that its sender has in use. */
const MAX_SIGNATURES = 8;

function verify(request: RawWebhook, secrets: readonly string[]): Verified {
  const id = request.header('webhook-id');
  const timestamp = request.header('webhook-timestamp');
  const signatures = request.header('webhook-signature');
  if (id === undefined || timestamp === undefined || signatures === undefined) return { verdict: 'unsigned' };
  const sentAtMs = secondsToMs(timestamp);
  const given = signatures.split(' ').slice(0, MAX_SIGNATURES);
  const expected = secrets.map((secret) => `v1,${hmac(keyOf(secret), 'base64', `${id}.${timestamp}.`, request.body)}`);
  if (sentAtMs === undefined || !isOneOf(given, expected)) return { verdict: 'wrong' };
  return { verdict: 'genuine', sentAtMs };
}

function keyOf(secret: string): Uint8Array {
  return Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
}

function read(request: RawWebhook, document: unknown): WebhookEvent | undefined {
  const id = request.header('webhook-id');
  const type = textAt(document, 'type');
  const bookingUid = textAt(document, 'data', 'booking_uid');
  if (id === undefined || id.length > 256 || type === undefined || bookingUid === undefined) return undefined;
  return {
    key: id,
    kind: type === 'meeting.booked' ? 'booked' : 'other',
    bookingUid,
    linkToken: textAt(document, 'data', 'link') ?? '',
    sid: textAt(document, 'data', 'sid'),
    oid: textAt(document, 'data', 'oid'),
    atMs: timeAt(document, 'timestamp'),
  };
}
