import { isoTime } from '../../base/clock.ts';
import type { Queries, Transaction } from '../../database/port.ts';
import type { InboundVerdict } from '../tables/inbox-tables.ts';

/** Where a mail lies: a UID means something only with the folder's UIDVALIDITY. */
export interface MailPlace {
  readonly mailbox_id: string;
  readonly folder: string;
  readonly uidvalidity: string;
  readonly uid: number;
}

export interface InboundRow extends MailPlace {
  /** `<…>` of the Message-ID, or a hash where there is none. */
  readonly message_key: string;
  readonly verdict: InboundVerdict;
  readonly send_id: string | null;
  /** `pending`: a person's words that have still to go to those who answer. Null: nothing is to be forwarded. */
  readonly forward: 'pending' | 'done' | 'failed' | null;
  readonly forward_attempts: number;
  readonly received_at: string;
  readonly created_at: string;
  readonly correlation_id: string | null;
  readonly process_id: string;
}

export type NewInbound = Omit<InboundRow, 'forward_attempts' | 'created_at'>;

/** False, and nothing written, for a mail that was taken before, in whatever folder. */
export async function insertInbound(tx: Transaction, row: NewInbound, nowMs: number): Promise<boolean> {
  const inserted = await tx.run(
    `insert into inbound_mails (mailbox_id, message_key, folder, uidvalidity, uid, verdict, send_id, forward, received_at,
       created_at, correlation_id, process_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     on conflict (mailbox_id, message_key) do nothing`,
    [
      row.mailbox_id,
      row.message_key,
      row.folder,
      row.uidvalidity,
      row.uid,
      row.verdict,
      row.send_id,
      row.forward,
      row.received_at,
      isoTime(nowMs),
      row.correlation_id,
      row.process_id,
    ],
  );
  return inserted === 1;
}

export async function pendingForwards(queries: Queries, mailboxId: string, limit: number): Promise<InboundRow[]> {
  return queries.query<InboundRow>(
    `select * from inbound_mails where mailbox_id = $1 and forward = 'pending' order by created_at, message_key limit $2`,
    [mailboxId, limit],
  );
}

/** One try more; `to` is what it came to. */
export async function noteForward(
  tx: Transaction,
  { mailbox_id: mailboxId, message_key: key }: Pick<InboundRow, 'mailbox_id' | 'message_key'>,
  to: 'pending' | 'done' | 'failed',
): Promise<void> {
  await tx.run(
    `update inbound_mails set forward = $1, forward_attempts = forward_attempts + 1
      where mailbox_id = $2 and message_key = $3`,
    [to, mailboxId, key],
  );
}

/** How far a folder was read. */
export interface FolderRow {
  readonly mailbox_id: string;
  readonly folder: string;
  readonly uidvalidity: string;
  readonly last_uid: number;
}

export async function findFolder(queries: Queries, mailboxId: string, folder: string): Promise<FolderRow | undefined> {
  const [row] = await queries.query<FolderRow>(
    'select mailbox_id, folder, uidvalidity, last_uid from mailbox_folders where mailbox_id = $1 and folder = $2',
    [mailboxId, folder],
  );
  return row;
}

/** Never back, unless the folder was made anew. */
export async function advanceFolder(tx: Transaction, place: MailPlace, nowMs: number): Promise<void> {
  await tx.run(
    `insert into mailbox_folders (mailbox_id, folder, uidvalidity, last_uid, updated_at) values ($1, $2, $3, $4, $5)
     on conflict (mailbox_id, folder) do update set uidvalidity = excluded.uidvalidity, last_uid = excluded.last_uid,
       updated_at = excluded.updated_at
      where mailbox_folders.uidvalidity <> excluded.uidvalidity or mailbox_folders.last_uid < excluded.last_uid`,
    [place.mailbox_id, place.folder, place.uidvalidity, place.uid, isoTime(nowMs)],
  );
}

/** `at`: when the look into the mailbox began, so that nothing that came before it was missed. */
export async function noteInboxRead(tx: Transaction, mailboxId: string, at: string): Promise<void> {
  await tx.run(
    `update mailboxes set last_imap_ok_at = $1
      where mailbox_id = $2 and (last_imap_ok_at is null or last_imap_ok_at < $1)`,
    [at, mailboxId],
  );
}
