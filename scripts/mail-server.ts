/**
 * A real mail server for tests and for trying things out: Postfix (SMTP) and Dovecot (IMAP) from Debian's packages.
 *
 *   node scripts/mail-server.ts install          apt-get the packages (root on Debian)
 *   node scripts/mail-server.ts start            start it, print and remember where it is; it runs until `stop`
 *   node scripts/mail-server.ts stop             stop it by the remembered pids and remove its folder
 *   node scripts/mail-server.ts run -- COMMAND   start one, run COMMAND with HANDOFF_TEST_MAIL set, stop it
 *
 * Any address at hub.test and people.test whose name begins with a letter has a mailbox, and all have the same password;
 * `missing…` is refused with 550 5.1.1, and mail to gone.test is taken and bounced. The server of `run` dies with this
 * script even when it is killed. Mail is kept in a folder under the temporary one, until `stop`. It runs as root alone.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isOurs } from './gateway/daemons.ts';
import { ensureMailInstalled, type MailServer, startMailServer, stopMailServer } from './mail-server/mail-server.ts';

const STATE_FOLDER = fileURLToPath(new URL('../.cache', import.meta.url));
const STATE_FILE = `${STATE_FOLDER}/mail-server.json`;
const USAGE = 'usage: node scripts/mail-server.ts install | start | stop | run -- COMMAND…';

async function start(): Promise<void> {
  const running = readState();
  const alive = running?.pids.every((pid) => isOurs(pid, running.dir)) ?? false;
  if (running && !alive) await stopMailServer(running);
  const server = running && alive ? running : await startMailServer({ outlivesUs: true });
  mkdirSync(STATE_FOLDER, { recursive: true });
  writeFileSync(STATE_FILE, JSON.stringify(server, null, 2), { mode: 0o600 });
  console.log(JSON.stringify(server, null, 2));
}

async function stop(): Promise<void> {
  const server = readState();
  if (server) await stopMailServer(server);
  rmSync(STATE_FILE, { force: true });
}

async function runCommand(command: readonly string[]): Promise<void> {
  const [program, ...args] = command;
  if (program === undefined) throw new Error(USAGE);
  const server = await startMailServer();
  try {
    process.exitCode = await waitFor(program, args, server);
  } finally {
    await stopMailServer(server);
  }
}

function waitFor(program: string, args: readonly string[], server: MailServer): Promise<number> {
  const { smtpPort, imapPort, password } = server;
  const env = { ...process.env, HANDOFF_TEST_MAIL: JSON.stringify({ smtpPort, imapPort, password }) };
  const child = spawn(program, args, { stdio: 'inherit', env });
  // A terminal's Ctrl-C reaches the command too; we stay to clean up after it.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

function readState(): MailServer | undefined {
  try {
    return JSON.parse(readFileSync(STATE_FILE, 'utf8')) as MailServer;
  } catch {
    return undefined; // none was started
  }
}

async function main([verb, ...rest]: readonly string[]): Promise<void> {
  if (verb === 'install') ensureMailInstalled();
  else if (verb === 'start') await start();
  else if (verb === 'stop') await stop();
  else if (verb === 'run') await runCommand(rest[0] === '--' ? rest.slice(1) : rest);
  else throw new Error(USAGE);
}

await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error, (error as Error).cause ?? '');
  process.exitCode = 1;
});
