import { isoTime } from '../base/clock.ts';
import { BatchBuilder } from './batch-builder.ts';
import { nextNumber } from './commit-batch.ts';
import type { ExportContext, RecordsInput } from './context.ts';
import { reportRun } from './cut-into-batches.ts';
import { jsonOf } from './input-record.ts';
import { judgeAll } from './judge-all.ts';
import type { BatchOutcome, InputOutcome } from './request.ts';
import type { RunRow } from './run-table.ts';

/** What a real run would publish, behind what the unfinished one did: built and counted, never written. */
export async function planRecords(ctx: ExportContext, input: RecordsInput, run?: RunRow): Promise<InputOutcome> {
  const begun = run === undefined ? [] : (await reportRun(ctx, input, run)).batches;
  const batches: BatchOutcome[] = [...begun];
  let planned: BatchBuilder | undefined;
  const createdAt = isoTime(ctx.clock.now());
  let number = await nextNumber(ctx, input, createdAt);
  const close = () => {
    if (planned === undefined) return;
    const { batch_id, key, records, bytes } = planned.finish();
    batches.push({ input: input.file.name, batch_id, key, sha256: null, records, bytes, status: 'published' });
    number = { ...number, number: number.number + 1 };
    planned = undefined;
  };
  const judge = await judgeAll(
    ctx,
    input,
    () => undefined,
    (record) => {
      if (record.position < (run?.offset ?? 0)) return;
      planned ??= new BatchBuilder(input.frame, number, createdAt, undefined);
      planned.add(jsonOf(record));
      if (planned.records === ctx.settings.batchSize) close();
    },
  );
  close();
  return { input: input.file.name, sha256: input.sha256, batches, rejectedCount: judge.bad, rejectsFile: null };
}
