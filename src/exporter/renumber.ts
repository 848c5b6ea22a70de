import { newCorrelationId } from '../base/ids.ts';
import { AppError } from '../base/errors.ts';
import { renumberBatch } from './batch-builder.ts';
import { type BatchNumber, formatBatchId, parseBatchId } from './batch-id.ts';
import { endingFacts, type ExporterContext, openingFacts } from './context.ts';
import { insertBatch, moveBatch, type OutboxRow, UNSIGNED } from './outbox-table.ts';
import { freeNumber, takeNumber } from './sequence-table.ts';
import { stateBatch } from './state-batch.ts';

/** Numbers that are looked up in the store in a row before giving up: another exporter's whole day. */
const MAX_PROBES = 10_000;
/** How often other processes of ours may take the number that was just found free. */
const MAX_RACES = 100;

/**
 * The same records under the next number that is free here and in the store. The former row ends void, its attempt
 * refused; the new one begins with an attempt of its own, all in one transaction. Returns the new row.
 */
export async function takeOtherNumber(ctx: ExporterContext, taken: OutboxRow): Promise<OutboxRow> {
  let from = parseBatchId(taken.batch_id).number + 1;
  for (let race = 0; race < MAX_RACES; race++) {
    const number = await unusedNumber(ctx, taken, from);
    const row = await replaceRow(ctx, taken, number);
    if (row !== undefined) {
      ctx.spool.remove(taken.path);
      return row;
    }
    from = number.number + 1;
  }
  throw new AppError('busy', `find a free number for the records of ${taken.batch_id}`);
}

/** Looked up by name, which costs less than to send the bytes to learn that the name is taken. */
async function unusedNumber(ctx: ExporterContext, taken: OutboxRow, from: number): Promise<BatchNumber> {
  const folder = taken.key.slice(0, taken.key.lastIndexOf('/') + 1);
  const { prefix, day } = parseBatchId(taken.batch_id);
  let start = from;
  for (let probe = 0; probe < MAX_PROBES; probe++) {
    const number = await freeNumber(ctx.database, taken.contract, { prefix, day }, start);
    const head = await ctx.store.head(`${folder}${formatBatchId(number)}.json`, ctx.signal);
    if (head === undefined) return number;
    start = number.number + 1;
  }
  throw new AppError('refused', `find a free number after ${taken.batch_id}: ${MAX_PROBES} are taken`, {
    hint: 'give one of the two exporters another name with --system, so that their batch ids differ',
  });
}

/** Undefined when another process of ours took the number meanwhile. */
async function replaceRow(ctx: ExporterContext, taken: OutboxRow, number: BatchNumber): Promise<OutboxRow | undefined> {
  const built = renumberBatch(taken, number, ctx.spool);
  const replaced = await ctx.database.transaction(async (tx) => {
    if (!(await takeNumber(tx, taken.contract, number))) return undefined;
    const nowMs = ctx.clock.now();
    await moveBatch(tx, taken, 'pending', 'void', nowMs, 'BATCH_ID_REUSED');
    const { id: _, ...former } = taken;
    const row = await insertBatch(tx, {
      ...former,
      ...built,
      correlation_id: newCorrelationId(),
      attempt: 1,
      attempt_open: 1,
      attempt_ms: nowMs,
      owner: ctx.spool.owner,
      ...UNSIGNED,
    });
    // After the move above: its statement names the number void that the former one had.
    const stated = await stateBatch(ctx, tx, row);
    const detail = { replaced_by: stated.batch_id };
    await ctx.audit.append(
      tx,
      endingFacts(ctx, taken, { event: 'handoff.refused', outcome: 'failure', reason: 'BATCH_ID_REUSED', detail }),
      openingFacts(ctx, stated),
    );
    return stated;
  });
  if (replaced === undefined) ctx.spool.remove(built.path);
  return replaced;
}
