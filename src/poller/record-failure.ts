import { errorDetail } from '../audit/index.ts';
import { type AppError, ERRORS } from '../base/errors.ts';
import type { Transaction } from '../database/port.ts';
import { ledgerHash } from './batch-table.ts';
import { emptyTally, factsOf, nameOf, type Route, type RunContext } from './context.ts';
import { type FileRow, moveFile } from './file-table.ts';
import { recordRetry } from './record-retry.ts';
import { recordRefused } from './record-verdict.ts';
import type { Settled } from './settled.ts';

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
      return recordRetry(ctx, tx, file, failure, { waits: file.waits + 1 }, file.waits);
    case 'changed':
      return recordEnd(ctx, tx, file, 'superseded', failure);
    case 'gone':
      return recordGone(ctx, tx, route, file, failure);
    case 'fenced':
      throw failure;
    default:
      return file.failures + 1 < MAX_FAILURES
        ? recordRetry(ctx, tx, file, failure, { failures: file.failures + 1 }, file.failures)
        : recordRefused(ctx, tx, route, file, { code: 'INTERNAL', problems: [], identity: {}, digest: undefined });
  }
}

/** Its batch was taken, or its bytes were set aside: the listing was late. Otherwise it must be missing twice before that is said. */
async function recordGone(
  ctx: RunContext,
  tx: Transaction,
  route: Route,
  file: FileRow,
  failure: AppError,
): Promise<Settled> {
  const taken = (await ledgerHash(tx, route.contract.name, nameOf(file.key))) !== undefined;
  if (taken || (await isQuarantined(tx, file))) return recordEnd(ctx, tx, file, 'done', failure);
  if (file.missing > 0) return recordEnd(ctx, tx, file, 'vanished', failure);
  return { ...(await recordRetry(ctx, tx, file, failure, { missing: 1 }, 0)), error: undefined };
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

/** By the last verdict on the same object; unless it was released, for then it ought to be in the inbox again. */
async function isQuarantined(tx: Transaction, file: FileRow): Promise<boolean> {
  const [before] = await tx.query<Pick<FileRow, 'state' | 'resolution'>>(
    `select state, resolution from file
     where key = $1 and etag = $2 and size = $3 and generation < $4 and error is null
     order by generation desc limit 1`,
    [file.key, file.etag, file.size, file.generation],
  );
  return before?.state === 'quarantined' && before.resolution !== 'released';
}
