import { isoTime } from '../../base/clock.ts';
import type { Queries } from '../../database/port.ts';
import { findSend, findSendByMessageId, type SendRow } from '../send-table.ts';
import { isEvidence } from '../tokens/evidence-life.ts';
import type { LinkTokens } from '../tokens/link-tokens.ts';
import { type AddressPurpose, readTaggedAddress } from '../tokens/tagged-address.ts';
import type { InboundMail, OriginalMail } from './inbound-mail.ts';

/** Which of our mails an inbound one is about, and how surely. */
export interface Match {
  readonly send: SendRow;
  /** `address`: somebody we wrote to lately wrote, or is reported; nothing says about what. */
  readonly by: 'message_id' | 'token' | 'address';
  /** Of the address that it came to. */
  readonly purpose?: AddressPurpose;
}

export interface MatchContext {
  readonly queries: Queries;
  /** Undefined: addresses carry no tokens. */
  readonly tokens: LinkTokens | undefined;
  readonly mailboxId: string;
  readonly nowMs: number;
}

/** Who writes on their own after so long does not mean our mail. */
const ADDRESS_DAYS_MS = 30 * 24 * 3_600_000;

/** The ids of the mail that was answered or came back first, then the address that it came to, then who wrote it. */
export async function matchInbound(context: MatchContext, mail: InboundMail): Promise<Match | undefined> {
  const tagged = await byToken(context, mail);
  // Who writes to the address that unsubscribes wants that, whatever mail the answer hangs on.
  if (tagged?.purpose === 'unsubscribe') return tagged;
  return (await byOriginal(context, mail)) ?? (await byReferences(context, mail)) ?? tagged ?? byAddress(context, mail);
}

async function byOriginal(context: MatchContext, mail: InboundMail): Promise<Match | undefined> {
  const original: OriginalMail | undefined = mail.report?.original ?? mail.complaint?.original;
  if (original === undefined) return undefined;
  const { messageId, sendId } = original;
  const send =
    (messageId === null ? undefined : await findSendByMessageId(context.queries, messageId)) ??
    (sendId === null ? undefined : await findSend(context.queries, sendId));
  return matched(context, send, 'message_id');
}

async function byReferences(context: MatchContext, { references }: InboundMail): Promise<Match | undefined> {
  for (const id of references) {
    const found = matched(context, await findSendByMessageId(context.queries, id), 'message_id');
    if (found !== undefined) return found;
  }
  return undefined;
}

async function byToken(context: MatchContext, { recipients }: InboundMail): Promise<Match | undefined> {
  const { tokens } = context;
  if (tokens === undefined) return undefined;
  for (const address of recipients) {
    const facts = readTaggedAddress(tokens, address);
    const send = facts && (await findSend(context.queries, facts.sendId));
    // To end it there is always time.
    if (facts?.purpose === 'unsubscribe' && send !== undefined) return { send, by: 'token', purpose: facts.purpose };
    const found = matched(context, send, 'token');
    if (facts !== undefined && found !== undefined) return { ...found, purpose: facts.purpose };
  }
  return undefined;
}

async function byAddress(context: MatchContext, mail: InboundMail): Promise<Match | undefined> {
  const reported = mail.report?.recipients.flatMap(({ addresses }) => addresses) ?? [];
  const addresses = mail.report === undefined && mail.from !== null ? [mail.from] : reported;
  for (const address of addresses.slice(0, 10)) {
    const found = matched(context, await lastSendTo(context, address), 'address');
    if (found !== undefined) return found;
  }
  return undefined;
}

async function lastSendTo({ queries, mailboxId, nowMs }: MatchContext, address: string): Promise<SendRow | undefined> {
  const [send] = await queries.query<SendRow>(
    `select s.* from send_log s join enrollments e on e.enrollment_id = s.enrollment_id
      where e.email_norm = $1 and s.mailbox_id = $2 and coalesce(s.sent_at, s.data_started_at) >= $3
        and coalesce(s.sent_at, s.data_started_at) <= $4
      order by coalesce(s.sent_at, s.data_started_at) desc limit 1`,
    [address, mailboxId, isoTime(nowMs - ADDRESS_DAYS_MS), isoTime(nowMs)],
  );
  return send;
}

/** Only a mail that left, and not too long ago, can be answered or come back. */
function matched({ nowMs }: MatchContext, send: SendRow | undefined, by: Match['by']): Match | undefined {
  return send !== undefined && isEvidence(send, nowMs) ? { send, by } : undefined;
}
