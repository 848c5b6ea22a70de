import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { openStore, payloadOf } from '../../../src/objectstore/index.ts';
import type { Metadata, ObjectStore } from '../../../src/objectstore/index.ts';
import { ageFile, filesUnder } from '../place.ts';
import type { CrashPlace } from './place.ts';

const TIMEOUT_MS = 30_000;

export function bucketOf({ folder }: CrashPlace): string {
  return join(folder, 'handoff-data', 'bucket');
}

/** The store of a place, as the program would open it. */
export async function withStore<T>(place: CrashPlace, fn: (store: ObjectStore) => Promise<T>): Promise<T> {
  const store = await openStore(place.env['HANDOFF_STORE'] ?? `file:${bucketOf(place)}`);
  try {
    return await fn(store);
  } finally {
    await store.close();
  }
}

/** Puts an object as our exporter does; without metadata, as a stranger does who knows nothing of us. */
export async function deliver(place: CrashPlace, key: string, body: string, metadata?: Metadata): Promise<void> {
  if (metadata === undefined && place.env['HANDOFF_STORE'] === undefined) {
    const path = join(bucketOf(place), key);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, body);
    ageFile(path);
    return;
  }
  await withStore(place, (store) =>
    store.putIfAbsent(key, payloadOf(Buffer.from(body)), metadata ?? {}, AbortSignal.timeout(TIMEOUT_MS)),
  );
}

/** All objects, keys to the SHA-256 of what is stored (never of what the metadata says). */
export async function objectsIn(place: CrashPlace): Promise<Map<string, string>> {
  return withStore(place, async (store) => {
    const found = new Map<string, string>();
    for (const [key, bytes] of await contentsOf(store)) found.set(key, sha256(bytes));
    return found;
  });
}

/** Copies everything into the store of another place, metadata included. */
export async function copyObjects(from: CrashPlace, to: CrashPlace): Promise<void> {
  await withStore(from, (source) =>
    withStore(to, async (destination) => {
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      const copies = [...(await contentsOf(source))].map(async ([key, bytes]) => {
        const head = await source.head(key, signal);
        await destination.putIfAbsent(key, payloadOf(bytes), head?.metadata ?? {}, signal);
      });
      await Promise.all(copies);
    }),
  );
}

async function contentsOf(store: ObjectStore): Promise<Map<string, Buffer>> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const keys: string[] = [];
  for await (const page of store.list('', { signal })) keys.push(...page.map(({ key }) => key));
  const bodies = await Promise.all(keys.map(async (key) => [key, await bytesOf(store, key, signal)] as const));
  return new Map(bodies);
}

export async function bytesOf(store: ObjectStore, key: string, signal: AbortSignal): Promise<Buffer> {
  const opened = await store.open(key, { signal });
  try {
    const { body } = opened;
    return await buffer('fd' in body ? createReadStream('', { fd: body.fd, start: 0, autoClose: false }) : body.stream);
  } finally {
    await opened.close();
  }
}

export function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Names in a directory store that belong to no object: temporary files, and metadata that waits or is left over. */
export function strayNames(place: CrashPlace): string[] {
  const bucket = bucketOf(place);
  const temporary = filesUnder(join(bucket, '.tmp')).map((name) => `.tmp/${name}`);
  const orphans = filesUnder(join(bucket, '.meta')).filter((key) => !existsSync(join(bucket, key)));
  return [...temporary, ...orphans.map((key) => `.meta/${key}`)];
}
