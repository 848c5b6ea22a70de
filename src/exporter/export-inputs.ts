import { askingTargets } from './acceptances.ts';
import { exportInput } from './export-input.ts';
import type { ExportContext } from './context.ts';
import { findInputs } from './find-inputs.ts';
import { openInput } from './open-input.ts';
import { openContext, resume } from './resume-outbox.ts';
import type { BatchOutcome, ExporterDeps, ExportReport, ExportRequest } from './request.ts';

/**
 * Exports every input in turn, after what earlier runs could not publish. An input that is refused does not stop the
 * next one; an error of the environment does, and the same command goes on from there.
 */
export async function exportInputs(deps: ExporterDeps, request: ExportRequest): Promise<ExportReport> {
  const { inputs, stdin, again, ...settings } = request;
  const names = await findInputs(inputs);
  const ctx: ExportContext = { ...openContext(deps, settings.spoolFolder), settings, again };
  const resumed = settings.dryRun ? [] : await resume(ctx);
  const batches: BatchOutcome[] = [];
  const files: string[] = [];
  let count = 0;
  for (const name of names) {
    const input = await openInput(name, { stdin, spool: ctx.spool, signal: ctx.signal });
    try {
      const outcome = await exportInput(await askingTargets(ctx), input);
      batches.push(...outcome.batches);
      count += outcome.rejectedCount;
      if (outcome.rejectsFile !== null) files.push(outcome.rejectsFile);
    } finally {
      input.close();
    }
  }
  if (!settings.dryRun && (batches.length > 0 || resumed.length > 0)) await deps.checkpointer?.cut();
  return { batches, rejected: { count, file: files[0] ?? null, files }, resumed, dry_run: settings.dryRun };
}
