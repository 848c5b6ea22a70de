import { readSync } from 'node:fs';
import { AppError } from '../../base/errors.ts';

/** The bytes of one document, read synchronously from the first to the last, and again after `rewind`. */
export interface ByteSource {
  readonly sizeBytes: number;
  /** Copies the next bytes into `into` from `offset`; how many, 0 at the end. */
  read(into: Uint8Array, offset: number): number;
  /** Back to the first byte. */
  rewind(): void;
  /**
   * Copies the document's last bytes into `into` without moving; how many: `into.length`, or all there are.
   * A source without it is read twice where one look at the end would do.
   */
  readTail?(into: Uint8Array): number;
}

export function memorySource(bytes: Uint8Array): ByteSource {
  let position = 0;
  return {
    sizeBytes: bytes.length,
    read(into, offset) {
      const chunk = bytes.subarray(position, position + into.length - offset);
      into.set(chunk, offset);
      position += chunk.length;
      return chunk.length;
    },
    rewind() {
      position = 0;
    },
    readTail(into) {
      const tail = bytes.subarray(Math.max(0, bytes.length - into.length));
      into.set(tail);
      return tail.length;
    },
  };
}

/** Reads the first `sizeBytes` of an open file by position, so that `fd` can be shared. The caller closes it. */
export function fileSource(fd: number, sizeBytes: number): ByteSource {
  let position = 0;
  return {
    sizeBytes,
    read(into, offset) {
      const count = readAt(fd, into, offset, Math.min(into.length - offset, sizeBytes - position), position);
      position += count;
      return count;
    },
    rewind() {
      position = 0;
    },
    readTail(into) {
      const wanted = Math.min(into.length, sizeBytes);
      let count = 0;
      while (count < wanted) count += readAt(fd, into, count, wanted - count, sizeBytes - wanted + count);
      return count;
    },
  };
}

function readAt(fd: number, into: Uint8Array, offset: number, length: number, position: number): number {
  if (length === 0) return 0;
  const count = tryRead(fd, into, offset, length, position);
  // Not the sender's fault: calling it a truncated document would charge our environment to the file.
  if (count === 0) throw new AppError('changed', 'read a file that became shorter while it was read');
  return count;
}

function tryRead(fd: number, into: Uint8Array, offset: number, length: number, position: number): number {
  try {
    return readSync(fd, into, offset, length, position);
  } catch (cause) {
    throw new AppError('unavailable', 'read an open file', { cause });
  }
}
