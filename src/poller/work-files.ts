import { setTimeout as sleep } from 'node:timers/promises';
import { AppError, codeOf, messageOf } from '../base/errors.ts';
import type { Transaction } from '../database/port.ts';
import type { Claimed } from './claim-files.ts';
import { emptyTally, type Route, type RunContext } from './context.ts';
import type { FetchedFile } from './fetch-file.ts';
import type { FileRow } from './file-table.ts';
import { type Incoming, verifyAhead } from './open-ahead.ts';
import { recordFailure } from './record-failure.ts';
import { recordRefused } from './record-verdict.ts';
import { settleFile } from './settle-file.ts';
import type { Settled } from './settled.ts';
import type { Verifier } from './verifier.ts';

/** A group commit ends at whichever comes first. */
const GROUP_RECORDS = 50_000;
const GROUP_MS = 1_000;
/** The write lock is not kept while the store is slow: no file at hand for so long ends the group. */
const PATIENCE_MS = 20;

/** A settled file and its bytes, to be moved now that its group has committed. */
export interface Worked {
  readonly settled: Settled;
  readonly fetched: FetchedFile | undefined;
}

/**
 * Works claimed files in order: several are opened ahead, one is verified in the worker thread, one writer commits
 * them in groups, a savepoint each. Yields each group after its commit.
 */
export async function* workFiles(
  ctx: RunContext,
  verifier: Verifier,
  claims: readonly Claimed[],
): AsyncIterable<Worked[]> {
  const incoming = verifyAhead(ctx, verifier, claims);
  let next = incoming.next();
  let group: Worked[] = [];
  try {
    for (let first = await next; first.done !== true; first = await next) {
      if (ctx.signal.aborted) return;
      let current = first.value;
      await ctx.database.transaction(async (tx) => {
        const endAt = ctx.clock.now() + GROUP_MS;
        let records = 0;
        for (;;) {
          const worked = await settle(ctx, tx, current);
          group.push(worked);
          records += worked.settled.tally.records;
          next = incoming.next();
          if (records >= GROUP_RECORDS || ctx.clock.now() >= endAt || ctx.signal.aborted) return;
          const ready = await Promise.race([next, sleep(PATIENCE_MS, undefined)]);
          if (ready === undefined || ready.done === true) return;
          current = ready.value;
        }
      });
      const committed = group;
      group = [];
      yield committed;
    }
  } finally {
    // After an error or an early end: what was opened ahead, and what was rolled back, is closed again.
    for (const { fetched } of group) await fetched?.close();
    await closeIncoming(await next);
    await incoming.return(undefined);
  }
}

async function closeIncoming(result: IteratorResult<Incoming, unknown>): Promise<void> {
  if (result.done !== true && result.value.kind === 'verifying') await result.value.fetched.close();
}

async function settle(ctx: RunContext, tx: Transaction, item: Incoming): Promise<Worked> {
  try {
    const settled = await settleOne(ctx, tx, routeOf(ctx, item.file), item);
    if (item.kind !== 'verifying') return { settled, fetched: undefined };
    if (settled.move?.to === 'archive') return { settled, fetched: item.fetched };
    await item.fetched.close();
    return { settled, fetched: undefined };
  } catch (thrown) {
    if (codeOf(thrown) !== 'fenced') throw thrown;
    if (item.kind === 'verifying') await item.fetched.close();
    // Somebody else owns the file now; what we did to it was undone with its savepoint.
    ctx.log.warn({ key: item.file.key }, 'lost the claim; another worker has the file');
    return {
      settled: { tally: emptyTally(), move: undefined, streak: undefined, error: undefined },
      fetched: undefined,
    };
  }
}

async function settleOne(ctx: RunContext, tx: Transaction, route: Route, item: Incoming): Promise<Settled> {
  const { file } = item;
  switch (item.kind) {
    case 'verifying':
      return settleFile(ctx, tx, route, item);
    case 'judged': {
      const problems = [{ code: item.code, pointer: '', rule: 'judged unread' }];
      return recordRefused(ctx, tx, route, file, { code: item.code, problems, identity: {}, digest: undefined });
    }
    case 'failed':
      // What was cut off by our own stopping says nothing about the file.
      ctx.signal.throwIfAborted();
      return recordFailure(ctx, tx, route, file, asAppError(item.failure));
  }
}

function asAppError(thrown: unknown): AppError {
  return thrown instanceof AppError ? thrown : new AppError('internal', messageOf(thrown), { cause: thrown });
}

export function routeOf(ctx: RunContext, file: FileRow): Route {
  const route = ctx.routes.find((candidate) => candidate.contract.name === file.contract);
  if (route !== undefined) return route;
  throw new AppError('misconfigured', `work ${file.key}: no route for contract ${file.contract}`, {
    hint: 'add the contract to this system in the configuration',
  });
}
