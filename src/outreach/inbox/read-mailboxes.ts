import { AppError, codeOf, type ErrorCode, messageOf } from '../../base/errors.ts';
import type { HubDeps } from '../context.ts';
import { normalizeEmail } from '../email-address.ts';
import { newProcessId } from '../process-id.ts';
import { findMailbox, listMailboxes, type MailboxRow } from '../send/mailbox-table.ts';
import { openLinkTokens } from '../tokens/link-tokens.ts';
import { hubTokenKeys } from '../tokens/render-links.ts';
import { checkFreshness } from './check-freshness.ts';
import { forwardReplies } from './forward-reply.ts';
import { type ImapMailbox, type ImapTimeouts, withImap } from './imap-mailbox.ts';
import { parseImapUrl } from './imap-server-url.ts';
import { noteInboxRead } from './inbound-table.ts';
import { type FolderContext, type FolderReport, MAX_MAILS_PER_LOOK, readFolder } from './read-folder.ts';
import { resolveBySentFolder } from './sent-evidence.ts';

export interface ReadRequest {
  /** Id or address; left out, all of them. */
  readonly mailboxId?: string | undefined;
  /** Judges and counts, and writes nothing. */
  readonly dryRun?: boolean;
  readonly timeouts?: ImapTimeouts;
  /** Of each folder; the others are read by the next look. */
  readonly maxMails?: number;
}

/** What became of one mailbox. */
export interface MailboxReport {
  readonly mailbox_id: string;
  readonly address: string;
  /** incomplete: there was more than one look reads. skipped: it has no inbox to read, or it is disabled. */
  readonly status: 'read' | 'incomplete' | 'failed' | 'skipped';
  /** Only with `failed`. */
  readonly code?: ErrorCode;
  readonly message?: string;
  readonly folders: readonly FolderReport[];
  /** Uncertain sends that lay in the folder of sent mail. */
  readonly resolved: number;
  /** People's answers that were sent on. */
  readonly forwarded: number;
  /** True: follow-ups wait for this inbox. */
  readonly is_stale: boolean;
}

export interface ReadReport {
  readonly mailboxes: readonly MailboxReport[];
  readonly dry_run: boolean;
}

/**
 * One look into every inbox, one after the other. One that cannot be read keeps nobody from the others: it is reported, and
 * after `inboxFreshMs` raises OUT-004. Throws `not_found` for a mailbox that is not there, and what the database throws.
 */
export async function readMailboxes(deps: HubDeps, request: ReadRequest = {}): Promise<ReadReport> {
  const all = await listMailboxes(deps.database);
  const wanted = request.mailboxId === undefined ? all : [await oneMailbox(deps, request.mailboxId)];
  const own = ownAddresses(all, deps.settings.replyTo);
  const tokens = openLinkTokens(hubTokenKeys(deps.settings));
  const nowMs = deps.clock.now();
  const processId = newProcessId('engage', nowMs);
  const { dryRun = false, maxMails = MAX_MAILS_PER_LOOK } = request;
  const mailboxes: MailboxReport[] = [];
  for (const mailbox of wanted) {
    if (deps.signal.aborted) break;
    const match = { tokens, mailboxId: mailbox.mailbox_id, nowMs };
    mailboxes.push(await readOne({ deps, mailbox, own, match, processId, dryRun, maxMails }, request.timeouts));
  }
  return { mailboxes, dry_run: dryRun };
}

async function oneMailbox(deps: HubDeps, idOrAddress: string): Promise<MailboxRow> {
  const mailbox = await findMailbox(deps.database, idOrAddress);
  if (mailbox !== undefined) return mailbox;
  throw new AppError('not_found', `find the mailbox ${idOrAddress}`, { hint: 'list them with "outreach mailbox ls"' });
}

/** Mails from these are our own, wherever they turn up. */
function ownAddresses(mailboxes: readonly MailboxRow[], replyTo: string | undefined): Set<string> {
  const addresses = [...mailboxes.map(({ address }) => address), ...(replyTo === undefined ? [] : [replyTo])];
  return new Set(addresses.map((address) => normalizeEmail(address) ?? address));
}

type Looked = Pick<MailboxReport, 'status' | 'code' | 'message' | 'folders' | 'resolved' | 'forwarded'>;
const NOTHING = { folders: [], resolved: 0, forwarded: 0 } as const;

async function readOne(context: FolderContext, timeouts: ImapTimeouts | undefined): Promise<MailboxReport> {
  const { deps, mailbox, processId, dryRun } = context;
  const { mailbox_id: id, address, imap_ref: ref } = mailbox;
  const named = { mailbox_id: id, address };
  if (ref === null || mailbox.health === 'disabled')
    return { ...named, status: 'skipped', ...NOTHING, is_stale: false };
  const looked = await look(context, ref, timeouts);
  const isStale = dryRun ? false : await checkFreshness(deps, id, processId);
  return { ...named, ...looked, is_stale: isStale };
}

async function look(context: FolderContext, ref: string, timeouts: ImapTimeouts | undefined): Promise<Looked> {
  const { deps, mailbox } = context;
  const startedMs = deps.clock.now();
  try {
    const server = parseImapUrl(deps.resolveRef(ref));
    const options = { signal: deps.signal, ...(timeouts !== undefined && { timeouts }) };
    return await withImap(server, options, (imap) => lookInto(context, imap, startedMs));
  } catch (thrown) {
    const code = codeOf(thrown);
    if (!isTheServers(code)) throw thrown;
    const message = messageOf(thrown);
    deps.log.warn({ mailbox_id: mailbox.mailbox_id, code, error: message }, 'could not read an inbox');
    return { status: 'failed', code, message, ...NOTHING };
  }
}

/** The mail server's trouble, or its address: another mailbox may be well. Everything else is ours. */
function isTheServers(code: ErrorCode): boolean {
  return code === 'unavailable' || code === 'denied' || code === 'misconfigured';
}

async function lookInto(context: FolderContext, imap: ImapMailbox, startedMs: number): Promise<Looked> {
  const { deps, mailbox, processId, dryRun } = context;
  const { inbound, sent } = await imap.folders();
  const folders: FolderReport[] = [];
  for (const folder of inbound) folders.push(await readFolder(context, imap, folder));
  const isComplete = folders.every((folder) => folder.is_complete);
  const status = isComplete ? 'read' : 'incomplete';
  if (dryRun) return { ...NOTHING, status, folders };
  imap.requireOpen();
  if (isComplete) await deps.database.transaction((tx) => noteInboxRead(tx, mailbox.mailbox_id, startedMs));
  let resolved = 0;
  let forwarded = 0;
  try {
    forwarded = await forwardReplies(deps, imap, { mailbox, folders: inbound, processId });
  } finally {
    resolved = await lookAmongSent(context, imap, sent);
  }
  return { status, folders, resolved, forwarded };
}

/** What the inbox told is told, also when the folder of sent mails cannot be read: then there is no evidence this time. */
async function lookAmongSent({ deps, mailbox }: FolderContext, imap: ImapMailbox, folder?: string): Promise<number> {
  if (folder === undefined) return 0;
  try {
    return await resolveBySentFolder(deps, imap, { mailboxId: mailbox.mailbox_id, folder });
  } catch (thrown) {
    const code = codeOf(thrown);
    if (!isTheServers(code)) throw thrown;
    deps.log.warn({ mailbox_id: mailbox.mailbox_id, folder, code }, 'could not look among the sent mails');
    return 0;
  }
}
