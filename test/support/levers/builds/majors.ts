import type { Header, MajorLife, Revision } from '../../../../src/contract/contract.ts';
import { leadCardBatch as real } from '../../../../src/contract/lead-card-batch/rules.ts';

const newest = real.revisions.at(-1);
if (newest === undefined) throw new Error('the contract has no revision');

type Card = Readonly<Record<string, unknown>>;

/** A major that renames a field: what was `username` is `handle`. Whoever reads it with the old reader finds no username. */
function renaming(major: number): Revision {
  const schemaVersion = `v${major}`;
  return {
    ...newest!,
    version: `${major}.0.0`,
    schemaVersion,
    checkHeader: (header: Header, side) => newest!.checkHeader({ ...header, schema_version: 'v1' }, side),
    checkRecord: (record, side) =>
      Object.hasOwn(record as Card, 'username')
        ? [{ code: 'SCHEMA_INVALID', pointer: '/username', rule: 'is called handle by now' }]
        : newest!.checkRecord(toFirst(record as Card), side),
    toRow: (record) => newest!.toRow(toFirst(record as Card)),
    fields: newest!.fields.map((field) => (field.name === 'username' ? { ...field, name: 'handle' } : field)),
  };
}

function toFirst({ handle, ...others }: Card): Card {
  return { ...others, username: handle };
}

function fromFirst(record: unknown): Card {
  const { username, ...others } = record as Card;
  return { ...others, handle: username };
}

/** The contract as later builds have it. */
export function withMajors(majors: readonly number[], lifecycle: readonly MajorLife[] = []): typeof real {
  const first = real.revisions.map((revision) => ({ ...revision, upcast: fromFirst }));
  return { ...real, lifecycle, revisions: [...first, ...majors.map(renaming)] };
}
