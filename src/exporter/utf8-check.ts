import { isUtf8 } from 'node:buffer';
import { type AppError, contentError } from '../base/errors.ts';
import { MAX_SEQUENCE_BYTES, sequenceLength } from '../contract/json/utf8.ts';

/** Whether a document that comes in chunks is UTF-8. Throws `content`, naming the offset of the first byte that is not. */
export class Utf8Check {
  /** The start of a sequence that the last chunk cut. */
  #carry: Uint8Array = new Uint8Array(0);
  #offset = 0;

  see(chunk: Uint8Array): void {
    const bytes = this.#carry.length === 0 ? chunk : Buffer.concat([this.#carry, chunk]);
    const whole = bytes.length - cutBytes(bytes);
    if (!isUtf8(bytes.subarray(0, whole))) throw invalidAt(this.#offset + firstInvalid(bytes, whole));
    this.#offset += whole;
    this.#carry = Uint8Array.from(bytes.subarray(whole));
  }

  finish(): void {
    if (this.#carry.length > 0) throw invalidAt(this.#offset);
  }
}

/** How many bytes at the end start a sequence that is not finished there. */
function cutBytes(bytes: Uint8Array): number {
  for (let back = 1; back < MAX_SEQUENCE_BYTES && back <= bytes.length; back++) {
    const at = bytes.length - back;
    if (((bytes[at] as number) & 0xc0) === 0x80) continue;
    return sequenceLength(bytes, at, bytes.length) > back ? back : 0;
  }
  return 0;
}

function firstInvalid(bytes: Uint8Array, end: number): number {
  let at = 0;
  for (let length = sequenceLength(bytes, 0, end); at < end && length > 0; length = sequenceLength(bytes, at, end))
    at += length;
  return at;
}

function invalidAt(offset: number): AppError {
  return contentError('ENCODING_INVALID', '', `byte ${offset} is not UTF-8`);
}
