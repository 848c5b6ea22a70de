import { ledgerHash } from './batch-table.ts';
import { UniqueField } from './plan.ts';
import { addDamaged, type LookUp, type MissingCopy, type RebuildContext } from './rebuild-context.ts';
import { judgeCopy, type JudgedCopy, jobOf, openCopy, readAgain } from './rebuild-copy.ts';
import { verifyFile } from './verify-file.ts';
import type { VerifyOutcome } from './verify-job.ts';

/** What a rebuild would do now: reads and verifies every copy that is missing in the ledger, writes nothing. */
export async function planCopies(
  ctx: RebuildContext,
  missing: (lookUp: LookUp) => AsyncIterable<MissingCopy>,
): Promise<void> {
  // Stands in for the ledger rows that a rebuild would have written by then; holds one hash for each missing batch.
  const planned = new Map<string, string>();
  const lookUp: LookUp = async ({ contract }, batchId) =>
    planned.get(`${contract.name} ${batchId}`) ?? ledgerHash(ctx.database, contract.name, batchId);
  for await (const copy of missing(lookUp)) {
    ctx.signal.throwIfAborted();
    let found = await verifyCopy(ctx, copy);
    for (let again = copy; found.kind === 'doubtful'; found = await verifyCopy(ctx, again))
      again = readAgain(again, found.md5);
    if (found.kind === 'damaged') {
      addDamaged(ctx.report, copy.key, found.code);
      continue;
    }
    planned.set(`${copy.route.contract.name} ${copy.batchId}`, found.accepted.digest.sha256);
    ctx.report.taken += 1;
    ctx.report.records += found.accepted.records;
    ctx.progress?.(ctx.report);
  }
}

async function verifyCopy(ctx: RebuildContext, copy: MissingCopy): Promise<JudgedCopy> {
  const opened = await openCopy(ctx, copy, 0);
  if (opened.kind === 'damaged') return opened;
  const { fetched } = opened;
  try {
    let outcome: VerifyOutcome = { verdict: 'failed', error: 'internal', message: `verify ${copy.key}` };
    const unique = new UniqueField(copy.route.contract);
    verifyFile(jobOf(ctx, copy, opened), (message) => {
      unique.see(message.rows);
      if (message.kind === 'end') outcome = unique.judge(message.outcome);
    });
    return judgeCopy(copy, opened, outcome);
  } finally {
    await fetched.close();
  }
}
