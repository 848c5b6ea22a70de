import { AppError, contentError } from '../../base/errors.ts';
import { MAX_PROBLEMS, type Problem } from '../../base/reasons.ts';
import type { ObjectContract } from '../contract.ts';
import { isPlainText } from '../formats.ts';
import { DEFAULT_LIMITS } from '../json/limits.ts';
import { parseStrict } from '../json/parse-strict.ts';
import { onePerPointer, schemaProblems, type Validator } from '../validator.ts';
import type { HandoffReceipt } from './1.0.0/types.generated.ts';
import { closedDocument, openDocument } from './1.0.0/validators.generated.ts';

/** Longer ones are refused unread: the longest that `makeReceipt` makes stays below. */
export const MAX_RECEIPT_BYTES = 64 * 1024;

/** Receipts are nested three deep; a reader need not follow a stranger much further. */
const LIMITS = { ...DEFAULT_LIMITS, maxDepth: 8, maxDocumentBytes: MAX_RECEIPT_BYTES };
/** Characters of a pointer, and of a rule, that a receipt shows. */
const MAX_PROBLEM_CHARACTERS = 256;

const VERSION_WORD = /^[A-Za-z0-9][A-Za-z0-9.-]{0,31}$/;

export const handoffReceipt: ObjectContract = {
  name: 'handoff-receipt',
  folder: 'receipts',
  parties: 'the target of a batch answers its source',
  revisions: [{ version: '1.0.0', schemaVersion: 'v1' }],
};

/** What the answering system knows of the batch; texts of the batch itself may be anything. */
export type ReceiptFacts = Omit<HandoffReceipt, 'contract' | 'schema_version' | 'reason_code' | 'problems'> & {
  readonly reason_code: string | null;
  readonly problems: readonly Problem[];
};

/** Names with control characters stand in no receipt: no producer of ours gives them, and nobody should print them. */
export function isReceiptable(key: string): boolean {
  return isPlainText(key);
}

/** Throws `internal` for facts that no receipt can say. */
export function makeReceipt(facts: ReceiptFacts): HandoffReceipt {
  const ingested = facts.verdict === 'ingested';
  const receipt: HandoffReceipt = {
    contract: 'handoff-receipt',
    schema_version: 'v1',
    batch_contract: facts.batch_contract,
    batch_id: facts.batch_id,
    batch_schema_version: versionWord(facts.batch_schema_version),
    sha256: facts.sha256,
    bytes: facts.bytes,
    records: facts.records,
    source: facts.source,
    system: facts.system,
    key: facts.key,
    verdict: facts.verdict,
    reason_code: ingested ? null : facts.reason_code,
    problems: ingested ? [] : facts.problems.slice(0, MAX_PROBLEMS).map(shorten),
    decided_at: facts.decided_at,
    run_id: facts.run_id,
  };
  const [problem] = problemsOf(receipt, closedDocument);
  if (problem === undefined) return receipt;
  throw new AppError('internal', `make a receipt for ${facts.key}: ${problem.pointer} ${problem.rule}`);
}

/**
 * A receipt as another system wrote it, by the fields that are known here. Throws `content` with the reason for what is
 * none: too long, no strict JSON, or another thing.
 */
export function parseReceipt(bytes: Uint8Array): HandoffReceipt {
  const document = parseStrict(bytes, LIMITS);
  const problems = problemsOf(document, openDocument);
  const [first] = problems;
  if (first === undefined) return document as HandoffReceipt;
  const { message } = contentError(first.code, first.pointer, first.rule);
  throw new AppError('content', message, { reason: first.code, problems });
}

function problemsOf(document: unknown, validator: Validator): Problem[] {
  const problems = schemaProblems(validator, document, () => 'SCHEMA_INVALID');
  return problems.length === 0 ? contradictions(document as HandoffReceipt) : onePerPointer(problems);
}

/** What the schema cannot say: a reason stands exactly where something is wrong. */
function contradictions({ verdict, reason_code: reason, problems }: HandoffReceipt): Problem[] {
  const found = (pointer: string, rule: string): Problem[] => [{ code: 'SCHEMA_INVALID', pointer, rule }];
  if (verdict !== 'ingested') return reason === null ? found('/reason_code', `must say why it is ${verdict}`) : [];
  if (reason !== null) return found('/reason_code', 'must be null where the batch was ingested');
  return problems.length > 0 ? found('/problems', 'must be empty where the batch was ingested') : [];
}

/** A refused batch may name anything as its version; what could not be one is not repeated. */
function versionWord(word: string | null): string | null {
  return word !== null && VERSION_WORD.test(word) ? word : null;
}

function shorten({ code, pointer, rule }: Problem): Problem {
  return { code, pointer: cut(pointer), rule: cut(rule) };
}

function cut(text: string): string {
  const characters = Array.from(text.slice(0, 2 * MAX_PROBLEM_CHARACTERS));
  const whole = characters.length <= MAX_PROBLEM_CHARACTERS && text.length <= 2 * MAX_PROBLEM_CHARACTERS;
  return whole ? text : `${characters.slice(0, MAX_PROBLEM_CHARACTERS - 1).join('')}…`;
}
