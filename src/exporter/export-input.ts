import { readSync } from 'node:fs';
import { isSlug } from '../base/ids.ts';
import { AppError } from '../base/errors.ts';
import type { BatchFrame } from './batch-builder.ts';
import { acceptedBy, revisionFor } from './choose-revision.ts';
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
  // A contract of whole documents has no records that could come in any other way.
  if (ctx.settings.contract.form === 'document') return exportEnvelope(ctx, file);
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
  const frame = reasonOr(() => frameOf(ctx, file));
  const { sha256, fault } = await surveyInput(file, format, ctx.signal);
  const input = { input: file.name, sha256, bytes: file.sizeBytes };
  if (frame instanceof AppError) return refuseInput(ctx, refusalOf(fault ?? frame, input));
  const found = fault ?? (await headerFault(file, format, frame));
  if (found !== undefined) return refuseInput(ctx, refusalOf(found, input));
  return exportRecords(ctx, { file, format, sha256, frame });
}

/** An error that has a reason is a verdict on the input, not on the command. */
function reasonOr<T>(fn: () => T): T | AppError {
  try {
    return fn();
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.reason !== undefined) return thrown;
    throw thrown;
  }
}

async function headerFault(
  file: InputFile,
  format: RecordFormat,
  { contract, revision }: BatchFrame,
): Promise<AppError | undefined> {
  if (format !== 'csv') return undefined;
  try {
    await checkCsvHeader(file, contract, revision);
    return undefined;
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'content') return thrown;
    throw thrown;
  }
}

/** What the batches of this input have in common. Throws `usage` for what no batch could carry. */
function frameOf({ settings, system, log }: ExportContext, file: InputFile): BatchFrame {
  const { contract, contractPrefix } = settings;
  if (contract.form === 'document') {
    throw new AppError('internal', `cut ${file.name} into batches: ${contract.name} has none`);
  }
  const target = settings.target ?? contract.targets[0];
  if (target === undefined || !isSlug(target) || !isSlug(system)) {
    throw new AppError(
      'usage',
      `export from ${system} to ${target ?? 'nobody'}: a system is named by a lower-case slug`,
    );
  }
  const revision = revisionFor(contract, target, acceptedBy(target, contract.name, settings));
  const lost = { input: file.name, target, version: revision.version };
  const onProjected = once(() => log.warn(lost, 'fields that the target has not accepted were left out'));
  return { contract, revision, contractPrefix, source: system, target, input: file.name, onProjected };
}

function once(act: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) act();
    isDone = true;
  };
}
