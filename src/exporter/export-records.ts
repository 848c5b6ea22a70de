import { AppError } from '../base/errors.ts';
import type { ExportContext, RecordsInput } from './context.ts';
import { refuseOtherStore } from './other-store.ts';
import { cutIntoBatches, reportRun } from './cut-into-batches.ts';
import { judgeAll } from './judge-all.ts';
import { planRecords } from './plan-records.ts';
import { rejectionFacts } from './rejections.ts';
import { RejectsFile, rejectsPlace } from './rejects-file.ts';
import type { InputOutcome } from './request.ts';
import { insertRun, latestRun, type RunKey, type RunRow } from './run-table.ts';

/**
 * Cuts an input into batches and publishes them one by one. Each batch, the input's offset behind it and its audit
 * entry are committed together before it is published, so that a killed export goes on behind its last batch.
 */
export async function exportRecords(ctx: ExportContext, input: RecordsInput): Promise<InputOutcome> {
  const key = runKey(ctx, input);
  const latest = await latestRun(ctx.database, key);
  if (latest !== undefined) refuseOtherStore(ctx, input.file.name, latest);
  if (latest?.state === 'done' && !ctx.again) return reportRun(ctx, input, latest);
  if (ctx.settings.onBadRecord === 'stop') {
    const stopped = await stopOnBadRecords(ctx, input);
    if (stopped !== undefined) return stopped;
  }
  if (ctx.settings.dryRun) return planRecords(ctx, input, latest?.state === 'running' ? latest : undefined);
  return cutIntoBatches(ctx, input, await openRun(ctx, key, latest, input));
}

function runKey(ctx: ExportContext, { sha256, frame }: RecordsInput): RunKey {
  const { batchSize } = ctx.settings;
  return { inputSha256: sha256, contract: frame.contract.name, target: frame.target, batchSize };
}

/** The unfinished round, or a new one. */
async function openRun(
  ctx: ExportContext,
  key: RunKey,
  latest: RunRow | undefined,
  input: RecordsInput,
): Promise<RunRow> {
  if (latest?.state === 'running') return latest;
  const round = (latest?.round ?? 0) + 1;
  await ctx.database.transaction((tx) =>
    insertRun(tx, key, { round, input: input.file.name, store: ctx.store.identity }, ctx.clock.now()),
  );
  const opened = await latestRun(ctx.database, key);
  if (opened === undefined) throw new AppError('internal', `begin to export ${input.file.name}`);
  return opened;
}

/** A pass that only judges. Undefined when every record is good; otherwise all bad ones are in the rejects file. */
async function stopOnBadRecords(ctx: ExportContext, input: RecordsInput): Promise<InputOutcome | undefined> {
  const rejects = openRejects(ctx, input);
  try {
    const judge = await judgeAll(ctx, input, (record, problems) => rejects?.add(record, problems));
    if (judge.bad === 0) return undefined;
    const rejectsFile = rejects?.finish() ?? null;
    if (!ctx.settings.dryRun) {
      const facts = rejectionFacts(ctx, input, { reasons: judge.reasons, file: rejectsFile, stopped: true });
      await ctx.database.transaction((tx) => ctx.audit.append(tx, facts));
    }
    return { input: input.file.name, sha256: input.sha256, batches: [], rejectedCount: judge.bad, rejectsFile };
  } finally {
    rejects?.discard();
  }
}

function openRejects(ctx: ExportContext, input: RecordsInput): RejectsFile | undefined {
  const { dryRun, rejectsFolder } = ctx.settings;
  return dryRun ? undefined : new RejectsFile(rejectsPlace(input.file.name, rejectsFolder));
}
