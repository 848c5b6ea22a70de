import { readFileSync } from 'node:fs';

/** The nth time, from 1, that a process is at a point. */
export interface Point {
  readonly point: string;
  readonly nth: number;
}

export interface Recording {
  /** Everything that the process went by, and which moment of its life was the first of each. */
  readonly firstAt: ReadonlyMap<string, number>;
  /** A point for each moment: dying anywhere else comes to the same as dying at one of these. */
  readonly points: readonly Point[];
}

/**
 * Since the moment before nothing has changed but what was read, synced, or about to be done. So dying here comes to the
 * same as dying there, and the first and the last of a kind will do.
 */
const UNCHANGED =
  /^(?:before|after) (?:open|head|list|a page of) |^within |^before (?:put|link|remove|rm|rename metadata of) |^after (?:put|remove) /;

/** What the lever `record` wrote: a line for a moment, with all its names. */
export function readRecording(path: string): Recording {
  const counts = new Map<string, number>();
  const firstAt = new Map<string, number>();
  const points: Point[] = [];
  for (const [moment, line] of readFileSync(path, 'utf8').trimEnd().split('\n').entries()) {
    const names = line.split('\t');
    const [point = ''] = names;
    points.push({ point, nth: (counts.get(point) ?? 0) + 1 });
    for (const name of names) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
      if (!firstAt.has(name)) firstAt.set(name, moment);
    }
  }
  return {
    firstAt,
    points: points.filter((at) => !UNCHANGED.test(at.point) || isEnd(at, points)),
  };
}

/** The first and the last of its kind. */
function isEnd({ point, nth }: Point, points: readonly Point[]): boolean {
  return nth === 1 || !points.some((other) => other.point === point && other.nth > nth);
}

/** For calls that take long: each kind at its first and its last time. */
export function firstAndLast(points: readonly Point[]): Point[] {
  return points.filter((at) => isEnd(at, points));
}

/** The same numbers for the same seed: mulberry32. */
export function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}
