/**
 * An HTTP proxy before a real S3 server, for everything that happens between us and the store. It passes bytes and
 * headers on as they come, the Host header too, so that signatures stay valid. Needs nothing but Node.
 */
import { Agent, createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Asked, askedBy, type Call } from './fault-proxy/calls.ts';
import { allOf, type Chunks, firstBytes, flipBit } from './fault-proxy/damage.ts';
import { ListingMemory, withoutKeys } from './fault-proxy/listings.ts';
import { type Fault, type FaultKind, type Rule, RuleBook, seededRandom } from './fault-proxy/rules.ts';

export type { Call } from './fault-proxy/calls.ts';
export type { Fault, FaultKind, Rule } from './fault-proxy/rules.ts';

export interface ProxyStats {
  /** Requests that came, by call. */
  readonly requests: Readonly<Partial<Record<Call, number>>>;
  /** What was done to them, by kind of fault. */
  readonly faults: Readonly<Partial<Record<FaultKind, number>>>;
}

export interface FaultProxy extends AsyncDisposable {
  /** `http://127.0.0.1:<port>`: the `endpoint` of a store's URL, path style. */
  readonly endpoint: string;
  /** From the next request on. Their counts begin anew, also when they are the same rules again. */
  setRules(rules: readonly Rule[]): void;
  /** Since the start, or since they were asked for with `reset`. */
  stats(options?: { readonly reset?: boolean }): ProxyStats;
  close(): Promise<void>;
}

export interface ProxyOptions {
  readonly rules?: readonly Rule[];
  /** Of all that is left to chance: probabilities and the bits that flip. */
  readonly seed?: number;
}

/** Starts the proxy on a free port of this machine. `target` is the server's endpoint, plain HTTP. */
export async function startFaultProxy(target: string, options: ProxyOptions = {}): Promise<FaultProxy> {
  const proxy = new Proxying(new URL(target), options);
  const server = createServer((incoming, answer) => void proxy.handle(incoming, answer));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => closeAll(server, proxy);
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    setRules: (rules) => proxy.setRules(rules),
    stats: (asked) => proxy.stats(asked?.reset ?? false),
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function closeAll(server: Server, proxy: Proxying): Promise<void> {
  server.closeAllConnections();
  proxy.end();
  await new Promise((resolve) => server.close(resolve));
}

type Exchange = Asked & { readonly incoming: IncomingMessage; readonly answer: ServerResponse };

class Proxying {
  readonly #target: URL;
  readonly #agent = new Agent({ keepAlive: true });
  readonly #random: () => number;
  readonly #listings = new ListingMemory();
  #book: RuleBook;
  #requests: Partial<Record<Call, number>> = {};
  #faults: Partial<Record<FaultKind, number>> = {};

  constructor(target: URL, { rules = [], seed = 1 }: ProxyOptions) {
    this.#target = target;
    this.#random = seededRandom(seed);
    this.#book = new RuleBook(rules, this.#random);
  }

  setRules(rules: readonly Rule[]): void {
    this.#book = new RuleBook(rules, this.#random);
  }

  stats(reset: boolean): ProxyStats {
    const { requests, faults } = { requests: { ...this.#requests }, faults: { ...this.#faults } };
    if (reset) [this.#requests, this.#faults] = [{}, {}];
    return { requests, faults };
  }

  end(): void {
    this.#agent.destroy();
  }

  async handle(incoming: IncomingMessage, answer: ServerResponse): Promise<void> {
    const asked = askedBy(incoming.method ?? '', incoming.url ?? '');
    this.#requests[asked.call] = (this.#requests[asked.call] ?? 0) + 1;
    const fault = this.#book.faultFor(asked);
    if (fault !== undefined) this.#faults[fault.kind] = (this.#faults[fault.kind] ?? 0) + 1;
    try {
      await this.#perform({ ...asked, incoming, answer }, fault);
    } catch {
      // One of the two sides went away in the middle: the other one learns it the same way.
      answer.destroy();
    }
  }

  async #perform(exchange: Exchange, fault: Fault | undefined): Promise<void> {
    const { incoming, answer } = exchange;
    if (fault?.kind === 'reset') return void incoming.socket.resetAndDestroy();
    if (fault?.kind === 'status') {
      await allOf(incoming);
      return refuse(answer, fault);
    }
    if (fault?.kind === 'latency') await sleep(fault.ms);
    const body = await this.#ask(exchange, fault);
    if (fault?.kind === 'lose-answer') {
      await allOf(body);
      return void incoming.socket.resetAndDestroy();
    }
    const { statusCode = 502 } = body;
    const headers = endToEnd(body.headers);
    if (exchange.call !== 'list' || statusCode !== 200) {
      answer.writeHead(statusCode, headers);
      return this.#send(exchange, fault, body, Number(headers['content-length'] ?? 0));
    }
    // Held back whole: it is remembered, and another one may be sent in its place.
    const listing = this.#listingFor(exchange, fault, await allOf(body));
    const { 'transfer-encoding': _chunked, ...listed } = headers;
    answer.writeHead(statusCode, { ...listed, 'content-length': listing.length });
    return this.#send(exchange, fault, [listing], listing.length);
  }

  /** Passes the request on, and gives the store's answer as soon as it begins. */
  async #ask({ incoming, answer }: Exchange, fault: Fault | undefined): Promise<IncomingMessage> {
    const { hostname, port } = this.#target;
    const { method, url: path, headers } = incoming;
    const outgoing = request({ hostname, port, method, path, headers: endToEnd(headers), agent: this.#agent });
    answer.once('close', () => outgoing.destroy());
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      outgoing.once('response', resolve).once('error', reject);
    });
    const length = Number(headers['content-length'] ?? 0);
    const body = fault?.kind === 'flip-up' ? this.#flip(incoming, length, fault) : incoming;
    // A store may refuse before it has read everything: its answer counts then, not the broken upload.
    await Promise.race([pipeline(body, outgoing), answered]);
    return answered;
  }

  async #send({ incoming, answer }: Exchange, fault: Fault | undefined, body: Chunks, length: number): Promise<void> {
    switch (fault?.kind) {
      case 'flip-down':
        return pipeline(this.#flip(body, length, fault), answer);
      case 'reset-body':
      case 'stop-body':
      case 'hang-body':
        await pipeline(firstBytes(body, Math.floor(length / 2)), answer, { end: false });
        if (fault.kind === 'reset-body') incoming.socket.resetAndDestroy();
        if (fault.kind === 'stop-body') incoming.socket.end();
        return;
      default:
        return pipeline(body, answer);
    }
  }

  /** What is said in place of the true listing, which is remembered. */
  #listingFor({ incoming }: Exchange, fault: Fault | undefined, listing: Buffer): Buffer {
    const url = incoming.url ?? '';
    this.#listings.add(url, listing);
    if (fault?.kind === 'old-listing') return this.#listings.oldest(url) ?? listing;
    if (fault?.kind === 'hide-keys') return withoutKeys(listing, fault.keys);
    return listing;
  }

  #flip(body: Chunks, length: number, { at, bit }: { readonly at?: number; readonly bit?: number }): Chunks {
    return flipBit(body, at ?? Math.floor(this.#random() * length), bit ?? Math.floor(this.#random() * 8));
  }
}

/** Without what concerns one connection alone. */
function endToEnd(headers: IncomingMessage['headers']): Record<string, string | string[] | undefined> {
  const { connection: _connection, 'keep-alive': _keepAlive, ...passed } = headers;
  return passed;
}

function refuse(answer: ServerResponse, fault: Extract<Fault, { kind: 'status' }>): void {
  const after = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
  answer.writeHead(fault.status, { 'content-type': 'application/xml', ...after });
  answer.end(`<?xml version="1.0" encoding="UTF-8"?><Error><Code>${fault.code}</Code><Message>no</Message></Error>`);
}
