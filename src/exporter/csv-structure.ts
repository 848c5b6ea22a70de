import { contentError } from '../base/errors.ts';
import { MAX_RECORD_BYTES } from './input-record.ts';

const QUOTE = 0x22;
const COMMA = 0x2c;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

const START = 0;
const PLAIN = 1;
const QUOTED = 2;
/** Behind a quote inside of a quoted cell: it ends the cell, or another one makes it a quote. */
const CLOSING = 3;
/** Behind a carriage return behind a closing quote: only a newline may follow. */
const RETURNED = 4;

/**
 * Whether quotes in a CSV document stand where RFC 4180 lets them. Where one does not, no later record can be told
 * from the next, so this is asked of the whole document before anything of it is published.
 */
export class CsvStructure {
  #state = START;
  #line = 1;
  #offset = 0;
  #recordStart = 0;

  /** The next bytes, without a byte order mark at the document's start. Throws `content`. */
  see(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] as number;
      if (byte === NEWLINE) this.#newline(at);
      else this.#state = this.#next(byte, at);
    }
    this.#offset += chunk.length;
    if (this.#offset - this.#recordStart > MAX_RECORD_BYTES) this.#tooLarge();
  }

  finish(): void {
    if (this.#state === QUOTED) this.#fail(0, 'has a quote that is never closed');
    if (this.#state === RETURNED) this.#fail(0, 'goes on after the closing quote of a cell');
  }

  #newline(at: number): void {
    this.#line += 1;
    if (this.#state === QUOTED) return;
    if (this.#offset + at - this.#recordStart > MAX_RECORD_BYTES) this.#tooLarge();
    this.#recordStart = this.#offset + at + 1;
    this.#state = START;
  }

  #next(byte: number, at: number): number {
    if (this.#state === QUOTED) return byte === QUOTE ? CLOSING : QUOTED;
    if (this.#state === PLAIN)
      return byte === QUOTE
        ? this.#fail(at, 'has a quote inside of a cell that is not quoted')
        : byte === COMMA
          ? START
          : PLAIN;
    if (this.#state === START) return byte === QUOTE ? QUOTED : byte === COMMA ? START : PLAIN;
    if (this.#state === CLOSING && byte === QUOTE) return QUOTED;
    if (this.#state === CLOSING && byte === COMMA) return START;
    if (this.#state === CLOSING && byte === RETURN) return RETURNED;
    return this.#fail(at, 'goes on after the closing quote of a cell');
  }

  #fail(at: number, what: string): never {
    throw contentError('SCHEMA_INVALID', '', `line ${this.#line}, byte ${this.#offset + at}, ${what}`);
  }

  #tooLarge(): never {
    throw contentError('TOO_LARGE', '', `line ${this.#line} ends a record of more than ${MAX_RECORD_BYTES} bytes`);
  }
}
