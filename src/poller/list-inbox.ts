import { setTimeout as sleep } from 'node:timers/promises';
import type { ObjectInfo } from '../objectstore/port.ts';
import { factsOf, type Route, type RunContext } from './context.ts';
import { filesInState, type FileRow, moveUnclaimed } from './file-table.ts';
import { inboxPrefix } from './keys.ts';
import { observePage } from './observe.ts';

/** A folder's file that is younger than this may still be written; it is looked at again after as long. */
const SETTLE_MS = 2_000;
/** A run waits this long in all for files that keep growing. */
const MAX_SETTLING_MS = 30_000;
/** Growing files looked at in one run. */
const MAX_SEEN = 1_000;

/** Lists one inbox page by page, calling `work` after each while the next page is already on its way. */
export async function listInbox(ctx: RunContext, route: Route, work: () => Promise<void>): Promise<void> {
  const pages = ctx.store.list(inboxPrefix(route), { signal: ctx.signal })[Symbol.asyncIterator]();
  const ask = (): { listedAtMs: number; page: Promise<IteratorResult<readonly ObjectInfo[]>> } => {
    const asked = { listedAtMs: ctx.clock.now(), page: pages.next() };
    // Awaited in the loop; a failure meanwhile must not count as unhandled.
    asked.page.catch(() => undefined);
    return asked;
  };
  let next = ask();
  for (;;) {
    const { listedAtMs } = next;
    const page = await next.page;
    if (page.done === true) return;
    next = ask();
    await observePage(ctx, route, page.value, { count: true, listedAtMs });
    await work();
    if (ctx.signal.aborted) return;
  }
}

/** Looks again, 2 s later, at files that were too young, until all are ready or the patience is over. */
export async function awaitSettled(ctx: RunContext, work: () => Promise<void>): Promise<void> {
  const until = ctx.clock.now() + MAX_SETTLING_MS;
  while (ctx.clock.now() < until && !ctx.signal.aborted) {
    const seen = await filesInState(ctx.database, 'seen', MAX_SEEN);
    if (seen.length === 0) return;
    await sleep(SETTLE_MS, undefined, { signal: ctx.signal });
    for (const route of ctx.routes) {
      await lookAgain(
        ctx,
        route,
        seen.filter((file) => file.contract === route.contract.name),
      );
    }
    await work();
  }
}

async function lookAgain(ctx: RunContext, route: Route, files: readonly FileRow[]): Promise<void> {
  const listedAtMs = ctx.clock.now();
  const found: ObjectInfo[] = [];
  const gone: FileRow[] = [];
  for (const file of files) {
    const head = await ctx.store.head(file.key, ctx.signal);
    if (head === undefined) gone.push(file);
    else found.push(head);
  }
  // In the order of a listing: by the bytes of the key.
  found.sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)));
  await observePage(ctx, route, found, { count: false, listedAtMs });
  await forget(ctx, gone);
}

/** Taken away before it was ready, as a writer does who renames in the end: nothing was promised about it yet. */
async function forget(ctx: RunContext, files: readonly FileRow[]): Promise<void> {
  if (files.length === 0) return;
  await ctx.database.transaction(async (tx) => {
    for (const file of files) {
      await moveUnclaimed(tx, file as FileRow & { readonly state: 'seen' }, 'vanished', ctx.clock.now());
      const detail = { key: file.key, was: 'seen' };
      await ctx.audit.append(tx, { ...factsOf(ctx, file), event: 'file.vanished', outcome: 'success', detail });
    }
  });
}
