import { MAX_PROBLEMS } from '../base/reasons.ts';
import type { Problem, ReasonCode } from '../base/reasons.ts';
import type { Header, Identity, Side } from './contract.ts';
import { ownString } from './document.ts';
import { type ForbiddenNames, forbiddenNameProblems } from './forbidden-names.ts';
import { onePerPointer, schemaProblems } from './validator.ts';
import type { SchemaError, Validator } from './validator.ts';

/** The two validators of one schema: what a producer must satisfy, and what a consumer relies on. */
export interface BothSides {
  readonly closed: Validator;
  readonly open: Validator;
}

/** Undefined where a field is missing or no text; what the texts say is for `checkEnvelopeHeader`. */
export function identifyEnvelope(header: Header): Identity | undefined {
  const batchId = ownString(header, 'batch_id');
  const schemaVersion = ownString(header, 'schema_version');
  const source = ownString(header, 'source');
  const target = ownString(header, 'target');
  const createdAt = ownString(header, 'created_at');
  if (batchId === undefined || schemaVersion === undefined || createdAt === undefined) return undefined;
  if (source === undefined || target === undefined) return undefined;
  return { batchId, schemaVersion, source, target, createdAt };
}

/** The envelope without its records: schema, names of the other system, and the day in the batch id. */
export function checkEnvelopeHeader(
  header: Header,
  side: Side,
  { closed, open }: BothSides,
  names: ForbiddenNames,
): readonly Problem[] {
  const schema = schemaProblems(side === 'producer' ? closed : open, header, headerCode);
  const forbidden = forbiddenNameProblems(header, names, 'ENVELOPE_INVALID');
  const problems = onePerPointer([...forbidden, ...schema]);
  if (!problems.some(({ pointer }) => pointer === '/batch_id' || pointer === '/created_at')) {
    problems.unshift(...dateProblems(header));
  }
  return problems.slice(0, MAX_PROBLEMS);
}

/** One record: schema, and names of the other system at any level. */
export function explainRecord(record: unknown, validator: Validator, names: ForbiddenNames): readonly Problem[] {
  const forbidden = forbiddenNameProblems(record, names, 'SCHEMA_INVALID');
  const problems = onePerPointer([...forbidden, ...schemaProblems(validator, record, () => 'SCHEMA_INVALID')]);
  return problems.slice(0, MAX_PROBLEMS);
}

/** A batch id that is text but not a batch id has a code of its own. */
function headerCode({ instancePath, keyword }: SchemaError): ReasonCode {
  return instancePath === '/batch_id' && keyword !== 'type' ? 'BATCH_ID_INVALID' : 'ENVELOPE_INVALID';
}

function dateProblems(header: Header): Problem[] {
  const day = ownString(header, 'created_at')?.slice(0, 10).replaceAll('-', '_');
  if (ownString(header, 'batch_id')?.split('_').slice(1, 4).join('_') === day) return [];
  return [{ code: 'BATCH_ID_INVALID', pointer: '/batch_id', rule: 'must carry the UTC date of created_at' }];
}
