import type { HubDeps } from '../context.ts';
import { recordError, resolveErrors } from '../record-error.ts';
import { findMailbox, type MailboxRow } from '../send/mailbox-table.ts';
import { isFresh } from '../send/ready-mailboxes.ts';

type FreshnessDeps = Pick<HubDeps, 'audit' | 'clock' | 'database' | 'settings'>;

/** The same trouble whoever notices it first: this, or the worker whose follow-ups wait for the inbox. */
export function staleInboxFingerprint(mailboxId: string): string {
  return `inbox_stale:${mailboxId}`;
}

/**
 * An inbox that could not be read for longer than `inboxFreshMs` is an incident, told once; it ends when it is read again. One
 * that was never read counts from when it was added. True while it lasts.
 */
export async function checkFreshness(deps: FreshnessDeps, mailboxId: string, processId: string): Promise<boolean> {
  return deps.database.transaction(async (tx) => {
    const mailbox = await findMailbox(tx, mailboxId);
    if (mailbox === undefined || mailbox.imap_ref === null) return false;
    const fingerprint = staleInboxFingerprint(mailboxId);
    if (!isStale(mailbox, deps)) {
      await resolveErrors(tx, deps, fingerprint, 'inbox read');
      return false;
    }
    const [last] = await tx.query<{ correlation_id: string }>(
      'select correlation_id from send_log where mailbox_id = $1 order by send_id desc limit 1',
      [mailboxId],
    );
    // Without a mail that went out nothing of a company is concerned: the incident is the mailbox's own.
    const trace = { correlation_id: last?.correlation_id ?? mailboxId, process_id: processId };
    await recordError(tx, deps, trace, {
      code: 'OUT-004',
      processType: 'engage',
      message: 'an inbox could not be read for too long: follow-ups from its mailbox wait',
      detail: { mailbox_id: mailboxId, last_read_at: mailbox.last_imap_ok_at },
      retryable: true,
      fingerprint,
    });
    return true;
  });
}

function isStale(mailbox: MailboxRow, deps: FreshnessDeps): boolean {
  return !isFresh({ ...mailbox, last_imap_ok_at: mailbox.last_imap_ok_at ?? mailbox.created_at }, deps);
}
