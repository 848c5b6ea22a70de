import type { ReasonCode } from '../../base/reasons.ts';
import { sequenceLength } from './utf8.ts';

/** What is wrong with a document, before it is known where in the document the reader is. */
export interface Fault {
  readonly reason: ReasonCode;
  readonly rule: string;
}

export const TOO_DEEP: Fault = { reason: 'TOO_DEEP', rule: 'must not be nested deeper than the limit' };
export const ENCODING: Fault = { reason: 'ENCODING_INVALID', rule: 'must be UTF-8 without a byte order mark' };
export const UNEXPECTED: Fault = { reason: 'JSON_INVALID', rule: 'must be strict JSON (RFC 8259)' };
const CONTROL: Fault = { reason: 'JSON_INVALID', rule: 'must escape control characters in strings' };
const ESCAPE: Fault = { reason: 'JSON_INVALID', rule: 'must use the escapes of RFC 8259 only' };

/** `short`: all is well so far and the bytes ended inside of the value. */
export type ScanOutcome = 'whole' | 'short' | 'fault';

export interface ScanOptions {
  /** How many levels of objects and arrays the value may have. */
  readonly levels: number;
  /** The document ends where the bytes end; else a number there could go on. */
  readonly final: boolean;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const MINUS = 0x2d;
const ZERO = 0x30;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN_ARRAY = 0x5b;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** What may come next. */
const VALUE = 0;
const FIRST_VALUE = 1;
const KEY = 2;
const FIRST_KEY = 3;
const AFTER_KEY = 4;
const AFTER_VALUE = 5;

/** 1 for what may stand in a string as it is and needs no second look. */
const PLAIN = new Uint8Array(256).fill(1, 0x20, 0x80);
PLAIN[QUOTE] = 0;
PLAIN[BACKSLASH] = 0;

const LITERALS: Readonly<Record<number, Uint8Array>> = {
  0x74: Buffer.from('true'),
  0x66: Buffer.from('false'),
  0x6e: Buffer.from('null'),
};

const STOP = -1;

/**
 * Finds the end of one JSON value, byte by byte, and holds it to RFC 8259, UTF-8 and a number of levels. The
 * stack is an array of closing brackets, so that no document can overflow ours. What the parsed value shows
 * better (keys, surrogates, ranges) is left to the value's own check; `strings` is counted for it.
 */
export class ExactScanner {
  /** After `whole`: the index behind the value. */
  end = 0;
  /** After `whole`: how many string tokens the value has, keys included. */
  strings = 0;
  /** After `whole`: an escape named a surrogate, paired or not. */
  surrogates = false;
  /** After `whole`: a key is written with an escape. */
  escapedKeys = false;
  /** After `fault`. */
  fault: Fault = UNEXPECTED;

  #bytes: Uint8Array = new Uint8Array(0);
  #limit = 0;
  #final = false;
  #escapes = 0;
  #stopped: 'short' | 'fault' = 'short';
  readonly #closers: Uint8Array;

  constructor(maxDepth: number) {
    this.#closers = new Uint8Array(maxDepth + 1);
  }

  /** The value that starts at `start`, or after white space there, and ends before `limit`. */
  scan(bytes: Uint8Array, start: number, limit: number, options: ScanOptions): ScanOutcome {
    this.#bytes = bytes;
    this.#limit = limit;
    this.#final = options.final;
    this.strings = 0;
    this.surrogates = false;
    this.escapedKeys = false;
    const closers = this.#closers;
    let state = VALUE;
    let depth = 0;
    let pos = start;
    while (pos < limit) {
      const byte = bytes[pos] as number;
      if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) {
        pos++;
      } else if (state === AFTER_VALUE && byte === COMMA) {
        state = closers[depth] === CLOSE_OBJECT ? KEY : VALUE;
        pos++;
      } else if (state === AFTER_KEY && byte === COLON) {
        state = VALUE;
        pos++;
      } else if ((state === KEY || state === FIRST_KEY) && byte === QUOTE) {
        pos = this.#key(pos + 1);
        state = AFTER_KEY;
      } else if (state <= FIRST_VALUE && (byte === OPEN_OBJECT || byte === OPEN_ARRAY)) {
        if (depth === options.levels) return this.#refuse(TOO_DEEP);
        depth++;
        closers[depth] = byte + 2;
        state = byte === OPEN_OBJECT ? FIRST_KEY : FIRST_VALUE;
        pos++;
      } else if (depth > 0 && byte === closers[depth] && mayClose(state)) {
        depth--;
        pos++;
        if (depth === 0) return this.#whole(pos);
        state = AFTER_VALUE;
      } else {
        pos = state <= FIRST_VALUE ? this.#scalar(pos, byte) : this.#unexpected(pos);
        if (depth === 0 && pos !== STOP) return this.#whole(pos);
        state = AFTER_VALUE;
      }
      if (pos === STOP) return this.#stopped;
    }
    return 'short';
  }

  #whole(end: number): ScanOutcome {
    this.end = end;
    return 'whole';
  }

  #scalar(pos: number, byte: number): number {
    if (byte === QUOTE) return this.#string(pos + 1);
    if (byte === MINUS || isDigit(byte)) return this.#number(pos, byte);
    const literal = LITERALS[byte];
    return literal === undefined ? this.#unexpected(pos) : this.#literal(pos, literal);
  }

  #key(start: number): number {
    const escapes = this.#escapes;
    const end = this.#string(start);
    if (this.#escapes !== escapes) this.escapedKeys = true;
    return end;
  }

  /** From behind the opening quote to behind the closing one. */
  #string(start: number): number {
    const bytes = this.#bytes;
    const limit = this.#limit;
    let at = start;
    while (at !== STOP) {
      while (at < limit && PLAIN[bytes[at] as number] === 1) at++;
      if (at >= limit) return this.#short();
      const byte = bytes[at] as number;
      if (byte === QUOTE) {
        this.strings++;
        return at + 1;
      }
      at = byte === BACKSLASH ? this.#escape(at + 1) : byte < 0x20 ? this.#fail(CONTROL) : this.#sequence(at);
    }
    return STOP;
  }

  #escape(at: number): number {
    this.#escapes++;
    if (at >= this.#limit) return this.#short();
    const byte = this.#bytes[at] as number;
    if (byte === 0x75) return this.#unicodeEscape(at + 1);
    return isSimpleEscape(byte) ? at + 1 : this.#fail(ESCAPE);
  }

  #unicodeEscape(at: number): number {
    let code = 0;
    for (let digit = at; digit < at + 4; digit++) {
      if (digit >= this.#limit) return this.#short();
      const value = hexValue(this.#bytes[digit] as number);
      if (value < 0) return this.#fail(ESCAPE);
      code = code * 16 + value;
    }
    if (code >= 0xd800 && code <= 0xdfff) this.surrogates = true;
    return at + 4;
  }

  #sequence(at: number): number {
    const length = sequenceLength(this.#bytes, at, this.#limit);
    if (length === 0) return this.#fail(ENCODING);
    return at + length > this.#limit ? this.#short() : at + length;
  }

  #number(start: number, first: number): number {
    let at = first === MINUS ? start + 1 : start;
    at = this.#bytes[at] === ZERO && at < this.#limit ? at + 1 : this.#digits(at);
    if (at !== STOP && at < this.#limit && this.#bytes[at] === 0x2e) at = this.#digits(at + 1);
    if (at !== STOP && at < this.#limit && ((this.#bytes[at] as number) | 0x20) === 0x65) at = this.#exponent(at + 1);
    if (at === STOP) return STOP;
    return at === this.#limit && !this.#final ? this.#short() : at;
  }

  #exponent(at: number): number {
    const sign = at < this.#limit && (this.#bytes[at] === 0x2b || this.#bytes[at] === MINUS);
    return this.#digits(sign ? at + 1 : at);
  }

  /** One digit or more. */
  #digits(start: number): number {
    let at = start;
    while (at < this.#limit && isDigit(this.#bytes[at] as number)) at++;
    if (at > start) return at;
    return at >= this.#limit ? this.#short() : this.#unexpected(at);
  }

  #literal(pos: number, literal: Uint8Array): number {
    for (let index = 1; index < literal.length; index++) {
      if (pos + index >= this.#limit) return this.#short();
      if (this.#bytes[pos + index] !== literal[index]) return this.#unexpected(pos + index);
    }
    return pos + literal.length;
  }

  /** A byte that cannot stand there. The encoding comes first: it may be what broke the document. */
  #unexpected(at: number): number {
    if ((this.#bytes[at] as number) < 0x80) return this.#fail(UNEXPECTED);
    const length = sequenceLength(this.#bytes, at, this.#limit);
    if (at + length > this.#limit) return this.#short();
    return this.#fail(length === 0 ? ENCODING : UNEXPECTED);
  }

  #short(): number {
    this.#stopped = 'short';
    return STOP;
  }

  #fail(fault: Fault): number {
    this.fault = fault;
    this.#stopped = 'fault';
    return STOP;
  }

  #refuse(fault: Fault): ScanOutcome {
    this.fault = fault;
    return 'fault';
  }
}

function mayClose(state: number): boolean {
  return state === AFTER_VALUE || state === FIRST_VALUE || state === FIRST_KEY;
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= 0x39;
}

/** `"`, `/`, `\`, and the letters b f n r t. */
function isSimpleEscape(byte: number): boolean {
  if (byte === QUOTE || byte === 0x2f || byte === BACKSLASH) return true;
  return byte === 0x62 || byte === 0x66 || byte === 0x6e || byte === 0x72 || byte === 0x74;
}

function hexValue(byte: number): number {
  if (isDigit(byte)) return byte - ZERO;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : -1;
}
