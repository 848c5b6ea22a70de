import { AppError } from '../base/errors.ts';
import { isSlug } from '../base/ids.ts';
import { MAX_PROBLEMS, REASONS } from '../base/reasons.ts';
import type { Problem, ReasonCode } from '../base/reasons.ts';
import type { Contract, Header, HeaderVerdict, Identity, Revision, Side } from './contract.ts';
import { isObject, ownString } from './document.ts';
import { contractOfHeader } from './registry.ts';
import { judgeVersion } from './versions.ts';

export interface HeaderQuestion {
  /** The document without its records. */
  readonly header: Header;
  readonly hasRecords: boolean;
  /** The contract of the place where the document was found. */
  readonly contract: Contract;
  /** Who reads it; undefined where that does not matter. */
  readonly system: string | undefined;
  /** Name of the file without folder and `.json`; undefined where there is no file. */
  readonly fileName: string | undefined;
  readonly side: Side;
}

/** Longer ones are no batch ids, versions or systems, and do not belong into a report. */
const MAX_IDENTITY_LENGTH = 256;

/**
 * The first stage that refuses gives the code: object, target, contract, version, batch id and name, envelope. The target
 * comes first because several systems may share an inbox: what is addressed to another one is not ours to judge.
 */
export function judgeHeader(question: HeaderQuestion): HeaderVerdict {
  const { header, contract } = question;
  if (!isObject(header)) return refuse(header, envelopeProblem('', 'must be an object'));
  if (isForAnother(question)) {
    return refuse(header, { code: 'OTHER_TARGET', pointer: '/target', rule: 'names another system' });
  }
  if (contractOfHeader(header)?.name !== contract.name) {
    return refuse(header, envelopeProblem('', `must follow the contract ${contract.name}`));
  }
  if (!Object.hasOwn(header, 'schema_version'))
    return refuse(header, envelopeProblem('/schema_version', 'is required'));
  const version = judgeVersion(contract, header['schema_version']);
  if (version.verdict !== 'known') return refuse(header, versionProblem(version.verdict));
  return judgeEnvelope(question, version.revision);
}

function judgeEnvelope(question: HeaderQuestion, revision: Revision): HeaderVerdict {
  const { header, contract, side } = question;
  const problems = [
    ...revision.checkHeader(header, side),
    ...nameProblems(question),
    ...(question.hasRecords ? [] : [envelopeProblem('/records', 'is required')]),
  ].toSorted((one, other) => stageOf(one) - stageOf(other));
  const [first, ...others] = problems;
  if (first !== undefined) return refuse(header, first, others);
  const identity = contract.identify(header);
  if (identity === undefined) throw new AppError('internal', `identify a valid ${contract.name} by its header`);
  return { verdict: 'accepted', identity, revision };
}

/** A malformed target is a broken envelope, not another system's business. */
function isForAnother({ header, system }: HeaderQuestion): boolean {
  const target = ownString(header, 'target');
  return system !== undefined && target !== undefined && target !== system && isSlug(target);
}

function nameProblems({ header, fileName }: HeaderQuestion): Problem[] {
  const batchId = ownString(header, 'batch_id');
  if (fileName === undefined || batchId === undefined || batchId === fileName) return [];
  return [{ code: 'NAME_MISMATCH', pointer: '/batch_id', rule: 'must be the name of the file' }];
}

function stageOf({ code, pointer }: Problem): number {
  if (pointer === '/target') return 0;
  if (code === 'BATCH_ID_INVALID') return 1;
  return code === 'NAME_MISMATCH' ? 2 : 3;
}

function envelopeProblem(pointer: string, rule: string): Problem {
  return { code: 'ENVELOPE_INVALID', pointer, rule };
}

function versionProblem(code: ReasonCode): Problem {
  return { code, pointer: '/schema_version', rule: REASONS[code].meaning };
}

function refuse(header: Header, first: Problem, others: readonly Problem[] = []): HeaderVerdict {
  const { verdict } = REASONS[first.code];
  return {
    verdict: verdict === 'held' || verdict === 'skipped' ? verdict : 'refused',
    code: first.code,
    problems: [first, ...others].slice(0, MAX_PROBLEMS),
    identity: isObject(header) ? readableIdentity(header) : {},
  };
}

function readableIdentity(header: Header): Partial<Identity> {
  const fields = {
    batchId: ownString(header, 'batch_id'),
    schemaVersion: ownString(header, 'schema_version'),
    source: ownString(header, 'source'),
    target: ownString(header, 'target'),
    createdAt: ownString(header, 'created_at'),
  };
  const readable = Object.entries(fields).filter(
    ([, text]) => text !== undefined && text.length <= MAX_IDENTITY_LENGTH,
  );
  return Object.fromEntries(readable);
}
