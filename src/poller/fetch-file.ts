import { createWriteStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError, type ErrorCode } from '../base/errors.ts';
import type { Metadata, OpenObject, Payload } from '../objectstore/port.ts';
import type { PollerDeps } from './context.ts';
import type { FileRow } from './file-table.ts';
import { spoolPath } from './spool.ts';
import type { VerifySource } from './verify-job.ts';

/** Larger than this and a remote object is spooled to disk instead of being held in memory. */
export const SPOOL_BYTES = 8 * 1024 * 1024;
/** The largest file that is worked. */
export const MAX_FILE_BYTES = 4 * 1024 * 1024 * 1024;

/** A file's bytes at hand: where to read them, and what is needed to put the very same ones elsewhere. */
export interface FetchedFile {
  readonly source: VerifySource;
  readonly metadata: Metadata;
  /** Base64, where the store states one. */
  readonly statedMd5?: string | undefined;
  /** Undefined in a directory store, which links instead of copying. */
  readonly bytes: Payload['bytes'] | undefined;
  /** Closes descriptors; what was spooled goes too. */
  close(): Promise<void>;
}

/** Judged by its size alone; undefined when it must be read. */
export function verdictBySize(sizeBytes: number): 'EMPTY_FILE' | 'TOO_LARGE' | undefined {
  if (sizeBytes === 0) return 'EMPTY_FILE';
  if (sizeBytes > MAX_FILE_BYTES) return 'TOO_LARGE';
  return undefined;
}

/** Step 1: opens the very object that was observed. Throws `changed` when it is another one by now, `not_found`. */
export async function fetchFile(
  deps: PollerDeps,
  file: Pick<FileRow, 'id' | 'key' | 'etag' | 'size'>,
): Promise<FetchedFile> {
  const opened = await deps.store.open(file.key, { signal: deps.signal, etag: file.etag });
  const { head, body } = opened;
  if (head.sizeBytes !== file.size) {
    await opened.close();
    throw new AppError('changed', `read ${file.key}: it has ${head.sizeBytes} bytes, was listed with ${file.size}`);
  }
  if ('fd' in body) {
    const source = { fd: body.fd, sizeBytes: head.sizeBytes };
    return { source, metadata: head.metadata, bytes: undefined, close: () => opened.close() };
  }
  return head.sizeBytes > SPOOL_BYTES ? spool(deps, file, opened, body.stream) : hold(file, opened, body.stream);
}

async function hold(
  file: { readonly key: string },
  opened: OpenObject,
  stream: AsyncIterable<Uint8Array>,
): Promise<FetchedFile> {
  const memory = new Uint8Array(opened.head.sizeBytes);
  let length = 0;
  try {
    for await (const chunk of stream) {
      if (length + chunk.length > memory.length)
        throw new AppError('unavailable', `read ${file.key}: more bytes than announced`);
      memory.set(chunk, length);
      length += chunk.length;
    }
  } finally {
    await opened.close();
  }
  if (length !== memory.length)
    throw new AppError('unavailable', `read ${file.key}: ${length} of ${memory.length} bytes came`);
  const { metadata, md5 } = opened.head;
  return { source: { bytes: memory }, metadata, statedMd5: md5, bytes: { memory }, close: async () => {} };
}

async function spool(
  deps: PollerDeps,
  file: Pick<FileRow, 'id' | 'key'>,
  opened: OpenObject,
  stream: AsyncIterable<Uint8Array>,
): Promise<FetchedFile> {
  let path = deps.spoolFolder;
  const close = (): Promise<void> => rm(path, { force: true });
  try {
    path = await spoolPath(deps.spoolFolder, file.id);
    await pipeline(Readable.from(stream, { objectMode: false }), createWriteStream(path, { mode: 0o600 }), {
      signal: deps.signal,
    });
    const handle = await open(path, 'r');
    const { size } = await handle.stat();
    if (size !== opened.head.sizeBytes) {
      await handle.close();
      throw new AppError('unavailable', `read ${file.key}: ${size} of ${opened.head.sizeBytes} bytes came`);
    }
    return {
      source: { fd: handle.fd, sizeBytes: size },
      metadata: opened.head.metadata,
      statedMd5: opened.head.md5,
      bytes: { path },
      close: async () => {
        await handle.close();
        await close();
      },
    };
  } catch (thrown) {
    if (path !== deps.spoolFolder) await close();
    // The signal first: a download that we cut off ourselves says nothing about the file.
    deps.signal.throwIfAborted();
    throw spoolError(thrown, path);
  } finally {
    await opened.close();
  }
}

/** What went wrong with the spool's own disk; errors of the store come through as they are. */
const SPOOL_ERRORS: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'read_only',
  ENOENT: 'misconfigured',
  ENOTDIR: 'misconfigured',
};

function spoolError(thrown: unknown, path: string): unknown {
  if (thrown instanceof AppError) return thrown;
  const errno = (thrown as NodeJS.ErrnoException).code;
  if (errno === undefined) return thrown;
  return new AppError(SPOOL_ERRORS[errno] ?? 'unavailable', `spool to ${path}`, {
    cause: thrown,
    hint: 'free space there and make it writable, or name another folder as "spool" in the configuration',
  });
}
