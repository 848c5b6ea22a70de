import { extname } from 'node:path';
import { contentError } from '../base/errors.ts';
import type { RecordFormat } from './input-record.ts';

/** An envelope's header has to fit into this, so it is enough to tell one by. */
export const SNIFF_BYTES = 64 * 1024;

export type InputFormat = RecordFormat | 'envelope';

const EXTENSIONS: Readonly<Record<string, 'csv' | 'ndjson' | 'json'>> = {
  '.csv': 'csv',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.json': 'json',
};

/**
 * What an input is, by its name where the content leaves it open. Throws `content` for what is none of the formats.
 * `first` are its first bytes, `SNIFF_BYTES` or all there are.
 */
export function detectFormat(name: string, first: Uint8Array): InputFormat {
  if (first.length === 0) throw contentError('EMPTY_FILE', '', 'must not be empty');
  const named = EXTENSIONS[extname(name).toLowerCase()];
  const { text, marked } = decodeStart(first);
  const format = named === 'csv' ? 'csv' : formatOf(text, named);
  if (marked && format !== 'csv') throw contentError('ENCODING_INVALID', '', 'must not start with a byte order mark');
  return format;
}

function decodeStart(first: Uint8Array): { text: string; marked: boolean } {
  const utf16 = (first[0] === 0xff && first[1] === 0xfe) || (first[0] === 0xfe && first[1] === 0xff);
  // Without its mark, UTF-16 shows by the zero in its first character.
  if (utf16 || first.subarray(0, 4).includes(0))
    throw contentError('ENCODING_INVALID', '', 'must be UTF-8, and holds UTF-16 or binary data');
  const marked = first[0] === 0xef && first[1] === 0xbb && first[2] === 0xbf;
  // Latin-1 keeps one character a byte: only ASCII is looked at.
  return { text: Buffer.from(marked ? first.subarray(3) : first).toString('latin1'), marked };
}

function formatOf(text: string, named: 'ndjson' | 'json' | undefined): InputFormat {
  const start = text.search(/[^ \t\r\n]/);
  const opening = start < 0 ? '' : text.charAt(start);
  if (opening === '[') return 'array';
  if (opening === '{') return formatOfObject(text, start, named);
  if (named === 'ndjson') return 'ndjson';
  if (named === undefined && /^[A-Za-z_"][^\n]*,/.test(text)) return 'csv';
  throw contentError('JSON_INVALID', '', 'must be a JSON array, JSON lines, CSV with a header or a whole envelope');
}

/** One object is an envelope or the first of many records. */
function formatOfObject(text: string, start: number, named: 'ndjson' | 'json' | undefined): InputFormat {
  const first = scanObject(text, start);
  if (first.hasRecords) return 'envelope';
  if (named === 'ndjson') return 'ndjson';
  const another = first.end !== undefined && /^[ \t\r]*\n\s*\{/.test(text.slice(first.end));
  if (another) return 'ndjson';
  // A lone object: in a file it is meant to be a document, from a pipe it is as likely one record.
  return named === undefined && first.end !== undefined ? 'ndjson' : 'envelope';
}

/** A string with its colon, a bracket, or the quote of a string that the text cuts. */
const TOKEN = /"((?:[^"\\]|\\.)*)"(\s*:)?|[{}[\]"]/g;

/** Whether the object at `start` has a member `records`, and where it ends, as far as the text goes. */
function scanObject(text: string, start: number): { hasRecords: boolean; end: number | undefined } {
  const tokens = new RegExp(TOKEN);
  tokens.lastIndex = start;
  let depth = 0;
  for (let token = tokens.exec(text); token !== null; token = tokens.exec(text)) {
    const [whole, name, colon] = token;
    if (whole === '"') break;
    if (whole === '{' || whole === '[') depth += 1;
    else if (whole === '}' || whole === ']') depth -= 1;
    else if (depth === 1 && colon !== undefined && name === 'records') return { hasRecords: true, end: undefined };
    if (depth === 0) return { hasRecords: false, end: tokens.lastIndex };
  }
  return { hasRecords: false, end: undefined };
}
