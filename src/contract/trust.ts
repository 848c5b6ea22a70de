import { createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { AppError, messageOf } from '../base/errors.ts';
import { isSlug } from '../base/ids.ts';
import { isObject } from './document.ts';
import { publicJwkOf } from './keys.ts';

/** What a key may sign. */
export const KEY_PURPOSES = ['statement', 'checkpoint', 'acceptance'] as const;
export type KeyPurpose = (typeof KEY_PURPOSES)[number];

/** A counterparty's key in the trust file: a public JWK, and to what extent it is believed. Times are RFC 3339, UTC. */
export interface TrustedJwk {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  readonly kid: string;
  /** The one system whose word it proves. */
  readonly system: string;
  readonly purpose: readonly KeyPurpose[];
  /**
   * What was signed before it or after it is not believed, and after the end neither is what came more than a day later,
   * whatever date it has; left out, there is no such bound.
   */
  readonly valid_from?: string;
  readonly valid_until?: string;
  /** From then on the system signs with another key; what was first seen before is still believed. */
  readonly retired_at?: string;
  /** Somebody else may have the key: nothing that it signed is believed. */
  readonly revoked_at?: string;
}

export interface TrustedKey {
  readonly jwk: TrustedJwk;
  readonly publicKey: KeyObject;
}

/** Whom a system believes, and what. Keys come from this list alone, never from a message. */
export interface TrustList {
  readonly keys: readonly TrustedKey[];
  find(kid: string): TrustedKey | undefined;
  /** Of one system, for one purpose; retired ones too, revoked ones not. */
  keysFor(purpose: KeyPurpose, system: string): readonly TrustedKey[];
}

const TIMES = ['valid_from', 'valid_until', 'retired_at', 'revoked_at'] as const;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/;
/** The members of ours, and those of RFC 7517 that say nothing against it. */
const MEMBERS: readonly string[] = ['kty', 'crv', 'x', 'kid', 'alg', 'use', 'key_ops', 'system', 'purpose', ...TIMES];

/** Throws `misconfigured`: an error in this file is the operator's, and no batch is ever blamed for it. */
export async function readTrust(path: string): Promise<TrustList> {
  return trustListOf(await parseTrust(readText(path), path));
}

function trustListOf(jwks: readonly TrustedJwk[]): TrustList {
  const keys = jwks.map((jwk) => ({ jwk, publicKey: publicKeyOf(jwk) }));
  const byKid = new Map(keys.map((key) => [key.jwk.kid, key]));
  return {
    keys,
    find: (kid) => byKid.get(kid),
    keysFor: (purpose, system) =>
      keys.filter(({ jwk }) => jwk.system === system && jwk.purpose.includes(purpose) && jwk.revoked_at === undefined),
  };
}

function publicKeyOf({ kty, crv, x }: Pick<TrustedJwk, 'kty' | 'crv' | 'x'>): KeyObject {
  return createPublicKey({ key: { kty, crv, x }, format: 'jwk' });
}

export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw trustError(path, messageOf(cause), cause);
  }
}

/** A JWKS whose keys carry the members of `TrustedJwk`. Misspelt members are refused: a bound that is overlooked is none. */
export async function parseTrust(text: string, path: string): Promise<TrustedJwk[]> {
  const document = parseJson(text, path);
  if (!isObject(document) || !Array.isArray(document['keys'])) throw trustError(path, 'it is no JSON Web Key Set');
  const keys: TrustedJwk[] = [];
  for (const [place, member] of document['keys'].entries()) {
    const jwk = await parseKey(member, (why) => trustError(path, `key ${place + 1}: ${why}`));
    if (keys.some(({ kid }) => kid === jwk.kid)) throw trustError(path, `key ${place + 1}: it stands there twice`);
    keys.push(jwk);
  }
  return keys;
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw trustError(path, 'it is no JSON', cause);
  }
}

type Refuse = (why: string) => AppError;

async function parseKey(member: unknown, refuse: Refuse): Promise<TrustedJwk> {
  if (!isObject(member)) throw refuse('it is no object');
  if (Object.hasOwn(member, 'd')) throw refuse('it is a private key, which belongs to its owner alone');
  const { system, alg, use } = member;
  const strange = Object.keys(member).find((name) => !MEMBERS.includes(name));
  if (strange !== undefined) throw refuse(`it has the unknown member ${JSON.stringify(strange.slice(0, 40))}`);
  if (member['kty'] !== 'OKP' || member['crv'] !== 'Ed25519') throw refuse('it is no Ed25519 key');
  if ((alg ?? 'EdDSA') !== 'EdDSA' || (use ?? 'sig') !== 'sig') throw refuse('it is for something else than EdDSA');
  if (typeof system !== 'string' || !isSlug(system))
    throw refuse('"system" must name the one system that signs with it');
  const { x, kid } = await namedKey(member, refuse);
  return { kty: 'OKP', crv: 'Ed25519', x, kid, system, purpose: purposeOf(member, refuse), ...timesOf(member, refuse) };
}

async function namedKey(
  { x, kid }: Readonly<Record<string, unknown>>,
  refuse: Refuse,
): Promise<{ x: string; kid: string }> {
  const bytes = typeof x === 'string' ? Buffer.from(x, 'base64url') : Buffer.alloc(0);
  if (bytes.length !== 32 || bytes.toString('base64url') !== x) throw refuse('"x" must be the 32 bytes of a key');
  const named = await publicJwkOf(x);
  if (kid !== undefined && kid !== named.kid) throw refuse('its "kid" is not its RFC 7638 thumbprint');
  try {
    publicKeyOf(named);
  } catch {
    throw refuse('its key cannot be used');
  }
  return named;
}

function purposeOf({ purpose }: Readonly<Record<string, unknown>>, refuse: Refuse): KeyPurpose[] {
  const known: readonly unknown[] = KEY_PURPOSES;
  if (!Array.isArray(purpose) || purpose.length === 0 || !purpose.every((each) => known.includes(each))) {
    throw refuse(`"purpose" must be an array of ${KEY_PURPOSES.join(', ')}`);
  }
  return purpose as KeyPurpose[];
}

function timesOf(
  member: Readonly<Record<string, unknown>>,
  refuse: Refuse,
): Partial<Record<(typeof TIMES)[number], string>> {
  const times: Partial<Record<(typeof TIMES)[number], string>> = {};
  for (const name of TIMES) {
    const time = member[name];
    if (time === undefined) continue;
    if (typeof time !== 'string' || !TIME.test(time) || Number.isNaN(Date.parse(time))) {
      throw refuse(`"${name}" must be a time like 2026-01-11T18:22:00Z`);
    }
    times[name] = time;
  }
  return times;
}

function trustError(path: string, why: string, cause?: unknown): AppError {
  return new AppError('misconfigured', `read the trusted keys in ${path}: ${why}`, {
    cause,
    hint: 'mend the file; add a key with "handoff keys new --trust", list them with "handoff keys list"',
  });
}
