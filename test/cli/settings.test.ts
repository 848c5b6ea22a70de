import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freshFolder, handoff, handoffJson } from '../support/handoff.ts';

interface Doctor {
  readonly system: string;
  readonly checks: readonly { readonly name: string; readonly ok: boolean; readonly detail: string }[];
}

function configured(config: unknown): string {
  const folder = freshFolder();
  writeFileSync(join(folder, 'handoff.config.json'), JSON.stringify(config));
  return folder;
}

/** Which store a command would use. */
function storeOf(
  folder: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): string | undefined {
  const { checks } = handoffJson<Doctor>(folder, ['doctor', ...args], settings);
  return checks.find(({ name }) => name === 'store')?.detail.split(' ')[0];
}

test('a flag goes before the environment, the environment before the file, the file before the default', () => {
  const plain = freshFolder();
  const folder = configured({ store: 'file:./of-the-file' });
  const environment = { HANDOFF_STORE: 'file:./of-the-environment' };
  expect(storeOf(plain, [])).toBe('file:./handoff-data/bucket');
  expect(storeOf(folder, [])).toBe('file:./of-the-file');
  expect(storeOf(folder, [], environment)).toBe('file:./of-the-environment');
  expect(storeOf(folder, ['--store', 'file:./of-the-flag'], environment)).toBe('file:./of-the-flag');
});

test('an empty environment variable counts as none', () => {
  expect(storeOf(configured({ store: 'file:./of-the-file' }), [], { HANDOFF_STORE: '' })).toBe('file:./of-the-file');
});

test('the system decides which database is used unless one is named', () => {
  const folder = freshFolder();
  handoff(folder, ['poll', '--system', 'outreach-global']);
  expect(existsSync(join(folder, 'handoff-data/outreach-global.db'))).toBe(true);
  handoff(folder, ['poll', '--database', 'sqlite:./elsewhere/platform.db']);
  expect(existsSync(join(folder, 'elsewhere/platform.db'))).toBe(true);
});

test('--config and HANDOFF_CONFIG name another file', () => {
  const folder = configured({ store: 'file:./a' });
  writeFileSync(join(folder, 'b.json'), JSON.stringify({ store: 'file:./b' }));
  writeFileSync(join(folder, 'c.json'), JSON.stringify({ store: 'file:./c' }));
  expect(storeOf(folder, [], { HANDOFF_CONFIG: 'b.json' })).toBe('file:./b');
  expect(storeOf(folder, ['--config', 'c.json'], { HANDOFF_CONFIG: 'b.json' })).toBe('file:./c');
});

test('a contract goes where the file routes it', () => {
  const folder = configured({ contracts: { 'lead-card-batch': { targets: ['acme-dialer'] } } });
  expect(handoff(folder, ['poll', '--system', 'acme-dialer']).status).toBe(0);
  expect(handoff(folder, ['poll', '--system', 'nextier-execution']).status).toBe(78);
});

const BAD: readonly (readonly [name: string, config: unknown, said: string])[] = [
  ['an unknown key', { sotre: 'file:./x' }, 'sotre'],
  ['an unknown key of a contract', { contracts: { 'lead-card-batch': { target: 'x' } } }, 'target'],
  ['a value of the wrong type', { store: 7 }, '/store'],
  ['a system that is no slug', { system: 'Nextier' }, '/system'],
  ['a contract that this build does not know', { contracts: { 'no-such-contract': {} } }, 'no-such-contract'],
];

test.each(BAD)('%s is refused with exit 78 before anything is made', (_, config, said) => {
  const folder = configured(config);
  const { status, stdout, stderr } = handoff(folder, ['poll', '--json']);
  expect([status, stdout]).toEqual([78, '']);
  expect(stderr).toContain(said);
  expect(existsSync(join(folder, 'handoff-data'))).toBe(false);
});

test('a configuration that is no JSON, or not there though it was named, is refused with exit 78', () => {
  const folder = freshFolder();
  writeFileSync(join(folder, 'handoff.config.json'), '{"store": ');
  expect(handoff(folder, ['poll']).status).toBe(78);
  expect(handoff(folder, ['poll', '--config', 'nowhere.json']).status).toBe(78);
});

test.each(['file:', 's4://bucket', 's3://b?nonsense=1', 'sqlite:./x.db'])(
  'the store %s is refused with exit 78',
  (store) => {
    expect(handoff(freshFolder(), ['poll', '--store', store]).status).toBe(78);
  },
);

test("another system's database is refused with exit 78", () => {
  const folder = freshFolder();
  const database = ['--database', 'sqlite:./one.db'];
  expect(handoff(folder, ['poll', ...database]).status).toBe(0);
  const { status, stderr } = handoff(folder, ['poll', '--system', 'outreach-global', ...database]);
  expect(status).toBe(78);
  expect(stderr).toContain('belongs to consumer nextier-execution');
});

test('a database in a place that is a file is refused with exit 78, a store that is down with exit 75', () => {
  const folder = freshFolder();
  writeFileSync(join(folder, 'file'), '');
  expect(handoff(folder, ['poll', '--database', 'sqlite:./file/x.db']).status).toBe(78);
  const keys = { AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'x' };
  expect(handoff(folder, ['poll', '--store', 's3://bucket?endpoint=http://127.0.0.1:9'], keys).status).toBe(75);
});

test('with two databases to look at, a command asks which', () => {
  const folder = freshFolder();
  mkdirSync(join(folder, 'handoff-data'));
  handoff(folder, ['poll']);
  expect(handoff(folder, ['status']).status).toBe(0);
  handoff(folder, ['poll', '--system', 'outreach-global']);
  expect(handoff(folder, ['status']).status).toBe(2);
  expect(handoff(folder, ['status', '--system', 'outreach-global']).status).toBe(0);
});
