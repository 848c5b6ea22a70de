import type { Problem } from '../../base/reasons.ts';
import { checkEnvelopeHeader, explainRecord, identifyEnvelope } from '../batch-envelope.ts';
import type { Contract, Header, Revision, Side } from '../contract.ts';
import { isObject } from '../document.ts';
import type { Validator } from '../validator.ts';
import { isOpenRecord } from './1.0.0/quick.generated.ts';
import type { LeadCard } from './1.0.0/types.generated.ts';
import { schema } from './1.0.0/schema.generated.ts';
import { closedHeader, closedRecord, openHeader, openRecord } from './1.0.0/validators.generated.ts';
import { closedRecord as closedEnrichable, openRecord as openEnrichable } from './1.1.0/validators.generated.ts';
import { LEAD_BOUNDARY } from './boundary.ts';
import { projectTo100 } from './project.ts';
import { toEnrichedRow, toRow } from './to-row.ts';

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

const NO_PROBLEMS: readonly Problem[] = Object.freeze([]);

export const leadCardBatch: Contract = {
  form: 'envelope',
  name: 'lead-card-batch',
  prefix: 'lead-batches',
  source: 'social-xpress-engine',
  targets: ['nextier-execution', 'outreach-global'],
  receipts: true,
  lifecycle: [{ major: 1, status: 'active', since: '2026-01-11' }],
  revisions: [
    { version: '1.0.0', schemaVersion: 'v1', checkHeader, checkRecord, toRow, fields: flatFields() },
    {
      version: '1.1.0',
      schemaVersion: 'v1',
      // The envelope is the same.
      checkHeader,
      checkRecord: checkEnrichable,
      toRow: toEnrichedRow,
      fields: [...flatFields(), { name: 'enrichment', type: 'json' }],
      project: projectTo100,
    },
  ],
  columns: [...LEAD_CARD_FIELDS, 'enrichment'],
  uniqueField: { name: 'lead_id', code: 'DUPLICATE_LEAD_ID' },
  identify: identifyEnvelope,
};

function flatFields(): Revision['fields'] {
  const { properties } = schema.$defs.leadCard;
  return LEAD_CARD_FIELDS.map((name) => ({ name, type: properties[name].type === 'number' ? 'number' : 'string' }));
}

function checkHeader(header: Header, side: Side): readonly Problem[] {
  return checkEnvelopeHeader(header, side, { closed: closedHeader, open: openHeader }, LEAD_BOUNDARY);
}

function checkRecord(record: unknown, side: Side): readonly Problem[] {
  return isTwelveFields(record) ? NO_PROBLEMS : explain(record, side === 'producer' ? closedRecord : openRecord);
}

/**
 * Every field of 1.0.0 is required and none is optional: a record that satisfies the tolerant reader and has as many
 * fields as there are is also closed, so nearly every record is decided here, on both sides, without looking at its names.
 */
function isTwelveFields(record: unknown): record is LeadCard {
  return isPlain(record) && isOpenRecord(record) && countFields(record) === LEAD_CARD_FIELDS.length;
}

/**
 * 1.1.0: enrichment stands exactly where the status says ENRICHED. Not in the schema, for a consumer must not ask all of
 * it: a batch of 1.0.0, which says ENRICHED and attaches nothing, is read by this revision, too.
 */
function checkEnrichable(record: unknown, side: Side): readonly Problem[] {
  if (isTwelveFields(record) && (side === 'consumer' || record.enrichment_status !== 'ENRICHED')) return NO_PROBLEMS;
  const problems = explain(record, side === 'producer' ? closedEnrichable : openEnrichable);
  return problems.length === 0 ? contradictions(record as LeadCard, side) : problems;
}

/** What 1.1.0 has against an enrichment on its own; pointers start with `/enrichment`. Empty for a good one. */
export function enrichmentProblems(enrichment: unknown): readonly Problem[] {
  // The card around it is missing here, and so is everything that would be said of the card.
  const problems = explain({ enrichment: enrichment ?? null }, closedEnrichable);
  return problems.filter(({ pointer }) => pointer === '/enrichment' || pointer.startsWith('/enrichment/'));
}

function contradictions(card: LeadCard, side: Side): readonly Problem[] {
  const isThere = Object.hasOwn(card, 'enrichment');
  const isSaid = card.enrichment_status === 'ENRICHED';
  if (isThere === isSaid || (side === 'consumer' && isSaid)) return NO_PROBLEMS;
  const rule = isSaid
    ? 'is required where enrichment_status is ENRICHED'
    : 'stands only where enrichment_status is ENRICHED';
  return [{ code: 'SEMANTIC_INVALID', pointer: '/enrichment', rule }];
}

function explain(record: unknown, validator: Validator): readonly Problem[] {
  const problems = explainRecord(record, validator, LEAD_BOUNDARY);
  return problems.length === 0 ? NO_PROBLEMS : problems;
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
