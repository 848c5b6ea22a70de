import { isoTime } from '../../base/clock.ts';
import type { Queries } from '../../database/port.ts';
import type { HubDeps } from '../context.ts';
import { recordError, resolveErrors } from '../record-error.ts';
import type { SendRow } from '../send-table.ts';
import { listMailboxes, type MailboxRow } from './mailbox-table.ts';
import { isFresh } from './ready-mailboxes.ts';

type InboxDeps = Pick<HubDeps, 'audit' | 'clock' | 'database' | 'settings'>;

/**
 * Says once of each inbox that nobody reads that follow-ups wait for it, and once that it is over. Without such a follow-up
 * nothing waits, and nothing is said.
 */
export async function noteStaleInboxes(deps: InboxDeps, processId: string): Promise<void> {
  for (const mailbox of await listMailboxes(deps.database)) {
    if (mailbox.health === 'disabled') continue;
    const isOpen = await hasOpenError(deps.database, mailbox);
    if (isFresh(mailbox, deps)) {
      if (isOpen)
        await deps.database.transaction((tx) => resolveErrors(tx, deps, fingerprintOf(mailbox), 'inbox read'));
    } else if (!isOpen) {
      await raise(deps, mailbox, processId);
    }
  }
}

async function raise(deps: InboxDeps, mailbox: MailboxRow, processId: string): Promise<void> {
  const [waiting] = await deps.database.query<SendRow>(
    `select s.* from send_log s
      where s.state = 'scheduled' and s.step_no >= 2 and s.next_attempt_at <= $1 and s.mailbox_id = $2
        and exists (select 1 from campaigns c where c.campaign_id = s.campaign_id and c.status = 'active')
        and exists (select 1 from enrollments e where e.enrollment_id = s.enrollment_id and e.state = 'active')
      limit 1`,
    [isoTime(deps.clock.now()), mailbox.mailbox_id],
  );
  if (waiting === undefined) return;
  await deps.database.transaction((tx) =>
    recordError(
      tx,
      deps,
      { correlation_id: waiting.correlation_id, process_id: processId },
      {
        code: 'OUT-004',
        processType: 'engage',
        message: 'follow-ups wait: the inbox of their mailbox was not read lately',
        outreachId: waiting.outreach_id,
        detail: { mailbox_id: mailbox.mailbox_id, inbox: mailbox.imap_ref === null ? 'none' : 'stale' },
        retryable: true,
        fingerprint: fingerprintOf(mailbox),
      },
    ),
  );
}

async function hasOpenError(queries: Queries, mailbox: MailboxRow): Promise<boolean> {
  const found = await queries.query('select 1 from outreach_errors where fingerprint = $1 and resolved_at is null', [
    fingerprintOf(mailbox),
  ]);
  return found.length > 0;
}

function fingerprintOf({ mailbox_id: id }: MailboxRow): string {
  return `inbox_stale:${id}`;
}
