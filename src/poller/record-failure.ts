import { errorDetail } from '../audit/index.ts';
import { type AppError, ERRORS } from '../base/errors.ts';
import type { Transaction } from '../database/port.ts';
import { ledgerHash } from './batch-table.ts';
import { emptyTally, factsOf, nameOf, type Route, type RunContext } from './context.ts';
import { type FileChange, type FileRow, moveFile } from './file-table.ts';
import { recordRefused } from './record-verdict.ts';
import type { Settled } from './settled.ts';

/** First wait after an error of the environment; it doubles each time. */
const FIRST_WAIT_MS = 30_000;
const MAX_WAIT_MS = 60 * 60_000;
/** Errors of our own before the file is set aside as `INTERNAL`. */
const MAX_FAILURES = 5;

/**
 * An error while reading: its class alone decides. Only `internal` errors are counted against the file, and it takes
 * five of them; an error of the configuration waits like a passing one and ends the run when the others are worked.
 */
export async function recordFailure(
  ctx: RunContext,
  tx: Transaction,
  route: Route,
  file: FileRow,
  failure: AppError,
): Promise<Settled> {
  ctx.log.warn({ key: file.key, error: failure.code, attempt: file.attempts }, failure.message);
  switch (ERRORS[failure.code].class) {
    case 'transient':
    case 'config':
      return recordRetry(ctx, tx, file, failure, { waits: file.waits + 1 }, waitMs(file.waits));
    case 'changed':
      return recordEnd(ctx, tx, file, 'superseded', failure);
    case 'gone':
      return recordGone(ctx, tx, route, file, failure);
    case 'fenced':
      throw failure;
    default:
      return file.failures + 1 < MAX_FAILURES
        ? recordRetry(ctx, tx, file, failure, { failures: file.failures + 1 }, waitMs(file.failures))
        : recordRefused(ctx, tx, route, file, { code: 'INTERNAL', problems: [], identity: {}, digest: undefined });
  }
}

async function recordRetry(
  ctx: RunContext,
  tx: Transaction,
  file: FileRow,
  failure: AppError,
  counts: FileChange,
  wait: number,
): Promise<Settled> {
  const now = ctx.clock.now();
  const change = { ...counts, error: failure.code, next_attempt_ms: now + wait };
  await moveFile(tx, file, 'working', 'retry_wait', change, now);
  await ctx.audit.append(tx, {
    ...factsOf(ctx, file),
    event: 'handoff.failed',
    outcome: 'failure',
    detail: { key: file.key, ...errorDetail(failure.code) },
  });
  return { tally: { ...emptyTally(), retried: 1 }, move: undefined, streak: undefined, error: failure };
}

/** Its batch was taken: somebody else finished it. Otherwise it must be missing twice before that is said. */
async function recordGone(
  ctx: RunContext,
  tx: Transaction,
  route: Route,
  file: FileRow,
  failure: AppError,
): Promise<Settled> {
  if ((await ledgerHash(tx, route.contract.name, nameOf(file.key))) !== undefined)
    return recordEnd(ctx, tx, file, 'done', failure);
  if (file.missing > 0) return recordEnd(ctx, tx, file, 'vanished', failure);
  return { ...(await recordRetry(ctx, tx, file, failure, { missing: 1 }, FIRST_WAIT_MS)), error: undefined };
}

async function recordEnd(
  ctx: RunContext,
  tx: Transaction,
  file: FileRow,
  state: 'superseded' | 'vanished' | 'done',
  failure: AppError,
): Promise<Settled> {
  await moveFile(tx, file, 'working', state, { error: failure.code }, ctx.clock.now());
  await ctx.audit.append(tx, {
    ...factsOf(ctx, file),
    event: state === 'superseded' ? 'handoff.superseded' : 'handoff.vanished',
    outcome: state === 'vanished' ? 'failure' : 'success',
    detail: { key: file.key, ...errorDetail(failure.code) },
  });
  const tally = { ...emptyTally(), ...(state === 'done' ? {} : { [state]: 1 }) };
  return { tally, move: undefined, streak: undefined, error: undefined };
}

/** 30 s · 2ⁿ, at most an hour, and up to a fifth more so that many files do not come back at once. */
function waitMs(waits: number): number {
  const wait = Math.min(FIRST_WAIT_MS * 2 ** Math.min(waits, 10), MAX_WAIT_MS);
  return Math.round(wait * (1 + Math.random() / 5));
}
