import type { Rule } from './rules/rule.ts';

/** Three words of 32 bits, one bit per rule. */
const LANES = 3;
const TABLE_SIZE = 8192;
/** All signs from here on share one entry. */
const BEYOND_ASCII = 128;

/** Longer sentences are read in pieces that overlap, so that no pattern walks far. */
const MAX_PIECE = 600;
const OVERLAP = 160;

/**
 * Cuts a text into sentences and says for each which rules are worth trying: those of which it has a word or a sign. One
 * pass over the text; two words with one hash only cause a needless try.
 */
export interface Triggers {
  /** `visit` gets the sentence and, in `lanes`, the rules to try. */
  readonly eachSentence: (text: string, visit: (sentence: string, lanes: Int32Array) => void) => void;
}

export function compileTriggers(rules: readonly Rule[]): Triggers {
  const signs = new Int32Array((BEYOND_ASCII + 1) * LANES);
  const words = new WordTable();
  for (const [at, { needs, raw }] of rules.entries()) {
    if (raw === true) continue;
    for (const need of needs) {
      if (/^[a-z]{1,40}$/.test(need)) words.add(hashOf(need), at);
      else setBit(signs, /[^\u0000-\u007F]/.test(need) ? BEYOND_ASCII : need.charCodeAt(0), at);
    }
  }
  return { eachSentence: (text, visit) => walk(text, signs, words, visit) };
}

function setBit(lanes: Int32Array, row: number, bit: number): void {
  const at = row * LANES + (bit >> 5);
  lanes[at] = (lanes[at] ?? 0) | (1 << (bit & 31));
}

function joinLanes(lanes: Int32Array, rows: Int32Array, row: number): void {
  for (let lane = 0; lane < LANES; lane++) lanes[lane] = (lanes[lane] ?? 0) | (rows[row * LANES + lane] ?? 0);
}

/** Case does not count: the bit that tells the cases apart is set. */
function hashOf(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at++) hash = (Math.imul(hash, 31) + (word.charCodeAt(at) | 32)) | 0;
  return hash;
}

class WordTable {
  readonly #hashes = new Int32Array(TABLE_SIZE);
  readonly #lanes = new Int32Array(TABLE_SIZE * LANES);

  add(hash: number, bit: number): void {
    setBit(this.#lanes, this.#slot(hash), bit);
    this.#hashes[this.#slot(hash)] = hash;
  }

  join(hash: number, lanes: Int32Array): void {
    const slot = this.#slot(hash);
    if (this.#hashes[slot] !== hash) return;
    joinLanes(lanes, this.#lanes, slot);
  }

  #slot(hash: number): number {
    let slot = (hash ^ (hash >>> 13)) & (TABLE_SIZE - 1);
    while (this.#hashes[slot] !== 0 && this.#hashes[slot] !== hash) slot = (slot + 1) & (TABLE_SIZE - 1);
    return slot;
  }
}

function walk(text: string, signs: Int32Array, words: WordTable, visit: (sentence: string, lanes: Int32Array) => void) {
  const lanes = new Int32Array(LANES);
  let start = 0;
  let hash = 0;
  const finish = (end: number): void => {
    if (hash !== 0) words.join(hash, lanes);
    hash = 0;
    if (lanes.some((bits) => bits !== 0)) visit(text.slice(start, end), lanes);
    lanes.fill(0);
    start = end;
  };
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const folded = unit | 32;
    if (folded >= 0x61 && folded <= 0x7a && unit < BEYOND_ASCII) {
      hash = (Math.imul(hash, 31) + folded) | 0;
      continue;
    }
    if (hash !== 0) words.join(hash, lanes);
    hash = 0;
    const ends = isEnd(text, at, unit);
    // The dot that ends a sentence is no sign of an address: without this every sentence would be tried for one.
    if (!ends) joinLanes(lanes, signs, Math.min(unit, BEYOND_ASCII));
    if (ends) finish(at + 1);
    else if (at - start >= MAX_PIECE) {
      const next = at + 1 - OVERLAP;
      finish(at + 1);
      start = next;
      at = next - 1;
    }
  }
  finish(text.length);
}

const SPACE = 0x20;
const NEWLINE = 0x0a;

/** The end of a sentence, or of a line with a list or an empty line behind it. */
function isEnd(text: string, at: number, unit: number): boolean {
  if (unit === 0x3002 || unit === 0xff01 || unit === 0xff1f) return true;
  const next = text.charCodeAt(at + 1);
  if (unit === 0x2e || unit === 0x21 || unit === 0x3f) return next === SPACE || next === NEWLINE;
  return unit === NEWLINE && (next === NEWLINE || next === 0x2d || next === 0x2a || next === 0x2022);
}
