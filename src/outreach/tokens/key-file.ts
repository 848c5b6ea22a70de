import { randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { AppError, messageOf } from '../../base/errors.ts';
import { isObject } from '../../contract/document.ts';
import { whileLocked, writeWhole } from '../../contract/key-file.ts';

/**
 * The master keys that links are signed with: `{"keys":[{"kid":1,"secret":"…","status":"active"}]}`. One is active and
 * signs; `verify_only` ones are still believed, so that mails which are out keep working; `retired` ones are not,
 * except for unsubscribing.
 */
export const TOKEN_KEY_STATUSES = ['active', 'verify_only', 'retired'] as const;
export type TokenKeyStatus = (typeof TOKEN_KEY_STATUSES)[number];

export interface TokenKey {
  /** 1 to 255: it is one byte of a token. */
  readonly kid: number;
  /** At least 32 bytes. */
  readonly secret: Uint8Array;
  readonly status: TokenKeyStatus;
}

export type TokenKeys = readonly TokenKey[];

const MIN_SECRET_BYTES = 32;
const MAX_KID = 255;
const OWNER_ONLY = 0o600;

/** Throws `misconfigured` for a file that is missing, that others may read, or that is not as it must be. */
export function readTokenKeys(path: string): TokenKeys {
  return parseTokenKeys(readOwnFile(path), path);
}

function readOwnFile(path: string): string {
  let mode: number;
  let text: string;
  try {
    mode = statSync(path).mode;
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new AppError('misconfigured', `read the token keys ${path}: ${messageOf(cause)}`, {
      cause,
      hint: 'make them with "handoff outreach token-keys new", or name their file as "outreach.tokenKeys" in the configuration',
    });
  }
  if ((mode & 0o077) === 0) return text;
  throw new AppError('misconfigured', `read the token keys ${path}: others than its owner may open it`, {
    hint: `run "chmod 600 ${path}"`,
  });
}

/** `path` is for messages alone. Throws `misconfigured`. */
export function parseTokenKeys(text: string, path: string): TokenKeys {
  const listed = listedKeys(text, path);
  const keys = listed.map((entry, index) => parseKey(entry, (why) => bad(path, `key ${index + 1} ${why}`)));
  if (new Set(keys.map(({ kid }) => kid)).size !== keys.length) throw bad(path, 'two keys have the same kid');
  const active = keys.filter(({ status }) => status === 'active').length;
  if (active !== 1) throw bad(path, `${active} keys are active, exactly one must be`);
  return keys;
}

function listedKeys(text: string, path: string): readonly unknown[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    // What the parser says of it may quote a secret.
    throw bad(path, 'it is no JSON', cause);
  }
  const keys = isObject(parsed) ? parsed['keys'] : undefined;
  if (!Array.isArray(keys)) throw bad(path, 'it has no list "keys"');
  return keys as unknown[];
}

function parseKey(entry: unknown, refuse: (why: string) => AppError): TokenKey {
  if (!isObject(entry)) throw refuse('is no object');
  const { kid, secret, status } = entry;
  if (typeof kid !== 'number' || !Number.isInteger(kid) || kid < 1 || kid > MAX_KID) {
    throw refuse(`has no kid from 1 to ${MAX_KID}`);
  }
  const known = TOKEN_KEY_STATUSES.find((word) => word === status);
  if (known === undefined) throw refuse(`has a status that is none of ${TOKEN_KEY_STATUSES.join(', ')}`);
  const bytes = typeof secret === 'string' ? Buffer.from(secret, 'base64url') : Buffer.alloc(0);
  if (bytes.toString('base64url') !== secret) throw refuse('has a secret that is not base64url');
  if (bytes.length < MIN_SECRET_BYTES) throw refuse(`has a secret of less than ${MIN_SECRET_BYTES} bytes`);
  return { kid, secret: bytes, status: known };
}

function bad(path: string, why: string, cause?: unknown): AppError {
  return new AppError('misconfigured', `read the token keys ${path}: ${why}`, {
    ...(cause !== undefined && { cause }),
    hint: 'correct the file, or make another with "handoff outreach token-keys new"',
  });
}

/** One key of its own making. */
export function newTokenKeys(): TokenKeys {
  return [{ kid: 1, secret: randomBytes(MIN_SECRET_BYTES), status: 'active' }];
}

/** A new key signs from now on; the former one is believed on. Throws `refused` when the numbers are used up. */
export function rotatedTokenKeys(keys: TokenKeys): TokenKeys {
  const kid = Math.max(...keys.map((key) => key.kid)) + 1;
  if (kid > MAX_KID) {
    throw new AppError('refused', `make a token key after number ${MAX_KID}: a token has no room for its number`, {
      hint: 'take retired keys out of the file and renumber nothing: the numbers of keys in use must stay',
    });
  }
  const former = keys.map((key) => (key.status === 'active' ? { ...key, status: 'verify_only' as const } : key));
  return [...former, { kid, secret: randomBytes(MIN_SECRET_BYTES), status: 'active' }];
}

/** Throws `refused` when the file is there. */
export function writeTokenKeys(path: string, keys: TokenKeys): void {
  writeWhole(path, serialize(keys), { mode: OWNER_ONLY, replace: false });
}

/** Reads, rotates and replaces while no other process does; `before` runs with the new keys ahead of the writing. */
export async function rotateTokenKeyFile(path: string, before: (keys: TokenKeys) => Promise<void>): Promise<TokenKeys> {
  return whileLocked(path, async () => {
    const keys = rotatedTokenKeys(readTokenKeys(path));
    await before(keys);
    writeWhole(path, serialize(keys), { mode: OWNER_ONLY, replace: true });
    return keys;
  });
}

function serialize(keys: TokenKeys): string {
  const listed = keys.map(({ kid, secret, status }) => ({
    kid,
    secret: Buffer.from(secret).toString('base64url'),
    status,
  }));
  return `${JSON.stringify({ keys: listed }, undefined, 2)}\n`;
}
