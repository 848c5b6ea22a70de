/**
 * A real S3 server for tests and for trying things out: a Ceph RADOS Gateway from Debian's packages.
 *
 *   node scripts/gateway.ts install          apt-get the packages (root on Debian)
 *   node scripts/gateway.ts start            start it, print and remember where it is; it runs until `stop`
 *   node scripts/gateway.ts stop             stop it by the remembered pids and remove its folder
 *   node scripts/gateway.ts run -- COMMAND   start one, run COMMAND with HANDOFF_TEST_S3 and AWS_* set, stop it
 *
 * The gateway of `run` dies with this script even when it is killed. Objects are kept in memory only.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isOurs } from './gateway/daemons.ts';
import { type Gateway, startGateway, stopGateway } from './gateway/gateway.ts';
import { ensureInstalled } from './gateway/install.ts';

const STATE_FOLDER = fileURLToPath(new URL('../.cache', import.meta.url));
const STATE_FILE = `${STATE_FOLDER}/gateway.json`;
const USAGE = 'usage: node scripts/gateway.ts install | start | stop | run -- COMMAND…';

async function start(): Promise<void> {
  const running = readState();
  const alive = running?.pids.every((pid) => isOurs(pid, running.dir)) ?? false;
  if (running && !alive) await stopGateway(running);
  const gateway = running && alive ? running : await startGateway({ outlivesUs: true });
  mkdirSync(STATE_FOLDER, { recursive: true });
  writeFileSync(STATE_FILE, JSON.stringify(gateway, null, 2), { mode: 0o600 });
  console.log(JSON.stringify(gateway, null, 2));
}

async function stop(): Promise<void> {
  const gateway = readState();
  if (gateway) await stopGateway(gateway);
  rmSync(STATE_FILE, { force: true });
}

async function runCommand(command: readonly string[]): Promise<void> {
  const [program, ...args] = command;
  if (program === undefined) throw new Error(USAGE);
  const gateway = await startGateway();
  try {
    process.exitCode = await waitFor(program, args, gateway);
  } finally {
    await stopGateway(gateway);
  }
}

function waitFor(program: string, args: readonly string[], gateway: Gateway): Promise<number> {
  const child = spawn(program, args, { stdio: 'inherit', env: { ...process.env, ...environmentOf(gateway) } });
  // A terminal's Ctrl-C reaches the command too; we stay to clean up after it.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

function environmentOf(gateway: Gateway): Record<string, string> {
  return {
    HANDOFF_TEST_S3: gateway.endpoint,
    HANDOFF_TEST_S3_REGION: gateway.region,
    AWS_ACCESS_KEY_ID: gateway.accessKey,
    AWS_SECRET_ACCESS_KEY: gateway.secretKey,
  };
}

function readState(): Gateway | undefined {
  try {
    return JSON.parse(readFileSync(STATE_FILE, 'utf8')) as Gateway;
  } catch {
    return undefined; // none was started
  }
}

async function main([verb, ...rest]: readonly string[]): Promise<void> {
  if (verb === 'install') ensureInstalled();
  else if (verb === 'start') await start();
  else if (verb === 'stop') await stop();
  else if (verb === 'run') await runCommand(rest[0] === '--' ? rest.slice(1) : rest);
  else throw new Error(USAGE);
}

await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error, (error as Error).cause ?? '');
  process.exitCode = 1;
});
