import { generateLead } from '../../fixtures/generate-leads.ts';
import { CONSUMER, PRODUCER } from './place.ts';

/** One thing wrong with a batch, the code that says so, and the bytes for a file of the id (or another name). */
export interface BadBatch {
  readonly what: string;
  readonly code: string;
  readonly bytes: (id: string) => string | Uint8Array;
  /** The file's name where it is not the id. */
  readonly name?: (id: string) => string;
}

export function goodBatch(id: string, change: Readonly<Record<string, unknown>> = {}): string {
  const records = [generateLead(1), generateLead(2), generateLead(3)];
  const header = {
    batch_id: id,
    schema_version: 'v1',
    created_at: '2026-01-11T18:22:00Z',
    source: PRODUCER,
    target: CONSUMER,
  };
  return JSON.stringify({ ...header, records, ...change });
}

const DEEP = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;

/** With one field of the second record changed. */
function withField(change: Readonly<Record<string, unknown>>): (id: string) => string {
  return (id) => goodBatch(id, { records: [generateLead(1), { ...generateLead(2), ...change }] });
}

/** With a member in front of the second record's own: for what JSON.stringify cannot write. */
function withRawMember(member: string): (id: string) => string {
  return (id) => goodBatch(id).replace('},{"lead_id"', `},{${member},"lead_id"`);
}

function withScore(text: string): (id: string) => string {
  return (id) => goodBatch(id).replace(/"confidence_score":[\d.]+/, `"confidence_score":${text}`);
}

function withEnvelope(change: Readonly<Record<string, unknown>>): (id: string) => string {
  return (id) => goodBatch(id, change);
}

export const BAD_BATCHES: readonly BadBatch[] = [
  { what: 'not JSON', code: 'JSON_INVALID', bytes: () => 'this is no JSON\n' },
  { what: 'truncated', code: 'JSON_INVALID', bytes: (id) => goodBatch(id).slice(0, -20) },
  { what: 'empty', code: 'EMPTY_FILE', bytes: () => '' },
  { what: 'UTF-16', code: 'ENCODING_INVALID', bytes: (id) => Buffer.from(`\ufeff${goodBatch(id)}`, 'utf16le') },
  { what: 'a byte order mark', code: 'ENCODING_INVALID', bytes: (id) => `\ufeff${goodBatch(id)}` },
  { what: 'a duplicate key in a record', code: 'DUPLICATE_KEY', bytes: withRawMember('"lead_id":"a"') },
  {
    what: 'a duplicate key in the envelope',
    code: 'DUPLICATE_KEY',
    bytes: (id) => goodBatch(id).replace('{', '{"source":"a",'),
  },
  { what: '__proto__ in a record', code: 'SCHEMA_INVALID', bytes: withRawMember('"__proto__":{"admin":true}') },
  {
    what: '__proto__ in the envelope',
    code: 'ENVELOPE_INVALID',
    bytes: (id) => goodBatch(id).replace('{', '{"__proto__":{},'),
  },
  { what: '10,000 levels', code: 'TOO_DEEP', bytes: () => DEEP },
  { what: '10,000 levels in a record', code: 'TOO_DEEP', bytes: withRawMember(`"x":${DEEP}`) },
  { what: 'a lone surrogate', code: 'LONE_SURROGATE', bytes: withRawMember('"x":"\\ud800"') },
  { what: 'NaN', code: 'JSON_INVALID', bytes: withScore('NaN') },
  { what: '1e400', code: 'NUMBER_OUT_OF_RANGE', bytes: withScore('1e400') },
  { what: 'a score in quotes', code: 'SCHEMA_INVALID', bytes: withScore('"0.5"') },
  { what: 'the literal list', code: 'SCHEMA_INVALID', bytes: withField({ source_platform: 'tiktok | threads | x' }) },
  { what: 'an unknown platform', code: 'SCHEMA_INVALID', bytes: withField({ source_platform: 'myspace' }) },
  {
    what: 'a wrong pattern of the id',
    code: 'BATCH_ID_INVALID',
    bytes: () => goodBatch('batch-1'),
    name: () => 'batch-1',
  },
  { what: 'a name that is not the id', code: 'NAME_MISMATCH', bytes: () => goodBatch('sxp_2026_01_11_001') },
  { what: '../ in the id', code: 'BATCH_ID_INVALID', bytes: () => goodBatch('../../etc/passwd') },
  { what: '../ in the target', code: 'ENVELOPE_INVALID', bytes: withEnvelope({ target: `../${CONSUMER}` }) },
  { what: '../ in the source', code: 'ENVELOPE_INVALID', bytes: withEnvelope({ source: `../${PRODUCER}` }) },
  { what: '../ in the version', code: 'VERSION_UNKNOWN', bytes: withEnvelope({ schema_version: '../v1' }) },
  { what: 'a lead twice', code: 'DUPLICATE_LEAD_ID', bytes: withField({ lead_id: generateLead(1).lead_id }) },
  { what: 'a boundary field in a record', code: 'BOUNDARY_VIOLATION', bytes: withField({ campaign_id: 'c' }) },
  { what: 'a boundary field in the envelope', code: 'BOUNDARY_VIOLATION', bytes: withEnvelope({ pipeline: 'p' }) },
  { what: 'v0', code: 'VERSION_UNKNOWN', bytes: withEnvelope({ schema_version: 'v0' }) },
  { what: 'V1', code: 'VERSION_UNKNOWN', bytes: withEnvelope({ schema_version: 'V1' }) },
];
