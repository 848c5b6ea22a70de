import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { AppError } from '../base/errors.ts';

/**
 * Signed notes as C2SP signed-note defines them: a text that ends with a newline, an empty line, then one line for each
 * signature, `— <name> <base64 of key id and signature>`. Ed25519 alone (signature type 0x01).
 */

/** Far more than a checkpoint with a few signatures takes. */
export const MAX_NOTE_BYTES = 4_096;
const MAX_SIGNATURES = 16;

const ED25519 = 0x01;
const KEY_ID_BYTES = 4;
const SIGNATURE_BYTES = 64;

/** No space of any kind and no plus sign: both would make a signature line ambiguous. */
const NAME = /^[^\s+\p{Z}\p{Cc}]{1,200}$/u;
const SIGNATURE_LINE = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/u;
/** Everything below a space but the newline, and DEL with what follows it. */
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;

export interface NoteSigner {
  readonly name: string;
  readonly verifier: NoteVerifier;
  /** The whole note. `text` must end with a newline; Ed25519 gives the same note for the same text each time. */
  sign(text: string): string;
}

export interface NoteVerifier {
  readonly name: string;
  /** Eight hexadecimal digits: the first four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key). */
  readonly keyId: string;
  /** `<name>+<key id>+<base64 of 0x01 and the public key>`: what other programs that read signed notes take. */
  readonly verifierKey: string;
  /** Whether `signature` (64 bytes) is this key's over `text`. */
  accepts(text: string, signature: Uint8Array): boolean;
}

interface Signature {
  readonly name: string;
  readonly keyId: string;
  readonly bytes: Uint8Array;
}

export interface SignedNote {
  /** What was signed, with its last newline. */
  readonly text: string;
  readonly signatures: readonly Signature[];
}

export type ReadNote =
  { readonly ok: true; readonly note: SignedNote } | { readonly ok: false; readonly problem: string };

/**
 * `valid`: a known key signed it. `forged`: it names a known key, which did not sign it. `unknown`: no signature is by
 * a known key.
 */
export type SignatureVerdict = 'valid' | 'forged' | 'unknown';

/** Throws `misconfigured` when the key is no private Ed25519 key, or the name cannot stand in a note. */
export function openNoteSigner(name: string, privateKey: KeyObject): NoteSigner {
  if (privateKey.type !== 'private' || privateKey.asymmetricKeyType !== 'ed25519') {
    throw new AppError('misconfigured', `sign as ${name}: the key is no private Ed25519 key`);
  }
  const verifier = openNoteVerifier(name, createPublicKey(privateKey));
  return {
    name,
    verifier,
    sign(text) {
      const bytes = Buffer.concat([Buffer.from(verifier.keyId, 'hex'), sign(null, Buffer.from(text), privateKey)]);
      return `${text}\n— ${name} ${bytes.toString('base64')}\n`;
    },
  };
}

/** Throws `misconfigured` when the key is no public Ed25519 key, or the name cannot stand in a note. */
export function openNoteVerifier(name: string, publicKey: KeyObject): NoteVerifier {
  if (publicKey.type !== 'public' || publicKey.asymmetricKeyType !== 'ed25519') {
    throw new AppError('misconfigured', `verify notes of ${name}: the key is no public Ed25519 key`);
  }
  const { key, keyId } = describeKey(name, publicKey);
  return {
    name,
    keyId,
    verifierKey: `${name}+${keyId}+${key.toString('base64')}`,
    accepts: (text, signature) =>
      signature.length === SIGNATURE_BYTES && verify(null, Buffer.from(text), publicKey, signature),
  };
}

/** The key with its type byte before it, and the id that it has under this name. */
function describeKey(name: string, key: KeyObject): { key: Buffer; keyId: string } {
  if (!NAME.test(name)) {
    throw new AppError('misconfigured', `use ${JSON.stringify(name)} as the name of a key: no spaces, no plus sign`);
  }
  const point = key.export({ format: 'jwk' }).x ?? '';
  const typed = Buffer.concat([Buffer.of(ED25519), Buffer.from(point, 'base64url')]);
  const digest = createHash('sha256').update(`${name}\n`).update(typed).digest();
  return { key: typed, keyId: digest.subarray(0, KEY_ID_BYTES).toString('hex') };
}

/** Reads a note that anybody may have written. Signature lines of keys that nobody knows are kept, and do no harm. */
export function parseNote(bytes: Uint8Array | string): ReadNote {
  const whole = readText(bytes);
  if (whole === undefined) return refuse(`it is no UTF-8 text of at most ${MAX_NOTE_BYTES} bytes`);
  if (CONTROL.test(whole)) return refuse('it holds a control character');
  const end = whole.lastIndexOf('\n\n');
  if (end < 1 || !whole.endsWith('\n')) return refuse('it has no empty line between a text and signatures');
  const lines = whole.slice(end + 2, -1).split('\n');
  if (lines.length > MAX_SIGNATURES) return refuse(`it has more than ${MAX_SIGNATURES} signatures`);
  const signatures: Signature[] = [];
  for (const line of lines) {
    const signature = parseSignature(line);
    if (signature === undefined) return refuse('a line after its text is no signature');
    signatures.push(signature);
  }
  return { ok: true, note: { text: whole.slice(0, end + 1), signatures } };
}

function refuse(problem: string): ReadNote {
  return { ok: false, problem };
}

function readText(bytes: Uint8Array | string): string | undefined {
  const buffer =
    typeof bytes === 'string' ? Buffer.from(bytes) : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (buffer.length > MAX_NOTE_BYTES) return undefined;
  const text = buffer.toString('utf8');
  // Bytes that are no UTF-8 come back as others; a string that is not well-formed does so too.
  return Buffer.from(text).equals(buffer) && (typeof bytes !== 'string' || text === bytes) ? text : undefined;
}

function parseSignature(line: string): Signature | undefined {
  const [, name, base64] = SIGNATURE_LINE.exec(line) ?? [];
  if (name === undefined || base64 === undefined || !NAME.test(name)) return undefined;
  const bytes = Buffer.from(base64, 'base64');
  // Base64 has several spellings of the same bytes; one alone is right.
  if (bytes.length <= KEY_ID_BYTES || bytes.toString('base64') !== base64) return undefined;
  return { name, keyId: bytes.toString('hex', 0, KEY_ID_BYTES), bytes: bytes.subarray(KEY_ID_BYTES) };
}

/** One wrong signature that names a known key refutes the note, whatever else stands there. */
export function checkSignatures(note: SignedNote, verifiers: readonly NoteVerifier[]): SignatureVerdict {
  let verdict: SignatureVerdict = 'unknown';
  for (const signature of note.signatures) {
    const named = verifiers.filter(({ name, keyId }) => name === signature.name && keyId === signature.keyId);
    if (named.length === 0) continue;
    if (!named.some((verifier) => verifier.accepts(note.text, signature.bytes))) return 'forged';
    verdict = 'valid';
  }
  return verdict;
}
