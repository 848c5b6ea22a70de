import { messageOf } from '../../base/errors.ts';
import type { HubDeps } from '../context.ts';
import type { ImapMailbox } from './imap-mailbox.ts';
import { advanceFolder, findFolder } from './inbound-table.ts';
import { type ArrivedMail, type Judged, judgeInbound } from './judge-inbound.ts';
import type { MatchContext } from './match-inbound.ts';
import { takeInbound } from './take-inbound.ts';
import type { MailboxRow } from '../send/mailbox-table.ts';

/** Of a longer mail only the beginning is read: what a person writes and what a server reports stands there. */
export const MAX_READ_BYTES = 512 * 1024;
/** Held in memory at once. */
const FETCHED_AT_ONCE = 20;
/** Of one look; the others are read by the next. */
export const MAX_MAILS_PER_LOOK = 1_000;

/** A mail that came before the mailbox was ours answers nothing. IMAP counts days, in a zone of the server's. */
const BEFORE_FIRST_LOOK_MS = 2 * 24 * 3_600_000;

export interface FolderContext {
  readonly deps: HubDeps;
  readonly mailbox: MailboxRow;
  /** Addresses that we write from, and the one that replies are forwarded to. */
  readonly own: ReadonlySet<string>;
  readonly match: Omit<MatchContext, 'queries'>;
  readonly processId: string;
  /** Judges and counts, and writes nothing. */
  readonly dryRun: boolean;
  readonly maxMails: number;
}

export interface FolderReport {
  readonly folder: string;
  /** Mails that were looked at. */
  readonly mails: number;
  /** How many of them were what; those that were taken before are none. */
  readonly found: Readonly<Partial<Record<Judged['verdict'], number>>>;
  /** False: there are more, for the next look. */
  readonly is_complete: boolean;
}

/**
 * Reads what is new in one folder. A folder that was made anew (its UIDVALIDITY changed) is read again from the day on which
 * the mailbox became ours; what was taken before is known by its Message-ID. Throws `unavailable`, with the folder no further than
 * the last mail that was taken, when the connection is lost or the signal says so.
 */
export async function readFolder(context: FolderContext, imap: ImapMailbox, folder: string): Promise<FolderReport> {
  const { deps, mailbox, dryRun } = context;
  const { uidvalidity, uidNext } = await imap.open(folder);
  const known = await findFolder(deps.database, mailbox.mailbox_id, folder);
  const since = Date.parse(mailbox.created_at) - BEFORE_FIRST_LOOK_MS;
  const isKnown = known?.uidvalidity === uidvalidity;
  const uids = isKnown ? await imap.uidsAfter(known.last_uid) : await imap.uidsSince(since);
  const found = new Map<Judged['verdict'], number>();
  const wanted = uids.slice(0, context.maxMails);
  for (let start = 0; start < wanted.length; start += FETCHED_AT_ONCE) {
    const messages = await imap.fetch(wanted.slice(start, start + FETCHED_AT_ONCE), MAX_READ_BYTES);
    for (const { uid, source, receivedMs = deps.clock.now() } of messages) {
      const place = { mailbox_id: mailbox.mailbox_id, folder, uidvalidity, uid };
      const verdict = await readMail(context, { place, source, receivedMs });
      if (verdict !== undefined) found.set(verdict, (found.get(verdict) ?? 0) + 1);
    }
  }
  // Whoever is cut off goes on the next time from the last mail that was taken.
  imap.requireOpen();
  const isComplete = wanted.length === uids.length;
  const last = isComplete ? uidNext - 1 : (wanted.at(-1) ?? 0);
  // Also over mails that went away meanwhile, so that nobody asks for them again.
  if (!dryRun && (!isKnown || last > known.last_uid)) {
    const place = { mailbox_id: mailbox.mailbox_id, folder, uidvalidity, uid: last };
    await deps.database.transaction((tx) => advanceFolder(tx, place, deps.clock.now()));
  }
  return { folder, mails: wanted.length, found: Object.fromEntries(found), is_complete: isComplete };
}

/** Undefined for a mail that was taken before. */
async function readMail(context: FolderContext, arrived: ArrivedMail): Promise<Judged['verdict'] | undefined> {
  const { deps, own, match, processId, dryRun } = context;
  const judged = await judgeInbound({ ...match, queries: deps.database }, own, arrived);
  if (judged.verdict === 'broken') {
    deps.log.warn({ ...arrived.place, error: messageOf(judged.cause) }, 'passed over a mail that cannot be read');
  }
  if (dryRun) return judged.verdict;
  const taken = await deps.database.transaction((tx) => takeInbound(tx, deps, arrived, judged, processId));
  return taken || !('key' in judged) ? judged.verdict : undefined;
}
