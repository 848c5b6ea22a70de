import { isoTime } from '../../base/clock.ts';

/** At or above it outreach begins at once. */
export const IMMEDIATE_SCORE = 75;
/** Below it nobody is written to. */
export const MIN_SCORE = 50;
export const MAX_SCORE = 100;

/** An evaluation from further ahead than clocks differ would stay fresh for as long as it is wrong. */
const CLOCKS_DIFFER_MS = 3_600_000;

export type Strategy = 'immediate' | 'nurture';

export const BLOCK_REASONS = [
  'no_evaluation', 'no_score', 'out_of_range', 'below_threshold', 'stale', 'from_the_future',
] as const; // prettier-ignore
export type BlockReason = (typeof BLOCK_REASONS)[number];

/** What the rules ask of the time of an evaluation; both as the first 19 characters of RFC 3339 in UTC. */
export interface Freshness {
  readonly notBefore: string;
  readonly notAfter: string;
}

/** Times of evaluations come with any number of decimals, so that only whole seconds compare as text. */
export function freshnessAt(nowMs: number, ttlMs: number): Freshness {
  return { notBefore: toSecond(isoTime(nowMs - ttlMs)), notAfter: toSecond(isoTime(nowMs + CLOCKS_DIFFER_MS)) };
}

/** The score decides, and nothing is rounded: 49.99 blocks, 74.99 nurtures. Why it blocks, or the strategy. */
export function judgeScore(
  score: number | null,
  evaluatedAt: string | null,
  fresh: Freshness,
): { readonly strategy: Strategy } | { readonly reason: BlockReason } {
  if (evaluatedAt === null) return { reason: 'no_evaluation' };
  if (score === null || Number.isNaN(score)) return { reason: 'no_score' };
  if (score < 0 || score > MAX_SCORE) return { reason: 'out_of_range' };
  if (score < MIN_SCORE) return { reason: 'below_threshold' };
  if (toSecond(evaluatedAt) < fresh.notBefore) return { reason: 'stale' };
  if (toSecond(evaluatedAt) > fresh.notAfter) return { reason: 'from_the_future' };
  return { strategy: score >= IMMEDIATE_SCORE ? 'immediate' : 'nurture' };
}

const TIERS_OF: Readonly<Record<Strategy, readonly string[]>> = {
  immediate: ['PLATINUM', 'GOLD'],
  nurture: ['SILVER'],
};

/** True when the tier says something else than the score: accepted by the score, and recorded. */
export function isTierMismatch(strategy: Strategy, tier: string | null): boolean {
  return !TIERS_OF[strategy].includes(tier ?? '');
}

function toSecond(time: string): string {
  return time.slice(0, 19);
}
