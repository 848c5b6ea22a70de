import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { type ObjectStore, openStore, payloadOf } from '../../src/objectstore/index.ts';
import { bytesOf, headOf, listAll, put, signal } from './conformance.ts';

let root: string;
let store: ObjectStore;

beforeEach(async () => {
  root = join(await mkdtemp(join(tmpdir(), 'handoff-directory-')), 'bucket');
  store = await openStore(`file:${root}`);
});

/** As a person would: no adapter involved. */
function drop(key: string, text: string, ageMs = 0): string {
  const path = join(root, key);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  const seconds = (Date.now() - ageMs) / 1000;
  utimesSync(path, seconds, seconds);
  return path;
}

describe('traces of writers and removers, living and killed', () => {
  test('after puts, refusals and removals no temporary file and no metadata is left', async () => {
    await put(store, 'a.json', 'a', { sha256: 'x' });
    await put(store, 'a.json', 'again');
    await Promise.all(Array.from({ length: 8 }, () => put(store, 'b/b.json', 'b')));
    const wrong = { ...payloadOf(bytesOf('one')), bytes: { memory: bytesOf('two') } };
    await expect(store.putIfAbsent('c.json', wrong, {}, signal)).rejects.toMatchObject({ code: 'unavailable' });
    for (const { key, etag } of await listAll(store)) expect(await store.remove(key, etag, signal)).toBe('removed');
    expect(readdirSync(join(root, '.tmp'))).toEqual([]);
    expect(readdirSync(join(root, '.meta'), { recursive: true })).toEqual(['b']);
  });

  test('what a killed writer left in .tmp is swept after a day, not before', async () => {
    drop('.tmp/old.part', 'old', 25 * 60 * 60 * 1000);
    drop('.tmp/young.part', 'young', 60_000);
    await put(store, 'a.json', 'a');
    expect(readdirSync(join(root, '.tmp'))).toEqual(['young.part']);
  });

  /** As a writer leaves it that was killed after it linked the object, or before, so long ago. */
  function leaveWaiting(key: string, ageMs: number): void {
    const { ino } = statSync(join(root, key));
    const waiting = `.tmp/${createHash('sha256').update(key).digest('hex').slice(0, 32)}-${ino}.json`;
    renameSync(join(root, '.meta', key), join(root, waiting));
    const seconds = (Date.now() - ageMs) / 1000;
    utimesSync(join(root, waiting), seconds, seconds);
  }

  test('metadata that a killed writer left waiting takes its place after a day, not before', async () => {
    for (const key of ['a/old.json', 'a/young.json']) await put(store, key, key, { sha256: key.slice(2, 3) });
    leaveWaiting('a/old.json', 25 * 60 * 60 * 1000);
    leaveWaiting('a/young.json', 60_000);
    const next = await openStore(`file:${root}`);
    await put(next, 'b.json', 'b');
    expect(readdirSync(join(root, '.tmp'))).toHaveLength(1);
    expect(readdirSync(join(root, '.meta/a'))).toEqual(['old.json']);
    expect((await headOf(next, 'a/old.json')).metadata).toEqual({ sha256: 'o' });
    expect((await headOf(next, 'a/young.json')).metadata).toEqual({ sha256: 'y' });
  });

  test('metadata that waits for an object that never came, or is another by now, goes after a day', async () => {
    for (const key of ['gone.json', 'other.json']) await put(store, key, 'ours', { sha256: 'x' });
    leaveWaiting('gone.json', 25 * 60 * 60 * 1000);
    leaveWaiting('other.json', 25 * 60 * 60 * 1000);
    rmSync(join(root, 'gone.json'));
    rmSync(join(root, 'other.json'));
    drop('other.json', 'by hand');
    await put(await openStore(`file:${root}`), 'b.json', 'b');
    expect(readdirSync(join(root, '.tmp'))).toEqual([]);
    expect(readdirSync(join(root, '.meta'))).toEqual(['b.json']);
  });

  test('metadata of an object whose remover was killed goes with the next removal, that of another object stays', async () => {
    await put(store, 'a.json', 'ours', { sha256: 'x' });
    const { etag } = await headOf(store, 'a.json');
    rmSync(join(root, 'a.json'));
    expect(await store.remove('a.json', etag.replace(/-4-/, '-5-'), signal)).toBe('gone');
    expect(readdirSync(join(root, '.meta'))).toEqual(['a.json']);
    expect(await store.remove('a.json', etag, signal)).toBe('gone');
    expect(readdirSync(join(root, '.meta'))).toEqual([]);
  });
});
