import { recordPeerCheckpoint } from '../audit/index.ts';
import { isoTime } from '../base/clock.ts';
import type { StatementPayload } from '../contract/index.ts';
import type { Transaction } from '../database/port.ts';
import type { RunContext } from './context.ts';
import type { StatementFinding } from './judge-statement.ts';
import type { Settled } from './settled.ts';
import { deleteGap, gapAround, hasOtherBatches, highestNumber, insertGap, raiseHighest } from './stream-table.ts';

/**
 * Counts a batch whose statement is proven as arrived, in the transaction of its verdict: taken, held or refused, it did
 * come. Its number closes the gap that it left, opens one for those that it has overtaken, and closes those that it
 * names void. Idempotent: a batch may come twice.
 */
export async function noteArrival(
  ctx: RunContext,
  tx: Transaction,
  settled: Settled,
  finding: StatementFinding,
): Promise<void> {
  if (finding.kind !== 'verified' || !hasArrived(settled)) return;
  const { statement } = finding;
  await keepCheckpoint(ctx, tx, statement);
  await reach(ctx, tx, statement);
  for (const number of [statement.stream_seq, ...(statement.void ?? [])]) await close(ctx, tx, statement, number);
}

/** What the producer says of its own log: kept here, where it cannot take it back. The statement proves who said it. */
async function keepCheckpoint(ctx: RunContext, tx: Transaction, statement: StatementPayload): Promise<void> {
  const { source, target, contract, batch_id, checkpoint } = statement;
  if (checkpoint === undefined) return;
  const seenAt = isoTime(ctx.clock.now());
  const kept = await recordPeerCheckpoint(tx, { system: source, note: checkpoint, seenIn: batch_id, seenAt });
  if (kept.verdict === 'new' || kept.verdict === 'known') return;
  const detail = kept.verdict === 'refused' ? { problem: kept.problem } : { size: kept.size };
  ctx.log.warn({ source, batch_id, ...detail }, `the audit checkpoint of the producer is ${kept.verdict}`);
  await ctx.audit.append(tx, {
    event: 'peer.checkpoint',
    outcome: 'failure',
    contract,
    batch_id,
    source,
    target,
    run_id: ctx.runId,
    actor: `worker:${ctx.worker}`,
    detail: { verdict: kept.verdict, ...detail },
  });
}

/** Not while it is to be read again, and not when its statement was found to speak of something else. */
function hasArrived({ move, tally, streak }: Settled): boolean {
  return (move !== undefined || tally.held > 0) && streak !== 'STATEMENT_INVALID';
}

async function reach(ctx: RunContext, tx: Transaction, statement: StatementPayload): Promise<void> {
  const { stream_seq: number } = statement;
  const highest = (await highestNumber(tx, statement)) ?? (await numberBefore(tx, statement));
  if (number <= highest) return;
  const now = isoTime(ctx.clock.now());
  await raiseHighest(tx, statement, number, now);
  if (number === highest + 1) return;
  const { source, target, contract } = statement;
  const range = { first: highest + 1, last: number - 1 };
  await insertGap(tx, { source, target, contract, ...range, opened_at: now, alerted_at: null });
}

/** A stream begins with 1; but where batches came before anybody verified them, with the first that is verified. */
async function numberBefore(tx: Transaction, statement: StatementPayload): Promise<number> {
  return (await hasOtherBatches(tx, statement, statement.batch_id)) ? statement.stream_seq - 1 : 0;
}

async function close(ctx: RunContext, tx: Transaction, statement: StatementPayload, number: number): Promise<void> {
  const gap = await gapAround(tx, statement, number);
  if (gap === undefined) return;
  await deleteGap(tx, gap.id);
  if (gap.first < number) await insertGap(tx, { ...gap, last: number - 1 });
  if (gap.last > number) await insertGap(tx, { ...gap, first: number + 1 });
  // What nobody was told of needs no end.
  if (gap.alerted_at === null) return;
  const { source, target, contract, batch_id } = statement;
  const how = number === statement.stream_seq ? 'it came' : 'it was named void';
  await ctx.audit.append(tx, {
    event: 'stream.closed',
    outcome: 'success',
    contract,
    batch_id,
    source,
    target,
    run_id: ctx.runId,
    actor: `worker:${ctx.worker}`,
    detail: { stream_seq: number, how },
  });
}
