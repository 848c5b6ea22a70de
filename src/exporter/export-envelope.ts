import { closeSync, openSync, readSync, rmSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { AppError } from '../base/errors.ts';
import type { Problem } from '../base/reasons.ts';
import type { Identity } from '../contract/contract.ts';
import { checkEnvelope, type EnvelopeVerdict } from './check-envelope.ts';
import { claimEnvelope, lookUpEnvelope } from './claim-envelope.ts';
import { type ExportContext, outcomeOf } from './context.ts';
import { onDisk } from './disk-errors.ts';
import { FileWriter, type Written } from './file-writer.ts';
import type { InputFile } from './input-record.ts';
import type { BuiltBatch } from './outbox-table.ts';
import { publishBatch } from './publish.ts';
import { refuseInput } from './refusals.ts';
import type { BatchOutcome, InputOutcome } from './request.ts';

const COPY_BYTES = 1024 * 1024;
const HASH_DIGITS = 16;

/**
 * Publishes a whole envelope byte for byte under its own id, or refuses it whole. What is checked is the copy that is
 * published, so a writer on the original can change nothing in between.
 */
export async function exportEnvelope(ctx: ExportContext, file: InputFile): Promise<InputOutcome> {
  const copy = await copyInput(ctx, file);
  try {
    const verdict = await checkEnvelope({ ...questionOf(ctx), fd: copy.fd, sizeBytes: copy.written.bytes });
    if (verdict.verdict === 'refused') {
      const { code, problems, identity } = verdict;
      return await refuseInput(ctx, { ...refusalBase(file, copy.written), code, problems, identity });
    }
    return await publishEnvelope(ctx, file, builtOf(ctx, file, copy, verdict));
  } finally {
    copy.close();
  }
}

function questionOf({ settings, system, signal }: ExportContext) {
  const { contract, target } = settings;
  return { contract, system, signal, targets: target === undefined ? contract.targets : [target] };
}

function refusalBase(file: InputFile, { sha256, bytes }: Written) {
  return { input: file.name, sha256, bytes };
}

/** The envelope's bytes in the spool; in a dry run the input itself. */
interface Copy {
  readonly fd: number;
  readonly path: string | undefined;
  readonly written: Written;
  close(): void;
}

async function copyInput(ctx: ExportContext, file: InputFile): Promise<Copy> {
  const path = ctx.settings.dryRun ? undefined : ctx.spool.newFile();
  const writer = new FileWriter(path);
  try {
    const buffer = Buffer.allocUnsafe(COPY_BYTES);
    for (let count = readAt(file, buffer, 0); count > 0; count = readAt(file, buffer, writer.bytes)) {
      ctx.signal.throwIfAborted();
      writer.writeBytes(buffer.subarray(0, count));
      await setImmediate();
    }
    const written = writer.finish();
    if (path === undefined) return { fd: file.fd, path, written, close: () => undefined };
    const fd = onDisk(`open ${path}`, () => openSync(path, 'r'));
    return { fd, path, written, close: () => closeCopy(fd, path) };
  } catch (thrown) {
    if (path !== undefined) rmSync(path, { force: true });
    throw thrown;
  } finally {
    writer.close();
  }
}

/** A refused envelope's copy is of no use; an accepted one's has its durable name by now. */
function closeCopy(fd: number, path: string): void {
  closeSync(fd);
  rmSync(path, { force: true });
}

function readAt(file: InputFile, buffer: Buffer, position: number): number {
  return onDisk(`read ${file.name}`, () => readSync(file.fd, buffer, 0, buffer.length, position));
}

type Accepted = Extract<EnvelopeVerdict, { verdict: 'accepted' }>;

function builtOf(
  ctx: ExportContext,
  file: InputFile,
  copy: Copy,
  { identity, revision, records }: Accepted,
): BuiltBatch {
  const { contract, contractPrefix } = ctx.settings;
  const name = `${identity.batchId}.${copy.written.sha256.slice(0, HASH_DIGITS)}.json`;
  return {
    ...copy.written,
    contract: contract.name,
    batch_id: identity.batchId,
    revision: revision.version,
    schema_version: identity.schemaVersion,
    source: identity.source,
    target: identity.target,
    created_at: identity.createdAt,
    input: file.name,
    key: `${contractPrefix}${identity.batchId}.json`,
    records,
    header_bytes: null,
    path: copy.path === undefined ? '' : ctx.spool.keep(copy.path, name),
  };
}

async function publishEnvelope(ctx: ExportContext, file: InputFile, built: BuiltBatch): Promise<InputOutcome> {
  const { dryRun } = ctx.settings;
  const claim = dryRun ? await lookUpEnvelope(ctx, built) : await claimEnvelope(ctx, built);
  if (claim.decision === 'publish' && claim.row !== undefined && !dryRun) {
    return report(file, built, outcomeOf(ctx, await publishBatch(ctx, claim.row)));
  }
  if (!dryRun) ctx.spool.remove(built.path);
  if (claim.decision === 'publish') return report(file, built, plannedOutcome(built));
  if (claim.decision === 'exists') return report(file, built, outcomeOf(ctx, claim.row));
  if (claim.decision === 'busy') {
    throw new AppError('busy', `export ${file.name}: another process is publishing ${built.batch_id}`);
  }
  const rule = 'was exported before with other bytes';
  const problems: Problem[] = [{ code: 'BATCH_ID_REUSED', pointer: '/batch_id', rule }];
  return refuseInput(ctx, {
    ...refusalBase(file, built),
    code: 'BATCH_ID_REUSED',
    problems,
    identity: identityOf(built),
  });
}

function report(file: InputFile, { sha256 }: BuiltBatch, outcome: BatchOutcome): InputOutcome {
  return { input: file.name, sha256, batches: [outcome], rejectedCount: 0, rejectsFile: null };
}

function plannedOutcome({ input, batch_id, key, sha256, records, bytes }: BuiltBatch): BatchOutcome {
  return { input, batch_id, key, sha256, records, bytes, status: 'published' };
}

function identityOf({ batch_id, schema_version, source, target, created_at }: BuiltBatch): Identity {
  return { batchId: batch_id, schemaVersion: schema_version, source, target, createdAt: created_at };
}
