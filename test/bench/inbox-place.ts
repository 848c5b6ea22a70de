/** A folder to poll in, apart from everything else, for what is too large or too slow for a test. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { type Gateway, startGateway, stopGateway } from '../../scripts/gateway/gateway.ts';
import { openStore } from '../../src/objectstore/index.ts';

export const CONSUMER = 'nextier-execution';
export const PRODUCER = 'social-xpress-engine';
export const INBOX = 'exports/lead-batches/';
const ARCHIVE = `archive/${CONSUMER}/lead-batches/`;
const PROGRAM = fileURLToPath(new URL('../../bin/handoff.js', import.meta.url));
const PUTS_IN_FLIGHT = 16;

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
}

export interface Archived {
  readonly key: string;
  readonly sha256: string;
}

/** One database, one store with these files in its inbox. */
export interface InboxPlace {
  readonly folder: string;
  start(...args: string[]): { readonly pid: number; kill(): void; readonly ended: Promise<Ended> };
  query<T extends object>(sql: string): T[];
  /** How many objects there are. */
  objects(): Promise<{ readonly inbox: number; readonly archive: number }>;
  /** Every archived object with the hash of its bytes, read back. */
  archived(): Promise<Archived[]>;
  /** The folder, and what is in the store: a bucket's objects lie in the gateway's memory. */
  remove(): Promise<void>;
}

/** The files of `source` are linked or uploaded into the inbox of a new store. */
export type MakePlace = (source: string) => Promise<InboxPlace>;

/** Gives `work` what makes places, on a gateway of our own if it is asked for one. */
export async function withPlaces(kind: string, work: (make: MakePlace) => Promise<void>): Promise<void> {
  if (kind === 'directory') return work(async (source) => directoryPlace(source));
  if (kind !== 'gateway') throw new Error('--store is directory or gateway');
  const gateway = await startGateway();
  try {
    await work((source) => gatewayPlace(gateway, source));
  } finally {
    await stopGateway(gateway);
  }
}

function directoryPlace(source: string): InboxPlace {
  const folder = mkdtempSync(join(tmpdir(), 'handoff-bench-'));
  const inbox = join(folder, 'handoff-data', 'bucket', INBOX);
  mkdirSync(inbox, { recursive: true });
  for (const name of readdirSync(source)) linkSync(join(source, name), join(inbox, name));
  return place(folder, `file:${join(folder, 'handoff-data', 'bucket')}`, {});
}

async function gatewayPlace(gateway: Gateway, source: string): Promise<InboxPlace> {
  const { endpoint, region, accessKey, secretKey } = gateway;
  const env = { AWS_ACCESS_KEY_ID: accessKey, AWS_SECRET_ACCESS_KEY: secretKey, AWS_EC2_METADATA_DISABLED: 'true' };
  Object.assign(process.env, env);
  const folder = mkdtempSync(join(tmpdir(), 'handoff-bench-'));
  const bucket = `handoff-bench-${folder.slice(-6).toLowerCase()}-${Date.now().toString(36)}`;
  const url = `s3://${bucket}?${new URLSearchParams({ endpoint, region }).toString()}`;
  const store = await openStore(url);
  const signal = new AbortController().signal;
  await store.create(signal);
  const names = readdirSync(source);
  const upload = async (): Promise<void> => {
    for (let name = names.pop(); name !== undefined; name = names.pop()) {
      const path = join(source, name);
      const { sha256, md5, sizeBytes } = await hashesOf(path);
      await store.putIfAbsent(`${INBOX}${name}`, { sizeBytes, sha256, md5, bytes: { path } }, { sha256 }, signal);
    }
  };
  await Promise.all(Array.from({ length: PUTS_IN_FLIGHT }, upload));
  await store.close();
  return place(folder, url, { ...env, HANDOFF_STORE: url });
}

function place(folder: string, url: string, env: Readonly<Record<string, string>>): InboxPlace {
  const others = Object.entries(process.env).filter(([name]) => !/^(?:HANDOFF|AWS)_/.test(name));
  const environment = {
    ...Object.fromEntries(others),
    ...env,
    NODE_COMPILE_CACHE: join(tmpdir(), 'handoff-compile-cache'),
  };
  return {
    folder,
    start: (...args) => {
      const child = spawn(process.execPath, [PROGRAM, ...args], {
        cwd: folder,
        env: environment,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      return { pid: child.pid ?? 0, kill: () => void child.kill('SIGKILL'), ended: endOf(child) };
    },
    query: <T extends object>(sql: string) => {
      const database = new Sqlite(join(folder, 'handoff-data', `${CONSUMER}.db`), { readonly: true });
      try {
        return database.prepare<[], T>(sql).all();
      } finally {
        database.close();
      }
    },
    objects: async () => ({
      inbox: (await keysUnder(url, INBOX)).length,
      archive: (await keysUnder(url, ARCHIVE)).length,
    }),
    archived: () => archivedIn(url),
    remove: async () => {
      await empty(url);
      rmSync(folder, { recursive: true });
    },
  };
}

async function endOf(child: ChildProcess): Promise<Ended> {
  let stdout = '';
  child.stdout?.on('data', (chunk) => (stdout += String(chunk)));
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { code, signal, stdout };
}

async function keysUnder(url: string, prefix: string): Promise<string[]> {
  const store = await openStore(url);
  try {
    const keys: string[] = [];
    for await (const page of store.list(prefix, { signal: new AbortController().signal }))
      keys.push(...page.map(({ key }) => key));
    return keys;
  } finally {
    await store.close();
  }
}

async function empty(url: string): Promise<void> {
  const store = await openStore(url);
  const signal = new AbortController().signal;
  try {
    for await (const page of store.list('', { signal }))
      await Promise.all(page.map(({ key, etag }) => store.remove(key, etag, signal)));
  } finally {
    await store.close();
  }
}

async function archivedIn(url: string): Promise<Archived[]> {
  const keys = await keysUnder(url, ARCHIVE);
  const store = await openStore(url);
  try {
    const archived: Archived[] = [];
    for (const key of keys) {
      const opened = await store.open(key, { signal: new AbortController().signal });
      const { body } = opened;
      const hash = createHash('sha256');
      const chunks = 'fd' in body ? createReadStream('', { fd: body.fd, start: 0, autoClose: false }) : body.stream;
      for await (const chunk of chunks as AsyncIterable<Uint8Array>) hash.update(chunk);
      await opened.close();
      archived.push({ key, sha256: hash.digest('hex') });
    }
    return archived;
  } finally {
    await store.close();
  }
}

export async function hashesOf(path: string): Promise<{ sha256: string; md5: string; sizeBytes: number }> {
  const sha256 = createHash('sha256');
  const md5 = createHash('md5');
  let sizeBytes = 0;
  await pipeline(createReadStream(path), async (chunks) => {
    for await (const chunk of chunks as AsyncIterable<Uint8Array>) {
      sha256.update(chunk);
      md5.update(chunk);
      sizeBytes += chunk.length;
    }
  });
  return { sha256: sha256.digest('hex'), md5: md5.digest('base64'), sizeBytes };
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
