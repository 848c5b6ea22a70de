import type { Problem, ReasonCode } from '../base/reasons.ts';

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

/** One released version of a contract. Its checks are compiled, pure and allocate nothing when all is well. */
export interface Revision {
  /** Semver: `1.0.0`. */
  readonly version: string;
  /** The document's own word for it: `v1`. */
  readonly schemaVersion: string;
  /** The header against the envelope's schema and its rules (all but name and target). */
  checkHeader(header: Header, side: Side): readonly Problem[];
  /** One record; pointers are relative to it (`/username`). */
  checkRecord(record: unknown, side: Side): readonly Problem[];
  /** The record's cells in the order of `Contract.columns`. Only for records that passed `checkRecord`. */
  toRow(record: unknown): Cell[];
  /** The fields of one record as a flat table spells them: what a CSV header must name, and how its cells are read. */
  readonly fields: readonly { readonly name: string; readonly type: 'string' | 'number' }[];
}

export interface Contract {
  readonly name: string;
  /** Folder under `exports/` and its siblings, without slashes: `lead-batches`. */
  readonly prefix: string;
  /** Who may send it to whom unless the configuration says otherwise. */
  readonly source: string;
  readonly targets: readonly string[];
  /** Whether a target may answer by receipts. Where no way back is allowed, nobody writes one and nobody waits for one. */
  readonly receipts: boolean;
  /** Oldest first. */
  readonly revisions: readonly Revision[];
  /** Column names of one record, the same words as its fields. */
  readonly columns: readonly string[];
  /** The field that may stand only once in a batch, and the code when it stands twice. */
  readonly uniqueField: { readonly name: string; readonly code: ReasonCode } | undefined;
  /** Undefined where the header does not say enough (wrong types, absent). */
  identify(header: Header): Identity | undefined;
}

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
  readonly revisions: readonly Pick<Revision, 'version' | 'schemaVersion'>[];
}
