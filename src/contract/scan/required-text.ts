/*
 * Most patterns of the rules need certain words, and most sentences have none of them. What a pattern cannot match without
 * is read from its source once: a tree of texts, all or any of which must stand in the sentence. A sentence is known by its
 * runs of three signs, so that a look at a few bits tells which of hundreds of alternatives are worth trying. One set at a time: a set is asked before another one reads.
 */

/** What a sentence must hold; `null` when nothing is known of it. */
export type Needed = Node | null;

/** Lists of words are in many patterns: what is needed twice is one node, and asked once for each sentence. */
interface Node {
  readonly kind: 'text' | 'all' | 'any';
  /** Of a text: the places of its threes in a `GramSet`, the rarest first. */
  readonly grams: Int32Array;
  readonly parts: readonly Node[];
  /** Of a list of texts: the rarest three of each. */
  readonly keys: Int32Array;
  /** The sentence that was asked last, and the answer. */
  asked: number;
  answer: boolean;
}

export interface Alternative {
  readonly pattern: RegExp;
  readonly needed: Needed;
}

const GRAMS = 8192;
const GRAM_LENGTH = 3;

/** Of any set: the answers that the nodes keep are those to the sentence that was read last. */
let sentence = 0;

/** Which runs of three signs a sentence has; two that share a place only cause a needless try. Case does not count. */
export class GramSet {
  readonly #bits = new Int32Array(GRAMS / 32);

  read(text: string): void {
    sentence = (sentence + 1) | 0;
    this.#bits.fill(0);
    let hash = 0;
    for (let at = 0; at < text.length; at++) {
      hash = nextHash(hash, text.charCodeAt(at));
      if (at >= GRAM_LENGTH - 1) this.#bits[hash >> 5] = (this.#bits[hash >> 5] ?? 0) | (1 << (hash & 31));
    }
  }

  satisfies(needed: Needed): boolean {
    if (needed === null) return true;
    if (needed.asked === sentence) return needed.answer;
    const answer =
      needed.kind === 'any'
        ? this.#hasAny(needed)
        : needed.kind === 'all'
          ? this.#hasEach(needed)
          : this.#hasText(needed);
    needed.asked = sentence;
    needed.answer = answer;
    return answer;
  }

  #hasEach({ parts }: Node): boolean {
    for (const part of parts) if (!this.satisfies(part)) return false;
    return true;
  }

  #hasAny({ parts, keys }: Node): boolean {
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at] ?? 0;
      if (((this.#bits[key >> 5] ?? 0) & (1 << (key & 31))) !== 0 && this.satisfies(parts[at] ?? null)) return true;
    }
    for (let at = keys.length; at < parts.length; at++) if (this.satisfies(parts[at] ?? null)) return true;
    return false;
  }

  #hasText({ grams }: Node): boolean {
    for (const gram of grams) if (((this.#bits[gram >> 5] ?? 0) & (1 << (gram & 31))) === 0) return false;
    return true;
  }
}

/** Keeps three signs of 13 bits' worth: what is older has been shifted out. */
function nextHash(hash: number, unit: number): number {
  return ((hash << 5) ^ (unit | 32)) & (GRAMS - 1);
}

/** The alternatives of a pattern at its outermost level, in their order. Only patterns that ignore case are taken apart. */
export function alternativesOf(pattern: RegExp): readonly Alternative[] {
  const { source, flags } = pattern;
  const reader = new PatternReader(source);
  return reader.branches().map(({ from, to, needed }) => ({
    pattern: new RegExp(source.slice(from, to), flags),
    needed: flags === 'i' ? needed : null,
  }));
}

interface Branch {
  readonly from: number;
  readonly to: number;
  readonly needed: Needed;
}

/** Reads the few forms of expressions that the rules are written in; what it does not know needs nothing. */
class PatternReader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  branches(): Branch[] {
    const found: Branch[] = [];
    for (;;) {
      const from = this.#at;
      const needed = this.#sequence();
      found.push({ from, to: this.#at, needed });
      if (this.#source[this.#at] !== '|') return found;
      this.#at += 1;
    }
  }

  #sequence(): Needed {
    const all: Needed[] = [];
    let run = '';
    const flush = (): void => {
      all.push(textOf(run));
      run = '';
    };
    while (this.#at < this.#source.length && this.#source[this.#at] !== '|' && this.#source[this.#at] !== ')') {
      const atom = this.#atom();
      const isOptional = this.#skipQuantifier();
      if (typeof atom === 'string' && isOptional === undefined) {
        run += atom;
        continue;
      }
      if (typeof atom === 'string' && isOptional === false) run += atom;
      flush();
      if (typeof atom !== 'string' && isOptional !== true) all.push(atom);
    }
    flush();
    return allOf(all);
  }

  /** A sign that stands for itself, or what a group needs. */
  #atom(): string | Needed {
    const sign = this.#source[this.#at] ?? '';
    this.#at += 1;
    if (sign === '(') return this.#group();
    if (sign === '[') return this.#set();
    if (sign === '\\') return this.#escape();
    return /[.^$]|[^\u0000-\u007F]/.test(sign) ? null : sign;
  }

  /** What a look ahead or behind finds stands in the sentence too; what it forbids says nothing. */
  #group(): Needed {
    const opening = /^\?(?:<?[=!]|:|<\w{1,30}>)/.exec(this.#source.slice(this.#at, this.#at + 34))?.[0] ?? '';
    this.#at += opening.length;
    const branches = this.branches();
    this.#at += 1;
    return opening.includes('!') ? null : anyOf(branches.map(({ needed }) => needed));
  }

  #set(): string | null {
    const from = this.#at;
    while (this.#source[this.#at] !== ']') this.#at += this.#source[this.#at] === '\\' ? 2 : 1;
    this.#at += 1;
    const inner = this.#source.slice(from, this.#at - 1);
    return /^[!-Z_-~]$/.test(inner) ? inner : null;
  }

  #escape(): string | null {
    const sign = this.#source[this.#at] ?? '';
    this.#at +=
      /^(?:u\{[^}]{1,8}\}|u[\da-f]{4}|x[\da-f]{2}|[pP]\{[^}]{1,40}\}|.)/iu.exec(
        this.#source.slice(this.#at, this.#at + 44),
      )?.[0].length ?? 1;
    return /[\w]/.test(sign) ? null : sign;
  }

  /** Whether what stands before may be missing; `undefined` without a quantifier. */
  #skipQuantifier(): boolean | undefined {
    const found = /^(?:[?*+]|\{(\d{1,5})(?:,\d{0,5})?\})\??/.exec(this.#source.slice(this.#at, this.#at + 14));
    if (found === null) return undefined;
    this.#at += found[0].length;
    return found[1] === undefined ? !found[0].startsWith('+') : Number(found[1]) === 0;
  }
}

const KNOWN = new Map<string, Node>();

function nodeOf(key: string, made: Pick<Node, 'kind'> & Partial<Node>): Node {
  const known = KNOWN.get(key);
  if (known !== undefined) return known;
  const none = new Int32Array(0);
  const node: Node = { grams: none, parts: [], keys: none, asked: -1, answer: false, ...made };
  KNOWN.set(key, node);
  IDS.set(node, KNOWN.size);
  return node;
}

const IDS = new Map<Node, number>();

function textOf(run: string): Needed {
  const text = run.toLowerCase();
  if (text.length < GRAM_LENGTH) return null;
  const threes = Array.from({ length: text.length - GRAM_LENGTH + 1 }, (_, at) => text.slice(at, at + GRAM_LENGTH));
  const grams = threes.toSorted((one, other) => rarityOf(other) - rarityOf(one)).map(hashOf);
  return nodeOf(text, { kind: 'text', grams: Int32Array.from(new Set(grams)) });
}

const BY_FREQUENCY = ' etaoinsrhldcumfpgwybvkxjqz';

function rarityOf(three: string): number {
  return Array.from(three).reduce((sum, sign) => sum + ((BY_FREQUENCY.indexOf(sign) + 27) % 27), 0);
}

function hashOf(three: string): number {
  return Array.from(three).reduce((hash, sign) => nextHash(hash, sign.charCodeAt(0)), 0);
}

/** The part that has the fewest ways to be met is asked first. */
function allOf(parts: readonly Needed[]): Needed {
  const known = [...new Set(parts.filter((part) => part !== null))];
  if (known.length < 2) return known[0] ?? null;
  const sorted = known.toSorted((one, other) => one.parts.length - other.parts.length);
  return nodeOf(`&${sorted.map((part) => IDS.get(part)).join(',')}`, { kind: 'all', parts: sorted });
}

/** One branch that needs nothing is enough for the others to need nothing. */
function anyOf(branches: readonly Needed[]): Needed {
  const known = [...new Set(branches.filter((branch) => branch !== null))];
  if (branches.includes(null) || known.length < 2) return branches.includes(null) ? null : (known[0] ?? null);
  const texts = known.filter(({ kind }) => kind === 'text');
  const parts = [...texts, ...known.filter(({ kind }) => kind !== 'text')];
  const keys = Int32Array.from(texts.map(({ grams }) => grams[0] ?? 0));
  return nodeOf(`|${parts.map((part) => IDS.get(part)).join(',')}`, { kind: 'any', parts, keys });
}
