import { AppError } from '../base/errors.ts';
import { newCorrelationId } from '../base/ids.ts';
import type { DocumentContract } from '../contract/contract.ts';
import { parseDocument } from './check-document.ts';
import type { EnvelopeVerdict } from './check-envelope.ts';
import type { ExportContext } from './context.ts';
import { type Copy, copyOf } from './copy-input.ts';
import type { InputFile } from './input-record.ts';
import { judgeCopy } from './judge-copy.ts';
import { type Accepted, publishCopy } from './publish-copy.ts';
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
  const parts = smallerOnes(contract, mode, refused.copy).map((document) => copyOf(ctx, document));
  try {
    return parts.length === 0 ? undefined : await exportParts(ctx, file, parts);
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
async function exportParts(ctx: ExportContext, file: InputFile, parts: readonly Copy[]): Promise<InputOutcome> {
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
  await noteReduction(ctx, file, good);
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

/** What was left out, or how it was cut, is the producer's to remember; the parts do not speak of it. */
async function noteReduction(
  ctx: ExportContext,
  file: InputFile,
  parts: readonly { readonly verdict: Accepted }[],
): Promise<void> {
  if (ctx.settings.dryRun) return;
  const detail = { input: file.name, mode: ctx.settings.onTooLarge, parts: parts.length, bytes_before: file.sizeBytes };
  await ctx.database.transaction((tx) =>
    ctx.audit.append(tx, {
      event: 'context.reduced',
      outcome: 'success',
      contract: ctx.settings.contract.name,
      source: ctx.system,
      run_id: ctx.runId,
      actor: 'exporter',
      correlation_id: newCorrelationId(),
      records: parts.reduce((sum, { verdict }) => sum + verdict.records, 0),
      detail,
    }),
  );
}
