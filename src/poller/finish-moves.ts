import { classOf, codeOf } from '../base/errors.ts';
import { archiveFiles, removeSources } from './archive-file.ts';
import { LEASE_MS, type RunContext } from './context.ts';
import { claimCleanup, type FileRow } from './file-table.ts';
import { quarantineFiles } from './quarantine-file.ts';

/** Rows cleaned up at once. */
const BATCH = 500;

/** Step 1: what earlier runs left between commit and done is finished before anything new begins. */
export async function finishMoves(ctx: RunContext): Promise<void> {
  await eachBatch(ctx, 'committed', async (files) =>
    archiveFiles(
      ctx,
      files.map((file) => ({ file, fetched: undefined })),
    ),
  );
  await eachBatch(ctx, 'archived', async (files) => removeSources(ctx, files));
  await eachBatch(ctx, 'quarantining', async (files) => {
    // Judged by a run that could not report them: this one does, so that somebody looks.
    ctx.tally.quarantined += files.length;
    return quarantineFiles(
      ctx,
      files.map((file) => ({ file, fetched: undefined })),
    );
  });
}

/** A file whose move failed keeps this run's lease, so that the loop does not meet it again. */
async function eachBatch(
  ctx: RunContext,
  state: 'committed' | 'archived' | 'quarantining',
  work: (files: FileRow[]) => Promise<unknown>,
): Promise<void> {
  while (!ctx.signal.aborted) {
    const now = ctx.clock.now();
    const lease = { worker: ctx.worker, runId: ctx.runId, untilMs: now + LEASE_MS, nowMs: now, limit: BATCH };
    const files = await ctx.database.transaction((tx) => claimCleanup(tx, state, lease));
    if (files.length === 0) return;
    const failure = await work(files);
    if (failure === undefined) continue;
    if (classOf(failure) === 'config') throw failure;
    ctx.log.warn({ state, error: codeOf(failure) }, 'a move has to wait for the next run');
    ctx.tally.retried += 1;
  }
}
