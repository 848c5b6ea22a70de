import { type Arrival, contradiction, type StatementPayload, verifyStatement } from '../contract/index.ts';
import type { Metadata } from '../objectstore/port.ts';
import { ledgerHash } from './batch-table.ts';
import { nameOf, type PollerDeps } from './context.ts';
import { type FileRow, firstSeenOf } from './file-table.ts';
import type { Trust } from './trust-policy.ts';
import type { VerifyOutcome } from './verify-job.ts';

/** What is known before the bytes are read. `unverified`: it has a statement, and nobody said whom to believe. */
export type StatementFinding =
  | { readonly kind: 'unsigned' | 'unverified' }
  | { readonly kind: 'verified'; readonly statement: StatementPayload; readonly kid: string }
  | {
      readonly kind: 'refused';
      readonly code: 'STATEMENT_MISSING' | 'STATEMENT_INVALID' | 'KEY_UNTRUSTED';
      readonly rule: string;
    };

type Question = Pick<FileRow, 'contract' | 'key' | 'size'> & Partial<Pick<FileRow, 'first_seen_at'>>;

type Memory = Pick<PollerDeps, 'database' | 'clock' | 'system'>;

/**
 * Step 2, before any row is written: is the statement beside the object that of a trusted key, and about this very
 * object for this very system? Throws errors of the database alone.
 */
export async function judgeStatement(
  memory: Memory,
  trust: Trust | undefined,
  file: Question,
  metadata: Metadata,
): Promise<StatementFinding> {
  const text = metadata['statement'];
  if (text === undefined) {
    return trust?.require === true
      ? { kind: 'refused', code: 'STATEMENT_MISSING', rule: 'must have a signed statement in its metadata' }
      : { kind: 'unsigned' };
  }
  if (trust === undefined) return { kind: 'unverified' };
  const verdict = await verifyStatement(text, trust.list, arrivalOf(memory, file));
  if (verdict.verdict === 'refused') return { kind: 'refused', code: verdict.code, rule: verdict.rule };
  const { statement, kid } = verdict;
  const found = {
    contract: file.contract,
    key: file.key,
    batch_id: nameOf(file.key),
    target: memory.system,
    bytes: file.size,
  };
  const other = contradiction(statement, { ...found, ...statedRevision(metadata) });
  return other === undefined ? { kind: 'verified', statement, kid } : contradicts(other);
}

/** By our own memory: the time that a store or a statement tells may be anybody's. */
function arrivalOf({ database, clock }: Memory, file: Question): Arrival {
  const nowMs = clock.now();
  return {
    nowMs,
    async firstSeen({ batch_id: batchId, sha256 }) {
      // These bytes were taken once, and their key was judged then: they come again from the archive, and change nothing.
      if ((await ledgerHash(database, file.contract, batchId)) === sha256) return 0;
      const before = await firstSeenOf(database, file.key, sha256);
      const seenMs = file.first_seen_at === undefined ? nowMs : Date.parse(file.first_seen_at);
      return before === undefined ? seenMs : Math.min(seenMs, Date.parse(before));
    },
  };
}

/** The reader may know an older minor revision than the one that was sent, so only what was sent is compared. */
function statedRevision({ revision }: Metadata): { revision?: string } {
  return revision === undefined ? {} : { revision };
}

/**
 * The verdict on the document, with what the statement says of it. Bytes that are not the stated ones come first, and what is
 * addressed to another system is not ours to refuse; then the statement; then what the document says itself.
 */
export function weighStatement(finding: StatementFinding, outcome: VerifyOutcome): VerifyOutcome {
  if (outcome.verdict === 'failed' || outcome.verdict === 'skipped') return outcome;
  if (outcome.verdict === 'refused' && outcome.code === 'CHECKSUM_MISMATCH') return outcome;
  const refused = finding.kind === 'verified' ? compareDocument(finding.statement, outcome) : finding;
  if (refused?.kind !== 'refused') return outcome;
  const { code, rule } = refused;
  const { identity, digest } = outcome;
  return {
    verdict: 'refused',
    code,
    problems: [{ code, pointer: '', rule: `the statement: ${rule}` }],
    identity,
    digest,
  };
}

type Read = Exclude<VerifyOutcome, { verdict: 'failed' }>;

function compareDocument(statement: StatementPayload, outcome: Read): StatementFinding | undefined {
  const { batchId, schemaVersion, source, target, createdAt } = outcome.identity;
  const other = contradiction(statement, {
    sha256: outcome.digest.sha256,
    // What a refused document says of itself may be anything; that it is refused for it says more.
    ...(outcome.verdict === 'refused'
      ? {}
      : {
          source: source ?? '',
          schema_version: schemaVersion ?? '',
          created_at: createdAt ?? '',
          target: target ?? '',
          batch_id: batchId ?? '',
        }),
    ...(outcome.verdict === 'accepted' ? { records: outcome.records } : {}),
  });
  return other === undefined ? undefined : contradicts(other);
}

function contradicts(member: string): StatementFinding {
  return { kind: 'refused', code: 'STATEMENT_INVALID', rule: `its ${member} is not that of the object` };
}

/** The hash that the producer vouches for: by the metadata, or by the statement alone. */
export function vouchedSha256(metadata: Metadata, finding: StatementFinding): string | undefined {
  return metadata['sha256'] ?? (finding.kind === 'verified' ? finding.statement.sha256 : undefined);
}

/** For the audit log: who vouches for the batch. */
export function statementDetail(finding: StatementFinding): Record<string, string | number> {
  switch (finding.kind) {
    case 'verified':
      return { statement: 'verified', kid: finding.kid, stream_seq: finding.statement.stream_seq };
    case 'unverified':
      return { statement: 'not verified: no trusted keys' };
    case 'unsigned':
      return { statement: 'unsigned' };
    case 'refused':
      return { statement: finding.code };
  }
}
