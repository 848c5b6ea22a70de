/** Hexadecimal digits of the SHA-256 in a key: enough to tell versions apart, short enough to read. */
const HASH_DIGITS = 16;
/** A destination name stays under the 255 bytes of common file systems, with room for the hash and `.reason.json`. */
const MAX_NAME_CHARACTERS = 128;

/** A name made by a stranger goes into a key of ours: only characters that mean nothing to any file system stay. */
export function safeName(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9_-]/g, '_').slice(0, MAX_NAME_CHARACTERS);
}

export function hashInKey(sha256: string): string {
  return sha256.slice(0, HASH_DIGITS);
}
