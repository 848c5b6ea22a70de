import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../house/copy-of-the-tree.ts';

export const BIN = join(ROOT, 'bin', 'handoff.js');
export const LEADS = join(ROOT, 'fixtures', 'lead-batches');

export interface Answer {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder of the test's own; it stays, to be looked at when the test fails. */
export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), 'handoff-test-'));
}

/** What Node compiled for the first of thousands of starts serves all others, in whatever test file. */
export const COMPILE_CACHE = join(ROOT, '.cache', 'compile');

/** The environment of a person: nothing of this test run, and no settings but those given. */
export function plainEnvironment(settings: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(?:npm_|HANDOFF_|AWS_|VITEST|NODE_|NO_COLOR)/i.test(name),
  );
  return { ...Object.fromEntries(inherited), NODE_COMPILE_CACHE: COMPILE_CACHE, ...settings };
}

/** Runs the real command line in `folder`. */
export function handoff(
  folder: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Answer {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [BIN, ...args], {
    cwd: folder,
    env: plainEnvironment(settings),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) throw error;
  return { status, stdout, stderr };
}

/** The one document that `--json` prints; anything besides it does not parse. */
export function handoffJson<T = Record<string, unknown>>(
  folder: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): T & { readonly status: number | null } {
  const { status, stdout, stderr } = handoff(folder, [...args, '--json'], settings);
  if (stdout === '') throw new Error(`handoff ${args.join(' ')} printed no document, exit ${status}: ${stderr}`);
  return { ...(JSON.parse(stdout) as T), status };
}
