import { AppError } from '../base/errors.ts';
import { newCorrelationId } from '../base/ids.ts';
import type { DocumentContract } from '../contract/contract.ts';
import { parseDocument } from './check-document.ts';
import type { EnvelopeVerdict } from './check-envelope.ts';
import type { ExportContext } from './context.ts';
import { type Copy, copyOf } from './copy-input.ts';
import type { InputFile } from './input-record.ts';
import { judgeCopy } from './judge-copy.ts';
import { type Accepted, mayPublish, publishCopy } from './publish-copy.ts';
import { findBatch } from './outbox-table.ts';
import { isUsedOtherwise, keepReduced, type ReducedContext } from './reduced-context-table.ts';
import { refuseInput } from './refusals.ts';
import type { InputOutcome } from './request.ts';

interface Refused {
  readonly copy: Copy;
  readonly verdict: Extract<EnvelopeVerdict, { verdict: 'refused' }>;
}

/**
 * Hands over less than a document that is over its limits, in the way that was asked for. Undefined where nothing was
 * asked, where size is not what is wrong, or where it does not help: then the document itself is refused.
 */
export async function exportSmaller(
  ctx: ExportContext,
  file: InputFile,
  refused: Refused,
): Promise<InputOutcome | undefined> {
  const { contract, onTooLarge: mode } = ctx.settings;
  if (contract.form !== 'document' || mode === 'refuse' || refused.verdict.code !== contract.tooLarge) return undefined;
  const parts: Copy[] = [];
  try {
    for (const document of smallerOnes(contract, mode, refused.copy)) parts.push(copyOf(ctx, document));
    return parts.length === 0
      ? undefined
      : await exportParts(ctx, file, { parts, sha256: refused.copy.written.sha256 });
  } finally {
    for (const part of parts) part.close();
  }
}

function smallerOnes(
  contract: DocumentContract,
  mode: Parameters<DocumentContract['shrink']>[1],
  { fd, written }: Copy,
): readonly unknown[] {
  try {
    return contract.shrink(parseDocument({ fd, sizeBytes: written.bytes }), mode);
  } catch (thrown) {
    // No JSON at all: that it is too large is said already, and is the earlier reason.
    if (thrown instanceof AppError && thrown.reason !== undefined) return [];
    throw thrown;
  }
}

/** All of them are good, or none of them leaves. */
async function exportParts(
  ctx: ExportContext,
  file: InputFile,
  { parts, sha256: inputSha256 }: { readonly parts: readonly Copy[]; readonly sha256: string },
): Promise<InputOutcome> {
  const good: { copy: Copy; verdict: Accepted }[] = [];
  for (const copy of parts) {
    const verdict = await judgeCopy(ctx, copy);
    if (verdict.verdict === 'refused') {
      const { sha256, bytes } = copy.written;
      const { code, problems, identity } = verdict;
      return refuseInput(ctx, { input: file.name, sha256, bytes, code, problems, identity });
    }
    good.push({ copy, verdict });
  }
  const reduced = reducedOf(ctx, good, inputSha256);
  const isUsed = (await isUsedOtherwise(ctx.database, reduced)) || (await isSentWhole(ctx, reduced));
  for (const part of good) if (isUsed || !(await mayPublish(ctx, file, part))) return refuseReused(ctx, file, part);
  await noteReduction(ctx, file, good, reduced);
  const outcomes: InputOutcome[] = [];
  for (const part of good) outcomes.push(await publishCopy(ctx, file, part));
  const [first] = outcomes;
  if (first === undefined) throw new AppError('internal', `export ${file.name} in parts: there are none`);
  return {
    ...first,
    batches: outcomes.flatMap(({ batches }) => batches),
    warnings: outcomes.flatMap(({ warnings = [] }) => warnings),
  };
}

const PART_END = /-p[0-9]+of[0-9]+$/;

/** All parts together are one context, under the id that it had. */
function reducedOf(
  { settings }: ExportContext,
  parts: readonly { readonly verdict: Accepted }[],
  inputSha256: string,
): ReducedContext {
  const id = parts[0]?.verdict.identity.batchId ?? '';
  return {
    contract: settings.contract.name,
    batch_id: settings.onTooLarge === 'split' ? id.replace(PART_END, '') : id,
    input_sha256: inputSha256,
    mode: settings.onTooLarge,
  };
}

/** Under its own id, which parts do not have. */
async function isSentWhole(ctx: ExportContext, { contract, batch_id: id, mode }: ReducedContext): Promise<boolean> {
  return mode === 'split' && (await findBatch(ctx.database, contract, id))?.state === 'published';
}

function refuseReused(
  ctx: ExportContext,
  file: InputFile,
  { copy, verdict }: { readonly copy: Copy; readonly verdict: Accepted },
): Promise<InputOutcome> {
  const { sha256, bytes } = copy.written;
  const rule = 'was exported before with other bytes';
  const problems = [{ code: 'BATCH_ID_REUSED', pointer: '/handoffId', rule }] as const;
  const { identity } = verdict;
  return refuseInput(ctx, { input: file.name, sha256, bytes, code: 'BATCH_ID_REUSED', problems, identity });
}

/** What was left out, or how it was cut, is the producer's to remember; the parts do not speak of it. */
async function noteReduction(
  ctx: ExportContext,
  file: InputFile,
  parts: readonly { readonly verdict: Accepted }[],
  reduced: ReducedContext,
): Promise<void> {
  if (ctx.settings.dryRun) return;
  const ids = parts.map(({ verdict }) => verdict.identity.batchId).join(' ');
  const detail = {
    ids,
    input: file.name,
    mode: ctx.settings.onTooLarge,
    parts: parts.length,
    bytes_before: file.sizeBytes,
  };
  await ctx.database.transaction(async (tx) => {
    await keepReduced(tx, reduced);
    await ctx.audit.append(tx, {
      event: 'context.reduced',
      outcome: 'success',
      contract: ctx.settings.contract.name,
      batch_id: reduced.batch_id,
      source: ctx.system,
      run_id: ctx.runId,
      actor: 'exporter',
      correlation_id: newCorrelationId(),
      records: parts.reduce((sum, { verdict }) => sum + verdict.records, 0),
      detail,
    });
  });
}
