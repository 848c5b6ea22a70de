/** Where processes race: a place with a directory store or a bucket, and processes that stop where they are told to. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { openStore } from '../../src/objectstore/index.ts';
import { freshBucket } from '../support/gateway.ts';
import { leversEnvironment } from '../support/levers/levers.ts';
import { otherClient } from './other-client.ts';
import { ageFile, CONSUMER, type Ended, INBOX, makePlace, ownEnvironment, type Place, until } from './place.ts';

export const ARCHIVE = `archive/${CONSUMER}/lead-batches/`;
export const QUARANTINE = `quarantine/${CONSUMER}/lead-batches/`;
/** Longer than the lease: for a process whose clock is shifted by this, whoever is paused has lost it. */
export const PAST_THE_LEASE = { clockShiftMs: 11 * 60_000 };
export const STORES = ['directory', 'gateway'] as const;
const PROGRAM = fileURLToPath(new URL('../../bin/handoff.js', import.meta.url));
const STOP_PRELOAD = new URL('races-stop.ts', import.meta.url).href;

export interface Ground {
  readonly place: Place;
  /** Keys under a prefix, without it; what lies beside objects in a folder is not among them. */
  keys(prefix: string): Promise<string[]>;
  text(key: string): Promise<string>;
  /** Where an object lies in a directory store. */
  path(key: string): string;
  /** Puts a file into the inbox as another program does; it takes the place of one of its name. Old enough to be read at once. */
  drop(name: string, text: string): Promise<void>;
  dropAll(files: ReadonlyMap<string, string>): Promise<void>;
  /** Another place with a database of its own on the same store. */
  beside(): Ground;
  /** Runs a command with --json under levers. */
  run(levers: { clockShiftMs?: number }, ...args: string[]): Promise<Report>;
  /** Starts a command that stops at a point. */
  startStopping(stop: StopAt, ...args: string[]): Stopping;
}

export interface Report extends Readonly<Record<string, unknown>> {
  readonly exitCode: number | null;
}

export interface StopAt {
  readonly point: string;
  readonly nth?: number;
  readonly clockShiftMs?: number;
}

export interface Stopping {
  readonly pid: number;
  /** It has come to its point and stands there. */
  stopped(): Promise<void>;
  /** Lets it go on, to its end. */
  wake(): Promise<Report>;
}

export async function makeGround(kind: (typeof STORES)[number]): Promise<Ground> {
  if (kind === 'directory') {
    const bucket = join(mkdtempSync(join(tmpdir(), 'handoff-e2e-bucket-')), 'bucket');
    const url = `file:${bucket}`;
    return groundOn(url, { HANDOFF_STORE: url }, async (files) => {
      for (const [name, text] of files) replaceFile(join(bucket, INBOX, name), text);
    });
  }
  const bucket = await freshBucket();
  const client = otherClient(bucket);
  const env = { ...bucket.env, HANDOFF_STORE: bucket.url };
  return groundOn(bucket.url, env, async (files) => {
    const folder = mkdtempSync(join(tmpdir(), 'handoff-e2e-upload-'));
    for (const [name, text] of files) writeFileSync(join(folder, name), text);
    await client.uploadAll(folder, INBOX);
  });
}

/** As a careful program writes: under another name first. */
export function replaceFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const whole = join(dirname(path), `.${Math.random()}.part`);
  writeFileSync(whole, text);
  ageFile(whole);
  renameSync(whole, path);
}

function groundOn(
  url: string,
  env: Readonly<Record<string, string>>,
  dropAll: (files: ReadonlyMap<string, string>) => Promise<void>,
): Ground {
  const store = openStore(url);
  const signal = new AbortController().signal;
  const place = makePlace(env);
  let started = 0;
  return {
    place,
    beside: () => groundOn(url, env, dropAll),
    drop: (name, text) => dropAll(new Map([[name, text]])),
    dropAll,
    keys: async (prefix) => {
      const keys: string[] = [];
      for await (const page of (await store).list(prefix, { signal }))
        keys.push(...page.map(({ key }) => key.slice(prefix.length)));
      return keys.toSorted();
    },
    text: async (key) => {
      const opened = await (await store).open(key, { signal });
      const { body } = opened;
      const bytes = 'fd' in body ? readFileSync(body.fd) : await buffer(body.stream);
      await opened.close();
      return bytes.toString();
    },
    path: (key) => join(url.slice('file:'.length), key),
    run: async (levers, ...args) => reportOf(await place.runWith(leversEnvironment(levers), ...args, '--json')),
    startStopping: (stop, ...args) => {
      started += 1;
      return startStopping(place.folder, env, { ...stop, record: join(place.folder, `points-${started}`) }, args);
    },
  };
}

function startStopping(
  folder: string,
  env: Readonly<Record<string, string>>,
  { record, point, nth = 1, clockShiftMs = 0 }: StopAt & { readonly record: string },
  args: readonly string[],
): Stopping {
  const levers = leversEnvironment({ record, clockShiftMs });
  const child = spawn(process.execPath, [PROGRAM, ...args, '--json'], {
    cwd: folder,
    env: {
      ...ownEnvironment(),
      ...env,
      ...levers,
      NODE_OPTIONS: `--import=${STOP_PRELOAD} ${levers['NODE_OPTIONS']}`,
      HANDOFF_TEST_STOP: JSON.stringify({ record, point, nth }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = outputOf(child);
  let isOver = false;
  void ended.then(() => (isOver = true));
  const pid = child.pid ?? 0;
  return {
    pid,
    stopped: async () => {
      await until(`"${point}"`, () => isOver || isStopped(pid));
      if (isOver) throw new Error(`never came to "${point}": ${JSON.stringify(await ended)}\n${pointsIn(record)}`);
    },
    wake: async () => {
      child.kill('SIGCONT');
      return reportOf(await ended);
    },
  };
}

async function outputOf(child: ChildProcess): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk) => (stdout += String(chunk)));
  child.stderr?.on('data', (chunk) => (stderr += String(chunk)));
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { code, signal, stdout, stderr };
}

/** A command that fails prints no document. */
function reportOf({ code, stdout }: Ended): Report {
  return { ...(stdout === '' ? {} : (JSON.parse(stdout) as object)), exitCode: code };
}

function isStopped(pid: number): boolean {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).startsWith('T');
}

function pointsIn(record: string): string {
  return readFileSync(record, { encoding: 'utf8', flag: 'a+' });
}
