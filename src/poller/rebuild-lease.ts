import { type AuditFacts, entryFields, EVENTS, readEntries } from '../audit/index.ts';
import { AppError, codeOf } from '../base/errors.ts';
import type { Queries, Row, Transaction } from '../database/port.ts';
import { LEASE_MS } from './context.ts';
import { REBUILD_ACTOR, type RebuildContext } from './rebuild-context.ts';
import { deleteRebuild, insertRebuild, readRebuild, takeOverRebuild } from './rebuild-table.ts';
import { finishRun, holdsRunLease, liveRuns, renewRunLease, startRun } from './run-table.ts';

/** The worker name of a rebuild: two never run at once, and none beside a poll. */
const REBUILD_WORKER = 'rebuild-ledger';

/** False when another process rebuilds already. Throws `busy` while anybody polls. */
export async function beginRebuild(ctx: RebuildContext): Promise<boolean> {
  // Looked at first: a transaction would wait until the other process has committed its large file.
  if (!(await mayBegin(ctx, ctx.database))) return false;
  const before = await ctx.database.transaction(async (tx) => {
    if (!(await mayBegin(ctx, tx))) return false;
    return start(ctx, tx);
  });
  if (before === false) return false;
  if (before !== undefined) await closeLeftOpen(ctx, before);
  return true;
}

async function mayBegin(ctx: RebuildContext, queries: Queries): Promise<boolean> {
  const workers = (await liveRuns(queries, ctx.clock.now())).map(({ worker }) => worker);
  const [first] = workers;
  if (first === undefined) return true;
  // While the row stands no poll can hold that name.
  if (workers.includes(REBUILD_WORKER) && (await readRebuild(queries)) !== undefined) return false;
  throw new AppError('busy', `rebuild the ledger of ${ctx.system}: a poll is under way (worker ${first})`, {
    hint: 'wait until it has ended, or stop it, and start the rebuild again',
  });
}

/** From here on nothing is polled. Returns the run that an earlier rebuild did not come to the end of. */
async function start(ctx: RebuildContext, tx: Transaction): Promise<string | undefined> {
  const nowMs = ctx.clock.now();
  const { runId, identity } = ctx;
  const lease = { runId, worker: REBUILD_WORKER, identity, nowMs, leaseUntilMs: nowMs + LEASE_MS, rebuilding: true };
  await startRun(tx, lease);
  // Expired or dead, as was just looked at: a poll that slept past its lease and wakes finds it gone, and stops.
  await tx.run('delete from run_lease where run_id <> $1', [runId]);
  const before = (await readRebuild(tx))?.run_id;
  if (before === undefined) await insertRebuild(tx, runId, nowMs);
  await ctx.audit.append(tx, {
    event: 'rebuild.started',
    outcome: 'pending',
    run_id: runId,
    actor: REBUILD_ACTOR,
    detail: before === undefined ? {} : { was: before },
  });
  return before;
}

/**
 * What a killed run had opened is closed now, so that the log has an end for each attempt. The row keeps its name until
 * then: killed in here, the next run looks for the same ones.
 */
async function closeLeftOpen(ctx: RebuildContext, before: string): Promise<void> {
  const open = await openAttemptsOf(ctx, before);
  await ctx.database.transaction(async (tx) => {
    await requireLease(ctx, tx);
    await ctx.audit.append(tx, ...open.map((entry) => abandoned(ctx, entry)));
    await takeOverRebuild(tx, ctx.runId);
  });
}

/** Reads the log once; what is kept of it are the attempts that are open. */
async function openAttemptsOf(ctx: RebuildContext, runId: string): Promise<Row[]> {
  const open = new Map<string, Row>();
  for await (const stored of readEntries(ctx.database)) {
    const entry = entryFields(stored);
    if (entry['run_id'] !== runId) continue;
    const kind = Object.entries(EVENTS).find(([event]) => event === entry['event'])?.[1];
    if (kind === 'opens') open.set(String(entry['correlation_id']), entry);
    if (kind === 'closes') open.delete(String(entry['correlation_id']));
  }
  return [...open.values()];
}

function abandoned(ctx: RebuildContext, entry: Row): AuditFacts {
  const text = (name: string): string | null => (entry[name] === null ? null : String(entry[name]));
  return {
    event: 'handoff.abandoned',
    outcome: 'failure',
    contract: text('contract'),
    batch_id: text('batch_id'),
    target: text('target'),
    transport: 'file',
    attempt: Number(entry['attempt']),
    bytes: Number(entry['bytes']),
    run_id: ctx.runId,
    actor: REBUILD_ACTOR,
    correlation_id: text('correlation_id'),
    detail: { from: 'archive', was: String(entry['run_id']) },
  };
}

/** Every write of a rebuild: whoever lost its lease, by sleeping past it, must not write beside the one who has it now. */
export async function requireLease(ctx: RebuildContext, tx: Transaction): Promise<void> {
  if (await holdsRunLease(tx, ctx.runId)) return;
  throw new AppError('fenced', `rebuild the ledger of ${ctx.system}: another process has taken it over`);
}

export async function renewRebuild(ctx: RebuildContext): Promise<void> {
  try {
    await renewRunLease(ctx.database, ctx.runId, ctx.clock.now() + LEASE_MS);
  } catch (thrown) {
    // Every write asks for the lease, so that a lost one does no harm; the next beat tries again.
    ctx.log.warn({ error: codeOf(thrown) }, 'could not renew the lease');
  }
}

/** Gone through to its end, damaged copies or not: polling is allowed again. Otherwise the row stays for the next run. */
export async function endRebuild(ctx: RebuildContext, outcome: 'finished' | 'interrupted' | 'failed'): Promise<void> {
  const { archived, known, taken, records, damaged_count: damaged, conflict_count: conflicts } = ctx.report;
  const counts = { archived, known, taken, records, damaged, conflicts };
  await ctx.database.transaction(async (tx) => {
    if (!(await holdsRunLease(tx, ctx.runId))) return;
    if (outcome === 'finished') await deleteRebuild(tx);
    await ctx.audit.append(tx, {
      event: 'rebuild.finished',
      outcome: outcome === 'finished' ? 'success' : 'failure',
      run_id: ctx.runId,
      actor: REBUILD_ACTOR,
      detail: { outcome, ...counts },
    });
    await finishRun(tx, ctx.runId, outcome, counts, ctx.clock.now());
  });
}
