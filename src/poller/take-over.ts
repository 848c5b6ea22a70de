import type { ProcessIdentity } from '../base/process-identity.ts';
import { isDead } from '../base/process-identity.ts';
import type { Transaction } from '../database/port.ts';
import { factsOf, type RunContext } from './context.ts';
import { type FileRow, takeOver } from './file-table.ts';

/** A file that killed its worker so often is not read again. */
export const MAX_CRASHES = 3;

interface Holder {
  readonly host: string | null;
  readonly pid: number | null;
  readonly started: string | null;
}

/**
 * Files leased to somebody who will not come back — lease over, or the process is known to be dead — become ready,
 * with a crash counted and their attempt closed. Moves left half-done lose their lease, so that this run may finish them.
 */
export async function takeOverDead(ctx: RunContext): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    for (const held of await heldFiles(tx, ctx.runId)) {
      const over = held.lease_until_ms === null || held.lease_until_ms < ctx.clock.now();
      if (!over && !isDead(identityOf(held))) continue;
      if (held.state === 'working') await abandon(ctx, tx, held);
      else await dropLease(tx, held);
    }
  });
}

/**
 * A file that was set aside because it kills may kill whoever moves it too: this is counted, so that somebody stops
 * trying. A run that came to its end has given its lease back: it did not die, it only could not move the file.
 */
async function dropLease(
  tx: Transaction,
  { id, code, claim_token: token, lease_until_ms: lease }: FileRow,
): Promise<void> {
  if (lease === null) return;
  await tx.run('update file set lease_until_ms = null, crashes = crashes + $1 where id = $2 and claim_token = $3', [
    code === 'CRASH_LOOP' ? 1 : 0,
    id,
    token,
  ]);
}

async function heldFiles(tx: Transaction, runId: string): Promise<(FileRow & Holder)[]> {
  return tx.query<FileRow & Holder>(
    `select f.*, r.host, r.pid, r.started from file f left join run r on r.run_id = f.run_id
     where f.state in ('working', 'committed', 'archived', 'quarantining') and f.run_id is not $1 order by f.id`,
    [runId],
  );
}

function identityOf(held: Holder): ProcessIdentity {
  return { host: held.host ?? '', pid: held.pid ?? 0, started: held.started ?? '' };
}

async function abandon(ctx: RunContext, tx: Transaction, file: FileRow): Promise<void> {
  if (!(await takeOver(tx, file, ctx.clock.now()))) return;
  ctx.log.warn({ key: file.key, crashes: file.crashes + 1 }, 'its worker died; taken over');
  await ctx.audit.append(tx, {
    ...factsOf(ctx, file),
    event: 'handoff.abandoned',
    outcome: 'failure',
    detail: { key: file.key, crashes: file.crashes + 1, was: file.run_id ?? '' },
  });
}
