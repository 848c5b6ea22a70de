import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type ProcessIdentity, thisProcess } from '../../../src/base/process-identity.ts';
import { whileLocked } from '../../../src/contract/key-file.ts';
import {
  addTrustedKey,
  endTrust,
  makeSigningKey,
  readSigningKey,
  readTrust,
  readTrustedJwks,
  writeSigningKey,
} from '../../../src/contract/index.ts';
import { SOURCE, trustedJwk, trustFile, trusting } from './signed.ts';

function freshPath(name: string): string {
  return join(mkdtempSync(join(tmpdir(), 'handoff-keys-')), name);
}

/** The key's file with some of it changed. */
async function changedKey(change: Record<string, unknown>): Promise<string> {
  const path = freshPath('key.json');
  writeSigningKey(path, await makeSigningKey(SOURCE));
  const jwk = JSON.parse(readFileSync(path, 'utf8')) as object;
  const changed = freshPath('changed.json');
  writeFileSync(changed, JSON.stringify({ ...jwk, ...change }), { mode: 0o600 });
  return changed;
}

test('a key is written for its owner alone, and read back as it was', async () => {
  const path = freshPath('key.json');
  const key = await makeSigningKey(SOURCE);
  writeSigningKey(path, key);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const { kid, system, publicJwk, privateKey } = await readSigningKey(path);
  expect({ kid, system, publicJwk }).toEqual({ kid: key.kid, system: SOURCE, publicJwk: key.publicJwk });
  expect(privateKey.equals(key.privateKey)).toBe(true);
});

test('the name of a key is its RFC 7638 thumbprint: that of RFC 8037 for its example', async () => {
  const path = freshPath('key.json');
  const [d, x] = ['nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A', '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'];
  writeFileSync(path, JSON.stringify({ kty: 'OKP', crv: 'Ed25519', d, x }), { mode: 0o600 });
  expect((await readSigningKey(path)).kid).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
});

test('a key is never written over a file, and a failed writing leaves nothing beside it', async () => {
  const path = freshPath('key.json');
  writeSigningKey(path, await makeSigningKey(SOURCE));
  const before = readFileSync(path, 'utf8');
  const second = await makeSigningKey(SOURCE);
  expect(() => writeSigningKey(path, second)).toThrow(expect.objectContaining({ code: 'refused' }));
  expect(readFileSync(path, 'utf8')).toBe(before);
  expect(readdirSync(join(path, '..'))).toEqual(['key.json']);
});

test('a key that everybody on the machine may read is refused', async () => {
  const path = freshPath('key.json');
  writeSigningKey(path, await makeSigningKey(SOURCE));
  chmodSync(path, 0o644);
  await expect(readSigningKey(path)).rejects.toMatchObject({ code: 'misconfigured' });
});

test.each([
  ['the public half of another key', { x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' }],
  ['the name of another key', { kid: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k' }],
  ['another curve', { crv: 'Ed448' }],
  ['no private half', { d: undefined }],
  ['half a private half', { d: 'AAAA' }],
  ['a system that is no name', { system: 'A B' }],
])('a file with %s is no signing key', async (_what, change) => {
  await expect(readSigningKey(await changedKey(change))).rejects.toMatchObject({ code: 'misconfigured' });
});

test('what is in a broken key file is not quoted', async () => {
  const path = freshPath('key.json');
  writeFileSync(path, '{"d": "geheim" ohne', { mode: 0o600 });
  const failure = await readSigningKey(path).catch((thrown: unknown) => thrown);
  expect(String(failure)).not.toContain('geheim');
  expect(failure).toMatchObject({ code: 'misconfigured' });
  expect((failure as Error).cause).toBeUndefined();
});

test('a list finds its keys by name, and by purpose and system those that are not revoked', async () => {
  const key = await makeSigningKey(SOURCE);
  const trust = await trusting(key, { purpose: ['statement', 'checkpoint'], retired_at: '2026-01-11T18:22:00Z' });
  expect(trust.find(key.kid)?.jwk.system).toBe(SOURCE);
  expect(trust.find('A'.repeat(43))).toBeUndefined();
  expect(trust.keysFor('checkpoint', SOURCE)).toHaveLength(1);
  expect(trust.keysFor('acceptance', SOURCE)).toEqual([]);
  expect(trust.keysFor('checkpoint', 'geo-os')).toEqual([]);
  const revoked = await trusting(key, { revoked_at: '2026-01-11T18:22:00Z' });
  expect(revoked.keysFor('statement', SOURCE)).toEqual([]);
});

const BAD_KEYS: readonly (readonly [string, Record<string, unknown>])[] = [
  ['a private key', { d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A' }],
  ['a misspelt bound', { valid_untill: '2026-01-11T18:22:00Z' }],
  ['a time that is none', { retired_at: 'yesterday' }],
  ['a time without a zone', { revoked_at: '2026-01-11T18:22:00' }],
  ['no system', { system: undefined }],
  ['no purpose', { purpose: [] }],
  ['an unknown purpose', { purpose: ['statements'] }],
  ['the name of another key', { kid: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k' }],
  ['a symmetric key', { kty: 'oct' }],
  ['a key that is too short', { x: 'AAAA' }],
  ['padding', { x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo=', kid: undefined }],
  ['another algorithm', { alg: 'HS256' }],
];

test.each(BAD_KEYS)('a trusted key with %s is an error of the configuration', async (_what, change) => {
  const path = trustFile([{ ...trustedJwk(await makeSigningKey(SOURCE)), ...change }]);
  await expect(readTrust(path)).rejects.toMatchObject({ code: 'misconfigured' });
});

test('a list that is absent, no JSON, no list or has a key twice is an error of the configuration', async () => {
  const jwk = trustedJwk(await makeSigningKey(SOURCE));
  const paths = [freshPath('absent.json'), freshPath('broken.json'), freshPath('no-list.json'), trustFile([jwk, jwk])];
  writeFileSync(paths[1] ?? '', '{"keys": [');
  writeFileSync(paths[2] ?? '', '[]');
  for (const path of paths) await expect(readTrust(path)).rejects.toMatchObject({ code: 'misconfigured' });
});

test('a key is added once, retired with a date that stays, and revoked', async () => {
  const path = freshPath('trust.jwks.json');
  const [one, other] = [trustedJwk(await makeSigningKey(SOURCE)), trustedJwk(await makeSigningKey(SOURCE))];
  expect(await addTrustedKey(path, one, { dryRun: true })).toBe('added');
  expect(existsSync(path)).toBe(false);
  expect(await addTrustedKey(path, one, { dryRun: false })).toBe('added');
  expect(await addTrustedKey(path, other, { dryRun: false })).toBe('added');
  expect(await addTrustedKey(path, one, { dryRun: false })).toBe('exists');
  const at = '2026-01-11T18:22:00.000Z';
  await endTrust(path, one.kid, { as: 'retired_at', at, dryRun: true });
  expect(await readTrustedJwks(path)).toEqual([one, other]);
  expect(await endTrust(path, one.kid, { as: 'retired_at', at, dryRun: false })).toMatchObject({ status: 'ended' });
  const later = { as: 'retired_at', at: '2027-01-01T00:00:00.000Z', dryRun: false } as const;
  expect(await endTrust(path, one.kid, later)).toMatchObject({ status: 'exists', jwk: { retired_at: at } });
  await endTrust(path, one.kid, { as: 'revoked_at', at, dryRun: false });
  expect(await readTrustedJwks(path)).toEqual([{ ...one, retired_at: at, revoked_at: at }, other]);
});

test('the trust in a key that the file does not have cannot end', async () => {
  const path = trustFile([trustedJwk(await makeSigningKey(SOURCE))]);
  const ending = endTrust(path, 'A'.repeat(43), { as: 'revoked_at', at: '2026-01-11T18:22:00Z', dryRun: false });
  await expect(ending).rejects.toMatchObject({ code: 'usage' });
});

/** The lock as a process left it that is gone by now. */
function lockOfTheDead(path: string): void {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  const dead: ProcessIdentity = { ...thisProcess(), pid, started: '1' };
  writeFileSync(`${path}.lock`, JSON.stringify(dead));
}

test('a lock whose holder was killed is taken over, by one at a time, and nothing of it stays', async () => {
  const path = freshPath('trust.jwks.json');
  lockOfTheDead(path);
  let [inside, most] = [0, 0];
  const change = async (): Promise<void> => {
    inside += 1;
    most = Math.max(most, inside);
    await setTimeout(5);
    inside -= 1;
  };
  await Promise.all(Array.from({ length: 8 }, () => whileLocked(path, change)));
  expect(most).toBe(1);
  expect(readdirSync(join(path, '..'))).toEqual([]);
});

test('so is one whose taking over was killed', async () => {
  const path = freshPath('trust.jwks.json');
  lockOfTheDead(path);
  writeFileSync(`${path}.lock.takeover`, readFileSync(`${path}.lock`));
  expect(await whileLocked(path, () => Promise.resolve('done'))).toBe('done');
});

test('a lock of a process that lives, of another machine or of nobody knows whom is left to it: busy', async () => {
  const { host: _host, ...here } = thisProcess();
  const contents = [
    JSON.stringify(thisProcess()),
    JSON.stringify({ ...here, host: 'elsewhere', started: '1' }),
    '',
    '[]',
  ];
  const lockAndTry = async (content: string): Promise<void> => {
    const path = freshPath('trust.jwks.json');
    writeFileSync(`${path}.lock`, content);
    await expect(whileLocked(path, () => Promise.resolve())).rejects.toMatchObject({ code: 'busy' });
    expect(readFileSync(`${path}.lock`, 'utf8')).toBe(content);
  };
  await Promise.all(contents.map(lockAndTry));
}, 30_000);

test('no kid looks like a flag of the command line', async () => {
  const kids: string[] = [];
  for (let made = 0; made < 600; made += 1) kids.push((await makeSigningKey(SOURCE)).kid);
  expect(kids.filter((kid) => kid.startsWith('-'))).toEqual([]);
});
