import { setTimeout as sleep } from 'node:timers/promises';
import type { ObjectInfo } from '../objectstore/port.ts';
import type { Route, RunContext } from './context.ts';
import { filesInState, type FileRow } from './file-table.ts';
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
  let next = pages.next();
  for (let page = await next; page.done !== true; page = await next) {
    next = pages.next();
    // Awaited in the loop's head; a failure meanwhile must not count as unhandled.
    next.catch(() => undefined);
    await observePage(ctx, route, page.value, { count: true });
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
      const files = seen.filter((file) => file.contract === route.contract.name);
      await observePage(ctx, route, await headAll(ctx, files), { count: false });
    }
    await work();
  }
}

async function headAll(ctx: RunContext, files: readonly FileRow[]): Promise<ObjectInfo[]> {
  const found: ObjectInfo[] = [];
  for (const file of files) {
    const head = await ctx.store.head(file.key, ctx.signal);
    if (head !== undefined) found.push(head);
  }
  return found.toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
