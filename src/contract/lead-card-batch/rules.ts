import { MAX_PROBLEMS } from '../../base/reasons.ts';
import type { Problem, ReasonCode } from '../../base/reasons.ts';
import type { Cell, Contract, Header, Identity, Revision, Side } from '../contract.ts';
import { isObject, ownString } from '../document.ts';
import { forbiddenNameProblems } from '../forbidden-names.ts';
import type { ForbiddenNames } from '../forbidden-names.ts';
import { onePerPointer, schemaProblems } from '../validator.ts';
import type { SchemaError } from '../validator.ts';
import { isOpenRecord } from './1.0.0/quick.generated.ts';
import type { LeadCard } from './1.0.0/types.generated.ts';
import { schema } from './1.0.0/schema.generated.ts';
import { closedHeader, closedRecord, openHeader, openRecord } from './1.0.0/validators.generated.ts';

/** The fields of a lead card, in the order in which they are written everywhere. */
export const LEAD_CARD_FIELDS = [
  'lead_id',
  'source_platform',
  'username',
  'display_name',
  'audience_pool',
  'persona',
  'tribe',
  'execution_label',
  'confidence_score',
  'enrichment_status',
  'contactability_score',
  'created_at',
] as const satisfies readonly (keyof LeadCard)[];

/**
 * Campaigns, calls, assignments, pipelines and deals are the execution platform's. A batch that carries them tells
 * it what to do instead of whom it may reach, so not even a tolerant reader lets them pass as unknown fields.
 */
const OTHER_SIDE: ForbiddenNames = {
  exact: ['call_at', 'assignee', 'stage'],
  prefixes: ['campaign', 'pipeline', 'deal'],
};

const NO_PROBLEMS: readonly Problem[] = Object.freeze([]);

export const leadCardBatch: Contract = {
  name: 'lead-card-batch',
  prefix: 'lead-batches',
  source: 'social-xpress-engine',
  targets: ['nextier-execution', 'outreach-global'],
  receipts: true,
  revisions: [{ version: '1.0.0', schemaVersion: 'v1', checkHeader, checkRecord, toRow, fields: flatFields() }],
  columns: [...LEAD_CARD_FIELDS, 'enrichment'],
  uniqueField: { name: 'lead_id', code: 'DUPLICATE_LEAD_ID' },
  identify,
};

function flatFields(): Revision['fields'] {
  const { properties } = schema.$defs.leadCard;
  return LEAD_CARD_FIELDS.map((name) => ({ name, type: properties[name].type === 'number' ? 'number' : 'string' }));
}

function identify(header: Header): Identity | undefined {
  const batchId = ownString(header, 'batch_id');
  const schemaVersion = ownString(header, 'schema_version');
  const source = ownString(header, 'source');
  const target = ownString(header, 'target');
  const createdAt = ownString(header, 'created_at');
  if (batchId === undefined || schemaVersion === undefined || createdAt === undefined) return undefined;
  if (source === undefined || target === undefined) return undefined;
  return { batchId, schemaVersion, source, target, createdAt };
}

function checkHeader(header: Header, side: Side): readonly Problem[] {
  const schema = schemaProblems(side === 'producer' ? closedHeader : openHeader, header, headerCode);
  const names = forbiddenNameProblems(header, OTHER_SIDE, 'ENVELOPE_INVALID');
  const problems = onePerPointer([...names, ...schema]);
  if (!problems.some(({ pointer }) => pointer === '/batch_id' || pointer === '/created_at')) {
    problems.unshift(...dateProblems(header));
  }
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

/**
 * Every field is required and none is optional: a record that satisfies the tolerant reader and has as many fields as
 * there are is also closed, so nearly every record is decided here, on both sides, without looking at its names.
 */
function checkRecord(record: unknown, side: Side): readonly Problem[] {
  if (isPlain(record) && isOpenRecord(record) && countFields(record) === LEAD_CARD_FIELDS.length) return NO_PROBLEMS;
  return explainRecord(record, side);
}

function explainRecord(record: unknown, side: Side): readonly Problem[] {
  const names = forbiddenNameProblems(record, OTHER_SIDE, 'SCHEMA_INVALID');
  const schema = schemaProblems(side === 'producer' ? closedRecord : openRecord, record, () => 'SCHEMA_INVALID');
  const problems = onePerPointer([...names, ...schema]);
  return problems.length === 0 ? NO_PROBLEMS : problems.slice(0, MAX_PROBLEMS);
}

function isPlain(record: unknown): record is object {
  return isObject(record) && Object.getPrototypeOf(record) === Object.prototype;
}

/** Inherited ones too, which can only make the count differ. Twice as fast as `Object.keys`. */
function countFields(record: object): number {
  let count = 0;
  for (const _ in record) count++;
  return count;
}

function toRow(record: unknown): Cell[] {
  const card = record as LeadCard;
  return [
    card.lead_id,
    card.source_platform,
    card.username,
    card.display_name,
    card.audience_pool,
    card.persona,
    card.tribe,
    card.execution_label,
    card.confidence_score,
    card.enrichment_status,
    card.contactability_score,
    card.created_at,
    null,
  ];
}
