import { createHmac, hkdfSync } from 'node:crypto';
import { chmodSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openIpHash } from '../../../src/outreach/tokens/derive-key.ts';
import {
  newTokenKeys,
  parseTokenKeys,
  readTokenKeys,
  rotatedTokenKeys,
  rotateTokenKeyFile,
  type TokenKeys,
  writeTokenKeys,
} from '../../../src/outreach/tokens/key-file.ts';
import { openLinkTokens, TOKEN_PURPOSES } from '../../../src/outreach/tokens/link-tokens.ts';
import { readTaggedAddress, taggedAddress } from '../../../src/outreach/tokens/tagged-address.ts';
import { KEYS } from '../support/engaged.ts';

const SEND = '0197345a-1b2c-7def-8123-456789abcdef';
const tokens = openLinkTokens(KEYS);

/** The same keys with another one signing. */
function signingWith(kid: number): TokenKeys {
  return KEYS.map((key) => ({ ...key, status: key.kid === kid ? 'active' : 'verify_only' }));
}

describe('a link token', () => {
  test('says which send and which link, for its own purpose alone', () => {
    for (const purpose of TOKEN_PURPOSES) {
      const token = tokens.mint(purpose, SEND, 4_294_967_295);
      expect(token).toMatch(/^[A-Za-z0-9_-]{52}$/);
      for (const other of TOKEN_PURPOSES) {
        const facts = other === purpose ? { sendId: SEND, arg: 4_294_967_295 } : undefined;
        expect(tokens.verify(other, token)).toEqual(facts);
      }
    }
  });

  test('with any one bit of it changed is none', () => {
    const bytes = Buffer.from(tokens.mint('unsubscribe', SEND), 'base64url');
    for (let at = 0; at < bytes.length; at++) {
      for (let bit = 0; bit < 8; bit++) {
        const changed = Buffer.from(bytes);
        changed.writeUInt8(changed.readUInt8(at) ^ (1 << bit), at);
        expect(tokens.verify('unsubscribe', changed.toString('base64url')), `byte ${at} bit ${bit}`).toBeUndefined();
      }
    }
  });

  test('is made exactly as it is written down, so that another program can check it', () => {
    const id = Buffer.from(SEND.replaceAll('-', ''), 'hex');
    const payload = Buffer.concat([Buffer.from([1, 2, 3]), id, Buffer.from([0, 0, 0, 7])]);
    const key = Buffer.from(hkdfSync('sha256', Buffer.alloc(32, 3), '', 'click', 32));
    const mac = createHmac('sha256', key).update('oxh1.click.').update(payload).digest().subarray(0, 16);
    expect(tokens.mint('click', SEND, 7)).toBe(Buffer.concat([payload, mac]).toString('base64url'));
  });

  test('in another writing is none', () => {
    const token = tokens.mint('click', SEND, 1);
    const others = [`${token}=`, ` ${token}`, `${token}\n`, token.slice(1), `${token}A`, token.toLowerCase(), ''];
    for (const other of others) expect(tokens.verify('click', other)).toBeUndefined();
  });

  test('of a former key is believed, of a retired one is not', () => {
    expect(tokens.verify('open', openLinkTokens(signingWith(2)).mint('open', SEND))).toEqual({ sendId: SEND, arg: 0 });
    expect(tokens.verify('open', openLinkTokens(signingWith(1)).mint('open', SEND))).toBeUndefined();
  });

  test('of a retired key still unsubscribes, by link and by mail', () => {
    const retired = openLinkTokens(signingWith(1));
    expect(tokens.verify('unsubscribe', retired.mint('unsubscribe', SEND))).toEqual({ sendId: SEND, arg: 0 });
    const address = taggedAddress(retired, 'unsubscribe', SEND, 'sales@example.com') ?? '';
    expect(readTaggedAddress(tokens, address)).toEqual({ purpose: 'unsubscribe', sendId: SEND });
    expect(readTaggedAddress(tokens, taggedAddress(retired, 'reply', SEND, 'sales@example.com') ?? '')).toBeUndefined();
  });

  test('of somebody else is none, also under a number that we use', () => {
    const foreign = openLinkTokens([{ kid: 3, secret: Buffer.alloc(32, 9), status: 'active' }]);
    expect(tokens.verify('open', foreign.mint('open', SEND))).toBeUndefined();
  });

  test('is not made without a key', () => {
    expect(() => openLinkTokens([]).mint('open', SEND)).toThrow(expect.objectContaining({ code: 'misconfigured' }));
  });

  test('travels in an address where the mailbox leaves room for it', () => {
    const address = taggedAddress(tokens, 'bounce', SEND, 'sales@example.com');
    expect(address).toMatch(/^sales\+b\.[\w-]{52}@example[.]com$/);
    expect(readTaggedAddress(tokens, `<${address}>`)).toEqual({ purpose: 'bounce', sendId: SEND });
    expect(readTaggedAddress(tokens, address?.replace('+b.', '+u.') ?? '')).toBeUndefined();
    expect(taggedAddress(tokens, 'reply', SEND, 'a.very.long.name@example.com')).toBeUndefined();
  });
});

test('an address on the net is kept as a hash that nobody makes without the key', () => {
  const hash = openIpHash(KEYS);
  expect(hash('192.0.2.7')).toMatch(/^[0-9a-f]{32}$/);
  expect(hash('192.0.2.7')).toBe(hash('192.0.2.7'));
  expect(openIpHash(newTokenKeys())('192.0.2.7')).not.toBe(hash('192.0.2.7'));
  expect(openIpHash([])('192.0.2.7')).toBeUndefined();
});

describe('the file of the keys', () => {
  const folder = mkdtempSync(join(tmpdir(), 'token-keys-'));
  const secret = Buffer.alloc(32, 7).toString('base64url');
  const active = { kid: 1, secret, status: 'active' };

  test('is for its owner alone, is never overwritten, and takes new keys', async () => {
    const path = join(folder, 'keys.json');
    writeTokenKeys(path, newTokenKeys());
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(() => writeTokenKeys(path, newTokenKeys())).toThrow(expect.objectContaining({ code: 'refused' }));
    await rotateTokenKeyFile(path, async () => {});
    const keys = readTokenKeys(path);
    expect(keys.map(({ kid, status }) => [kid, status])).toEqual([[1, 'verify_only'], [2, 'active']]); // prettier-ignore
    expect(statSync(path).mode & 0o777).toBe(0o600);
    chmodSync(path, 0o640);
    expect(() => readTokenKeys(path)).toThrow(expect.objectContaining({ code: 'misconfigured' }));
  });

  test.each([
    ['is not there', undefined],
    ['is no JSON', '{'],
    ['has no list', '{}'],
    ['has a kid of 0', { keys: [{ ...active, kid: 0 }] }],
    ['has a kid of 256', { keys: [{ ...active, kid: 256 }] }],
    ['has a kid twice', { keys: [active, { ...active, status: 'retired' }] }],
    ['has a secret of 31 bytes', { keys: [{ ...active, secret: Buffer.alloc(31).toString('base64url') }] }],
    ['has a secret with padding', { keys: [{ ...active, secret: `${secret}=` }] }],
    ['has an unknown status', { keys: [{ ...active, status: 'old' }] }],
    ['has no active key', { keys: [{ ...active, status: 'verify_only' }] }],
    ['has two active keys', { keys: [active, { ...active, kid: 2 }] }],
  ])('that %s is refused, and its secrets are not quoted', (_why, content) => {
    const path = join(folder, 'bad.json');
    if (content === undefined) expect(() => readTokenKeys(join(folder, 'none.json'))).toThrow(/token-keys|none[.]json/);
    else {
      const text = typeof content === 'string' ? content : JSON.stringify(content);
      writeFileSync(path, text, { mode: 0o600 });
      expect(() => readTokenKeys(path)).toThrow(expect.objectContaining({ code: 'misconfigured' }));
      expect(() => readTokenKeys(path)).not.toThrow(new RegExp(secret));
    }
  });

  test('does not rotate beyond the last number that a token has room for', () => {
    const last = parseTokenKeys(JSON.stringify({ keys: [{ ...active, kid: 255 }] }), 'keys.json');
    expect(() => rotatedTokenKeys(last)).toThrow(expect.objectContaining({ code: 'refused' }));
  });
});
