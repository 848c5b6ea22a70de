import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const COMMAND_TIMEOUT_MS = 30_000;
const STOP_TIMEOUT_MS = 5_000;
const POLL_MS = 50;

/** Runs a command to its end and returns what it wrote to stdout; throws with its stderr when it fails. */
export function run(command: string, args: readonly string[], timeoutMs = COMMAND_TIMEOUT_MS): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => (out += chunk));
    child.stderr.on('data', (chunk) => (err += chunk));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve(out);
      else reject(new Error(`${command} ${args.join(' ')} ended with ${signal ?? code}\n${err.slice(-2000)}`));
    });
  });
}

/**
 * Starts a daemon and returns its pid. A daemon that is not to outlive us is started through setpriv, so that the
 * kernel kills it when we die, whatever kills us; the others live until they are stopped by pid.
 */
export function startDaemon(
  dir: string,
  command: string,
  args: readonly string[],
  outlivesUs: boolean,
  name = command,
): number {
  const log = openSync(join(dir, `${name}.out`), 'a');
  const [program, programArgs] = outlivesUs
    ? [command, args]
    : ['setpriv', ['--pdeathsig', 'KILL', '--', command, ...args]];
  const child = spawn(program, programArgs, { stdio: ['ignore', log, log], detached: true });
  closeSync(log);
  child.on('error', () => undefined); // seen as a missing pid just below
  child.unref();
  if (child.pid === undefined) throw new Error(`could not start ${command}`);
  return child.pid;
}

/**
 * Killed outright: what they hold is thrown away anyway, and asked politely they take seconds.
 * Only processes that name the cluster's folder are touched, because pids are used again by others.
 */
export async function stopDaemons(pids: readonly number[], dir: string): Promise<void> {
  const ours = () => pids.filter((pid) => isOurs(pid, dir));
  for (const pid of ours()) process.kill(pid, 'SIGKILL');
  await waitUntil('the end of the daemons', STOP_TIMEOUT_MS, async () => ours().length === 0);
}

export function isOurs(pid: number, dir: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(dir);
  } catch {
    return false; // no such process
  }
}

export async function waitUntil(what: string, timeoutMs: number, isReady: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < timeoutMs; waited += POLL_MS) {
    if (await isReady()) return;
    await sleep(POLL_MS);
  }
  throw new Error(`${what} was not ready after ${timeoutMs / 1000} s`);
}
