import { contentError } from '../../base/errors.ts';
import { pointerTo } from '../json-pointer.ts';
import { ElementReader } from './element-reader.ts';
import type { JsonLimits, ReadTuning } from './limits.ts';
import { refusal, unexpected, ValueReader } from './value-reader.ts';
import type { Window } from './window.ts';

export interface EnvelopeOptions {
  readonly limits: JsonLimits;
  readonly tuning: ReadTuning;
}

const RECORDS = 'records';

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/**
 * One walk over a document, from its first byte to its last: the members before `records`, its elements, the
 * members after. Everything is checked when the walk is at its end, and not before.
 */
export class EnvelopeReader {
  /** The members read so far, without `records` if that is an array. */
  readonly header: Record<string, unknown> = {};
  readonly #window: Window;
  readonly #options: EnvelopeOptions;
  readonly #values: ValueReader;
  readonly #keys = new Set<string>();
  #elements: ElementReader | undefined;
  #recordsOffset = 0;
  /** The header must not go beyond this offset. It grows by the size of `records`, which is not header. */
  #headerEnd: number;

  constructor(window: Window, options: EnvelopeOptions) {
    this.#window = window;
    this.#options = options;
    this.#values = new ValueReader(window, options.limits.maxDepth);
    this.#headerEnd = options.limits.maxHeaderBytes;
  }

  /** To the first element of `records`; false when there is no such array and the document has been read. */
  toRecords(): boolean {
    const first = this.#peek();
    if (first !== OPEN_OBJECT) return this.#refuseOther(first);
    this.#window.pos++;
    if (this.#peek() === CLOSE_OBJECT) return this.#toEnd();
    return this.#member() || this.#moreMembers();
  }

  /** The next elements; undefined when the document has been read. */
  nextGroup(): readonly unknown[] | undefined {
    if (this.#elements === undefined) return undefined;
    const group = this.#elements.nextGroup();
    if (group !== undefined) return group.values;
    this.#leaveArray();
    this.#moreMembers();
    return undefined;
  }

  #moreMembers(): boolean {
    for (;;) {
      const byte = this.#peek();
      if (byte === CLOSE_OBJECT) return this.#toEnd();
      this.#expect(COMMA);
      if (this.#member()) return true;
    }
  }

  /** True when the member is the array that we are looking for: its bracket is consumed, its elements are not. */
  #member(): boolean {
    const key = this.#key();
    this.#expect(COLON);
    if (key === RECORDS && this.#peek() === OPEN_ARRAY) {
      this.#enterArray(`/${RECORDS}`, this.#options.limits.maxDepth - 2);
      return true;
    }
    const value = this.#headerValue(pointerTo('', key), this.#options.limits.maxDepth - 1);
    // Assigning to `__proto__` would set the prototype.
    Object.defineProperty(this.header, key, { value, enumerable: true, configurable: true, writable: true });
    return false;
  }

  #key(): string {
    if (this.#peek() !== QUOTE) throw refusal(unexpected(this.#window), '');
    const key = this.#headerValue('', 0) as string;
    if (this.#keys.has(key)) {
      throw contentError('DUPLICATE_KEY', pointerTo('', key), 'must not name a key twice in one object');
    }
    this.#keys.add(key);
    return key;
  }

  #headerValue(pointer: string, levels: number): unknown {
    this.#peek();
    const tooLarge = this.#tooLarge();
    return this.#values.read({ pointer: () => pointer, levels, endOffset: this.#headerEnd, tooLarge });
  }

  #expect(wanted: number): void {
    if (this.#peek() !== wanted) throw refusal(unexpected(this.#window), '');
    this.#window.pos++;
  }

  #enterArray(pointer: string, levels: number): void {
    this.#recordsOffset = this.#window.offset;
    this.#window.pos++;
    this.#elements = new ElementReader(this.#window, this.#values, { ...this.#options, pointer, levels, spans: false });
  }

  #leaveArray(): void {
    this.#headerEnd += this.#window.offset - this.#recordsOffset;
    this.#elements = undefined;
  }

  /** The next byte of the header that is not white space, not consumed; -1 at the end. */
  #peek(): number {
    const byte = this.#window.peek();
    if (this.#window.offset > this.#headerEnd) throw contentError('TOO_LARGE', '', this.#tooLarge());
    return byte;
  }

  #tooLarge(): string {
    return `must not have over ${this.#options.limits.maxHeaderBytes} bytes outside of records`;
  }

  #toEnd(): false {
    this.#window.pos++;
    this.#endDocument();
    return false;
  }

  #endDocument(): void {
    if (this.#peek() !== -1) throw refusal(unexpected(this.#window), '');
  }

  /** Whatever is not an object is read to its end too: what it is refused for is the worst thing about it. */
  #refuseOther(first: number): never {
    const { maxDepth } = this.#options.limits;
    if (first === OPEN_ARRAY) {
      this.#enterArray('', maxDepth - 1);
      while (this.#elements?.nextGroup() !== undefined);
      this.#leaveArray();
    } else {
      this.#headerValue('', maxDepth);
    }
    this.#endDocument();
    throw contentError('ENVELOPE_INVALID', '', 'the document must be an object');
  }
}
