import { AppError } from '../base/errors.ts';
import type { Problem } from '../base/reasons.ts';
import type { Identity } from '../contract/contract.ts';
import { batchFacts } from './audit-facts.ts';
import type { EnvelopeVerdict } from './check-envelope.ts';
import { claimEnvelope, lookUpEnvelope } from './claim-envelope.ts';
import { type ExportContext, outcomeOf } from './context.ts';
import type { Copy } from './copy-input.ts';
import type { InputFile } from './input-record.ts';
import type { BuiltBatch, OutboxRow } from './outbox-table.ts';
import { publishBatch } from './publish.ts';
import { isSplit } from './reduced-context-table.ts';
import { refuseInput } from './refusals.ts';
import type { BatchOutcome, InputOutcome } from './request.ts';

const HASH_DIGITS = 16;

/** A copy that was judged good, published under its own id. */
export async function publishCopy(
  ctx: ExportContext,
  file: InputFile,
  { copy, verdict }: { readonly copy: Copy; readonly verdict: Accepted },
): Promise<InputOutcome> {
  const { warnings } = verdict;
  return { ...(await publishEnvelope(ctx, file, builtOf(ctx, file, copy, verdict), warnings)), warnings };
}

/** Whether its id is free, or was taken by these very bytes: then publishing it cannot be refused for its id. */
export async function mayPublish(
  ctx: ExportContext,
  file: InputFile,
  { copy, verdict }: { readonly copy: Copy; readonly verdict: Accepted },
): Promise<boolean> {
  const settings = { ...ctx.settings, dryRun: true };
  const { decision } = await lookUpEnvelope(ctx, builtOf({ ...ctx, settings }, file, copy, verdict));
  return decision === 'publish' || decision === 'exists';
}

/** Kept with the context and in the log; they change nothing of it. */
async function noteWarnings(ctx: ExportContext, row: OutboxRow, warnings: Accepted['warnings']): Promise<void> {
  if (warnings.length === 0) return;
  const rules = [...new Set(warnings.map(({ rule_id: rule }) => rule))].toSorted().join(' ');
  const detail = { warnings: warnings.length, rules };
  await ctx.database.transaction((tx) =>
    ctx.audit.append(tx, batchFacts(ctx.runId, row, { event: 'content.warned', outcome: 'success', detail })),
  );
}

export type Accepted = Extract<EnvelopeVerdict, { verdict: 'accepted' }>;

function builtOf(
  ctx: ExportContext,
  file: InputFile,
  copy: Copy,
  { identity, revision, records }: Accepted,
): BuiltBatch {
  const { contract, contractPrefix } = ctx.settings;
  const name = `${identity.batchId}.${copy.written.sha256.slice(0, HASH_DIGITS)}.json`;
  return {
    ...copy.written,
    contract: contract.name,
    batch_id: identity.batchId,
    revision: revision.version,
    schema_version: identity.schemaVersion,
    source: identity.source,
    target: identity.target,
    created_at: identity.createdAt,
    input: file.name,
    key: `${contractPrefix}${identity.batchId}.json`,
    records,
    header_bytes: null,
    path: copy.path === undefined || ctx.settings.dryRun ? '' : ctx.spool.keep(copy.path, name),
  };
}

async function publishEnvelope(
  ctx: ExportContext,
  file: InputFile,
  built: BuiltBatch,
  warnings: Accepted['warnings'],
): Promise<InputOutcome> {
  const { dryRun } = ctx.settings;
  if (await isUsedInParts(ctx, built)) return refuseReused(ctx, file, built);
  const claim = dryRun ? await lookUpEnvelope(ctx, built) : await claimEnvelope(ctx, built);
  if (claim.decision === 'publish' && claim.row !== undefined && !dryRun) {
    await noteWarnings(ctx, claim.row, warnings);
    return report(file, built, outcomeOf(ctx, await publishBatch(ctx, claim.row)));
  }
  if (!dryRun) ctx.spool.remove(built.path);
  if (claim.decision === 'publish') return report(file, built, plannedOutcome(built));
  if (claim.decision === 'exists') return report(file, built, outcomeOf(ctx, claim.row));
  if (claim.decision === 'busy') {
    throw new AppError('busy', `export ${file.name}: another process is publishing ${built.batch_id}`);
  }
  return refuseReused(ctx, file, built);
}

/** A context of this id was handed over in parts before, which have ids of their own. */
async function isUsedInParts({ database, settings }: ExportContext, built: BuiltBatch): Promise<boolean> {
  return settings.contract.form === 'document' && isSplit(database, built.contract, built.batch_id);
}

function refuseReused(ctx: ExportContext, file: InputFile, built: BuiltBatch): Promise<InputOutcome> {
  const rule = 'was exported before with other bytes';
  const problems: Problem[] = [{ code: 'BATCH_ID_REUSED', pointer: '/batch_id', rule }];
  return refuseInput(ctx, {
    input: file.name,
    sha256: built.sha256,
    bytes: built.bytes,
    code: 'BATCH_ID_REUSED',
    problems,
    identity: identityOf(built),
  });
}

function report(file: InputFile, { sha256 }: BuiltBatch, outcome: BatchOutcome): InputOutcome {
  return { input: file.name, sha256, batches: [outcome], rejectedCount: 0, rejectsFile: null };
}

function plannedOutcome({ input, batch_id, key, sha256, records, bytes }: BuiltBatch): BatchOutcome {
  return { input, batch_id, key, sha256, records, bytes, status: 'published' };
}

function identityOf({ batch_id, schema_version, source, target, created_at }: BuiltBatch): Identity {
  return { batchId: batch_id, schemaVersion: schema_version, source, target, createdAt: created_at };
}
