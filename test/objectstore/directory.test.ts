import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../src/base/clock.ts';
import { DirectoryStore } from '../../src/objectstore/directory.ts';
import { type ObjectStore, openStore } from '../../src/objectstore/index.ts';
import { containing, describeObjectStore, headOf, listAll, listKeys, put, readText, signal } from './conformance.ts';

async function freshFolder(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), 'handoff-directory-')), 'bucket');
}

describeObjectStore('directory', async () => `file:${await freshFolder()}`);

let root: string;
let store: ObjectStore;

beforeEach(async () => {
  root = await freshFolder();
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

function failingLink(code: string): () => never {
  return () => {
    throw Object.assign(new Error(code), { code });
  };
}

function storeWithLink(link: (existing: string, name: string) => void): ObjectStore {
  return new DirectoryStore(root, { clock: systemClock, location: `file:${root}`, link });
}

async function listOne(key: string) {
  return (await listAll(store)).find((object) => object.key === key);
}

describe('only regular files inside the folder are objects', () => {
  test('nothing is made before the first write', async () => {
    expect(await listKeys(store)).toEqual([]);
    expect(await store.head('a.json', signal)).toBeUndefined();
    expect(() => statSync(root)).toThrow('ENOENT');
  });

  test('symbolic links, pipes and sockets are neither listed, opened, linked nor removed', async () => {
    await put(store, 'real.json', 'real');
    const outside = join(root, '..', 'secret.json');
    writeFileSync(outside, 'secret');
    symlinkSync(outside, join(root, 'link.json'));
    execFileSync('mkfifo', [join(root, 'pipe.json')]);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(join(root, 'socket.json'), resolve));
    expect(await listKeys(store)).toEqual(['real.json']);
    for (const key of ['link.json', 'pipe.json', 'socket.json']) {
      expect(await store.head(key, signal), key).toBeUndefined();
      await expect(store.open(key, { signal }), key).rejects.toMatchObject({ code: 'not_found' });
      await expect(store.preserve({ key, etag: '' }, 'x.json', undefined, {}, signal)).rejects.toMatchObject({
        code: 'not_found',
      });
      expect(await store.remove(key, '', signal), key).toBe('gone');
      await expect(put(store, key, 'x'), key).rejects.toMatchObject({ code: 'misconfigured' });
    }
    expect(readFileSync(outside, 'utf8')).toBe('secret');
    server.close();
  });

  test('a folder that is a symbolic link leads nowhere: not to read, not to write', async () => {
    const outside = join(root, '..', 'outside');
    mkdirSync(join(outside, 'deep'), { recursive: true });
    writeFileSync(join(outside, 'secret.json'), 'secret');
    await put(store, 'real.json', 'real');
    symlinkSync(outside, join(root, 'exports'));
    expect(await listKeys(store)).toEqual(['real.json']);
    const refused = { code: 'misconfigured' };
    for (const key of ['exports/secret.json', 'exports/deep/new.json']) {
      await expect(store.head(key, signal), key).rejects.toMatchObject(refused);
      await expect(store.open(key, { signal }), key).rejects.toMatchObject(refused);
      await expect(put(store, key, 'x'), key).rejects.toMatchObject(refused);
      await expect(store.remove(key, 'x', signal), key).rejects.toMatchObject(refused);
    }
    await expect(put(store, 'exports/new/folder/new.json', 'x')).rejects.toMatchObject(refused);
    await expect(listKeys(store, 'exports/')).rejects.toMatchObject(refused);
    expect(readdirSync(outside)).toEqual(['deep', 'secret.json']);
    expect(readdirSync(join(outside, 'deep'))).toEqual([]);
  });

  test('metadata does not leave through a link either', async () => {
    const outside = join(root, '..', 'outside');
    mkdirSync(outside);
    mkdirSync(root);
    symlinkSync(outside, join(root, '.meta'));
    await expect(put(store, 'a.json', 'a')).rejects.toMatchObject({ code: 'misconfigured' });
    expect(readdirSync(outside)).toEqual([]);
  });

  test('the root itself may be a link', async () => {
    const target = join(root, '..', 'target');
    mkdirSync(target);
    symlinkSync(target, root);
    await put(store, 'a/b.json', 'a');
    expect(await listKeys(store)).toEqual(['a/b.json']);
    expect(readFileSync(join(target, 'a/b.json'), 'utf8')).toBe('a');
  });

  test('the names of the store itself are no keys, and are not listed', async () => {
    await put(store, 'a.json', 'a', { sha256: 'x' });
    for (const key of ['.meta/a.json', '.tmp/x', '.meta']) {
      await expect(store.head(key, signal)).rejects.toMatchObject({ code: 'usage' });
      await expect(put(store, key, 'x')).rejects.toMatchObject({ code: 'usage' });
    }
    drop('deep/.meta/x.json', 'not ours');
    expect(await listKeys(store)).toEqual(['a.json', 'deep/.meta/x.json']);
    expect(await listKeys(store, '.meta/')).toEqual([]);
    expect(await listKeys(store, '.m')).toEqual([]);
  });

  test('a name that is no UTF-8 is no key', async () => {
    await put(store, 'a.json', 'a');
    writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xff, 0x2e, 0x6a])]), 'x');
    expect(await listKeys(store)).toEqual(['a.json']);
  });

  test('a file where a folder is needed, and the reverse, is said', async () => {
    await put(store, 'a', 'file');
    await put(store, 'b/c', 'file');
    await expect(put(store, 'a/b', 'x')).rejects.toMatchObject({ code: 'misconfigured' });
    await expect(put(store, 'b', 'x')).rejects.toMatchObject({ code: 'misconfigured' });
    expect(await store.head('a/b', signal)).toBeUndefined();
    expect(await store.head('b', signal)).toBeUndefined();
    await expect(put(store, 'n'.repeat(300), 'x')).rejects.toMatchObject({ code: 'usage' });
  });
});

describe('who wrote a file', () => {
  test('what we wrote is ready at once; what was dropped by hand is not for two seconds', async () => {
    await put(store, 'ours.json', 'ours', { sha256: 'x' });
    drop('young.json', 'young', 500);
    drop('old.json', 'old', 2_500);
    expect(await listAll(store)).toMatchObject([
      { key: 'old.json', unsettled: false },
      { key: 'ours.json', unsettled: false },
      { key: 'young.json', unsettled: true },
    ]);
    expect((await headOf(store, 'young.json')).unsettled).toBe(true);
  });

  test('a copy by hand of what we wrote has no metadata and has to settle', async () => {
    await put(store, 'ours.json', 'ours', { sha256: 'x' });
    copyFileSync(join(root, 'ours.json'), join(root, 'copy.json'));
    expect(await headOf(store, 'copy.json')).toMatchObject({ metadata: {}, unsettled: true });
  });

  test('a file by hand in the place of one of ours does not get its metadata', async () => {
    await put(store, 'a.json', 'ours', { sha256: 'x' });
    drop('.incoming', 'hand', 5_000);
    renameSync(join(root, '.incoming'), join(root, 'a.json'));
    expect((await headOf(store, 'a.json')).metadata).toEqual({});
    rmSync(join(root, 'a.json'));
    expect(await put(store, 'a.json', 'next', { sha256: 'y' })).toBe('created');
    expect((await headOf(store, 'a.json')).metadata).toEqual({ sha256: 'y' });
  });

  test('one of ours that was edited in place keeps its hash, so that the edit is found, and has to settle', async () => {
    await put(store, 'a.json', 'ours', { sha256: 'x' });
    const before = await headOf(store, 'a.json');
    await new Promise((resolve) => setTimeout(resolve, 20));
    writeFileSync(join(root, 'a.json'), 'OURS');
    const after = await headOf(store, 'a.json');
    expect(after).toMatchObject({ metadata: { sha256: 'x' }, unsettled: true });
    expect(after.etag).not.toBe(before.etag);
    expect(await store.remove('a.json', before.etag, signal)).toBe('changed');
  });

  test('a store that was copied with its times keeps its metadata', async () => {
    await put(store, 'deep/a.json', 'ours', { sha256: 'x' });
    execFileSync('cp', ['-a', root, `${root}-restored`]);
    const restored = await openStore(`file:${root}-restored`);
    expect(await headOf(restored, 'deep/a.json')).toMatchObject({ metadata: { sha256: 'x' } });
  });

  test('a time in the future settles too', async () => {
    const path = drop('future.json', 'future');
    const future = Date.now() / 1000 + 3600;
    utimesSync(path, future, future);
    expect((await listOne('future.json'))?.unsettled).toBe(true);
    const later = { now: () => Date.now() + 3_000 };
    const laterStore = new DirectoryStore(root, { clock: later, location: 'x' });
    expect((await listAll(laterStore))[0]?.unsettled).toBe(false);
  });

  test('a writer that died after the object got its name left it with its metadata', async () => {
    await put(store, 'a.json', 'ours', { sha256: 'x' });
    const { ino } = statSync(join(root, 'a.json'));
    const waiting = `${createHash('sha256').update('a.json').digest('hex').slice(0, 32)}-${ino}.json`;
    renameSync(join(root, '.meta/a.json'), join(root, '.tmp', waiting));
    expect(await headOf(store, 'a.json')).toMatchObject({ metadata: { sha256: 'x' }, unsettled: false });
  });

  test('metadata that is not what was written is said, and does not stop a listing', async () => {
    await put(store, 'a.json', 'ours', { sha256: 'x' });
    for (const text of ['{', '{}', '{"metadata":1}', 'null', '"x"'.repeat(20_000)]) {
      writeFileSync(join(root, '.meta/a.json'), text);
      await expect(store.head('a.json', signal), text).rejects.toMatchObject({ code: 'corrupt' });
    }
    expect(await listKeys(store)).toEqual(['a.json']);
  });
});

describe('what changes under our hands', () => {
  test('every way to change the bytes changes the etag', async () => {
    const path = drop('a.json', 'one', 60_000);
    const { mtime } = statSync(path);
    const etags = [(await headOf(store, 'a.json')).etag];
    const changes = [
      () => writeFileSync(path, 'more'),
      () => {
        writeFileSync(path, 'MORE');
        utimesSync(path, mtime, mtime);
      },
      () => {
        writeFileSync(`${path}.new`, 'MORE');
        utimesSync(`${path}.new`, mtime, mtime);
        renameSync(`${path}.new`, path);
      },
    ];
    for (const change of changes) {
      change();
      etags.push((await headOf(store, 'a.json')).etag);
      await expect(store.open('a.json', { signal, etag: etags[0]! })).rejects.toMatchObject({ code: 'changed' });
    }
    expect(new Set(etags).size).toBe(4);
  });

  test('preserving what is no longer the verified file is refused, and what is gone is not found', async () => {
    const path = drop('a.json', 'verified', 60_000);
    const { etag } = await headOf(store, 'a.json');
    writeFileSync(path, 'replaced');
    const source = { key: 'a.json', etag };
    await expect(store.preserve(source, 'archive/a.json', undefined, {}, signal)).rejects.toMatchObject({
      code: 'changed',
    });
    rmSync(path);
    await expect(store.preserve(source, 'archive/a.json', undefined, {}, signal)).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await listKeys(store)).toEqual([]);
  });

  test('a file swapped in the moment before the link is not preserved', async () => {
    const path = drop('a.json', 'verified', 60_000);
    const { etag } = await headOf(store, 'a.json');
    const swapping = storeWithLink((existing, name) => {
      writeFileSync(`${path}.new`, 'swapped!');
      renameSync(`${path}.new`, path);
      linkSync(existing, name);
    });
    await expect(swapping.preserve({ key: 'a.json', etag }, 'b.json', undefined, {}, signal)).rejects.toMatchObject({
      code: 'changed',
    });
    expect(await listKeys(store)).toEqual(['a.json']);
  });

  test.each(['EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP'])(
    'where no link can be made (%s), a proven copy is',
    async (errno) => {
      drop('a.json', 'verified', 60_000);
      const { etag } = await headOf(store, 'a.json');
      const copying = storeWithLink(failingLink(errno));
      const source = { key: 'a.json', etag };
      expect(await copying.preserve(source, 'archive/a.json', undefined, { sha256: 'x' }, signal)).toBe('created');
      expect(await copying.preserve(source, 'archive/a.json', undefined, {}, signal)).toBe('exists');
      expect(await readText(store, 'archive/a.json')).toBe('verified');
      expect(await headOf(store, 'archive/a.json')).toMatchObject({ metadata: { sha256: 'x' }, unsettled: false });
      expect(statSync(join(root, 'archive/a.json')).ino).not.toBe(statSync(join(root, 'a.json')).ino);
      expect(await store.remove('a.json', etag, signal)).toBe('removed');
      expect(readdirSync(join(root, '.tmp'))).toEqual([]);
    },
  );

  test.each([
    ['EROFS', 'read_only'],
    ['ENOSPC', 'disk_full'],
    ['EDQUOT', 'disk_full'],
    ['EACCES', 'denied'],
    ['EIO', 'unavailable'],
    ['EMFILE', 'unavailable'],
  ])('the disk says %s: it is %s, nothing is half-written', async (errno, code) => {
    drop('a.json', 'verified', 60_000);
    const { etag } = await headOf(store, 'a.json');
    const failing = storeWithLink(failingLink(errno));
    const source = { key: 'a.json', etag };
    await expect(failing.preserve(source, 'b.json', undefined, {}, signal)).rejects.toMatchObject({ code });
    expect(await listKeys(store)).toEqual(['a.json']);
    expect(readdirSync(join(root, '.tmp'))).toEqual([]);
  });
});

describe('many at once, and a folder that cannot be read', () => {
  test('two hundred writers at once leave two hundred whole objects', async () => {
    const keys = Array.from({ length: 200 }, (_, n) => `f/${n % 7}/${n}.json`);
    await Promise.all(keys.map((key) => put(store, key, key, { sha256: key.slice(2, 3) })));
    expect((await listKeys(store)).length).toBe(200);
    for (const key of keys) expect((await headOf(store, key)).metadata).toEqual({ sha256: key.slice(2, 3) });
  });

  test('a folder that cannot be read ends the listing instead of shortening it', async () => {
    await put(store, 'a.json', 'a');
    await put(store, 'b/b.json', 'b');
    await put(store, 'c.json', 'c');
    chmodSync(join(root, '..'), 0o755);
    chmodSync(join(root, 'b'), 0o000);
    await asNobody(async () => {
      await expect(listKeys(store)).rejects.toMatchObject({
        code: 'denied',
        hint: containing('permission'),
      });
      await expect(put(store, 'd.json', 'd')).rejects.toMatchObject({ code: 'denied' });
    });
  });
});

/** Root may read everything; permissions are seen only without its rights. */
async function asNobody(act: () => Promise<void>): Promise<void> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65534);
  try {
    await act();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}
