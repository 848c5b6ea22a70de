import { createHmac, timingSafeEqual } from 'node:crypto';
import { AppError } from '../../base/errors.ts';
import { activeKid, allDerivedKeys, derivedKeys } from './derive-key.ts';
import type { TokenKeys } from './key-file.ts';

/**
 * What stands in the links and addresses of a mail: `base64url(version 1 | purpose 1 | kid 1 | send id 16 | argument 4 |
 * mac 16)`, 52 characters. The MAC is HMAC-SHA256, cut to 16 bytes, over `oxh1.<purpose>.` and what stands before it, with
 * a key of the purpose. There is no personal data in it and no time: how long it counts is asked of the send.
 */
export const TOKEN_PURPOSES = ['open', 'click', 'unsubscribe', 'reply', 'bounce'] as const;
export type TokenPurpose = (typeof TOKEN_PURPOSES)[number];

export interface TokenFacts {
  readonly sendId: string;
  /** For a click: the number of the link; else 0. */
  readonly arg: number;
}

export interface LinkTokens {
  /** Throws `misconfigured` without an active key. */
  mint(purpose: TokenPurpose, sendId: string, arg?: number): string;
  /**
   * Undefined for whatever this hub did not sign for this purpose, and for what a retired key signed, except to
   * unsubscribe: a mail that is out must let its reader go, and the worst that a forged one does is to write less.
   */
  verify(purpose: TokenPurpose, token: string): TokenFacts | undefined;
}

const VERSION = 1;
const PAYLOAD_BYTES = 23;
const MAC_BYTES = 16;
const TOKEN = /^[A-Za-z0-9_-]{52}$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function openLinkTokens(keys: TokenKeys): LinkTokens {
  const derived = new Map(TOKEN_PURPOSES.map((purpose) => [purpose, verifyingKeys(keys, purpose)]));
  const keyOf = (purpose: TokenPurpose, kid: number): Buffer | undefined => derived.get(purpose)?.get(kid);
  const active = activeKid(keys);
  return {
    mint(purpose, sendId, arg = 0) {
      const key = active === undefined ? undefined : keyOf(purpose, active);
      if (active === undefined || key === undefined) throw noKey();
      const payload = packPayload(purpose, active, sendId, arg);
      return Buffer.concat([payload, macOf(key, purpose, payload)]).toString('base64url');
    },
    verify(purpose, token) {
      if (!TOKEN.test(token)) return undefined;
      const bytes = Buffer.from(token, 'base64url');
      const payload = bytes.subarray(0, PAYLOAD_BYTES);
      const mac = bytes.subarray(PAYLOAD_BYTES);
      const key = keyOf(purpose, payload.readUInt8(2));
      if (key === undefined || !timingSafeEqual(mac, macOf(key, purpose, payload))) return undefined;
      const isOurs = payload.readUInt8(0) === VERSION && payload.readUInt8(1) === purposeByte(purpose);
      return isOurs ? { sendId: uuidOf(payload.subarray(3, 19)), arg: payload.readUInt32BE(19) } : undefined;
    },
  };
}

function verifyingKeys(keys: TokenKeys, purpose: TokenPurpose): ReadonlyMap<number, Buffer> {
  return purpose === 'unsubscribe' ? allDerivedKeys(keys, purpose) : derivedKeys(keys, purpose);
}

function noKey(): AppError {
  return new AppError('misconfigured', 'sign a link: there is no key to sign with', {
    hint: 'make one with "handoff outreach token-keys new"',
  });
}

function packPayload(purpose: TokenPurpose, kid: number, sendId: string, arg: number): Buffer {
  if (!UUID.test(sendId)) throw new AppError('internal', `sign a link for the send ${sendId}: its id is no UUID`);
  const payload = Buffer.alloc(PAYLOAD_BYTES);
  payload.writeUInt8(VERSION, 0);
  payload.writeUInt8(purposeByte(purpose), 1);
  payload.writeUInt8(kid, 2);
  payload.write(sendId.replaceAll('-', ''), 3, 'hex');
  payload.writeUInt32BE(arg, 19);
  return payload;
}

function purposeByte(purpose: TokenPurpose): number {
  return TOKEN_PURPOSES.indexOf(purpose) + 1;
}

function macOf(key: Buffer, purpose: TokenPurpose, payload: Buffer): Buffer {
  return createHmac('sha256', key).update(`oxh1.${purpose}.`).update(payload).digest().subarray(0, MAC_BYTES);
}

function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
