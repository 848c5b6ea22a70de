/** How large a step of the version a change asks for. */
export type Step = 'patch' | 'minor' | 'major';

/** Smallest first. */
const STEPS: readonly Step[] = ['patch', 'minor', 'major'];

export interface SchemaChange {
  /** RFC 6901, into the newer schema document; into the older one for what is gone from it. */
  readonly pointer: string;
  /** In words, for people. */
  readonly change: string;
  readonly verdict: Step;
}

/**
 * What a change does to the documents that a schema admits. `words`: nothing. `adds`: an optional field that no document
 * could have before. `narrows`: fewer. `widens`: more. `breaks`: other ones, another meaning, or too complex to tell.
 */
export type Effect = 'words' | 'adds' | 'narrows' | 'widens' | 'breaks';

export interface Difference {
  readonly pointer: string;
  readonly change: string;
  readonly effect: Effect;
}

export function largestStep(steps: Iterable<Step>): Step {
  let largest = 0;
  for (const step of steps) largest = Math.max(largest, STEPS.indexOf(step));
  return STEPS[largest] ?? 'major';
}

/** Whether a release that steps by `taken` may hold a change that asks for `asked`. */
export function coversStep(taken: Step, asked: Step): boolean {
  return STEPS.indexOf(taken) >= STEPS.indexOf(asked);
}

/** The step between two strict versions, `1.2.3`; undefined where `newer` is not after `older`. */
export function stepBetween(older: string, newer: string): Step | undefined {
  const from = older.split('.').map(Number);
  const to = newer.split('.').map(Number);
  const place = to.findIndex((part, at) => part !== from[at]);
  if (place < 0 || (to[place] ?? 0) < (from[place] ?? 0)) return undefined;
  return (['major', 'minor', 'patch'] as const)[place];
}
