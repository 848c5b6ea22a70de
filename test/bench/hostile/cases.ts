import type { ReasonCode } from '../../../src/base/reasons.ts';
import { generateLead } from '../../../fixtures/generate-leads.ts';
import { joined, listed, type Pieces, repeated } from './pieces.ts';

export const BATCH_ID = 'sxp_2026_01_11_001';

/** How large the cases are: the full measure, or a small dose of the same. */
export interface Scale {
  /** One string, or white space. */
  readonly hugeBytes: number;
  /** Brackets, keys, escapes. */
  readonly largeBytes: number;
  /** Records without end. */
  readonly records: number;
}

export const FULL: Scale = { hugeBytes: 600e6, largeBytes: 200e6, records: 1_000_000 };

export interface HostileCase {
  readonly what: string;
  /** The reason for which it must be refused, or `ingested`. */
  readonly expected: ReasonCode | 'ingested';
  readonly pieces: (scale: Scale) => Pieces;
  /** For files of nothing but zeros, which the disk need not hold. */
  readonly zeroBytes?: number;
  /** Where a case may cost more for each MB, or take more memory, than all others: how much, against an ordinary file. */
  readonly allowed?: { readonly cpu?: number; readonly memory?: number };
}

const HEADER = {
  batch_id: BATCH_ID,
  schema_version: 'v1',
  created_at: '2026-01-11T18:22:00Z',
  source: 'social-xpress-engine',
  target: 'nextier-execution',
};
const MEMBERS = JSON.stringify(HEADER).slice(1, -1);
const OPENING = `{${MEMBERS},"records":[`;
const MAX_RECORD_BYTES = 1024 ** 2;
const MAX_HEADER_BYTES = 64 * 1024;

const LEAD = JSON.stringify(generateLead(1));
/** A lead with as little in it as the contract takes. */
const MINIMAL = JSON.stringify({
  ...generateLead(1),
  lead_id: '',
  source_platform: 'x',
  username: 'u',
  display_name: '',
  confidence_score: 0,
  contactability_score: 0,
});

function minimal(index: number): string {
  return MINIMAL.replace('"lead_id":""', `"lead_id":"00000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}"`);
}

/** A lead of its own with one more member in front. */
function leadWith(member: string, index: number): string {
  return `{${member},${minimal(index).slice(1)}`;
}

/** So many leads with the member in front that they make up about `bytes`. */
function leadsWith(member: string, bytes: number): Pieces {
  return listed(Math.ceil(bytes / leadWith(member, 0).length), (index) => leadWith(member, index));
}

/** A whole batch with these records. */
function batch(...records: (string | Pieces)[]): Pieces {
  return joined(OPENING, ...records, ']}');
}

/** A batch with an unknown member in its envelope. */
function envelopeWith(name: string, ...value: (string | Pieces)[]): Pieces {
  return joined(`{${MEMBERS},"${name}":`, ...value, `,"records":[${LEAD}]}`);
}

function nested(levels: number): string {
  return '['.repeat(levels) + ']'.repeat(levels);
}

/** One record of exactly so many bytes. */
function recordOf(bytes: number): string {
  const around = leadWith('"x":""', 0).length;
  return leadWith(`"x":"${'x'.repeat(bytes - around)}"`, 0);
}

/** A batch with exactly so many bytes outside of `records`. */
function headerOf(bytes: number): Pieces {
  const around = `{${MEMBERS},"x":"","records":}`.length;
  return envelopeWith('x', `"${'x'.repeat(bytes - around)}"`);
}

export function ordinary(bytes: number): Pieces {
  return batch(listed(Math.max(1, Math.round(bytes / 534)), (index) => JSON.stringify(generateLead(index))));
}

const STRINGS: HostileCase[] = [
  {
    what: 'one string in a record',
    expected: 'TOO_LARGE',
    pieces: ({ hugeBytes }) => batch('{"x":"', repeated('x', hugeBytes), '"}'),
  },
  {
    what: 'one string in the envelope',
    expected: 'TOO_LARGE',
    pieces: ({ hugeBytes }) => envelopeWith('x', '"', repeated('x', hugeBytes), '"'),
  },
  {
    what: 'one string and nothing else',
    expected: 'TOO_LARGE',
    pieces: ({ hugeBytes }) => joined('"', repeated('€', hugeBytes), '"'),
  },
  {
    what: 'one key in a record',
    expected: 'TOO_LARGE',
    pieces: ({ largeBytes }) => batch('{"', repeated('k', largeBytes / 2), '":1}'),
  },
  {
    what: 'one key in the envelope',
    expected: 'TOO_LARGE',
    pieces: ({ largeBytes }) => joined('{"', repeated('k', largeBytes / 2), `":1,${OPENING.slice(1)}]}`),
  },
  {
    what: 'white space and nothing else',
    expected: 'TOO_LARGE',
    pieces: ({ hugeBytes }) => repeated(' \n\t\r', hugeBytes),
  },
  {
    what: 'white space between two records',
    expected: 'ingested',
    pieces: ({ hugeBytes }) => batch(minimal(1), repeated(' \n', hugeBytes), ',', minimal(2)),
  },
  {
    what: 'UTF-16',
    expected: 'ENCODING_INVALID',
    pieces: ({ largeBytes }) => joined(Buffer.from(OPENING, 'utf16le'), repeated('x\0', largeBytes)),
  },
  { what: 'zeros', expected: 'ENCODING_INVALID', pieces: () => [], zeroBytes: 1e9 },
  { what: 'more than a file may have', expected: 'TOO_LARGE', pieces: () => [], zeroBytes: 4 * 1024 ** 3 + 1 },
];

const DEPTH: HostileCase[] = [
  { what: '[[[[…', expected: 'TOO_DEEP', pieces: ({ largeBytes }) => repeated('[', largeBytes) },
  { what: '{"a":{"a":…', expected: 'TOO_DEEP', pieces: ({ largeBytes }) => repeated('{"a":', largeBytes) },
  { what: '[[[[… in a record', expected: 'TOO_DEEP', pieces: ({ largeBytes }) => batch(repeated('[', largeBytes)) },
  {
    what: '{"a":{"a":… in a record',
    expected: 'TOO_DEEP',
    pieces: ({ largeBytes }) => batch(repeated('{"a":', largeBytes)),
  },
  {
    what: '[[[[… in the envelope',
    expected: 'TOO_DEEP',
    pieces: ({ largeBytes }) => joined(`{${MEMBERS},"x":`, repeated('[', largeBytes)),
  },
  { what: '32 levels', expected: 'ingested', pieces: () => batch(leadWith(`"x":${nested(29)}`, 1)) },
  { what: '33 levels', expected: 'TOO_DEEP', pieces: () => batch(leadWith(`"x":${nested(30)}`, 1)) },
  {
    what: '32 levels in every record',
    expected: 'ingested',
    pieces: ({ largeBytes }) => batch(leadsWith(`"x":${nested(29)}`, largeBytes / 2)),
  },
  {
    what: 'a million small objects in the envelope',
    expected: 'TOO_LARGE',
    pieces: ({ records }) => envelopeWith('x', '[', repeated('{},', records * 3), '{}]'),
  },
];

/** What each record costs is all that there is to pay for, and an ordinary one has 200 times the bytes. */
const TINY = { cpu: 4 };

const RECORDS: HostileCase[] = [
  {
    what: 'records {}',
    allowed: TINY,
    expected: 'SCHEMA_INVALID',
    pieces: ({ records }) => batch(repeated('{},', records * 3), '{}'),
  },
  {
    what: 'records 0',
    allowed: TINY,
    expected: 'SCHEMA_INVALID',
    pieces: ({ records }) => batch(repeated('0,', records * 2), '0'),
  },
  {
    what: 'records with one lead_id',
    expected: 'DUPLICATE_LEAD_ID',
    pieces: ({ records }) => batch(listed(records, () => minimal(1))),
  },
  {
    what: 'smallest records',
    expected: 'ingested',
    pieces: ({ records }) => batch(listed(records, (index) => minimal(index))),
  },
  {
    what: 'smallest records, the last one bad',
    expected: 'SCHEMA_INVALID',
    pieces: ({ records }) =>
      batch(
        listed(records, (index) => minimal(index)),
        ',{}',
      ),
  },
  {
    what: 'smallest records and no end',
    expected: 'JSON_INVALID',
    pieces: ({ records }) =>
      joined(
        OPENING,
        listed(records, (index) => minimal(index)),
        ']',
      ),
  },
  {
    what: 'smallest records before their envelope',
    expected: 'ingested',
    pieces: ({ records }) =>
      joined(
        '{"records":[',
        listed(records, (index) => minimal(index)),
        `],${MEMBERS}}`,
      ),
  },
  { what: 'a record of 1 MiB', expected: 'ingested', pieces: () => batch(recordOf(MAX_RECORD_BYTES)) },
  { what: 'a record of 1 MiB and a byte', expected: 'TOO_LARGE', pieces: () => batch(recordOf(MAX_RECORD_BYTES + 1)) },
  {
    what: 'records of 1 MiB',
    expected: 'SCHEMA_INVALID',
    pieces: ({ largeBytes }) => batch(repeated(`${recordOf(MAX_RECORD_BYTES)},`, largeBytes), '0'),
  },
  { what: 'an envelope of 64 KiB', expected: 'ingested', pieces: () => headerOf(MAX_HEADER_BYTES) },
  { what: 'an envelope of 64 KiB and a byte', expected: 'TOO_LARGE', pieces: () => headerOf(MAX_HEADER_BYTES + 1) },
];

/** V8 keeps each of so many keys in a table of its own making; what is thrown away waits for the collector. */
const MANY_KEYS = { cpu: 4, memory: 2 };

const SLOW_ROADS: HostileCase[] = [
  {
    what: 'escapes in strings',
    expected: 'ingested',
    pieces: ({ largeBytes }) => batch(leadsWith(`"x":"${'\\u0041\\n'.repeat(60)}"`, largeBytes / 4)),
  },
  {
    what: 'escapes in keys',
    expected: 'ingested',
    // V8 misreads some of them (see build-value.ts), so these are read by a parser of ours.
    allowed: { cpu: 3 },
    pieces: ({ largeBytes }) => batch(leadsWith(`"${'\\u0041'.repeat(60)}\\\\":1`, largeBytes / 4)),
  },
  {
    what: 'numbers of a thousand digits',
    expected: 'ingested',
    pieces: ({ largeBytes }) => batch(leadsWith(`"x":0.${'3'.repeat(1000)}`, largeBytes / 4)),
  },
  {
    what: 'unknown keys, all different',
    expected: 'ingested',
    allowed: MANY_KEYS,
    pieces: ({ largeBytes }) =>
      batch(listed(largeBytes / 4 / 2_000, (index) => leadWith(manyKeys(150, index * 150), index))),
  },
  {
    what: 'records of keys that look like numbers',
    expected: 'SCHEMA_INVALID',
    allowed: MANY_KEYS,
    pieces: ({ largeBytes }) => batch(repeated(`{${manyKeys(60_000, 1_000_000, '')}},`, largeBytes / 4), '0'),
  },
  {
    what: 'text that looks like the border of two records',
    expected: 'ingested',
    pieces: ({ largeBytes }) => batch(leadsWith(`"x":"${'},{\\"'.repeat(80)}"`, largeBytes / 4)),
  },
];

function manyKeys(count: number, first: number, start = 'key'): string {
  return Array.from({ length: count }, (_, index) => `"${start}${first + index}":0`).join(',');
}

export const HOSTILE_CASES: readonly HostileCase[] = [...STRINGS, ...DEPTH, ...RECORDS, ...SLOW_ROADS];
