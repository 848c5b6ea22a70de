import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isoTime } from '../../../src/base/clock.ts';
import { noteCalendarLinkSeen } from '../../../src/outreach/calendar/calendar-link-table.ts';
import { mintCalendarLink } from '../../../src/outreach/calendar/mint-link.ts';
import { openCalendarSigner } from '../../../src/outreach/calendar/sign-link.ts';
import { takeWebhook } from '../../../src/outreach/calendar/webhooks/take-webhook.ts';
import type { HubDeps } from '../../../src/outreach/context.ts';
import { KEYS, seedEngaged } from '../support/engaged.ts';
import { openHub, type TestHub, WEDNESDAY } from '../support/hub.ts';
import {
  asRequest,
  calcomDelivery,
  calendlyDelivery,
  type Delivery,
  SECRETS,
  standardDelivery,
} from '../support/webhooks.ts';

const DAY_MS = 86_400_000;
const SCHEDULER = 'https://meet.example/acme';
const signer = openCalendarSigner(KEYS);

let hub: TestHub;
beforeEach(async () => {
  hub = await openHub({ settings: { publicUrl: 'https://o.example', schedulerUrl: SCHEDULER } });
});
afterEach(async () => hub.close());

async function take(provider: string, delivery: Delivery, deps: HubDeps = hub.deps) {
  const { status, result } = await takeWebhook(deps, { signer, secrets: SECRETS }, provider, asRequest(delivery));
  return [status, result];
}

/** A link of the company, followed or not; the token that its booking comes back with. */
async function linkToken(
  options: { readonly contactId?: string; readonly outreachId?: string; readonly follow?: boolean } = {},
) {
  const { contactId, outreachId = 'acme', follow = true } = options;
  const { url } = await hub.database.transaction((tx) =>
    mintCalendarLink(tx, hub.deps, KEYS, { outreachId, contactId, actor: 'user:dana' }),
  );
  const query = new URLSearchParams(url.split('?')[1]);
  if (follow) await noteCalendarLinkSeen(hub.database, query.get('jti') ?? '', isoTime(hub.clock.now()));
  return `${query.get('jti')}.${query.get('sig')?.slice(0, 8)}`;
}

function booked(uid: string, link: string, more: Readonly<Record<string, string>> = {}): Delivery {
  return standardDelivery(`msg-${uid}`, hub.clock.now(), { booking_uid: uid, link, ...more });
}

async function one(sql: string): Promise<Record<string, unknown>> {
  const [row] = await hub.database.query(sql);
  return row ?? {};
}

async function count(table: string): Promise<number> {
  return Number((await one(`select count(*) as n from ${table}`))['n']);
}

describe('a booked meeting', () => {
  test('ends the outreach: fence, event, signal, enrollments, sends, campaign, audit, all with one correlation id', async () => {
    await seedEngaged(hub, { sendStates: ['sent', 'claimed', 'scheduled', 'uncertain'] });
    const token = await linkToken({ contactId: 'acme-c2' });
    expect(await take('standard', booked('b-1', token, { sid: 'sid-acme', oid: 'acme' }))).toEqual([200, 'booked']);
    expect(await one('select outreach_id, booking_uid, correlation_id from handoffs')).toEqual({
      outreach_id: 'acme',
      booking_uid: 'b-1',
      correlation_id: 'corr-acme',
    });
    const sends = await hub.database.query('select state from send_log order by contact_id');
    expect(sends.map(({ state }) => state)).toEqual(['sent', 'cancelled', 'cancelled', 'uncertain']);
    const enrollments = await hub.database.query('select state, end_reason from enrollments order by contact_id');
    expect(enrollments.map((row) => row['end_reason'])).toEqual(['handoff', 'meeting', 'handoff', 'handoff']);
    expect(await one('select status, status_reason from campaigns')).toEqual({
      status: 'completed',
      status_reason: 'meeting_booked',
    });
    const signals = await hub.database.query('select event_type, correlation_id from cl_outbox order by seq');
    expect(signals).toEqual([
      { event_type: 'meeting.booked', correlation_id: 'corr-acme' },
      { event_type: 'campaign.completed', correlation_id: 'corr-acme' },
    ]);
    expect(await one(`select count(*) as n from audit_log where entry like '%outreach.ended%'`)).toEqual({ n: 1 });
    await expect(linkToken()).rejects.toMatchObject({ code: 'refused' });
  });

  test.each([
    ['draft', 'cancelled'],
    ['scheduled', 'cancelled'],
    ['active', 'completed'],
    ['paused', 'cancelled'],
  ] as const)('takes a campaign that is %s to %s, and cancels what is claimed and scheduled', async (status, end) => {
    await seedEngaged(hub, { status, sendStates: ['claimed', 'scheduled'] });
    expect(await take('standard', booked('b-1', await linkToken()))).toEqual([200, 'booked']);
    expect(await one('select status from campaigns')).toEqual({ status: end });
    const open = await one(`select count(*) as n from send_log where state <> 'cancelled'`);
    expect(open).toEqual({ n: 0 });
  });

  test.each(['completed', 'cancelled'] as const)('is recorded also when the campaign is %s already', async (status) => {
    await seedEngaged(hub, { status, sendStates: ['sent'] });
    expect(await take('standard', booked('b-1', await linkToken()))).toEqual([200, 'booked']);
    expect(await one('select status from campaigns')).toEqual({ status });
    expect(await count('handoffs')).toBe(1);
  });

  test('of a company counts once, whoever comes second', async () => {
    await seedEngaged(hub);
    const token = await linkToken();
    expect(await take('standard', booked('b-1', token))).toEqual([200, 'booked']);
    expect(await take('calcom', calcomDelivery('b-2', hub.clock.now(), token))).toEqual([200, 'ended_before']);
    expect([await count('handoffs'), await count('webhook_receipts')]).toEqual([1, 2]);
  });

  test('told to two processes at once ends the outreach once', async () => {
    await seedEngaged(hub);
    const token = await linkToken();
    const second = await hub.another();
    try {
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, n) =>
          take('standard', booked(`b-${n}`, token), n % 2 === 0 ? hub.deps : second.deps),
        ),
      );
      expect(answers.map(([, result]) => String(result)).toSorted()).toEqual([
        'booked',
        ...Array.from({ length: 7 }, () => 'ended_before'),
      ]);
    } finally {
      await second.close();
    }
    expect([await count('handoffs'), await count('cl_outbox'), await count('webhook_receipts')]).toEqual([1, 2, 8]);
  });

  test('after the end of its link counts when the link was followed before, and waits for a person otherwise', async () => {
    await seedEngaged(hub);
    await seedEngaged(hub, { outreachId: 'other' });
    const followed = await linkToken();
    const unseen = await linkToken({ outreachId: 'other', follow: false });
    hub.clock.advance(20 * DAY_MS);
    expect(await take('standard', booked('b-1', followed))).toEqual([200, 'booked']);
    expect(await take('standard', booked('b-2', unseen))).toEqual([202, 'quarantined:expired']);
    expect(await one(`select result, body from webhook_receipts where event_key = 'msg-b-2'`)).toMatchObject({
      result: 'quarantined:expired',
      body: expect.stringContaining('b-2') as string,
    });
  });

  test('by a link that was revoked waits for a person', async () => {
    await seedEngaged(hub);
    const token = await linkToken();
    await hub.database.run('update calendar_links set revoked_at = created_at');
    expect(await take('standard', booked('b-1', token))).toEqual([202, 'quarantined:revoked']);
    expect(await count('handoffs')).toBe(0);
  });

  test('that names no link of ours, or another company than its link, changes nothing', async () => {
    await seedEngaged(hub);
    await seedEngaged(hub, { outreachId: 'other' });
    const token = await linkToken();
    expect(await take('standard', booked('b-1', 'nonsense'))).toEqual([202, 'quarantined:unknown_link']);
    expect(await take('standard', booked('b-2', ''))).toEqual([202, 'quarantined:unknown_link']);
    expect(await take('standard', booked('b-3', token, { oid: 'other' }))).toEqual([202, 'quarantined:other_company']);
    expect(await take('standard', booked('b-4', token, { sid: 'sid-other' }))).toEqual([
      202,
      'quarantined:other_company',
    ]);
    expect(await take('standard', booked('b-5', token))).toEqual([200, 'booked']);
    const reused = await linkToken({ outreachId: 'other' });
    expect(await take('calcom', calcomDelivery('b-5', hub.clock.now(), reused))).toEqual([
      202,
      'quarantined:booking_of_another',
    ]);
    expect([await count('handoffs'), await count('webhook_receipts')]).toEqual([1, 6]);
  });
});

const DELIVERIES = [
  ['standard', (atMs: number, link: string) => standardDelivery('msg-1', atMs, { booking_uid: 'b-1', link }), 300_000],
  ['calcom', (atMs: number, link: string) => calcomDelivery('b-1', atMs, link), 300_000],
  ['calendly', (atMs: number, link: string) => calendlyDelivery('https://api.example/b-1', atMs, link), 180_000],
] as const;

describe.each(DELIVERIES)('a webhook of %s', (provider, deliver, toleranceMs) => {
  async function seeded(): Promise<Delivery> {
    await seedEngaged(hub);
    return deliver(hub.clock.now(), await linkToken());
  }

  test('is taken once, and told again changes nothing', async () => {
    const delivery = await seeded();
    expect(await take(provider, delivery)).toEqual([200, 'booked']);
    expect(await take(provider, delivery)).toEqual([200, 'duplicate']);
    expect([await count('handoffs'), await count('webhook_receipts')]).toEqual([1, 1]);
  });

  test('is refused unsigned, signed by another, with another body, or too far from now, and leaves no trace', async () => {
    const delivery = await seeded();
    const { body, headers } = delivery;
    expect(await take(provider, { body, headers: {} })).toEqual([401, 'unsigned']);
    expect(await take(provider, { body: `${body} `, headers })).toEqual([401, 'wrong']);
    expect(await take(provider, { body: body.replace('b-1', 'b-2'), headers })).toEqual([401, 'wrong']);
    const foreign = { [provider]: ['d2hzZWNfYW5vdGhlciBzZWNyZXQgYWx0b2dldGhlcg=='] };
    const answer = await takeWebhook(hub.deps, { signer, secrets: foreign }, provider, asRequest(delivery));
    expect(answer).toEqual({ status: 401, result: 'wrong' });
    // Cal.com signs no time: what it says too late is kept, see below.
    if (provider !== 'calcom') {
      hub.clock.advance(toleranceMs + 1_000);
      expect(await take(provider, delivery)).toEqual([401, 'stale']);
      hub.clock.advance(-2 * toleranceMs - 3_000);
      expect(await take(provider, delivery)).toEqual([401, 'stale']);
      hub.clock.advance(2_000);
    }
    expect([await count('handoffs'), await count('webhook_receipts')]).toEqual([0, 0]);
    expect(await take(provider, delivery)).toEqual([200, 'booked']);
  });

  test('under a used key with another body is refused and written into the audit log', async () => {
    await seedEngaged(hub);
    await take(provider, deliver(hub.clock.now(), await linkToken()));
    expect(await take(provider, deliver(hub.clock.now(), 'another link'))).toEqual([409, 'other_body']);
    expect(await one(`select count(*) as n from audit_log where entry like '%webhook.refused%'`)).toEqual({ n: 1 });
    expect(await count('webhook_receipts')).toBe(1);
  });
});

describe('a webhook', () => {
  test('of an unknown scheduler, or one without a secret, is not found', async () => {
    expect(await take('constructor', booked('b-1', ''))).toEqual([404, 'unknown']);
    const none = await takeWebhook(hub.deps, { signer, secrets: {} }, 'standard', asRequest(booked('b-1', '')));
    expect(none.status).toBe(404);
  });

  test('about a cancellation or a new time is kept and not acted on', async () => {
    await seedEngaged(hub);
    const token = await linkToken();
    const nowMs = hub.clock.now();
    expect(
      await take('standard', standardDelivery('m', nowMs, { booking_uid: 'b', link: token }, 'meeting.cancelled')),
    ).toEqual([200, 'noted']);
    expect(await take('calcom', calcomDelivery('b', nowMs, token, 'BOOKING_CANCELLED'))).toEqual([200, 'noted']);
    expect(await take('calendly', calendlyDelivery('u', nowMs, token, 'invitee.canceled'))).toEqual([200, 'noted']);
    expect([await count('handoffs'), await count('webhook_receipts')]).toEqual([0, 3]);
    expect(await one('select body from webhook_receipts')).toEqual({ body: null });
  });

  test('that is signed and no document of its scheduler is told so', async () => {
    expect(await take('standard', standardDelivery('m', hub.clock.now(), {}))).toEqual([400, 'unreadable']);
  });

  test('says when the meeting was booked, not when it was told', async () => {
    await seedEngaged(hub);
    const at = hub.clock.now() - 60_000;
    await take('calcom', calcomDelivery('b', at, await linkToken()));
    expect(await one('select booked_at from handoffs')).toEqual({ booked_at: isoTime(at) });
  });

  test.each([-301_000, 301_000])('of Cal.com that says another time (%i ms) waits for a person', async (offMs) => {
    await seedEngaged(hub);
    const token = await linkToken();
    const late = calcomDelivery('b', hub.clock.now() + offMs, token);
    expect(await take('calcom', late)).toEqual([202, 'quarantined:stale']);
    expect(await take('calcom', late)).toEqual([200, 'duplicate']);
    expect(await one('select result, body from webhook_receipts')).toEqual({
      result: 'quarantined:stale',
      body: late.body,
    });
    const error = 'select code, fingerprint, correlation_id, resolved_at from outreach_errors';
    const open = { code: 'OUT-004', fingerprint: 'webhook_lag:calcom', correlation_id: 'corr-acme', resolved_at: null };
    expect([await one(error), await count('handoffs')]).toEqual([open, 0]);
    expect(await take('calcom', calcomDelivery('c', hub.clock.now(), token))).toEqual([200, 'booked']);
    expect(await one(error)).toEqual({ ...open, resolved_at: isoTime(hub.clock.now()) });
  });

  test.each([
    ['a month ago', WEDNESDAY - 31 * DAY_MS],
    ['some minutes from now', WEDNESDAY + 181_000],
    ['in the year 12026', Date.parse('+012026-06-03T10:00:00.000Z')],
  ])('is not believed that the meeting was booked %s', async (_when, at) => {
    await seedEngaged(hub);
    const token = await linkToken();
    expect(await take('calendly', calendlyDelivery('u', hub.clock.now(), token, 'invitee.created', at))).toEqual([
      200,
      'booked',
    ]);
    expect(await one('select booked_at from handoffs')).toEqual({ booked_at: isoTime(hub.clock.now()) });
  });
});
