import type { AppError } from '../base/errors.ts';
import type { ReasonCode } from '../base/reasons.ts';
import type { Identity } from '../contract/index.ts';
import type { Tally } from './context.ts';
import type { FileChange, FileRow } from './file-table.ts';
import type { Digest, VerifyOutcome } from './verify-job.ts';

export type Accepted = Extract<VerifyOutcome, { verdict: 'accepted' }>;
export type Judged = Extract<VerifyOutcome, { verdict: 'refused' | 'held' | 'skipped' }>;

/** What became of a file inside the ingest transaction; counted only once that has committed. */
export interface Settled {
  readonly tally: Tally;
  /** Set when bytes have to move: to the archive, or to quarantine. */
  readonly move: { readonly to: 'archive' | 'quarantine'; readonly file: FileRow } | undefined;
  /** The code of a refusal, for the breaker; `ingested` ends a streak, undefined says nothing about it. */
  readonly streak: ReasonCode | 'ingested' | undefined;
  /** Set when the environment failed. */
  readonly error: AppError | undefined;
}

/** What is known of the batch, as columns of `file`. */
export function identityColumns(identity: Partial<Identity>, digest: Digest | undefined): FileChange {
  return {
    batch_id: identity.batchId ?? null,
    schema_version: identity.schemaVersion ?? null,
    target: identity.target ?? null,
    sha256: digest?.sha256 ?? null,
    md5: digest?.md5 ?? null,
  };
}
