import { isoTime } from '../base/clock.ts';
import { newCorrelationId } from '../base/ids.ts';
import type { Transaction } from '../database/port.ts';
import type { ObjectInfo } from '../objectstore/port.ts';
import type { RunContext, Route } from './context.ts';
import { factsOf } from './context.ts';
import { type FileRow, insertFile, lastGeneration, liveByKey, moveUnclaimed, wasMovedSince } from './file-table.ts';
import { inboxPrefix, isCandidate } from './keys.ts';

/** Counts of what this listing saw of files that earlier runs had judged. */
interface Seen {
  held: number;
  skipped: number;
}

/**
 * Writes one page of a listing into `file`: new observations become ready (or seen, while a folder's file may still be
 * written), a known key with other bytes supersedes what nobody works on.
 */
export async function observePage(
  ctx: RunContext,
  route: Route,
  page: readonly ObjectInfo[],
  options: { readonly count: boolean; readonly listedAtMs: number },
): Promise<void> {
  const prefix = inboxPrefix(route);
  const candidates = page.filter((object) => isCandidate(object.key, prefix));
  if (options.count) ctx.tally.ignored += page.length - candidates.length;
  const [first, last] = [candidates[0], candidates.at(-1)];
  if (first === undefined || last === undefined) return;
  const seen = await ctx.database.transaction(async (tx) => {
    const live = await liveByKey(tx, first.key, last.key);
    const counts: Seen = { held: 0, skipped: 0 };
    for (const object of candidates)
      await observe({ ctx, tx, route, listedAtMs: options.listedAtMs, counts }, object, live.get(object.key));
    return counts;
  });
  if (!options.count) return;
  ctx.tally.listed += candidates.length;
  ctx.tally.held += seen.held;
  ctx.tally.skipped += seen.skipped;
}

interface Look {
  readonly ctx: RunContext;
  readonly tx: Transaction;
  readonly route: Route;
  readonly listedAtMs: number;
  readonly counts: Seen;
}

async function observe(look: Look, object: ObjectInfo, known: FileRow | undefined): Promise<void> {
  const { ctx, tx, counts } = look;
  if (known === undefined) return addFile(look, object);
  if (known.etag === object.etag && known.size === object.sizeBytes) {
    if (isIn(known, 'held')) counts.held += 1;
    if (isIn(known, 'skipped')) counts.skipped += 1;
    if (isIn(known, 'seen') && !object.unsettled) await moveUnclaimed(tx, known, 'ready', ctx.clock.now());
    return;
  }
  if (await supersede(ctx, tx, known)) await addFile(look, object);
}

/** A file that is being worked is left to its worker: its own steps find that the object changed. */
async function supersede(ctx: RunContext, tx: Transaction, known: FileRow): Promise<boolean> {
  const now = ctx.clock.now();
  const free =
    isIn(known, 'seen') ||
    isIn(known, 'ready') ||
    isIn(known, 'retry_wait') ||
    isIn(known, 'held') ||
    isIn(known, 'skipped');
  if (!free || !(await moveUnclaimed(tx, known, 'superseded', now))) return false;
  await ctx.audit.append(tx, {
    ...factsOf(ctx, known),
    event: 'file.superseded',
    outcome: 'success',
    detail: { key: known.key, was: known.state },
  });
  return true;
}

async function addFile({ ctx, tx, route, listedAtMs }: Look, object: ObjectInfo): Promise<void> {
  const before = await lastGeneration(tx, object);
  const since = isoTime(listedAtMs);
  // Another poller finished it after this listing was made: what the listing shows is the object that is gone by now.
  if (before !== undefined && before.updated_at >= since) return;
  // The same under another etag, which a folder's file gets by the link that archives it. The next listing sees what is new.
  if (await wasMovedSince(tx, object.key, since)) return;
  // Marked: judged, but we may not delete it; its verdict stands as long as its bytes do.
  if (before?.marked === 1) return;
  await insertFile(tx, object, {
    contract: route.contract.name,
    state: object.unsettled ? 'seen' : 'ready',
    generation: (before?.generation ?? 0) + 1,
    correlationId: newCorrelationId(),
    nowMs: ctx.clock.now(),
  });
}

function isIn<S extends FileRow['state']>(file: FileRow, state: S): file is FileRow & { readonly state: S } {
  return file.state === state;
}
