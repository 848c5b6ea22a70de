import {
  hmac,
  isOneOf,
  type RawWebhook,
  secondsToMs,
  textAt,
  THREE_MINUTES_MS,
  timeAt,
  type Verified,
  type WebhookAdapter,
  type WebhookEvent,
} from './adapter.ts';

/** Calendly: `Calendly-Webhook-Signature: t=<seconds>,v1=<hex>` over `<t>.<body>`. An invitee's URI is the booking. */
export const calendlyWebhooks: WebhookAdapter = { verify, read, toleranceMs: THREE_MINUTES_MS };

function verify(request: RawWebhook, secrets: readonly string[]): Verified {
  const header = request.header('calendly-webhook-signature');
  if (header === undefined) return { verdict: 'unsigned' };
  const found = /^t=(\d{1,11}),v1=([0-9a-f]{64})$/.exec(header);
  const [, seconds = '', signature = ''] = found ?? [];
  const sentAtMs = secondsToMs(seconds);
  const expected = secrets.map((secret) => hmac(secret, 'hex', `${seconds}.`, request.body));
  if (sentAtMs === undefined || !isOneOf([signature], expected)) return { verdict: 'wrong' };
  return { verdict: 'genuine', sentAtMs };
}

function read(_request: RawWebhook, document: unknown): WebhookEvent | undefined {
  const event = textAt(document, 'event');
  const uri = textAt(document, 'payload', 'uri');
  if (event === undefined || uri === undefined) return undefined;
  return {
    key: `${uri}:${event}`,
    kind: event === 'invitee.created' ? 'booked' : 'other',
    bookingUid: uri,
    linkToken: textAt(document, 'payload', 'tracking', 'utm_content') ?? '',
    atMs: timeAt(document, 'created_at'),
  };
}
