import { createHmac } from 'node:crypto';
import { isObject } from '../../../contract/document.ts';
import { isSameText } from '../sign-link.ts';

/** One scheduler's way of telling that a meeting was booked. */
export interface WebhookAdapter {
  /**
   * Whether one of the secrets signed these very bytes, and when: nothing of the body is read before. `sentAtMs` is
   * undefined where the signature says no time.
   */
  verify(request: RawWebhook, secrets: readonly string[]): Verified;
  /** Undefined for a document that is none of this scheduler's. */
  read(request: RawWebhook, document: unknown): WebhookEvent | undefined;
  /** A signed time may be this far from ours. */
  readonly toleranceMs: number;
}

export interface RawWebhook {
  /** The first value of a header, by its name in lower case. */
  header(name: string): string | undefined;
  readonly body: Uint8Array;
}

export type Verified =
  { readonly verdict: 'unsigned' | 'wrong' } | { readonly verdict: 'genuine'; readonly sentAtMs: number | undefined };

export interface WebhookEvent {
  /** The same delivery has the same key, however often it comes. */
  readonly key: string;
  /** `other`: a cancellation, a change of time, a ping: kept and not acted on. */
  readonly kind: 'booked' | 'other';
  readonly bookingUid: string;
  readonly linkToken: string;
  readonly sid?: string | undefined;
  readonly oid?: string | undefined;
  /** When the scheduler says that it was booked; undefined where it does not say. */
  readonly atMs: number | undefined;
}

const MINUTE_MS = 60_000;
export const FIVE_MINUTES_MS = 5 * MINUTE_MS;
export const THREE_MINUTES_MS = 3 * MINUTE_MS;

export function hmac(
  secret: string | Uint8Array,
  encoding: 'hex' | 'base64',
  ...parts: (string | Uint8Array)[]
): string {
  const mac = createHmac('sha256', secret);
  for (const part of parts) mac.update(part);
  return mac.digest(encoding);
}

/** Compares with every one, so that the time tells nothing of which. */
export function isOneOf(candidates: readonly string[], expected: readonly string[]): boolean {
  const hits = candidates.flatMap((candidate) => expected.map((text) => isSameText(candidate, text)));
  return hits.includes(true);
}

/** Unix seconds as a header has them; undefined for anything else. */
export function secondsToMs(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,10}$/.test(text) ? Number(text) * 1000 : undefined;
}

/** The string at a path of names; undefined where there is none, or one that is empty or too long to be an id. */
export function textAt(document: unknown, ...path: readonly string[]): string | undefined {
  let at = document;
  for (const name of path) at = isObject(at) && Object.hasOwn(at, name) ? at[name] : undefined;
  return typeof at === 'string' && at.length > 0 && at.length <= 512 ? at : undefined;
}

export function timeAt(document: unknown, ...path: readonly string[]): number | undefined {
  const ms = Date.parse(textAt(document, ...path) ?? '');
  return Number.isNaN(ms) ? undefined : ms;
}
