import { contentError } from '../../base/errors.ts';
import { ENCODING } from './exact-scanner.ts';
import type { JsonLimits } from './limits.ts';
import { MAX_SEQUENCE_BYTES, startsAsUtf8 } from './utf8.ts';
import { refusal } from './value-reader.ts';
import type { Window } from './window.ts';

/** What a document's size and first bytes say. Fills the window, consumes nothing. */
export function checkStart(window: Window, sizeBytes: number, limits: JsonLimits): void {
  checkSize(sizeBytes, limits);
  window.ensure(MAX_SEQUENCE_BYTES);
  checkFirstBytes(window.bytes.subarray(window.pos, window.end));
}

export function checkSize(sizeBytes: number, limits: JsonLimits): void {
  if (sizeBytes > limits.maxDocumentBytes) {
    throw contentError('TOO_LARGE', '', `must not be over ${limits.maxDocumentBytes} bytes`);
  }
}

export function checkFirstBytes(first: Uint8Array): void {
  if (first.length === 0) throw contentError('EMPTY_FILE', '', 'must not be empty');
  if (!startsAsUtf8(first)) throw refusal(ENCODING, '');
}
