import type { Transaction } from '../database/port.ts';
import { ledgerHash } from './batch-table.ts';
import { factsOf, LEASE_MS, nameOf, type RunContext } from './context.ts';
import { SPOOL_BYTES } from './fetch-file.ts';
import { claimReady, type FileRow, LIVE, moveFile } from './file-table.ts';

/** Files leased at once: with 50 records each, about one group commit. */
const MAX_CLAIM = 500;
/** Bytes of one claim that may be held in memory between reading and archiving. */
const MAX_CLAIM_BYTES = 32 * 1024 * 1024;

export interface Claimed {
  readonly file: FileRow;
  /** The ledger has this batch id already: its rows need not be read. */
  readonly known: boolean;
}

/** Leases the next files and says so in the audit log before any byte moves. Files with a crash behind them come alone. */
export async function claimFiles(ctx: RunContext, limit: number, suspects: boolean): Promise<Claimed[]> {
  return ctx.database.transaction(async (tx) => {
    const count = suspects ? 1 : Math.min(limit, await countThatFit(ctx, tx));
    if (count === 0) return [];
    const now = ctx.clock.now();
    const lease = { worker: ctx.worker, runId: ctx.runId, untilMs: now + LEASE_MS, nowMs: now, limit: count, suspects };
    const files = await claimReady(tx, ctx.database, lease);
    await ctx.audit.append(
      tx,
      ...files.map((file) => ({
        ...factsOf(ctx, file),
        event: 'handoff.attempted' as const,
        outcome: 'pending' as const,
        detail: { key: file.key },
      })),
    );
    return Promise.all(
      files.map(async (file) => ({
        file,
        known: (await ledgerHash(tx, file.contract, nameOf(file.key))) !== undefined,
      })),
    );
  });
}

/** How many of the next files stay within the memory bound; a large one ends the claim, so that one spool is enough. */
async function countThatFit(ctx: RunContext, tx: Transaction): Promise<number> {
  const sizes = await tx.query<{ size: number }>(
    `select size from file
     where state in ('ready', 'retry_wait') and ${LIVE} and (state = 'ready' or next_attempt_ms <= $1) and crashes = 0
     order by id limit $2`,
    [ctx.clock.now(), MAX_CLAIM],
  );
  let bytes = 0;
  const over = sizes.findIndex(({ size }) => {
    if (size > SPOOL_BYTES) return true;
    bytes += size;
    return bytes > MAX_CLAIM_BYTES;
  });
  return over < 0 ? sizes.length : Math.max(over, 1);
}

/** Claims that were not worked go back, and their attempts end. */
export async function releaseClaims(ctx: RunContext, files: readonly FileRow[]): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    for (const file of files) {
      const [row] = await tx.query<{ state: string }>('select state from file where id = $1 and claim_token = $2', [
        file.id,
        file.claim_token,
      ]);
      if (row?.state !== 'working') continue;
      await moveFile(tx, file, 'working', 'ready', { lease_until_ms: null }, ctx.clock.now());
      await ctx.audit.append(tx, {
        ...factsOf(ctx, file),
        event: 'handoff.released',
        outcome: 'failure',
        detail: { key: file.key },
      });
    }
  });
}
