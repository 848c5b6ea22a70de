import { fileURLToPath } from 'node:url';

/**
 * What a test may do to a process of the real program without touching the program: kill it at a point, shift its
 * clock, let it know a contract version that is not written yet. A preload (`preload.ts`) reads them from the environment.
 */
export interface Levers {
  /** Milliseconds added to this process's clock: a lease that has run out, a retry that is due, a host whose clock is wrong. */
  readonly clockShiftMs?: number;
  /** Every point that is reached is appended to this file, a line each. */
  readonly record?: string;
  /** SIGKILL at the nth time (from 1) that a point is reached. */
  readonly kill?: { readonly point: string; readonly nth: number };
  /** SIGKILL whenever an object with this in its key is opened for reading: a file that kills its worker. */
  readonly poison?: string;
  /** The process knows other versions of the lead card contract, as an earlier or a later build does: see `builds/`. */
  readonly build?: Build;
}

export type Build =
  'first-revision' | 'next-major' | 'second-major' | 'third-major' | 'retired-first' | 'retired-active';

const PRELOAD = new URL('preload.ts', import.meta.url);

/** The environment that puts them to work in a process of `bin/handoff.js`. */
export function leversEnvironment(levers: Levers): Record<string, string> {
  return { NODE_OPTIONS: `--import=${PRELOAD.href}`, HANDOFF_TEST_LEVERS: JSON.stringify(levers) };
}

export function leversOfThisProcess(): Levers {
  return JSON.parse(process.env['HANDOFF_TEST_LEVERS'] ?? '{}') as Levers;
}

/** The module of the program that is replaced when a lever needs it, and by what. */
export const REPLACED: Readonly<Record<string, string>> = {
  [sourceOf('objectstore/open.ts')]: fileURLToPath(new URL('watched-store.ts', import.meta.url)),
  [sourceOf('database/open.ts')]: fileURLToPath(new URL('watched-database.ts', import.meta.url)),
};

export const SHIFTED_CLOCK: Readonly<Record<string, string>> = {
  [sourceOf('base/clock.ts')]: fileURLToPath(new URL('shifted-clock.ts', import.meta.url)),
};

export function replacedBy(build: Build): Readonly<Record<string, string>> {
  const module = fileURLToPath(new URL(`builds/${build}.ts`, import.meta.url));
  return { [sourceOf('contract/lead-card-batch/rules.ts')]: module };
}

function sourceOf(path: string): string {
  return new URL(`../../../src/${path}`, import.meta.url).href;
}
