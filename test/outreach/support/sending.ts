import { codeOf } from '../../../src/base/errors.ts';
import type { CampaignRow } from '../../../src/outreach/campaign-table.ts';
import type { HubDeps } from '../../../src/outreach/context.ts';
import type { HubSettings } from '../../../src/outreach/hub-settings.ts';
import { type MailboxRow, putMailbox } from '../../../src/outreach/send/mailbox-table.ts';
import { runWorker, type WorkerOptions, type WorkerReport } from '../../../src/outreach/send/run-worker.ts';
import type { SendRow } from '../../../src/outreach/send-table.ts';
import { campaignIn } from './campaigns.ts';
import { type FaultSmtp, type FaultSmtpOptions, openFaultSmtp } from './fault-smtp.ts';
import { openHub, type TestHub } from './hub.ts';

/** Short enough for tests, long enough for a busy machine. */
export const QUICK_SMTP = { connectMs: 2_000, greetingMs: 2_000, silenceMs: 700, wholeMs: 4_000 };

export interface Sending {
  readonly hub: TestHub;
  readonly smtp: FaultSmtp;
  mailbox(changes?: Partial<MailboxRow>): Promise<string>;
  /** An active campaign for a new company with so many contacts. */
  campaign(outreachId: string, contacts?: number): Promise<CampaignRow>;
  /** All that is due now. */
  run(options?: Partial<WorkerOptions>): Promise<WorkerReport>;
  sends(): Promise<SendRow[]>;
  mailboxRow(): Promise<MailboxRow>;
  close(): Promise<void>;
}

/** A hub with a mail server of its own; `mailbox-1` is there unless `noMailbox` is said. */
export async function openSending(
  options: { readonly smtp?: FaultSmtpOptions; readonly settings?: Partial<HubSettings> } = {},
): Promise<Sending> {
  const smtp = await openFaultSmtp(options.smtp);
  const { credentials } = options.smtp ?? {};
  const login = credentials === undefined ? '' : `${credentials.user}:${credentials.password}@`;
  const refs = { SMTP: `smtp://${login}127.0.0.1:${smtp.port}` };
  const hub = await openHub({ refs, ...(options.settings && { settings: options.settings }) });
  const { database } = hub;
  return {
    hub,
    smtp,
    mailbox: (changes = {}) => addMailboxTo(hub.deps, changes),
    campaign: (outreachId, contacts = 1) =>
      campaignIn(hub, 'active', { outreachId, contacts: Array.from({ length: contacts }, () => ({})) }),
    run: (changes) => runOnce(hub.deps, changes),
    sends: () => database.query<SendRow>('select * from send_log order by step_no, enrollment_id, generation'),
    mailboxRow: async () => {
      const [row] = await database.query<MailboxRow>('select * from mailboxes order by address limit 1');
      return row!;
    },
    close: async () => {
      await smtp.close();
      await hub.close();
    },
  };
}

export async function runOnce(deps: HubDeps, changes: Partial<WorkerOptions> = {}): Promise<WorkerReport> {
  return runWorker(deps, { worker: 'default', once: true, concurrency: 4, times: { smtp: QUICK_SMTP }, ...changes });
}

export async function addMailboxTo(deps: HubDeps, changes: Partial<MailboxRow> = {}): Promise<string> {
  const mailbox = {
    mailbox_id: 'mailbox-1',
    address: 'sam@sender.example',
    display_name: 'Sam Sender',
    smtp_ref: 'env:SMTP',
    imap_ref: null,
    timezone: 'UTC',
    daily_cap: 1_000,
    hourly_cap: 1_000,
    min_gap_s: 0,
    jitter_s: 0,
    ...changes,
  };
  await deps.database.transaction((tx) => putMailbox(tx, deps, mailbox, 'user:test'));
  return mailbox.mailbox_id;
}

export async function codeThrownBy(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (thrown) {
    return codeOf(thrown);
  }
  return 'nothing';
}
