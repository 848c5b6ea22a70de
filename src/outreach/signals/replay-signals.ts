import { AppError } from '../../base/errors.ts';
import { type DrainDeps, type DrainedBatch, handOver, type PublishSignals } from './drain-signals.ts';
import { signalsOf } from './signal-batch-table.ts';

/**
 * Hands one batch over once more, as it was: for a CL that lost it. Throws `not_found` for a batch that was never put together,
 * and what `publish` throws.
 */
export async function replaySignals(
  deps: DrainDeps,
  publish: PublishSignals,
  batchId: string,
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<DrainedBatch> {
  const signals = await signalsOf(deps.database, batchId);
  const [first] = signals;
  if (first === undefined || first.batched_at === null) {
    throw new AppError('not_found', `find the signal batch ${batchId}`, {
      hint: 'list the batches with "outreach signals ls"',
    });
  }
  if (dryRun) return { batch_id: batchId, signals: signals.length, status: 'planned' };
  return handOver(deps, publish, { batch_id: batchId, batched_at: first.batched_at });
}
