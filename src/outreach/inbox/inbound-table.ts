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
  /** Until then somebody is sending it on; null: nobody is. */
  readonly forward_claimed_until: string | null;
  readonly received_at: string;
  readonly created_at: string;
  readonly correlation_id: string | null;
  readonly process_id: string;
}

export type NewInbound = Omit<InboundRow, 'forward_attempts' | 'forward_claimed_until' | 'created_at'>;

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

/** Those that nobody is sending on now: first the ones that were tried the least, so that a few lost ones hold up no others. */
export async function pendingForwards(
  queries: Queries,
  { mailboxId, nowMs, limit }: { readonly mailboxId: string; readonly nowMs: number; readonly limit: number },
): Promise<InboundRow[]> {
  return queries.query<InboundRow>(
    `select * from inbound_mails
      where mailbox_id = $1 and forward = 'pending' and (forward_claimed_until is null or forward_claimed_until <= $2)
      order by forward_attempts, created_at, message_key limit $3`,
    [mailboxId, isoTime(nowMs), limit],
  );
}

/** One try more, counted before it is made. False, and nothing written, when somebody else has begun one since `row` was read. */
export async function claimForward(
  tx: Transaction,
  { mailbox_id: mailboxId, message_key: key, forward_attempts: attempts }: InboundRow,
  untilMs: number,
): Promise<boolean> {
  const claimed = await tx.run(
    `update inbound_mails set forward_attempts = forward_attempts + 1, forward_claimed_until = $1
      where mailbox_id = $2 and message_key = $3 and forward = 'pending' and forward_attempts = $4`,
    [isoTime(untilMs), mailboxId, key, attempts],
  );
  return claimed === 1;
}

/** What the try of the claim that counted from `row` came to; nothing once another claim followed it. */
export async function noteForward(
  tx: Transaction,
  { mailbox_id: mailboxId, message_key: key, forward_attempts: attempts }: InboundRow,
  to: 'pending' | 'done' | 'failed',
): Promise<boolean> {
  const noted = await tx.run(
    `update inbound_mails set forward = $1, forward_claimed_until = null
      where mailbox_id = $2 and message_key = $3 and forward = 'pending' and forward_attempts = $4`,
    [to, mailboxId, key, attempts + 1],
  );
  return noted === 1;
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

/** A time that is later than this ahead was written by a clock that has gone back since: it would never be passed. */
const CLOCK_SLACK_MS = 60_000;

/** `atMs`: when the look into the mailbox began, so that nothing that came before it was missed. */
export async function noteInboxRead(tx: Transaction, mailboxId: string, atMs: number): Promise<void> {
  await tx.run(
    `update mailboxes set last_imap_ok_at = $1
      where mailbox_id = $2 and (last_imap_ok_at is null or last_imap_ok_at < $1 or last_imap_ok_at > $3)`,
    [isoTime(atMs), mailboxId, isoTime(atMs + CLOCK_SLACK_MS)],
  );
}
