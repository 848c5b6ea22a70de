import type { Problem, ReasonCode } from '../base/reasons.ts';
import type { Finding as ContentFinding } from './scan/finding.ts';
import type { ScanSettings } from './scan/scan-settings.ts';

export type { ContentFinding, ScanSettings };

/** Which side asks. A producer must satisfy the closed schema; a consumer reads the fields it knows. */
export type Side = 'producer' | 'consumer';

/** A value of a record on its way into a column. */
export type Cell = string | number | null;

/** A document without its records: what identifies a batch and says how to read the rest. */
export type Header = Readonly<Record<string, unknown>>;

/** Who hands what to whom, as the document itself says. `records` is not known before its end. */
export interface Identity {
  readonly batchId: string;
  /** As written in the document: `v1` or `1.0.0`. */
  readonly schemaVersion: string;
  readonly source: string;
  readonly target: string;
  /** RFC 3339. */
  readonly createdAt: string;
}

/** One released version of a contract. */
export interface Release {
  /** Semver: `1.0.0`. */
  readonly version: string;
  /** The document's own word for it: `v1`, or the semver itself. */
  readonly schemaVersion: string;
}

/** A release that is checked record by record. Its checks are compiled, pure and allocate nothing when all is well. */
export interface Revision extends Release {
  /** The header against the envelope's schema and its rules (all but name and target). */
  checkHeader(header: Header, side: Side): readonly Problem[];
  /** One record; pointers are relative to it (`/username`). */
  checkRecord(record: unknown, side: Side): readonly Problem[];
  /** The record's cells in the order of `Contract.columns`. Only for records that passed `checkRecord`. */
  toRow(record: unknown): Cell[];
  /** The same record as the next major says it; undefined in the newest. Only for records that passed `checkRecord`. */
  readonly upcast?: (record: unknown) => unknown;
  /**
   * The fields of one record as a flat table spells them: what a CSV header must name, and how its cells are read. A
   * `json` field is one that may be absent: its column may be, too, an empty cell is none, any other is JSON text. Empty
   * where a record is no row of a table.
   */
  readonly fields: readonly { readonly name: string; readonly type: 'string' | 'number' | 'json' }[];
  /**
   * The record as the revision before this one knows it, for targets that accepted no later one. Itself where nothing is
   * lost. The record need not be valid. Absent in the first revision of a major.
   */
  project?(record: unknown): unknown;
}

interface Routed {
  readonly name: string;
  /** Folder under `exports/` and its siblings, without slashes: `lead-batches`. */
  readonly prefix: string;
  /** Who may send it to whom unless the configuration says otherwise. */
  readonly source: string;
  readonly targets: readonly string[];
  /** Whether a target may answer by receipts. Where no way back is allowed, nobody writes one and nobody waits for one. */
  readonly receipts: boolean;
  /** What became of its majors; one that is not named here is active. */
  readonly lifecycle?: readonly MajorLife[];
}

/** A major comes, is advised against, and goes, each by a date that was told before. */
export interface MajorLife {
  readonly major: number;
  readonly status: 'draft' | 'active' | 'deprecated' | 'retired';
  /** Since when the status holds: a UTC date, `2026-01-11`. */
  readonly since: string;
  /** When a deprecated major is to be retired. */
  readonly sunset?: string;
}

/** Batches of records in an envelope, read as a stream: a document may be larger than memory. */
export interface Contract extends Routed {
  readonly form: 'envelope';
  /** Oldest first. */
  readonly revisions: readonly Revision[];
  /** True where its envelopes carry the contract's name in `contract`; those of lead cards came first and do not. */
  readonly isNamed?: boolean;
  /** First word of the ids that the exporter gives its batches; left out, the source's name tells. */
  readonly batchWord?: string;
  /** Column names of one record, the same words as its fields. */
  readonly columns: readonly string[];
  /** The field that may stand only once in a batch, and the code when it stands twice. */
  readonly uniqueField: { readonly name: string; readonly code: ReasonCode } | undefined;
  /** Undefined where the header does not say enough (wrong types, absent). */
  identify(header: Header): Identity | undefined;
}

/** Rows for one table of the consumer. */
export interface TableRows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface DocumentQuestion {
  readonly side: Side;
  /** Who sends it: the document need not say so. */
  readonly source: string;
  /** To whom it is addressed. */
  readonly target: string;
  /** Name of the file without folder and `.json`; undefined where there is no file. */
  readonly fileName: string | undefined;
  /** Undefined for the defaults. */
  readonly scan?: ScanSettings | undefined;
}

export type DocumentVerdict =
  | {
      readonly verdict: 'accepted';
      readonly identity: Identity;
      readonly release: Release;
      /** What counts as its records. */
      readonly records: number;
      /** Harmless enough to pass, to be kept and shown. */
      readonly warnings: readonly ContentFinding[];
    }
  | {
      readonly verdict: 'refused' | 'held';
      readonly code: ReasonCode;
      readonly problems: readonly Problem[];
      readonly identity: Partial<Identity>;
    };

/** Ways to hand over less than a document that is over its limits holds. */
export type ShrinkMode = 'split' | 'high-priority' | 'summarise';

/** A document that is one thing, checked whole in memory: its parts refer to each other. */
export interface DocumentContract extends Routed {
  readonly form: 'document';
  /** Oldest first. */
  readonly revisions: readonly Release[];
  /** More bytes are refused unread. A reader is a little more generous than a writer. */
  readonly maxBytes: Readonly<Record<Side, number>>;
  /** The reason for a document of too many bytes. */
  readonly tooLarge: ReasonCode;
  judge(document: unknown, question: DocumentQuestion): DocumentVerdict;
  /** Smaller documents in its place, each of them still to be judged; none where this mode does not help. */
  shrink(document: unknown, mode: ShrinkMode): readonly unknown[];
  /** The rows of an accepted document, its own first. `text` is the document as it was read. */
  toTables(document: unknown, text: string, warnings: readonly ContentFinding[]): readonly TableRows[];
}

export type AnyContract = Contract | DocumentContract;

/** What a consumer may do with a document, judged by its header alone. */
export type HeaderVerdict =
  | { readonly verdict: 'accepted'; readonly identity: Identity; readonly revision: Revision }
  | {
      readonly verdict: 'refused' | 'held' | 'skipped';
      readonly code: ReasonCode;
      readonly problems: readonly Problem[];
      /** As much as could be read, for the report. */
      readonly identity: Partial<Identity>;
    };

/**
 * A small object that says something about batches instead of holding one: it has no records, is checked whole, and lies
 * under a prefix of the system that writes it.
 */
export interface ObjectContract {
  readonly name: string;
  /** Folder at the top of the store, without slashes: `receipts`. */
  readonly folder: string;
  /** Who writes it for whom, in words. */
  readonly parties: string;
  /** Oldest first. */
  readonly revisions: readonly Release[];
}
