import { isAscii, isUtf8 } from 'node:buffer';
import type { StrictValue } from './strict-value.ts';

const QUOTE = 0x22;

/**
 * The fast road: `bytes[start..end)` as the elements of an array, when it is certain that they are that and
 * strict. Undefined means "ask the exact scanner", which also knows what is wrong. That the parse succeeds proves
 * that the slice neither begins nor ends inside of an element: nothing else can stand between `[` and `]`.
 */
export function parseSlice(
  bytes: Buffer,
  start: number,
  end: number,
  checks: { readonly strict: StrictValue; readonly levels: number },
): unknown[] | undefined {
  const text = decode(bytes, start, end);
  const values = text === undefined ? undefined : parseElements(text);
  if (text === undefined || values === undefined) return undefined;
  const escapes = text.includes('\\');
  const facts = {
    strings: (countQuotes(bytes, start, end) - (escapes ? countEscapedQuotes(text) : 0)) / 2,
    surrogates: escapes && (text.includes('\\ud') || text.includes('\\uD')),
    escapes,
    levels: checks.levels,
  };
  const { strict } = checks;
  return strict.check(values, facts) === undefined && !strict.backslashInKey ? values : undefined;
}

/** Undefined when it is not UTF-8. Plain ASCII decodes several times as fast as Latin-1. */
function decode(bytes: Buffer, start: number, end: number): string | undefined {
  const slice = bytes.subarray(start, end);
  if (isAscii(slice)) return slice.toString('latin1');
  return isUtf8(slice) ? slice.toString('utf8') : undefined;
}

function parseElements(text: string): unknown[] | undefined {
  try {
    return JSON.parse(`[${text}]`) as unknown[];
  } catch {
    // An answer, not an error: the slice was a guess.
    return undefined;
  }
}

/** Four bytes at a time: a byte that equals the quote becomes a 1 in its lane, and 255 words fit into the lanes. */
export function countQuotes(bytes: Uint8Array, start: number, end: number): number {
  if (end - start < 8) return countBytewise(bytes, start, end);
  const first = start + (-(bytes.byteOffset + start) & 3);
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset + first, (end - first) >> 2);
  const rest = first + words.length * 4;
  let count = countBytewise(bytes, start, first) + countBytewise(bytes, rest, end);
  for (let block = 0; block < words.length; block += 255) {
    const blockEnd = Math.min(block + 255, words.length);
    let lanes = 0;
    for (let index = block; index < blockEnd; index++) {
      const zeroWhereEqual = (words[index] as number) ^ 0x22222222;
      const highUnlessZero = ((zeroWhereEqual & 0x7f7f7f7f) + 0x7f7f7f7f) | zeroWhereEqual;
      lanes = (lanes + ((~highUnlessZero >>> 7) & 0x01010101)) | 0;
    }
    count += (lanes & 255) + ((lanes >>> 8) & 255) + ((lanes >>> 16) & 255) + (lanes >>> 24);
  }
  return count;
}

function countBytewise(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) if (bytes[at] === QUOTE) count++;
  return count;
}

/** In valid JSON a backslash stands only in strings, and takes the next character with it. */
function countEscapedQuotes(text: string): number {
  let count = 0;
  let at = text.indexOf('\\');
  while (at !== -1) {
    if (text.charCodeAt(at + 1) === QUOTE) count++;
    at = text.indexOf('\\', at + 2);
  }
  return count;
}
