import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { deriveReader, recordSchema } from '../../src/contract/derive-reader.ts';
import { formats } from '../../src/contract/formats.ts';
import { leadCardBatch, type Side } from '../../src/contract/index.ts';
import { releasedSchema } from '../../src/contract/compatibility/released.ts';
import { closedRecord, openRecord } from '../../src/contract/lead-card-batch/1.1.0/validators.generated.ts';
import { projectTo100 } from '../../src/contract/lead-card-batch/project.ts';
import { aroundDocument, boundaryInstances } from './compatibility/boundary-instances.ts';
import { enrichedLead, enrichment, lead, without } from './leads.ts';

const [first, enrichable] = leadCardBatch.revisions as [
  (typeof leadCardBatch.revisions)[0],
  (typeof leadCardBatch.revisions)[0],
];
const BOTH: readonly Side[] = ['producer', 'consumer'];
const problemsOf = (record: unknown, side: Side): string[] =>
  enrichable.checkRecord(record, side).map(({ code, pointer }) => `${code} ${pointer}`);

test('a good record of twelve fields costs no allocation in either revision', () => {
  for (const side of BOTH) {
    expect(enrichable.checkRecord(lead(), side)).toBe(first.checkRecord(lead(), side));
    expect(Object.isFrozen(enrichable.checkRecord(lead(), side))).toBe(true);
  }
});

test('a producer attaches enrichment exactly where the status says so', () => {
  expect(problemsOf(enrichedLead(), 'producer')).toEqual([]);
  expect(problemsOf(lead({ enrichment_status: 'ENRICHED' }), 'producer')).toEqual(['SEMANTIC_INVALID /enrichment']);
  for (const status of ['NONE', 'REQUESTED', 'FAILED']) {
    expect(problemsOf(lead({ enrichment_status: status }), 'producer')).toEqual([]);
    expect(problemsOf(enrichedLead({ enrichment_status: status }), 'producer')).toEqual([
      'SEMANTIC_INVALID /enrichment',
    ]);
  }
});

test('a consumer takes a batch of 1.0.0, which says ENRICHED and attaches nothing, and no enrichment without the word', () => {
  expect(problemsOf(enrichedLead(), 'consumer')).toEqual([]);
  expect(problemsOf(lead({ enrichment_status: 'ENRICHED' }), 'consumer')).toEqual([]);
  for (const status of ['NONE', 'REQUESTED', 'FAILED']) {
    expect(problemsOf(enrichedLead({ enrichment_status: status }), 'consumer')).toEqual([
      'SEMANTIC_INVALID /enrichment',
    ]);
  }
});

test('a consumer passes over fields that a later revision may add to an enrichment', () => {
  const later = enrichedLead({ enrichment: enrichment({ score: 1, business: { name: 'Tampa', founded: 1999 } }) });
  expect(problemsOf(later, 'consumer')).toEqual([]);
  expect(problemsOf(later, 'producer').toSorted()).toEqual([
    'SCHEMA_INVALID /enrichment/business/founded',
    'SCHEMA_INVALID /enrichment/score',
  ]);
});

test('the other system\u2019s names are refused inside an enrichment, too', () => {
  for (const side of BOTH) {
    const record = enrichedLead({ enrichment: enrichment({ business: { name: 'Tampa', pipeline: 'x' } }) });
    expect(problemsOf(record, side)).toEqual(['BOUNDARY_VIOLATION /enrichment/business/pipeline']);
  }
});

test('an inherited enrichment is none', () => {
  const heir: unknown = Object.setPrototypeOf(lead({ enrichment_status: 'ENRICHED' }), { enrichment: enrichment() });
  expect(problemsOf(heir, 'producer')).toEqual(['SEMANTIC_INVALID /enrichment']);
});

test('the enrichment column holds what is known of it as JSON text, or nothing', () => {
  const later = enrichment({ secret: 'x', contact: { social: [{ platform: 'x', handle: 'tampa', rank: 1 }], fax: 1 } });
  const cell = (record: unknown) => enrichable.toRow(record)[leadCardBatch.columns.indexOf('enrichment')];
  expect(JSON.parse(String(cell(enrichedLead())))).toEqual(enrichment());
  expect(JSON.parse(String(cell(enrichedLead({ enrichment: later }))))).toEqual(
    enrichment({ contact: { social: [{ platform: 'x', handle: 'tampa' }] } }),
  );
  expect(cell(lead())).toBeNull();
  expect(enrichable.toRow(enrichedLead())).toHaveLength(leadCardBatch.columns.length);
  expect(enrichable.toRow(lead())).toEqual(first.toRow(lead()));
});

test('every name of an enrichment reaches its column', () => {
  const schema = releasedSchema('lead-card-batch', '1.1.0');
  const full = boundaryInstances({ ...schema, $ref: '#/$defs/enrichment' })[0] as object;
  const cell = enrichable.toRow(enrichedLead({ enrichment: full })).at(-1);
  expect(JSON.parse(String(cell))).toEqual(full);
  expect(String(cell)).toMatch(/"emails".*"phones".*"website".*"social".*"platform".*"handle".*"employees"/);
});

test('projected to 1.0.0 a record loses its enrichment and nothing else, and is valid there', () => {
  const projected = projectTo100(enrichedLead());
  expect(projected).toEqual(lead({ enrichment_status: 'ENRICHED' }));
  expect(first.checkRecord(projected, 'producer')).toEqual([]);
  expect(enrichable.project?.(enrichedLead())).toEqual(projected);
});

test('what has nothing to lose is projected to itself, be it valid or not', () => {
  for (const value of [lead(), without(lead(), 'tribe'), 7, null, [enrichment()]])
    expect(projectTo100(value)).toBe(value);
});

test('compiled validators and stock ajv agree on every boundary of an enriched record', () => {
  const record = recordSchema(releasedSchema('lead-card-batch', '1.1.0'), 'records');
  const stock = new Ajv2020({ strict: true, ownProperties: true, formats });
  const closed = stock.compile({ ...record, $id: 'closed' });
  const open = stock.compile({ ...deriveReader(record), $id: 'open' });
  const seen = { good: 0, bad: 0 };
  const parts = aroundDocument(enrichment(), { ...record, $ref: '#/$defs/enrichment' });
  for (const one of parts.map((part) => enrichedLead({ enrichment: part }))) {
    const isGood = closed(one);
    seen[isGood ? 'good' : 'bad'] += 1;
    expect([closedRecord(one), openRecord(one)], JSON.stringify(one)).toEqual([isGood, open(one)]);
  }
  expect(seen.good).toBeGreaterThan(20);
  expect(seen.bad).toBeGreaterThan(100);
});
