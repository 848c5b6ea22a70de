import { readSync } from 'node:fs';
import { codeOf } from '../base/errors.ts';
import { eachConcurrently } from '../base/each-concurrently.ts';
import type { ObjectStore, OpenObject } from '../objectstore/port.ts';
import { anchorFolder } from './checkpoint.ts';
import { MAX_NOTE_BYTES } from './signed-note.ts';

/** A note as it was found somewhere: in the store, or in a file that somebody else kept. */
export interface FoundNote {
  /** For messages: the key or the path. */
  readonly where: string;
  /** At most one byte more than a note may have: enough to refuse it. */
  readonly bytes: Uint8Array;
}

const ENOUGH_BYTES = MAX_NOTE_BYTES + 1;
const READS_IN_FLIGHT = 16;
/** At one every half minute, a year of them. Beyond it somebody is flooding the folder. */
const MAX_ANCHORS = 1_100_000;

/** `complete` is false when there are more than could be read. Throws errors of the store. */
export async function readAnchors(
  store: ObjectStore,
  system: string,
  see: (found: FoundNote) => void,
  signal: AbortSignal,
): Promise<{ complete: boolean }> {
  let listed = 0;
  for await (const page of store.list(anchorFolder(system), { signal })) {
    listed += page.length;
    if (listed > MAX_ANCHORS) return { complete: false };
    await eachConcurrently(page, READS_IN_FLIGHT, async ({ key, sizeBytes }) => {
      const bytes = sizeBytes > MAX_NOTE_BYTES ? TOO_MUCH : await readListed(store, key, signal);
      if (bytes !== undefined) see({ where: key, bytes });
    });
  }
  return { complete: true };
}

const TOO_MUCH = new Uint8Array(ENOUGH_BYTES);

/** An object that cannot be read as an object is a note of no bytes: what a stranger put there ends no verification. */
async function readListed(store: ObjectStore, key: string, signal: AbortSignal): Promise<Uint8Array | undefined> {
  try {
    return await readAnchor(store, key, signal);
  } catch (thrown) {
    if (!['corrupt', 'changed'].includes(codeOf(thrown))) throw thrown;
    return new Uint8Array();
  }
}

/** The object's first bytes, more than enough for a note; undefined when there is none. Throws errors of the store. */
export async function readAnchor(
  store: ObjectStore,
  key: string,
  signal: AbortSignal,
): Promise<Uint8Array | undefined> {
  let object: OpenObject;
  try {
    object = await store.open(key, { signal });
  } catch (thrown) {
    if (codeOf(thrown) === 'not_found') return undefined;
    throw thrown;
  }
  try {
    return 'fd' in object.body ? startOfFile(object.body.fd) : await startOfStream(object.body.stream);
  } finally {
    await object.close();
  }
}

function startOfFile(fd: number): Uint8Array {
  const buffer = Buffer.alloc(ENOUGH_BYTES);
  return buffer.subarray(0, readSync(fd, buffer, 0, ENOUGH_BYTES, 0));
}

async function startOfStream(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= ENOUGH_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, ENOUGH_BYTES);
}
