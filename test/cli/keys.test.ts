import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BIN, freshFolder, handoff, handoffJson, LEADS, plainEnvironment } from '../support/handoff.ts';

const PRODUCER = 'social-xpress-engine';
const CONSUMER = 'nextier-execution';
const KEY = `handoff-data/${PRODUCER}.key.json`;

interface Made {
  readonly kid: string;
  readonly file: string;
  readonly public: Record<string, unknown>;
}

function makeKey(folder: string, ...more: string[]): Made {
  return handoffJson<Made & Record<string, unknown>>(folder, ['keys', 'new', '--system', PRODUCER, ...more]);
}

test('keys new writes a private key for its owner alone, and prints the public half alone', () => {
  const folder = freshFolder();
  const { status, stdout } = handoff(folder, ['keys', 'new', '--system', PRODUCER, '--trust', 'trust.json']);
  expect(status).toBe(0);
  expect(statSync(join(folder, KEY)).mode & 0o777).toBe(0o600);
  const key = JSON.parse(readFileSync(join(folder, KEY), 'utf8')) as { d: string; x: string; kid: string };
  expect(stdout).not.toContain(key.d);
  expect(stdout).toContain(`kid ${key.kid}`);
  const trusted = JSON.parse(readFileSync(join(folder, 'trust.json'), 'utf8')) as { keys: object[] };
  expect(trusted.keys).toMatchObject([{ kid: key.kid, x: key.x, system: PRODUCER }]);
  expect(stdout).toContain(JSON.stringify(trusted.keys[0]));
});

test('a key is not made over another one', () => {
  const folder = freshFolder();
  makeKey(folder);
  const before = readFileSync(join(folder, KEY), 'utf8');
  expect(handoff(folder, ['keys', 'new', '--system', PRODUCER]).status).toBe(1);
  expect(readFileSync(join(folder, KEY), 'utf8')).toBe(before);
});

test('--dry-run makes no key', () => {
  const folder = freshFolder();
  makeKey(folder, '--dry-run', '--trust', 'trust.json');
  expect([existsSync(join(folder, KEY)), existsSync(join(folder, 'trust.json'))]).toEqual([false, false]);
});

test('a key is of somebody: without a name and a database, keys new asks for the system', () => {
  expect(handoff(freshFolder(), ['keys', 'new']).status).toBe(2);
});

test('keys list shows the own key and the trusted ones with their state; retire and revoke change it once', () => {
  const folder = freshFolder();
  const [one, other] = ['one.json', 'other.json'].map((out) => makeKey(folder, '--out', out, '--trust', 'trust.json'));
  const settings = { HANDOFF_SIGNING_KEY: 'one.json', HANDOFF_TRUST: 'trust.json' };
  expect(handoffJson(folder, ['keys', 'retire', one?.kid ?? '', '--dry-run'], settings)).toMatchObject({
    dry_run: true,
  });
  const list = () => handoffJson<{ trusted: { state: string }[] }>(folder, ['keys', 'list'], settings);
  expect(list()).toMatchObject({
    own: { kid: one?.kid, system: PRODUCER },
    trusted: [
      { kid: one?.kid, state: 'trusted' },
      { kid: other?.kid, state: 'trusted' },
    ],
  });
  expect(handoffJson(folder, ['keys', 'retire', one?.kid ?? ''], settings)).toMatchObject({
    kid: one?.kid,
    already: false,
  });
  expect(handoffJson(folder, ['keys', 'retire', one?.kid ?? ''], settings)).toMatchObject({ already: true });
  expect(handoffJson(folder, ['keys', 'revoke', other?.kid ?? ''], settings)).toMatchObject({ already: false });
  expect(list().trusted.map(({ state }) => state.split(' ')[0])).toEqual(['retired', 'revoked']);
});

test('the trust in a key ends in the audit log of the system too', () => {
  const folder = freshFolder();
  const { kid } = makeKey(folder, '--trust', 'trust.json');
  handoff(folder, ['poll', '--system', CONSUMER]);
  handoff(folder, ['keys', 'revoke', kid, '--trust', 'trust.json', '--system', CONSUMER]);
  const { stdout } = handoff(folder, ['audit', 'log', '--system', CONSUMER, '--json']);
  const entries = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { event: string; detail: unknown });
  expect(entries.at(-1)).toMatchObject({ event: 'key.revoked', actor: 'operator:keys' });
  expect(JSON.stringify(entries.at(-1)?.detail)).toContain(kid);
});

test('killed between the file and the log, the same command writes the entry that is missing, once', () => {
  const folder = freshFolder();
  const { kid } = makeKey(folder, '--trust', 'trust.json');
  handoff(folder, ['poll', '--system', CONSUMER]);
  const path = join(folder, 'trust.json');
  const { keys } = JSON.parse(readFileSync(path, 'utf8')) as { keys: object[] };
  const at = '2026-01-11T18:22:00.000Z';
  writeFileSync(path, JSON.stringify({ keys: keys.map((key) => ({ ...key, revoked_at: at })) }));
  const revoke = (...more: string[]) =>
    handoffJson(folder, ['keys', 'revoke', kid, '--trust', 'trust.json', '--system', CONSUMER, ...more]);
  const entries = () => {
    const { stdout } = handoff(folder, ['audit', 'log', '--system', CONSUMER, '--json']);
    const lines = stdout.trim().split('\n');
    return lines
      .map((line) => JSON.parse(line) as { event: string; detail: unknown })
      .filter(({ event }) => event === 'key.revoked');
  };
  revoke('--dry-run');
  expect(entries()).toEqual([]);
  for (const _ of [1, 2]) expect(revoke()).toMatchObject({ already: true, at });
  expect(entries()).toHaveLength(1);
  expect(entries()).toMatchObject([{ detail: { kid, at } }]);
});

test('a key that the file does not have, or no file, is an error of usage', () => {
  const folder = freshFolder();
  makeKey(folder, '--trust', 'trust.json');
  expect(handoff(folder, ['keys', 'retire', 'A'.repeat(43), '--trust', 'trust.json']).status).toBe(2);
  expect(handoff(folder, ['keys', 'revoke', 'A'.repeat(43)]).status).toBe(2);
});

test('a key that cannot be used is an error of the configuration, and nothing is published', () => {
  const folder = freshFolder();
  makeKey(folder);
  const input = join(LEADS, 'leads.csv');
  for (const HANDOFF_SIGNING_KEY of ['absent.json', 'broken.json', 'other.json']) {
    writeFileSync(join(folder, 'broken.json'), '{}', { mode: 0o600 });
    if (!existsSync(join(folder, 'other.json')))
      handoff(folder, ['keys', 'new', '--system', 'geo-os', '--out', 'other.json']);
    expect(handoff(folder, ['export', input], { HANDOFF_SIGNING_KEY }).status).toBe(78);
  }
  expect(existsSync(join(folder, 'handoff-data/bucket/exports'))).toBe(false);
});

test('to require statements without trusted keys is an error of the configuration', () => {
  const folder = freshFolder();
  writeFileSync(join(folder, 'handoff.config.json'), JSON.stringify({ trust: { require: true } }));
  const { status, stderr } = handoff(folder, ['poll']);
  expect([status, stderr]).toEqual([78, expect.stringContaining('trust.keys')]);
});

test('keys that are revoked at once are all revoked', async () => {
  const folder = freshFolder();
  const kids: string[] = [];
  for (let n = 1; n <= 4; n += 1) {
    const made = handoffJson(folder, [
      'keys',
      'new',
      '--system',
      'social-xpress-engine',
      '--out',
      `k${n}.json`,
      '--trust',
      't.json',
    ]);
    kids.push(String(made['kid']));
  }
  const revoking = kids.map(
    (kid) =>
      new Promise<number | null>((resolve) => {
        const child = spawn(process.execPath, [BIN, 'keys', 'revoke', kid, '--trust', 't.json'], {
          cwd: folder,
          env: plainEnvironment(),
          stdio: 'ignore',
        });
        child.on('close', resolve);
      }),
  );
  expect(await Promise.all(revoking)).toEqual([0, 0, 0, 0]);
  const { keys } = JSON.parse(readFileSync(join(folder, 't.json'), 'utf8')) as { keys: { revoked_at?: string }[] };
  expect(keys.filter((key) => key.revoked_at === undefined)).toEqual([]);
});
