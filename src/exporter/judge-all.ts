import { fstatSync } from 'node:fs';
import { AppError } from '../base/errors.ts';
import type { Problem } from '../base/reasons.ts';
import type { ExportContext, RecordsInput } from './context.ts';
import type { InputRecord } from './input-record.ts';
import { RecordJudge } from './judge-records.ts';
import { openRecords } from './open-records.ts';

export type Visit = (record: InputRecord, problems: readonly Problem[]) => void;

/** A whole pass over an input. */
export async function judgeAll(
  ctx: ExportContext,
  input: RecordsInput,
  onBad: Visit,
  onGood?: Visit,
): Promise<RecordJudge> {
  const judge = new RecordJudge(input.frame.contract, input.frame.revision, ctx.settings.batchSize);
  for await (const { records } of openRecords(ctx.database, input)) {
    ctx.signal.throwIfAborted();
    for (const record of records) {
      const problems = judge.judge(record);
      if (problems.length > 0) onBad(record, problems);
      else onGood?.(record, problems);
    }
  }
  refuseChanged(input);
  return judge;
}

/** The hash that names this export is of other bytes then, and the records read so far may be of either version. */
export function refuseChanged({ file }: RecordsInput): void {
  const { size, mtimeMs } = fstatSync(file.fd);
  if (size === file.sizeBytes && mtimeMs === file.modifiedMs) return;
  throw new AppError('changed', `export ${file.name}: it changed while it was read`, {
    hint: 'export it again when nobody writes to it any more',
  });
}
