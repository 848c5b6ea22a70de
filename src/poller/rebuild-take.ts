import { AppError } from '../base/errors.ts';
import { eachConcurrently } from '../base/each-concurrently.ts';
import type { Transaction } from '../database/port.ts';
import { MOVES_IN_FLIGHT } from './archive-file.ts';
import { ledgerHash } from './batch-table.ts';
import { inboxPrefix } from './keys.ts';
import { addConflict, addDamaged, type MissingCopy, type RebuildContext } from './rebuild-context.ts';
import {
  type Damage,
  judgeCopy,
  type JudgedCopy,
  jobOf,
  openCopy,
  type OpenedCopy,
  readAgain,
} from './rebuild-copy.ts';
import { requireLease } from './rebuild-lease.ts';
import {
  type Attempt,
  closeAttempts,
  openAttempts,
  recordDamaged,
  recordDoubtful,
  recordKnown,
  recordTaken,
} from './rebuild-records.ts';
import { enterBatch, takeRows } from './take-rows.ts';
import type { Verifier } from './verifier.ts';

type Taken =
  | { readonly kind: 'taken'; readonly records: number }
  | { readonly kind: 'known' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'damaged'; readonly code: Damage }
  | { readonly kind: 'again'; readonly copy: MissingCopy };

type NotAccepted = Exclude<JudgedCopy, { kind: 'accepted' }>;

/** Ends a savepoint with its rows undone: this copy is not taken, the others are. */
class NotTaken extends Error {
  readonly why: NotAccepted;
  constructor(why: NotAccepted) {
    super('not taken');
    this.why = why;
  }
}

/**
 * Takes some archived batches in one transaction, each whole or not at all; counts them once it has committed. Returns those
 * that have to be read once more. An error of the environment undoes all of them, closes their attempts and is thrown.
 */
export async function takeGroup(
  ctx: RebuildContext,
  verifier: Verifier,
  copies: readonly MissingCopy[],
): Promise<MissingCopy[]> {
  const attempts = await openAttempts(ctx, copies);
  const opened = new Map<Attempt, OpenedCopy>();
  try {
    await eachConcurrently([...attempts.entries()], MOVES_IN_FLIGHT, async ([place, attempt]) => {
      opened.set(attempt, await openCopy(ctx, attempt.copy, place));
    });
    const taken = await ctx.database.transaction(async (tx) => {
      await requireLease(ctx, tx);
      const results: Taken[] = [];
      for (const attempt of attempts) results.push(await takeOne(ctx, tx, verifier, attempt, opened.get(attempt)));
      return results;
    });
    for (const [place, attempt] of attempts.entries()) count(ctx, attempt.copy, taken[place]);
    return taken.flatMap((each) => (each.kind === 'again' ? [each.copy] : []));
  } catch (thrown) {
    await closeAttempts(ctx, attempts, thrown);
    throw thrown;
  } finally {
    for (const item of opened.values()) if (item.kind === 'fetched') await item.fetched.close();
  }
}

async function takeOne(
  ctx: RebuildContext,
  tx: Transaction,
  verifier: Verifier,
  attempt: Attempt,
  opened: OpenedCopy | undefined,
): Promise<Taken> {
  if (opened === undefined) throw new AppError('internal', `take ${attempt.copy.key}: it was not opened`);
  if (opened.kind === 'damaged') return notTaken(ctx, tx, attempt, opened);
  const { route, batchId } = attempt.copy;
  // The same batch may lie in the archive twice: it came again on a later day.
  const taken = await ledgerHash(tx, route.contract.name, batchId);
  if (taken !== undefined) return { kind: (await recordKnown(ctx, tx, attempt, taken)) ? 'known' : 'conflict' };
  try {
    return await tx.savepoint(() => ingest(ctx, tx, verifier, attempt, opened));
  } catch (thrown) {
    if (!(thrown instanceof NotTaken)) throw thrown;
    return notTaken(ctx, tx, attempt, thrown.why);
  }
}

async function notTaken(ctx: RebuildContext, tx: Transaction, attempt: Attempt, why: NotAccepted): Promise<Taken> {
  if (why.kind === 'doubtful') {
    const copy = readAgain(attempt.copy, why.md5);
    await recordDoubtful(ctx, tx, attempt);
    return { kind: 'again', copy };
  }
  await recordDamaged(ctx, tx, attempt, why.code);
  return why;
}

async function ingest(
  ctx: RebuildContext,
  tx: Transaction,
  verifier: Verifier,
  attempt: Attempt,
  opened: Extract<OpenedCopy, { kind: 'fetched' }>,
): Promise<Taken> {
  const { copy } = attempt;
  const { contract } = copy.route;
  const messages = verifier.verify(jobOf(ctx, copy, opened));
  const taking = { contract, batchId: copy.batchId, nowMs: ctx.clock.now() };
  const outcome = await takeRows(tx, ctx.signal, taking, messages);
  const judged = judgeCopy(copy, opened, outcome);
  if (judged.kind !== 'accepted') throw new NotTaken(judged);
  const { accepted } = judged;
  // The ledger remembers by which name it came, and that was its name in the inbox.
  const from = { key: `${inboxPrefix(copy.route)}${copy.batchId}.json`, runId: ctx.runId };
  if (!(await enterBatch(tx, contract, accepted, from, ctx.clock.now()))) {
    throw new AppError('internal', `take ${copy.key}: its id entered the ledger meanwhile`);
  }
  await recordTaken(ctx, tx, attempt, accepted);
  return { kind: 'taken', records: accepted.records };
}

function count({ report }: RebuildContext, copy: MissingCopy, taken: Taken | undefined): void {
  switch (taken?.kind) {
    case 'taken':
      report.taken += 1;
      report.records += taken.records;
      break;
    case 'known':
      report.known += 1;
      break;
    case 'conflict':
      addConflict(report, copy.key, copy.batchId);
      break;
    case 'damaged':
      addDamaged(report, copy.key, taken.code);
      break;
    case 'again':
    case undefined:
  }
}
