import { copyInput } from './copy-input.ts';
import type { ExportContext } from './context.ts';
import { exportSmaller } from './export-smaller.ts';
import type { InputFile } from './input-record.ts';
import { judgeCopy } from './judge-copy.ts';
import { publishCopy } from './publish-copy.ts';
import { refuseInput } from './refusals.ts';
import type { InputOutcome } from './request.ts';

/**
 * Publishes a whole envelope or document byte for byte under its own id, or refuses it whole. What is checked is the copy
 * that is published, so a writer on the original can change nothing in between.
 */
export async function exportEnvelope(ctx: ExportContext, file: InputFile): Promise<InputOutcome> {
  const copy = await copyInput(ctx, file);
  try {
    const verdict = await judgeCopy(ctx, copy);
    if (verdict.verdict === 'accepted') return await publishCopy(ctx, file, { copy, verdict });
    const smaller = await exportSmaller(ctx, file, { copy, verdict });
    if (smaller !== undefined) return smaller;
    const { code, problems, identity } = verdict;
    const { sha256, bytes } = copy.written;
    return await refuseInput(ctx, { input: file.name, sha256, bytes, code, problems, identity });
  } finally {
    copy.close();
  }
}
