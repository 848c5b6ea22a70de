import { fc } from '../../support/fast-check.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  MAX_STATEMENT_CHARACTERS,
  openSigner,
  type SigningKey,
  type StatementPayload,
  type StatementSigner,
  type TrustedJwk,
  type TrustList,
  verifyStatement,
} from '../../../src/contract/index.ts';
import { encode, handMade, payloadOf, producerKey, SIGNED_AT, signedWithPublicKey, trusting } from './signed.ts';

let key: SigningKey;
let signer: StatementSigner;
let trust: TrustList;
const seenAt = SIGNED_AT + 60_000;
const HEADER = { alg: 'EdDSA', typ: 'handoff-statement+jwt' };

beforeAll(async () => {
  ({ key, signer } = await producerKey());
  trust = await trusting(key);
});

async function codeOf(text: string, list: TrustList = trust, seenMs = seenAt, nowMs = seenAt): Promise<string> {
  const verdict = await verifyStatement(text, list, { nowMs, firstSeen: () => Promise.resolve(seenMs) });
  return verdict.verdict === 'verified' ? 'verified' : verdict.code;
}

/** The statement under a key that the list has with these limits. */
async function codeWith(change: Partial<TrustedJwk>, payload: Partial<StatementPayload> = {}, seenMs = seenAt) {
  return codeOf(await signer.sign(payloadOf(payload)), await trusting(key, change), seenMs);
}

test('what a trusted key of the source signed is verified, and says what was signed', async () => {
  const payload = payloadOf({ void: [3, 5], checkpoint: 'a note' });
  const arrival = { nowMs: seenAt, firstSeen: () => Promise.resolve(seenAt) };
  const verdict = await verifyStatement(await signer.sign(payload), trust, arrival);
  expect(verdict).toEqual({ verdict: 'verified', statement: payload, kid: key.kid });
});

test('the same payload gives the same statement, of about a kilobyte', async () => {
  const text = await signer.sign(payloadOf());
  expect(await signer.sign(payloadOf())).toBe(text);
  expect(text.length).toBeLessThan(1_100);
});

describe('forged', () => {
  test('by a key that nobody trusts: KEY_UNTRUSTED', async () => {
    const other = await producerKey();
    expect(await codeOf(await other.signer.sign(payloadOf()))).toBe('KEY_UNTRUSTED');
  });

  test('by another key under the name of a trusted one: STATEMENT_INVALID', async () => {
    const other = await producerKey();
    expect(await codeOf(handMade(other.key, { ...HEADER, kid: key.kid }))).toBe('STATEMENT_INVALID');
  });

  test('by the key of a system that is not the source: KEY_UNTRUSTED', async () => {
    expect(await codeWith({ system: 'geo-os' })).toBe('KEY_UNTRUSTED');
  });

  test('by a key that is trusted for something else: KEY_UNTRUSTED', async () => {
    expect(await codeWith({ purpose: ['checkpoint'] })).toBe('KEY_UNTRUSTED');
  });

  test.each([
    [
      'alg none, without a signature',
      () => `${encode({ ...HEADER, alg: 'none', kid: key.kid })}.${encode(payloadOf())}.`,
    ],
    ['alg none, with one', () => handMade(key, { ...HEADER, alg: 'none', kid: key.kid })],
    ['HS256 with the public key as its secret', () => signedWithPublicKey(key)],
    ['another name of the algorithm', () => handMade(key, { ...HEADER, alg: 'Ed25519', kid: key.kid })],
    ['another type', () => handMade(key, { ...HEADER, typ: 'JWT', kid: key.kid })],
    ['no type', () => handMade(key, { alg: 'EdDSA', kid: key.kid })],
    ['no kid', () => handMade(key, HEADER)],
    ['a kid that is a path', () => handMade(key, { ...HEADER, kid: '../../etc/passwd' })],
    ['a key of its own', () => handMade(key, { ...HEADER, kid: key.kid, jwk: key.publicJwk })],
    ['a place to get a key', () => handMade(key, { ...HEADER, kid: key.kid, jku: 'https://example.com/keys' })],
    ['a certificate', () => handMade(key, { ...HEADER, kid: key.kid, x5u: 'https://example.com/cert' })],
    ['a critical extension', () => handMade(key, { ...HEADER, kid: key.kid, crit: ['exp'], exp: 1 })],
    ['an unencoded payload', () => handMade(key, { ...HEADER, kid: key.kid, b64: false, crit: ['b64'] })],
    [
      'a header with one name twice',
      () => handMade(key, `{"alg":"none","alg":"EdDSA","typ":"${HEADER.typ}","kid":"${key.kid}"}`),
    ],
    ['no header', () => handMade(key, 'null')],
  ])('with %s in its header: STATEMENT_INVALID', async (_what, make) => {
    expect(await codeOf(make())).toBe('STATEMENT_INVALID');
  });
});

describe('a key whose time is over', () => {
  test('expired before it signed: KEY_UNTRUSTED; still valid then: verified', async () => {
    expect(await codeWith({ valid_until: '2026-01-11T18:21:59Z' })).toBe('KEY_UNTRUSTED');
    expect(await codeWith({ valid_until: '2026-01-11T18:22:01Z' })).toBe('verified');
  });

  test('expired, and dated back: what comes within a day of its end is verified, what comes later is KEY_UNTRUSTED', async () => {
    const [expired, endMs] = [{ valid_until: '2026-01-11T18:22:01Z' }, SIGNED_AT + 1_000];
    const dayMs = 24 * 60 * 60 * 1_000;
    expect(await codeWith(expired, {}, endMs + dayMs)).toBe('verified');
    expect(await codeWith(expired, {}, endMs + dayMs + 1)).toBe('KEY_UNTRUSTED');
    expect(await codeWith(expired, { iat: SIGNED_AT / 1_000 - 3_600 }, endMs + 30 * dayMs)).toBe('KEY_UNTRUSTED');
  });

  test('signed in the future: STATEMENT_INVALID, but for the five minutes by which clocks may differ', async () => {
    const text = await signer.sign(payloadOf());
    expect(await codeOf(text, trust, SIGNED_AT, SIGNED_AT - 5 * 60_000)).toBe('verified');
    expect(await codeOf(text, trust, SIGNED_AT, SIGNED_AT - 5 * 60_000 - 1)).toBe('STATEMENT_INVALID');
  });

  test('not yet valid when it signed: KEY_UNTRUSTED; from that second on: verified', async () => {
    expect(await codeWith({ valid_from: '2026-01-11T18:22:01Z' })).toBe('KEY_UNTRUSTED');
    expect(await codeWith({ valid_from: '2026-01-11T18:22:00.400Z' })).toBe('verified');
  });

  test('retired: what was first seen before is verified, what comes later is KEY_UNTRUSTED', async () => {
    const retired = { retired_at: new Date(SIGNED_AT + 30_000).toISOString() };
    expect(await codeWith(retired, {}, SIGNED_AT + 29_999)).toBe('verified');
    expect(await codeWith(retired, {}, SIGNED_AT + 30_000)).toBe('KEY_UNTRUSTED');
  });

  test('retired: a date in the statement before it does not help', async () => {
    const retired = { retired_at: new Date(SIGNED_AT).toISOString() };
    expect(await codeWith(retired, { iat: SIGNED_AT / 1_000 - 3_600 })).toBe('KEY_UNTRUSTED');
  });

  test('revoked: nothing is verified, whenever it was signed and seen', async () => {
    const revoked = { revoked_at: '2030-01-01T00:00:00Z' };
    expect(await codeWith(revoked)).toBe('KEY_UNTRUSTED');
    expect(await codeWith(revoked, {}, 0)).toBe('KEY_UNTRUSTED');
  });
});

describe('no statement at all', () => {
  test.each([
    ['an empty text', () => ''],
    ['two statements', (text: string) => `${text},${text}`],
    ['two statements in one', (text: string) => `${text}.${text}`],
    ['one part less', (text: string) => text.slice(0, text.lastIndexOf('.'))],
    ['padding', (text: string) => `${text}=`],
    ['a space behind it', (text: string) => `${text} `],
    ['a letter of another alphabet', (text: string) => text.replace(/e/, '\u0435')],
    ['plain base64', (text: string) => text.replaceAll('_', '/').replaceAll('-', '+').replace(/^ey/, '+y')],
    ['more than fits beside an object', (text: string) => text.padEnd(MAX_STATEMENT_CHARACTERS + 1, 'A')],
    ['a JWS as JSON', (text: string) => JSON.stringify({ payload: text })],
  ])('%s: STATEMENT_INVALID', async (_what, change) => {
    expect(await codeOf(change(await signer.sign(payloadOf())))).toBe('STATEMENT_INVALID');
  });
});

describe('a payload that its key did sign, and that says too little or nonsense', () => {
  const names = Object.keys(payloadOf()) as (keyof StatementPayload)[];

  test.each(names)('%s is missing: STATEMENT_INVALID', async (name) => {
    const { [name]: _, ...rest } = payloadOf();
    expect(await codeOf(handMade(key, { ...HEADER, kid: key.kid }, rest))).toBe('STATEMENT_INVALID');
  });

  test.each([
    { bytes: -1 },
    { bytes: '10' },
    { records: 1.5 },
    { stream_seq: 0 },
    { sha256: 'B'.repeat(64) },
    { source: '../engine' },
    { iat: null },
    { void: [7] },
    { void: [0] },
    { void: '3' },
    { void: Array.from({ length: 21 }, () => 1) },
    { checkpoint: 7 },
    { contract: '' },
  ])('%j: STATEMENT_INVALID', async (change) => {
    expect(await codeOf(handMade(key, { ...HEADER, kid: key.kid }, payloadOf(change)))).toBe('STATEMENT_INVALID');
  });

  test('a member twice, which two readers could read differently: STATEMENT_INVALID', async () => {
    const text = `${JSON.stringify(payloadOf()).slice(0, -1)},"target":"outreach-global"}`;
    expect(await codeOf(handMade(key, { ...HEADER, kid: key.kid }, text))).toBe('STATEMENT_INVALID');
  });

  test('a member that this build does not know is let be', async () => {
    const payload = { ...payloadOf(), transport_hint: 'queue' };
    expect(await codeOf(handMade(key, { ...HEADER, kid: key.kid }, payload))).toBe('verified');
  });
});

test('any bit that is turned over, wherever it is, is found', async () => {
  const text = Buffer.from(await signer.sign(payloadOf({ void: [2], checkpoint: 'a note' })));
  const place = fc.integer({ min: 0, max: text.length - 1 });
  await fc.assert(
    fc.asyncProperty(place, fc.integer({ min: 0, max: 7 }), async (at, bit) => {
      const turned = Buffer.from(text);
      turned[at] = (turned[at] ?? 0) ^ (1 << bit);
      expect(['STATEMENT_INVALID', 'KEY_UNTRUSTED']).toContain(await codeOf(turned.toString('latin1')));
    }),
    { numRuns: 1_500 },
  );
});

test('any bit that is turned over in what the parts say is found', async () => {
  const parts = (await signer.sign(payloadOf({ void: [2], checkpoint: 'a note' }))).split('.');
  const part = fc.integer({ min: 0, max: 2 });
  await fc.assert(
    fc.asyncProperty(part, fc.nat(2_000), fc.integer({ min: 0, max: 7 }), async (which, at, bit) => {
      const bytes = Buffer.from(parts[which] ?? '', 'base64url');
      const place = at % bytes.length;
      bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
      const turned = parts.map((text, index) => (index === which ? bytes.toString('base64url') : text)).join('.');
      expect(['STATEMENT_INVALID', 'KEY_UNTRUSTED']).toContain(await codeOf(turned));
    }),
    { numRuns: 1_500 },
  );
});

test('a signature that ends in another letter of the same bytes is found', async () => {
  const text = await signer.sign(payloadOf());
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const last = alphabet.indexOf(text.at(-1) ?? '');
  const twin = `${text.slice(0, -1)}${alphabet[last ^ 1]}`;
  expect(Buffer.from(twin.split('.')[2] ?? '', 'base64url')).toEqual(
    Buffer.from(text.split('.')[2] ?? '', 'base64url'),
  );
  expect(await codeOf(twin)).toBe('STATEMENT_INVALID');
});

test('a payload that is too long for metadata is not signed', async () => {
  const signing = openSigner(key).sign(payloadOf({ checkpoint: 'x'.repeat(1_000) }));
  await expect(signing).rejects.toMatchObject({ code: 'internal' });
});
