import { factsOf, type RunContext } from './context.ts';
import { type FileRow, filesInState, moveUnclaimed } from './file-table.ts';

const MAX_HELD = 10_000;

/** After an upgrade, files that were held for their version become ready by themselves. */
export async function releaseHeld(ctx: RunContext): Promise<void> {
  const held = await filesInState(ctx.database, 'held', MAX_HELD);
  const readable = held.filter((file) =>
    ctx.routes.some(
      ({ contract }) =>
        contract.name === file.contract &&
        contract.revisions.some((revision) => revision.schemaVersion === file.schema_version),
    ),
  );
  if (readable.length === 0) return;
  await ctx.database.transaction(async (tx) => {
    for (const file of readable) {
      const moved = await moveUnclaimed(tx, file as FileRow & { readonly state: 'held' }, 'ready', ctx.clock.now());
      if (moved)
        await ctx.audit.append(tx, {
          ...factsOf(ctx, file),
          event: 'file.returned',
          outcome: 'success',
          detail: { key: file.key, was: 'held' },
        });
    }
  });
}
