import { AppError } from '../base/errors.ts';
import type { ReasonCode } from '../base/reasons.ts';
import type { Transaction } from '../database/port.ts';
import { ledgerHash } from './batch-table.ts';
import { emptyTally, factsOf, nameOf, type Route, type RunContext } from './context.ts';
import { type FileChange, type FileRow, isClaimed, moveFile } from './file-table.ts';
import { archiveKey } from './keys.ts';
import { receiptFor } from './receipt-due.ts';
import { recordFailure } from './record-failure.ts';
import { recordReread } from './record-reread.ts';
import { recordJudged, reused } from './record-verdict.ts';
import { type Accepted, identityColumns, type Settled } from './settled.ts';
import { enterBatch, takeRows } from './take-rows.ts';
import type { VerifyMessage, VerifyOutcome } from './verify-file.ts';

/** Ends a savepoint with its rows undone; `outcome` is what is to be recorded instead. */
class UndoRows extends Error {
  readonly outcome: VerifyOutcome | { readonly verdict: 'known' | 'reread'; readonly accepted: Accepted };
  constructor(outcome: UndoRows['outcome']) {
    super('rows undone');
    this.outcome = outcome;
  }
}

/**
 * Step 4 for one file, inside the caller's transaction: rows, ledger, audit and the new state together, or only the
 * verdict that refused them. Throws `fenced` when the claim was lost (the savepoint is undone), and errors of the database.
 */
export async function settleFile(
  ctx: RunContext,
  tx: Transaction,
  route: Route,
  file: FileRow,
  messages: AsyncIterable<VerifyMessage>,
): Promise<Settled> {
  try {
    return await tx.savepoint(async () => {
      const known = (await ledgerHash(tx, route.contract.name, nameOf(file.key))) !== undefined;
      const wanted = !known && (await isClaimed(tx, file));
      const outcome = await takeRows(tx, ctx.signal, wanted ? route.contract : undefined, nameOf(file.key), messages);
      if (outcome.verdict !== 'accepted') throw new UndoRows(outcome);
      // Good as far as one read tells, and nothing vouches for that read: a flipped letter is still a letter.
      if (!outcome.digest.certain) throw new UndoRows({ verdict: 'reread', accepted: outcome });
      return ingest(ctx, tx, route, file, outcome);
    });
  } catch (thrown) {
    if (!(thrown instanceof UndoRows)) throw thrown;
    return recordUndone(ctx, tx, route, file, thrown.outcome);
  }
}

async function recordUndone(
  ctx: RunContext,
  tx: Transaction,
  route: Route,
  file: FileRow,
  outcome: UndoRows['outcome'],
): Promise<Settled> {
  switch (outcome.verdict) {
    case 'known':
      return recordKnown(ctx, tx, route, file, outcome.accepted);
    case 'reread':
      return recordReread(ctx, tx, file, { code: null, digest: outcome.accepted.digest });
    case 'failed':
      return recordFailure(ctx, tx, route, file, new AppError(outcome.error, outcome.message));
    case 'accepted':
      throw new AppError('internal', `record ${file.key}: accepted rows were undone`);
    default:
      return recordJudged(ctx, tx, route, file, outcome);
  }
}

async function ingest(
  ctx: RunContext,
  tx: Transaction,
  route: Route,
  file: FileRow,
  accepted: Accepted,
): Promise<Settled> {
  const from = { key: file.key, runId: ctx.runId };
  const inserted = await enterBatch(tx, route.contract, accepted, from, ctx.clock.now());
  if (!inserted) throw new UndoRows({ verdict: 'known', accepted });
  const settled = await commitTo(ctx, tx, route, file, accepted, 'ingested');
  settled.tally.records += accepted.records;
  settled.tally.bytes += accepted.digest.bytes;
  return settled;
}

/** The ledger has this batch id: the same bytes are a duplicate, others are never ingested. */
async function recordKnown(
  ctx: RunContext,
  tx: Transaction,
  route: Route,
  file: FileRow,
  accepted: Accepted,
): Promise<Settled> {
  const taken = await ledgerHash(tx, route.contract.name, accepted.identity.batchId);
  if (taken === accepted.digest.sha256) return commitTo(ctx, tx, route, file, accepted, 'duplicate');
  return recordJudged(ctx, tx, route, file, reused(accepted.identity, accepted.digest));
}

async function commitTo(
  ctx: RunContext,
  tx: Transaction,
  route: Route,
  file: FileRow,
  accepted: Accepted,
  verdict: 'ingested' | 'duplicate',
): Promise<Settled> {
  const { identity, digest } = accepted;
  const now = ctx.clock.now();
  const code: ReasonCode | null = verdict === 'duplicate' ? 'DUPLICATE' : null;
  const change = {
    ...identityColumns(identity, digest),
    verdict,
    code,
    records: accepted.records,
    destination: archiveKey(ctx.system, route.prefix, identity.batchId, digest.sha256, now),
    receipt: receiptFor(route, file, digest.sha256),
    error: null,
  } satisfies FileChange;
  await moveFile(tx, file, 'working', 'committed', change, now);
  const facts = {
    ...factsOf(ctx, { ...file, ...change }),
    source: identity.source,
    revision: accepted.revision,
    records: accepted.records,
  };
  await ctx.audit.append(
    tx,
    { ...facts, event: 'handoff.verified', outcome: 'success' },
    { ...facts, event: `handoff.${verdict}`, outcome: 'success', reason_code: code, detail: { key: file.key } },
  );
  const tally = emptyTally();
  if (verdict === 'ingested') tally.ingested = 1;
  else tally.duplicates = 1;
  ctx.log.info({ key: file.key, records: accepted.records, sha256: digest.sha256 }, verdict);
  const moved: FileRow = { ...file, ...change, state: 'committed' };
  return { tally, move: { to: 'archive', file: moved }, streak: 'ingested', error: undefined };
}
