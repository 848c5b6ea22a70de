import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';

const PROGRAM = fileURLToPath(new URL('../../bin/handoff.js', import.meta.url));
/** Nothing in a round takes so long unless it hangs. */
const HANGS_AFTER_MS = 120_000;

export interface Ended {
  readonly code: number | null;
  readonly killed: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Start {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  /** SIGKILL after so long, unless it has ended by then. */
  readonly killAfterMs?: number;
}

/** Runs the real command line to its end, or to the end that a SIGKILL makes of it. Throws when it hangs. */
export async function runHandoff({ folder, env, args, killAfterMs }: Start): Promise<Ended> {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: folder,
    env: { ...inherited(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  const over = new AbortController();
  const killing = sleep(killAfterMs ?? HANGS_AFTER_MS, 'late', { signal: over.signal }).then(
    () => child.kill('SIGKILL'),
    () => false,
  );
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  over.abort();
  const killed = (await killing) && signal === 'SIGKILL';
  if (killed && killAfterMs === undefined) throw new Error(`handoff ${args.join(' ')} hung\n${stderr}`);
  return { code, killed, stdout, stderr };
}

function inherited(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:HANDOFF|AWS)_/.test(name)));
}
