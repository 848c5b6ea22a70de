import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { fc } from '../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { codeOf } from '../../src/base/errors.ts';
import { checkpointText, readCheckpoint, sizeInKey } from '../../src/audit/checkpoint.ts';
import {
  checkSignatures,
  MAX_NOTE_BYTES,
  openNoteSigner,
  openNoteVerifier,
  parseNote,
} from '../../src/audit/signed-note.ts';
import { newPrivateKey, newSigner } from './open-anchored.ts';

const HEAD = 'ab'.repeat(32);
const TEXT = checkpointText({ origin: 'handoff/nextier-execution', size: 42, headHash: HEAD });

/** The example of RFC 8032, 7.1, test 2: what it signs is known, so that other programs can be asked about it. */
const KNOWN_KEY = createPrivateKey({
  format: 'jwk',
  key: {
    kty: 'OKP',
    crv: 'Ed25519',
    d: 'TM0Imyj_ltqdtsNG7BFOD1uKMZ81q6Yk2oz27U-4pvs',
    x: 'PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw',
  },
});

test('a key has the id that the specification computes: SHA-256 of name, newline, type and key', async () => {
  const { subtle } = globalThis.crypto;
  const raw = Buffer.from('PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw', 'base64url');
  const digest = await subtle.digest('SHA-256', Buffer.concat([Buffer.from('example.com/log\n\x01'), raw]));
  const { verifier } = openNoteSigner('example.com/log', KNOWN_KEY);
  expect(verifier.keyId).toBe(Buffer.from(digest).toString('hex', 0, 4));
  const typed = Buffer.concat([Buffer.of(1), raw]).toString('base64');
  expect(verifier.verifierKey).toBe(`example.com/log+${verifier.keyId}+${typed}`);
});

test('a note is text, an empty line, and a signature line that anybody with the public key can check', () => {
  const signer = openNoteSigner('handoff/nextier-execution', KNOWN_KEY);
  const note = signer.sign(TEXT);
  const lines = note.split('\n');
  expect(lines.slice(0, 4)).toEqual([
    'handoff/nextier-execution',
    '42',
    Buffer.from(HEAD, 'hex').toString('base64'),
    '',
  ]);
  expect(lines[4]).toMatch(/^— handoff\/nextier-execution [A-Za-z0-9+/=]+$/);
  expect(lines.slice(5)).toEqual(['']);
  expect(signer.sign(TEXT)).toBe(note);
  const read = readCheckpoint(note);
  if (!read.ok) return expect.unreachable(read.problem);
  expect(read.checkpoint).toEqual({ origin: 'handoff/nextier-execution', size: 42, headHash: HEAD });
  const onlyPublic = openNoteVerifier('handoff/nextier-execution', createPublicKey(KNOWN_KEY));
  expect(onlyPublic.verifierKey).toBe(signer.verifier.verifierKey);
  expect(checkSignatures(read.note, [onlyPublic])).toBe('valid');
});

function verdictOn(note: string, ...verifiers: Parameters<typeof checkSignatures>[1]): string {
  const read = parseNote(note);
  return read.ok ? checkSignatures(read.note, verifiers) : `refused: ${read.problem}`;
}

describe('signatures', () => {
  const signer = newSigner();
  const note = signer.sign(TEXT);

  test('every changed bit of the text or the signature is refused', () => {
    const bytes = Buffer.from(note);
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      const read = parseNote(changed);
      if (read.ok) expect(checkSignatures(read.note, [signer.verifier])).not.toBe('valid');
    }
  });

  test('another key, another name of the same key, and no key at all are unknown', () => {
    const privateKey = newPrivateKey();
    const ours = openNoteSigner('handoff/a', privateKey);
    const renamed = openNoteSigner('handoff/b', privateKey);
    expect(verdictOn(note, newSigner().verifier)).toBe('unknown');
    expect(verdictOn(ours.sign(TEXT), renamed.verifier)).toBe('unknown');
    expect(verdictOn(note)).toBe('unknown');
  });

  test('lines of keys that nobody knows are passed over, before and after the known one', () => {
    const stranger = newSigner('other').sign(TEXT).split('\n').at(-2);
    const [body, own] = [note.slice(0, note.indexOf('—')), note.split('\n').at(-2)];
    expect(verdictOn(`${body}${stranger}\n${own}\n`, signer.verifier)).toBe('valid');
    expect(verdictOn(`${body}${own}\n${stranger}\n`, signer.verifier)).toBe('valid');
  });

  test('a wrong signature under a known key refutes the note, also beside a right one', () => {
    const other = signer.sign(`${TEXT}more\n`).split('\n').at(-2);
    const body = note.slice(0, note.indexOf('—'));
    expect(verdictOn(`${body}${other}\n`, signer.verifier)).toBe('forged');
    expect(verdictOn(`${note}${other}\n`, signer.verifier)).toBe('forged');
  });

  test('a signature of another length is none', () => {
    const keyId = Buffer.from(signer.verifier.keyId, 'hex');
    const short = Buffer.concat([keyId, Buffer.alloc(63)]).toString('base64');
    expect(verdictOn(`${TEXT}\n— ${signer.name} ${short}\n`, signer.verifier)).toBe('forged');
  });
});

describe('what is no note is refused and throws nothing', () => {
  const note = newSigner().sign(TEXT);
  const line = note.split('\n').at(-2)!;
  test.each<[string, string | Uint8Array]>([
    ['nothing', ''],
    ['an empty line', '\n\n'],
    ['no signature', TEXT],
    ['no signature after the empty line', `${TEXT}\n`],
    ['no text', `\n\n${line}\n`],
    ['no newline at the end', note.slice(0, -1)],
    ['two newlines at the end', `${note}\n`],
    ['carriage returns', note.replaceAll('\n', '\r\n')],
    ['a tab', note.replace('42', '4\t2')],
    ['a NUL', note.replace('42', '4\0')],
    ['a hyphen for the dash', note.replace('—', '-')],
    ['two spaces', note.replace('— ', '—  ')],
    ['a plus sign in the name', note.replace('— handoff', '— hand+off')],
    ['base64url', `${TEXT}\n— x ${Buffer.alloc(68, 0xff).toString('base64url')}\n`],
    ['base64 that is spelled otherwise', `${TEXT}\n— x AAAAAAB=\n`],
    ['too few bytes', `${TEXT}\n— x AAAA\n`],
    ['seventeen signatures', `${note}${`${line}\n`.repeat(16)}`],
    ['too many bytes', `${'x'.repeat(MAX_NOTE_BYTES)}\n${note}`],
    ['bytes that are no UTF-8', Buffer.concat([Buffer.of(0xff), Buffer.from(note)])],
    ['a lone surrogate', `\ud800${note}`],
  ])('%s', (_, text) => {
    expect(parseNote(text).ok).toBe(false);
  });

  test('any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(note.length), (noise, at) => {
        const bytes = Buffer.concat([Buffer.from(note).subarray(0, at), noise]);
        const read = readCheckpoint(bytes);
        if (!read.ok) expect(typeof read.problem).toBe('string');
      }),
    );
  });

  test.each([
    ['a line more', `${TEXT}extension\n`],
    ['a line less', 'handoff/x\n42\n'],
    ['no origin', TEXT.replace('handoff/nextier-execution', '')],
    ['size 0', TEXT.replace('42', '0')],
    ['a leading zero', TEXT.replace('42', '042')],
    ['a sign', TEXT.replace('42', '-42')],
    ['more than can be counted', TEXT.replace('42', '9'.repeat(16))],
    ['a short hash', `handoff/x\n42\n${Buffer.alloc(31).toString('base64')}\n`],
    ['a hash that is no base64', `handoff/x\n42\n${'*'.repeat(44)}\n`],
  ])('a signed text that is no checkpoint: %s', (_, text) => {
    expect(readCheckpoint(newSigner().sign(text)).ok).toBe(false);
  });
});

test('a key of another kind, and a name that cannot stand in a note, are misconfigured', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const codeWhen = (fn: () => unknown): string => {
    try {
      fn();
      return 'none';
    } catch (thrown) {
      return codeOf(thrown);
    }
  };
  expect(codeWhen(() => openNoteSigner('x', rsa.privateKey))).toBe('misconfigured');
  expect(codeWhen(() => openNoteVerifier('x', rsa.publicKey))).toBe('misconfigured');
  expect(codeWhen(() => openNoteSigner('x', createPublicKey(KNOWN_KEY)))).toBe('misconfigured');
  expect(codeWhen(() => openNoteVerifier('x', KNOWN_KEY))).toBe('misconfigured');
  for (const name of ['', 'a b', 'a+b', 'a\nb', 'a\u2003b', 'x'.repeat(201)]) {
    expect(codeWhen(() => openNoteSigner(name, KNOWN_KEY))).toBe('misconfigured');
  }
});

test('a key in the store names its size in one way only', () => {
  expect(sizeInKey('a', 'audit-checkpoints/a/42.note')).toBe(42);
  for (const key of [
    '042.note',
    '0.note',
    '-1.note',
    '42',
    '42.note.note',
    'x/42.note',
    '4e1.note',
    '9999999999999999.note',
  ]) {
    expect([key, sizeInKey('a', `audit-checkpoints/a/${key}`)]).toEqual([key, undefined]);
  }
  expect(sizeInKey('a', 'audit-checkpoints/b/42.note')).toBeUndefined();
});
