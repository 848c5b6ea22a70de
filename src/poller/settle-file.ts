import { errorDetail } from '../audit/index.ts';
import { AppError, ERRORS, type ErrorCode } from '../base/errors.ts';
import type { Problem, ReasonCode } from '../base/reasons.ts';
import type { Contract, Identity } from '../contract/index.ts';
import type { Transaction } from '../database/port.ts';
import { insertBatch, ledgerHash } from './batch-table.ts';
import { emptyTally, factsOf, nameOf, type Route, type RunContext, type Tally } from './context.ts';
import { type FileChange, type FileRow, moveFile } from './file-table.ts';
import { archiveKey, quarantineKey } from './keys.ts';
import { insertLeadCards } from './lead-card-table.ts';
import type { Digest, VerifyMessage, VerifyOutcome } from './verify-file.ts';

/** First wait after an error of the environment; it doubles each time. */
const FIRST_WAIT_MS = 30_000;
const MAX_WAIT_MS = 60 * 60_000;
/** Errors of our own before the file is set aside as `INTERNAL`. */
const MAX_FAILURES = 5;

type Accepted = Extract<VerifyOutcome, { verdict: 'accepted' }>;
type Judged = Extract<VerifyOutcome, { verdict: 'refused' | 'held' | 'skipped' }>;

/** What became of a file inside the ingest transaction; counted only once that has committed. */
export interface Settled {
  readonly tally: Tally;
  /** Set when bytes have to move: to the archive, or to quarantine. */
  readonly move: { readonly to: 'archive' | 'quarantine'; readonly file: FileRow } | undefined;
  /** The code of a refusal, for the breaker; `ingested` ends a streak, undefined says nothing about it. */
  readonly streak: ReasonCode | 'ingested' | undefined;
  /** Set when the environment failed. */
  readonly error: ErrorCode | undefined;
}

/** Ends a savepoint with its rows undone; `outcome` is what is to be recorded instead. */
class UndoRows extends Error {
  readonly outcome: VerifyOutcome | { readonly verdict: 'known'; readonly accepted: Accepted };
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
      const outcome = await takeRows(ctx, tx, route.contract, file, messages);
      if (outcome.verdict !== 'accepted') throw new UndoRows(outcome);
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
    case 'failed':
      return recordFailure(ctx, tx, route, file, outcome.error, outcome.message);
    case 'accepted':
      throw new AppError('internal', `record ${file.key}: accepted rows were undone`);
    default:
      return recordJudged(ctx, tx, route, file, outcome);
  }
}

/** Reads the messages to their end, also when a record repeats: the reader must not be left waiting. */
async function takeRows(
  ctx: RunContext,
  tx: Transaction,
  contract: Contract,
  file: FileRow,
  messages: AsyncIterable<VerifyMessage>,
): Promise<VerifyOutcome> {
  let outcome: VerifyOutcome | undefined;
  let repeated: number | undefined;
  let position = 0;
  for await (const message of messages) {
    ctx.signal.throwIfAborted();
    if (message.kind === 'end') {
      outcome = message.outcome;
    } else if (repeated === undefined) {
      repeated = await insertLeadCards(tx, contract, nameOf(file.key), position, message.rows);
      position += message.rows.length;
    }
  }
  if (outcome === undefined) throw new AppError('internal', `verify ${file.key}: no verdict came`);
  return outcome.verdict === 'accepted' && repeated !== undefined
    ? repeatedRecord(contract, outcome, repeated)
    : outcome;
}

function repeatedRecord(contract: Contract, accepted: Accepted, position: number): Judged {
  const name = contract.uniqueField?.name ?? 'lead_id';
  const code = contract.uniqueField?.code ?? 'DUPLICATE_LEAD_ID';
  const problems = [{ code, pointer: `/records/${position}/${name}`, rule: `${name} stands twice in the batch` }];
  return { verdict: 'refused', code, problems, identity: accepted.identity, digest: accepted.digest };
}

async function ingest(
  ctx: RunContext,
  tx: Transaction,
  route: Route,
  file: FileRow,
  accepted: Accepted,
): Promise<Settled> {
  const { identity, digest } = accepted;
  const now = ctx.clock.now();
  const inserted = await insertBatch(
    tx,
    {
      contract: route.contract.name,
      ...identity,
      revision: accepted.revision,
      sha256: digest.sha256,
      records: accepted.records,
      bytes: digest.bytes,
      transport: 'file',
      key: file.key,
      runId: ctx.runId,
    },
    now,
  );
  if (!inserted) throw new UndoRows({ verdict: 'known', accepted });
  const settled = await commitTo(ctx, tx, route, file, accepted, 'ingested');
  settled.tally.records += accepted.records;
  settled.tally.bytes += digest.bytes;
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
  return recordRefused(ctx, tx, route, file, reused(accepted.identity, accepted.digest));
}

function reused(identity: Partial<Identity>, digest: Digest): Judged {
  const problems: Problem[] = [
    { code: 'BATCH_ID_REUSED', pointer: '/batch_id', rule: 'this batch id was taken before with other bytes' },
  ];
  return { verdict: 'refused', code: 'BATCH_ID_REUSED', problems, identity, digest };
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
  const moved: FileRow = { ...file, ...change, state: 'committed' };
  return { tally, move: { to: 'archive', file: moved }, streak: 'ingested', error: undefined };
}

async function recordJudged(
  ctx: RunContext,
  tx: Transaction,
  route: Route,
  file: FileRow,
  judged: Judged,
): Promise<Settled> {
  if (judged.verdict !== 'refused') return recordWaiting(ctx, tx, file, judged, judged.verdict);
  if (judged.code === 'CHECKSUM_MISMATCH' && file.code !== 'CHECKSUM_MISMATCH')
    return recordReread(ctx, tx, file, judged);
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
  file: FileRow,
  judged: Judged,
  state: 'held' | 'skipped',
): Promise<Settled> {
  const change = {
    ...identityColumns(judged.identity, judged.digest),
    verdict: state,
    code: judged.code,
    problems: null,
    error: null,
  };
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

/** A first mismatch may be the wire's fault: the file is read once more before it is blamed. */
async function recordReread(ctx: RunContext, tx: Transaction, file: FileRow, judged: Judged): Promise<Settled> {
  await moveFile(tx, file, 'working', 'ready', { code: judged.code }, ctx.clock.now());
  await ctx.audit.append(tx, {
    ...factsOf(ctx, file),
    checksum: judged.digest.sha256,
    event: 'handoff.failed',
    outcome: 'failure',
    reason_code: judged.code,
    detail: { key: file.key, next: 're-read' },
  });
  return { tally: emptyTally(), move: undefined, streak: undefined, error: undefined };
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
  const moved: FileRow = { ...file, ...change, state: 'quarantining' };
  return {
    tally: { ...emptyTally(), quarantined: 1 },
    move: { to: 'quarantine', file: moved },
    streak: judged.code,
    error: undefined,
  };
}

/** An error while reading: its class alone decides. Errors of the configuration go up and end the run. */
export async function recordFailure(
  ctx: RunContext,
  tx: Transaction,
  route: Route,
  file: FileRow,
  error: ErrorCode,
  message: string,
): Promise<Settled> {
  ctx.log.warn({ key: file.key, error, attempt: file.attempts }, message);
  switch (ERRORS[error].class) {
    case 'transient':
      return recordRetry(ctx, tx, file, error, { waits: file.waits + 1 }, waitMs(file.waits));
    case 'changed':
      return recordEnd(ctx, tx, file, 'superseded', error);
    case 'gone':
      return recordGone(ctx, tx, route, file, error);
    case 'config':
      throw new AppError(error, message);
    case 'fenced':
      throw new AppError('fenced', message);
    default:
      return file.failures + 1 < MAX_FAILURES
        ? recordRetry(ctx, tx, file, error, { failures: file.failures + 1 }, waitMs(file.failures))
        : recordRefused(ctx, tx, route, file, { code: 'INTERNAL', problems: [], identity: {}, digest: undefined });
  }
}

async function recordRetry(
  ctx: RunContext,
  tx: Transaction,
  file: FileRow,
  error: ErrorCode,
  counts: FileChange,
  wait: number,
): Promise<Settled> {
  const now = ctx.clock.now();
  await moveFile(tx, file, 'working', 'retry_wait', { ...counts, error, next_attempt_ms: now + wait }, now);
  await ctx.audit.append(tx, {
    ...factsOf(ctx, file),
    event: 'handoff.failed',
    outcome: 'failure',
    detail: { key: file.key, ...errorDetail(error) },
  });
  return { tally: { ...emptyTally(), retried: 1 }, move: undefined, streak: undefined, error };
}

/** Its batch was taken: somebody else finished it. Otherwise it must be missing in two runs before that is said. */
async function recordGone(
  ctx: RunContext,
  tx: Transaction,
  route: Route,
  file: FileRow,
  error: ErrorCode,
): Promise<Settled> {
  if ((await ledgerHash(tx, route.contract.name, nameOf(file.key))) !== undefined)
    return recordEnd(ctx, tx, file, 'done', error);
  if (file.missing > 0) return recordEnd(ctx, tx, file, 'vanished', error);
  return { ...(await recordRetry(ctx, tx, file, error, { missing: 1 }, FIRST_WAIT_MS)), error: undefined };
}

async function recordEnd(
  ctx: RunContext,
  tx: Transaction,
  file: FileRow,
  state: 'superseded' | 'vanished' | 'done',
  error: ErrorCode,
): Promise<Settled> {
  await moveFile(tx, file, 'working', state, { error }, ctx.clock.now());
  await ctx.audit.append(tx, {
    ...factsOf(ctx, file),
    event: state === 'superseded' ? 'handoff.superseded' : 'handoff.vanished',
    outcome: state === 'vanished' ? 'failure' : 'success',
    detail: { key: file.key, ...errorDetail(error) },
  });
  const tally = { ...emptyTally(), ...(state === 'done' ? {} : { [state]: 1 }) };
  return { tally, move: undefined, streak: undefined, error: undefined };
}

function identityColumns(identity: Partial<Identity>, digest: Digest | undefined): FileChange {
  return {
    batch_id: identity.batchId ?? null,
    schema_version: identity.schemaVersion ?? null,
    target: identity.target ?? null,
    sha256: digest?.sha256 ?? null,
    md5: digest?.md5 ?? null,
  };
}

/** 30 s · 2ⁿ, at most an hour, and up to a fifth more so that many files do not come back at once. */
function waitMs(waits: number): number {
  const wait = Math.min(FIRST_WAIT_MS * 2 ** Math.min(waits, 10), MAX_WAIT_MS);
  return Math.round(wait * (1 + Math.random() / 5));
}
