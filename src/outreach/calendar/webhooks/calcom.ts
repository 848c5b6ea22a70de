import {
  FIVE_MINUTES_MS,
  hmac,
  isOneOf,
  type RawWebhook,
  textAt,
  timeAt,
  type Verified,
  type WebhookAdapter,
  type WebhookEvent,
} from './adapter.ts';

/**
 * Cal.com: `X-Cal-Signature-256: <hex>` over the body. No time is signed beside it, so the document's own `createdAt` stands
 * for it: one that is too far from now waits for a person. One booking is acted on once for each of its triggers.
 */
export const calcomWebhooks: WebhookAdapter = { verify, read, toleranceMs: FIVE_MINUTES_MS };

function verify(request: RawWebhook, secrets: readonly string[]): Verified {
  const signature = request.header('x-cal-signature-256');
  if (signature === undefined) return { verdict: 'unsigned' };
  const expected = secrets.map((secret) => hmac(secret, 'hex', request.body));
  return isOneOf([signature], expected) ? { verdict: 'genuine', sentAtMs: undefined } : { verdict: 'wrong' };
}

function read(_request: RawWebhook, document: unknown): WebhookEvent | undefined {
  const trigger = textAt(document, 'triggerEvent');
  const uid = textAt(document, 'payload', 'uid');
  const atMs = timeAt(document, 'createdAt');
  if (trigger === undefined || uid === undefined || atMs === undefined) return undefined;
  return {
    key: `${uid}:${trigger}`,
    kind: trigger === 'BOOKING_CREATED' ? 'booked' : 'other',
    bookingUid: uid,
    linkToken: textAt(document, 'payload', 'metadata', 'jti') ?? '',
    atMs,
  };
}
