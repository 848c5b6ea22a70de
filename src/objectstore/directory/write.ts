import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { constants, unlinkSync } from 'node:fs';
import { AppError } from '../../base/errors.ts';
import type { Payload } from '../port.ts';
import { unlessErrno } from './errno.ts';

const COPY_BYTES = 1024 * 1024;
export const READ_FILE = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** A new file, its bytes on the disk when this returns. The name is the caller's to sync. */
export async function writeFileDurably(path: string, bytes: Uint8Array): Promise<void> {
  await using file = await open(path, 'wx');
  await file.writeFile(bytes);
  await file.sync();
}

/** Takes the file's name away if it is still there. A plain unlink: `rmSync` looks twice before it does the same. */
export function removeFile(path: string): void {
  unlessErrno(['ENOENT'], () => unlinkSync(path));
}

/** As above for a payload; refuses bytes that are not the ones the payload was made of. */
export async function writePayload(path: string, payload: Payload, signal: AbortSignal): Promise<void> {
  if ('memory' in payload.bytes) {
    requireHash(createHash('sha256').update(payload.bytes.memory).digest('hex'), payload.sha256, path);
    return writeFileDurably(path, payload.bytes.memory);
  }
  await using source = await open(payload.bytes.path, constants.O_RDONLY);
  requireHash(await copyDurably(source, path, signal), payload.sha256, path);
}

/** Copies to a new file, reads the copy back from the file and proves that it holds what was read from the source. */
export async function copyProven(source: FileHandle, path: string, signal: AbortSignal): Promise<string> {
  const sha256 = await copyDurably(source, path, signal);
  await using copy = await open(path, READ_FILE);
  requireHash(await hashFile(copy, signal), sha256, path);
  return sha256;
}

function requireHash(actual: string, expected: string, path: string): void {
  if (actual !== expected)
    throw new AppError('unavailable', `write ${path}: the bytes are not the ones that were hashed`);
}

async function copyDurably(source: FileHandle, path: string, signal: AbortSignal): Promise<string> {
  await using copy = await open(path, 'wx');
  const hash = createHash('sha256');
  for await (const chunk of chunksOf(source, signal)) {
    hash.update(chunk);
    await copy.writeFile(chunk);
  }
  await copy.sync();
  return hash.digest('hex');
}

async function hashFile(file: FileHandle, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of chunksOf(file, signal)) hash.update(chunk);
  return hash.digest('hex');
}

/** One buffer is used again and again: take what you need of a chunk before asking for the next. */
async function* chunksOf(file: FileHandle, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.allocUnsafe(COPY_BYTES);
  for (let position = 0; ;) {
    signal.throwIfAborted();
    const { bytesRead } = await file.read(buffer, 0, COPY_BYTES, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
