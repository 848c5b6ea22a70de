import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';
import nodemailer from 'nodemailer';
import { inject } from 'vitest';
import type { TestMailServer } from './mail-setup.ts';

const WAIT_MS = 20_000;
const POLL_MS = 40;

export function mailServer(): TestMailServer {
  return inject('mail');
}

/** An address that nobody else writes to, with a mailbox: `anna-1f2e3d@people.test`. */
export function freshAddress(name: string, domain: 'hub.test' | 'people.test' = 'people.test'): string {
  return `${name}-${randomBytes(4).toString('hex')}@${domain}`;
}

/** The RCPT command is answered with 550 5.1.1. */
export function unknownAddress(): string {
  return `missing-${randomBytes(4).toString('hex')}@people.test`;
}

/** The server takes the mail and then sends back that nobody has this name. */
export function bouncingAddress(): string {
  return `somebody-${randomBytes(4).toString('hex')}@gone.test`;
}

export function smtpUrl(address: string): string {
  const { smtpPort, password } = mailServer();
  return `smtp://${encodeURIComponent(address)}:${password}@127.0.0.1:${smtpPort}`;
}

export function imapUrl(address: string): string {
  const { imapPort, password } = mailServer();
  return `imap://${encodeURIComponent(address)}:${password}@127.0.0.1:${imapPort}`;
}

export interface Mail {
  /** The envelope's; empty for a bounce. */
  readonly from: string;
  readonly to: string;
  /** The whole message with its headers; lone LF becomes CRLF. */
  readonly raw: string;
}

/** Hands one message to the SMTP server as it is. */
export async function sendMail({ from, to, raw }: Mail): Promise<void> {
  const { smtpPort } = mailServer();
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port: smtpPort, ignoreTLS: true });
  try {
    await transport.sendMail({ envelope: { from, to: [to] }, raw: raw.replaceAll(/\r?\n/g, '\r\n') });
  } finally {
    transport.close();
  }
}

/** Lends a connection to a mailbox. */
export async function withMailbox<T>(address: string, fn: (client: ImapFlow) => Promise<T>): Promise<T> {
  const { imapPort, password } = mailServer();
  const client = new ImapFlow({
    host: '127.0.0.1',
    port: imapPort,
    secure: false,
    doSTARTTLS: false,
    auth: { user: address, pass: password },
    logger: false,
  });
  await client.connect();
  try {
    return await fn(client);
  } finally {
    await client.logout();
  }
}

/** Puts a message into a folder as a mail program does. */
export async function appendMail(address: string, folder: string, raw: string): Promise<void> {
  await withMailbox(address, (client) => client.append(folder, raw.replaceAll(/\r?\n/g, '\r\n')));
}

/** All messages of a folder, oldest first. */
export async function mailsOf(address: string, folder = 'INBOX'): Promise<string[]> {
  return withMailbox(address, async (client) => {
    const { exists } = await client.mailboxOpen(folder, { readOnly: true });
    if (exists === 0) return [];
    const messages = await client.fetchAll('1:*', { source: true });
    return messages.map(({ source }) => (source ?? Buffer.alloc(0)).toString('utf8'));
  });
}

/** The same, once there are `count` of them: delivery goes on after the server has taken a mail. */
export async function waitForMails(address: string, count = 1, folder = 'INBOX'): Promise<string[]> {
  for (let waitedMs = 0; waitedMs < WAIT_MS; waitedMs += POLL_MS) {
    const mails = await mailsOf(address, folder);
    if (mails.length >= count) return mails;
    await sleep(POLL_MS);
  }
  throw new Error(`${address} had no ${count} mails in ${folder} after ${WAIT_MS / 1000} s`);
}
