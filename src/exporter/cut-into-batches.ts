import { existsSync } from 'node:fs';
import { isoTime } from '../base/clock.ts';
import { AppError } from '../base/errors.ts';
import { BatchBuilder } from './batch-builder.ts';
import { commitBatch, nextNumber } from './commit-batch.ts';
import { type ExportContext, outcomeOf, type RecordsInput } from './context.ts';
import { type InputRecord, jsonOf } from './input-record.ts';
import { refuseChanged } from './judge-all.ts';
import { RecordJudge } from './judge-records.ts';
import { openRecords } from './open-records.ts';
import { batchesOfRun } from './outbox-table.ts';
import { publishBatch } from './publish.ts';
import { rejectionFacts } from './rejections.ts';
import { RejectsFile, rejectsPlace } from './rejects-file.ts';
import type { InputOutcome } from './request.ts';
import { finishRun, type RunRow } from './run-table.ts';

/** From the run's offset to the input's end. The rejects file is in place before the run counts as done. */
export async function cutIntoBatches(ctx: ExportContext, input: RecordsInput, run: RunRow): Promise<InputOutcome> {
  const cutter = new BatchCutter(ctx, input, run);
  const rejects = new RejectsFile(rejectsPlace(input.file.name, ctx.settings.rejectsFolder));
  const judge = new RecordJudge(input.frame.contract, input.frame.revision, ctx.settings.batchSize);
  try {
    for await (const { records, bytesRead } of openRecords(ctx.database, input)) {
      ctx.signal.throwIfAborted();
      for (const record of records) {
        const problems = judge.judge(record);
        const filled = problems.length > 0 ? rejects.add(record, problems) : cutter.add(record);
        if (filled !== undefined) await filled;
      }
      reportProgress(ctx, input, { bytesRead, records: judge.good + judge.bad, batches: cutter.batches });
    }
    await cutter.finish();
    const rejectsFile = rejects.finish() ?? null;
    return await endRun(ctx, input, judge, {
      ...run,
      offset: cutter.offset,
      rejected: judge.bad,
      rejects_file: rejectsFile,
    });
  } finally {
    cutter.discard();
    rejects.discard();
  }
}

async function endRun(ctx: ExportContext, input: RecordsInput, judge: RecordJudge, run: RunRow): Promise<InputOutcome> {
  const end = { id: run.id, offset: run.offset, rejected: run.rejected, rejectsFile: run.rejects_file };
  await ctx.database.transaction(async (tx) => {
    await finishRun(tx, end, ctx.clock.now());
    if (run.rejected > 0) {
      const facts = rejectionFacts(ctx, input, { reasons: judge.reasons, file: run.rejects_file, stopped: false });
      await ctx.audit.append(tx, facts);
    }
  });
  return reportRun(ctx, input, run);
}

/** Also of a run that was finished long ago. */
export async function reportRun(ctx: ExportContext, input: RecordsInput, run: RunRow): Promise<InputOutcome> {
  const rows = await batchesOfRun(ctx.database, run.id);
  const pending = rows.find((row) => row.state === 'pending');
  if (pending !== undefined && !ctx.settings.dryRun) {
    throw new AppError('busy', `export ${input.file.name}: another process is still publishing ${pending.batch_id}`);
  }
  return {
    input: input.file.name,
    sha256: input.sha256,
    batches: rows.map((row) => ({ ...outcomeOf(ctx, row), input: input.file.name })),
    rejectedCount: run.rejected,
    // Somebody may have tidied it away; a name that leads nowhere would be worse than none.
    rejectsFile: run.rejects_file !== null && existsSync(run.rejects_file) ? run.rejects_file : null,
  };
}

/** Good records on their way into batches; those in front of the run's offset are in batches already. */
class BatchCutter {
  batches = 0;
  offset: number;
  readonly #ctx: ExportContext;
  readonly #input: RecordsInput;
  readonly #run: RunRow;
  #builder: BatchBuilder | undefined;
  #lastPosition = -1;

  constructor(ctx: ExportContext, input: RecordsInput, run: RunRow) {
    this.#ctx = ctx;
    this.#input = input;
    this.#run = run;
    this.offset = run.offset;
  }

  /** Not async, so that a record that fills no batch costs no turn. */
  add(record: InputRecord): Promise<void> | undefined {
    if (record.position < this.#run.offset) return undefined;
    this.#lastPosition = record.position;
    if (this.#builder === undefined) return this.#addFirst(record);
    this.#builder.add(jsonOf(record));
    return this.#builder.records === this.#ctx.settings.batchSize ? this.finish() : undefined;
  }

  async finish(): Promise<void> {
    if (this.#builder === undefined) return;
    refuseChanged(this.#input);
    const built = this.#builder.finish();
    this.#builder = undefined;
    const row = await commitBatch(this.#ctx, built, { ...this.#run, offset: this.offset }, this.#lastPosition + 1);
    this.offset = this.#lastPosition + 1;
    await publishBatch(this.#ctx, row);
    this.batches += 1;
  }

  discard(): void {
    this.#builder?.discard();
  }

  async #addFirst(record: InputRecord): Promise<void> {
    const createdAt = isoTime(this.#ctx.clock.now());
    const number = await nextNumber(this.#ctx, this.#input, createdAt);
    this.#builder = new BatchBuilder(this.#input.frame, number, createdAt, this.#ctx.spool);
    this.#builder.add(jsonOf(record));
    if (this.#builder.records === this.#ctx.settings.batchSize) await this.finish();
  }
}

function reportProgress(
  ctx: ExportContext,
  { file }: RecordsInput,
  done: { readonly bytesRead: number; readonly records: number; readonly batches: number },
): void {
  ctx.settings.progress?.({ input: file.name, bytesTotal: file.sizeBytes, ...done });
}
