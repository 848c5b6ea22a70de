import { AppError } from '../base/errors.ts';
import { ledgerIsEmpty } from './batch-table.ts';
import type { PollerDeps, PollRequest } from './context.ts';
import { archivePrefix, refuseOverlap } from './keys.ts';
import { refuseWhileRebuilding } from './rebuild-table.ts';

/** Step 0: everything that would make a run unsafe is refused before it begins. */
export async function preflight(deps: PollerDeps, request: Pick<PollRequest, 'routes'>): Promise<void> {
  await refuseUnsafePlace(deps, request);
  await refuseLostMemory(deps, request);
}

/** Prefixes that lie in each other, and a database that a power cut could rob of what it committed. */
export async function refuseUnsafePlace(deps: PollerDeps, request: Pick<PollRequest, 'routes'>): Promise<void> {
  refuseOverlap(request.routes);
  const problems = await deps.database.durabilityProblems();
  if (problems.length === 0) return;
  throw new AppError('misconfigured', `poll with ${deps.database.location}: ${problems.join('; ')}`, {
    hint: 'name a database on a local disk with --database',
  });
}

/**
 * An empty ledger beside a full archive means that the database was lost: polling would load batches twice. So would it
 * while only a part of the ledger is rebuilt.
 */
export async function refuseLostMemory(deps: PollerDeps, request: Pick<PollRequest, 'routes'>): Promise<void> {
  await refuseWhileRebuilding(deps.database);
  if (!(await ledgerIsEmpty(deps.database))) return;
  for (const route of request.routes) {
    const prefix = archivePrefix(deps.system, route);
    for await (const page of deps.store.list(prefix, { signal: deps.signal, pageSize: 1 })) {
      if (page.length === 0) continue;
      throw new AppError(
        'misconfigured',
        `poll as ${deps.system}: the ledger is empty, but ${prefix} holds archived batches`,
        {
          hint: 'restore the database from a backup if there is one, then run "handoff rebuild-ledger --from archive"; to begin afresh on purpose, move that folder of the store away first',
        },
      );
    }
  }
}
