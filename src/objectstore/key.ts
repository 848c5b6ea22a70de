import { AppError } from '../base/errors.ts';
import type { Metadata } from './port.ts';

/** S3's own limit on a key, in UTF-8 bytes. */
const MAX_KEY_BYTES = 1024;
/** S3's own limit on user metadata, names and values together. */
const MAX_METADATA_BYTES = 2048;
const METADATA_NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Printable ASCII with no space at either end: what every store gives back as it got it. */
const METADATA_VALUE = /^[!-~]([ -~]*[!-~])?$/;

/** Refuses every key that a store could take for a path outside itself. */
export function checkKey(key: string): void {
  const refusal = refuseKey(key);
  if (refusal !== undefined) throw new AppError('usage', `use ${JSON.stringify(key)} as an object key: ${refusal}`);
}

export function isKey(text: string): boolean {
  return refuseKey(text) === undefined;
}

/** A prefix is the start of a key, so its last segment may be cut anywhere. */
export function checkPrefix(prefix: string): void {
  const folder = prefix.slice(0, prefix.lastIndexOf('/') + 1);
  const refusal = refuseKey(`${folder}x`) ?? refuseText(prefix);
  if (refusal !== undefined) throw new AppError('usage', `list objects under ${JSON.stringify(prefix)}: ${refusal}`);
}

export function checkMetadata(key: string, metadata: Metadata): void {
  const entries = Object.entries(metadata);
  const refuse = (why: string) => new AppError('usage', `write metadata of ${key}: ${why}`);
  for (const [name, value] of entries) {
    if (!METADATA_NAME.test(name)) throw refuse(`the name ${JSON.stringify(name)} is not lower-case words`);
    if (!METADATA_VALUE.test(value)) throw refuse(`the value of "${name}" is not printable ASCII`);
  }
  const bytes = entries.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (bytes > MAX_METADATA_BYTES) throw refuse(`${bytes} bytes are more than ${MAX_METADATA_BYTES}`);
}

function refuseKey(key: string): string | undefined {
  const segments = key.split('/');
  if (segments.includes('')) return 'it has an empty segment';
  if (segments.includes('.') || segments.includes('..')) return 'it has a "." or ".." segment';
  return refuseText(key);
}

function refuseText(text: string): string | undefined {
  if (text.includes('\0')) return 'it holds a NUL';
  if (!text.isWellFormed()) return 'it is not well-formed Unicode';
  if (Buffer.byteLength(text) > MAX_KEY_BYTES) return `it is longer than ${MAX_KEY_BYTES} bytes`;
  return undefined;
}
