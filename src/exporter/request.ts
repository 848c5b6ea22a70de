import type { AuditLog, Checkpointer } from '../audit/index.ts';
import type { Clock } from '../base/clock.ts';
import type { Log } from '../base/log.ts';
import type { Problem, ReasonCode } from '../base/reasons.ts';
import type { AnyContract, ContentFinding, ScanSettings, ShrinkMode } from '../contract/contract.ts';
import type { StatementSigner } from '../contract/statement/sign-statement.ts';
import type { Acceptances } from './choose-revision.ts';
import type { TrustList } from '../contract/trust.ts';
import type { Database, Queries } from '../database/port.ts';
import type { ObjectStore } from '../objectstore/port.ts';

/** What the composition root gives to every command of the producer. */
export interface ExporterDeps {
  readonly database: Database;
  readonly store: ObjectStore;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** The exporting system: the `source` of every batch. */
  readonly system: string;
  /** Left out, the log is not anchored: it takes a key to sign. */
  readonly checkpointer?: Pick<Checkpointer, 'cutNews'> | undefined;
  /** Left out, batches travel unsigned. */
  readonly signer?: StatementSigner | undefined;
  /**
   * Whom this system believes, read anew for each input, so that a revocation holds at once in a command that never ends.
   * Throws `misconfigured`. Left out, acceptances need no signature.
   */
  readonly loadTrusted?: (() => Promise<TrustList>) | undefined;
  /** The latest signed note about our audit log, for the consumer to witness. */
  readonly latestCheckpoint?: ((queries: Queries) => Promise<string | undefined>) | undefined;
}

export interface Progress {
  readonly input: string;
  readonly bytesRead: number;
  readonly bytesTotal: number;
  /** Records of this input read so far, good and bad. */
  readonly records: number;
  readonly batches: number;
}

/** What holds for every input of a command. */
export interface ExportSettings extends Acceptances {
  readonly contract: AnyContract;
  /** Where the batches go: `exports/lead-batches/`. */
  readonly contractPrefix: string;
  /** Who is to take the batches. Left out, records go to the contract's first target and an envelope to its own. */
  readonly target?: string | undefined;
  /** Records in one batch. */
  readonly batchSize: number;
  /** `reject` sets bad records aside and publishes the rest; `stop` publishes nothing of an input that has any. */
  readonly onBadRecord: 'reject' | 'stop';
  /** What is handed over of a document that is over its limits. */
  readonly onTooLarge: ShrinkMode | 'refuse';
  /** How the words of documents are scanned; undefined for the defaults. */
  readonly scan?: ScanSettings | undefined;
  /** Writes nothing, publishes nothing, and reports what would be. */
  readonly dryRun: boolean;
  /** Where batches wait until they are published; on this machine's disk. */
  readonly spoolFolder: string;
  /** Where rejects files go; left out, beside their input, and for standard input the working folder. */
  readonly rejectsFolder?: string | undefined;
  readonly progress?: ((progress: Progress) => void) | undefined;
}

export interface ExportRequest extends ExportSettings {
  /** Paths, globs, `-` for standard input. */
  readonly inputs: readonly string[];
  readonly stdin?: AsyncIterable<Uint8Array> | undefined;
  /** Exports once more what was exported before. */
  readonly again: boolean;
}

export const DEFAULT_BATCH_SIZE = 10_000;

/** One batch, or one input that gave none because it was refused whole. */
export interface BatchOutcome {
  readonly input: string;
  /** Null where the input was refused before it had one. */
  readonly batch_id: string | null;
  readonly key: string | null;
  /** Null in a dry run for a batch that is not built yet: its bytes carry the time. */
  readonly sha256: string | null;
  readonly records: number;
  readonly bytes: number;
  /** `exists`: an earlier run published it. */
  readonly status: 'published' | 'exists' | 'refused';
  readonly code?: ReasonCode;
  readonly problems?: readonly Problem[];
}

export interface RejectedRecords {
  readonly count: number;
  /** The first of `files`. */
  readonly file: string | null;
  readonly files: readonly string[];
}

export interface ExportReport {
  readonly batches: readonly BatchOutcome[];
  readonly rejected: RejectedRecords;
  /** Batches of earlier runs that were still to be published, whatever input they come from. */
  readonly resumed: readonly BatchOutcome[];
  /** What the scan of documents' words found and let pass. */
  readonly warnings: readonly ContentFinding[];
  /** Targets of these batches that have accepted no version of the contract: they are sent its first revision. */
  readonly unaccepted: readonly string[];
  readonly dry_run: boolean;
}

/** What became of one input. */
export interface InputOutcome {
  readonly input: string;
  readonly sha256: string;
  readonly batches: readonly BatchOutcome[];
  readonly rejectedCount: number;
  readonly rejectsFile: string | null;
  /** What the scan of a document's words found and let pass. */
  readonly warnings?: readonly ContentFinding[];
}
