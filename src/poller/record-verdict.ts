import type { Problem } from '../base/reasons.ts';
import type { Identity } from '../contract/index.ts';
import type { Transaction } from '../database/port.ts';
import { ledgerHash } from './batch-table.ts';
import { emptyTally, factsOf, nameOf, type Route, type RunContext } from './context.ts';
import { type FileChange, type FileRow, moveFile } from './file-table.ts';
import { quarantineKey } from './keys.ts';
import { receiptFor } from './receipt-due.ts';
import { recordReread } from './record-reread.ts';
import { identityColumns, type Judged, type Settled } from './settled.ts';
import type { Digest } from './verify-job.ts';

export async function recordJudged(
  ctx: RunContext,
  tx: Transaction,
  route: Route,
  file: FileRow,
  judged: Judged,
): Promise<Settled> {
  if (!judged.digest.certain) return recordReread(ctx, tx, file, judged);
  if (judged.verdict !== 'refused') return recordWaiting(ctx, tx, route, file, judged);
  const taken =
    judged.code === 'CHECKSUM_MISMATCH' ? undefined : await ledgerHash(tx, route.contract.name, nameOf(file.key));
  // Other bytes under a taken id: that they are bad besides matters less than that the id came again.
  const reusedId = taken !== undefined && taken !== judged.digest.sha256;
  return recordRefused(ctx, tx, route, file, reusedId ? reused(judged.identity, judged.digest) : judged);
}

/** Held and skipped files stay in the inbox and are remembered. */
async function recordWaiting(
  ctx: RunContext,
  tx: Transaction,
  route: Route,
  file: FileRow,
  judged: Judged,
): Promise<Settled> {
  const state = judged.verdict === 'held' ? 'held' : 'skipped';
  const change = {
    ...identityColumns(judged.identity, judged.digest),
    verdict: state,
    code: judged.code,
    problems: null,
    // What is addressed to another system is that one's to answer.
    receipt: state === 'held' ? receiptFor(route, file, judged.digest.sha256) : null,
    error: null,
  } satisfies FileChange;
  ctx.log.info({ key: file.key, code: judged.code }, state);
  await moveFile(tx, file, 'working', state, change, ctx.clock.now());
  await ctx.audit.append(tx, {
    ...factsOf(ctx, { ...file, ...change }),
    target: judged.identity.target ?? ctx.system,
    event: `handoff.${state}`,
    outcome: state === 'held' ? 'failure' : 'success',
    reason_code: judged.code,
    detail: { key: file.key },
  });
  return { tally: { ...emptyTally(), [state]: 1 }, move: undefined, streak: undefined, error: undefined };
}

/** The verdict that sends a file to quarantine; its bytes move after the commit. */
export async function recordRefused(
  ctx: RunContext,
  tx: Transaction,
  route: Route,
  file: FileRow,
  judged: Pick<Judged, 'code' | 'problems' | 'identity'> & { readonly digest: Digest | undefined },
): Promise<Settled> {
  const now = ctx.clock.now();
  const change = {
    ...identityColumns(judged.identity, judged.digest),
    verdict: 'quarantined',
    code: judged.code,
    problems: JSON.stringify(judged.problems),
    destination: quarantineKey(ctx.system, route.prefix, file, judged.digest?.sha256, now),
    receipt: receiptFor(route, file, judged.digest?.sha256),
    error: null,
  } satisfies FileChange;
  await moveFile(tx, file, 'working', 'quarantining', change, now);
  await ctx.audit.append(tx, {
    ...factsOf(ctx, { ...file, ...change }),
    source: judged.identity.source ?? null,
    event: 'handoff.refused',
    outcome: 'failure',
    reason_code: judged.code,
    detail: { key: file.key, destination: change.destination },
  });
  ctx.log.info({ key: file.key, code: judged.code, problems: judged.problems }, 'refused');
  const moved: FileRow = { ...file, ...change, state: 'quarantining' };
  return {
    tally: { ...emptyTally(), quarantined: 1 },
    move: { to: 'quarantine', file: moved },
    streak: judged.code,
    error: undefined,
  };
}

export function reused(identity: Partial<Identity>, digest: Digest): Judged {
  const problems: Problem[] = [
    { code: 'BATCH_ID_REUSED', pointer: '/batch_id', rule: 'this batch id was taken before with other bytes' },
  ];
  return { verdict: 'refused', code: 'BATCH_ID_REUSED', problems, identity, digest };
}
