import { readSync } from 'node:fs';
import { isSlug } from '../base/ids.ts';
import { AppError } from '../base/errors.ts';
import type { BatchFrame } from './batch-builder.ts';
import type { ExportContext } from './context.ts';
import { detectFormat, type InputFormat, SNIFF_BYTES } from './detect-format.ts';
import { onDisk } from './disk-errors.ts';
import { exportEnvelope } from './export-envelope.ts';
import { exportRecords } from './export-records.ts';
import type { InputFile, RecordFormat } from './input-record.ts';
import { checkCsvHeader } from './read-csv.ts';
import { refusalOf, refuseInput } from './refusals.ts';
import type { InputOutcome } from './request.ts';
import { contentFault, surveyInput } from './survey.ts';

/** Takes one input, whatever it is. Content that cannot be taken is an outcome; what throws is the environment. */
export async function exportInput(ctx: ExportContext, file: InputFile): Promise<InputOutcome> {
  const found = findFormat(file);
  if (found === 'envelope') return exportEnvelope(ctx, file);
  if (typeof found === 'string') return exportSurveyed(ctx, file, found);
  const { sha256 } = await surveyInput(file, 'ndjson', ctx.signal);
  return refuseInput(ctx, refusalOf(found, { input: file.name, sha256, bytes: file.sizeBytes }));
}

/** The content error, where it is none of the formats. */
function findFormat(file: InputFile): InputFormat | AppError {
  const first = Buffer.allocUnsafe(Math.min(SNIFF_BYTES, file.sizeBytes));
  const count = onDisk(`read ${file.name}`, () => readSync(file.fd, first, 0, first.length, 0));
  let format: InputFormat = 'ndjson';
  const fault = contentFault(() => {
    format = detectFormat(file.name, first.subarray(0, count));
  });
  return fault ?? format;
}

async function exportSurveyed(ctx: ExportContext, file: InputFile, format: RecordFormat): Promise<InputOutcome> {
  const frame = frameOf(ctx, file);
  const { sha256, fault } = await surveyInput(file, format, ctx.signal);
  const found = fault ?? (format === 'csv' ? await headerFault(file, frame) : undefined);
  if (found !== undefined)
    return refuseInput(ctx, refusalOf(found, { input: file.name, sha256, bytes: file.sizeBytes }));
  return exportRecords(ctx, { file, format, sha256, frame });
}

async function headerFault(file: InputFile, { contract, revision }: BatchFrame): Promise<AppError | undefined> {
  try {
    await checkCsvHeader(file, contract, revision);
    return undefined;
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'content') return thrown;
    throw thrown;
  }
}

/** What the batches of this input have in common. Throws `usage` for what no batch could carry. */
function frameOf({ settings, system }: ExportContext, file: InputFile): BatchFrame {
  const { contract, contractPrefix } = settings;
  // Only the first revision is sent to a target that has not accepted a later one.
  const [revision] = contract.revisions;
  const target = settings.target ?? contract.targets[0];
  if (revision === undefined) throw new AppError('internal', `export ${contract.name}: it has no revision`);
  if (target === undefined || !isSlug(target) || !isSlug(system)) {
    throw new AppError(
      'usage',
      `export from ${system} to ${target ?? 'nobody'}: a system is named by a lower-case slug`,
    );
  }
  return { contract, revision, contractPrefix, source: system, target, input: file.name };
}
