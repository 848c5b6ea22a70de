import { AppError } from '../base/errors.ts';
import { MAX_PROBLEMS } from '../base/reasons.ts';
import type { Problem } from '../base/reasons.ts';
import type { Contract, DocumentContract, Header, Release, Revision, Side } from './contract.ts';
import { isObject, ownString } from './document.ts';
import { parseStrict } from './json/parse-strict.ts';
import { judgeHeader } from './judge-header.ts';
import { pointerTo } from './json-pointer.ts';
import { contractOfHeader } from './registry.ts';
import { judgeVersion } from './versions.ts';

export interface CheckOptions {
  readonly side: Side;
  /** Who reads it; left out, any target will do. */
  readonly system?: string;
  /** Name of the file without folder and `.json`; left out, any batch id will do. */
  readonly fileName?: string;
  /** The contract that it must follow; left out, any that it names will do. */
  readonly contract?: string;
  /** Semver of the revision to check against; left out, the document's own word chooses. */
  readonly version?: string;
}

export interface BatchReport {
  readonly ok: boolean;
  /** Null where the document names none that this build knows. */
  readonly contract: string | null;
  /** Semver of the revision that it was checked against; null where there is none. */
  readonly version: string | null;
  /** At most `MAX_PROBLEMS`; the first one's code is the batch's. */
  readonly problems: readonly Problem[];
}

/** For documents small enough to stand in memory whole: what the poller finds while streaming, in one call. */
export function checkBatchBytes(bytes: Uint8Array, options: CheckOptions): BatchReport {
  try {
    return checkWholeBatch(parseStrict(bytes), options);
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'content') throw thrown;
    return report(undefined, undefined, thrown.problems);
  }
}

export function checkWholeBatch(document: unknown, options: CheckOptions): BatchReport {
  if (!isObject(document)) return report(undefined, undefined, [envelopeProblem('', 'must be an object')]);
  const { records: _, ...header } = document;
  const contract = contractOfHeader(header);
  if (contract === undefined || contract.name !== (options.contract ?? contract.name)) {
    const wanted = options.contract === undefined ? 'a contract that this build knows' : `contract ${options.contract}`;
    return report(undefined, undefined, [envelopeProblem('', `must follow ${wanted}`)]);
  }
  if (contract.form === 'document') return checkDocument(document, contract, options);
  return checkInVersions(document, contract, options);
}

/**
 * Without a version: a consumer reads by the newest with the document's word. A producer may have followed any of them, and
 * is held to the oldest that knows all fields of its records.
 */
function checkInVersions(document: Header, contract: Contract, options: CheckOptions): BatchReport {
  const { version, side } = options;
  const known = contract.revisions.filter((revision) => version === undefined || revision.version === version);
  const sameWord = known.filter((revision) => revision.schemaVersion === document['schema_version']);
  const followed = side === 'producer' ? oldestThatKnows(document['records'], sameWord) : undefined;
  return checkEnvelope(document, { ...contract, revisions: followed === undefined ? known : [followed] }, options);
}

function oldestThatKnows(records: unknown, revisions: readonly Revision[]): Revision | undefined {
  const list: readonly unknown[] = Array.isArray(records) ? records : [];
  const isSparing = (revision: Revision) =>
    revision.project !== undefined && list.every((record) => revision.project?.(record) === record);
  return revisions.findLast((revision, at) => at === 0 || !isSparing(revision));
}

function checkEnvelope(document: Header, contract: Contract, options: CheckOptions): BatchReport {
  const { records, ...header } = document;
  const version = judgeVersion(contract, header['schema_version']);
  const revision = version.verdict === 'known' ? version.revision : undefined;
  // A sender mends all at once, so the records are looked at even where the envelope is already refused.
  return report(contract, revision, [
    ...headerProblems(header, Object.hasOwn(document, 'records'), contract, options),
    ...(revision === undefined ? [] : recordProblems(records, contract, revision, options.side)),
  ]);
}

function checkDocument(document: unknown, contract: DocumentContract, options: CheckOptions): BatchReport {
  const { side, system, fileName } = options;
  const target = system ?? contract.targets[0] ?? '';
  const found = contract.judge(document, { side, source: contract.source, target, fileName });
  if (found.verdict === 'accepted') return report(contract, found.release, []);
  return report(contract, undefined, found.problems);
}

function report(
  contract: Pick<Contract, 'name'> | undefined,
  revision: Release | undefined,
  problems: readonly Problem[],
): BatchReport {
  return {
    ok: problems.length === 0,
    contract: contract?.name ?? null,
    version: revision?.version ?? null,
    problems: problems.slice(0, MAX_PROBLEMS),
  };
}

function headerProblems(
  header: Header,
  hasRecords: boolean,
  contract: Contract,
  options: CheckOptions,
): readonly Problem[] {
  const { side, system, fileName } = options;
  const verdict = judgeHeader({ header, hasRecords, contract, system, fileName, side });
  return verdict.verdict === 'accepted' ? [] : verdict.problems;
}

function recordProblems(records: unknown, contract: Contract, revision: Revision, side: Side): Problem[] {
  if (records === undefined) return [];
  if (!Array.isArray(records)) return [envelopeProblem('/records', 'must be an array')];
  const problems: Problem[] = [];
  for (let position = 0; position < records.length && problems.length < MAX_PROBLEMS; position++) {
    const place = pointerTo('/records', position);
    for (const problem of revision.checkRecord(records[position], side)) {
      problems.push({ ...problem, pointer: place + problem.pointer });
    }
  }
  return [...problems, ...repetitions(records, contract)];
}

function envelopeProblem(pointer: string, rule: string): Problem {
  return { code: 'ENVELOPE_INVALID', pointer, rule };
}

/** Records that carry a value which only one may have. */
function repetitions(records: readonly unknown[], { uniqueField }: Contract): Problem[] {
  if (uniqueField === undefined) return [];
  const { name, code } = uniqueField;
  const firstPosition = new Map<string, number>();
  const problems: Problem[] = [];
  for (const [position, record] of records.entries()) {
    const value = isObject(record) ? ownString(record, name) : undefined;
    if (value === undefined) continue;
    const first = firstPosition.get(value);
    if (first === undefined) firstPosition.set(value, position);
    else problems.push({ code, pointer: `/records/${position}/${name}`, rule: `stands already in /records/${first}` });
  }
  return problems;
}
