import SMTPConnection, { type SMTPConnectionSendInfo } from 'nodemailer/lib/smtp-connection';
import { AppError } from '../../base/errors.ts';
import { type Command, type Delivery, type Phase, replyOf, type Trouble } from './delivery.ts';
import { LazyBody } from './lazy-body.ts';
import type { SmtpServer } from './smtp-server-url.ts';

/** How long each part may take; all of them together are shorter than the lease that covers them. */
export interface SmtpTimeouts {
  readonly connectMs: number;
  readonly greetingMs: number;
  /** Silence of the server at any later moment. */
  readonly silenceMs: number;
  /** One mail from the first byte of the connection to the last reply. */
  readonly wholeMs: number;
}

export const SMTP_TIMEOUTS: SmtpTimeouts = {
  connectMs: 15_000,
  greetingMs: 15_000,
  silenceMs: 60_000,
  wholeMs: 120_000,
};

/** After QUIT nobody owes us anything; a server that does not close is left. */
const QUIT_MS = 1_000;

export interface OutgoingMail {
  readonly from: string;
  readonly to: string;
  readonly bytes: Uint8Array;
}

/** What is read of an error: nodemailer's fields, never its text. */
interface SmtpFailure {
  readonly code?: string;
  readonly originalCode?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

/**
 * Hands one mail to one server over a connection of its own. `commit` is awaited when the server asks for the body, before a
 * byte of it leaves; false keeps it back. Never throws for what a network or a server does.
 */
export async function deliverMail(
  server: SmtpServer,
  mail: OutgoingMail,
  commit: () => Promise<boolean>,
  timeouts: SmtpTimeouts = SMTP_TIMEOUTS,
): Promise<Delivery> {
  const attempt = new Attempt(server, timeouts);
  const body = new LazyBody(mail.bytes, commit);
  // Broken on purpose or with its connection; whoever waits for the attempt hears of it there.
  body.on('error', () => {});
  try {
    const info = await attempt.run(mail, body);
    attempt.quit();
    return { kind: 'accepted', reply: replyOf(info.response, codeIn(info.response)), providerId: info.serverMessageId };
  } catch (thrown) {
    attempt.destroy();
    await body.settled();
    return judge(thrown as SmtpFailure, attempt.phase, body);
  }
}

/**
 * What is known after a failure. The server's code decides before all else: who answered has decided. Only a refused STARTTLS
 * is no word on the mail, whatever its code: the mailbox's server cannot be trusted with any.
 */
function judge(error: SmtpFailure, phase: Phase, body: LazyBody): Delivery {
  if (body.isWithdrawn) return { kind: 'withdrawn' };
  if (error.code === 'ETLS' && !body.hasLeft) return { kind: 'unsent', phase, trouble: 'tls' };
  const reached = body.hasLeft ? 'body' : phase;
  if (error.responseCode !== undefined && error.responseCode >= 400 && error.response !== undefined) {
    const command = commandOf(error, reached);
    return { kind: 'refused', phase: reached, command, reply: replyOf(error.response, error.responseCode) };
  }
  if (body.hasLeft) return { kind: 'unknown' };
  return { kind: 'unsent', phase, trouble: troubleOf(error, phase, body) };
}

function commandOf(error: SmtpFailure, phase: Phase): Command {
  if (phase === 'connect') return 'session';
  if (phase === 'auth') return 'auth';
  if (phase === 'body') return 'data';
  if (error.command === 'MAIL FROM') return 'mail';
  return error.command === 'RCPT TO' ? 'rcpt' : 'data';
}

const TLS_CODES = /^(?:ETLS$|EREQUIRETLS$|ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED)/;

function troubleOf(error: SmtpFailure, phase: Phase, body: LazyBody): Trouble {
  if (TLS_CODES.test(error.code ?? '') || TLS_CODES.test(error.originalCode ?? '')) return 'tls';
  if (error.code === 'EAUTH') return 'auth';
  // The stream broke by itself: it was the commit that failed, not the network.
  return body.errored !== null && phase === 'envelope' && error.code === 'ESTREAM' ? 'local' : 'network';
}

function codeIn(response: string): number {
  return Number(/^\d{3}/.exec(response)?.[0] ?? 0);
}

/** One connection, used for one mail. */
class Attempt {
  readonly #connection: SMTPConnection;
  readonly #server: SmtpServer;
  readonly #wholeMs: number;
  readonly #failed = Promise.withResolvers<never>();
  phase: Phase = 'connect';

  constructor(server: SmtpServer, timeouts: SmtpTimeouts) {
    this.#server = server;
    this.#wholeMs = timeouts.wholeMs;
    this.#connection = new SMTPConnection({
      host: server.host,
      port: server.port,
      secure: server.secure,
      requireTLS: !server.secure && server.starttls === 'required',
      ignoreTLS: server.starttls === 'never',
      connectionTimeout: timeouts.connectMs,
      dnsTimeout: timeouts.connectMs,
      greetingTimeout: timeouts.greetingMs,
      socketTimeout: timeouts.silenceMs,
      // A mail without its dot must look broken to the server, not ended.
      socketCloseTimeout: 0,
      tls: { minVersion: 'TLSv1.2' },
    });
    // While the server has the word, errors come as events alone.
    this.#connection.on('error', (error) => this.#failed.reject(error));
    this.#connection.on('end', () => this.#failed.reject(closed()));
    // It is raced with each step; between two of them nobody listens.
    this.#failed.promise.catch(() => undefined);
  }

  async run(mail: OutgoingMail, body: LazyBody): Promise<SMTPConnectionSendInfo> {
    const timer = setTimeout(() => this.#failed.reject(closed()), this.#wholeMs);
    try {
      await this.#step<void>((done) => this.#connection.connect((error) => done(error ?? null)));
      await this.#login();
      this.phase = 'envelope';
      const envelope = { from: mail.from, to: [mail.to] };
      return await this.#step<SMTPConnectionSendInfo>((done) => this.#connection.send(envelope, body, done));
    } finally {
      clearTimeout(timer);
    }
  }

  async #login(): Promise<void> {
    const { user, password } = this.#server;
    if (user === undefined) return;
    this.phase = 'auth';
    await this.#step<unknown>((done) => this.#connection.login({ user, pass: password ?? '' }, done));
  }

  async #step<T>(start: (done: (error: Error | null, value?: T) => void) => void): Promise<T> {
    const own = new Promise<T>((resolve, reject) => {
      start((error, value) => (error === null ? resolve(value as T) : reject(error)));
    });
    return Promise.race([own, this.#failed.promise]);
  }

  quit(): void {
    this.#connection.quit();
    const timer = setTimeout(() => this.#connection.close(), QUIT_MS);
    this.#connection.once('end', () => clearTimeout(timer));
  }

  destroy(): void {
    this.#connection.close();
  }
}

function closed(): AppError {
  return new AppError('unavailable', 'wait for the mail server: the connection ended');
}
