import { expect, test } from 'vitest';
import {
  bouncingAddress,
  freshAddress,
  mailsOf,
  sendMail,
  unknownAddress,
  waitForMails,
} from '../../support/mail-server.ts';

const raw = (from: string, to: string) =>
  `From: ${from}\nTo: ${to}\nSubject: hello\nMessage-ID: <${to}>\n\nGood morning\n`;

test('what is sent by SMTP lies in the mailbox of its recipient, tag or no tag', async () => {
  const from = freshAddress('sales', 'hub.test');
  const to = freshAddress('anna');
  await sendMail({ from, to, raw: raw(from, to) });
  await sendMail({ from, to: to.replace('@', '+Tag_1@'), raw: raw(from, to) });
  const mails = await waitForMails(to, 2);
  expect(mails[0]).toContain('Good morning');
  expect(await mailsOf(from)).toEqual([]);
});

test('a name that nobody has is refused before the mail is given', async () => {
  const from = freshAddress('sales', 'hub.test');
  const to = unknownAddress();
  await expect(sendMail({ from, to, raw: raw(from, to) })).rejects.toMatchObject({ responseCode: 550 });
});

test('a mail that another server refuses comes back as a report to its sender', async () => {
  const from = freshAddress('sales', 'hub.test');
  const to = bouncingAddress();
  await sendMail({ from, to, raw: raw(from, to) });
  const [report] = await waitForMails(from);
  expect(report).toContain(`Final-Recipient: rfc822; ${to}`);
  expect(report).toContain('Status: 5.1.1');
});
