import { isoTime } from '../../../src/base/clock.ts';
import { findEnrollment, type EnrollmentRow } from '../../../src/outreach/enrollment-table.ts';
import type { HubSettings } from '../../../src/outreach/hub-settings.ts';
import { type ReadReport, readMailboxes } from '../../../src/outreach/inbox/read-mailboxes.ts';
import { findSend, type SendRow } from '../../../src/outreach/send-table.ts';
import { freshAddress, imapUrl, sendMail, smtpUrl, waitForMails } from '../../support/mail-server.ts';
import { type Engaged, seedEngaged } from './engaged.ts';
import { openHub, type TestHub } from './hub.ts';

export interface InboxHub {
  readonly hub: TestHub;
  readonly engaged: Engaged;
  /** Our own address, with a real mailbox. */
  readonly box: string;
  /** The first send, which has left; its contact has a real mailbox. */
  readonly send: SendRow;
  readonly contact: string;
  /** Delivers a mail into our mailbox and waits until it lies there. */
  arrive(raw: string, from?: string): Promise<void>;
  read(): Promise<ReadReport>;
  enrollment(index?: number): Promise<EnrollmentRow>;
  events(): Promise<string[]>;
  close(): Promise<void>;
}

/** A company under way with two contacts, whose mails left a minute ago from a mailbox that is read over IMAP. */
export async function openInbox(settings: Partial<HubSettings> = {}): Promise<InboxHub> {
  const [box, contact] = [freshAddress('sales', 'hub.test'), freshAddress('anna')];
  const refs = { IMAP: imapUrl(box), SMTP: smtpUrl(box) };
  // The server counts in its own time.
  const hub = await openHub({ now: Date.now(), refs, settings });
  const engaged = await seedEngaged(hub, { sendStates: ['sent', 'scheduled'] });
  const [first] = engaged.sends;
  if (first === undefined) throw new Error('nothing was seeded');
  await seedMailbox(hub, box);
  await addressTo(hub, first, contact);
  const send = await findSend(hub.database, first.send_id);
  if (send === undefined) throw new Error('nothing was seeded');
  let arrived = 0;
  return {
    hub,
    engaged,
    box,
    send,
    contact,
    arrive: async (raw, from = contact) => {
      arrived += 1;
      await sendMail({ from, to: box, raw });
      await waitForMails(box, arrived);
    },
    read: () => readMailboxes(hub.deps),
    enrollment: async (index = 0) => (await findEnrollment(hub.database, engaged.sends[index]?.enrollment_id ?? ''))!,
    events: async () =>
      (await hub.database.query<{ type: string }>('select type from engagement_events order by event_id')).map(
        ({ type }) => type,
      ),
    close: () => hub.close(),
  };
}

async function seedMailbox(hub: TestHub, address: string): Promise<void> {
  await hub.database.run(
    `insert into mailboxes (mailbox_id, address, smtp_ref, imap_ref, timezone, daily_cap, hourly_cap, min_gap_s, jitter_s,
       health, created_at, updated_at) values ('box', $1, 'env:SMTP', 'env:IMAP', 'UTC', 10, 10, 0, 0, 'ok', $2, $2)`,
    [address, isoTime(hub.clock.now())],
  );
}

export async function addressTo(hub: TestHub, send: SendRow, address: string): Promise<void> {
  const left = isoTime(hub.clock.now() - 60_000);
  await hub.database.run('update enrollments set email = $1, email_norm = $1 where enrollment_id = $2', [
    address,
    send.enrollment_id,
  ]);
  await hub.database.run('update send_log set to_email = $1, data_started_at = $2, sent_at = $2 where send_id = $3', [
    address,
    left,
    send.send_id,
  ]);
}

export interface MailText {
  readonly from: string;
  readonly to: string;
  readonly subject?: string;
  /** `<…>`; left out, the mail has one of its own. */
  readonly messageId?: string;
  readonly inReplyTo?: string;
  /** Lines such as `Auto-Submitted: auto-replied`. */
  readonly headers?: readonly string[];
  readonly body: string;
}

let number = 0;

export function mailText({
  from,
  to,
  subject = 'Re: Hello',
  messageId,
  inReplyTo,
  headers = [],
  body,
}: MailText): string {
  number += 1;
  return [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Message-ID: ${messageId ?? `<${process.pid}.${number}.${Date.now()}@mail.people.test>`}`,
    ...(inReplyTo === undefined ? [] : [`In-Reply-To: ${inReplyTo}`, `References: ${inReplyTo}`]),
    ...headers,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    body,
    '',
  ].join('\n');
}
