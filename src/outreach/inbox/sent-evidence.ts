import type { HubDeps } from '../context.ts';
import { resolveUncertain } from '../send/resolve.ts';
import type { SendRow } from '../send-table.ts';
import type { ImapMailbox } from './imap-mailbox.ts';

const MAX_SENDS_PER_LOOK = 50;

/**
 * A mail whose fate nobody knows lies among the sent ones where the server keeps copies: then it left. Not to find it there
 * says nothing. The number of those that are certain now.
 */
export async function resolveBySentFolder(
  deps: Pick<HubDeps, 'audit' | 'clock' | 'database' | 'settings'>,
  imap: ImapMailbox,
  { mailboxId, folder }: { readonly mailboxId: string; readonly folder: string },
): Promise<number> {
  const uncertain = await deps.database.query<SendRow>(
    `select * from send_log where state = 'uncertain' and mailbox_id = $1 order by data_started_at desc limit $2`,
    [mailboxId, MAX_SENDS_PER_LOOK],
  );
  if (uncertain.length === 0) return 0;
  await imap.open(folder);
  let resolved = 0;
  for (const send of uncertain) {
    if ((await imap.uidsWithMessageId(send.message_id)).length === 0) continue;
    const done = await deps.database.transaction((tx) => resolveUncertain(tx, deps, send, 'sent_folder'));
    if (done) resolved += 1;
  }
  return resolved;
}
