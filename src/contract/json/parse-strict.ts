import { constants } from 'node:buffer';
import { contentError } from '../../base/errors.ts';
import { checkFirstBytes, checkSize } from './document-start.ts';
import { DEFAULT_LIMITS, type JsonLimits } from './limits.ts';
import { memorySource } from './byte-source.ts';
import { parseSlice } from './slice-parser.ts';
import { StrictValue } from './strict-value.ts';
import { refusal, unexpected, ValueReader } from './value-reader.ts';
import { Window } from './window.ts';

/** Longer documents are scanned first: it is not worth building what is then refused. */
const MAX_GUESS_BYTES = 64 * 1024;

/** One JSON value in memory, with all checks. Throws `content` with the reason of the first thing that is wrong. */
export function parseStrict(bytes: Uint8Array, limits: JsonLimits = DEFAULT_LIMITS): unknown {
  checkSize(bytes.length, limits);
  checkFirstBytes(bytes);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (buffer.length > constants.MAX_STRING_LENGTH) throw contentError('TOO_LARGE', '', 'must fit into one string');
  if (buffer.length <= MAX_GUESS_BYTES) {
    const strict = new StrictValue();
    const values = parseSlice(buffer, 0, buffer.length, { strict, levels: limits.maxDepth });
    if (values?.length === 1) return values[0];
  }
  return parseExactly(buffer, limits);
}

function parseExactly(bytes: Buffer, limits: JsonLimits): unknown {
  const windowBytes = bytes.length + 1;
  const { maxDepth, maxDocumentBytes } = limits;
  const window = new Window(memorySource(bytes), { windowBytes, maxDocumentBytes, onBytes: undefined });
  const place = { pointer: () => '', levels: maxDepth, endOffset: bytes.length, tooLarge: '' };
  const value = new ValueReader(window, maxDepth).read(place);
  if (window.peek() !== -1) throw refusal(unexpected(window), '');
  return value;
}
