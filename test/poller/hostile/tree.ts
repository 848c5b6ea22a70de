/**
 * A document as its tokens, so that every one of them can be broken by itself: two members of one name, a number
 * that no program writes, a string that is no UTF-8. Tokens are bytes, written as Latin-1.
 */
export type Tree = { readonly token: string } | { readonly open: '{' | '['; readonly slots: readonly Slot[] };

/** A member of an object, or an element of an array, which has no name. */
export interface Slot {
  /** With its quotes. */
  readonly name: string | undefined;
  readonly value: Tree;
}

export function bytesOf(text: string): string {
  return Buffer.from(text).toString('latin1');
}

export function treeOf(value: unknown): Tree {
  if (Array.isArray(value))
    return { open: '[', slots: value.map((item) => ({ name: undefined, value: treeOf(item) })) };
  if (typeof value !== 'object' || value === null) return { token: bytesOf(JSON.stringify(value)) };
  const slots = Object.entries(value).map(([name, inner]) => ({
    name: bytesOf(JSON.stringify(name)),
    value: treeOf(inner),
  }));
  return { open: '{', slots };
}

/** `space` stands behind every comma and colon. */
export function writeTree(tree: Tree, space: string): string {
  if ('token' in tree) return tree.token;
  const slots = tree.slots.map(
    ({ name, value }) => (name === undefined ? '' : `${name}:${space}`) + writeTree(value, space),
  );
  return `${tree.open}${slots.join(`,${space}`)}${tree.open === '{' ? '}' : ']'}`;
}

/** All slots in the order in which they are written, those around before those within. */
export function slotsOf(tree: Tree): Slot[] {
  if ('token' in tree) return [];
  return tree.slots.flatMap((slot) => [slot, ...slotsOf(slot.value)]);
}

/** The same document with these slots in the place of that one. */
export function replaceSlot(tree: Tree, old: Slot, by: readonly Slot[]): Tree {
  if ('token' in tree) return tree;
  const slots = tree.slots.flatMap((slot) =>
    slot === old ? by : [{ ...slot, value: replaceSlot(slot.value, old, by) }],
  );
  return { open: tree.open, slots };
}
