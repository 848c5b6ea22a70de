import { createHash, type Hash } from 'node:crypto';
import { fstatSync } from 'node:fs';
import { AppError, codeOf, type ErrorCode, messageOf } from '../base/errors.ts';
import { MAX_PROBLEMS, type Problem, type ReasonCode } from '../base/reasons.ts';
import type { Cell, Contract, HeaderVerdict, Identity, Revision } from '../contract/contract.ts';
import { type BatchReader, openBatch } from '../contract/json/batch-reader.ts';
import { type ByteSource, fileSource, memorySource } from '../contract/json/byte-source.ts';
import { judgeHeader } from '../contract/judge-header.ts';
import { contractNamed } from '../contract/registry.ts';
import { type Hashes, weighBytes } from './weigh-bytes.ts';

/** Rows in one message to the writer: large enough to hide the crossing, small enough to keep it busy. */
const ROWS_PER_MESSAGE = 500;

export type VerifySource = { readonly fd: number; readonly sizeBytes: number } | { readonly bytes: Uint8Array };

/** All that it takes to judge one file; plain data, so that it can cross to a worker thread. */
export interface VerifyJob {
  readonly contract: string;
  readonly system: string;
  /** The name in the inbox without folder and `.json`. */
  readonly fileName: string;
  readonly source: VerifySource;
  /** What the object's metadata states, if it does. */
  readonly statedSha256: string | undefined;
  /** True for bytes that came over a network, and may have been hurt there. */
  readonly remote?: boolean;
  /** Base64: what the store states, if it does. */
  readonly statedMd5?: string | undefined;
  /** Base64: what the last read brought, if it was in doubt. */
  readonly lastReadMd5?: string | undefined;
  /** False: only header and hash, because the ledger knows this batch id already. */
  readonly emitRows: boolean;
}

export interface Digest extends Hashes {
  /** False: nothing vouches for these bytes yet, so that a file must not be blamed for what is in them. */
  readonly certain: boolean;
}

/** What was found. `failed` blames the environment, never the file. */
export type VerifyOutcome =
  | {
      readonly verdict: 'accepted';
      readonly identity: Identity;
      readonly revision: string;
      readonly records: number;
      readonly digest: Digest;
    }
  | {
      readonly verdict: 'refused' | 'held' | 'skipped';
      readonly code: ReasonCode;
      readonly problems: readonly Problem[];
      readonly identity: Partial<Identity>;
      readonly digest: Digest;
    }
  | { readonly verdict: 'failed'; readonly error: ErrorCode; readonly message: string };

export type VerifyMessage =
  | { readonly kind: 'rows'; readonly rows: readonly (readonly Cell[])[] }
  /** `rows` are the last ones: a small file is one message. */
  | { readonly kind: 'end'; readonly outcome: VerifyOutcome; readonly rows: readonly (readonly Cell[])[] };

export type Emit = (message: VerifyMessage) => void;

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

function verifyOpened(job: VerifyJob, contract: Contract, rows: RowBuffer): VerifyOutcome {
  const before = stampOf(job.source);
  const digester = new Digester();
  const reader = openBatch(sourceOf(job.source), { onBytes: (chunk) => digester.update(chunk) });
  const found = readDocument(job, contract, reader, rows);
  reader.drain();
  const hashes = digester.finish();
  if (stampOf(job.source) !== before) throw new AppError('changed', `read ${job.fileName}: it changed meanwhile`);
  const { certain, mismatch } = weighBytes(job, hashes);
  const digest = { ...hashes, certain };
  // What is addressed to another system is not ours to refuse, if it is certain that it is.
  if (mismatch === undefined || (certain && found.verdict === 'skipped')) return { ...found, digest };
  const problems: Problem[] = [{ code: 'CHECKSUM_MISMATCH', pointer: '', rule: mismatch }];
  return { verdict: 'refused', code: 'CHECKSUM_MISMATCH', problems, identity: found.identity, digest };
}

type Found = DistributiveOmit<Exclude<VerifyOutcome, { verdict: 'failed' }>, 'digest'>;
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

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
    const read = readRecords(verdict.revision, reader, rows);
    const [first] = read.problems;
    if (first !== undefined)
      return { verdict: 'refused', code: leadingCode(read.problems), problems: read.problems, identity };
    return {
      verdict: 'accepted',
      identity: verdict.identity,
      revision: verdict.revision.version,
      records: read.records,
    };
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.reason === undefined) throw thrown;
    return { verdict: 'refused', code: thrown.reason, problems: thrown.problems, identity };
  }
}

/** After a bad record the rest is still read: broken JSON further on is the earlier stage, so it names the code. */
function readRecords(
  revision: Revision,
  reader: BatchReader,
  rows: RowBuffer,
): { records: number; problems: Problem[] } {
  const problems: Problem[] = [];
  let records = 0;
  for (let group = reader.nextGroup(); group !== undefined; group = reader.nextGroup()) {
    for (const record of group) {
      // A full report stays as it is, and so does its code: a million bad records cost no more than twenty.
      const found = problems.length < MAX_PROBLEMS ? revision.checkRecord(record, 'consumer') : [];
      if (found.length > 0) addProblems(problems, found, records);
      else if (rows.wanted && problems.length === 0) rows.add(revision.toRow(record));
      records += 1;
    }
  }
  return { records, problems };
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
