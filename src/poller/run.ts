import { startDirtyTimer } from '../audit/index.ts';
import { codeOf } from '../base/errors.ts';
import { newRunId } from '../base/ids.ts';
import { clearBreaker } from './breaker.ts';
import { readTrip } from './breaker-table.ts';
import { emptyTally, LEASE_MS, type PollerDeps, type PollRequest, type RunContext, type Tally } from './context.ts';
import { renewLeases } from './file-table.ts';
import { finishMoves } from './finish-moves.ts';
import { awaitSettled, listInbox } from './list-inbox.ts';
import { preflight } from './preflight.ts';
import { releaseHeld } from './release-held.ts';
import { reportGaps } from './report-gaps.ts';
import { finishRun, isRunning, renewRunLease, startRun } from './run-table.ts';
import { sweepSpool } from './spool.ts';
import { takeOverDead } from './take-over.ts';
import { loadTrust } from './trust-policy.ts';
import { WorkLoop } from './work-loop.ts';
import { writeReceipts } from './write-receipts.ts';

export interface PollReport extends Tally {
  readonly run_id: string;
  /** Another process works under this worker name; nothing was done. */
  readonly already_running: boolean;
  /** The signal came; what was not finished waits for the next run. */
  readonly interrupted: boolean;
  /** Five files in a row were refused for this code: systemic failure suspected, nothing of them moved. */
  readonly breaker: string | null;
  /** Calls made to the store, by verb. */
  readonly requests: Readonly<Record<string, number>>;
  readonly duration_ms: number;
}

/**
 * One run: finish old work, list, work, clean up, report. Safe to start at any moment and as often as one likes: the same
 * worker name never runs twice at once. Throws what ends a run early: `unavailable` (try later) or an error of the configuration.
 */
export async function runPoll(deps: PollerDeps, request: PollRequest): Promise<PollReport> {
  const startedMs = deps.clock.now();
  const ctx: RunContext = {
    ...deps,
    ...request,
    trusted: await loadTrust(deps.trust),
    runId: newRunId(startedMs),
    tally: emptyTally(),
    requestsBefore: { ...deps.store.requests },
    leaseLost: new AbortController(),
  };
  await preflight(deps, request);
  if (!(await begin(ctx))) return report(ctx, startedMs, { alreadyRunning: true });
  const heartbeat = setInterval(() => void renew(ctx), LEASE_MS / 3);
  // A long run is vouched for while it lasts.
  const timer = deps.checkpointer && startDirtyTimer(deps.checkpointer, deps.log);
  let outcome: 'finished' | 'interrupted' | 'failed' = 'failed';
  let breaker: string | undefined;
  try {
    breaker = await perform(ctx);
    outcome = ctx.signal.aborted ? 'interrupted' : 'finished';
  } catch (thrown) {
    if (!isInterruption(ctx, thrown)) throw thrown;
    outcome = 'interrupted';
  } finally {
    clearInterval(heartbeat);
    await timer?.stop();
    await end(ctx, outcome, report(ctx, startedMs, { breaker }));
    // Also of a run that failed: what it did before is done.
    await deps.checkpointer?.cutNews();
  }
  return report(ctx, startedMs, { breaker });
}

/** Only what the signal itself caused: a disk that is full at that moment is still an error. */
function isInterruption({ signal }: RunContext, thrown: unknown): boolean {
  return signal.aborted && (thrown === signal.reason || (thrown instanceof Error && thrown.name === 'AbortError'));
}

async function begin(ctx: RunContext): Promise<boolean> {
  // Looked at first: a transaction would wait until the other process has committed its large file.
  if (await isRunning(ctx.database, ctx.worker, ctx.clock.now())) return false;
  return ctx.database.transaction(async (tx) => {
    const nowMs = ctx.clock.now();
    const start = {
      runId: ctx.runId,
      worker: ctx.worker,
      identity: ctx.identity,
      nowMs,
      leaseUntilMs: nowMs + LEASE_MS,
    };
    if (!(await startRun(tx, start))) return false;
    await ctx.audit.append(tx, {
      event: 'run.started',
      outcome: 'pending',
      run_id: ctx.runId,
      actor: `worker:${ctx.worker}`,
    });
    return true;
  });
}

/** The run's steps in order; returns the breaker's code if it tripped. */
async function perform(ctx: RunContext): Promise<string | undefined> {
  await sweepSpool(ctx.spoolFolder, ctx.clock);
  await takeOverDead(ctx);
  await finishMoves(ctx);
  await releaseHeld(ctx);
  if (!ctx.breaker) await ctx.database.transaction((tx) => clearBreaker(ctx, tx, `operator:--no-breaker`));
  const loop = new WorkLoop(ctx, (await readTrip(ctx.database)) !== undefined);
  const work = async (): Promise<void> => loop.drain('usual');
  try {
    for (const route of ctx.routes) await listInbox(ctx, route, work);
    await work();
    await awaitSettled(ctx, work);
    await loop.drain('suspects');
  } finally {
    await loop.finish();
  }
  if (!ctx.signal.aborted) await reportGaps(ctx);
  const unanswered = await writeReceipts(ctx);
  const failure = loop.failure ?? unanswered;
  if (failure !== undefined) throw failure;
  return loop.trippedBy;
}

async function end(
  ctx: RunContext,
  outcome: 'finished' | 'interrupted' | 'failed',
  summary: PollReport,
): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    // What this run leaves behind may be taken up by the next one at once.
    await tx.run('update file set lease_until_ms = null where run_id = $1 and lease_until_ms is not null', [ctx.runId]);
    await ctx.audit.append(tx, {
      event: 'run.finished',
      outcome: outcome === 'finished' ? 'success' : 'failure',
      run_id: ctx.runId,
      actor: `worker:${ctx.worker}`,
      detail: { outcome, ingested: summary.ingested, duplicates: summary.duplicates, quarantined: summary.quarantined },
    });
    await finishRun(tx, ctx.runId, outcome, summary, ctx.clock.now());
  });
}

async function renew(ctx: RunContext): Promise<void> {
  const until = ctx.clock.now() + LEASE_MS;
  try {
    if (!(await renewRunLease(ctx.database, ctx.runId, until))) ctx.leaseLost.abort();
    else await renewLeases(ctx.database, ctx.runId, until);
  } catch (thrown) {
    // The fencing token protects the rows even when the lease is lost; the next beat tries again.
    ctx.log.warn({ error: codeOf(thrown) }, 'could not renew the leases');
  }
}

function report(
  ctx: RunContext,
  startedMs: number,
  extra: { alreadyRunning?: boolean; breaker?: string | undefined },
): PollReport {
  return {
    run_id: ctx.runId,
    already_running: extra.alreadyRunning ?? false,
    interrupted: ctx.signal.aborted,
    breaker: extra.breaker ?? null,
    ...ctx.tally,
    requests: requestsSince(ctx.store.requests, ctx.requestsBefore),
    duration_ms: ctx.clock.now() - startedMs,
  };
}

function requestsSince(
  now: Readonly<Record<string, number>>,
  before: Readonly<Record<string, number>>,
): Record<string, number> {
  return Object.fromEntries(Object.entries(now).map(([verb, count]) => [verb, count - (before[verb] ?? 0)]));
}
