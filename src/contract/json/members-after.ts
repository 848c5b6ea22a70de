import type { ByteSource } from './byte-source.ts';

/** More of the document's end is not looked at. */
const MAX_TAIL_BYTES = 1024 ** 2;
/** So many places may look like the end of `records` before looking costs more than reading the document twice. */
const MAX_PLACES = 200;

/** An array ends, a member follows. */
const MEMBER_AFTER_ARRAY = /\][\t\n\r ]*,(?=[\t\n\r ]*")/g;

/**
 * Whether members may stand behind `records`. False is certain, for a document that is strict JSON: members
 * there, and all behind them, are header and fit into `maxHeaderBytes`, so the bracket that closes `records`
 * stands among the last bytes, and what follows its comma is the rest of one object. If no such place is there,
 * nothing follows. True may be a false alarm.
 */
export function mayHaveMembersAfter(source: ByteSource, maxHeaderBytes: number): boolean {
  if (source.readTail === undefined || maxHeaderBytes >= MAX_TAIL_BYTES) return true;
  const tail = Buffer.allocUnsafe(Math.min(maxHeaderBytes + 1, source.sizeBytes));
  // Latin-1, because the first byte may be in the middle of a character; that changes no verdict.
  const text = tail.toString('latin1', 0, source.readTail(tail));
  let places = 0;
  for (const place of text.matchAll(MEMBER_AFTER_ARRAY)) {
    places++;
    if (places > MAX_PLACES || isJson(`{${text.slice(place.index + place[0].length)}`)) return true;
  }
  return false;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
