import { randomUUID } from 'node:crypto';
import { readSync } from 'node:fs';
import { AppError, codeOf } from '../../base/errors.ts';
import { type ObjectHead, type ObjectStore, type Payload, payloadOf } from '../../objectstore/index.ts';

export interface Probe {
  readonly key: string;
  readonly payload: Payload;
  readonly head: ObjectHead;
}

/** Tidying up goes on after a signal, but not for long. */
const TIDY_TIMEOUT_MS = 10_000;

/** Pollers take no name that begins with a dot for a batch. */
export function probeKey(prefix: string): string {
  return `${prefix}.handoff-doctor-${randomUUID()}.json`;
}

export function probePayload(text: string): Payload {
  return payloadOf(new TextEncoder().encode(`{"handoff_doctor":${JSON.stringify(text)}}\n`));
}

/** Puts a small object under `prefix`, lends it to `fn` and takes it away again. */
export async function withProbe<T>(
  store: ObjectStore,
  prefix: string,
  signal: AbortSignal,
  fn: (probe: Probe) => Promise<T>,
): Promise<T> {
  const key = probeKey(prefix);
  const payload = probePayload('probe');
  try {
    await store.putIfAbsent(key, payload, {}, signal);
    const head = await store.head(key, signal);
    if (head === undefined) throw new AppError('unavailable', `find ${key} right after it was written`);
    return await fn({ key, payload, head });
  } finally {
    await removeProbe(store, key);
  }
}

/** False when it may not be deleted, and stays. */
export async function removeProbe(store: ObjectStore, key: string): Promise<boolean> {
  const signal = AbortSignal.timeout(TIDY_TIMEOUT_MS);
  try {
    const head = await store.head(key, signal);
    if (head !== undefined) await store.remove(key, head.etag, signal);
    return true;
  } catch (thrown) {
    // The check of permissions tells of it; a probe that stays harms nobody.
    if (codeOf(thrown) === 'denied') return false;
    throw thrown;
  }
}

export async function readAll(store: ObjectStore, key: string, signal: AbortSignal): Promise<Buffer> {
  const object = await store.open(key, { signal });
  try {
    if ('fd' in object.body) return readDescriptor(object.body.fd, object.head.sizeBytes);
    const chunks: Uint8Array[] = [];
    for await (const chunk of object.body.stream) chunks.push(chunk);
    return Buffer.concat(chunks);
  } finally {
    await object.close();
  }
}

function readDescriptor(fd: number, sizeBytes: number): Buffer {
  const buffer = Buffer.alloc(sizeBytes);
  return buffer.subarray(0, readSync(fd, buffer, 0, sizeBytes, 0));
}
