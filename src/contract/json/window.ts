import { contentError } from '../../base/errors.ts';
import type { ByteSource } from './byte-source.ts';

export interface WindowOptions {
  readonly windowBytes: number;
  readonly maxDocumentBytes: number;
  readonly onBytes: ((chunk: Uint8Array) => void) | undefined;
}

/**
 * A reused buffer that slides over a document. `bytes[pos..end)` is read and not yet consumed. Whoever
 * consumes moves `pos`; what lies before it is lost at the next `more` or `ensure`. Reading always goes on
 * until the buffer is full, so nothing depends on how many bytes a source gives at once.
 */
export class Window {
  bytes: Buffer;
  pos = 0;
  end = 0;
  /** The document's offset of `bytes[0]`. */
  base = 0;
  /** `bytes[end]` would be behind the document's last byte. */
  atEnd = false;
  readonly #source: ByteSource;
  readonly #options: WindowOptions;
  /** The bytes before this offset were handed to `onBytes`. */
  #delivered = 0;

  constructor(source: ByteSource, options: WindowOptions) {
    this.#source = source;
    this.#options = options;
    // One byte to spare: a document that fits is known to have ended without a second look.
    const wanted = Math.min(options.windowBytes, source.sizeBytes + 1);
    this.bytes = Buffer.allocUnsafeSlow(Math.max(wanted, 16));
  }

  get offset(): number {
    return this.base + this.pos;
  }

  get holdsWholeDocument(): boolean {
    return this.base === 0 && this.atEnd;
  }

  /** At least one byte more, in a larger buffer if it must be; false at the document's end. */
  more(): boolean {
    if (this.atEnd) return false;
    this.#slide();
    if (this.end === this.bytes.length) this.#grow();
    return this.#fill() > 0;
  }

  /** `count` bytes from `pos` on, if the buffer holds so many and the document has them. */
  ensure(count: number): void {
    if (this.end - this.pos >= count || this.atEnd) return;
    this.#slide();
    this.#fill();
  }

  /** Skips white space. The byte there, not consumed; -1 at the document's end. */
  peek(): number {
    do {
      const { bytes, end } = this;
      let at = this.pos;
      for (; at < end; at++) {
        const byte = bytes[at] as number;
        if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) {
          this.pos = at;
          return byte;
        }
      }
      this.pos = at;
    } while (this.more());
    return -1;
  }

  /** Back to the first byte; `onBytes` does not see again what it saw. */
  rewind(): void {
    this.#source.rewind();
    this.pos = 0;
    this.end = 0;
    this.base = 0;
    this.atEnd = false;
  }

  /** Reads on to the end of the source for `onBytes` alone, whatever was wrong with the document. */
  drain(): void {
    do {
      this.base += this.end;
      this.pos = 0;
      this.end = 0;
    } while (this.#read() > 0);
    this.atEnd = true;
  }

  #slide(): void {
    if (this.pos === 0) return;
    this.bytes.copyWithin(0, this.pos, this.end);
    this.base += this.pos;
    this.end -= this.pos;
    this.pos = 0;
  }

  #grow(): void {
    const larger = Buffer.allocUnsafeSlow(this.bytes.length * 2);
    larger.set(this.bytes);
    this.bytes = larger;
  }

  #fill(): number {
    let count = 0;
    while (this.end < this.bytes.length) {
      const chunk = this.#read();
      if (chunk === 0) {
        this.atEnd = true;
        break;
      }
      if (this.base + this.end > this.#options.maxDocumentBytes) {
        throw contentError('TOO_LARGE', '', `must not be over ${this.#options.maxDocumentBytes} bytes`);
      }
      count += chunk;
    }
    return count;
  }

  #read(): number {
    const count = this.#source.read(this.bytes, this.end);
    const fresh = Math.max(this.#delivered - this.base, this.end);
    this.end += count;
    if (this.end > fresh) {
      this.#options.onBytes?.(this.bytes.subarray(fresh, this.end));
      this.#delivered = this.base + this.end;
    }
    return count;
  }
}
