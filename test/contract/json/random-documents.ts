import { fc } from '../../support/fast-check.ts';

/** Strings that look like structure, and characters that are hard to cut. */
const PIECES = [
  '},{',
  '}, {',
  '"',
  '\\',
  '"records":[',
  ']}',
  '],"x":1}',
  '[',
  '{',
  'a',
  'é',
  '€',
  '😀',
  '\u2028',
  '\n',
  ' ',
  '\u0000',
  '\uFEFF',
];
const KEYS = ['a', 'b', 'c', 'records', '__proto__', 'constructor', '1', '0', '', 'é', '},{', '"', 'x\\y'];

const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map((pieces) => pieces.join(''));
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 1e300, 5e-324),
);
const key = fc.oneof(fc.constantFrom(...KEYS), text);

/** A value as its tokens; members as pairs, so that the key order (and a repeated key) is ours. */
type Tree =
  | string
  | number
  | boolean
  | null
  | { readonly list: readonly Tree[] }
  | { readonly members: readonly (readonly [string, Tree])[] };

const { tree, members } = fc.letrec<{ tree: Tree; members: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(text, number, fc.boolean(), fc.constant(null)),
    tie('members'),
    fc.array(tie('tree'), { maxLength: 4 }).map((list) => ({ list })),
  ),
  members: fc
    .uniqueArray(fc.tuple(key, tie('tree')), { maxLength: 5, selector: ([name]) => name })
    .map((pairs) => ({ members: pairs })),
}));

const record = fc.oneof({ weight: 6, arbitrary: members }, { weight: 1, arbitrary: tree });

const headerMembers = fc.uniqueArray(
  fc.tuple(
    key.filter((name) => name !== 'records'),
    tree,
  ),
  { maxLength: 4, selector: ([name]) => name },
);

/** A valid document: members before and after `records`, written with random white space and escapes. */
export const documentText: fc.Arbitrary<string> = fc
  .record({
    header: headerMembers,
    split: fc.nat(4),
    records: fc.oneof(
      { weight: 8, arbitrary: fc.array(record, { maxLength: 12 }).map((list): Tree => ({ list })) },
      { weight: 1, arbitrary: tree },
    ),
    style: fc.record({ seed: fc.nat(), spaces: fc.constantFrom(0, 0, 0.1, 0.5), escapes: fc.constantFrom(0, 0, 0.3) }),
  })
  .map(({ header, split, records, style }) => {
    const all: (readonly [string, Tree])[] = [...header.slice(0, split), ['records', records], ...header.slice(split)];
    return write({ members: all }, style);
  });

interface Style {
  readonly seed: number;
  /** How often white space stands where it may, and how often a character is escaped that need not be. */
  readonly spaces: number;
  readonly escapes: number;
}

function write(root: Tree, style: Style): string {
  const random = generator(style.seed);
  const space = () => (random() < style.spaces ? [' ', '\n', '\t', '\r\n', '  \n '][Math.floor(random() * 5)]! : '');
  const unit = (code: number) => `\\u${code.toString(16).padStart(4, '0')}`;
  function string(value: string): string {
    const plain = [
      ...JSON.stringify(value)
        .slice(1, -1)
        .matchAll(/\\u.{4}|\\.|./gsu),
    ].map(([token]) => token);
    const escaped = plain.map((token) => {
      if (token.startsWith('\\') || random() >= style.escapes) return token;
      return Array.from({ length: token.length }, (_, index) => unit(token.charCodeAt(index))).join('');
    });
    return `"${escaped.join('')}"`;
  }
  function item(value: Tree): string {
    return `${space()}${node(value)}${space()}`;
  }
  function node(value: Tree): string {
    if (typeof value === 'string') return string(value);
    if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? '-0' : JSON.stringify(value);
    if ('list' in value) return `[${value.list.map(item).join(',') || space()}]`;
    return `{${value.members.map(([name, child]) => `${space()}${string(name)}${space()}:${item(child)}`).join(',') || space()}}`;
  }
  return item(root);
}

/** Mulberry32: small, seeded, good enough to scatter white space. */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How a document is cut up while it is read. */
export const cutting = fc.record({
  maxChunk: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 40 }), fc.constant(1 << 20)),
  windowBytes: fc.oneof(fc.integer({ min: 1, max: 300 }), fc.constant(1 << 16)),
  groupBytes: fc.oneof(fc.integer({ min: 1, max: 200 }), fc.constant(1 << 14)),
  withTail: fc.boolean(),
});

/** One byte changed, taken out, put in, or the end cut off. */
export const mutation = fc.record({
  kind: fc.constantFrom('change', 'remove', 'insert', 'truncate', 'double'),
  // A double would be near nothing in most draws, and every change would hit the first byte.
  place: fc.integer({ min: 0, max: 9_999 }).map((n) => n / 10_000),
  byte: fc.oneof(
    fc.constantFrom(...Buffer.from('"\\{}[],:0e-.ud \n\0\x1f')),
    fc.constantFrom(0x80, 0xbf, 0xc0, 0xc3, 0xed, 0xa0, 0xf4, 0xff),
    fc.nat(255),
  ),
});

export function mutate(
  bytes: Uint8Array,
  { kind, place, byte }: { kind: string; place: number; byte: number },
): Buffer {
  const at = Math.floor(place * bytes.length);
  const before = bytes.subarray(0, at);
  const rest = bytes.subarray(at + 1);
  if (kind === 'change') return Buffer.concat([before, Buffer.of(byte), rest]);
  if (kind === 'remove') return Buffer.concat([before, rest]);
  if (kind === 'truncate') return Buffer.from(before);
  if (kind === 'insert') return Buffer.concat([before, Buffer.of(byte), bytes.subarray(at)]);
  return Buffer.concat([bytes.subarray(0, at + 1), bytes.subarray(at)]);
}
