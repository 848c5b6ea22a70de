import { expect, test } from 'vitest';
import { MAX_PROBLEMS } from '../../src/base/reasons.ts';
import type { Header, Side } from '../../src/contract/contract.ts';
import { leadCardBatch } from '../../src/contract/index.ts';
import { header, lead, without } from './leads.ts';

const revision = leadCardBatch.revisions[0]!;
const BOTH: readonly Side[] = ['producer', 'consumer'];
const codes = (problems: readonly { code: string; pointer: string }[]): string[] =>
  problems.map(({ code, pointer }) => `${code} ${pointer}`);
const ofRecord = (record: unknown, side: Side): string[] => codes(revision.checkRecord(record, side));
const ofHeader = (value: Header, side: Side): string[] => codes(revision.checkHeader(value, side));
const FORBIDDEN = [
  'campaign',
  'campaign_id',
  'CAMPAIGNS',
  'call_at',
  'Call_At',
  'assignee',
  'pipeline',
  'pipelineStage',
  'deal',
  'dealValue',
  'Stage',
];
const NEAR_MISSES = ['call_attempts', 'assignees', 'stages', 'ideal', 'my_campaign'];

test('a good record costs no allocation: every one gets the same empty list', () => {
  expect(revision.checkRecord(lead(), 'producer')).toBe(revision.checkRecord(lead({ persona: 'owner' }), 'consumer'));
  expect(Object.isFrozen(revision.checkRecord(lead(), 'consumer'))).toBe(true);
});

test('a consumer passes over a field that it does not know; a producer may not send one', () => {
  expect(ofRecord(lead({ shoe_size: 43 }), 'consumer')).toEqual([]);
  expect(ofRecord(lead({ shoe_size: 43 }), 'producer')).toEqual(['SCHEMA_INVALID /shoe_size']);
  expect(ofHeader(header({ note: 'hi' }), 'consumer')).toEqual([]);
  expect(ofHeader(header({ note: 'hi' }), 'producer')).toEqual(['ENVELOPE_INVALID /note']);
});

test('an unknown field in the place of a required one is not taken for it', () => {
  for (const side of BOTH)
    expect(ofRecord({ ...without(lead(), 'tribe'), clan: 'x' }, side)).toContain('SCHEMA_INVALID /tribe');
});

test('names of the other side are refused on both, in any case', () => {
  for (const side of BOTH) {
    for (const name of FORBIDDEN) {
      expect(ofRecord(lead({ [name]: null }), side), name).toEqual([`BOUNDARY_VIOLATION /${name}`]);
      expect(ofHeader(header({ [name]: null }), side), name).toEqual([`BOUNDARY_VIOLATION /${name}`]);
    }
  }
});

test('names of the other side are refused at any level', () => {
  const extra = { list: [1, [{ Deal_Id: 7 }]] };
  expect(ofRecord(lead({ extra }), 'consumer')).toEqual(['BOUNDARY_VIOLATION /extra/list/1/0/Deal_Id']);
  expect(ofHeader(header({ extra }), 'consumer')).toEqual(['BOUNDARY_VIOLATION /extra/list/1/0/Deal_Id']);
  expect(ofRecord(lead({ extra }), 'producer')[0]).toEqual('BOUNDARY_VIOLATION /extra/list/1/0/Deal_Id');
});

test('names that only resemble those of the other side are unknown fields', () => {
  for (const name of NEAR_MISSES) {
    expect(ofRecord(lead({ [name]: 1 }), 'consumer'), name).toEqual([]);
    expect(ofRecord(lead({ [name]: 1 }), 'producer'), name).toEqual([`SCHEMA_INVALID /${name}`]);
  }
});

test('a key that could reach a prototype is refused on both sides, at any level', () => {
  for (const name of ['__proto__', 'constructor', 'prototype']) {
    const keyed = (text: object): Record<string, unknown> =>
      JSON.parse(JSON.stringify(text).replace('{', `{"${name}":{"admin":true},`)) as Record<string, unknown>;
    for (const side of BOTH) {
      expect(ofRecord(keyed(lead()), side)).toEqual([`SCHEMA_INVALID /${name}`]);
      expect(ofHeader(keyed(header()), side)).toEqual([`ENVELOPE_INVALID /${name}`]);
    }
    expect(ofRecord(lead({ extra: keyed({ a: 1 }) }), 'consumer')).toEqual([`SCHEMA_INVALID /extra/${name}`]);
  }
});

test('an inherited field is not a field', () => {
  for (const side of BOTH) {
    const heir: unknown = Object.setPrototypeOf(without(lead(), 'tribe'), { tribe: 'builders' });
    expect(ofRecord(heir, side)).toEqual(['SCHEMA_INVALID /tribe']);
    const smuggled: unknown = JSON.parse(`{"__proto__":${JSON.stringify(lead())}}`);
    expect(ofRecord(smuggled, side)).toHaveLength(13);
  }
});

test('a record without a prototype is judged like any other', () => {
  for (const side of BOTH) expect(ofRecord(Object.assign(Object.create(null), lead()), side)).toEqual([]);
});

test('a report names each bad place once and never its value', () => {
  const problems = revision.checkRecord(
    lead({ persona: 7, tribe: 'secret-tribe', confidence_score: 'secret' }),
    'consumer',
  );
  expect(problems).toEqual([
    { code: 'SCHEMA_INVALID', pointer: '/persona', rule: 'must be a string' },
    { code: 'SCHEMA_INVALID', pointer: '/tribe', rule: 'must be one of dealmakers, builders, growth-operators' },
    { code: 'SCHEMA_INVALID', pointer: '/confidence_score', rule: 'must be a number' },
  ]);
});

test('a report stays short and printable whatever the names are', () => {
  const many = Object.fromEntries(
    Array.from({ length: 500 }, (_, index) => [`${'long'.repeat(500)}\u001b[2J${index}`, 1]),
  );
  const problems = revision.checkRecord(lead({ ...many, 'a/b~c\u001b[31m': 1 }), 'producer');
  expect(problems.length).toBeLessThanOrEqual(MAX_PROBLEMS);
  expect(problems.every(({ pointer }) => pointer.length < 100)).toBe(true);
  expect(ofRecord(lead({ 'a/b~c\u001b[31m': 1 }), 'producer')).toEqual(['SCHEMA_INVALID /a~1b~0c\uFFFD[31m']);
});

test('a deeply nested unknown field is looked through without exhausting the stack', () => {
  let nested: unknown = { stage: 1 };
  for (let level = 0; level < 100_000; level++) nested = [nested];
  expect(ofRecord(lead({ nested }), 'consumer')).toHaveLength(1);
});

test('a batch id that breaks its pattern or its date has its own code; a missing one breaks the envelope', () => {
  for (const side of BOTH) {
    expect(ofHeader(header({ batch_id: '../etc' }), side)).toEqual(['BATCH_ID_INVALID /batch_id']);
    expect(ofHeader(header({ batch_id: 'x'.repeat(5000) }), side)).toEqual(['BATCH_ID_INVALID /batch_id']);
    expect(ofHeader(header({ batch_id: 'sxp_2026_01_12_001' }), side)).toEqual(['BATCH_ID_INVALID /batch_id']);
    expect(ofHeader(header({ batch_id: 7 }), side)).toEqual(['ENVELOPE_INVALID /batch_id']);
    expect(ofHeader(without(header(), 'batch_id'), side)).toEqual(['ENVELOPE_INVALID /batch_id']);
  }
});

test('a batch that was made just before midnight carries that day', () => {
  const late = { created_at: '2026-01-11T23:59:59.999999999Z' };
  expect(ofHeader(header(late), 'consumer')).toEqual([]);
  expect(ofHeader(header({ ...late, batch_id: 'sxp_2026_01_12_001' }), 'consumer')).toEqual([
    'BATCH_ID_INVALID /batch_id',
  ]);
});

test('a row has the cells of the columns, and no enrichment in this revision', () => {
  const cells = revision.toRow(lead({ extra: 1 })).map((cell, at) => [leadCardBatch.columns[at], cell] as const);
  expect(Object.fromEntries(cells)).toEqual({ ...lead(), enrichment: null });
  expect(revision.toRow(lead())).toHaveLength(leadCardBatch.columns.length);
});

test('a header says who hands what to whom, or nothing where a part is missing', () => {
  expect(leadCardBatch.identify(header())).toEqual({
    batchId: 'sxp_2026_01_11_001',
    schemaVersion: 'v1',
    source: 'social-xpress-engine',
    target: 'nextier-execution',
    createdAt: '2026-01-11T18:22:00Z',
  });
  expect(leadCardBatch.identify(header({ target: 5 }))).toBeUndefined();
  expect(leadCardBatch.identify(JSON.parse(`{"__proto__":${JSON.stringify(header())}}`) as Header)).toBeUndefined();
});
