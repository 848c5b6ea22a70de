/**
 * V8 misreads keys. From 12.8 on (Node 24 and 26, https://github.com/nodejs/node/issues/63785) `JSON.parse` takes
 * a key that is written with an escape for another that it has seen, when the other is what the raw text begins
 * with: after a key `\`, it reads `"\""` as `\`. What it makes of such a key always has a backslash in it, and
 * keys without escapes, and all values, are read right. So a text with escaped keys is read here.
 *
 * The text must have passed the exact scanner, which also bounds the recursion.
 */
export function buildValue(text: string): unknown {
  return new Builder(text).value();
}

/** All that a number, `true`, `false` and `null` are written with. */
const SCALAR = /[-+.\w]+/y;
const SPACE = /[\t\n\r ]*/y;

class Builder {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(): unknown {
    const first = this.#peek();
    if (first === '{') return this.#object();
    if (first === '[') return this.#array();
    return first === '"' ? this.#string() : JSON.parse(this.#take(SCALAR));
  }

  #object(): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    this.#items('}', () => {
      const key = this.#string();
      this.#peek();
      this.#at++;
      // Assigning to `__proto__` would set the prototype.
      Object.defineProperty(object, key, { value: this.value(), enumerable: true, configurable: true, writable: true });
    });
    return object;
  }

  #array(): unknown[] {
    const array: unknown[] = [];
    this.#items(']', () => array.push(this.value()));
    return array;
  }

  /** From the opening bracket to behind the closing one. */
  #items(close: string, item: () => void): void {
    this.#at++;
    while (this.#peek() !== close) {
      item();
      if (this.#peek() === ',') this.#at++;
    }
    this.#at++;
  }

  #string(): string {
    const start = this.#at;
    do this.#at += this.#text[this.#at] === '\\' ? 2 : 1;
    while (this.#text[this.#at] !== '"');
    this.#at++;
    return JSON.parse(this.#text.slice(start, this.#at)) as string;
  }

  /** The next character that is not white space, not taken. */
  #peek(): string | undefined {
    this.#take(SPACE);
    return this.#text[this.#at];
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }
}
