import type { AuditFacts, AuditLog, Checkpointer } from '../audit/index.ts';
import type { Clock } from '../base/clock.ts';
import type { Log } from '../base/log.ts';
import type { ProcessIdentity } from '../base/process-identity.ts';
import type { AnyContract, ScanSettings } from '../contract/index.ts';
import type { Database } from '../database/port.ts';
import type { ObjectStore } from '../objectstore/port.ts';
import type { FileRow } from './file-table.ts';
import type { Trust, TrustPolicy } from './trust-policy.ts';

/** What the composition root gives to every command of the consumer. */
export interface PollerDeps {
  readonly database: Database;
  readonly store: ObjectStore;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** The polling system; files for another target are left alone. */
  readonly system: string;
  /** Where large files from a remote store wait while they are verified. */
  readonly spoolFolder: string;
  /** Left out, the log is not anchored: it takes a key to sign. */
  readonly checkpointer?: Pick<Checkpointer, 'cutNews'> | undefined;
  /** Left out, statements are not verified. */
  readonly trust?: TrustPolicy | undefined;
}

/** One contract and where its files lie. */
export interface Route {
  readonly contract: AnyContract;
  /** Folder under `exports/` and its siblings: `lead-batches`. */
  readonly prefix: string;
  /** How the words of documents are scanned; undefined for the defaults. */
  readonly scan?: ScanSettings;
}

export interface PollRequest {
  readonly routes: readonly Route[];
  readonly worker: string;
  readonly identity: ProcessIdentity;
  /** Files worked in this run at most. */
  readonly limit: number;
  /** False: a stored trip is cleared and none is made. */
  readonly breaker: boolean;
}

/** What a run did; `--json` of `poll` prints it. */
export interface Tally {
  listed: number;
  ignored: number;
  ingested: number;
  duplicates: number;
  quarantined: number;
  held: number;
  skipped: number;
  retried: number;
  vanished: number;
  superseded: number;
  archived: number;
  /** Answers to producers that now lie in the store. */
  receipts: number;
  alerts: number;
  records: number;
  bytes: number;
}

export function emptyTally(): Tally {
  return {
    listed: 0, ignored: 0, ingested: 0, duplicates: 0, quarantined: 0, held: 0, skipped: 0, retried: 0, vanished: 0,
    superseded: 0, archived: 0, receipts: 0, alerts: 0, records: 0, bytes: 0,
  }; // prettier-ignore
}

/** One run under way. */
export interface RunContext extends PollerDeps, PollRequest {
  readonly runId: string;
  /** The trusted keys as they were when the run began; undefined where nobody said whom to believe. */
  readonly trusted?: Trust | undefined;
  readonly tally: Tally;
  /** The store's counters when the run began: a service counts each run anew. */
  readonly requestsBefore: Readonly<Record<string, number>>;
  /** Aborted when the run's lease turns out to be somebody else's: nothing more is claimed. */
  readonly leaseLost: AbortController;
}

/** Leases are renewed at a third of this, so that two renewals may fail. */
export const LEASE_MS = 10 * 60_000;

/** The audit facts that every entry about a file shares. */
export function factsOf(
  ctx: { readonly runId: string; readonly worker: string; readonly system: string },
  file: FileRow,
) {
  return {
    contract: file.contract,
    // By its name, never by what it says of itself: a file that claims another batch's id is no part of that one's life.
    batch_id: nameOf(file.key),
    schema_version: file.schema_version,
    target: ctx.system,
    checksum: file.sha256,
    transport: 'file',
    attempt: file.attempts,
    bytes: file.size,
    run_id: ctx.runId,
    actor: `worker:${ctx.worker}`,
    correlation_id: file.correlation_id,
  } as const satisfies Partial<AuditFacts>;
}

/** The name in the inbox without folder and `.json`: what the batch id must equal. */
export function nameOf(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1).replace(/\.json$/, '');
}
