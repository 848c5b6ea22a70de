import { afterEach, describe, expect, test } from 'vitest';
import { advanceCampaigns } from '../../../src/outreach/campaign/advance.ts';
import { claimSends } from '../../../src/outreach/send/claim.ts';
import { setMailboxHealth } from '../../../src/outreach/send/mailbox-table.ts';
import { campaignIn } from '../support/campaigns.ts';
import type { Fault, FaultSmtpOptions } from '../support/fault-smtp.ts';
import { openSending, type Sending } from '../support/sending.ts';

let sending: Sending;
afterEach(() => sending.close());

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

async function open(options: { smtp?: FaultSmtpOptions } = {}): Promise<void> {
  sending = await openSending(options);
  await sending.mailbox();
  await sending.campaign('oid-1');
}

async function count(sql: string): Promise<number> {
  const [row] = await sending.hub.database.query<{ n: number }>(`select count(*) as n from ${sql}`);
  return row?.n ?? 0;
}

async function usedToday(): Promise<number> {
  const [row] = await sending.hub.database.query<{ used: number }>(`select used from mailbox_usage where kind = 'day'`);
  return row?.used ?? 0;
}

async function enrollment(): Promise<{ state: string; end_reason: string | null; current_step: number }> {
  const [row] = await sending.hub.database.query<{ state: string; end_reason: string | null; current_step: number }>(
    'select state, end_reason, current_step from enrollments',
  );
  return row!;
}

describe('a due mail', () => {
  test('leaves once, is recorded once, and its follow-up gets its row', async () => {
    await open();
    expect(await sending.run()).toMatchObject({ sent: 1, failed: 0, retried: 0 });
    const [send, next] = await sending.sends();
    expect(send).toMatchObject({ state: 'sent', certainty: 'confirmed', smtp_code: 250, claim_token: null });
    expect(next).toMatchObject({ state: 'scheduled', step_no: 2, mailbox_id: 'mailbox-1' });
    expect(sending.smtp.mails.map((mail) => mail.sendId)).toEqual([send!.send_id]);
    expect(await usedToday()).toBe(1);
    expect(await count(`engagement_events where type = 'delivered'`)).toBe(1);
    expect(await count(`audit_log where entry like '%"send.settled"%'`)).toBe(1);
    expect(await count(`send_attempts where phase = 'settled' and outcome = 'sent'`)).toBe(1);
    expect(await enrollment()).toMatchObject({ state: 'active', current_step: 1 });
    expect(await sending.run()).toMatchObject({ sent: 0 });
  });

  test('carries the ids that bounces and replies need, and no other id of ours', async () => {
    await open();
    await sending.run();
    const [send] = await sending.sends();
    const raw = sending.smtp.mails[0]?.raw ?? '';
    expect(raw).toContain(`Message-ID: ${send!.message_id}`);
    expect(raw).toContain(`X-Outreach-Send: ${send!.send_id}`);
    expect(raw).toMatch(/^Date: Wed, 03 Jun 2026 10:00:00 \+0000\r$/m);
    expect(raw).not.toContain(send!.correlation_id);
    expect(send!.mime_sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});

test('an address with a domain that is not ASCII is written to as mail servers know it', async () => {
  sending = await openSending();
  await sending.mailbox();
  // What the envelope says is what the row says; the test's own server shows it as people write it.
  await campaignIn(sending.hub, 'active', { outreachId: 'oid-1', contacts: [{ email: 'Anna@müller.example' }] });
  expect(await sending.run()).toMatchObject({ sent: 1 });
  expect(await sending.sends()).toMatchObject([{ to_email: 'Anna@xn--mller-kva.example' }, { step_no: 2 }]);
  expect(sending.smtp.mails[0]!.raw).toMatch(/^To: Anna@xn--mller-kva\.example\r$/m);
});

interface Case {
  readonly name: string;
  readonly fault: Fault;
  readonly state: string;
  readonly attempts: number;
  readonly used: number;
  readonly mailbox: string;
  readonly errors: number;
  readonly delivered: number;
}

const LATER = { code: 452, text: '4.2.2 later' };
const base = { attempts: 1, used: 0, mailbox: 'ok', errors: 0, delivered: 0 };

const CASES: readonly Case[] = [
  { ...base, name: 'lost at connect', fault: { at: 'connect', action: 'drop' }, state: 'scheduled' },
  { ...base, name: 'lost at EHLO', fault: { at: 'ehlo', action: 'drop' }, state: 'scheduled' },
  { ...base, name: 'lost at MAIL', fault: { at: 'mail', action: 'drop' }, state: 'scheduled' },
  { ...base, name: 'lost at RCPT', fault: { at: 'rcpt', action: 'drop' }, state: 'scheduled' },
  { ...base, name: 'lost at DATA', fault: { at: 'data', action: 'drop' }, state: 'scheduled' },
  { ...base, name: 'silence at DATA', fault: { at: 'data', action: 'hang' }, state: 'scheduled' },
  { ...base, name: '4xx at RCPT', fault: { at: 'rcpt', action: LATER }, state: 'scheduled' },
  { ...base, name: '4xx after the dot', fault: { at: 'dot', action: LATER }, state: 'scheduled' },
  { ...base, name: 'lost in the body', fault: { at: 'body', action: 'drop' }, state: 'uncertain', attempts: 0, used: 1, errors: 1 },
  { ...base, name: 'lost after the dot', fault: { at: 'dot', action: 'drop' }, state: 'uncertain', attempts: 0, used: 1, errors: 1, delivered: 1 },
  { ...base, name: 'silence after the dot', fault: { at: 'dot', action: 'hang' }, state: 'uncertain', attempts: 0, used: 1, errors: 1, delivered: 1 },
  { ...base, name: '5xx after the dot', fault: { at: 'dot', action: { code: 554, text: '5.6.0 spam' } }, state: 'failed', used: 1, errors: 1 },
  { ...base, name: 'a session refused', fault: { at: 'connect', action: { code: 554, text: '5.7.1 go' } }, state: 'scheduled', attempts: 0, mailbox: 'broken', errors: 1 },
  { ...base, name: 'a policy at RCPT', fault: { at: 'rcpt', action: { code: 550, text: '5.7.1 no' } }, state: 'failed', used: 1, mailbox: 'broken', errors: 2 },
]; // prettier-ignore

describe('after', () => {
  test.each(CASES)('$name the send is $state', async ({ fault, state, attempts, used, mailbox, errors, delivered }) => {
    await open({ smtp: { choose: () => fault } });
    await sending.run();
    const [send] = await sending.sends();
    expect(send).toMatchObject({ state, attempts });
    expect(await usedToday()).toBe(used);
    expect((await sending.mailboxRow()).health).toBe(mailbox);
    expect(await count(`outreach_errors where code = 'OUT-003' and resolved_at is null`)).toBe(errors);
    expect(sending.smtp.mails).toHaveLength(delivered);
    expect(await count('suppressions')).toBe(0);
    expect(await count('send_attempts where ended_at is null')).toBe(0);
  });

  test('an unknown recipient the address is never written to again', async () => {
    await open({ smtp: { choose: () => ({ at: 'rcpt', action: { code: 550, text: '5.1.1 unknown' } }) } });
    await sending.run();
    const [send] = await sending.sends();
    expect(send).toMatchObject({ state: 'failed', error_code: 'OUT-003', smtp_code: 550 });
    expect(await count(`suppressions where scope = 'global' and reason = 'hard_bounce'`)).toBe(1);
    expect(await count(`engagement_events where type = 'bounce_hard'`)).toBe(1);
    expect(await enrollment()).toMatchObject({ state: 'stopped', end_reason: 'bounced' });
  });

  test('a full mailbox of the recipient it bounced, and the address stays usable', async () => {
    await open({ smtp: { choose: () => ({ at: 'rcpt', action: { code: 552, text: '5.2.2 full' } }) } });
    await sending.run();
    expect((await sending.sends())[0]).toMatchObject({ state: 'failed' });
    expect(await count('suppressions')).toBe(0);
    expect(await enrollment()).toMatchObject({ state: 'stopped', end_reason: 'bounced' });
  });

  test('a greylisting it waits for at least five minutes', async () => {
    await open({ smtp: { choose: () => ({ at: 'rcpt', action: { code: 451, text: '4.7.1 greylisted' } }) } });
    await sending.run();
    const [send] = await sending.sends();
    const waitMs = Date.parse(send!.next_attempt_at) - sending.hub.clock.now();
    expect(waitMs).toBe(5 * MINUTE_MS);
  });

  test('a 421 its mailbox is left alone for a while', async () => {
    await open({ smtp: { choose: () => ({ at: 'mail', action: { code: 421, text: 'busy' } }) } });
    await sending.run();
    const mailbox = await sending.mailboxRow();
    expect(Date.parse(mailbox.next_send_at ?? '') - sending.hub.clock.now()).toBe(5 * MINUTE_MS);
  });

  test('six failures of the way it is given up, and its contact with it', async () => {
    await open({ smtp: { choose: () => ({ at: 'rcpt', action: LATER }) } });
    for (let attempt = 1; attempt <= 6; attempt += 1) {
      await sending.run();
      expect((await sending.sends())[0]!.state).toBe(attempt < 6 ? 'scheduled' : 'failed');
      // Past the wait, a minute before restarts look like restores, and inside the window of the day.
      sending.hub.clock.set(Math.max(sending.hub.clock.now(), Date.parse((await sending.sends())[0]!.next_attempt_at)));
      await sending.hub.database.run('update instance_lease set heartbeat_at = $1', [
        new Date(sending.hub.clock.now()).toISOString(),
      ]);
    }
    expect((await sending.sends())[0]).toMatchObject({ attempts: 6, error_code: 'OUT-003' });
    expect(await enrollment()).toMatchObject({ state: 'stopped', end_reason: 'failed' });
  });
});

describe('a wrong password', () => {
  test('opens the breaker of the mailbox and costs the mail no attempt; a trial closes it', async () => {
    const credentials = { user: 'sam', password: 'right' };
    let isRight = false;
    await open({
      smtp: {
        credentials,
        choose: () => (isRight ? undefined : { at: 'auth', action: { code: 535, text: '5.7.8 wrong' } }),
      },
    });
    await sending.run();
    expect((await sending.sends())[0]).toMatchObject({ state: 'scheduled', attempts: 0 });
    expect(await sending.mailboxRow()).toMatchObject({ health: 'broken', breaker_reason: 'auth 535 5.7.8' });
    sending.hub.clock.advance(2 * MINUTE_MS);
    await sending.run();
    expect(sending.smtp.connections()).toBe(1);
    isRight = true;
    sending.hub.clock.advance(4 * MINUTE_MS);
    await sending.hub.database.run(`update campaigns set status = 'active', paused_from = null`);
    await sending.run();
    expect((await sending.sends())[0]).toMatchObject({ state: 'sent' });
    expect(await sending.mailboxRow()).toMatchObject({ health: 'ok', failures: 0, breaker_until: null });
  });
});

test('a server that cannot check a password just now opens the breaker, and no campaign is paused for it', async () => {
  const refuse = (code: number) => () => ({ at: 'auth', action: { code, text: '4.7.0 later' } }) as const;
  await open({ smtp: { credentials: { user: 'sam', password: 'right' }, choose: refuse(454) } });
  sending.hub.clock.advance(1_000);
  await sending.run();
  expect(await sending.mailboxRow()).toMatchObject({ health: 'broken', breaker_reason: 'auth 454 4.7.0' });
  await advanceCampaigns(sending.hub.deps);
  expect(await sending.hub.database.query('select status from campaigns')).toEqual([{ status: 'active' }]);
  sending.smtp.choose = refuse(535);
  sending.hub.clock.advance(6 * MINUTE_MS);
  await sending.run();
  await advanceCampaigns(sending.hub.deps);
  expect(await sending.hub.database.query('select status from campaigns')).toEqual([{ status: 'paused' }]);
});

describe('the breaker of a mailbox', () => {
  const refused = { choose: () => ({ at: 'mail', action: { code: 550, text: '5.7.1 no' } }) as const };
  const minutesLeft = async (): Promise<number> =>
    (Date.parse((await sending.mailboxRow()).breaker_until ?? '') - sending.hub.clock.now()) / MINUTE_MS;

  test('counts what fails in one moment once, and each failed trial once more', async () => {
    sending = await openSending({ smtp: refused });
    await sending.mailbox();
    await sending.campaign('oid-1', 4);
    expect(await sending.run()).toMatchObject({ retried: 4 });
    expect(await sending.mailboxRow()).toMatchObject({ health: 'broken', failures: 1 });
    expect(await minutesLeft()).toBe(5);
    sending.hub.clock.advance(6 * MINUTE_MS);
    expect(await sending.run()).toMatchObject({ retried: 1 });
    expect(await sending.mailboxRow()).toMatchObject({ health: 'broken', failures: 2 });
    expect(await minutesLeft()).toBe(15);
  });

  test('is closed by an operator, and its error with it', async () => {
    await open({ smtp: refused });
    await sending.run();
    expect(await count('outreach_errors where resolved_at is null')).toBe(1);
    const { database, deps } = sending.hub;
    await database.transaction((tx) => setMailboxHealth(tx, deps, 'mailbox-1', 'ok', 'user:anna'));
    expect(await count('outreach_errors where resolved_at is null')).toBe(0);
    expect(await count(`outreach_errors where resolution = 'operator'`)).toBe(1);
  });
});

describe('a contact whom no mail has reached', () => {
  test.each(['retried', 'withdrawn', 'left behind'])('goes to another mailbox when the first was %s', async (how) => {
    await open({ smtp: { choose: () => ({ at: 'mail', action: 'drop' }) } });
    const { database, deps, clock } = sending.hub;
    const status = async (to: string): Promise<void> =>
      void (await database.run('update campaigns set status = $1', [to]));
    if (how === 'withdrawn') sending.smtp.choose = () => ({ at: 'rcpt', action: () => status('paused') });
    if (how === 'left behind') await claimSends(deps, { name: 'one', processId: 'p', leaseMs: 1 }, 1);
    else await sending.run();
    await status('active');
    await database.transaction((tx) => setMailboxHealth(tx, deps, 'mailbox-1', 'disabled', 'user:anna'));
    await sending.mailbox({ mailbox_id: 'mailbox-2', address: 'zoe@sender.example' });
    sending.smtp.choose = () => undefined;
    clock.advance(2 * MINUTE_MS);
    expect(await sending.run()).toMatchObject({ sent: 1 });
    expect(await database.query('select mailbox_id from enrollments')).toEqual([{ mailbox_id: 'mailbox-2' }]);
    expect((await sending.sends()).map(({ mailbox_id: id }) => id)).toEqual(['mailbox-2', 'mailbox-2']);
  });
});

describe('an uncertain send', () => {
  test('is never sent again by itself, and counts as sent after a day of silence', async () => {
    await open({ smtp: { choose: () => ({ at: 'dot', action: 'drop' }) } });
    await sending.run();
    expect(sending.smtp.mails).toHaveLength(1);
    sending.smtp.choose = () => undefined;
    sending.hub.clock.advance(30 * MINUTE_MS);
    await sending.run();
    expect((await sending.sends())[0]).toMatchObject({ state: 'uncertain', certainty: 'assumed' });
    sending.hub.clock.advance(DAY_MS);
    await sending.hub.database.run('delete from instance_lease');
    await sending.run();
    const [send, next] = await sending.sends();
    expect(send).toMatchObject({ state: 'sent', certainty: 'assumed', resolution: 'timeout' });
    expect(next).toMatchObject({ step_no: 2, state: 'scheduled' });
    expect(sending.smtp.mails).toHaveLength(1);
    expect(await count(`outreach_errors where code = 'OUT-003' and resolved_at is null`)).toBe(0);
  });
});
