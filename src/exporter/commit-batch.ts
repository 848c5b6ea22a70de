import { AppError } from '../base/errors.ts';
import { newCorrelationId } from '../base/ids.ts';
import { renumberBatch } from './batch-builder.ts';
import { type BatchNumber, dayOf, parseBatchId, prefixWord } from './batch-id.ts';
import { type ExportContext, openingFacts, type RecordsInput } from './context.ts';
import { type BuiltBatch, insertBatch, type OutboxRow, UNSIGNED } from './outbox-table.ts';
import { advanceRun, type RunRow } from './run-table.ts';
import { freeNumber, takeNumber } from './sequence-table.ts';
import { stateBatch } from './state-batch.ts';

/** How often other processes of ours may take the number of a batch that was just built. */
const MAX_RACES = 100;

/** The number of a batch that is about to be built; only `commitBatch` takes it. */
export async function nextNumber(ctx: ExportContext, { frame }: RecordsInput, createdAt: string): Promise<BatchNumber> {
  const { contract, source } = frame;
  const prefix = prefixWord(source, contract.batchWord);
  return freeNumber(ctx.database, contract.name, { prefix, day: dayOf(createdAt) });
}

/** Batch, offset and audit entry in one transaction. If the number is gone by now, the batch gets the next one. */
export async function commitBatch(
  ctx: ExportContext,
  first: BuiltBatch,
  run: RunRow,
  offset: number,
): Promise<OutboxRow> {
  let built = first;
  let number = parseBatchId(first.batch_id);
  for (let race = 0; race < MAX_RACES; race++) {
    const row = await tryCommit(ctx, { built, number, run, offset });
    if (row !== undefined) return row;
    number = await freeNumber(ctx.database, built.contract, number);
    const renumbered = renumberBatch(built, number, ctx.spool);
    ctx.spool.remove(built.path);
    built = renumbered;
  }
  throw new AppError('busy', `find a free number for a batch of ${built.input}`);
}

interface Commit {
  readonly built: BuiltBatch;
  readonly number: BatchNumber;
  readonly run: RunRow;
  readonly offset: number;
}

/** Undefined when another process of ours has taken the number. */
async function tryCommit(ctx: ExportContext, { built, number, run, offset }: Commit): Promise<OutboxRow | undefined> {
  return ctx.database.transaction(async (tx) => {
    if (!(await takeNumber(tx, built.contract, number))) return undefined;
    await advanceRun(tx, run.id, run.offset, offset);
    const row = await insertBatch(tx, {
      ...built,
      store: ctx.store.identity,
      run_id: run.id,
      state: 'pending',
      code: null,
      correlation_id: newCorrelationId(),
      attempt: 1,
      attempt_open: 1,
      attempt_ms: ctx.clock.now(),
      owner: ctx.spool.owner,
      ...UNSIGNED,
    });
    const stated = await stateBatch(ctx, tx, row);
    await ctx.audit.append(tx, openingFacts(ctx, stated));
    return stated;
  });
}
