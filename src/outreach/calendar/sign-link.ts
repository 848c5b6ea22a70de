import { createHmac, timingSafeEqual } from 'node:crypto';
import { activeKid, derivedKeys } from '../tokens/derive-key.ts';
import type { TokenKeys } from '../tokens/key-file.ts';

/** What a calendar link says, and signs: whose company, which outreach, which link, until when. */
export interface CalendarClaims {
  /** CL's id of the company, opaque here. */
  readonly sid: string;
  readonly oid: string;
  readonly jti: string;
  /** Seconds since 1970. */
  readonly exp: number;
}

/** The part of a signature that travels through the scheduler and back. */
const SHORT_SIGNATURE = 8;

export interface CalendarSigner {
  /** Undefined without an active key. */
  sign(claims: CalendarClaims): { readonly kid: string; readonly sig: string } | undefined;
  /** The signature that the key of this number makes; undefined for an unknown or retired one. */
  signatureBy(kid: string, claims: CalendarClaims): string | undefined;
}

export function openCalendarSigner(keys: TokenKeys): CalendarSigner {
  const derived = derivedKeys(keys, 'calendar');
  const active = activeKid(keys);
  const signatureBy = (kid: string, claims: CalendarClaims): string | undefined => {
    const key = /^[1-9]\d{0,2}$/.test(kid) ? derived.get(Number(kid)) : undefined;
    return key && createHmac('sha256', key).update(signedBytes(claims)).digest('base64url');
  };
  return {
    signatureBy,
    sign: (claims) => {
      const sig = active === undefined ? undefined : signatureBy(String(active), claims);
      return sig === undefined ? undefined : { kid: String(active), sig };
    },
  };
}

/** Each part after its length in four bytes: no two different links have the same bytes. */
function signedBytes({ sid, oid, jti, exp }: CalendarClaims): Buffer {
  const parts = ['cal1', sid, oid, jti, String(exp)].flatMap((text) => {
    const bytes = Buffer.from(text);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return [length, bytes];
  });
  return Buffer.concat(parts);
}

export function isSameText(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** `<jti>.<first 8 characters of the signature>`: how a booking says by which link it came. */
export function bookingToken(jti: string, sig: string): string {
  return `${jti}.${sig.slice(0, SHORT_SIGNATURE)}`;
}
