import type { JsonLimits, ReadTuning } from './limits.ts';
import { parseSlice } from './slice-parser.ts';
import { StrictValue } from './strict-value.ts';
import { refusal, unexpected, type ValueReader } from './value-reader.ts';
import type { Window } from './window.ts';

export interface ElementOptions {
  readonly limits: JsonLimits;
  readonly tuning: ReadTuning;
  /** The array's own pointer. */
  readonly pointer: string;
  /** How many levels of objects and arrays an element may have. */
  readonly levels: number;
  /** Tell where each element starts and ends. */
  readonly spans: boolean;
}

export interface Group {
  readonly values: readonly unknown[];
  /** Offsets in the document: start and end of the first, start and end of the second, …; empty unless asked for. */
  readonly spans: readonly number[];
}

const COMMA = 0x2c;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** A cut is looked for in so many groups' bytes; then it is the exact scanner's turn. */
const CUT_SPAN_GROUPS = 4;

/**
 * The elements of an array, a group at a time, from behind its opening bracket to behind its closing one. Most
 * groups are cut where `},{` stands, by guess, and proven by parsing; where the guess or the proof fails, elements
 * are read one by one by the exact scanner, which alone decides what is refused and why.
 */
export class ElementReader {
  readonly #window: Window;
  readonly #values: ValueReader;
  readonly #options: ElementOptions;
  readonly #strict = new StrictValue();
  #count = 0;
  #closed = false;

  constructor(window: Window, values: ValueReader, options: ElementOptions) {
    this.#window = window;
    this.#values = values;
    this.#options = options;
  }

  /** Undefined when the array is closed. */
  nextGroup(): Group | undefined {
    if (!this.#toElement()) return undefined;
    return this.#guessGroup() ?? this.#exactGroup();
  }

  /** To the next element's first byte; false behind the closing bracket. */
  #toElement(): boolean {
    const window = this.#window;
    if (this.#closed) return false;
    const byte = window.peek();
    if (byte === CLOSE_ARRAY) {
      window.pos++;
      this.#closed = true;
      return false;
    }
    if (this.#count === 0) return true;
    if (byte !== COMMA) throw refusal(unexpected(window), this.#options.pointer);
    window.pos++;
    window.peek();
    return true;
  }

  #guessGroup(): Group | undefined {
    const window = this.#window;
    const { limits, tuning, levels, spans } = this.#options;
    const reach = tuning.groupBytes * CUT_SPAN_GROUPS;
    window.ensure(reach);
    const from = Math.min(window.pos + tuning.groupBytes, window.end);
    const to = Math.min(window.pos + reach, window.end);
    const cut = nextCut(window.bytes, from, to) ?? (window.atEnd && to === window.end ? lastCut(window) : undefined);
    if (cut === undefined || cut - window.pos > limits.maxRecordBytes) return undefined;
    const values = parseSlice(window.bytes, window.pos, cut, { strict: this.#strict, levels });
    if (values === undefined) return undefined;
    const found = spans ? spansOf(window, cut, values) : [];
    if (found === undefined) return undefined;
    window.pos = cut;
    this.#count += values.length;
    return { values, spans: found };
  }

  #exactGroup(): Group {
    const window = this.#window;
    const values: unknown[] = [];
    const spans: number[] = [];
    const endOffset = window.offset + this.#options.tuning.groupBytes;
    do {
      const start = window.offset;
      values.push(this.#values.read(this.#place(start)));
      if (this.#options.spans) spans.push(start, window.offset);
      this.#count++;
    } while (window.offset < endOffset && this.#toElement());
    return { values, spans };
  }

  #place(start: number) {
    const { limits, pointer, levels } = this.#options;
    return {
      pointer: () => `${pointer}/${this.#count}`,
      levels,
      endOffset: start + limits.maxRecordBytes,
      tooLarge: `must not be over ${limits.maxRecordBytes} bytes`,
    };
  }
}

/** Behind the first `}` from `from` on that is followed by `,` and `{`, with or without white space around. */
function nextCut(bytes: Buffer, from: number, to: number): number | undefined {
  const view = bytes.subarray(from, to);
  for (let at = view.indexOf(CLOSE_OBJECT); at !== -1; at = view.indexOf(CLOSE_OBJECT, at + 1)) {
    const comma = skipSpace(view, at + 1);
    if (view[comma] === COMMA && view[skipSpace(view, comma + 1)] === OPEN_OBJECT) return from + at + 1;
  }
  return undefined;
}

/** Behind the `}` before the document's last `]`: the end of the last record, if nothing with arrays follows. */
function lastCut(window: Window): number | undefined {
  const view = window.bytes.subarray(window.pos, window.end);
  let at = view.lastIndexOf(CLOSE_ARRAY) - 1;
  while (at > 0 && isSpace(view[at])) at--;
  return at > 0 && view[at] === CLOSE_OBJECT ? window.pos + at + 1 : undefined;
}

/**
 * Where the elements from the window's position to `cut` start and end. Between two objects stands what `nextCut`
 * looks for, so when all are objects and it finds no more places than that, these are the places.
 */
function spansOf(window: Window, cut: number, values: readonly unknown[]): number[] | undefined {
  const { bytes, base } = window;
  const spans = [window.offset];
  for (let end = nextCut(bytes, window.pos, cut); end !== undefined; end = nextCut(bytes, end, cut)) {
    spans.push(base + end, base + bytes.indexOf(OPEN_OBJECT, end));
  }
  spans.push(base + cut);
  return spans.length === values.length * 2 && values.every(isObject) ? spans : undefined;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function skipSpace(bytes: Uint8Array, start: number): number {
  let at = start;
  while (isSpace(bytes[at])) at++;
  return at;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
