import { normalizeEmail } from '../email-address.ts';
import type { Complaint, OriginalMail, ReportedRecipient } from './inbound-mail.ts';

const MAX_RECIPIENTS = 50;
const MAX_LINES = 2_000;
const ACTIONS = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;
const STATUS = /^\s*([245]\.\d{1,3}\.\d{1,3})(?!\d)/;

type Fields = ReadonlyMap<string, string>;

/** The groups of fields in a `message/delivery-status`: the first is about the report, the others about one recipient each. */
export function parseDeliveryStatus(text: string): ReportedRecipient[] {
  return fieldGroups(text)
    .filter((fields) => fields.has('final-recipient') || fields.has('original-recipient'))
    .slice(0, MAX_RECIPIENTS)
    .flatMap((fields) => recipientOf(fields));
}

function recipientOf(fields: Fields): ReportedRecipient[] {
  const action = ACTIONS.find((word) => word === fields.get('action')?.trim().toLowerCase().split(/\s/)[0]);
  const status = STATUS.exec(fields.get('status') ?? '')?.[1] ?? statusIn(fields.get('diagnostic-code') ?? '');
  if (action === undefined || status === undefined) return [];
  const addresses = [fields.get('original-recipient'), fields.get('final-recipient')]
    .map((value) => addressIn(value))
    .filter((address) => address !== undefined);
  return [{ addresses, action, status }];
}

/** `rfc822; anna@example.com`, with or without angle brackets; what stands before the semicolon is the kind of address. */
function addressIn(value: string | undefined): string | undefined {
  return value === undefined ? undefined : normalizeEmail(value.replace(/^[^;]*;/, '').replaceAll(/[<>]/g, ''));
}

/** The first enhanced status code in what a server said. */
export function statusIn(text: string): string | undefined {
  return /(?<![\d.])([45]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(text)?.[1];
}

/** A `message/feedback-report`, with the headers of the mail that it is about. */
export function parseFeedback(text: string, original: OriginalMail): Complaint | undefined {
  const kind = fieldGroups(text)[0]?.get('feedback-type')?.trim().toLowerCase();
  return kind === undefined ? undefined : { kind, original };
}

export const NO_ORIGINAL: OriginalMail = { messageId: null, sendId: null };

/** Of the headers of a mail that came back, whole or its headers alone. */
export function parseOriginal(text: string): OriginalMail {
  const [headers] = fieldGroups(text);
  const messageId = /<[^<>\s]{1,500}>/.exec(headers?.get('message-id') ?? '')?.[0] ?? null;
  return { messageId, sendId: uuidIn(headers?.get('x-outreach-send') ?? '') };
}

/** The same where a server quotes the mail in the text of its answer. */
export function findOriginal(text: string): OriginalMail {
  const quoted = text.split(/\r?\n/, MAX_LINES).join('\n');
  // Never a class that runs on into the next line: it would be tried anew from each of them.
  const messageId = /^[>\t ]*message-id:\s{0,100}(<[^<>\s]{1,500}>)/im.exec(quoted)?.[1] ?? null;
  return { messageId, sendId: uuidIn(/^[>\t ]*x-outreach-send:\s{0,100}([0-9a-f-]{36})/im.exec(quoted)?.[1] ?? '') };
}

function uuidIn(text: string): string | null {
  return /^\s*([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\s*$/.exec(text)?.[1] ?? null;
}

/** Groups are parted by empty lines; a line that begins with a space goes on with the one before. The first of a name counts. */
function fieldGroups(text: string): Fields[] {
  const groups: Map<string, string>[] = [];
  let group: Map<string, string> | undefined;
  let last: string | undefined;
  for (const line of text.split(/\r?\n/, MAX_LINES)) {
    if (line.trim() === '') {
      group = undefined;
      continue;
    }
    if (group === undefined) {
      group = new Map<string, string>();
      groups.push(group);
    }
    const field = /^([\w-]{1,100}):(.*)$/.exec(line);
    if (field !== null) {
      last = (field[1] ?? '').toLowerCase();
      if (!group.has(last)) group.set(last, (field[2] ?? '').trim());
    } else if (last !== undefined && /^[ \t]/.test(line)) {
      group.set(last, `${group.get(last) ?? ''} ${line.trim()}`);
    }
  }
  return groups;
}
