import type { Delivery, Reply } from './delivery.ts';
import { spread } from './spread.ts';

const MINUTE_MS = 60_000;

/** Waits after the first, second, … failed attempt; after the one behind the last of them nobody tries again. */
export const RETRY_WAITS_MS = [1, 5, 15, 60, 240].map((minutes) => minutes * MINUTE_MS);
export const MAX_ATTEMPTS = RETRY_WAITS_MS.length + 1;
/** A greylisting server refuses whoever comes back sooner (RFC 6647 recommends it to wait from a minute to a day). */
const GREYLIST_WAIT_MS = 5 * MINUTE_MS;
/** Of each wait, so much more or less: what failed together does not come back together. */
const JITTER_SHARE = 0.2;

/** Mailbox troubles in a row before its breaker opens; what names the mailbox as the culprit opens it at once. */
export const FAILURES_TO_BREAK = 5;
export const BREAKER_WAITS_MS = [5, 15, 60, 240].map((minutes) => minutes * MINUTE_MS);
/** A server that says 421 wants to be left alone for a while. */
export const SLOW_DOWN_MS = 5 * MINUTE_MS;

/** What is done with a send after an attempt, and what it says of its mailbox. */
export interface Judgement {
  /** retry: proven unsent. The others end it. */
  readonly verdict: 'sent' | 'retry' | 'failed' | 'uncertain' | 'withdrawn';
  /** False: it was the mailbox's fault or ours, the mail keeps its attempts. */
  readonly burnsAttempt: boolean;
  readonly greylisted: boolean;
  readonly mailbox: 'well' | 'ailing' | 'broken' | 'slow' | 'unjudged';
  /** Only with `failed`, at the recipient. */
  readonly bounce: 'address' | 'other' | undefined;
}

const BASE: Judgement = {
  verdict: 'retry',
  burnsAttempt: true,
  greylisted: false,
  mailbox: 'unjudged',
  bounce: undefined,
};

/** The table: what each outcome of one attempt means. */
export function judgeDelivery(delivery: Delivery): Judgement {
  switch (delivery.kind) {
    case 'accepted':
      return { ...BASE, verdict: 'sent', mailbox: 'well' };
    case 'withdrawn':
      return { ...BASE, verdict: 'withdrawn' };
    case 'unknown':
      return { ...BASE, verdict: 'uncertain' };
    case 'unsent': {
      const isMailbox = delivery.trouble === 'tls' || delivery.trouble === 'auth';
      if (isMailbox) return { ...BASE, burnsAttempt: false, mailbox: 'broken' };
      if (delivery.trouble === 'mail') return BASE;
      return delivery.trouble === 'local' ? { ...BASE, burnsAttempt: false } : { ...BASE, mailbox: 'ailing' };
    }
    case 'refused':
      return judgeRefusal(delivery);
  }
}

function judgeRefusal({ command, reply }: Extract<Delivery, { kind: 'refused' }>): Judgement {
  if (command === 'auth') return { ...BASE, burnsAttempt: false, mailbox: 'broken' };
  if (!isPermanent(reply)) {
    const greylisted = reply.code === 450 || reply.code === 451;
    return { ...BASE, greylisted, mailbox: reply.code === 421 ? 'slow' : 'unjudged' };
  }
  const isPolicy = reply.enhanced?.startsWith('5.7.') === true;
  switch (command) {
    case 'rcpt':
      if (isPolicy) return { ...BASE, verdict: 'failed', mailbox: 'broken' };
      return { ...BASE, verdict: 'failed', bounce: reply.enhanced?.startsWith('5.1.') === true ? 'address' : 'other' };
    case 'data':
      return { ...BASE, verdict: 'failed' };
    // A server that does not talk to us, or refuses the sender: the next mail would fare no better.
    case 'session':
    case 'mail':
      return reply.code === 552 ? { ...BASE, verdict: 'failed' } : { ...BASE, burnsAttempt: false, mailbox: 'broken' };
  }
}

/** 503 says that the session went wrong, not that the mail is refused. */
function isPermanent({ code }: Reply): boolean {
  return code >= 500 && code !== 503;
}

/** When to try again, ms after now; undefined when all attempts are used. `attempts` counts this one. */
export function retryWait(sendId: string, attempts: number, greylisted: boolean): number | undefined {
  if (attempts >= MAX_ATTEMPTS) return undefined;
  const planned = RETRY_WAITS_MS[Math.max(0, attempts - 1)] ?? 0;
  const waitMs = planned * (1 + JITTER_SHARE * (2 * spread(`${sendId}:${attempts}`) - 1));
  return Math.round(greylisted ? Math.max(waitMs, GREYLIST_WAIT_MS) : waitMs);
}

/** How long a breaker stays open the nth time in a row. */
export function breakerWait(failures: number): number {
  const index = Math.min(Math.max(0, failures - 1), BREAKER_WAITS_MS.length - 1);
  return BREAKER_WAITS_MS[index] ?? 0;
}
