import { AppError } from '../base/errors.ts';
import type { Problem } from '../base/reasons.ts';
import type { DocumentContract, DocumentVerdict } from '../contract/contract.ts';
import type { ByteSource } from '../contract/json/byte-source.ts';
import { DEFAULT_LIMITS } from '../contract/json/limits.ts';
import { parseStrict } from '../contract/json/parse-strict.ts';
import type { Found, VerifyJob } from './verify-job.ts';

/** Bytes that are read at once where they are only hashed. */
const SKIM_BYTES = 1024 * 1024;

/**
 * A document that is checked whole: read into memory if its contract allows so many bytes, else only hashed. `onBytes`
 * sees every byte once.
 */
export function verifyDocument(
  job: VerifyJob,
  contract: DocumentContract,
  source: ByteSource,
  onBytes: (chunk: Uint8Array) => void,
): Found {
  const bytes = readAll(source, contract.maxBytes.consumer, onBytes);
  // Whatever it is, it is another system's to judge.
  if (job.statedTarget !== undefined && job.statedTarget !== job.system) {
    const problem: Problem = { code: 'OTHER_TARGET', pointer: '', rule: 'is addressed to another system' };
    return { verdict: 'skipped', code: problem.code, problems: [problem], identity: { target: job.statedTarget } };
  }
  if (bytes === undefined) {
    const rule = `must not be over ${contract.maxBytes.consumer} bytes`;
    return refused([{ code: contract.tooLarge, pointer: '', rule }], {});
  }
  return judged(job, contract, bytes);
}

function judged(job: VerifyJob, contract: DocumentContract, bytes: Buffer): Found {
  try {
    const document = parseStrict(bytes, { ...DEFAULT_LIMITS, maxDocumentBytes: contract.maxBytes.consumer });
    const found = contract.judge(document, {
      side: 'consumer',
      source: job.sender ?? contract.source,
      target: job.system,
      fileName: job.fileName,
      scan: job.scan,
    });
    return found.verdict === 'accepted' ? accepted(job, contract, { document, bytes, found }) : found;
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.reason === undefined) throw thrown;
    return refused(thrown.problems, {});
  }
}

interface Read {
  readonly document: unknown;
  readonly bytes: Buffer;
  readonly found: Extract<DocumentVerdict, { verdict: 'accepted' }>;
}

function accepted(job: VerifyJob, contract: DocumentContract, { document, bytes, found }: Read): Found {
  const { identity, release, records, warnings } = found;
  const tables = job.emitRows ? contract.toTables(document, bytes.toString('utf8'), warnings) : [];
  return { verdict: 'accepted', identity, revision: release.version, records, tables, warnings };
}

function refused(problems: readonly Problem[], identity: object): Found {
  return { verdict: 'refused', code: problems[0]?.code ?? 'JSON_INVALID', problems, identity };
}

/** Undefined for more bytes than `maxBytes`, which are read all the same: their hash names them. */
function readAll(source: ByteSource, maxBytes: number, onBytes: (chunk: Uint8Array) => void): Buffer | undefined {
  const fits = source.sizeBytes <= maxBytes;
  const buffer = Buffer.allocUnsafe(fits ? source.sizeBytes : SKIM_BYTES);
  for (let length = 0; ;) {
    const offset = fits ? length : 0;
    const count = offset < buffer.length ? source.read(buffer, offset) : 0;
    if (count === 0) return fits ? buffer.subarray(0, length) : undefined;
    onBytes(buffer.subarray(offset, offset + count));
    length += count;
  }
}
