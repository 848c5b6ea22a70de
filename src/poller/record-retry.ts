import { errorDetail } from '../audit/index.ts';
import type { AppError } from '../base/errors.ts';
import type { Transaction } from '../database/port.ts';
import { emptyTally, factsOf, type RunContext } from './context.ts';
import { type FileChange, type FileRow, moveFile } from './file-table.ts';
import type { Settled } from './settled.ts';

/** First wait after an error of the environment; it doubles each time. */
const FIRST_WAIT_MS = 30_000;
const MAX_WAIT_MS = 60 * 60_000;

/** The file waits for its next attempt; `earlier` such waits lie behind it. No blame is in that by itself. */
export async function recordRetry(
  ctx: RunContext,
  tx: Transaction,
  file: FileRow,
  failure: AppError,
  change: FileChange,
  earlier: number,
): Promise<Settled> {
  const now = ctx.clock.now();
  const waiting = { ...change, error: failure.code, next_attempt_ms: now + waitMs(earlier) };
  await moveFile(tx, file, 'working', 'retry_wait', waiting, now);
  await ctx.audit.append(tx, {
    ...factsOf(ctx, file),
    event: 'handoff.failed',
    outcome: 'failure',
    detail: { key: file.key, ...errorDetail(failure.code) },
  });
  return { tally: { ...emptyTally(), retried: 1 }, move: undefined, streak: undefined, error: failure };
}

/** 30 s · 2ⁿ, at most an hour, and up to a fifth more so that many files do not come back at once. */
function waitMs(earlier: number): number {
  const wait = Math.min(FIRST_WAIT_MS * 2 ** Math.min(earlier, 10), MAX_WAIT_MS);
  return Math.round(wait * (1 + Math.random() / 5));
}
