import { createHmac, hkdfSync } from 'node:crypto';
import type { TokenKey, TokenKeys } from './key-file.ts';

/** A key of its own for each purpose (RFC 5869), so that nothing signed for one is worth anything for another. */
export function deriveKey(master: TokenKey, info: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master.secret, '', info, 32));
}

/** The derived keys of one purpose by key number, made once. Retired keys are not among them. */
export function derivedKeys(keys: TokenKeys, info: string): ReadonlyMap<number, Buffer> {
  return allDerivedKeys(
    keys.filter(({ status }) => status !== 'retired'),
    info,
  );
}

/** The same with the retired keys: for what must be believed as long as mails are out. */
export function allDerivedKeys(keys: TokenKeys, info: string): ReadonlyMap<number, Buffer> {
  return new Map(keys.map((key) => [key.kid, deriveKey(key, info)]));
}

export function activeKid(keys: TokenKeys): number | undefined {
  return keys.find(({ status }) => status === 'active')?.kid;
}

/**
 * An address as it is kept: comparable within the life of a key, and of no use to who has the database alone. Undefined
 * without a key: then nothing of the address is kept.
 */
export function openIpHash(keys: TokenKeys): (ip: string) => string | undefined {
  const kid = activeKid(keys);
  const key = kid === undefined ? undefined : derivedKeys(keys, 'ip').get(kid);
  return (ip) => (key === undefined ? undefined : createHmac('sha256', key).update(ip).digest('hex').slice(0, 32));
}
