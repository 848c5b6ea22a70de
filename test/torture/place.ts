import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ObjectStore, openStore, payloadOf } from '../../src/objectstore/index.ts';
import type { Delivery } from './deliveries.ts';
import type { Lent } from './servers.ts';

/** Where one round happens: a folder with the databases and the spool, and a store. */
export interface TorturePlace {
  readonly folder: string;
  /** For the processes: on S3 through the network that fails. */
  readonly env: Readonly<Record<string, string>>;
  /** For the judge: always the straight way. */
  readonly store: ObjectStore;
  readonly directory: string | undefined;
  remove(): Promise<void>;
}

const NEVER = new AbortController().signal;

export async function makePlace(round: number, lent: Lent | undefined): Promise<TorturePlace> {
  const folder = await mkdtemp(join(tmpdir(), `handoff-torture-${round}-`));
  await mkdir(join(folder, 'handoff-data'));
  const directory = lent === undefined ? join(folder, 'handoff-data', 'bucket') : undefined;
  const store = await openStore(lent?.straightUrl ?? `file:${directory}`);
  return {
    folder,
    env: { ...lent?.env, HANDOFF_STORE: lent?.stormyUrl ?? `file:${directory}` },
    store,
    directory,
    async remove() {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** False when the key is taken just now. */
export async function put(place: TorturePlace, delivery: Delivery): Promise<boolean> {
  const payload = payloadOf(delivery.body);
  const metadata = delivery.statesHash ? { sha256: delivery.sha256 } : {};
  return (await place.store.putIfAbsent(delivery.key, payload, metadata, NEVER)) === 'created';
}

export async function exists(place: TorturePlace, key: string): Promise<boolean> {
  return (await place.store.head(key, NEVER)) !== undefined;
}

export async function allKeys(place: TorturePlace): Promise<string[]> {
  const keys: string[] = [];
  for await (const page of place.store.list('', { signal: NEVER })) keys.push(...page.map(({ key }) => key));
  return keys;
}

export async function bytesOf(place: TorturePlace, key: string): Promise<Buffer> {
  const opened = await place.store.open(key, { signal: NEVER });
  try {
    const chunks: Uint8Array[] = [];
    if ('stream' in opened.body) for await (const chunk of opened.body.stream) chunks.push(chunk);
    else chunks.push(await readAll(opened.body.fd, opened.head.sizeBytes));
    return Buffer.concat(chunks);
  } finally {
    await opened.close();
  }
}

async function readAll(fd: number, sizeBytes: number): Promise<Uint8Array> {
  const { readSync } = await import('node:fs');
  const buffer = Buffer.alloc(sizeBytes);
  for (let done = 0; done < sizeBytes;) done += readSync(fd, buffer, done, sizeBytes - done, done);
  return buffer;
}
