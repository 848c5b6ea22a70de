import { fc } from '../../support/fast-check.ts';
import { HEADER_VALUES, NAMES, NUMBERS, SCRAPS, TEXTS, VALUES } from './tokens.ts';
import { bytesOf, replaceSlot, type Slot, slotsOf, type Tree } from './tree.ts';

/** Where, as a share of all the places that there are. A random double would nearly always be nearly 0. */
const place = fc.integer({ min: 0, max: 9_999 }).map((share) => share / 10_000);

/** One change to the structure of a document. */
export interface Edit {
  readonly kind:
    | 'drop'
    | 'rename'
    | 'repeat'
    | 'repeat-escaped'
    | 'repeat-record'
    | 'escape'
    | 'value'
    | 'nest'
    | 'add'
    | 'number'
    | 'text'
    | 'header'
    | 'turn'
    | 'wrap';
  readonly place: number;
  readonly amount: number;
  readonly name: string;
  readonly value: string;
}

const token = fc.oneof(
  fc.constantFrom(...VALUES),
  fc.constantFrom(...TEXTS),
  fc.constantFrom(...NUMBERS),
  fc.string({ unit: 'binary', maxLength: 8 }).map((text) => bytesOf(JSON.stringify(text))),
  fc.double().map(String),
);

function edit(kind: Edit['kind'], value: fc.Arbitrary<string> = token): fc.Arbitrary<Edit> {
  const amount = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 26, max: 34 }));
  return fc.record({ kind: fc.constant(kind), place, amount, name: fc.constantFrom(...NAMES), value });
}

const structureEdit: fc.Arbitrary<Edit> = fc.oneof(
  edit('drop'), edit('rename'), edit('repeat'), edit('repeat-escaped'), edit('repeat-record'), edit('escape'), edit('escape'), edit('value'),
  edit('nest'), edit('add'), edit('add'), edit('turn'), edit('wrap'),
); // prettier-ignore

/** A member of the envelope that says something else. */
const headerEdit: fc.Arbitrary<Edit> = fc
  .constantFrom(...Object.entries(HEADER_VALUES))
  .chain(([name, values]) => edit('header', fc.constantFrom(...values)).map((change) => ({ ...change, name })));

/** Numbers where numbers belong, and texts where texts do: what is wrong with them is all that is wrong. */
const valueEdit = fc.oneof(
  edit('number', fc.oneof(fc.constantFrom(...NUMBERS), fc.double({ noNaN: true, min: -0.5, max: 1.5 }).map(String))),
  headerEdit,
  edit('text', fc.oneof(fc.constantFrom(...TEXTS), fc.string({ unit: 'binary', minLength: 120, maxLength: 260 }).map((text) => bytesOf(JSON.stringify(text))))),
); // prettier-ignore

export const edits = fc.oneof(
  { weight: 2, arbitrary: fc.array(structureEdit, { minLength: 1, maxLength: 2 }) },
  { weight: 2, arbitrary: fc.array(valueEdit, { minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constant<Edit[]>([]) },
);

export function applyEdit(tree: Tree, change: Edit): Tree {
  if (change.kind === 'wrap') return wrapped(tree, change.amount);
  if (change.kind === 'turn') return turned(tree, change.amount);
  const slots = slotsOf(tree).filter((slot) => isSubject(slot, change));
  const slot = slots[Math.floor(change.place * slots.length)];
  return slot === undefined ? tree : replaceSlot(tree, slot, edited(slot, change));
}

function isSubject({ name, value }: Slot, { kind, name: member }: Edit): boolean {
  if (kind === 'number') return 'token' in value && /^-?\d/.test(value.token);
  if (kind === 'repeat-record') return name === undefined;
  if (kind === 'header') return name === member;
  if (kind === 'text') return name === '"username"' || name === '"display_name"';
  const isNamed = kind === 'rename' || kind === 'escape' || kind === 'repeat-escaped';
  return name !== undefined || !isNamed;
}

function edited(slot: Slot, { kind, amount, name, value }: Edit): Slot[] {
  const { name: old = '""' } = slot;
  switch (kind) {
    case 'drop':
      return [];
    case 'rename':
      return [{ ...slot, name }];
    case 'repeat':
    case 'repeat-record':
      return [slot, slot];
    case 'repeat-escaped':
      return [slot, { ...slot, name: escaped(old, amount) }];
    case 'escape':
      return [{ ...slot, name: escaped(old, amount) }];
    case 'nest':
      return [{ ...slot, value: nested(slot.value, amount) }];
    case 'add':
      return [slot, { name: slot.name === undefined ? undefined : name, value: { token: value } }];
    default:
      return [{ ...slot, value: { token: value } }];
  }
}

/** The same name written another way: its first characters as escapes. */
function escaped(name: string, count: number): string {
  const units = name
    .slice(1, -1)
    .split('')
    .map((character, index) => {
      const isPlain = index < count && character >= ' ' && character <= '~' && character !== '\\';
      return isPlain ? `\\u00${character.charCodeAt(0).toString(16).padStart(2, '0')}` : character;
    });
  return `"${units.join('')}"`;
}

function nested(value: Tree, levels: number): Tree {
  let around = value;
  for (let level = 0; level < levels; level += 1) {
    around =
      level % 2 === 0
        ? { open: '[', slots: [{ name: undefined, value: around }] }
        : { open: '{', slots: [{ name: '"n"', value: around }] };
  }
  return around;
}

/** Inside of another document, as an envelope of an envelope or as a line among lines. */
function wrapped(tree: Tree, amount: number): Tree {
  const inner = { name: undefined, value: tree };
  if (amount % 3 === 0) return { open: '[', slots: [inner] };
  if (amount % 3 === 1) return { open: '{', slots: [{ name: '"records"', value: { open: '[', slots: [inner] } }] };
  return { open: '{', slots: [{ name: '"batch"', value: tree }] };
}

/** The members in another order. */
function turned(tree: Tree, amount: number): Tree {
  if ('token' in tree) return tree;
  const at = amount % Math.max(1, tree.slots.length);
  return { open: tree.open, slots: [...tree.slots.slice(at), ...tree.slots.slice(0, at)] };
}

/** One change to the bytes. */
export interface Damage {
  readonly kind: 'flip' | 'insert' | 'edge' | 'comma' | 'delete' | 'truncate' | 'double' | 'splice';
  readonly place: number;
  readonly other: number;
  readonly length: number;
  readonly bit: number;
  readonly scrap: string;
}

const damage: fc.Arbitrary<Damage> = fc.record({
  kind: fc.constantFrom(
    'flip',
    'insert',
    'insert',
    'edge',
    'edge',
    'comma',
    'comma',
    'delete',
    'truncate',
    'double',
    'splice',
  ),
  place: fc.oneof({ weight: 8, arbitrary: place }, { weight: 1, arbitrary: fc.constantFrom(0, 1) }),
  other: place,
  length: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 600 })),
  bit: fc.nat(7),
  scrap: fc.oneof(fc.constantFrom(...SCRAPS), fc.constantFrom(',', '{}', '[]', '}', ']', ' ')),
});

export const damages = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Damage[]>([]) },
  { weight: 2, arbitrary: fc.array(damage, { minLength: 1, maxLength: 2 }) },
);

/** `other` is the document that a splice goes on with. */
export function applyDamage(bytes: Buffer, other: Buffer, change: Damage): Buffer {
  const at = Math.floor(change.place * bytes.length);
  const before = bytes.subarray(0, at);
  const rest = bytes.subarray(at);
  switch (change.kind) {
    case 'flip':
      return Buffer.concat([before, rest.subarray(0, 1).map((byte) => byte ^ (1 << change.bit)), rest.subarray(1)]);
    case 'insert':
      return Buffer.concat([before, Buffer.from(change.scrap, 'latin1'), rest]);
    case 'edge':
      return atEdge(bytes, change);
    case 'comma':
      return atEdge(bytes, { ...change, scrap: ',' });
    case 'delete':
      return Buffer.concat([before, rest.subarray(change.length)]);
    case 'truncate':
      return Buffer.from(before);
    case 'double':
      return Buffer.concat([before, rest.subarray(0, change.length), rest]);
    case 'splice':
      return Buffer.concat([before, other.subarray(Math.floor(change.other * other.length))]);
  }
}

/** Before or behind a bracket, a comma or a colon of the records: what stands there decides what the document is. */
function atEdge(bytes: Buffer, { place: share, bit, scrap }: Damage): Buffer {
  const edges = [...bytes.toString('latin1').matchAll(/[{}[\],:]/g)].map(({ index }) => index);
  // Half of the time one of the few at the document's ends, where a reader begins and leaves off.
  const near = bit < 4 ? edges : [...edges.slice(0, 4), ...edges.slice(-4)];
  const at = (near[Math.floor(share * near.length)] ?? 0) + (bit % 2);
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(scrap, 'latin1'), bytes.subarray(at)]);
}
