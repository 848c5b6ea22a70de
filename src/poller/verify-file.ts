import { createHash, type Hash } from 'node:crypto';
import { fstatSync } from 'node:fs';
import { AppError, codeOf, messageOf } from '../base/errors.ts';
import { MAX_PROBLEMS, type Problem, type ReasonCode } from '../base/reasons.ts';
import type { AnyContract, Cell, Contract, HeaderVerdict, Identity, Revision } from '../contract/contract.ts';
import { type BatchReader, openBatch } from '../contract/json/batch-reader.ts';
import { type ByteSource, fileSource, memorySource } from '../contract/json/byte-source.ts';
import { judgeHeader } from '../contract/judge-header.ts';
import { contractNamed } from '../contract/registry.ts';
import { verifyDocument } from './verify-document.ts';
import type { Emit, Found, VerifyJob, VerifyOutcome, VerifySource } from './verify-job.ts';
import { type Hashes, weighBytes } from './weigh-bytes.ts';

/** Rows in one message to the writer: large enough to hide the crossing, small enough to keep it busy. */
const ROWS_PER_MESSAGE = 500;

/**
 * Reads one file once: hashes all of it, parses and validates it in slices, gives its rows out on the way. The rows
 * are only good when `end` says accepted. Synchronous: it runs in a worker thread, or inline for small backlogs.
 */
export function verifyFile(job: VerifyJob, emit: Emit): void {
  const rows = new RowBuffer(job.emitRows ? emit : undefined);
  const outcome = outcomeOf(job, rows);
  emit({ kind: 'end', outcome, rows: outcome.verdict === 'accepted' ? rows.rest() : [] });
}

/** Rows on their way out, in messages of one size. */
class RowBuffer {
  readonly #emit: Emit | undefined;
  #rows: Cell[][] = [];

  constructor(emit: Emit | undefined) {
    this.#emit = emit;
  }

  get wanted(): boolean {
    return this.#emit !== undefined;
  }

  add(row: Cell[]): void {
    this.#rows.push(row);
    if (this.#rows.length < ROWS_PER_MESSAGE) return;
    this.#emit?.({ kind: 'rows', rows: this.#rows });
    this.#rows = [];
  }

  rest(): Cell[][] {
    return this.#rows;
  }
}

function outcomeOf(job: VerifyJob, rows: RowBuffer): VerifyOutcome {
  try {
    const contract = contractNamed(job.contract);
    if (contract === undefined) throw new AppError('internal', `verify a file of unknown contract ${job.contract}`);
    return verifyOpened(job, contract, rows);
  } catch (thrown) {
    return { verdict: 'failed', error: codeOf(thrown), message: messageOf(thrown) };
  }
}

function verifyOpened(job: VerifyJob, contract: AnyContract, rows: RowBuffer): VerifyOutcome {
  const before = stampOf(job.source);
  const digester = new Digester();
  const onBytes = (chunk: Uint8Array): void => digester.update(chunk);
  const found =
    contract.form === 'document'
      ? verifyDocument(job, contract, sourceOf(job.source), onBytes)
      : verifyStream(job, contract, openBatch(sourceOf(job.source), { onBytes }), rows);
  const hashes = digester.finish();
  if (stampOf(job.source) !== before) throw new AppError('changed', `read ${job.fileName}: it changed meanwhile`);
  const { certain, mismatch } = weighBytes(job, hashes);
  const digest = { ...hashes, certain };
  // What is addressed to another system is not ours to refuse, if it is certain that it is.
  if (mismatch === undefined || (certain && found.verdict === 'skipped')) return { ...found, digest };
  const problems: Problem[] = [{ code: 'CHECKSUM_MISMATCH', pointer: '', rule: mismatch }];
  return { verdict: 'refused', code: 'CHECKSUM_MISMATCH', problems, identity: found.identity, digest };
}

function verifyStream(job: VerifyJob, contract: Contract, reader: BatchReader, rows: RowBuffer): Found {
  const found = readDocument(job, contract, reader, rows);
  reader.drain();
  return found;
}

/** Stage 3: the first failing stage gives the code; an environment error passes through. */
function readDocument(job: VerifyJob, contract: Contract, reader: BatchReader, rows: RowBuffer): Found {
  let identity: Partial<Identity> = {};
  try {
    const header = reader.header();
    const verdict: HeaderVerdict = judgeHeader({
      header,
      hasRecords: reader.hasRecords(),
      contract,
      system: job.system,
      fileName: job.fileName,
      side: 'consumer',
    });
    identity = verdict.identity;
    if (verdict.verdict !== 'accepted') {
      exhaust(reader);
      return { verdict: verdict.verdict, code: verdict.code, problems: verdict.problems, identity };
    }
    const read = readRecords(contract, verdict.revision, reader, rows);
    const [first] = read.problems;
    if (first !== undefined)
      return { verdict: 'refused', code: leadingCode(read.problems), problems: read.problems, identity };
    return {
      verdict: 'accepted',
      identity: verdict.identity,
      revision: statedRevision(job, contract) ?? verdict.revision.version,
      records: read.records,
    };
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.reason === undefined) throw thrown;
    return { verdict: 'refused', code: thrown.reason, problems: thrown.problems, identity };
  }
}

/** After a bad record the rest is still read: broken JSON further on is the earlier stage, so it names the code. */
function readRecords(
  contract: Contract,
  revision: Revision,
  reader: BatchReader,
  rows: RowBuffer,
): { records: number; problems: Problem[] } {
  const toRow = rowMaker(contract, revision);
  const problems: Problem[] = [];
  let records = 0;
  for (let group = reader.nextGroup(); group !== undefined; group = reader.nextGroup()) {
    for (const record of group) {
      // A full report stays as it is, and so does its code: a million bad records cost no more than twenty.
      const found = problems.length < MAX_PROBLEMS ? revision.checkRecord(record, 'consumer') : [];
      if (found.length > 0) addProblems(problems, found, records);
      else if (rows.wanted && problems.length === 0) rows.add(toRow(record));
      records += 1;
    }
  }
  return { records, problems };
}

/** Rows are those of the newest major: a record of the one before is told in its words first. */
function rowMaker({ revisions }: Contract, revision: Revision): (record: unknown) => Cell[] {
  const newest = revisions.at(-1);
  const { upcast } = revision;
  if (upcast === undefined || newest === undefined) return (record) => revision.toRow(record);
  return (record) => newest.toRow(upcast(record));
}

function addProblems(problems: Problem[], found: readonly Problem[], position: number): void {
  for (const problem of found) {
    if (problems.length >= MAX_PROBLEMS) return;
    problems.push({ ...problem, pointer: `/records/${position}${problem.pointer}` });
  }
}

/** A breach of the boundary is the graver finding, wherever it stands among the others. */
function leadingCode(problems: readonly Problem[]): ReasonCode {
  const breach = problems.find((problem) => problem.code === 'BOUNDARY_VIOLATION');
  return breach?.code ?? problems[0]?.code ?? 'SCHEMA_INVALID';
}

/** The newest minor reads all older ones: which one was sent, only its sender can say. */
function statedRevision({ statedRevision: stated }: VerifyJob, { revisions }: Contract): string | undefined {
  return revisions.find(({ version }) => version === stated)?.version;
}

function exhaust(reader: BatchReader): void {
  while (reader.nextGroup() !== undefined);
}

function sourceOf(source: VerifySource): ByteSource {
  return 'fd' in source ? fileSource(source.fd, source.sizeBytes) : memorySource(source.bytes);
}

/** Size and change times of a file read in place: equal before and after means that one version was read. */
function stampOf(source: VerifySource): string {
  if (!('fd' in source)) return '';
  const stat = fstatSync(source.fd, { bigint: true });
  return `${stat.size}-${stat.mtimeNs}`;
}

class Digester {
  readonly #sha256: Hash = createHash('sha256');
  readonly #md5: Hash = createHash('md5');
  #bytes = 0;

  update(chunk: Uint8Array): void {
    this.#sha256.update(chunk);
    this.#md5.update(chunk);
    this.#bytes += chunk.length;
  }

  finish(): Hashes {
    return { sha256: this.#sha256.digest('hex'), md5: this.#md5.digest('base64'), bytes: this.#bytes };
  }
}
