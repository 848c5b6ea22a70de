import { domainOf } from '../email-address.ts';
import type { LiquidValues } from './liquid.ts';

/** What a mail is made of besides its template. */
export interface MailParts {
  readonly contact: { readonly name: string; readonly role: string | null; readonly emailNorm: string };
  /** Undefined until a mailbox is chosen. */
  readonly sender: { readonly displayName: string | null; readonly address: string } | undefined;
  readonly unsubscribeUrl?: string | undefined;
  readonly calendarUrl?: string | undefined;
}

const MAX_VALUE = 200;

/** Line ends and other control characters, and what turns the direction of writing. */
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/**
 * The variables of a template. Values come from strangers: each is one line without anything invisible, so that a name
 * cannot add a header or a paragraph. What is not there is left out: printing it is an error, asking for it is not.
 */
export function mailValues({ contact, sender, unsubscribeUrl, calendarUrl }: MailParts): LiquidValues {
  const name = oneLine(contact.name);
  const senderName = oneLine(sender?.displayName ?? sender?.address ?? '');
  return {
    contact: { name, first_name: firstWord(name), role: oneLine(contact.role ?? '') },
    company: { domain: oneLine(domainOf(contact.emailNorm)) },
    sender: { name: senderName, first_name: firstWord(senderName), address: oneLine(sender?.address ?? '') },
    ...(unsubscribeUrl !== undefined && { unsubscribe_url: unsubscribeUrl }),
    ...(calendarUrl !== undefined && { calendar_url: calendarUrl }),
  };
}

/** One printable line of bounded length. */
export function oneLine(text: string, limit = MAX_VALUE): string {
  const line = text.normalize('NFC').replaceAll(UNPRINTABLE, ' ').replaceAll(/\s+/g, ' ').trim();
  return Array.from(line).slice(0, limit).join('');
}

function firstWord(name: string): string {
  return name.split(' ')[0] ?? '';
}
