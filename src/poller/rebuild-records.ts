import { type AuditFacts, errorDetail } from '../audit/index.ts';
import { codeOf } from '../base/errors.ts';
import { newCorrelationId } from '../base/ids.ts';
import { type ReasonCode, REASONS } from '../base/reasons.ts';
import { hashInKey } from '../contract/key-name.ts';
import type { Transaction } from '../database/port.ts';
import { type MissingCopy, REBUILD_ACTOR, type RebuildContext } from './rebuild-context.ts';
import type { Damage } from './rebuild-copy.ts';
import { requireLease } from './rebuild-lease.ts';
import { holdsRunLease } from './run-table.ts';
import type { Accepted } from './settled.ts';

/** A copy that is about to be read, and said so in the audit log. */
export interface Attempt {
  readonly copy: MissingCopy;
  readonly correlationId: string;
}

/** Before any byte is read. */
export async function openAttempts(ctx: RebuildContext, copies: readonly MissingCopy[]): Promise<Attempt[]> {
  const attempts = copies.map((copy) => ({ copy, correlationId: newCorrelationId() }));
  const entries = attempts.map((attempt) => ({
    ...factsOf(ctx, attempt),
    event: 'handoff.attempted' as const,
    outcome: 'pending' as const,
  }));
  await ctx.database.transaction(async (tx) => {
    await requireLease(ctx, tx);
    await ctx.audit.append(tx, ...entries);
  });
  return attempts;
}

/** In the transaction that holds the rows and the ledger entry. */
export async function recordTaken(
  ctx: RebuildContext,
  tx: Transaction,
  attempt: Attempt,
  { identity, digest, records, revision }: Accepted,
): Promise<void> {
  const facts = {
    ...factsOf(ctx, attempt),
    schema_version: identity.schemaVersion,
    source: identity.source,
    checksum: digest.sha256,
    revision,
    records,
    outcome: 'success' as const,
  };
  await ctx.audit.append(tx, { ...facts, event: 'handoff.verified' }, { ...facts, event: 'handoff.ingested' });
  ctx.log.info({ key: attempt.copy.key, records }, 'taken from the archive');
}

/** The ledger has this id by now. True when with these bytes, as far as the name tells. */
export async function recordKnown(
  ctx: RebuildContext,
  tx: Transaction,
  attempt: Attempt,
  taken: string,
): Promise<boolean> {
  const same = hashInKey(taken) === attempt.copy.digits;
  await ctx.audit.append(tx, {
    ...factsOf(ctx, attempt),
    event: same ? 'handoff.duplicate' : 'handoff.failed',
    outcome: same ? 'success' : 'failure',
    reason_code: same ? 'DUPLICATE' : 'BATCH_ID_REUSED',
  });
  return same;
}

export async function recordDamaged(
  ctx: RebuildContext,
  tx: Transaction,
  attempt: Attempt,
  code: Damage,
): Promise<void> {
  const facts = factsOf(ctx, attempt);
  const why = isReason(code) ? { reason_code: code } : { detail: { ...facts.detail, ...errorDetail(code) } };
  await ctx.audit.append(tx, { ...facts, event: 'handoff.failed', outcome: 'failure', ...why });
  ctx.log.error({ key: attempt.copy.key, code }, 'the archived copy does not verify');
}

/** Nothing is said against the copy yet: it is read once more. */
export async function recordDoubtful(ctx: RebuildContext, tx: Transaction, attempt: Attempt): Promise<void> {
  const facts = factsOf(ctx, attempt);
  await ctx.audit.append(tx, {
    ...facts,
    event: 'handoff.failed',
    outcome: 'failure',
    reason_code: 'CHECKSUM_MISMATCH',
    detail: { ...facts.detail, next: 're-read' },
  });
}

function isReason(code: Damage): code is ReasonCode {
  return Object.hasOwn(REASONS, code);
}

/** Nothing of them was taken. After a lost lease whoever has it now closes them. */
export async function closeAttempts(ctx: RebuildContext, attempts: readonly Attempt[], thrown: unknown): Promise<void> {
  const stopped = ctx.signal.aborted && thrown === ctx.signal.reason;
  const entries = attempts.map((attempt): AuditFacts => {
    const facts = factsOf(ctx, attempt);
    if (stopped) return { ...facts, event: 'handoff.released', outcome: 'failure' };
    const detail = { ...facts.detail, ...errorDetail(codeOf(thrown)) };
    return { ...facts, event: 'handoff.failed', outcome: 'failure', detail };
  });
  await ctx.database.transaction(async (tx) => {
    if (await holdsRunLease(tx, ctx.runId)) await ctx.audit.append(tx, ...entries);
  });
}

function factsOf(ctx: RebuildContext, { copy, correlationId }: Attempt) {
  return {
    contract: copy.route.contract.name,
    batch_id: copy.batchId,
    target: ctx.system,
    transport: 'file',
    attempt: 1,
    bytes: copy.size,
    run_id: ctx.runId,
    actor: REBUILD_ACTOR,
    correlation_id: correlationId,
    detail: { key: copy.key, from: 'archive' },
  } as const satisfies Partial<AuditFacts>;
}
