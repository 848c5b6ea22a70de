import { readFileSync } from 'node:fs';
import { deriveReader, type Schema } from '../derive-reader.ts';
import type { ForbiddenNames } from '../forbidden-names.ts';
import { SIGNAL_BOUNDARY } from '../engagement-signal-batch/boundary.ts';
import { LEAD_BOUNDARY } from '../lead-card-batch/boundary.ts';
import { TARGET_BOUNDARY } from '../outreach-target-batch/boundary.ts';
import { contracts, objectContracts } from '../registry.ts';
import type { ReaderOf } from './diff-schemas.ts';

/** A contract with all that was released of it. */
export interface Released {
  readonly name: string;
  /** Semver, oldest first. */
  readonly versions: readonly string[];
  /** How its consumers read: opened, or as closed as its producers write. */
  readonly readerOf: ReaderOf;
  readonly recordsField: string | undefined;
  readonly forbidden: ForbiddenNames | undefined;
}

const BOUNDARIES: Readonly<Record<string, ForbiddenNames>> = {
  'lead-card-batch': LEAD_BOUNDARY,
  'outreach-target-batch': TARGET_BOUNDARY,
  'engagement-signal-batch': SIGNAL_BOUNDARY,
};

/** A document is closed on both sides: a field that is not known would be one that is not scanned. */
const CLOSED: ReaderOf = (writer) => writer;

export function releasedContracts(): readonly Released[] {
  const batches = contracts().map(({ name, form, revisions }) => ({
    name,
    versions: revisions.map(({ version }) => version),
    readerOf: form === 'document' ? CLOSED : deriveReader,
    recordsField: form === 'envelope' ? 'records' : undefined,
    forbidden: BOUNDARIES[name],
  }));
  const objects = objectContracts().map(({ name, revisions }) => ({
    name,
    versions: revisions.map(({ version }) => version),
    readerOf: deriveReader,
    recordsField: undefined,
    forbidden: BOUNDARIES[name],
  }));
  return [...batches, ...objects];
}

/** The folder of a contract, as released. */
export function folderOf(contract: string): URL {
  return new URL(`../${contract}/`, import.meta.url);
}

export function releasedSchema(contract: string, version: string): Schema {
  return JSON.parse(readFileSync(new URL(`${version}/schema.json`, folderOf(contract)), 'utf8')) as Schema;
}
