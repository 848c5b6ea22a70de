import { AppError } from '../base/errors.ts';
import type { ExportContext } from './context.ts';

/**
 * An input that was published to one store has not been published to another: saying `exists` would lose it, and
 * publishing it without being asked would double it where both stores have the same reader.
 */
export function refuseOtherStore(
  ctx: ExportContext,
  input: string,
  former: { readonly state: string; readonly store: string },
): void {
  if (former.store === ctx.store.identity) return;
  const finished = former.state !== 'running' && former.state !== 'pending';
  if (finished && ctx.again) return;
  throw new AppError('refused', `export ${input} to ${ctx.store.identity}: it was exported to ${former.store}`, {
    hint: finished
      ? 'name that store with --store, or publish it here as well with --again'
      : 'finish it there first: name that store with --store',
  });
}
