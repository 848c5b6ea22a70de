import { newRunId } from '../base/ids.ts';
import { hashInKey } from '../contract/key-name.ts';
import { ledgerHash } from './batch-table.ts';
import { LEASE_MS, type PollerDeps, type Route } from './context.ts';
import { SPOOL_BYTES } from './fetch-file.ts';
import { type Archived, listArchive } from './list-archive.ts';
import { refuseUnsafePlace } from './preflight.ts';
import {
  addConflict,
  addDamaged,
  emptyReport,
  type LookUp,
  type MissingCopy,
  type RebuildContext,
  type RebuildReport,
  type RebuildRequest,
} from './rebuild-context.ts';
import { beginRebuild, endRebuild, renewRebuild } from './rebuild-lease.ts';
import { planCopies } from './rebuild-plan.ts';
import { takeGroup } from './rebuild-take.ts';
import { sweepSpool } from './spool.ts';
import { loadTrust } from './trust-policy.ts';
import { inlineVerifier, openThread, type Verifier } from './verifier.ts';

/** Copies taken in one transaction: so many, of so many bytes in memory; a large one comes alone. */
const GROUP_COPIES = 100;
const GROUP_BYTES = 16 * 1024 * 1024;
/** Less than this and starting a thread takes longer than the work. */
const INLINE_BYTES = 1024 * 1024;

/**
 * Takes into the ledger what the archive holds and the ledger lacks: after the database was lost, or restored from a
 * backup that is older than the last batch. An archived object is only ever read. While the row in `rebuild` stands
 * nothing is polled; a rebuild that was killed goes on where it stopped when it is started again.
 *
 * Throws `busy` beside a live poll, `unavailable` and errors of the configuration when it cannot go on: what was taken
 * until then stays taken, and polling stays refused until a later rebuild comes to its end.
 */
export async function rebuildLedger(deps: PollerDeps, request: RebuildRequest): Promise<RebuildReport> {
  await refuseUnsafePlace(deps, request);
  const report = emptyReport(request.dryRun);
  const runId = newRunId(deps.clock.now());
  const trusted = await loadTrust(deps.trust);
  const ctx: RebuildContext = { ...deps, ...request, runId, report, trusted };
  if (request.dryRun) await planCopies(ctx, (look) => missingCopies(ctx, look));
  else if (await beginRebuild(ctx)) await perform(ctx);
  else report.already_running = true;
  return report;
}

async function perform(ctx: RebuildContext): Promise<void> {
  const heartbeat = setInterval(() => void renewRebuild(ctx), LEASE_MS / 3);
  let outcome: 'finished' | 'interrupted' | 'failed' = 'failed';
  try {
    await sweepSpool(ctx.spoolFolder, ctx.clock);
    await takeMissing(ctx);
    outcome = 'finished';
  } catch (thrown) {
    if (ctx.signal.aborted && thrown === ctx.signal.reason) outcome = 'interrupted';
    throw thrown;
  } finally {
    clearInterval(heartbeat);
    await endRebuild(ctx, outcome);
  }
}

/** A thread beside the writer for large groups, this thread for small ones, as in a poll. */
async function takeMissing(ctx: RebuildContext): Promise<void> {
  const lookUp = (route: Route, batchId: string): Promise<string | undefined> =>
    ledgerHash(ctx.database, route.contract.name, batchId);
  let thread: Verifier | undefined;
  try {
    for await (const group of inGroups(missingCopies(ctx, lookUp))) {
      ctx.signal.throwIfAborted();
      const bytes = group.reduce((sum, { size }) => sum + size, 0);
      if (bytes >= INLINE_BYTES) thread ??= openThread();
      let rest: readonly MissingCopy[] = group;
      while (rest.length > 0) rest = await takeGroup(ctx, thread ?? inlineVerifier, rest);
      ctx.progress?.(ctx.report);
    }
  } finally {
    await thread?.close();
  }
}

/** What has to be taken, in the order of the archive's keys. Whatever else is found on the way is counted. */
async function* missingCopies(ctx: RebuildContext, lookUp: LookUp): AsyncGenerator<MissingCopy> {
  for (const route of ctx.routes) {
    for await (const page of listArchive(ctx, route)) {
      for (const archived of page) {
        ctx.report.archived += 1;
        const missing = await judgeName(ctx, archived, lookUp);
        if (missing !== undefined) yield missing;
      }
      ctx.progress?.(ctx.report);
    }
  }
}

/** Id and digits stand in the name: what the ledger has is not even read. */
async function judgeName(
  ctx: RebuildContext,
  { route, object, name }: Archived,
  lookUp: LookUp,
): Promise<MissingCopy | undefined> {
  const { key, etag, sizeBytes: size } = object;
  if (name === undefined) {
    addDamaged(ctx.report, key, 'NAME_MISMATCH');
    return undefined;
  }
  const { batchId, day, digits } = name;
  const sha256 = await lookUp(route, batchId);
  if (sha256 === undefined) return { route, key, etag, size, batchId, day, digits, reads: 0, lastReadMd5: null };
  if (hashInKey(sha256) === digits) ctx.report.known += 1;
  else addConflict(ctx.report, key, batchId);
  return undefined;
}

async function* inGroups(copies: AsyncIterable<MissingCopy>): AsyncGenerator<MissingCopy[]> {
  let group: MissingCopy[] = [];
  let bytes = 0;
  for await (const copy of copies) {
    const isFull = group.length >= GROUP_COPIES || bytes + copy.size > GROUP_BYTES || copy.size > SPOOL_BYTES;
    if (isFull && group.length > 0) {
      yield group;
      group = [];
      bytes = 0;
    }
    group.push(copy);
    bytes += copy.size;
  }
  if (group.length > 0) yield group;
}
