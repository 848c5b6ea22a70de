import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openStore } from '../../src/objectstore/index.ts';
import { freshFolder, handoff, handoffJson } from '../support/handoff.ts';
import { serverEnv, storeUrl, uniqueBucketName } from '../support/gateway.ts';

const CONFIG = 'handoff.config.json';

test('init writes a configuration that every command reads, with a schema that editors find', () => {
  const folder = freshFolder();
  expect(handoff(folder, ['init']).status).toBe(0);
  const config = JSON.parse(readFileSync(join(folder, CONFIG), 'utf8')) as Record<string, string>;
  expect(config).toMatchObject({ store: 'file:./handoff-data/bucket' });
  expect(existsSync(fileURLToPath(config['$schema'] ?? ''))).toBe(true);
  expect(existsSync(join(folder, 'handoff-data/spool'))).toBe(true);
  expect(handoff(folder, ['poll']).status).toBe(0);
});

test('what was named is written down, and nothing else', () => {
  const folder = freshFolder();
  handoff(folder, ['init', '--system', 'outreach-global', '--store', 'file:./elsewhere']);
  const { $schema: _, ...config } = JSON.parse(readFileSync(join(folder, CONFIG), 'utf8')) as Record<string, string>;
  expect(config).toEqual({
    store: 'file:./elsewhere',
    system: 'outreach-global',
    signingKey: './handoff-data/outreach-global.key.json',
  });
});

test('a system that is named gets a key to sign with, which a second init leaves alone', () => {
  const folder = freshFolder();
  const { signing } = handoffJson<{ signing: string }>(folder, ['init', '--system', 'outreach-global']);
  const key = readFileSync(join(folder, 'handoff-data/outreach-global.key.json'), 'utf8');
  expect(statSync(join(folder, 'handoff-data/outreach-global.key.json')).mode & 0o777).toBe(0o600);
  expect(JSON.parse(key)).toMatchObject({ kid: signing, system: 'outreach-global' });
  expect(handoffJson(folder, ['init'])).toMatchObject({ status: 0, signing });
  expect(readFileSync(join(folder, 'handoff-data/outreach-global.key.json'), 'utf8')).toBe(key);
  expect(handoffJson(freshFolder(), ['init'])).toMatchObject({ status: 0, signing: 'none' });
});

test('a configuration that is there stays byte for byte, and what is missing is made', () => {
  const folder = freshFolder();
  writeFileSync(join(folder, CONFIG), '{ "store":"file:./mine" }');
  expect(handoffJson(folder, ['init', '--create-bucket'])).toMatchObject({
    status: 0,
    config: { status: 'kept' },
    bucket: 'file:./mine',
  });
  expect(readFileSync(join(folder, CONFIG), 'utf8')).toBe('{ "store":"file:./mine" }');
  expect(existsSync(join(folder, 'mine'))).toBe(true);
});

test('--dry-run makes nothing', () => {
  const folder = freshFolder();
  expect(handoffJson(folder, ['init', '--create-bucket', '--dry-run'])).toMatchObject({ status: 0, dry_run: true });
  expect(readdirSync(folder)).toEqual([]);
});

test('a store that is none is refused before a configuration with it is written', () => {
  const folder = freshFolder();
  expect(handoff(folder, ['init', '--store', 's4://nonsense']).status).toBe(78);
  expect(readdirSync(folder)).toEqual([]);
});

test('--create-bucket makes the bucket of an S3 server', async () => {
  const url = storeUrl(uniqueBucketName());
  expect(handoff(freshFolder(), ['init', '--create-bucket', '--store', url], serverEnv()).status).toBe(0);
  Object.assign(process.env, serverEnv());
  const store = await openStore(url);
  for await (const page of store.list('', { signal: AbortSignal.timeout(30_000) })) expect(page).toEqual([]);
  await store.close();
});
