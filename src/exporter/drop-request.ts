import type { BatchOutcome, ExportSettings } from './request.ts';
import type { ReasonCode } from '../base/reasons.ts';

export interface DropRequest extends Omit<ExportSettings, 'rejectsFolder'> {
  /** Made when it is not there, with `sent` and `rejected` in it. */
  readonly folder: string;
  /** Takes what is there, waits until it is written to its end, and returns. */
  readonly once: boolean;
  /** A file is taken when it looked the same this much later. */
  readonly stableMs?: number;
  /** The whole folder is looked at this often, whatever events were missed; failed files are tried again then. */
  readonly rescanMs?: number;
  readonly onOutcome?: ((outcome: DropOutcome) => void) | undefined;
}

/** What became of one file. */
export interface DropOutcome {
  readonly name: string;
  /** `rejected`: nothing of it was published. */
  readonly verdict: 'sent' | 'rejected';
  /** Where the file is now, from the folder; null in a dry run. */
  readonly moved_to: string | null;
  readonly batches: readonly BatchOutcome[];
  readonly rejected: { readonly count: number; readonly file: string | null };
  readonly code?: ReasonCode;
}

export interface DropReport {
  readonly sent: number;
  readonly rejected: number;
  /** Still being written, or left in place because the store or the disk failed. */
  readonly waiting: number;
  readonly batches: number;
  readonly records: number;
  readonly rejected_records: number;
  readonly dry_run: boolean;
}

export const DEFAULT_STABLE_MS = 2_000;
export const DEFAULT_RESCAN_MS = 60_000;
/** How long `once` waits for files that somebody is still writing. */
export const MAX_SETTLING_MS = 30_000;
