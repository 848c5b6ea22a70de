import type { ErrorCode } from '../base/errors.ts';
import type { ProcessIdentity } from '../base/process-identity.ts';
import type { ReasonCode } from '../base/reasons.ts';
import type { PollerDeps, Route } from './context.ts';
import type { Trust } from './trust-policy.ts';

export interface RebuildRequest {
  readonly routes: readonly Route[];
  readonly identity: ProcessIdentity;
  /** Read and verify, and write nothing. */
  readonly dryRun: boolean;
  readonly progress?: ((report: RebuildReport) => void) | undefined;
}

/** What was done; `--json` prints it. The lists name the first `MAX_NAMED`, the counts beside them all. */
export interface RebuildReport {
  /** Objects in the archive. */
  archived: number;
  /** The ledger had them already. */
  known: number;
  taken: number;
  records: number;
  damaged_count: number;
  conflict_count: number;
  /** Copies that do not verify. */
  readonly damaged: { readonly key: string; readonly code: ReasonCode | ErrorCode }[];
  /** Other bytes than those that the ledger has under this id. */
  readonly conflicts: { readonly key: string; readonly batch_id: string }[];
  /** Another process rebuilds; nothing was done. */
  already_running: boolean;
  readonly dry_run: boolean;
}

/** One rebuild under way. */
export interface RebuildContext extends PollerDeps, RebuildRequest {
  readonly runId: string;
  readonly report: RebuildReport;
  /** The trusted keys as they were when it began; undefined where nobody said whom to believe. */
  readonly trusted: Trust | undefined;
}

/** The SHA-256 under which the batch is known; undefined when it is not. */
export type LookUp = (route: Route, batchId: string) => Promise<string | undefined>;

/** An archived batch that the ledger lacks. */
export interface MissingCopy {
  readonly route: Route;
  readonly key: string;
  readonly etag: string;
  readonly size: number;
  readonly batchId: string;
  /** The UTC day of its verdict, by the name: `2026/01/11`. */
  readonly day: string;
  /** The first digits of the SHA-256 that the bytes must have. */
  readonly digits: string;
  /** Reads before this one that said nothing for certain, and the MD5 of the last of them. */
  readonly reads: number;
  readonly lastReadMd5: string | null;
}

export const REBUILD_ACTOR = 'operator:rebuild-ledger';

/** Findings listed of each kind; further ones are only counted. */
const MAX_NAMED = 1_000;

export function addDamaged(report: RebuildReport, key: string, code: ReasonCode | ErrorCode): void {
  report.damaged_count += 1;
  if (report.damaged.length < MAX_NAMED) report.damaged.push({ key, code });
}

export function addConflict(report: RebuildReport, key: string, batchId: string): void {
  report.conflict_count += 1;
  if (report.conflicts.length < MAX_NAMED) report.conflicts.push({ key, batch_id: batchId });
}

export function emptyReport(dryRun: boolean): RebuildReport {
  return {
    archived: 0, known: 0, taken: 0, records: 0, damaged_count: 0, conflict_count: 0, damaged: [], conflicts: [],
    already_running: false, dry_run: dryRun,
  }; // prettier-ignore
}
