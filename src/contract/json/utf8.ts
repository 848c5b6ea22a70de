export const MAX_SEQUENCE_BYTES = 4;

/**
 * The first bytes of a document are those of a UTF-8 text without a byte order mark. A NUL among them is UTF-16
 * or UTF-32: no JSON document has one.
 */
export function startsAsUtf8(first: Uint8Array): boolean {
  if (first[0] === 0xef && first[1] === 0xbb && first[2] === 0xbf) return false;
  if ((first[0] === 0xfe && first[1] === 0xff) || (first[0] === 0xff && first[1] === 0xfe)) return false;
  return !first.subarray(0, 4).includes(0);
}

/**
 * The length of the UTF-8 sequence at `at`, by table 3-7 of the Unicode Standard; 0 when it is none. A sequence
 * that `limit` cuts short, and that is well-formed as far as it goes, has the length it would have.
 */
export function sequenceLength(bytes: Uint8Array, at: number, limit: number): number {
  const lead = bytes[at] as number;
  const length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  const known = Math.min(length, limit - at);
  for (let index = 1; index < known; index++) {
    const byte = bytes[at + index] as number;
    const lowest = index === 1 ? lowestSecond(lead) : 0x80;
    const highest = index === 1 ? highestSecond(lead) : 0xbf;
    if (byte < lowest || byte > highest) return 0;
  }
  return length;
}

/** Below would be overlong. */
function lowestSecond(lead: number): number {
  return lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
}

/** Above would be a surrogate, or behind the last code point. */
function highestSecond(lead: number): number {
  return lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
}
