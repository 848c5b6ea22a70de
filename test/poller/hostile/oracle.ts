import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { referenceReasons, referenceValue } from '../../contract/json/reference.ts';
import { sizesOf } from './sizes.ts';

/**
 * What the judge of the poller must say of a file, by other means: a plain recursive parser, stock ajv over the
 * published schema, and the rules once more in few words. It shares no code with the program.
 */
export interface Expected {
  /** The codes that may be given; `accepted` stands alone. */
  readonly codes: readonly string[];
  /** Of an accepted file: its records, in order. */
  readonly records: readonly Readonly<Record<string, unknown>>[];
}

export interface Question {
  readonly system: string;
  /** Without `.json`. */
  readonly fileName: string;
  readonly statedSha256: string | undefined;
}

type Json = Readonly<Record<string, unknown>>;

const MAX_DEPTH = 32;
const MAX_HEADER_BYTES = 64 * 1024;
const MAX_RECORD_BYTES = 1024 * 1024;

export function expectedOf(bytes: Uint8Array, question: Question): Expected {
  const expected = expectedOfContent(bytes, question);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const isLie = question.statedSha256 !== undefined && question.statedSha256 !== sha256;
  // What is addressed to somebody else is not ours to judge, whatever is said of it.
  if (!isLie || expected.codes[0] === 'OTHER_TARGET') return expected;
  return { codes: ['CHECKSUM_MISMATCH'], records: [] };
}

function expectedOfContent(bytes: Uint8Array, question: Question): Expected {
  const reasons = [...referenceReasons(bytes, MAX_DEPTH)];
  if (reasons.length > 0) {
    // How large the parts of a broken document are, nobody can say.
    return { codes: bytes.length > MAX_HEADER_BYTES ? [...reasons, 'TOO_LARGE'] : reasons, records: [] };
  }
  const sizes = sizesOf(bytes);
  if (sizes.header > MAX_HEADER_BYTES || sizes.records.some((size) => size > MAX_RECORD_BYTES)) {
    return { codes: ['TOO_LARGE'], records: [] };
  }
  const codes = judge(referenceValue(bytes) as Json, question);
  if (codes.length > 0) return { codes, records: [] };
  return { codes: ['accepted'], records: (referenceValue(bytes) as { records: Json[] }).records };
}

/** The codes that may be given to a document which is strict JSON; none when nothing is wrong. */
function judge(document: Json, question: Question): readonly string[] {
  const { records, ...others } = document;
  const header = Array.isArray(records) ? others : document;
  const target = textOf(header, 'target');
  if (target !== undefined && target !== question.system && /^[a-z][a-z0-9-]{1,62}$/.test(target))
    return ['OTHER_TARGET'];
  if (!isLeadCardBatch(header) || !Object.hasOwn(header, 'schema_version')) return ['ENVELOPE_INVALID'];
  const version = header['schema_version'];
  if (version !== 'v1') return [isNewer(version) ? 'VERSION_NEWER' : 'VERSION_UNKNOWN'];
  const ofHeader = judgeEnvelope(header, question, Array.isArray(records));
  if (ofHeader.length > 0) return ofHeader;
  return [...new Set((records as unknown[]).flatMap(judgeRecord))];
}

function isLeadCardBatch(header: Json): boolean {
  if (Object.hasOwn(header, 'handoffVersion')) return false;
  return !Object.hasOwn(header, 'contract') || header['contract'] === 'lead-card-batch';
}

function isNewer(version: unknown): boolean {
  return typeof version === 'string' && /^v[1-9][0-9]*$/.test(version) && version.length >= 2;
}

function judgeEnvelope(header: Json, question: Question, hasRecords: boolean): readonly string[] {
  const wrong = schemaFaults(validEnvelope, header);
  if (wrong.has('target')) return ['ENVELOPE_INVALID'];
  const batchId = textOf(header, 'batch_id');
  const day = textOf(header, 'created_at')?.slice(0, 10).replaceAll('-', '_');
  const isDated = wrong.has('batch_id') || wrong.has('created_at') || batchId?.split('_').slice(1, 4).join('_') === day;
  if (batchId !== undefined && (wrong.has('batch_id') || !isDated)) return ['BATCH_ID_INVALID'];
  if (batchId !== undefined && batchId !== question.fileName) return ['NAME_MISMATCH'];
  const names = nameFaults(header, 'ENVELOPE_INVALID');
  return [...new Set([...names, ...(wrong.size > 0 || !hasRecords ? ['ENVELOPE_INVALID'] : [])])];
}

function judgeRecord(record: unknown): string[] {
  const names = nameFaults(record, 'SCHEMA_INVALID');
  const codes = validRecord(record) ? names : [...names, 'SCHEMA_INVALID'];
  return isFalselyEnriched(record) ? [...codes, 'SEMANTIC_INVALID'] : codes;
}

/** An enrichment belongs to a lead that is enriched. */
function isFalselyEnriched(record: unknown): boolean {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return false;
  return Object.hasOwn(record, 'enrichment') && (record as Json)['enrichment_status'] !== 'ENRICHED';
}

/** Names at any level that could reach a prototype, or that are the other system's. */
function nameFaults(value: unknown, reserved: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap((each) => nameFaults(each, reserved));
  if (Array.isArray(value)) return inner;
  return [...Object.keys(value).flatMap((name) => nameFault(name, reserved)), ...inner];
}

function nameFault(name: string, reserved: string): string[] {
  if (['__proto__', 'constructor', 'prototype'].includes(name)) return [reserved];
  return /^(?:call_at|assignee|stage)$|^(?:campaign|pipeline|deal)/i.test(name) ? ['BOUNDARY_VIOLATION'] : [];
}

function textOf(object: Json, name: string): string | undefined {
  const value = Object.hasOwn(object, name) ? object[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

function isReal(text: string): boolean {
  const noon = `${text.slice(0, 10)}T12:00:00.000Z`;
  return !Number.isNaN(Date.parse(noon)) && new Date(noon).toISOString() === noon;
}

/** Stock keywords; the patterns stand in the schema, the calendar here. */
const ajv = new Ajv2020({
  strict: true,
  ownProperties: true,
  allErrors: true,
  formats: { 'lead-uuid': true, 'plain-text': true, 'utc-timestamp': isReal },
});

/** The newest minor reads all of its major. */
const newestSchema: unknown = JSON.parse(
  readFileSync(new URL('../../../src/contract/lead-card-batch/1.1.0/schema.json', import.meta.url), 'utf8'),
);

/** A consumer lets fields pass that it does not know. */
const published = JSON.parse(
  JSON.stringify(newestSchema, (keyword, value: unknown) => (keyword === 'additionalProperties' ? undefined : value)),
) as { properties: Record<string, object>; required: string[]; $defs: { leadCard: object } };
const { records: _, ...properties } = published.properties;
const validRecord = ajv.compile({ ...published.$defs.leadCard, $defs: published.$defs });
const validEnvelope = ajv.compile({
  type: 'object',
  properties,
  required: published.required.filter((name) => name !== 'records'),
});

/** The members that break the schema, missing ones too. */
function schemaFaults(validate: typeof validEnvelope, value: unknown): Set<string> {
  if (validate(value)) return new Set();
  return new Set(
    (validate.errors ?? []).map(({ instancePath, params }) =>
      instancePath === '' ? String(params['missingProperty']) : (instancePath.split('/')[1] ?? ''),
    ),
  );
}
