import { ERRORS } from '../../base/errors.ts';
import { type MailboxReport, readMailboxes } from '../../outreach/index.ts';
import { type Command, EXIT } from '../command.ts';
import { withHub } from '../compose-hub.ts';
import type { Output } from '../output.ts';
import { type CommonFlags, readSettings } from '../settings.ts';

export interface InboxReadFlags extends CommonFlags {
  readonly dryRun?: boolean;
}

/** One look into the inbox of one mailbox, or of all. */
export async function inboxRead(command: Command<InboxReadFlags>, address: string): Promise<number> {
  const { flags, output, environment } = command;
  const settings = await readSettings('hub', flags, environment);
  return withHub(command, settings, async (deps) => {
    const mailboxId = address === '' ? undefined : address;
    const report = await readMailboxes(deps, { mailboxId, dryRun: flags.dryRun ?? false });
    output.document(report);
    for (const mailbox of report.mailboxes) printMailbox(output, mailbox);
    if (report.mailboxes.length === 0) output.line('there is no mailbox: add one with "outreach mailbox add"');
    const failed = report.mailboxes.find(({ code }) => code !== undefined)?.code;
    return failed === undefined ? EXIT.ok : ERRORS[failed].exit;
  });
}

function printMailbox(output: Output, mailbox: MailboxReport): void {
  const { address, status, message, folders, forwarded, resolved, is_stale: isStale } = mailbox;
  if (status === 'skipped') {
    output.line(`${address}: not read, it has no inbox or is disabled`);
    return;
  }
  if (status === 'failed') {
    output.line(output.bad(`${address}: ${message ?? 'could not be read'}`));
    if (isStale) output.line('  follow-ups of this mailbox wait until it is read again');
    return;
  }
  const more = status === 'incomplete' ? ', there are more' : '';
  output.line(`${address}: ${output.good('read')}${more}`);
  for (const { folder, mails, found } of folders) {
    const counts = Object.entries(found).map(([verdict, count]) => `${verdict} ${count}`);
    output.line(`  ${folder}: ${mails} new${counts.length === 0 ? '' : `; ${counts.join(', ')}`}`);
  }
  if (resolved > 0) output.line(`  ${resolved} uncertain sends lay among the sent mails`);
  if (forwarded > 0) output.line(`  ${forwarded} answers sent on`);
}
