import { createHash } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fc } from '../support/fast-check.ts';
import { expect, test } from 'vitest';
import { REASONS } from '../../src/base/reasons.ts';
import { LEAD_CARD_FIELDS } from '../../src/contract/index.ts';
import { verifyFile } from '../../src/poller/verify-file.ts';
import type { VerifyJob, VerifyOutcome, VerifySource } from '../../src/poller/verify-job.ts';
import { FULL, HOSTILE_CASES } from '../bench/hostile/cases.ts';
import { cook, pad, padding, recipe } from './hostile/files.ts';
import { type Expected, expectedOf, type Question } from './hostile/oracle.ts';
import { sha256, SYSTEM } from './world.ts';

/** Thousands of documents on a busy machine. */
const TIMEOUT_MS = 300_000;
const ID = 'sxp_2026_01_11_001';
const QUESTION: Question = { system: SYSTEM, fileName: ID, statedSha256: undefined };

interface Judged {
  readonly outcome: VerifyOutcome;
  readonly rows: readonly (readonly unknown[])[];
}

/** As on the second read: the first one that brought these bytes may have been hurt on the way. */
function judge(bytes: Uint8Array, source: VerifySource, { system, fileName, statedSha256 }: Question): Judged {
  const md5 = createHash('md5').update(bytes).digest('base64');
  const file = { contract: 'lead-card-batch', system, fileName, emitRows: true };
  const job: VerifyJob = { ...file, source, statedSha256, lastReadMd5: md5 };
  const rows: (readonly unknown[])[] = [];
  const outcomes: VerifyOutcome[] = [];
  verifyFile(job, (message) => {
    rows.push(...message.rows);
    if (message.kind === 'end') outcomes.push(message.outcome);
  });
  expect(outcomes).toHaveLength(1);
  const outcome = outcomes[0]!;
  if (outcome.verdict === 'failed') throw new Error(`blamed on the environment: ${outcome.error}, ${outcome.message}`);
  expect(outcome.digest).toMatchObject({ sha256: sha256(bytes), md5, bytes: bytes.length, certain: true });
  return { outcome, rows };
}

/** The verdict in one word, after everything about it was held against the oracle. */
function check(
  bytes: Uint8Array,
  source: VerifySource,
  question: Question,
  expected: Expected = expectedOf(bytes, question),
): string {
  const { outcome, rows } = judge(bytes, source, question);
  if (outcome.verdict === 'failed') return 'failed';
  const code = outcome.verdict === 'accepted' ? 'accepted' : outcome.code;
  expect(expected.codes).toContain(code);
  if (outcome.verdict === 'accepted') {
    const cells = expected.records.map((record) => [
      ...LEAD_CARD_FIELDS.map((field) => record[field]),
      Object.hasOwn(record, 'enrichment') ? JSON.stringify(record['enrichment']) : null,
    ]);
    expect(rows).toEqual(cells);
    expect(outcome.records).toBe(cells.length);
  } else {
    const { verdict } = REASONS[outcome.code];
    expect(outcome.verdict).toBe(verdict === 'quarantined' ? 'refused' : verdict);
    expect(outcome.problems.map((problem) => problem.code)).toContain(outcome.code);
  }
  return code;
}

/** A tally of verdicts, so that a run which tried nothing worth trying does not pass. */
class Seen {
  readonly #counts = new Map<string, number>();

  add(code: string): void {
    this.#counts.set(code, this.of(code) + 1);
  }

  of(code: string): number {
    return this.#counts.get(code) ?? 0;
  }

  get codes(): string[] {
    return [...this.#counts.keys()];
  }
}

test(
  'a batch that is changed anyhow is accepted exactly when the oracle accepts it, with its records, or refused for one of its reasons',
  () => {
    const seen = new Seen();
    fc.assert(
      fc.property(recipe, (how) => {
        const { bytes } = cook(ID, how);
        seen.add(check(bytes, { bytes }, QUESTION));
      }),
      { numRuns: 4000 },
    );
    expect(seen.of('accepted')).toBeGreaterThan(400);
    expect(seen.codes).toEqual(
      expect.arrayContaining([
        'JSON_INVALID', 'ENCODING_INVALID', 'DUPLICATE_KEY', 'TOO_DEEP', 'LONE_SURROGATE', 'NUMBER_OUT_OF_RANGE',
        'ENVELOPE_INVALID', 'NAME_MISMATCH', 'BATCH_ID_INVALID', 'VERSION_UNKNOWN', 'VERSION_NEWER', 'OTHER_TARGET',
        'SCHEMA_INVALID', 'BOUNDARY_VIOLATION', 'EMPTY_FILE',
      ]),
    ); // prettier-ignore
  },
  TIMEOUT_MS,
);

test(
  'the verdict is the same wherever the reader cuts the file, in memory and from the disk',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'handoff-hostile-'));
    const path = join(folder, 'padded.json');
    const seen = new Seen();
    fc.assert(
      fc.property(recipe, padding, (how, between) => {
        const bytes = pad(cook(ID, how), between);
        const expected = expectedOf(bytes, QUESTION);
        const code = check(bytes, { bytes }, QUESTION, expected);
        writeFileSync(path, bytes);
        const fd = openSync(path, 'r');
        try {
          expect(check(bytes, { fd, sizeBytes: bytes.length }, QUESTION, expected)).toBe(code);
        } finally {
          closeSync(fd);
        }
        seen.add(code);
      }),
      { numRuns: 100 },
    );
    expect(seen.of('accepted')).toBeGreaterThan(10);
    expect(seen.of('JSON_INVALID')).toBeGreaterThan(5);
  },
  TIMEOUT_MS,
);

const AT_THE_LIMITS = HOSTILE_CASES.filter(({ what }) =>
  /^(?:a record of 1 MiB|an envelope of 64 KiB|3[23] levels)(?: and a byte)?$/.test(what),
);

test.each(AT_THE_LIMITS)('$what: $expected, and the oracle says so too', ({ what, expected, pieces }) => {
  const bytes = Buffer.concat([...pieces(FULL)].map((piece) => Buffer.from(piece)));
  expect(check(bytes, { bytes }, QUESTION)).toBe(expected === 'ingested' ? 'accepted' : expected);
  expect([what, AT_THE_LIMITS.length]).toEqual([what, 6]);
});

/** What a metadata field may say instead of the hash of the bytes. */
const statement = fc.oneof(
  fc.constantFrom('', ' ', 'x', '0', 'null', 'undefined', '__proto__', 'sha256', 'a'.repeat(63), 'a'.repeat(65)),
  fc.constant('f'.repeat(64)),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constant('0'.repeat(1024)),
);

test(
  'what the metadata states is believed exactly when it is the SHA-256 of the bytes, in lower-case hexadecimal',
  () => {
    const seen = new Seen();
    const stated = fc.oneof(
      fc
        .constantFrom('true', 'true', 'true', 'capitals', 'base64', 'with a space', 'of other bytes')
        .map((kind) => ({ kind, text: '' })),
      statement.map((text) => ({ kind: 'text', text })),
    );
    fc.assert(
      fc.property(recipe, stated, (how, { kind, text }) => {
        const { bytes } = cook(ID, how);
        const real = sha256(bytes);
        const said: Record<string, string> = {
          true: real,
          capitals: real.toUpperCase(),
          base64: Buffer.from(real, 'hex').toString('base64'),
          'with a space': `${real} `,
          'of other bytes': sha256('other'),
        };
        seen.add(check(bytes, { bytes }, { ...QUESTION, statedSha256: said[kind] ?? text }));
      }),
      { numRuns: 1000 },
    );
    expect(seen.of('CHECKSUM_MISMATCH')).toBeGreaterThan(300);
    expect(seen.of('accepted')).toBeGreaterThan(20);
    expect(seen.of('OTHER_TARGET')).toBeGreaterThan(0);
  },
  TIMEOUT_MS,
);
