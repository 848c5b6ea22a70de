import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { normalizeEmail } from '../email-address.ts';
import { findOriginal, NO_ORIGINAL, parseDeliveryStatus, parseFeedback, parseOriginal, statusIn } from './delivery-report.ts'; // prettier-ignore
import { htmlText } from './html-text.ts';
import { type DeliveryReport, type InboundMail, type MachineSigns, MAX_TEXT_CHARACTERS } from './inbound-mail.ts';

/** A mail that goes beyond one of these is broken, or made to break us. */
const LIMITS = { maxNestingDepth: 32, maxHeadersSize: 512 * 1024, maxRfc822NestingDepth: 2 };

const MAX_SUBJECT_CHARACTERS = 500;
const MAX_REFERENCES = 50;
const MAX_RECIPIENTS = 50;
const MAX_HEADER_CHARACTERS = 20_000;
const RECIPIENT_HEADERS = ['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'resent-to'];
const AUTO_REPLY_HEADER = /^x-auto-?(?:reply|respon)/;

/**
 * Reads a mail, also one of which only the beginning is there. Throws whatever the parser throws for what it gives up on: the
 * caller passes such a mail over.
 */
export async function parseInbound(source: Uint8Array): Promise<InboundMail> {
  // A mail within a mail is what somebody else wrote: it must not be read as the words of the sender.
  const email = await PostalMime.parse(source, { ...LIMITS, forceRfc822Attachments: true });
  const headers = headersOf(email);
  const text = textOf(email);
  const signs = signsOf(email, headers);
  return {
    messageId: idsIn(headers('message-id')[0] ?? '')[0] ?? null,
    from: fromOf(email),
    subject: (email.subject ?? '').slice(0, MAX_SUBJECT_CHARACTERS),
    references: referencesOf(headers),
    recipients: recipientsOf(headers),
    signs,
    text,
    report: reportOf(email, signs, text),
    complaint: complaintOf(email),
  };
}

type Headers = (name: string) => readonly string[];

function headersOf(email: Email): Headers {
  const byName = new Map<string, string[]>();
  for (const { key, value } of email.headers) {
    const values = byName.get(key) ?? [];
    values.push(value.slice(0, MAX_HEADER_CHARACTERS));
    byName.set(key, values);
  }
  return (name) => byName.get(name) ?? [];
}

function idsIn(value: string): string[] {
  return value.match(/<[^<>\s]{1,500}>/g) ?? [];
}

/** In-Reply-To names the mail that was answered; References the whole thread, oldest first. */
function referencesOf(headers: Headers): string[] {
  const answered = headers('in-reply-to').flatMap(idsIn);
  const thread = headers('references').flatMap(idsIn).toReversed();
  return [...new Set([...answered, ...thread])].slice(0, MAX_REFERENCES);
}

function recipientsOf(headers: Headers): string[] {
  const words = RECIPIENT_HEADERS.flatMap(headers).flatMap((value) => value.split(/[\s<>,;:"()]/));
  return [...new Set(words.filter(isAddress))].slice(0, MAX_RECIPIENTS);
}

/** RFC 5321, section 4.5.3.1. */
const MAX_ADDRESS_CHARACTERS = 320;
const MAX_LOCAL_PART = 64;

function isAddress(word: string): boolean {
  const at = word.indexOf('@');
  return at > 0 && at <= MAX_LOCAL_PART && at < word.length - 1 && word.length <= MAX_ADDRESS_CHARACTERS;
}

function fromOf({ from }: Email): string | null {
  const address = from?.address ?? from?.group?.[0]?.address ?? '';
  return normalizeEmail(address) ?? null;
}

function signsOf(email: Email, headers: Headers): MachineSigns {
  const sender = (email.from?.address ?? '').toLowerCase();
  return {
    autoSubmitted: wordOf(headers('auto-submitted')[0]),
    precedence: wordOf(headers('precedence')[0]),
    hasAutoReplyHeader: email.headers.some(({ key }) => AUTO_REPLY_HEADER.test(key)),
    hasNullReturnPath: headers('return-path').some((value) => /^\s*<\s*>\s*$/.test(value)),
    isFromMailServer: /^(?:mailer-daemon|postmaster)(?:@|$)/.test(sender),
    isReport: headers('content-type').some((value) => /^\s*multipart\/report\b/i.test(value)),
  };
}

/** The first word, in lower case: what stands behind a semicolon are parameters. */
function wordOf(value: string | undefined): string | undefined {
  return value?.split(/[;\s(]/).find((word) => word !== '')?.toLowerCase(); // prettier-ignore
}

function textOf({ text, html }: Email): string {
  const plain = text?.slice(0, MAX_TEXT_CHARACTERS).trim() ?? '';
  return plain !== '' || html === undefined ? plain : htmlText(html.slice(0, MAX_TEXT_CHARACTERS));
}

function reportOf(email: Email, signs: MachineSigns, text: string): DeliveryReport | undefined {
  const status = partOf(email, /^message\/(?:global-)?delivery-status$/);
  if (status !== undefined) return { recipients: parseDeliveryStatus(contentOf(status)), original: originalOf(email) };
  return signs.isFromMailServer ? plainReport(email, text) : undefined;
}

/** Some servers answer in words alone; an enhanced status code among them is as good. */
function plainReport(email: Email, text: string): DeliveryReport | undefined {
  const status = statusIn(text);
  if (status === undefined) return undefined;
  const original = originalOf(email);
  const failed = email.headers
    .filter(({ key }) => key === 'x-failed-recipients')
    .slice(0, MAX_RECIPIENTS)
    .map(({ value }) => normalizeEmail(value));
  const addresses = failed.filter((address) => address !== undefined);
  return {
    recipients: [{ addresses, action: 'failed', status }],
    original: original.messageId === null && original.sendId === null ? findOriginal(text) : original,
  };
}

function complaintOf(email: Email): InboundMail['complaint'] {
  const feedback = partOf(email, /^message\/feedback-report$/);
  return feedback === undefined ? undefined : parseFeedback(contentOf(feedback), originalOf(email));
}

function originalOf(email: Email): DeliveryReport['original'] {
  const part = partOf(email, /^(?:message\/(?:rfc822|global)(?:-headers)?|text\/rfc822-headers)$/);
  return part === undefined ? NO_ORIGINAL : parseOriginal(contentOf(part));
}

function partOf({ attachments }: Email, type: RegExp): Attachment | undefined {
  return attachments.find(({ mimeType }) => type.test(mimeType));
}

function contentOf({ content }: Attachment): string {
  if (typeof content === 'string') return content.slice(0, MAX_TEXT_CHARACTERS);
  const bytes = content instanceof Uint8Array ? content : new Uint8Array(content);
  return new TextDecoder().decode(bytes.subarray(0, MAX_TEXT_CHARACTERS));
}
