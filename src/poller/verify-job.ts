import type { ErrorCode } from '../base/errors.ts';
import type { Problem, ReasonCode } from '../base/reasons.ts';
import type { Cell, ContentFinding, Identity, ScanSettings, TableRows } from '../contract/contract.ts';
import type { Hashes } from './weigh-bytes.ts';

export type VerifySource = { readonly fd: number; readonly sizeBytes: number } | { readonly bytes: Uint8Array };

/** All that it takes to judge one file; plain data, so that it can cross to a worker thread. */
export interface VerifyJob {
  readonly contract: string;
  readonly system: string;
  /** Who is known to send such batches, where the document does not say it; else as the contract has it. */
  readonly sender?: string | undefined;
  /** To whom its metadata says that it goes, where the document does not say it. */
  readonly statedTarget?: string | undefined;
  /** Semver of the contract that its metadata says it follows. */
  readonly statedRevision?: string | undefined;
  /** How the words of a document are scanned; undefined for the defaults. */
  readonly scan?: ScanSettings | undefined;
  /** The name in the inbox without folder and `.json`. */
  readonly fileName: string;
  readonly source: VerifySource;
  /** What the object's metadata states, if it does. */
  readonly statedSha256: string | undefined;
  /** True for bytes that came over a network, and may have been hurt there. */
  readonly remote?: boolean;
  /** Base64: what the store states, if it does. */
  readonly statedMd5?: string | undefined;
  /** Base64: what the last read brought, if it was in doubt. */
  readonly lastReadMd5?: string | undefined;
  /** False: only header and hash, because the ledger knows this batch id already. */
  readonly emitRows: boolean;
}

export interface Digest extends Hashes {
  /** False: nothing vouches for these bytes yet, so that a file must not be blamed for what is in them. */
  readonly certain: boolean;
}

/** What was found. `failed` blames the environment, never the file. */
export type VerifyOutcome =
  | {
      readonly verdict: 'accepted';
      readonly identity: Identity;
      readonly revision: string;
      readonly records: number;
      readonly digest: Digest;
      /** Of a document that is checked whole: its rows, and what its words were warned of. */
      readonly tables?: readonly TableRows[];
      readonly warnings?: readonly ContentFinding[];
    }
  | {
      readonly verdict: 'refused' | 'held' | 'skipped';
      readonly code: ReasonCode;
      readonly problems: readonly Problem[];
      readonly identity: Partial<Identity>;
      readonly digest: Digest;
    }
  | { readonly verdict: 'failed'; readonly error: ErrorCode; readonly message: string };

export type VerifyMessage =
  | { readonly kind: 'rows'; readonly rows: readonly (readonly Cell[])[] }
  /** `rows` are the last ones: a small file is one message. */
  | { readonly kind: 'end'; readonly outcome: VerifyOutcome; readonly rows: readonly (readonly Cell[])[] };

export type Emit = (message: VerifyMessage) => void;

/** What was found in the bytes, before it is asked whether they are the right ones. */
export type Found = DistributiveOmit<Exclude<VerifyOutcome, { verdict: 'failed' }>, 'digest'>;
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
