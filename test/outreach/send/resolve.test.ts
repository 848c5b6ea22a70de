import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Transaction } from '../../../src/database/port.ts';
import { endEnrollment } from '../../../src/outreach/end-outreach.ts';
import { findEnrollment } from '../../../src/outreach/enrollment-table.ts';
import type { Evidence } from '../../../src/outreach/send/resolve.ts';
import { EVIDENCE, resolveByOperator, resolveUncertain } from '../../../src/outreach/send/resolve.ts';
import { tellSend } from '../../../src/outreach/send/send-story.ts';
import type { SendRow } from '../../../src/outreach/send-table.ts';
import { suppress } from '../../../src/outreach/suppression-table.ts';
import { codeThrownBy, openSending, type Sending } from '../support/sending.ts';

let sending: Sending;

beforeEach(async () => {
  sending = await openSending({ smtp: { choose: () => ({ at: 'dot', action: 'drop' }) } });
  await sending.mailbox();
  await sending.campaign('oid-1');
  await sending.run();
  sending.smtp.choose = () => undefined;
  sending.hub.clock.advance(60_000);
});
afterEach(() => sending.close());

async function resolveBy(evidence: Evidence): Promise<boolean> {
  const { database, deps } = sending.hub;
  const [send] = await sending.sends();
  return database.transaction((tx) => resolveUncertain(tx, deps, send!, evidence));
}

async function decide(as: 'sent' | 'failed' | 'resend', sendId?: string) {
  const { database, deps } = sending.hub;
  const id = sendId ?? (await sending.sends())[0]!.send_id;
  return database.transaction((tx) => resolveByOperator(tx, deps, id, as, 'user:anna'));
}

describe('evidence', () => {
  test.each(EVIDENCE.filter((kind) => kind !== 'timeout'))(
    'by %s says that it left, and its sequence goes on',
    async (kind) => {
      const [before] = await sending.sends();
      expect(await resolveBy(kind)).toBe(true);
      const [send, next] = await sending.sends();
      expect(send).toMatchObject({ state: 'sent', certainty: 'confirmed', resolution: kind });
      expect(send!.sent_at).toBe(before!.data_started_at);
      expect(next).toMatchObject({ step_no: 2, state: 'scheduled' });
      expect(await sending.hub.database.query('select 1 from outreach_errors where resolved_at is null')).toEqual([]);
    },
  );

  test('that comes twice writes nothing the second time', async () => {
    await resolveBy('open');
    expect(await resolveBy('reply')).toBe(false);
    expect((await sending.sends())[0]).toMatchObject({ resolution: 'open' });
  });
});

describe('an operator', () => {
  test('says that it was sent', async () => {
    await decide('sent');
    expect(await sending.sends()).toMatchObject([{ state: 'sent', resolution: 'operator' }, { step_no: 2 }]);
  });

  test('says that it was lost: the contact gets nothing more', async () => {
    await decide('failed');
    expect(await sending.sends()).toMatchObject([{ state: 'failed', resolution: 'operator' }]);
    const ended = await sending.hub.database.query('select state, end_reason from enrollments');
    expect(ended).toEqual([{ state: 'stopped', end_reason: 'failed' }]);
  });

  test('sends it once more, as the next generation with an id of its own', async () => {
    const { newSendId } = await decide('resend');
    expect(await sending.run()).toMatchObject({ sent: 1 });
    const sends = (await sending.sends()).filter(({ step_no: step }) => step === 1);
    expect(sends).toMatchObject([
      { generation: 0, state: 'failed', resolution: 'operator_resend' },
      { generation: 1, state: 'sent', send_id: newSendId },
    ]);
    expect(new Set(sends.map(({ message_id: id }) => id)).size).toBe(2);
    expect(sending.smtp.mails.map(({ sendId }) => sendId)).toEqual([sends[0]!.send_id, newSendId]);
    expect(await sending.sends()).toMatchObject([{ step_no: 1 }, { step_no: 1 }, { step_no: 2, state: 'scheduled' }]);
  });

  test('cannot decide about one that is not uncertain, or is not there', async () => {
    await decide('sent');
    const before = await sending.sends();
    expect(await codeThrownBy(decide('resend'))).toBe('refused');
    expect(await codeThrownBy(decide('sent', 'nobody'))).toBe('not_found');
    expect(await sending.sends()).toEqual(before);
  });
});

describe('a send to somebody whom nobody writes to any more is not sent again', () => {
  const ENDS: Readonly<Record<string, (tx: Transaction, send: SendRow) => Promise<unknown>>> = {
    'whose part is over': async (tx, send) => {
      const enrollment = await findEnrollment(tx, send.enrollment_id);
      await endEnrollment(tx, sending.hub.deps, enrollment!, { state: 'stopped', reason: 'account_replied' });
    },
    'whose campaign is completed': (tx) => tx.run(`update campaigns set status = 'completed', ended_at = created_at`),
    'of a company that was handed off': (tx, send) =>
      tx.run(
        `insert into handoffs (outreach_id, booking_uid, jti, provider, booked_at, ended_at, created_at, correlation_id,
           process_id) values ($1, 'b', 'j', 'standard', 't', 't', 't', 'c', 'p')`,
        [send.outreach_id],
      ),
    'whose domain is suppressed': (tx) =>
      suppress(tx, sending.hub.deps, { scope: 'domain', key: 'oid-1.example', reason: 'manual', actor: 'user:test' }),
  };

  test.each(Object.keys(ENDS))('%s', async (name) => {
    const [send] = await sending.sends();
    await sending.hub.database.transaction((tx) => ENDS[name]!(tx, send!));
    expect(await codeThrownBy(decide('resend'))).toBe('refused');
    expect(await sending.sends()).toEqual([send]);
    await decide('failed');
    expect(await sending.sends()).toMatchObject([{ state: 'failed' }]);
  });
});

test('a contact who may have been written to keeps the mailbox also where a second mail fails on its way', async () => {
  await decide('resend');
  sending.smtp.choose = () => ({ at: 'mail', action: 'drop' });
  expect(await sending.run()).toMatchObject({ retried: 1 });
  const kept = await sending.hub.database.query('select mailbox_id from enrollments');
  expect(kept).toEqual([{ mailbox_id: 'mailbox-1' }]);
});

describe('the story of a send', () => {
  const story = async (index = 0) => tellSend(sending.hub.deps, (await sending.sends())[index]!.send_id);

  test('says of an uncertain one what it waits for, and how it came there', async () => {
    const told = await story();
    expect(told.attempts).toMatchObject([{ attempt_no: 1, outcome: 'no_reply' }]);
    expect(told.gate.map(({ stage, decision }) => `${stage} ${decision}`)).toContain('activate passed');
    expect(told.waits_for.join()).toContain('it counts as sent from 2026-06-04T10:00');
  });

  test('says of a waiting one its time, its campaign, its contact and its mailbox', async () => {
    await resolveBy('open');
    expect((await story(1)).waits_for.join('\n')).toContain('its time, 2026-06-05T');
    sending.hub.clock.set(Date.parse('2026-06-06T12:00:00.000Z'));
    await sending.hub.database.run(`update campaigns set status = 'paused', paused_from = 'active'`);
    await sending.hub.database.run(`update mailboxes set health = 'disabled'`);
    const told = (await story(1)).waits_for.join('\n');
    expect(told).toContain('its campaign to be active: it is paused');
    expect(told).toContain('its window, which opens at 2026-06-08T09:');
    expect(told).toContain('mailbox sam@sender.example: it is disabled');
  });

  test('says that nobody reads the inbox, and which cap is reached', async () => {
    await resolveBy('open');
    sending.hub.clock.set(Date.parse('2026-06-05T12:00:00.000Z'));
    expect((await story(1)).waits_for).toMatchObject([expect.stringContaining('nobody reads its inbox')]);
    await sending.hub.database.run('update mailboxes set daily_cap = 0');
    expect((await story(1)).waits_for).toMatchObject([expect.stringContaining('its cap is reached (today 0 of 0')]);
  });
});
