import { type Fault, TOO_DEEP } from './exact-scanner.ts';

const DUPLICATE: Fault = { reason: 'DUPLICATE_KEY', rule: 'must not name a key twice in one object' };
const SURROGATE: Fault = { reason: 'LONE_SURROGATE', rule: 'must not hold half of a surrogate pair' };
const RANGE: Fault = { reason: 'NUMBER_OUT_OF_RANGE', rule: 'must be a number that a double can hold' };

/** What is known of the text that a value was parsed from. */
export interface TextFacts {
  /** How many string tokens it has, keys included. */
  readonly strings: number;
  /** It may name surrogates by escapes; without them valid UTF-8 can hold none. */
  readonly surrogates: boolean;
  /** It has escapes, perhaps in keys. */
  readonly escapes: boolean;
  /** How many levels of objects and arrays each value may have. */
  readonly levels: number;
}

/**
 * What `JSON.parse` lets through. A key that was named twice is found by counting: it is one key in the value
 * and two strings in the text (and the value that lost may be strings too), so the text has more strings than the
 * value exactly when a key was repeated, however it was escaped.
 */
export class StrictValue {
  /** After `check` of a text with escapes: a key has a backslash, or was misread (see build-value.ts). */
  backslashInKey = false;
  #strings = 0;
  #surrogates = false;
  #escapes = false;
  #fault: Fault | undefined;

  /** Undefined when all is well with these values, which are all that the text held. */
  check(values: readonly unknown[], text: TextFacts): Fault | undefined {
    this.#strings = 0;
    this.#surrogates = text.surrogates;
    this.#escapes = text.escapes;
    this.backslashInKey = false;
    this.#fault = undefined;
    this.#visitElements(values, text.levels);
    return this.#fault ?? (this.#strings === text.strings ? undefined : DUPLICATE);
  }

  /** Goes no deeper than `levels`, which bounds the recursion. */
  #visitElements(values: readonly unknown[], levels: number): void {
    for (const value of values) this.#visit(value, levels);
  }

  #visit(value: unknown, levels: number): void {
    if (typeof value === 'string') this.#visitString(value);
    else if (typeof value === 'number') this.#visitNumber(value);
    else if (typeof value === 'object' && value !== null) this.#visitContainer(value, levels);
  }

  #visitContainer(value: object, levels: number): void {
    if (levels === 0) this.#fault ??= TOO_DEEP;
    else if (Array.isArray(value)) this.#visitElements(value, levels - 1);
    else this.#visitMembers(value as Record<string, unknown>, levels - 1);
  }

  #visitMembers(object: Record<string, unknown>, levels: number): void {
    // `for in` reads the keys off the object's shape; what it would inherit only makes the count too high.
    for (const key in object) {
      this.#visitString(key);
      if (this.#escapes && key.includes('\\')) this.backslashInKey = true;
      this.#visit(object[key], levels);
    }
  }

  #visitString(text: string): void {
    this.#strings++;
    if (this.#surrogates && !text.isWellFormed()) this.#fault ??= SURROGATE;
  }

  #visitNumber(value: number): void {
    if (value === Infinity || value === -Infinity) this.#fault ??= RANGE;
  }
}
