import { expect, test } from 'vitest';
import {
  type Acceptance,
  acceptanceFolder,
  acceptanceKey,
  decodeAcceptance,
  encodeAcceptance,
  MAX_ACCEPTANCE_BYTES,
} from '../../src/contract/acceptance/acceptance.ts';
import { makeSigningKey, type SigningKey, type TrustList } from '../../src/contract/index.ts';
import { trusting } from './statement/signed.ts';

const ACCEPTANCE: Acceptance = {
  contract: 'handoff-acceptance',
  schema_version: 'v1',
  target: 'nextier-execution',
  accepts: 'lead-card-batch',
  range: '^1.1.0',
  revisions: ['1.0.0', '1.1.0'],
  examples: 80,
  accepted_at: '2026-01-11T18:22:00.000Z',
};
const bytesOf = (value: unknown): Uint8Array => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));

async function world(): Promise<{ key: SigningKey; trust: TrustList }> {
  const key = await makeSigningKey('nextier-execution');
  return { key, trust: await trusting(key, { system: 'nextier-execution', purpose: ['acceptance'] }) };
}

test('a signed acceptance is read back as it was said, and lies where its producer looks', async () => {
  const { key, trust } = await world();
  expect(await decodeAcceptance(await encodeAcceptance(ACCEPTANCE, key), trust)).toEqual(ACCEPTANCE);
  expect(acceptanceKey(ACCEPTANCE, true)).toBe(
    `${acceptanceFolder('nextier-execution', 'lead-card-batch')}20260111T182200000Z.jws`,
  );
});

test('without a trust list a signed and an unsigned one are read, with one only what its own key signed', async () => {
  const { key, trust } = await world();
  expect(await decodeAcceptance(await encodeAcceptance(ACCEPTANCE, undefined), undefined)).toEqual(ACCEPTANCE);
  expect(await decodeAcceptance(await encodeAcceptance(ACCEPTANCE, key), undefined)).toEqual(ACCEPTANCE);
  const unsigned = encodeAcceptance(ACCEPTANCE, undefined);
  await expect(decodeAcceptance(await unsigned, trust)).rejects.toMatchObject({ reason: 'STATEMENT_MISSING' });
});

test('a stranger’s key, another system’s key and a key for something else accept nothing', async () => {
  const { trust } = await world();
  const stranger = await makeSigningKey('nextier-execution');
  const signed = await encodeAcceptance(ACCEPTANCE, stranger);
  await expect(decodeAcceptance(signed, trust)).rejects.toMatchObject({ reason: 'KEY_UNTRUSTED' });
  const others = await trusting(stranger, { system: 'outreach-global', purpose: ['acceptance'] });
  await expect(decodeAcceptance(signed, others)).rejects.toMatchObject({ reason: 'KEY_UNTRUSTED' });
  const statements = await trusting(stranger, { system: 'nextier-execution', purpose: ['statement'] });
  await expect(decodeAcceptance(signed, statements)).rejects.toMatchObject({ reason: 'KEY_UNTRUSTED' });
});

test('a flipped character anywhere in a signed acceptance is noticed', async () => {
  const { key, trust } = await world();
  const text = Buffer.from(await encodeAcceptance(ACCEPTANCE, key)).toString();
  for (let at = 0; at < text.length; at += 7) {
    const flipped = `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
    await expect(decodeAcceptance(bytesOf(flipped), trust), String(at)).rejects.toMatchObject({ code: 'content' });
  }
});

test.each([
  ['another contract', { contract: 'handoff-receipt' }],
  ['a range that is none', { range: '*' }],
  ['a target that is no name', { target: '../x' }],
  ['a time that is none', { accepted_at: 'yesterday' }],
  ['revisions that are none', { revisions: ['one'] }],
  ['no examples', { examples: undefined }],
])('%s is no acceptance', async (_, change) => {
  await expect(decodeAcceptance(bytesOf({ ...ACCEPTANCE, ...change }), undefined)).rejects.toMatchObject({
    code: 'content',
  });
});

test.each(['', '[]', 'null', '{', 'a.b.c', '{"a":1,"a":2}', `{"x":"${'x'.repeat(MAX_ACCEPTANCE_BYTES)}"}`])(
  'bytes that are anything else are refused, not crashed on',
  async (text) => {
    await expect(decodeAcceptance(bytesOf(text), undefined)).rejects.toMatchObject({ code: 'content' });
  },
);
