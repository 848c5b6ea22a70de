import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { listQuarantine, releaseQuarantined } from '../../../src/poller/index.ts';
import { envelope, INBOX, makeWorld, sha256, SYSTEM, type World } from '../world.ts';
import { CANDIDATE_NAMES, IGNORED_NAMES } from './names.ts';

/** Every file gets bytes of its own, so that each can be found again. */
function bodyOf(name: string): string {
  return JSON.stringify(envelope({ change: { note: name } }));
}

const LONG_AGO = new Date('2026-01-11T18:22:00Z');

/** As a stranger does, some time ago. */
function drop(world: World, name: string | Buffer, body: string): void {
  const inbox = join(world.folder, 'bucket', INBOX);
  const path = typeof name === 'string' ? inbox + name : Buffer.concat([Buffer.from(inbox), name]);
  mkdirSync(typeof path === 'string' ? dirname(path) : inbox, { recursive: true });
  writeFileSync(path, body);
  utimesSync(path, LONG_AGO, LONG_AGO);
}

/** Paths of all that lies under the world's folder, by the hash of the bytes. */
function tree(world: World): { path: string; hash: string }[] {
  return readdirSync(world.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: path.slice(world.folder.length + 1), hash: sha256(readFileSync(path)) }));
}

const SAFE_KEY = /^[A-Za-z0-9_-]{1,128}\.[0-9a-f]{16}(?:\.reason)?\.json$/;

function expectNothingOutside(world: World): void {
  const made = tree(world).map(({ path }) => path);
  const ours = /^(?:bucket\/(?:exports|quarantine|receipts|\.meta|\.tmp)\/|platform\.db)/;
  expect(made.filter((path) => !ours.test(path))).toEqual([]);
  const kept = made.filter((path) => path.startsWith('bucket/quarantine/'));
  const place = new RegExp(`^bucket/quarantine/${SYSTEM}/lead-batches/\\d{4}/\\d\\d/\\d\\d/([^/]+)$`);
  expect(kept.filter((path) => !SAFE_KEY.test(place.exec(path)?.[1] ?? ''))).toEqual([]);
}

function expectKept(world: World, names: readonly string[]): void {
  const hashes = new Set(tree(world).map(({ hash }) => hash));
  expect(names.filter((name) => !hashes.has(sha256(bodyOf(name))))).toEqual([]);
}

async function verdicts(world: World): Promise<Map<string, string>> {
  const rows = await world.database.query<{ key: string; verdict: string }>(
    `select key, state || ' ' || code as verdict from file order by id`,
  );
  return new Map(rows.map(({ key, verdict }) => [key.slice(INBOX.length), verdict]));
}

test('every hostile name gets its verdict or is counted, its bytes are kept under a harmless one, and nothing is written elsewhere', async () => {
  const world = await makeWorld();
  for (const name of [...CANDIDATE_NAMES, ...IGNORED_NAMES]) drop(world, name, bodyOf(name));
  expect(await world.poll()).toMatchObject({
    listed: CANDIDATE_NAMES.length,
    ignored: IGNORED_NAMES.length,
    quarantined: CANDIDATE_NAMES.length,
    retried: 0,
    alerts: 0,
  });
  expect(await verdicts(world)).toEqual(new Map(CANDIDATE_NAMES.map((name) => [name, 'quarantined NAME_MISMATCH'])));
  expect(await world.keys(INBOX)).toHaveLength(IGNORED_NAMES.length);
  expectNothingOutside(world);
  expectKept(world, [...CANDIDATE_NAMES, ...IGNORED_NAMES]);
  await world.auditEvents();
});

test('a quarantined file goes back under the very name that it had, whatever that is', async () => {
  const world = await makeWorld();
  for (const name of CANDIDATE_NAMES) drop(world, name, bodyOf(name));
  await world.poll();
  for (const { id } of await listQuarantine(world.database))
    await releaseQuarantined(world.deps, String(id), 'operator');
  expect((await world.keys(INBOX)).toSorted()).toEqual(CANDIDATE_NAMES.map((name) => INBOX + name).toSorted());
  for (const name of CANDIDATE_NAMES) {
    expect(readFileSync(join(world.folder, 'bucket', INBOX) + name, 'utf8')).toBe(bodyOf(name));
  }
  expect(await world.poll()).toMatchObject({ quarantined: CANDIDATE_NAMES.length, alerts: 0, retried: 0 });
  expectNothingOutside(world);
  await world.auditEvents();
});

test('two names that become one in quarantine keep both their bytes, be they equal or not', async () => {
  const world = await makeWorld();
  const twins = ['a b.json', 'a_b.json', 'a.b.json', 'a\nb.json', 'aéb.json'];
  for (const name of twins.slice(1)) drop(world, name, bodyOf('the same'));
  drop(world, 'a b.json', bodyOf('another'));
  expect(await world.poll()).toMatchObject({ quarantined: twins.length, alerts: 0, retried: 0 });
  expectKept(world, ['the same', 'another']);
  expect(await listQuarantine(world.database)).toHaveLength(twins.length);
});

test('what is no file, or has a name that is no text, is not read, not followed and not touched', async () => {
  const world = await makeWorld();
  const inbox = join(world.folder, 'bucket', INBOX);
  drop(world, 'sxp_2026_01_11_001.json', JSON.stringify(envelope()));
  drop(world, Buffer.from('caf\xe9.json', 'latin1'), bodyOf('latin-1'));
  mkdirSync(join(inbox, 'folder.json'));
  const outside = join(world.folder, 'outside.txt');
  writeFileSync(outside, bodyOf('outside'));
  symlinkSync(outside, join(inbox, 'link.json'));
  symlinkSync(world.folder, join(inbox, 'up'));
  expect(spawnSync('mkfifo', [join(inbox, 'pipe.json')]).status).toBe(0);
  expect(await world.poll()).toMatchObject({ listed: 1, ingested: 1, quarantined: 0, retried: 0 });
  const left = readdirSync(inbox, { encoding: 'latin1' }).toSorted();
  expect(left).toEqual(['caf\xe9.json', 'folder.json', 'link.json', 'pipe.json', 'up']);
  expect(readFileSync(outside, 'utf8')).toBe(bodyOf('outside'));
});
