import { fc } from '../../support/fast-check.ts';
import { generateLead } from '../../../fixtures/generate-leads.ts';
import { SYSTEM } from '../world.ts';
import { applyDamage, applyEdit, type Damage, damages, type Edit, edits } from './mutations.ts';
import { treeOf, writeTree } from './tree.ts';

/** How one file is made: a good batch, and what is done to it. Data, so that a failure can be shown and made smaller. */
export interface Recipe {
  readonly leads: number;
  readonly seed: number;
  readonly space: string;
  readonly edits: readonly Edit[];
  readonly damages: readonly Damage[];
}

export const recipe: fc.Arbitrary<Recipe> = fc.record({
  leads: fc.integer({ min: 1, max: 5 }),
  seed: fc.nat(50),
  space: fc.constantFrom('', '', ' ', '\r\n\t'),
  edits,
  damages,
});

export function goodEnvelope(id: string, leads: number, seed: number): Record<string, unknown> {
  return {
    batch_id: id,
    schema_version: 'v1',
    created_at: `${id.slice(4, 14).replaceAll('_', '-')}T18:22:00Z`,
    source: 'social-xpress-engine',
    target: SYSTEM,
    records: Array.from({ length: leads }, (_, index) => generateLead(index, seed)),
  };
}

/** The bytes of the file, and where they first differ from those of the good batch. */
export function cook(id: string, { leads, seed, space, ...changes }: Recipe): { bytes: Buffer; changedAt: number } {
  const good = treeOf(goodEnvelope(id, leads, seed));
  const write = (tree: typeof good): Buffer => Buffer.from(writeTree(tree, space), 'latin1');
  const before = write(good);
  const edited = write(changes.edits.reduce(applyEdit, good));
  const other = Buffer.from(JSON.stringify(goodEnvelope('sxp_2026_01_11_999', 3, seed + 1)));
  const bytes = changes.damages.reduce((made, damage) => applyDamage(made, other, damage), edited);
  const changedAt = before.findIndex((byte, index) => byte !== bytes[index]);
  return { bytes, changedAt: changedAt < 0 ? before.length : changedAt };
}

/** What stands between a file's beginning and what is wrong with it, so that a cut of the reader comes to lie there. */
export interface Padding {
  readonly kind: 'spaces' | 'leads' | 'one lead';
  /** The place that the change is to come near: a multiple of what the reader takes at once. */
  readonly boundary: number;
  readonly shift: number;
  /** White space at the end of the records: what is refused early is hashed to its end all the same. */
  readonly behind: number;
}

const KIB = 1024;

export const padding: fc.Arbitrary<Padding> = fc.record({
  kind: fc.constantFrom('spaces', 'spaces', 'leads', 'leads', 'one lead'),
  boundary: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(16 * KIB, 32 * KIB, 48 * KIB, 64 * KIB, 128 * KIB) },
    { weight: 2, arbitrary: fc.constantFrom(KIB * KIB, KIB * KIB + 16 * KIB, 2 * KIB * KIB) },
  ),
  shift: fc.oneof(fc.integer({ min: -8, max: 8 }), fc.integer({ min: -600, max: 600 })),
  behind: fc.constantFrom(0, 0, KIB * KIB + 100),
});

const RECORDS = '"records":';

/** The same document with padding at the beginning of its records and at their end; as it is where there are none. */
export function pad({ bytes, changedAt }: { bytes: Buffer; changedAt: number }, how: Padding): Buffer {
  const end = bytes.lastIndexOf(']');
  const longer =
    end < 0 ? bytes : Buffer.concat([bytes.subarray(0, end), Buffer.alloc(how.behind, ' '), bytes.subarray(end)]);
  return padFront(longer, changedAt, how);
}

function padFront(bytes: Buffer, changedAt: number, how: Padding): Buffer {
  const length = how.boundary - changedAt + how.shift;
  const name = bytes.indexOf(RECORDS);
  const at = bytes.indexOf('[', name) + 1;
  if (length <= 0 || name < 0 || at === 0) return bytes;
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(filling(how.kind, length)), bytes.subarray(at)]);
}

function filling(kind: Padding['kind'], length: number): string {
  if (kind === 'leads') return leadsOf(length);
  const lead = JSON.stringify(generateLead(0, 900));
  const around = `{"pad":"",${lead.slice(1)},`.length;
  if (kind === 'spaces' || length < around) return ' '.repeat(length);
  return `{"pad":"${'p'.repeat(length - around)}",${lead.slice(1)},`;
}

function leadsOf(length: number): string {
  let text = '';
  for (let index = 0; ; index += 1) {
    const next = `${JSON.stringify(generateLead(index, 900))},`;
    if (text.length + Buffer.byteLength(next) > length) return text + ' '.repeat(length - text.length);
    text += next.replaceAll(/[^\x20-\x7e]/g, (character) => '?'.repeat(Buffer.byteLength(character)));
  }
}
