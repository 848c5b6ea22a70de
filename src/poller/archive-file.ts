import { classOf } from '../base/errors.ts';
import type { ReasonCode } from '../base/reasons.ts';
import { eachConcurrently } from '../base/each-concurrently.ts';
import type { Transaction } from '../database/port.ts';
import { factsOf, type RunContext } from './context.ts';
import type { FetchedFile } from './fetch-file.ts';
import { type FileRow, moveFile, requireClaim } from './file-table.ts';
import { arrivalNote } from './note-first-seen.ts';
import { preserveProven } from './preserve-proven.ts';
import { unlessFenced } from './unless-fenced.ts';

/** Store calls in flight while files move. */
export const MOVES_IN_FLIGHT = 16;

/** A judged file, and its bytes if they are still at hand. */
export interface Movable {
  readonly file: FileRow;
  readonly fetched: FetchedFile | undefined;
}

/** How one step at the store went. `later`: the environment failed, the row stays for the next run. */
type Step =
  | { readonly result: 'moved' }
  | { readonly result: 'later'; readonly error: unknown }
  | { readonly result: 'alert'; readonly code: ReasonCode; readonly next: 'superseded' | 'vanished' | undefined };

/**
 * Steps 5–8 for committed files: archive copy proven, recorded, source removed, recorded; each is safe to repeat.
 * Returns the last error of the environment, undefined when there was none.
 */
export async function archiveFiles(ctx: RunContext, files: readonly Movable[]): Promise<unknown> {
  const steps = new Map<number, Step>();
  await eachConcurrently(files, MOVES_IN_FLIGHT, async (item) => {
    steps.set(item.file.id, await archiveOne(ctx, item));
  });
  const archived: FileRow[] = [];
  let alerts = 0;
  await ctx.database.transaction(async (tx) => {
    for (const { file } of files) {
      const step = steps.get(file.id);
      await unlessFenced(ctx, tx, file, async () => {
        if (step?.result === 'moved') archived.push(await recordArchived(ctx, tx, file));
        if (step?.result !== 'alert') return;
        await recordAlert(ctx, tx, file, step.code, step.next);
        alerts += 1;
      });
    }
  });
  ctx.tally.archived += archived.length;
  ctx.tally.alerts += alerts;
  return (await removeSources(ctx, archived)) ?? lastError(steps);
}

async function archiveOne(ctx: RunContext, { file, fetched }: Movable): Promise<Step> {
  try {
    const metadata =
      file.sha256 === null ? {} : { sha256: file.sha256, ...(await arrivalNote(ctx, file, file.sha256)) };
    const proven = await preserveProven(ctx, file, fetched, metadata);
    return proven ? { result: 'moved' } : { result: 'alert', code: 'ARCHIVE_CONFLICT', next: undefined };
  } catch (error) {
    // The rows are in, but the object that they came from is no longer there to be kept.
    const kind = classOf(error);
    if (kind === 'changed') return { result: 'alert', code: 'ARCHIVE_UNPROVEN', next: 'superseded' };
    if (kind === 'gone') return { result: 'alert', code: 'ARCHIVE_UNPROVEN', next: 'vanished' };
    return { result: 'later', error };
  } finally {
    await fetched?.close();
  }
}

async function recordArchived(ctx: RunContext, tx: Transaction, file: FileRow): Promise<FileRow> {
  await moveFile(tx, file, 'committed', 'archived', {}, ctx.clock.now());
  const detail = { key: file.key, destination: file.destination ?? '' };
  await ctx.audit.append(tx, { ...factsOf(ctx, file), event: 'handoff.archived', outcome: 'success', detail });
  return { ...file, state: 'archived' };
}

async function recordAlert(
  ctx: RunContext,
  tx: Transaction,
  file: FileRow,
  code: ReasonCode,
  next: 'superseded' | 'vanished' | undefined,
): Promise<void> {
  // First: a worker that slept may only see that the file's new owner has moved it already.
  if (next === undefined) await requireClaim(tx, file, 'committed');
  else await moveFile(tx, file, 'committed', next, { code }, ctx.clock.now());
  ctx.log.error(
    { key: file.key, code, destination: file.destination },
    'the archive copy is not proven; nothing was removed',
  );
  await ctx.audit.append(tx, {
    ...factsOf(ctx, file),
    event: 'archive.conflict',
    outcome: 'failure',
    reason_code: code,
    detail: { key: file.key, destination: file.destination ?? '' },
  });
}

/** Steps 7–8. The source goes only now, when archive and record are both proven. */
export async function removeSources(ctx: RunContext, files: readonly FileRow[]): Promise<unknown> {
  const removed = new Map<number, 'removed' | 'gone' | 'changed'>();
  let failure: unknown;
  await eachConcurrently(files, MOVES_IN_FLIGHT, async (file) => {
    try {
      removed.set(file.id, await ctx.store.remove(file.key, file.etag, ctx.signal));
    } catch (error) {
      failure = error;
    }
  });
  await ctx.database.transaction(async (tx) => {
    for (const file of files) {
      const how = removed.get(file.id);
      if (how === undefined) continue;
      await unlessFenced(ctx, tx, file, () => recordRemoved(ctx, tx, file, how));
    }
  });
  return failure;
}

async function recordRemoved(
  ctx: RunContext,
  tx: Transaction,
  file: FileRow,
  how: 'removed' | 'gone' | 'changed',
): Promise<void> {
  await moveFile(tx, file, 'archived', 'done', { lease_until_ms: null }, ctx.clock.now());
  await ctx.audit.append(tx, {
    ...factsOf(ctx, file),
    event: how === 'changed' ? 'file.changed' : 'handoff.removed',
    outcome: 'success',
    detail: { key: file.key, source: how },
  });
}

function lastError(steps: ReadonlyMap<number, Step>): unknown {
  let last: unknown;
  for (const step of steps.values()) if (step.result === 'later') last = step.error;
  return last;
}
