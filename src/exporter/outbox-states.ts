/**
 * The life of a batch on its way into the store. The same lists are SQL checks; `moveBatch` is the only code that
 * changes a batch's state.
 *
 * pending: its bytes are on disk and must be published. published: the store has them. refused: the store has other
 * bytes under this id, which the sender chose. void: so it has, but the id was ours to choose, and another took its
 * place. lost: its bytes went from the spool before they were published.
 */
export const BATCH_STATES = ['pending', 'published', 'refused', 'void', 'lost'] as const;

export type BatchState = (typeof BATCH_STATES)[number];

export const NEXT = {
  pending: ['published', 'refused', 'void', 'lost'],
  // Back to pending: a whole envelope is given again, with the same bytes if it was published.
  published: ['pending'],
  refused: ['pending'],
  lost: ['pending'],
  void: [],
} as const satisfies Record<BatchState, readonly BatchState[]>;

/** An input being cut into batches: running until its last record is in a batch or set aside. */
export const RUN_STATES = ['running', 'done'] as const;

export type RunState = (typeof RUN_STATES)[number];

/** `'a', 'b'` for an SQL list. */
export function sqlList(states: readonly string[]): string {
  return states.map((state) => `'${state}'`).join(', ');
}
