import { createHmac, sign } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  makeSigningKey,
  openSigner,
  readTrust,
  type SigningKey,
  type StatementPayload,
  type TrustedJwk,
  type TrustList,
} from '../../../src/contract/index.ts';

export const SOURCE = 'social-xpress-engine';
export const TARGET = 'nextier-execution';
export const SIGNED_AT = Date.parse('2026-01-11T18:22:00Z');

/** A good statement's payload unless something is changed. */
export function payloadOf(change: Partial<Record<keyof StatementPayload, unknown>> = {}): StatementPayload {
  const payload: Record<string, unknown> = {
    contract: 'lead-card-batch',
    schema_version: 'v1',
    revision: '1.0.0',
    schema_sha256: 'a'.repeat(64),
    batch_id: 'sxp_2026_01_11_001',
    source: SOURCE,
    target: TARGET,
    key: 'exports/lead-batches/sxp_2026_01_11_001.json',
    bytes: 10_000,
    sha256: 'b'.repeat(64),
    records: 20,
    created_at: '2026-01-11T18:21:59Z',
    stream_seq: 7,
    iat: SIGNED_AT / 1_000,
    ...change,
  };
  return payload as unknown as StatementPayload;
}

export function trustedJwk({ publicJwk }: SigningKey, change: Partial<TrustedJwk> = {}): TrustedJwk {
  return { ...publicJwk, system: SOURCE, purpose: ['statement'], ...change };
}

/** The trusted keys as a file; its path. */
export function trustFile(keys: readonly object[]): string {
  const path = join(mkdtempSync(join(tmpdir(), 'handoff-trust-')), 'trust.jwks.json');
  writeFileSync(path, JSON.stringify({ keys }));
  return path;
}

export async function trusting(key: SigningKey, change: Partial<TrustedJwk> = {}): Promise<TrustList> {
  return readTrust(trustFile([trustedJwk(key, change)]));
}

/** A key of the source, and who signs with it. */
export async function producerKey(system = SOURCE) {
  const key = await makeSigningKey(system);
  return { key, signer: openSigner(key) };
}

export function encode(value: unknown): string {
  return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
}

/** A JWS with whatever header and payload, properly signed: what somebody with the key could make. */
export function handMade(key: SigningKey, header: unknown, payload: unknown = payloadOf()): string {
  const signed = `${encode(header)}.${encode(payload)}`;
  return `${signed}.${sign(undefined, Buffer.from(signed), key.privateKey).toString('base64url')}`;
}

/** The oldest trick: the public key, which everybody has, as the secret of a symmetric algorithm. */
export function signedWithPublicKey(key: SigningKey): string {
  const signed = `${encode({ alg: 'HS256', typ: 'handoff-statement+jwt', kid: key.kid })}.${encode(payloadOf())}`;
  const secret = Buffer.from(key.publicJwk.x, 'base64url');
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}
