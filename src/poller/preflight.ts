import { AppError } from '../base/errors.ts';
import { ledgerIsEmpty } from './batch-table.ts';
import type { PollerDeps, PollRequest } from './context.ts';
import { archivePrefix, refuseOverlap } from './keys.ts';

/** Step 0: everything that would make a run unsafe is refused before it begins. */
export async function preflight(deps: PollerDeps, request: PollRequest): Promise<void> {
  refuseOverlap(request.routes);
  const problems = await deps.database.durabilityProblems();
  if (problems.length > 0) {
    throw new AppError('misconfigured', `poll with ${deps.database.location}: ${problems.join('; ')}`, {
      hint: 'name a database on a local disk with --database',
    });
  }
  await refuseLostMemory(deps, request);
}

/** An empty ledger beside a full archive means that the database was lost: polling would load batches twice. */
export async function refuseLostMemory(deps: PollerDeps, request: Pick<PollRequest, 'routes'>): Promise<void> {
  if (!(await ledgerIsEmpty(deps.database))) return;
  for (const route of request.routes) {
    const prefix = archivePrefix(deps.system, route);
    for await (const page of deps.store.list(prefix, { signal: deps.signal, pageSize: 1 })) {
      if (page.length === 0) continue;
      throw new AppError(
        'misconfigured',
        `poll as ${deps.system}: the ledger is empty, but ${prefix} holds archived batches`,
        {
          hint: 'restore the database from a backup; to begin afresh on purpose, move that folder of the store away first',
        },
      );
    }
  }
}
