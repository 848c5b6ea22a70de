import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { AppError, messageOf } from '../base/errors.ts';
import { isSlug } from '../base/ids.ts';
import { isObject } from './document.ts';
import { writeWhole } from './key-file.ts';

/** A public key as a counterparty gets it. */
export interface PublicJwk {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  /** Base64url of the 32 bytes. */
  readonly x: string;
  /** RFC 7638 thumbprint: a key has one name, and it cannot be chosen. */
  readonly kid: string;
}

/** The key that a system signs with. */
export interface SigningKey {
  readonly kid: string;
  /** The system that it was made for; undefined where the file does not say. */
  readonly system: string | undefined;
  readonly privateKey: KeyObject;
  readonly publicJwk: PublicJwk;
}

/** Base64url of a SHA-256. */
export const KID = /^[A-Za-z0-9_-]{43}$/;

/** Readable by others: a key that everybody may read proves nothing. */
const FOR_OTHERS = 0o007;

/** Its kid is a hash, and one in 64 begins with a hyphen: `keys revoke` would take that for a flag, so another is made. */
export async function makeSigningKey(system: string): Promise<SigningKey> {
  for (;;) {
    const key = await signingKeyOf(generateKeyPairSync('ed25519').privateKey, system);
    if (!key.kid.startsWith('-')) return key;
  }
}

/** As a file that only its owner may read. Throws `refused` when there is a file already: a key is never overwritten. */
export function writeSigningKey(path: string, { privateKey, system, kid }: SigningKey): void {
  const jwk = { ...privateKey.export({ format: 'jwk' }), kid, ...(system === undefined ? {} : { system }) };
  writeWhole(path, `${JSON.stringify(jwk, undefined, 2)}\n`, { mode: 0o600, replace: false });
}

/** Throws `misconfigured`: no such file, no Ed25519 key, or one that others may read. What is in it is never quoted. */
export async function readSigningKey(path: string): Promise<SigningKey> {
  const refuse = (why: string, cause?: unknown) =>
    new AppError('misconfigured', `read the signing key ${path}: ${why}`, {
      cause,
      hint: 'make one with "handoff keys new", and name it with HANDOFF_SIGNING_KEY or as "signingKey" in the configuration',
    });
  const jwk = parseJson(path, refuse);
  if (!isObject(jwk) || jwk['kty'] !== 'OKP' || jwk['crv'] !== 'Ed25519' || typeof jwk['d'] !== 'string') {
    throw refuse('it is no private Ed25519 key as a JWK');
  }
  const { system, x, kid } = jwk;
  if (system !== undefined && !(typeof system === 'string' && isSlug(system))) throw refuse('its "system" is no name');
  const key = await signingKeyOf(privateKeyOf(jwk, refuse), system);
  if (x !== key.publicJwk.x || (kid !== undefined && kid !== key.kid)) {
    throw refuse('its public half, or its kid, is that of another key');
  }
  return key;
}

type Refuse = (why: string, cause?: unknown) => AppError;

function parseJson(path: string, refuse: Refuse): unknown {
  try {
    if ((statSync(path).mode & FOR_OTHERS) !== 0)
      throw refuse('everybody on this machine may use it; run "chmod 600" on it');
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    // A parser quotes what it stumbles on, and that may be a part of the key.
    throw cause instanceof SyntaxError ? refuse('it is no JSON') : refuse(messageOf(cause), cause);
  }
}

function privateKeyOf({ d, x }: Readonly<Record<string, unknown>>, refuse: Refuse): KeyObject {
  try {
    return createPrivateKey({ key: { kty: 'OKP', crv: 'Ed25519', d: String(d), x: String(x) }, format: 'jwk' });
  } catch {
    throw refuse('its key cannot be used');
  }
}

async function signingKeyOf(privateKey: KeyObject, system: string | undefined): Promise<SigningKey> {
  // A key knows its public half; what a file says beside it is compared with that.
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  if (x === undefined) throw new AppError('internal', 'name a signing key: it has no public half');
  const publicJwk = await publicJwkOf(x);
  return { kid: publicJwk.kid, system, privateKey, publicJwk };
}

/** With its name. */
export async function publicJwkOf(x: string): Promise<PublicJwk> {
  const { calculateJwkThumbprint } = await import('jose');
  const kid = await calculateJwkThumbprint({ kty: 'OKP', crv: 'Ed25519', x }, 'sha256');
  return { kty: 'OKP', crv: 'Ed25519', x, kid };
}
