import { existsSync } from 'node:fs';
import { isDead, type ProcessIdentity } from '../base/process-identity.ts';
import { AppError, messageOf } from '../base/errors.ts';
import { newRunId } from '../base/ids.ts';
import { endingFacts, type ExporterContext, openingFacts, outcomeOf } from './context.ts';
import { beginAttempt, type OutboxRow, pendingBatches } from './outbox-table.ts';
import { publishBatch } from './publish.ts';
import type { BatchOutcome, ExporterDeps } from './request.ts';
import { openSpool } from './spool.ts';
import { stateBatch } from './state-batch.ts';

/** An attempt of another machine's process counts as abandoned after this; the fence makes an error harmless. */
const FOREIGN_ATTEMPT_MS = 10 * 60_000;

export interface ResumeRequest {
  readonly spoolFolder: string;
}

/** Publishes what earlier runs built and could not publish, and removes what dead ones left in the spool. */
export async function resumeOutbox(deps: ExporterDeps, request: ResumeRequest): Promise<readonly BatchOutcome[]> {
  return resume(openContext(deps, request.spoolFolder));
}

export function openContext(deps: ExporterDeps, spoolFolder: string): ExporterContext {
  return { ...deps, runId: newRunId(deps.clock.now()), spool: openSpool(spoolFolder), published: new Set() };
}

export async function resume(ctx: ExporterContext): Promise<readonly BatchOutcome[]> {
  const pending = await pendingBatches(ctx.database);
  ctx.spool.sweep(new Set(pending.map(({ path }) => path)), ctx.clock.now());
  const outcomes: BatchOutcome[] = [];
  for (const row of pending) {
    ctx.signal.throwIfAborted();
    if (row.store !== ctx.store.identity) {
      ctx.log.warn({ batch_id: row.batch_id, store: row.store }, 'a batch waits for another store');
      continue;
    }
    const opened = isOthers(ctx, row) ? undefined : await openNext(ctx, row);
    if (opened === undefined) continue;
    ctx.log.info({ batch_id: row.batch_id, attempt: opened.attempt }, 'resume publishing');
    outcomes.push(outcomeOf(ctx, await publishBatch(ctx, opened)));
  }
  return outcomes;
}

/** Another process is publishing it just now, or it lies in another machine's spool. */
function isOthers(ctx: ExporterContext, row: OutboxRow): boolean {
  if (row.owner === ctx.spool.owner) return false;
  const owner = JSON.parse(row.owner) as ProcessIdentity;
  const own = JSON.parse(ctx.spool.owner) as ProcessIdentity;
  if (owner.host === own.host) return row.attempt_open === 1 && !isDead(owner);
  if (existsSync(ctx.spool.pathOf(row.path))) {
    return row.attempt_open === 1 && ctx.clock.now() - row.attempt_ms < FOREIGN_ATTEMPT_MS;
  }
  ctx.log.warn({ batch_id: row.batch_id, host: owner.host }, 'a batch waits in the spool of another machine');
  return true;
}

/** The next attempt; one that a killed process left open is closed with it. Undefined when another process was faster. */
async function openNext(ctx: ExporterContext, row: OutboxRow): Promise<OutboxRow | undefined> {
  try {
    return await ctx.database.transaction(async (tx) => {
      const begun = await beginAttempt(tx, row, ctx.spool.owner, ctx.clock.now());
      const opened = await stateBatch(ctx, tx, begun);
      if (row.attempt_open === 1) {
        await ctx.audit.append(tx, endingFacts(ctx, row, { event: 'handoff.abandoned', outcome: 'failure' }));
      }
      await ctx.audit.append(tx, openingFacts(ctx, opened));
      return opened;
    });
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'fenced') throw thrown;
    ctx.log.debug({ batch_id: row.batch_id, message: messageOf(thrown) }, 'resumed by another process');
    return undefined;
  }
}
