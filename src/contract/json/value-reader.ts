import { isUtf8 } from 'node:buffer';
import { type AppError, contentError } from '../../base/errors.ts';
import { buildValue } from './build-value.ts';
import { ENCODING, ExactScanner, type Fault, UNEXPECTED } from './exact-scanner.ts';
import { StrictValue } from './strict-value.ts';
import { MAX_SEQUENCE_BYTES, sequenceLength } from './utf8.ts';
import type { Window } from './window.ts';

const TRUNCATED: Fault = { reason: 'JSON_INVALID', rule: 'must not end inside of the document' };

/** Where a value stands, and how large it may be. */
export interface Place {
  /** Asked only when the value is refused. */
  pointer(): string;
  /** How many levels of objects and arrays it may have. */
  readonly levels: number;
  /** The document's offset that the value must not go beyond, and what is too large if it does. */
  readonly endOffset: number;
  readonly tooLarge: string;
}

/** The exact road: one value at a time, and the reason when it is refused. */
export class ValueReader {
  readonly #window: Window;
  readonly #scanner: ExactScanner;
  readonly #strict = new StrictValue();

  constructor(window: Window, maxDepth: number) {
    this.#window = window;
    this.#scanner = new ExactScanner(maxDepth);
  }

  /** The value at the window's position, which is then behind it. */
  read(place: Place): unknown {
    const window = this.#window;
    this.#scan(place);
    const { strings, surrogates, escapedKeys, end } = this.#scanner;
    const text = window.bytes.toString('utf8', window.pos, end);
    const value: unknown = escapedKeys ? buildValue(text) : JSON.parse(text);
    const facts = { strings, surrogates, escapes: escapedKeys, levels: place.levels };
    const fault = this.#strict.check([value], facts);
    if (fault !== undefined) throw refusal(fault, place.pointer());
    window.pos = end;
    return value;
  }

  #scan(place: Place): void {
    const window = this.#window;
    for (;;) {
      // One byte more than allowed: it tells a number that ends at the limit from one that goes on.
      const limit = Math.min(window.end, place.endOffset + 1 - window.base);
      const options = { levels: place.levels, final: window.atEnd && limit === window.end };
      const outcome = this.#scanner.scan(window.bytes, window.pos, limit, options);
      if (outcome === 'fault') throw refusal(this.#scanner.fault, place.pointer());
      if (outcome === 'whole' && window.base + this.#scanner.end <= place.endOffset) return;
      if (window.base + window.end > place.endOffset) throw contentError('TOO_LARGE', place.pointer(), place.tooLarge);
      // When the end is news, a number that the bytes end in is whole after all: scan once more.
      const ended = window.atEnd;
      if (!window.more() && ended) throw refusal(endedIn(window), place.pointer());
    }
  }
}

/** What is wrong with the byte at the window's position, which cannot stand there, or with the end there. */
export function unexpected(window: Window): Fault {
  window.ensure(MAX_SEQUENCE_BYTES);
  if (window.pos === window.end) return TRUNCATED;
  const length = sequenceLength(window.bytes, window.pos, window.end);
  return length === 0 || window.pos + length > window.end ? ENCODING : UNEXPECTED;
}

/** Why a document that ends too early is refused: its last character may be cut in the middle. */
function endedIn(window: Window): Fault {
  return isUtf8(window.bytes.subarray(window.pos, window.end)) ? TRUNCATED : ENCODING;
}

export function refusal(fault: Fault, pointer: string): AppError {
  return contentError(fault.reason, pointer, fault.rule);
}
