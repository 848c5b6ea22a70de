import { describe, expect, test } from 'vitest';
import { resent } from '../../../src/outreach/inbox/forward-reply.ts';
import { readMailboxes } from '../../../src/outreach/inbox/read-mailboxes.ts';
import { freshAddress, mailsOf, unknownAddress, waitForMails } from '../../support/mail-server.ts';
import { type InboxHub, mailText, openInbox } from '../support/inbox.ts';

const ON = { from: 'sales@hub.test', to: 'team@hub.test', nowMs: Date.parse('2026-06-03T10:00:00.000Z') };

async function withAnswer(replyTo: string, fn: (inbox: InboxHub) => Promise<void>): Promise<void> {
  const inbox = await openInbox({ replyTo });
  const { contact: from, box: to, send } = inbox;
  await inbox.arrive(mailText({ from, to, inReplyTo: send.message_id, body: 'Sounds good.' }));
  try {
    await fn(inbox);
  } finally {
    await inbox.close();
  }
}

async function states(inbox: InboxHub): Promise<object[]> {
  return inbox.hub.database.query('select forward, forward_attempts from inbound_mails');
}

describe('the mail that goes on', () => {
  test('says above all who sent it on, and is otherwise what came, byte for byte', () => {
    const body = 'caf\u00e9 \u0001\r\n\r\nReturn-Path: <not a header>\r\n';
    const source = Buffer.from(
      `Return-Path: <anna@people.test>\r\nDelivered-To: sales@hub.test\r\nX-Original-To: sales@hub.test,\r\n\tmore@hub.test\r\n` +
        `From: Anna <anna@people.test>\r\nSubject: a\r\n folded one\r\n\r\n${body}`,
      'latin1',
    );
    const text = Buffer.from(resent(source, ON)).toString('latin1');
    const [head = '', ...rest] = text.split('\r\n\r\n');
    expect(head.split('\r\n').map((line) => line.replace(/<[0-9a-f-]{36}@/, '<id@'))).toEqual([
      'Resent-From: sales@hub.test',
      'Resent-To: team@hub.test',
      'Resent-Date: Wed, 03 Jun 2026 10:00:00 +0000',
      'Resent-Message-ID: <id@hub.test>',
      'From: Anna <anna@people.test>',
      'Subject: a',
      ' folded one',
    ]);
    expect(rest.join('\r\n\r\n')).toBe(body);
  });

  test('a mail without a body goes on, too', () => {
    const text = Buffer.from(resent(Buffer.from('From: a@b.test\r\n'), ON)).toString();
    expect(text.endsWith('From: a@b.test\r\n')).toBe(true);
  });
});

describe('going on', () => {
  test('waits while no mail can be sent, and goes once when it can', async () => {
    const team = freshAddress('team');
    await withAnswer(team, async (inbox) => {
      const { deps } = inbox.hub;
      const away = {
        ...deps,
        resolveRef: (ref: string) => (ref === 'env:SMTP' ? 'smtp://127.0.0.1:1' : deps.resolveRef(ref)),
      };
      expect((await readMailboxes(away)).mailboxes[0]).toMatchObject({ status: 'read', forwarded: 0 });
      expect(await states(inbox)).toEqual([{ forward: 'pending', forward_attempts: 1 }]);
      expect((await inbox.read()).mailboxes[0]?.forwarded).toBe(1);
      expect((await inbox.read()).mailboxes[0]?.forwarded).toBe(0);
      expect(await states(inbox)).toEqual([{ forward: 'done', forward_attempts: 2 }]);
      await waitForMails(team);
      expect(await mailsOf(team)).toHaveLength(1);
    });
  });

  test('that is refused for good is told, and the answer counts all the same', async () => {
    await withAnswer(unknownAddress(), async (inbox) => {
      await inbox.read();
      await inbox.read();
      expect(await states(inbox)).toEqual([{ forward: 'failed', forward_attempts: 1 }]);
      const errors = await inbox.hub.database.query('select code, occurrences, send_id from outreach_errors');
      expect(errors).toEqual([{ code: 'OUT-003', occurrences: 1, send_id: inbox.send.send_id }]);
      expect(await inbox.events()).toEqual(['reply']);
    });
  });

  test('nothing goes on where nobody is named to get it', async () => {
    const inbox = await openInbox();
    await inbox.arrive(
      mailText({ from: inbox.contact, to: inbox.box, inReplyTo: inbox.send.message_id, body: 'Yes.' }),
    );
    expect((await inbox.read()).mailboxes[0]?.forwarded).toBe(0);
    expect(await states(inbox)).toEqual([{ forward: null, forward_attempts: 0 }]);
    await inbox.close();
  });
});
