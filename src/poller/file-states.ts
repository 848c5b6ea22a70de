/**
 * The life of a file as found in the inbox. The same list is an SQL check on `file.state`; `moveFile` is the
 * only code that changes a claimed file's state.
 *
 * seen: a folder's file that may still be written. working: leased. retry_wait: the environment failed.
 * held: newer than this build. skipped: for another system. committed: rows durable, object untouched.
 * archived: the archive copy is proven. quarantining: verdict stored, move pending.
 */
export const FILE_STATES = [
  'seen', 'ready', 'working', 'retry_wait', 'held', 'skipped', 'committed', 'archived', 'quarantining',
  'done', 'quarantined', 'superseded', 'vanished',
] as const; // prettier-ignore

export type FileState = (typeof FILE_STATES)[number];

export const TERMINAL_STATES = [
  'done',
  'quarantined',
  'superseded',
  'vanished',
] as const satisfies readonly FileState[];

export const NEXT = {
  seen: ['ready', 'superseded', 'vanished'],
  ready: ['working', 'superseded'],
  working: ['ready', 'committed', 'quarantining', 'retry_wait', 'held', 'skipped', 'superseded', 'vanished', 'done'],
  retry_wait: ['working', 'superseded'],
  held: ['ready', 'superseded'],
  skipped: ['superseded', 'ready'],
  // Superseded, vanished: the source changed or went after its rows were durable; an alert, for the archive lacks it.
  committed: ['archived', 'superseded', 'vanished'],
  archived: ['done'],
  quarantining: ['quarantined', 'ready', 'superseded', 'vanished'],
  done: [],
  quarantined: [],
  superseded: [],
  vanished: [],
} as const satisfies Record<FileState, readonly FileState[]>;

/** `'a','b'` for an SQL list. */
export function sqlList(states: readonly FileState[]): string {
  return states.map((state) => `'${state}'`).join(', ');
}
