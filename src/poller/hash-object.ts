import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Metadata, ObjectStore, OpenObject } from '../objectstore/port.ts';

const READ_BYTES = 256 * 1024;

export interface HashedObject {
  /** Hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  readonly metadata: Metadata;
}

/** Reads an object once, as a stream, and keeps nothing of it. Throws `not_found`. */
export async function hashObject(store: ObjectStore, key: string, signal: AbortSignal): Promise<HashedObject> {
  const opened = await store.open(key, { signal });
  try {
    const sha256 = createHash('sha256');
    let bytes = 0;
    for await (const chunk of chunksOf(opened)) {
      signal.throwIfAborted();
      sha256.update(chunk);
      bytes += chunk.length;
    }
    return { sha256: sha256.digest('hex'), bytes, metadata: opened.head.metadata };
  } finally {
    await opened.close();
  }
}

function chunksOf({ body }: OpenObject): AsyncIterable<Uint8Array> {
  if ('stream' in body) return body.stream;
  return createReadStream('', {
    fd: body.fd,
    start: 0,
    autoClose: false,
    highWaterMark: READ_BYTES,
  }) as AsyncIterable<Uint8Array>;
}
