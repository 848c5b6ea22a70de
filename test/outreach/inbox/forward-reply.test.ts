import { describe, expect, test } from 'vitest';
import { isoTime } from '../../../src/base/clock.ts';
import { resent } from '../../../src/outreach/inbox/forward-reply.ts';
import { readMailboxes } from '../../../src/outreach/inbox/read-mailboxes.ts';
import { freshAddress, mailsOf, unknownAddress, waitForMails, withMailbox } from '../../support/mail-server.ts';
import { type InboxHub, mailText, openInbox } from '../support/inbox.ts';
import { startScriptedImap } from '../support/scripted-imap.ts';

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

/** The same hub, but what `ref` names is `url`. */
function withRef({ hub: { deps } }: InboxHub, ref: string, url: string): InboxHub['hub']['deps'] {
  return { ...deps, resolveRef: (name) => (name === ref ? url : deps.resolveRef(name)) };
}

async function readWithoutSmtp(inbox: InboxHub): Promise<void> {
  await readMailboxes(withRef(inbox, 'env:SMTP', 'smtp://127.0.0.1:1'));
}

describe('going on', () => {
  test('finds a mail that was filed away meanwhile, and does not give up one that is nowhere now', async () => {
    const team = freshAddress('team');
    await withAnswer(team, async (inbox) => {
      await readWithoutSmtp(inbox);
      const move = async (from: string, to: string) =>
        withMailbox(inbox.box, async (client) => {
          await client.mailboxOpen(from);
          expect(await client.messageMove('1:*', to)).toMatchObject({ destination: to });
        });
      await withMailbox(inbox.box, (client) => client.mailboxCreate('Elsewhere'));
      await move('INBOX', 'Elsewhere');
      expect((await inbox.read()).mailboxes[0]).toMatchObject({ status: 'read', forwarded: 0 });
      expect(await states(inbox)).toEqual([{ forward: 'pending', forward_attempts: 2 }]);
      await move('Elsewhere', 'Archive');
      expect((await inbox.read()).mailboxes[0]).toMatchObject({ status: 'read', forwarded: 1 });
      expect(await states(inbox)).toEqual([{ forward: 'done', forward_attempts: 3 }]);
      await waitForMails(team);
    });
  });

  test('happens once, also when two read the mailbox at once', async () => {
    const team = freshAddress('team');
    await withAnswer(team, async (inbox) => {
      await readWithoutSmtp(inbox);
      const other = await inbox.hub.another();
      const reports = await Promise.all([inbox.read(), readMailboxes(other.deps)]);
      expect(reports.map((report) => report.mailboxes[0]?.forwarded).toSorted((a = 0, b = 0) => a - b)).toEqual([0, 1]);
      await other.close();
      await waitForMails(team);
      expect(await mailsOf(team)).toHaveLength(1);
    });
  });

  test('is left to who claimed it, until they must be dead', async () => {
    await withAnswer(freshAddress('team'), async (inbox) => {
      const { clock, database } = inbox.hub;
      await readWithoutSmtp(inbox);
      await database.run('update inbound_mails set forward_claimed_until = $1', [isoTime(clock.now() + 60_000)]);
      expect((await inbox.read()).mailboxes[0]?.forwarded).toBe(0);
      expect(await states(inbox)).toEqual([{ forward: 'pending', forward_attempts: 1 }]);
      clock.advance(60_000);
      expect((await inbox.read()).mailboxes[0]?.forwarded).toBe(1);
    });
  });

  test('does not hang on the folder of sent mails', async () => {
    const team = freshAddress('team');
    await withAnswer(team, async (inbox) => {
      const { contact: from, box: to, send, hub } = inbox;
      await hub.database.run(`update send_log set state = 'uncertain', sent_at = null where send_id = $1`, [
        send.send_id,
      ]);
      // Half believed, so that the send stays uncertain.
      const mail = mailText({ from, to, body: 'Sounds good.' }).replaceAll('\n', '\r\n');
      const imap = await startScriptedImap({
        mail,
        folders: { Sent: '\\Sent' },
        answer: (command, tag, socket) =>
          /^(?:EXAMINE|SELECT) "?Sent/.test(command) && socket.write(`${tag} NO not now\r\n`),
      });
      const report = await readMailboxes(withRef(inbox, 'env:IMAP', imap.url));
      await imap.close();
      expect(report.mailboxes[0]).toMatchObject({ status: 'read', forwarded: 1, resolved: 0 });
      await waitForMails(team);
    });
  });

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
