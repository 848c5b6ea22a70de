import { type FetchMessageObject, ImapFlow, type ListResponse, type MailboxObject } from 'imapflow';
import { AppError, messageOf } from '../../base/errors.ts';
import type { ImapServer } from './imap-server-url.ts';

/** How long each part may take. */
export interface ImapTimeouts {
  readonly connectMs: number;
  /** Silence of the server at any later moment. */
  readonly silenceMs: number;
  /** The whole look into one mailbox. */
  readonly wholeMs: number;
}

export const IMAP_TIMEOUTS: ImapTimeouts = { connectMs: 15_000, silenceMs: 60_000, wholeMs: 5 * 60_000 };

/** What an IMAP server may make us hold at once. */
const LIMITS = { maxLineLength: 16 * 1024 ** 2, maxLiteralSize: 64 * 1024 ** 2, maxResponseSize: 80 * 1024 ** 2 };

export interface ImapFolders {
  /** Where mail comes in or is put away: the inbox, and all mail or else the archive. */
  readonly inbound: readonly string[];
  /** Undefined where the server keeps no copies of what was sent. */
  readonly sent: string | undefined;
}

export interface OpenFolder {
  readonly uidvalidity: string;
  /** No message has this UID yet. */
  readonly uidNext: number;
}

export interface ImapMessage {
  readonly uid: number;
  /** Its first bytes, as many as were asked for. */
  readonly source: Uint8Array;
  readonly sizeBytes: number;
  /** When the server took it; undefined where it does not say. */
  readonly receivedMs: number | undefined;
}

/** One mailbox, read only: nothing in it is changed, not even that a mail was seen. Methods throw `unavailable`, `denied`. */
export interface ImapMailbox {
  folders(): Promise<ImapFolders>;
  /** The methods below are about the folder that was opened last. */
  open(folder: string): Promise<OpenFolder>;
  /** UIDs above `uid`, ascending. */
  uidsAfter(uid: number): Promise<number[]>;
  /** UIDs of what the server took on the day of `ms` or later, ascending. */
  uidsSince(ms: number): Promise<number[]>;
  uidsWithMessageId(messageId: string): Promise<number[]>;
  /** Those that are still there, ascending. */
  fetch(uids: readonly number[], maxBytes: number): Promise<ImapMessage[]>;
  /** Throws `unavailable` once the connection was cut: by the caller's signal, by time, or by the server. */
  requireOpen(): void;
}

/** Lends a connection of its own. Throws `unavailable` and `denied`, and whatever `fn` throws. */
export async function withImap<T>(
  server: ImapServer,
  { signal, timeouts = IMAP_TIMEOUTS }: { readonly signal: AbortSignal; readonly timeouts?: ImapTimeouts },
  fn: (mailbox: ImapMailbox) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const client = clientFor(server, timeouts);
  // Errors reach whoever waits for a command; between two of them nobody listens.
  client.on('error', () => {});
  let isCut = false;
  const close = (): void => {
    isCut = true;
    client.close();
  };
  signal.addEventListener('abort', close, { once: true });
  const timer = setTimeout(close, timeouts.wholeMs);
  try {
    await translated(`connect to the IMAP server ${server.host}:${server.port}`, () => client.connect());
    return await fn(mailboxOf(client, () => !isCut && client.usable));
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', close);
    client.close();
  }
}

function clientFor(server: ImapServer, { connectMs, silenceMs }: ImapTimeouts): ImapFlow {
  return new ImapFlow({
    host: server.host,
    port: server.port,
    secure: server.secure,
    ...(server.starttls !== 'offered' && !server.secure && { doSTARTTLS: server.starttls === 'required' }),
    auth: { user: server.user, pass: server.password },
    tls: { minVersion: 'TLSv1.2' },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: silenceMs,
    ...LIMITS,
  });
}

function mailboxOf(client: ImapFlow, isOpen: () => boolean): ImapMailbox {
  const requireOpen = (): void => {
    if (!isOpen()) throw new AppError('unavailable', 'read a mailbox: the connection to the IMAP server was cut');
  };
  const search = async (what: string, query: Parameters<ImapFlow['search']>[0]): Promise<number[]> => {
    const found = await translated(what, () => client.search(query, { uid: true }));
    // The client answers a refusal and a lost connection with no list: to take that for "nothing" would lose mails.
    if (!Array.isArray(found)) throw new AppError('unavailable', `${what}: the IMAP server gave no list`);
    requireOpen();
    return found.toSorted((a, b) => a - b);
  };
  return {
    folders: () => translated('list the folders', async () => chosenFolders(await client.list())),
    open: (folder) =>
      translated(`open the folder ${folder}`, async () => {
        // A server may leave out what it must say, whatever the client's types promise.
        const opened: Partial<MailboxObject> | undefined = await client.mailboxOpen(folder, { readOnly: true });
        if (opened?.uidValidity === undefined || opened.uidNext === undefined) {
          throw new AppError('unavailable', `open the folder ${folder}: the IMAP server does not number its mails`);
        }
        return { uidvalidity: String(opened.uidValidity), uidNext: opened.uidNext };
      }),
    // "n:*" names the last message also when its UID is lower.
    uidsAfter: async (uid) => (await search('list new mails', { uid: `${uid + 1}:*` })).filter((found) => found > uid),
    uidsSince: (ms) => search('list mails by day', { since: new Date(ms) }),
    uidsWithMessageId: (messageId) => search('find a mail', { header: { 'message-id': messageId } }),
    fetch: (uids, maxBytes) =>
      translated('fetch mails', async () => {
        if (uids.length === 0) return [];
        const query = { uid: true, size: true, internalDate: true, source: { start: 0, maxLength: maxBytes } };
        const messages = await client.fetchAll(uids.join(','), query, { uid: true });
        requireOpen();
        return wholeMessages(messages, new Set(uids));
      }),
    requireOpen,
  };
}

/** Drafts, sent mail, spam and trash are not read; folders that only hold others cannot be. */
function chosenFolders(list: readonly ListResponse[]): ImapFolders {
  const usable = list.filter(({ flags }) => !flags.has('\\Noselect') && !flags.has('\\NonExistent'));
  const withUse = (use: string) => usable.find(({ specialUse }) => specialUse === use)?.path;
  const inbox = withUse('\\Inbox') ?? 'INBOX';
  const archive = withUse('\\All') ?? withUse('\\Archive');
  return { inbound: archive === undefined ? [inbox] : [inbox, archive], sent: withUse('\\Sent') };
}

/** A server may tell of other mails meanwhile, and of changed flags: without bytes. One that was asked for must not be so. */
function wholeMessages(messages: readonly FetchMessageObject[], asked: ReadonlySet<number>): ImapMessage[] {
  const whole = new Map<number, ImapMessage>();
  for (const message of messages) {
    const { uid, source } = message;
    if (asked.has(uid) && source !== undefined) whole.set(uid, messageFrom(message, source));
  }
  if (messages.some(({ uid }) => asked.has(uid) && !whole.has(uid))) {
    throw new AppError('unavailable', 'fetch mails: the IMAP server left out the bytes of one');
  }
  return [...whole.values()].toSorted((a, b) => a.uid - b.uid);
}

function messageFrom({ uid, size, internalDate }: FetchMessageObject, source: Uint8Array): ImapMessage {
  const receivedMs = internalDate === undefined ? Number.NaN : new Date(internalDate).getTime();
  return {
    uid,
    source,
    sizeBytes: size ?? source.length,
    receivedMs: Number.isNaN(receivedMs) ? undefined : receivedMs,
  };
}

/** What is read of an error: imapflow's fields, never its text. */
async function translated<T>(what: string, fn: () => Promise<T>): Promise<T> {
  try {
    return await fn();
  } catch (cause) {
    const isDenied = (cause as { authenticationFailed?: boolean }).authenticationFailed === true;
    throw new AppError(isDenied ? 'denied' : 'unavailable', `${what}: ${messageOf(cause)}`, {
      cause,
      ...(isDenied && { hint: 'correct the user and the password in the variable that the mailbox names' }),
    });
  }
}
