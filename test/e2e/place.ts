import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished } from 'vitest';
import { COMPILE_CACHE } from '../support/handoff.ts';

export const CONSUMER = 'nextier-execution';
export const PRODUCER = 'social-xpress-engine';
export const INBOX = 'exports/lead-batches/';
const PROGRAM = fileURLToPath(new URL('../../bin/handoff.js', import.meta.url));
/** Nothing that a test does takes longer on a busy machine, so whoever waits so long waits for ever. */
const PATIENCE_MS = 100_000;

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly pid: number;
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** A folder to run the command in, as a person or a cron job does: with databases, spool and, unless named, the store in it. */
export interface Place {
  readonly folder: string;
  /** Starts the command and does not wait. */
  start(...args: string[]): Running;
  /** Runs the command to its end; whatever its exit code. */
  run(...args: string[]): Promise<Ended>;
  /** The same with more in its environment. */
  runWith(env: Readonly<Record<string, string>>, ...args: string[]): Promise<Ended>;
  /** Runs it with --json, expects the exit code, and gives the document. */
  json<T = Record<string, unknown>>(exitCode: number, ...args: string[]): Promise<T>;
  /** Asks a system's database, as whoever owns that system does. */
  query<T extends object>(sql: string, system?: string): T[];
  /** The same of the consumer while it is at work: nothing until its database and the tables are made. */
  peek<T extends object>(sql: string): T[];
  /** The first number of the first row. */
  count(sql: string, system?: string): number;
}

/** Nothing else is beside the folder. It stays when the test fails, for whoever looks into it; no process does. `env` names the store, or it is a folder here. */
export function makePlace(env: Readonly<Record<string, string>> = {}): Place {
  const folder = join(mkdtempSync(join(tmpdir(), 'handoff-e2e-')), 'here');
  mkdirSync(folder);
  const started: ChildProcess[] = [];
  const startWith = (more: Readonly<Record<string, string>>, args: readonly string[]): Running => {
    const running = startProcess(args, folder, { ...env, ...more });
    started.push(running.child);
    return running;
  };
  onTestFinished(({ task }) => {
    for (const child of started) child.kill('SIGKILL');
    if (task.result?.state !== 'fail') rmSync(dirname(folder), { recursive: true });
  });
  const start = (...args: string[]): Running => startWith({}, args);
  const runWith = async (more: Readonly<Record<string, string>>, ...args: string[]): Promise<Ended> =>
    startWith(more, args).ended;
  const run = async (...args: string[]): Promise<Ended> => runWith({}, ...args);
  const query = <T extends object>(sql: string, system = CONSUMER): T[] => {
    const database = new Sqlite(join(folder, 'handoff-data', `${system}.db`), { readonly: true });
    try {
      return database.prepare<[], T>(sql).all();
    } finally {
      database.close();
    }
  };
  return {
    folder,
    start,
    run,
    runWith,
    json: async <T>(exitCode: number, ...args: string[]) =>
      parseDocument<T>(await run(...args, '--json'), exitCode, args),
    query,
    peek: (sql) => (existsSync(join(folder, 'handoff-data', `${CONSUMER}.db`)) ? ifThere(() => query(sql)) : []),
    count: (sql, system) => Number(Object.values(query(sql, system)[0] ?? { n: 0 })[0]),
  };
}

function ifThere<T>(ask: () => T[]): T[] {
  try {
    return ask();
  } catch (thrown) {
    if (String((thrown as { code?: unknown }).code).startsWith('SQLITE_')) return [];
    throw thrown;
  }
}

function startProcess(args: readonly string[], cwd: string, env: Readonly<Record<string, string>>): Running {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd,
    env: { ...ownEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { pid: child.pid ?? 0, child, ended: outputOf(child) };
}

/** Without the settings of whoever runs the tests. */
export function ownEnvironment(): NodeJS.ProcessEnv {
  const others = Object.entries(process.env).filter(([name]) => !/^(?:HANDOFF|AWS)_/.test(name));
  return { ...Object.fromEntries(others), NODE_COMPILE_CACHE: COMPILE_CACHE };
}

async function outputOf(child: ChildProcess): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk) => (stdout += String(chunk)));
  child.stderr?.on('data', (chunk) => (stderr += String(chunk)));
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { code, signal, stdout, stderr };
}

function parseDocument<T>(ended: Ended, exitCode: number, args: readonly string[]): T {
  expect(ended.code, `handoff ${args.join(' ')}\n${ended.stderr}${ended.stdout}`).toBe(exitCode);
  return JSON.parse(ended.stdout) as T;
}

/** Waits until `isSo`, looking often: what is waited for lasts only a moment. */
export async function until(what: string, isSo: () => boolean): Promise<void> {
  for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += 2) {
    if (isSo()) return;
    await sleep(2);
  }
  throw new Error(`${what} did not come about in ${PATIENCE_MS / 1000} s`);
}

/** Bytes that a process has read so far, from whatever. */
export function bytesReadBy(pid: number): number {
  return Number(/^rchar: (\d+)/m.exec(readFileSync(`/proc/${pid}/io`, 'utf8'))?.[1]);
}

/** All files under a folder of the place, by their paths in it; none where there is no such folder. */
export function filesUnder(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
      .toSorted();
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw thrown;
  }
}

/** Objects of the place's own directory store; its bookkeeping lies in names that begin with a dot. */
export function keysIn(place: Place, prefix: string): string[] {
  return filesUnder(join(place.folder, 'handoff-data', 'bucket', prefix)).filter((name) => !/(?:^|\/)\./.test(name));
}

/** Puts a file into the inbox of the directory store as a stranger does, some time ago unless said otherwise. */
export function dropByHand(place: Place, name: string, body: string | Uint8Array, ageMs = 60_000): void {
  const path = inboxPath(place, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, body);
  ageFile(path, ageMs);
}

export function inboxPath(place: Place, name: string): string {
  return join(place.folder, 'handoff-data', 'bucket', INBOX, name);
}

export function ageFile(path: string, ageMs = 60_000): void {
  const when = new Date(Date.now() - ageMs);
  utimesSync(path, when, when);
}

export async function writeText(path: string, text: Iterable<string>): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  await pipeline(Readable.from(text), createWriteStream(path));
}

export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

export async function expectSoundLogs(place: Place, ...systems: string[]): Promise<void> {
  for (const system of systems) {
    const verdict = await place.json(0, 'audit', 'verify', '--system', system);
    expect(verdict).toMatchObject({ integrity: 'ok', completeness: 'ok', findings: [] });
  }
}
