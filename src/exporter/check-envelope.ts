import { setImmediate } from 'node:timers/promises';
import { AppError } from '../base/errors.ts';
import { MAX_PROBLEMS, type Problem, type ReasonCode } from '../base/reasons.ts';
import type { ContentFinding, Contract, Identity, Release, Revision, ScanSettings } from '../contract/contract.ts';
import type { Queries } from '../database/port.ts';
import { type BatchReader, openBatch } from '../contract/json/batch-reader.ts';
import { fileSource } from '../contract/json/byte-source.ts';
import { pointerTo } from '../contract/json-pointer.ts';
import { judgeHeader } from '../contract/judge-header.ts';
import { acceptedBy, type Acceptances, projectionTo, revisionFor } from './choose-revision.ts';
import { enrichmentContradictions } from './enrichment-gate.ts';
import { anyEnrichment } from './enrichment-table.ts';
import { RecordJudge } from './judge-records.ts';

/** Groups of records between two turns for signals. */
const GROUPS_PER_TURN = 64;

const NOT_ACCEPTED: Problem = {
  code: 'CONTRACT_NOT_ACCEPTED',
  pointer: '',
  rule: 'holds fields that the target has not accepted',
};

export interface EnvelopeQuestion extends Acceptances {
  readonly fd: number;
  readonly sizeBytes: number;
  readonly contract: Contract;
  /** The exporting system: it may hand over its own batches alone. */
  readonly system: string;
  /** To whom it may be addressed. */
  readonly targets: readonly string[];
  readonly signal: AbortSignal;
  /** What is known here of the leads on the cards. */
  readonly database: Queries;
  /** How the words of documents are scanned; undefined for the defaults. */
  readonly scan?: ScanSettings | undefined;
}

export type EnvelopeVerdict =
  | {
      readonly verdict: 'accepted';
      readonly identity: Identity;
      readonly revision: Release;
      readonly records: number;
      readonly warnings: readonly ContentFinding[];
    }
  | {
      readonly verdict: 'refused';
      readonly code: ReasonCode;
      readonly problems: readonly Problem[];
      readonly identity: Partial<Identity>;
    };

/** A whole envelope as its producer must make it: published as it is or not at all. */
export async function checkEnvelope(question: EnvelopeQuestion): Promise<EnvelopeVerdict> {
  let identity: Partial<Identity> = {};
  try {
    const reader = openBatch(fileSource(question.fd, question.sizeBytes));
    const header = judgeHeader({
      header: reader.header(),
      hasRecords: reader.hasRecords(),
      contract: question.contract,
      system: undefined,
      fileName: undefined,
      side: 'producer',
    });
    identity = header.identity;
    if (header.verdict !== 'accepted') return refuse(header.problems, identity, header.code);
    const addressed = addressProblems(header.identity, question);
    if (addressed.length > 0) return refuse(addressed, identity);
    const revision = revisionOf(header.identity, question);
    const { problems, records } = await checkRecords(reader, revision, question);
    if (problems.length > 0) return refuse(problems, identity);
    return { verdict: 'accepted', identity: header.identity, revision, records, warnings: [] };
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.reason === undefined) throw thrown;
    return refuse(thrown.problems, identity, thrown.reason);
  }
}

/** A breach of the boundary is the graver finding, wherever it stands among the others. */
function refuse(problems: readonly Problem[], identity: Partial<Identity>, code?: ReasonCode): EnvelopeVerdict {
  const gravest = problems.find((problem) => problem.code === 'BOUNDARY_VIOLATION') ?? problems[0];
  return { verdict: 'refused', code: code ?? gravest?.code ?? 'ENVELOPE_INVALID', problems, identity };
}

function addressProblems({ source, target }: Identity, { system, targets }: EnvelopeQuestion): Problem[] {
  const problems: Problem[] = [];
  const report = (pointer: string, rule: string) => problems.push({ code: 'ENVELOPE_INVALID', pointer, rule });
  if (source !== system) report('/source', `must be ${system}, the system that exports it`);
  if (!targets.includes(target)) report('/target', `must be one of ${targets.join(', ')}`);
  return problems;
}

/** An envelope is sent as it is or not at all, so its own major decides; the first one alone needs no acceptance. */
function revisionOf({ schemaVersion, target }: Identity, question: EnvelopeQuestion): Revision {
  const { contract } = question;
  const revisions = contract.revisions.filter((revision) => revision.schemaVersion === schemaVersion);
  const range = acceptedBy(target, contract.name, question) ?? `^${contract.revisions[0]?.version ?? ''}`;
  return revisionFor({ ...contract, revisions }, target, range);
}

async function checkRecords(
  reader: BatchReader,
  revision: Revision,
  { contract, signal, database }: EnvelopeQuestion,
): Promise<{ problems: readonly Problem[]; records: number }> {
  const judge = new RecordJudge(contract, revision, Number.POSITIVE_INFINITY);
  const project = projectionTo(contract, revision);
  const asks = await anyEnrichment(database);
  const problems: Problem[] = [];
  let turn = 0;
  for (let group = reader.nextGroup(); group !== undefined; group = reader.nextGroup()) {
    signal.throwIfAborted();
    const contradictions = asks ? await enrichmentContradictions(database, group) : [];
    for (const [index, value] of group.entries()) {
      const place = judge.good + judge.bad;
      const tooNew = project !== undefined && project(value) !== value ? [NOT_ACCEPTED] : [];
      const found = judge.judge({ value, problems: [...tooNew, ...(contradictions[index] ?? [])] });
      if (found.length > 0) addProblems(problems, found, place);
    }
    turn += 1;
    if (turn % GROUPS_PER_TURN === 0) await setImmediate();
  }
  const records = judge.good + judge.bad;
  if (records > 0) return { problems, records };
  return {
    problems: [{ code: 'SEMANTIC_INVALID', pointer: '/records', rule: 'must hold at least one record' }],
    records,
  };
}

function addProblems(problems: Problem[], found: readonly Problem[], position: number): void {
  for (const problem of found) {
    if (problems.length >= MAX_PROBLEMS) return;
    problems.push({ ...problem, pointer: `${pointerTo('/records', position)}${problem.pointer}` });
  }
}
