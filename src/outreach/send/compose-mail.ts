import { createPrivateKey, hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import DKIM, { type DKIMKey } from 'nodemailer/lib/dkim';
import MailComposer from 'nodemailer/lib/mail-composer';
import { AppError } from '../../base/errors.ts';
import type { DkimSettings } from '../hub-settings.ts';
import type { SendRow } from '../send-table.ts';
import type { RenderedMessage } from '../sequence/render-message.ts';
import type { MailboxRow } from './mailbox-table.ts';

/** What a mail says. */
export type MailContent = Pick<RenderedMessage, 'subject' | 'text' | 'html' | 'headers'>;

export interface ComposeOptions {
  readonly nowMs: number;
  readonly dkim: DKIMKey | undefined;
}

export interface ComposedMail {
  readonly bytes: Buffer;
  readonly sha256: string;
}

/**
 * The whole mail as bytes. Of our own ids it carries the send's alone, for bounces: the correlation id stays out. The same
 * content gives the same bytes, whichever attempt it is, but for the date.
 */
export async function composeMail(
  send: Pick<SendRow, 'send_id' | 'message_id' | 'to_email'>,
  mailbox: Pick<MailboxRow, 'address' | 'display_name'>,
  content: MailContent,
  options: ComposeOptions,
): Promise<ComposedMail> {
  const { dkim } = options;
  const composer = new MailComposer({
    from: { name: mailbox.display_name ?? '', address: mailbox.address },
    to: { name: '', address: send.to_email },
    subject: content.subject,
    text: content.text,
    ...(content.html !== null && { html: content.html }),
    messageId: send.message_id,
    date: new Date(options.nowMs),
    headers: { ...content.headers, 'X-Outreach-Send': send.send_id },
    baseBoundary: send.send_id,
    newline: 'win',
    disableUrlAccess: true,
    disableFileAccess: true,
  });
  const plain = await composer.compile().build();
  const bytes = dkim === undefined ? plain : await sign(plain, dkim);
  return { bytes, sha256: hash('sha256', bytes, 'hex') };
}

async function sign(mail: Buffer, key: DKIMKey): Promise<Buffer> {
  // Both unsubscribe headers must be signed, or mail providers do not offer the one click.
  const signed = await buffer(new DKIM({ keys: key }).sign(mail, { headerFieldNames: SIGNED }));
  // The signer hands a mail on as it is when it cannot sign it, and tells nobody.
  if (signed.subarray(0, SIGNATURE.length).toString('latin1') !== SIGNATURE) {
    throw new AppError('internal', `sign a mail for ${key.domainName}: it came back without a signature`);
  }
  return signed;
}

const SIGNATURE = 'DKIM-Signature:';

const SIGNED =
  'From:Sender:Reply-To:Subject:Date:Message-ID:To:Cc:MIME-Version:Content-Type:Content-Transfer-Encoding:' +
  'In-Reply-To:References:List-Unsubscribe:List-Unsubscribe-Post';

/** Throws `misconfigured` for what is no RSA key in PEM: no mail leaves unsigned where it should be signed. */
export async function readDkimKey(settings: DkimSettings | undefined): Promise<DKIMKey | undefined> {
  if (settings === undefined) return undefined;
  try {
    const privateKey = await readFile(settings.privateKey, 'utf8');
    requireRsa(privateKey, settings.privateKey);
    return { domainName: settings.domainName, keySelector: settings.keySelector, privateKey };
  } catch (cause) {
    throw new AppError('misconfigured', `read the DKIM key ${settings.privateKey}`, {
      cause,
      hint: 'name the PEM file of an RSA key without a passphrase as "outreach.dkim.privateKey" in the configuration',
    });
  }
}

/** The signature says `rsa-sha256`, whatever the key is. */
function requireRsa(pem: string, path: string): void {
  const { asymmetricKeyType: kind } = createPrivateKey(pem);
  if (kind !== 'rsa') throw new AppError('misconfigured', `sign with ${path}: it is a key of kind ${kind}, not RSA`);
}
