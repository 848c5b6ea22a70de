import { AppError } from '../base/errors.ts';
import type { ReasonCode } from '../base/reasons.ts';
import type { Transaction } from '../database/port.ts';
import { ledgerHash } from './batch-table.ts';
import { emptyTally, factsOf, nameOf, type Route, type RunContext } from './context.ts';
import { type FileChange, type FileRow, isClaimed, moveFile } from './file-table.ts';
import { type StatementFinding, statementDetail, weighStatement } from './judge-statement.ts';
import { archiveKey } from './keys.ts';
import { noteArrival } from './note-arrival.ts';
import { receiptFor } from './receipt-due.ts';
import { recordFailure } from './record-failure.ts';
import { recordReread } from './record-reread.ts';
import { recordJudged, reused } from './record-verdict.ts';
import { type Accepted, identityColumns, type Settled } from './settled.ts';
import { enterBatch, takeRows } from './take-rows.ts';
import type { VerifyMessage, VerifyOutcome } from './verify-job.ts';
import { warned } from './warned.ts';

/** A claimed file, what its statement is worth, and what the reader says of it. */
export interface FileWork {
  readonly file: FileRow;
  readonly statement: StatementFinding;
  readonly messages: AsyncIterable<VerifyMessage>;
}

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
export async function settleFile(ctx: RunContext, tx: Transaction, route: Route, work: FileWork): Promise<Settled> {
  const settled = await settleRows(ctx, tx, route, work);
  await noteArrival(ctx, tx, settled, work.statement);
  return settled;
}

async function settleRows(ctx: RunContext, tx: Transaction, route: Route, work: FileWork): Promise<Settled> {
  const { file, messages, statement } = work;
  try {
    return await tx.savepoint(async () => {
      const known = (await ledgerHash(tx, route.contract.name, nameOf(file.key))) !== undefined;
      const wanted = !known && statement.kind !== 'refused' && (await isClaimed(tx, file));
      const contract = wanted ? route.contract : undefined;
      const taking = { contract, batchId: nameOf(file.key), nowMs: ctx.clock.now() };
      const read = await takeRows(tx, ctx.signal, taking, messages);
      const outcome = weighStatement(statement, read);
      if (outcome.verdict !== 'accepted') throw new UndoRows(outcome);
      // Good as far as one read tells, and nothing vouches for that read: a flipped letter is still a letter.
      if (!outcome.digest.certain) throw new UndoRows({ verdict: 'reread', accepted: outcome });
      return ingest(ctx, tx, route, work, outcome);
    });
  } catch (thrown) {
    if (!(thrown instanceof UndoRows)) throw thrown;
    return recordUndone(ctx, tx, route, work, thrown.outcome);
  }
}

async function recordUndone(
  ctx: RunContext,
  tx: Transaction,
  route: Route,
  work: FileWork,
  outcome: UndoRows['outcome'],
): Promise<Settled> {
  const { file } = work;
  switch (outcome.verdict) {
    case 'known':
      return recordKnown(ctx, tx, route, work, outcome.accepted);
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
  work: FileWork,
  accepted: Accepted,
): Promise<Settled> {
  const from = { key: work.file.key, runId: ctx.runId };
  const inserted = await enterBatch(tx, route.contract, accepted, from, ctx.clock.now());
  if (!inserted) throw new UndoRows({ verdict: 'known', accepted });
  const settled = await commitTo(ctx, tx, route, work, accepted, 'ingested');
  settled.tally.records += accepted.records;
  settled.tally.bytes += accepted.digest.bytes;
  return settled;
}

/** The ledger has this batch id: the same bytes are a duplicate, others are never ingested. */
async function recordKnown(
  ctx: RunContext,
  tx: Transaction,
  route: Route,
  work: FileWork,
  accepted: Accepted,
): Promise<Settled> {
  const taken = await ledgerHash(tx, route.contract.name, accepted.identity.batchId);
  if (taken === accepted.digest.sha256) return commitTo(ctx, tx, route, work, accepted, 'duplicate');
  return recordJudged(ctx, tx, route, work.file, reused(accepted.identity, accepted.digest));
}

async function commitTo(
  ctx: RunContext,
  tx: Transaction,
  route: Route,
  { file, statement }: FileWork,
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
    { ...facts, event: 'handoff.verified', outcome: 'success', detail: statementDetail(statement) },
    ...warned(facts, accepted),
    { ...facts, event: `handoff.${verdict}`, outcome: 'success', reason_code: code, detail: { key: file.key } },
  );
  const tally = emptyTally();
  if (verdict === 'ingested') tally.ingested = 1;
  else tally.duplicates = 1;
  ctx.log.info({ key: file.key, records: accepted.records, sha256: digest.sha256 }, verdict);
  const moved: FileRow = { ...file, ...change, state: 'committed' };
  return { tally, move: { to: 'archive', file: moved }, streak: 'ingested', error: undefined };
}
