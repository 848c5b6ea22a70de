import { createHmac } from 'node:crypto';
import type { RawWebhook } from '../../../src/outreach/calendar/webhooks/adapter.ts';
import type { WebhookSecrets } from '../../../src/outreach/calendar/webhooks/take-webhook.ts';

const STANDARD = Buffer.alloc(24, 4).toString('base64');

export const SECRETS: WebhookSecrets = {
  standard: [`whsec_${Buffer.alloc(24, 9).toString('base64')}`, `whsec_${STANDARD}`],
  calcom: ['a secret of the former year', 'a secret of this year'],
  calendly: ['a secret of calendly', 'another secret of calendly'],
};

export interface Delivery {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

function hex(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('hex');
}

/** Signed with the second of the secrets, as while one is being changed. */
export function standardDelivery(
  id: string,
  atMs: number,
  data: Readonly<Record<string, string>>,
  type = 'meeting.booked',
): Delivery {
  const body = JSON.stringify({ type, timestamp: new Date(atMs).toISOString(), data });
  const seconds = Math.floor(atMs / 1000);
  const mac = createHmac('sha256', Buffer.from(STANDARD, 'base64')).update(`${id}.${seconds}.${body}`).digest('base64');
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,bm90IHRoaXMgb25l v1,${mac}`,
  };
  return { headers, body };
}

export function calcomDelivery(uid: string, atMs: number, jti: string, trigger = 'BOOKING_CREATED'): Delivery {
  const createdAt = new Date(atMs).toISOString();
  const body = JSON.stringify({ triggerEvent: trigger, createdAt, payload: { uid, metadata: { jti } } });
  return { headers: { 'x-cal-signature-256': hex(SECRETS.calcom?.[1] ?? '', body) }, body };
}

/** `createdMs`: what the document says, where it is another time than the signed one. */
export function calendlyDelivery(
  uri: string,
  atMs: number,
  token: string,
  event = 'invitee.created',
  createdMs = atMs,
): Delivery {
  const seconds = Math.floor(atMs / 1000);
  const payload = { uri, tracking: { utm_content: token } };
  const body = JSON.stringify({ event, created_at: new Date(createdMs).toISOString(), payload });
  const v1 = hex(SECRETS.calendly?.[1] ?? '', `${seconds}.${body}`);
  return { headers: { 'calendly-webhook-signature': `t=${seconds},v1=${v1}` }, body };
}

export function asRequest({ headers, body }: Delivery): RawWebhook {
  return { header: (name) => headers[name], body: Buffer.from(body) };
}
