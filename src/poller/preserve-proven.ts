import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { AppError, classOf } from '../base/errors.ts';
import type { Metadata, Payload } from '../objectstore/port.ts';
import type { PollerDeps } from './context.ts';
import { type FetchedFile, fetchFile } from './fetch-file.ts';
import type { FileRow } from './file-table.ts';

/**
 * Makes the file's destination hold exactly the bytes with `file.sha256`, or finds that it does already. False when the
 * destination holds other bytes: nothing was touched then. Throws `changed` and `not_found` when the source no longer is
 * what was verified, and errors of the environment. Safe to repeat.
 */
export async function preserveProven(
  deps: PollerDeps,
  file: FileRow,
  fetched: FetchedFile | undefined,
  metadata: Metadata,
): Promise<boolean> {
  if (fetched !== undefined) return unlessProven(deps, file, () => preserveTrusted(deps, file, fetched, metadata));
  // After a crash: the copy may have been made already, and the source may even be gone.
  if (await isProven(deps, file)) return true;
  return unlessProven(deps, file, () => preserveAgain(deps, file, metadata));
}

/** Another worker may have made the copy and removed the source between two looks: the copy counts then. */
async function unlessProven(deps: PollerDeps, file: FileRow, attempt: () => Promise<boolean>): Promise<boolean> {
  try {
    return await attempt();
  } catch (thrown) {
    const kind = classOf(thrown);
    if ((kind === 'changed' || kind === 'gone') && (await isProven(deps, file))) return true;
    throw thrown;
  }
}

async function preserveTrusted(
  deps: PollerDeps,
  file: FileRow,
  fetched: FetchedFile,
  metadata: Metadata,
): Promise<boolean> {
  return preserve(deps, file, await trustedPayload(file, fetched), { ...evidenceOf(fetched.metadata), ...metadata });
}

async function preserveAgain(deps: PollerDeps, file: FileRow, metadata: Metadata): Promise<boolean> {
  const again = await fetchFile(deps, file);
  try {
    const payload = await comparedPayload(file, again);
    return await preserve(deps, file, payload, { ...evidenceOf(again.metadata), ...metadata });
  } finally {
    await again.close();
  }
}

async function preserve(
  deps: PollerDeps,
  file: FileRow,
  payload: Payload | undefined,
  metadata: Metadata,
): Promise<boolean> {
  const destination = destinationOf(file);
  const stated = payload === undefined ? metadata : { ...metadata, sha256: payload.sha256 };
  const kept = await deps.store.preserve(file, destination, payload, stated, deps.signal);
  return kept === 'created' || isProven(deps, file);
}

/** The destination is there, with the same size and hash. Without a stated hash its bytes are read. */
async function isProven(deps: PollerDeps, file: FileRow): Promise<boolean> {
  const key = destinationOf(file);
  const head = await deps.store.head(key, deps.signal);
  if (head === undefined || head.sizeBytes !== file.size) return false;
  if (file.sha256 === null) return true;
  if (head.metadata['sha256'] !== undefined) return head.metadata['sha256'] === file.sha256;
  const copy = await fetchFile(deps, { id: file.id, key, etag: head.etag, size: head.sizeBytes });
  try {
    return (await digest(copy)).sha256 === file.sha256;
  } finally {
    await copy.close();
  }
}

/** The bytes that this run verified are still in hand: their hashes are those of the row. */
async function trustedPayload(file: FileRow, fetched: FetchedFile): Promise<Payload | undefined> {
  if (fetched.bytes === undefined) return undefined;
  if (file.sha256 === null || file.md5 === null) return comparedPayload(file, fetched);
  return { sizeBytes: file.size, sha256: file.sha256, md5: file.md5, bytes: fetched.bytes };
}

/** The bytes were read again: they must still be the ones that were judged. */
async function comparedPayload(file: FileRow, fetched: FetchedFile): Promise<Payload | undefined> {
  // A folder's file is linked, not copied, and was opened by the inode, size and time that it had when it was judged.
  if (fetched.bytes === undefined) return undefined;
  const found = await digest(fetched);
  if (file.sha256 !== null && found.sha256 !== file.sha256) {
    // What the store states is what was judged: these bytes were hurt on their way here, and a later read brings them whole.
    const hurt = fetched.metadata['sha256'] === file.sha256 || (fetched.statedMd5 ?? '') === file.md5;
    const attempted = `move ${file.key}: its bytes are no longer those that were judged`;
    throw new AppError(hurt ? 'unavailable' : 'changed', attempted);
  }
  return { sizeBytes: file.size, ...found, bytes: fetched.bytes };
}

export async function digest(fetched: FetchedFile): Promise<{ sha256: string; md5: string }> {
  const sha256 = createHash('sha256');
  const md5 = createHash('md5');
  for await (const chunk of chunksOf(fetched)) {
    sha256.update(chunk);
    md5.update(chunk);
  }
  return { sha256: sha256.digest('hex'), md5: md5.digest('base64') };
}

function chunksOf({ bytes, source }: FetchedFile): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  if (bytes !== undefined && 'memory' in bytes) return [bytes.memory];
  if ('fd' in source)
    return createReadStream('', { fd: source.fd, start: 0, autoClose: false }) as AsyncIterable<Uint8Array>;
  return [source.bytes];
}

function destinationOf(file: FileRow): string {
  if (file.destination === null) throw new AppError('internal', `move ${file.key}: it has no destination`);
  return file.destination;
}

/** What a producer says of its batch. A stranger may have put anything beside it, and more than a store takes twice. */
const EVIDENCE = ['batch-id', 'contract', 'revision', 'target', 'statement'];
const MAX_EVIDENCE_CHARACTERS = 1_900;

function evidenceOf(metadata: Metadata): Metadata {
  // What every store gives back as it got it; a store refuses the rest, and the copy would never be made.
  const printable = /^[!-~](?:[ -~]*[!-~])?$/;
  const kept = Object.entries(metadata).filter(([name, value]) => EVIDENCE.includes(name) && printable.test(value));
  const characters = kept.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  return characters > MAX_EVIDENCE_CHARACTERS ? {} : Object.fromEntries(kept);
}
