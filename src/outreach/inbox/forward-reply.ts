import type { HubDeps } from '../context.ts';
import { newId } from '../process-id.ts';
import { recordError } from '../record-error.ts';
import type { Delivery } from '../send/delivery.ts';
import type { MailboxRow } from '../send/mailbox-table.ts';
import { parseSmtpUrl } from '../send/smtp-server-url.ts';
import { deliverMail } from '../send/smtp-transport.ts';
import type { ImapMailbox } from './imap-mailbox.ts';
import { claimForward, type InboundRow, noteForward, pendingForwards } from './inbound-table.ts';

const MAX_FORWARDS_PER_LOOK = 50;
/** One look a minute or so: after that somebody has to see to it. */
const MAX_ATTEMPTS = 60;
/** Longer than one delivery can take: after that whoever claimed it is dead. */
const CLAIM_MS = 15 * 60_000;
/** A larger one is cut: the whole still lies in the mailbox. */
const MAX_FORWARD_BYTES = 25 * 1024 * 1024;

type ForwardDeps = Pick<HubDeps, 'audit' | 'clock' | 'database' | 'settings' | 'resolveRef' | 'log'>;

/**
 * Sends people's answers on to those who deal with them: the same bytes, under headers that say who sent them on. Once as long
 * as nothing breaks, also when two read the mailbox at once; after a crash in the middle once more, rather than never. `folders`
 * are those that an answer may have been moved to. The number of those that went.
 */
export async function forwardReplies(
  deps: ForwardDeps,
  imap: ImapMailbox,
  { mailbox, folders, processId }: Forwarding,
): Promise<number> {
  const to = deps.settings.replyTo;
  const { mailbox_id: mailboxId, address: from } = mailbox;
  const asked = { mailboxId, nowMs: deps.clock.now(), limit: MAX_FORWARDS_PER_LOOK };
  const pending = await pendingForwards(deps.database, asked);
  if (to === undefined || pending.length === 0) return 0;
  const server = parseSmtpUrl(deps.resolveRef(mailbox.smtp_ref));
  let done = 0;
  for (const row of pending) {
    const source = await findMail(imap, row, folders);
    const nowMs = deps.clock.now();
    if (!(await deps.database.transaction((tx) => claimForward(tx, row, nowMs + CLAIM_MS)))) continue;
    const bytes = source && resent(source, { from, to, nowMs });
    const delivery = bytes && (await deliverMail(server, { from, to, bytes }, async () => true));
    const became = stateAfter(delivery, row);
    await deps.database.transaction(async (tx) => {
      const isNoted = await noteForward(tx, row, became);
      if (isNoted && became === 'failed') await recordLost(tx, deps, row, delivery, processId);
    });
    if (became === 'done') done += 1;
  }
  return done;
}

export interface Forwarding {
  readonly mailbox: MailboxRow;
  /** All that are read. */
  readonly folders: readonly string[];
  readonly processId: string;
}

/** Where it was found, and else wherever it was moved. Undefined: it is in none of the folders now. */
async function findMail(
  imap: ImapMailbox,
  row: InboundRow,
  folders: readonly string[],
): Promise<Uint8Array | undefined> {
  // Its own first. A folder that is gone cannot be opened.
  for (const folder of folders.toSorted((a, b) => Number(b === row.folder) - Number(a === row.folder))) {
    const { uidvalidity } = await imap.open(folder);
    const isPlace = folder === row.folder && uidvalidity === row.uidvalidity;
    const [there] = isPlace ? await imap.fetch([row.uid], MAX_FORWARD_BYTES) : [];
    if (there !== undefined) return there.source;
    // Without a Message-ID nothing tells it from others.
    if (!row.message_key.startsWith('<')) continue;
    const [moved] = await imap.fetch((await imap.uidsWithMessageId(row.message_key)).slice(0, 1), MAX_FORWARD_BYTES);
    if (moved !== undefined) return moved.source;
  }
  return undefined;
}

/** A refusal for good ends it; everything else is tried again, as an answer that is lost costs more than one that comes twice. */
function stateAfter(delivery: Delivery | undefined, row: InboundRow): 'pending' | 'done' | 'failed' {
  if (delivery?.kind === 'accepted') return 'done';
  if (delivery?.kind === 'refused' && delivery.reply.code >= 500) return 'failed';
  return row.forward_attempts + 1 >= MAX_ATTEMPTS ? 'failed' : 'pending';
}

async function recordLost(
  tx: Parameters<typeof noteForward>[0],
  deps: ForwardDeps,
  row: InboundRow,
  delivery: Delivery | undefined,
  processId: string,
): Promise<void> {
  const trace = { correlation_id: row.correlation_id ?? row.mailbox_id, process_id: processId };
  await recordError(tx, deps, trace, {
    code: 'OUT-003',
    processType: 'engage',
    message: 'a reply was not forwarded: it is still in its mailbox',
    sendId: row.send_id,
    detail: {
      mailbox_id: row.mailbox_id,
      message_key: row.message_key,
      folder: row.folder,
      smtp_code: delivery?.kind === 'refused' ? delivery.reply.code : null,
    },
    fingerprint: `forward:${row.mailbox_id}:${row.message_key}`,
  });
}

/** Headers of the way that it came would be taken for a loop. */
const DROPPED = /^(?:return-path|delivered-to|x-original-to):/i;

/** RFC 5322, section 3.6.6: who sends a mail on says so above its headers and changes none of them. */
export function resent(
  source: Uint8Array,
  { from, to, nowMs }: { readonly from: string; readonly to: string; readonly nowMs: number },
): Uint8Array {
  const raw = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  const end = raw.indexOf('\r\n\r\n');
  const head = raw.subarray(0, end === -1 ? raw.length : end + 2).toString('latin1');
  const kept = head.split(/(?<=\r\n)(?![ \t])/).filter((header) => !DROPPED.test(header));
  const domain = from.slice(from.lastIndexOf('@') + 1);
  const added = [
    `Resent-From: ${from}`,
    `Resent-To: ${to}`,
    `Resent-Date: ${new Date(nowMs).toUTCString().replace('GMT', '+0000')}`,
    `Resent-Message-ID: <${newId(nowMs)}@${domain}>`,
  ];
  const headers = `${added.join('\r\n')}\r\n${kept.join('')}`;
  return Buffer.concat([Buffer.from(headers, 'latin1'), end === -1 ? Buffer.alloc(0) : raw.subarray(end + 2)]);
}
