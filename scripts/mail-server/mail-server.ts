import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isOurs, startDaemon, stopDaemons, waitUntil } from '../gateway/daemons.ts';
import { ensureInstalled, type Needed } from '../gateway/install.ts';
import { type MailSystem, POSTFIX_PROGRAMS, writeMailSystem } from './config.ts';

export interface MailServer extends MailSystem {
  readonly pids: readonly number[];
}

const MAIL_SERVER: Needed = {
  tests: 'mail',
  what: 'Postfix and Dovecot',
  programs: ['/usr/sbin/postfix', '/usr/sbin/dovecot', '/usr/lib/dovecot/imap', '/usr/lib/dovecot/lmtp', 'setpriv'],
  packages: ['postfix', 'dovecot-core', 'dovecot-imapd', 'dovecot-lmtpd'],
  otherwise: '',
};

const FOLDER_PREFIX = 'handoff-mail-';
const START_TIMEOUT_MS = 30_000;

export function ensureMailInstalled(): void {
  ensureInstalled(MAIL_SERVER);
}

/**
 * Starts both servers and returns once they greet. By default they end with the calling process, however that ends; with
 * `outlivesUs` they run until `stopMailServer` is given the same record.
 */
export async function startMailServer({ outlivesUs = false } = {}): Promise<MailServer> {
  ensureMailInstalled();
  if (process.getuid?.() !== 0) {
    throw new Error('Postfix runs as root alone: run "sudo node scripts/mail-server.ts run -- COMMAND"');
  }
  await sweepAbandoned();
  const system = await writeMailSystem(await mkdtemp(join(tmpdir(), FOLDER_PREFIX)));
  const pids: number[] = [];
  try {
    await startBoth(system, pids, outlivesUs);
    return { ...system, pids };
  } catch (cause) {
    await stopDaemons(pids, system.dir);
    throw new Error(`start the mail server; its logs are in ${system.dir}`, { cause });
  }
}

export async function stopMailServer(server: Pick<MailServer, 'pids' | 'dir'>): Promise<void> {
  await stopDaemons(server.pids, server.dir);
  await rm(server.dir, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}

/** Dovecot first: Postfix asks it who may log in, and rests for a minute when nobody answers. */
async function startBoth({ dir, imapPort, smtpPort }: MailSystem, pids: number[], outlivesUs: boolean): Promise<void> {
  const start = async (name: string, command: string, args: readonly string[], port: number) => {
    pids.push(startDaemon(dir, command, args, outlivesUs, name));
    await writeFile(join(dir, 'pids.json'), JSON.stringify(pids));
    await waitUntil(name, START_TIMEOUT_MS, () => greets(port));
  };
  await start('dovecot', '/usr/sbin/dovecot', ['-F', '-c', join(dir, 'dovecot.conf')], imapPort);
  await start('postfix', `${POSTFIX_PROGRAMS}/master`, ['-c', join(dir, 'etc'), '-s'], smtpPort);
  if (!outlivesUs) killWithUs(pids, dir);
}

/**
 * Postfix changes its user for a moment, and the kernel forgets then to kill it with its parent. So a shell waits for the
 * end of a pipe that we hold.
 */
function killWithUs(pids: readonly number[], dir: string): void {
  const script = 'cat; for pid in "$@"; do grep -q "$0" "/proc/$pid/cmdline" && kill -KILL "$pid"; done';
  const guard = spawn('sh', ['-c', script, dir, ...pids.map(String)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  guard.unref();
  (guard.stdin as Socket).unref();
}

/** Both protocols let the server speak first. */
function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: 2_000 });
    const end = (greeted: boolean) => {
      socket.destroy();
      resolve(greeted);
    };
    socket.once('data', (bytes) => end(/^(\* OK|220) /.test(bytes.toString('latin1'))));
    socket.once('error', () => end(false));
    socket.once('close', () => end(false));
    socket.once('timeout', () => end(false));
  });
}

/** Folders of servers that were killed with their owner: nobody else will remove them. */
async function sweepAbandoned(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(FOLDER_PREFIX));
  for (const dir of names.map((name) => join(tmpdir(), name))) {
    const pids = await readPids(dir);
    if (pids !== undefined && !pids.some((pid) => isOurs(pid, dir))) await rm(dir, { recursive: true, force: true });
  }
}

/** Undefined for one that is just being made, or one of another user: neither is ours to remove. */
async function readPids(dir: string): Promise<number[] | undefined> {
  try {
    return JSON.parse(await readFile(join(dir, 'pids.json'), 'utf8')) as number[];
  } catch {
    return undefined;
  }
}
