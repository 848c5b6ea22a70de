import { deriveReader, type Schema } from '../derive-reader.ts';
import { type Difference, largestStep, type SchemaChange, type Step } from './change.ts';
import { compareSchemas } from './compare-schemas.ts';

export interface SchemaDiff {
  /** The largest of the changes; `patch` where there is none. */
  readonly verdict: Step;
  readonly changes: readonly SchemaChange[];
}

/** The schema that a consumer reads by, given the one that producers satisfy. */
export type ReaderOf = (writer: Schema) => Schema;

/**
 * Whether documents made by `older` are read by the reader of `newer`, and those made by `newer` by the reader of
 * `older`. Both ways: patch or minor; else major, as is everything that is lost in silence, changes its meaning or is
 * too complex to tell.
 *
 * | Change | Step |
 * |---|---|
 * | title, description and other words; the name of a definition | patch |
 * | an optional property added to a closed object | minor |
 * | required property added, optional → required, range, length, pattern, format, enum or items narrowed | minor if the reader does not ask it, else major |
 * | required property removed, required → optional, anything widened | major |
 * | optional property removed, type, const, anything else | major |
 *
 * The derived reader asks everything that its schema asks, but that objects be closed. So of all narrowings, `object
 * closed` alone is minor with it; a reader written by hand may ask for less.
 */
export function diffSchemas(older: Schema, newer: Schema, readerOf: ReaderOf = deriveReader): SchemaDiff {
  const differences = compareSchemas(older, newer);
  const asked = compareSchemas(older, readerOf(newer)).filter(
    ({ effect }) => effect === 'narrows' || effect === 'breaks',
  );
  const refused = compareSchemas(readerOf(older), newer).filter(({ effect }) => effect === 'adds');
  const changes = differences.map((difference) => judge(difference, asked, refused));
  // A reader written by hand may ask for what its writer's schema never said.
  const unsaid = asked.filter((one) => !differences.some((difference) => isSame(one, difference)));
  for (const { pointer, change } of unsaid)
    changes.push({ pointer, change: `by the reader: ${change}`, verdict: 'major' });
  return { verdict: largestStep(changes.map(({ verdict }) => verdict)), changes };
}

/** `asked`: what the new reader demands of old documents. `refused`: fields that the old reader does not let pass. */
function judge(difference: Difference, asked: readonly Difference[], refused: readonly Difference[]): SchemaChange {
  const { pointer, change, effect } = difference;
  const isIn = (found: readonly Difference[]) => found.some((one) => isSame(one, difference));
  if (effect === 'words') return { pointer, change, verdict: 'patch' };
  if (effect === 'adds') return { pointer, change, verdict: isIn(refused) ? 'major' : 'minor' };
  if (effect === 'narrows') return { pointer, change, verdict: isIn(asked) ? 'major' : 'minor' };
  return { pointer, change, verdict: 'major' };
}

function isSame(one: Difference, other: Difference): boolean {
  return one.pointer === other.pointer && one.change === other.change;
}
