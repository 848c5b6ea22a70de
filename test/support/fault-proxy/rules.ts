import type { Asked, Call } from './calls.ts';

/** What goes wrong with one request, as data. */
export type Fault =
  /** The connection is reset before an answer; the store never sees the request. */
  | { readonly kind: 'reset' }
  /** The proxy answers in the store's place. `retryAfter` in seconds. */
  | { readonly kind: 'status'; readonly status: number; readonly code: string; readonly retryAfter?: number }
  | { readonly kind: 'latency'; readonly ms: number }
  /** Half of the answer's body, then a reset, an orderly end, or nothing more. */
  | { readonly kind: 'reset-body' | 'stop-body' | 'hang-body' }
  /** One bit of the answer's body is another one: of byte `at`, or anywhere. */
  | { readonly kind: 'flip-down'; readonly at?: number; readonly bit?: number }
  /** One bit of the request's body is another one when the store gets it. */
  | { readonly kind: 'flip-up'; readonly at?: number; readonly bit?: number }
  /** The store does what it was asked, and the connection is reset in place of its answer. */
  | { readonly kind: 'lose-answer' }
  /** The listing is the oldest that is remembered of the same request: it shows what was deleted since, and hides what is new. */
  | { readonly kind: 'old-listing' }
  /** The listing lacks the keys that match. */
  | { readonly kind: 'hide-keys'; readonly keys: RegExp };

export type FaultKind = Fault['kind'];

/** Where and how often a fault happens. Without the optional parts: at every such request. */
export interface Rule {
  readonly call: Call | 'any';
  readonly key?: RegExp;
  /** Only the nth request that matches, from 1. */
  readonly nth?: number;
  /** No more often than this. */
  readonly times?: number;
  /** 0 to 1, by the proxy's own seeded dice. */
  readonly probability?: number;
  readonly fault: Fault;
}

/** Rules and what became of them. The first that applies decides. */
export class RuleBook {
  readonly #rules: readonly { readonly rule: Rule; matched: number; done: number }[];
  readonly #random: () => number;

  constructor(rules: readonly Rule[], random: () => number) {
    this.#rules = rules.map((rule) => ({ rule, matched: 0, done: 0 }));
    this.#random = random;
  }

  faultFor(asked: Asked): Fault | undefined {
    for (const entry of this.#rules) {
      const { rule } = entry;
      if (rule.call !== 'any' && rule.call !== asked.call) continue;
      if (rule.key?.test(asked.key) === false) continue;
      entry.matched += 1;
      if (rule.nth !== undefined && entry.matched !== rule.nth) continue;
      if (rule.times !== undefined && entry.done >= rule.times) continue;
      if (rule.probability !== undefined && this.#random() >= rule.probability) continue;
      entry.done += 1;
      return rule.fault;
    }
    return undefined;
  }
}

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
