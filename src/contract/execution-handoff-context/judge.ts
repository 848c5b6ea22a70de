import { MAX_PROBLEMS, type Problem, type ReasonCode, REASONS } from '../../base/reasons.ts';
import type { ContentFinding, DocumentQuestion, DocumentVerdict, Identity } from '../contract.ts';
import { isObject, ownString } from '../document.ts';
import { DEFAULT_SCAN_SETTINGS, isContextProse, scanDocument } from '../scan/scan.ts';
import { onePerPointer, type SchemaError, schemaProblems } from '../validator.ts';
import { judgeSemver } from '../versions.ts';
import type { ExecutionHandoffContext } from './1.0.0/types.generated.ts';
import { closedDocument } from './1.0.0/validators.generated.ts';
import { governanceProblems } from './governance.ts';
import { COUNTED_LISTS } from './limits.ts';
import { referenceProblems } from './references.ts';
import { RELEASES } from './releases.ts';
import { timeProblems } from './times.ts';
import { trailProblems } from './trail.ts';

/** Longer ones are no ids, and do not belong into a report. */
const MAX_IDENTITY_LENGTH = 256;

/**
 * A whole context, on both sides with the closed schema: a string that nobody knows is a string that nobody scanned. The
 * first stage that refuses gives the code: version, id and name, schema, governance and rules, content.
 */
export function judgeContext(document: unknown, question: DocumentQuestion): DocumentVerdict {
  if (!isObject(document)) return refuse({}, [schemaProblem('', 'must be an object')]);
  const identity = readableIdentity(document, question);
  const version = versionProblem(document);
  if (version !== undefined) return refuse(identity, [version]);
  const structure = structureProblems(document, question);
  if (structure.length > 0) return refuse(identity, structure);
  return judgeRules(document, identity, question);
}

/** A document that has its structure. */
function judgeRules(document: unknown, identity: Partial<Identity>, question: DocumentQuestion): DocumentVerdict {
  const context = document as ExecutionHandoffContext;
  const rules = ruleProblems(context);
  return rules.length > 0 ? refuse(identity, rules) : judgeContent(context, question);
}

function judgeContent(context: ExecutionHandoffContext, question: DocumentQuestion): DocumentVerdict {
  const { findings } = scanDocument(context, {
    settings: question.scan ?? DEFAULT_SCAN_SETTINGS,
    isProse: isContextProse,
  });
  const identity = identityOf(context, question);
  const blocked = findings.filter(({ severity }) => severity === 'block');
  if (blocked.length > 0) return refuse(identity, onePerPointer(blocked.map(contentProblem)));
  const [release] = RELEASES;
  return {
    verdict: 'accepted',
    identity,
    release: release ?? { version: context.handoffVersion, schemaVersion: context.handoffVersion },
    records: context.recommendations.length,
    warnings: findings,
  };
}

/** Names the rule, never the text: a report travels further than the document. */
function contentProblem({ rule_id: rule, pointer }: ContentFinding): Problem {
  return { code: 'CONTENT_FORBIDDEN', pointer, rule: `is forbidden by ${rule}` };
}

function versionProblem(document: Readonly<Record<string, unknown>>): Problem | undefined {
  const pointer = '/handoffVersion';
  if (!Object.hasOwn(document, 'handoffVersion')) return { code: 'SCHEMA_INVALID', pointer, rule: 'is required' };
  const code = judgeSemver(
    RELEASES.map(({ version }) => version),
    document['handoffVersion'],
  );
  return code === undefined ? undefined : { code, pointer, rule: REASONS[code].meaning };
}

function structureProblems(document: Readonly<Record<string, unknown>>, { fileName }: DocumentQuestion): Problem[] {
  const problems = onePerPointer(schemaProblems(closedDocument, document, codeOf));
  const handoffId = ownString(document, 'handoffId');
  if (fileName !== undefined && handoffId !== undefined && handoffId !== fileName)
    problems.push({ code: 'NAME_MISMATCH', pointer: '/handoffId', rule: 'must be the name of the file' });
  return problems.toSorted((one, other) => stageOf(one) - stageOf(other)).slice(0, MAX_PROBLEMS);
}

/** Too many parts, an id that is none and a status that forbids the handoff have codes of their own. */
function codeOf({ instancePath, keyword }: SchemaError): ReasonCode {
  if (keyword === 'maxItems' && COUNTED_LISTS.has(instancePath)) return 'CONTEXT_TOO_LARGE';
  if (instancePath === '/handoffId' && keyword !== 'type') return 'BATCH_ID_INVALID';
  if (instancePath === '/governanceStatus' && keyword === 'enum') return 'GOVERNANCE_NOT_APPROVED';
  return 'SCHEMA_INVALID';
}

const STAGES: readonly ReasonCode[] = ['BATCH_ID_INVALID', 'NAME_MISMATCH', 'SCHEMA_INVALID'];

function stageOf({ code }: Problem): number {
  const place = STAGES.indexOf(code);
  return place < 0 ? STAGES.length : place;
}

function ruleProblems(context: ExecutionHandoffContext): Problem[] {
  return [
    ...governanceProblems(context),
    ...referenceProblems(context),
    ...trailProblems(context),
    ...timeProblems(context),
  ].slice(0, MAX_PROBLEMS);
}

function refuse(identity: Partial<Identity>, problems: readonly Problem[]): DocumentVerdict {
  const code = problems[0]?.code ?? 'SCHEMA_INVALID';
  const held = REASONS[code].verdict === 'held';
  return { verdict: held ? 'held' : 'refused', code, problems: problems.slice(0, MAX_PROBLEMS), identity };
}

function schemaProblem(pointer: string, rule: string): Problem {
  return { code: 'SCHEMA_INVALID', pointer, rule };
}

function identityOf(context: ExecutionHandoffContext, { source, target }: DocumentQuestion): Identity {
  const { handoffId: batchId, handoffVersion: schemaVersion, handoffTimestamp: createdAt } = context;
  return { batchId, schemaVersion, source, target, createdAt };
}

/** As much as could be read, for the report. */
function readableIdentity(
  document: Readonly<Record<string, unknown>>,
  { source, target }: DocumentQuestion,
): Partial<Identity> {
  const fields = {
    batchId: ownString(document, 'handoffId'),
    schemaVersion: ownString(document, 'handoffVersion'),
    createdAt: ownString(document, 'handoffTimestamp'),
  };
  const readable = Object.entries(fields).filter(
    ([, text]) => text !== undefined && text.length <= MAX_IDENTITY_LENGTH,
  );
  return { ...Object.fromEntries(readable), source, target };
}
