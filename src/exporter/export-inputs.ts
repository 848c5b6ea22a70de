import { askingTargets, unacceptedTargets } from './acceptances.ts';
import type { ContentFinding } from '../contract/contract.ts';
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
  const unaccepted = new Set<string>();
  const warnings: ContentFinding[] = [];
  let count = 0;
  try {
    for (const name of names) {
      const input = await openInput(name, { stdin, spool: ctx.spool, signal: ctx.signal });
      try {
        const asked = await askingTargets(ctx);
        const outcome = await exportInput(asked, input);
        for (const target of unacceptedTargets(asked, outcome)) unaccepted.add(target);
        batches.push(...outcome.batches);
        warnings.push(...(outcome.warnings ?? []));
        count += outcome.rejectedCount;
        if (outcome.rejectsFile !== null) files.push(outcome.rejectsFile);
      } finally {
        input.close();
      }
    }
  } finally {
    // Also when a later input failed: what went before is done.
    if (!settings.dryRun) await deps.checkpointer?.cutNews();
  }
  const rejected = { count, file: files[0] ?? null, files };
  return { batches, rejected, resumed, warnings, unaccepted: [...unaccepted], dry_run: settings.dryRun };
}
