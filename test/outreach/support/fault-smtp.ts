import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';

/** Moments of one delivery, in their order. `data` is the command, `body` after its first bytes, `dot` after its last. */
export const FAULT_POINTS = ['connect', 'ehlo', 'auth', 'mail', 'rcpt', 'data', 'body', 'dot'] as const;
export type FaultPoint = (typeof FAULT_POINTS)[number];

/** A function is awaited, then all goes on as usual. */
export type FaultAction = 'drop' | 'hang' | { readonly code: number; readonly text: string } | (() => Promise<void>);

export interface Fault {
  readonly at: FaultPoint;
  readonly action: FaultAction;
}

export interface ReceivedMail {
  readonly to: string;
  /** From `X-Outreach-Send`. */
  readonly sendId: string;
  readonly raw: string;
}

export interface FaultSmtp {
  readonly port: number;
  /** `smtp://127.0.0.1:port`. */
  readonly url: string;
  /** What was taken over, also where nobody was told. */
  readonly mails: ReceivedMail[];
  readonly connections: () => number;
  /** Asked once for each connection; connections count from 1. */
  choose: (connection: number) => Fault | undefined;
  /** Breaks every connection that there is. */
  dropAll(): void;
  close(): Promise<void>;
}

export interface FaultSmtpOptions {
  readonly choose?: (connection: number) => Fault | undefined;
  /** Before each mail is taken over. */
  readonly delayMs?: number;
  readonly credentials?: { readonly user: string; readonly password: string };
  readonly pipelining?: boolean;
  /** Offers STARTTLS with a certificate that nobody trusts. */
  readonly tls?: boolean;
  /** Keeps no raw mails: for long runs. */
  readonly lean?: boolean;
}

const closed = new Error('no');

/** A real mail server that fails where it is told to. */
export async function openFaultSmtp(options: FaultSmtpOptions = {}): Promise<FaultSmtp> {
  const faulty = new FaultyServer(options);
  const port = await faulty.listen();
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    mails: faulty.mails,
    connections: () => faulty.connections,
    get choose() {
      return faulty.choose;
    },
    set choose(choose) {
      faulty.choose = choose;
    },
    dropAll: () => faulty.dropAll(),
    close: () => faulty.close(),
  };
}

class FaultyServer {
  readonly mails: ReceivedMail[] = [];
  connections = 0;
  choose: (connection: number) => Fault | undefined;
  readonly #options: FaultSmtpOptions;
  readonly #server: SMTPServer;
  readonly #sockets = new Map<number, Socket>();
  readonly #faults = new Map<number, Fault>();

  constructor(options: FaultSmtpOptions) {
    this.#options = options;
    this.choose = options.choose ?? (() => undefined);
    this.#server = new SMTPServer(this.#serverOptions());
    // A connection that we broke ourselves.
    this.#server.on('error', () => {});
    this.#server.server.prependListener('connection', (socket: Socket) => this.#begin(socket));
  }

  async listen(): Promise<number> {
    const listening = this.#server.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    return (listening.address() as AddressInfo).port;
  }

  dropAll(): void {
    for (const socket of this.#sockets.values()) socket.destroy();
  }

  async close(): Promise<void> {
    this.dropAll();
    await new Promise<void>((resolve) => this.#server.close(resolve));
  }

  #serverOptions(): SMTPServerOptions {
    const { credentials, pipelining = false, tls = false } = this.#options;
    return {
      logger: false,
      disableReverseLookup: true,
      hidePIPELINING: !pipelining,
      hideSTARTTLS: !tls,
      authOptional: credentials === undefined,
      allowInsecureAuth: true,
      disabledCommands: credentials === undefined ? ['AUTH'] : [],
      closeTimeout: 100,
      onConnect: (session, done) => this.#at('connect', session, done),
      onAuth: (auth, session, done) =>
        this.#at('auth', session, (error) => {
          const isRight = auth.username === credentials?.user && auth.password === credentials?.password;
          if (error) done(error);
          else if (isRight) done(null, { user: auth.username });
          else done(Object.assign(new Error('5.7.8 wrong'), { responseCode: 535 }));
        }),
      onMailFrom: (_address, session, done) => this.#at('mail', session, done),
      onRcptTo: (_address, session, done) => this.#at('rcpt', session, done),
      onData: (stream, session, done) => {
        const fault = this.#faults.get(session.remotePort);
        if (fault?.at === 'body') stream.once('data', () => this.#breakBody(session, fault.action));
        // Nobody takes what breaks in its middle.
        if (fault?.at === 'body') stream.resume();
        else void this.#collect(stream, session, done);
      },
    };
  }

  #begin(socket: Socket): void {
    this.connections += 1;
    const port = socket.remotePort ?? 0;
    const fault = this.choose(this.connections);
    this.#sockets.set(port, socket);
    if (fault !== undefined) this.#faults.set(port, fault);
    socket.on('error', () => {});
    socket.once('close', () => {
      this.#sockets.delete(port);
      this.#faults.delete(port);
    });
    if (fault?.at === 'ehlo') sniff(socket, /^(?:EHLO|HELO) /im, fault.action);
    if (fault?.at === 'data') sniff(socket, /^DATA\r\n/im, fault.action);
  }

  #at(point: FaultPoint, session: SMTPServerSession, go: (error?: Error | null) => void): void {
    const fault = this.#faults.get(session.remotePort);
    if (fault?.at !== point) return go();
    const { action } = fault;
    if (action === 'hang') return;
    if (action === 'drop') {
      this.#sockets.get(session.remotePort)?.destroy();
      return;
    }
    if (typeof action === 'function') {
      void action().then(() => go());
      return;
    }
    go(Object.assign(new Error(action.text), { responseCode: action.code }));
  }

  async #collect(
    stream: SMTPServerDataStream,
    session: SMTPServerSession,
    done: (error?: Error | null, text?: string) => void,
  ): Promise<void> {
    try {
      this.#taken((await buffer(stream)).toString(), session, done);
    } catch {
      // The connection broke before the dot: there is nobody left to be told.
      done(closed);
    }
  }

  /** Nobody takes this mail: the connection breaks, stays silent, or gets an answer that it has not asked for. */
  #breakBody(session: SMTPServerSession, action: FaultAction): void {
    const socket = this.#sockets.get(session.remotePort);
    if (action === 'drop') socket?.destroy();
    else if (typeof action === 'object') socket?.write(`${action.code} ${action.text}\r\n`);
  }

  #taken(raw: string, session: SMTPServerSession, done: (error?: Error | null, text?: string) => void): void {
    const mail = {
      to: session.envelope.rcptTo[0]?.address ?? '',
      sendId: /^x-outreach-send: (\S+)/im.exec(raw)?.[1] ?? '',
      raw: this.#options.lean === true ? '' : raw,
    };
    const fault = this.#faults.get(session.remotePort);
    const isRefused = fault?.at === 'dot' && typeof fault.action === 'object';
    setTimeout(() => {
      if (!isRefused) this.mails.push(mail);
      this.#at('dot', session, (error) => (error ? done(error) : done(null, 'taken')));
    }, this.#options.delayMs ?? 0);
  }
}

/** For commands that smtp-server answers by itself: its answer is held back or replaced. */
function sniff(socket: Socket, command: RegExp, action: FaultAction): void {
  let seen = '';
  const write = socket.write.bind(socket);
  socket.on('data', (bytes: Buffer) => {
    seen = (seen + bytes.toString('latin1')).slice(-2_000);
    if (!command.test(seen)) return;
    seen = '';
    if (action === 'drop') {
      socket.destroy();
      return;
    }
    if (typeof action === 'function') throw new Error('nothing can be awaited at this point');
    socket.write = () => true;
    if (typeof action === 'object') write(`${action.code} ${action.text}\r\n`);
  });
}
