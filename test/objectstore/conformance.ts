/** What every object store must do, run on each adapter. */
import { randomBytes } from 'node:crypto';
import { createReadStream, read } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type ObjectInfo,
  type ObjectStore,
  type OpenObject,
  openStore,
  payloadOf,
  payloadOfFile,
} from '../../src/objectstore/index.ts';

export const signal = AbortSignal.timeout(300_000);
const readAt = promisify(read);

/** A text that holds this one; typed, unlike the matcher itself. */
export function containing(text: string): unknown {
  return expect.stringContaining(text);
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function put(store: ObjectStore, key: string, text: string, metadata = {}): Promise<'created' | 'exists'> {
  return store.putIfAbsent(key, payloadOf(bytesOf(text)), metadata, signal);
}

export async function readBytes({ head, body }: OpenObject): Promise<Buffer> {
  if ('fd' in body) {
    const buffer = Buffer.alloc(head.sizeBytes);
    const { bytesRead } = await readAt(body.fd, buffer, 0, head.sizeBytes, 0);
    return buffer.subarray(0, bytesRead);
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of body.stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

export async function readText(store: ObjectStore, key: string): Promise<string> {
  const opened = await store.open(key, { signal });
  try {
    return (await readBytes(opened)).toString();
  } finally {
    await opened.close();
  }
}

export async function listAll(store: ObjectStore, prefix = '', pageSize?: number): Promise<ObjectInfo[]> {
  const found: ObjectInfo[] = [];
  const options = pageSize === undefined ? { signal } : { signal, pageSize };
  for await (const page of store.list(prefix, options)) found.push(...page);
  return found;
}

export async function listKeys(store: ObjectStore, prefix = ''): Promise<string[]> {
  return (await listAll(store, prefix)).map(({ key }) => key);
}

export async function headOf(store: ObjectStore, key: string) {
  const head = await store.head(key, signal);
  if (head === undefined) throw new Error(`${key} is not there`);
  return head;
}

const HOSTILE_KEYS = [
  '../outside.json',
  'a/../../outside.json',
  'a/../b.json',
  './a.json',
  'a/./b.json',
  '/etc/passwd',
  'a//b.json',
  'a/',
  '',
  '..',
  'a\0.json',
  'a/\ud800.json',
  `${'k'.repeat(200)}/`.repeat(6),
];

const ODD_KEYS = [
  'with space.json',
  ' leading and trailing ',
  'plus+percent%20and&amp;.json',
  'question?hash#semicolon;colon:.json',
  'quote"apostrophe\'<angle>\\back.json',
  'ünï/çödé/日本語/🦊.json',
  'tab\tnewline\nreturn\r.json',
  'e\u0301-decomposed-and-é-composed.json',
  '.hidden/.dot.json',
  '~!@$^*()=[]{}|,`.json',
];

/** `open` gives a new, empty store each time. */
export function describeObjectStore(name: string, openFresh: () => Promise<string>): void {
  describe(name, () => {
    let store: ObjectStore;
    let url: string;
    let scratch: string;

    beforeAll(async () => {
      scratch = await mkdtemp(join(tmpdir(), 'handoff-objectstore-'));
    });
    afterAll(async () => {
      await rm(scratch, { recursive: true });
    });

    async function fresh(): Promise<ObjectStore> {
      url = await openFresh();
      store = await openStore(url);
      return store;
    }

    test('a new store is empty under every prefix', async () => {
      await fresh();
      expect(await listKeys(store)).toEqual([]);
      expect(await listKeys(store, 'exports/lead-batches/')).toEqual([]);
    });

    test('what was put is listed, looked at and read as it was put', async () => {
      await fresh();
      expect(await put(store, 'exports/a.json', '{"a":1}')).toBe('created');
      const [listed] = await listAll(store, 'exports/');
      const head = await headOf(store, 'exports/a.json');
      const opened = await store.open('exports/a.json', { signal });
      expect(await readBytes(opened)).toEqual(Buffer.from('{"a":1}'));
      await opened.close();
      await opened.close();
      expect(head).toMatchObject({ key: 'exports/a.json', sizeBytes: 7, unsettled: false, metadata: {} });
      expect(listed).toMatchObject({ key: 'exports/a.json', sizeBytes: 7, unsettled: false });
      expect(new Set([listed?.etag, head.etag, opened.head.etag]).size).toBe(1);
      expect(head.etag).not.toContain('"');
    });

    test('metadata comes back exactly', async () => {
      await fresh();
      const metadata = { sha256: 'ab'.repeat(32), 'batch-id': 'sxp_2026_01_11_001', statement: 'e30.e30.x'.repeat(80) };
      await put(store, 'm.json', '{}', metadata);
      expect((await headOf(store, 'm.json')).metadata).toEqual(metadata);
      const opened = await store.open('m.json', { signal });
      await opened.close();
      expect(opened.head.metadata).toEqual(metadata);
    });

    test.each([
      ['upper case', { Sha256: 'x' }],
      ['not ASCII', { name: 'é' }],
      ['a line break', { name: 'a\r\nx-evil: 1' }],
      ['empty', { name: '' }],
      ['more than 2 kB', { name: 'x'.repeat(2045) }],
    ])('metadata that a store could not keep is refused: %s', async (_, metadata) => {
      await fresh();
      await expect(put(store, 'm.json', '{}', metadata)).rejects.toMatchObject({ code: 'usage' });
      expect(await store.head('m.json', signal)).toBeUndefined();
    });

    test('a second put of the same key leaves the first bytes and metadata', async () => {
      await fresh();
      await put(store, 'k/once.json', 'first', { sha256: '1' });
      expect(await put(store, 'k/once.json', 'second', { sha256: '2' })).toBe('exists');
      expect(await readText(store, 'k/once.json')).toBe('first');
      expect((await headOf(store, 'k/once.json')).metadata).toEqual({ sha256: '1' });
    });

    test('of eight writers of one key exactly one creates it, and its metadata is its own', async () => {
      await fresh();
      const stores = await Promise.all(Array.from({ length: 8 }, () => openStore(url)));
      for (const key of ['race/0', 'race/1', 'race/2', 'race/3', 'race/4']) {
        const results = await Promise.all(stores.map((each, n) => put(each, key, `writer ${n}`, { writer: `${n}` })));
        expect(results.filter((result) => result === 'created')).toHaveLength(1);
        const winner = results.indexOf('created');
        expect(await readText(store, key)).toBe(`writer ${winner}`);
        expect((await headOf(store, key)).metadata).toEqual({ writer: `${winner}` });
      }
      await Promise.all(stores.map((each) => each.close()));
    });

    test('bytes that are not the payload that was hashed are not stored', async () => {
      await fresh();
      const wrong = { ...payloadOf(bytesOf('as hashed')), bytes: { memory: bytesOf('as fished') } };
      await expect(store.putIfAbsent('w.json', wrong, {}, signal)).rejects.toMatchObject({ code: 'unavailable' });
      expect(await listKeys(store)).toEqual([]);
    });

    test('an object of 0 bytes is an object', async () => {
      await fresh();
      await put(store, 'empty.json', '');
      expect(await listAll(store)).toMatchObject([{ key: 'empty.json', sizeBytes: 0 }]);
      expect(await readText(store, 'empty.json')).toBe('');
      const file = join(scratch, 'empty');
      await (await open(file, 'w')).close();
      expect(await store.putIfAbsent('empty-file.json', await payloadOfFile(file), {}, signal)).toBe('created');
      expect(await readText(store, 'empty-file.json')).toBe('');
    });

    test('64 MiB from a file arrive byte for byte', { timeout: 120_000 }, async () => {
      await fresh();
      const path = join(scratch, 'large');
      const file = await open(path, 'w');
      for (let mebibyte = 0; mebibyte < 64; mebibyte += 1) await file.write(randomBytes(1024 * 1024));
      await file.close();
      const payload = await payloadOfFile(path);
      expect(await store.putIfAbsent('large.json', payload, {}, signal)).toBe('created');
      expect(await store.putIfAbsent('large.json', payload, {}, signal)).toBe('exists');
      const opened = await store.open('large.json', { signal });
      expect(opened.head.sizeBytes).toBe(64 * 1024 * 1024);
      const { body } = opened;
      const stream = 'fd' in body ? createReadStream('', { fd: body.fd, autoClose: false, start: 0 }) : body.stream;
      const copy = await open(join(scratch, 'copy'), 'w');
      for await (const chunk of stream as AsyncIterable<Uint8Array>) await copy.writeFile(chunk);
      await Promise.all([copy.close(), opened.close()]);
      expect((await payloadOfFile(join(scratch, 'copy'))).sha256).toBe(payload.sha256);
    });

    test('more than 1,000 keys come in key order, each once, in pages', { timeout: 60_000 }, async () => {
      await fresh();
      const keys = Array.from({ length: 1_030 }, (_, n) => `many/${(n * 7919) % 1_030}.json`);
      await inBatches(keys, 32, (key) => put(store, key, key));
      const pages: string[][] = [];
      for await (const page of store.list('many/', { signal })) pages.push(page.map(({ key }) => key));
      expect(pages.map((page) => page.length)).toEqual([1_000, 30]);
      expect(pages.flat()).toEqual(inKeyOrder(keys));
      const small = await listAll(store, 'many/', 100);
      expect(small.map(({ key }) => key)).toEqual(inKeyOrder(keys));
    });

    test('keys are ordered by their UTF-8 bytes, folders included', async () => {
      await fresh();
      const keys = ['a-b', 'a.b', 'a/x', 'a/x.y', 'a/x/z.json', 'a0', 'B', 'é', 'z', '\uffee', '🦊'];
      const possible = keys.filter((key) => key !== 'a/x');
      for (const key of possible.toReversed()) await put(store, key, key);
      expect(await listKeys(store)).toEqual(inKeyOrder(possible));
    });

    test('a prefix may end anywhere in a key', async () => {
      await fresh();
      const keys = ['p/a.json', 'p/ab.json', 'p/a/1.json', 'p/a/2/3.json', 'pa.json', 'q/a.json'];
      for (const key of keys) await put(store, key, key);
      for (const prefix of [
        '',
        'p',
        'p/',
        'p/a',
        'p/a/',
        'p/a.',
        'p/a/2',
        'p/a/2/3.json',
        'p/a/2/3.json4',
        'r/',
        'p/ab',
      ]) {
        expect(await listKeys(store, prefix), prefix).toEqual(inKeyOrder(keys.filter((key) => key.startsWith(prefix))));
      }
    });

    test.each(ODD_KEYS)('the key %j is written, listed, read and removed', async (odd) => {
      await fresh();
      const key = `odd/${odd}`;
      await put(store, key, odd, { sha256: 'x' });
      const [listed, ...others] = await listAll(store, 'odd/');
      expect(listed?.key).toBe(key);
      expect(others).toEqual([]);
      expect(await readText(store, key)).toBe(odd);
      expect((await headOf(store, key)).etag).toBe(listed?.etag);
      expect(await store.remove(key, listed?.etag ?? '', signal)).toBe('removed');
      expect(await listKeys(store)).toEqual([]);
    });

    test.each(HOSTILE_KEYS)('the key %j is refused by every call', async (key) => {
      await fresh();
      const usage = { code: 'usage' };
      await put(store, 'good.json', 'good');
      const { etag } = await headOf(store, 'good.json');
      await expect(put(store, key, 'x')).rejects.toMatchObject(usage);
      await expect(store.head(key, signal)).rejects.toMatchObject(usage);
      await expect(store.open(key, { signal })).rejects.toMatchObject(usage);
      await expect(store.remove(key, 'x', signal)).rejects.toMatchObject(usage);
      const payload = payloadOf(bytesOf('good'));
      await expect(store.preserve({ key: 'good.json', etag }, key, payload, {}, signal)).rejects.toMatchObject(usage);
      expect(await listKeys(store)).toEqual(['good.json']);
    });

    test('a listing outside the store is refused', async () => {
      await fresh();
      for (const prefix of ['../', 'a/../../', '/', '/etc/', 'a//', './', '\0']) {
        await expect(listKeys(store, prefix), prefix).rejects.toMatchObject({ code: 'usage' });
      }
    });

    test('what is not there is not found', async () => {
      await fresh();
      await put(store, 'other.json', 'other');
      for (const key of ['no.json', 'no/such/folder.json']) {
        expect(await store.head(key, signal)).toBeUndefined();
        await expect(store.open(key, { signal })).rejects.toMatchObject({ code: 'not_found' });
        expect(await store.remove(key, 'x', signal)).toBe('gone');
      }
    });

    test('opening with the etag of another object answers changed', async () => {
      await fresh();
      await put(store, 'a.json', 'one');
      await put(store, 'b.json', 'two');
      const [a, b] = [await headOf(store, 'a.json'), await headOf(store, 'b.json')];
      await expect(store.open('a.json', { signal, etag: b.etag })).rejects.toMatchObject({ code: 'changed' });
      const opened = await store.open('a.json', { signal, etag: a.etag });
      expect((await readBytes(opened)).toString()).toBe('one');
      await opened.close();
    });

    test('an object is removed only while it is the one that was seen', async () => {
      await fresh();
      await put(store, 'r.json', 'first', { sha256: '1' });
      const first = await headOf(store, 'r.json');
      expect(await store.remove('r.json', first.etag, signal)).toBe('removed');
      expect(await store.remove('r.json', first.etag, signal)).toBe('gone');
      await put(store, 'r.json', 'second', { sha256: '2' });
      expect(await store.remove('r.json', first.etag, signal)).toBe('changed');
      expect(await readText(store, 'r.json')).toBe('second');
      expect((await headOf(store, 'r.json')).metadata).toEqual({ sha256: '2' });
    });

    test('preserving makes the destination hold the source, with metadata of its own', async () => {
      await fresh();
      await put(store, 'inbox/p.json', 'precious', { sha256: 'from source' });
      const { etag } = await headOf(store, 'inbox/p.json');
      const source = { key: 'inbox/p.json', etag };
      const payload = payloadOf(bytesOf('precious'));
      expect(await store.preserve(source, 'archive/p.json', payload, { sha256: 'ours' }, signal)).toBe('created');
      expect(await store.preserve(source, 'archive/p.json', payload, { sha256: 'again' }, signal)).toBe('exists');
      expect(await readText(store, 'archive/p.json')).toBe('precious');
      expect(await headOf(store, 'archive/p.json')).toMatchObject({ unsettled: false, metadata: { sha256: 'ours' } });
      expect((await headOf(store, 'inbox/p.json')).metadata).toEqual({ sha256: 'from source' });
      expect(await store.remove('inbox/p.json', etag, signal)).toBe('removed');
      expect(await readText(store, 'archive/p.json')).toBe('precious');
      expect(await listKeys(store)).toEqual(['archive/p.json']);
    });

    test('a taken destination stays as it is', async () => {
      await fresh();
      await put(store, 'inbox/t.json', 'new');
      await put(store, 'archive/t.json', 'old', { sha256: 'old' });
      const { etag } = await headOf(store, 'inbox/t.json');
      const payload = payloadOf(bytesOf('new'));
      expect(await store.preserve({ key: 'inbox/t.json', etag }, 'archive/t.json', payload, {}, signal)).toBe('exists');
      expect(await readText(store, 'archive/t.json')).toBe('old');
      expect((await headOf(store, 'archive/t.json')).metadata).toEqual({ sha256: 'old' });
    });

    test('making the store twice is fine and keeps what is in it', async () => {
      await fresh();
      await store.create(signal);
      await put(store, 'kept.json', 'kept');
      await store.create(signal);
      expect(await listKeys(store)).toEqual(['kept.json']);
    });

    test('an aborted signal rejects every call with its reason', async () => {
      await fresh();
      await put(store, 'a.json', 'a');
      const reason = new Error('enough');
      const aborted = AbortSignal.abort(reason);
      const payload = payloadOf(bytesOf('b'));
      const source = { key: 'a.json', etag: 'x' };
      await expect(store.list('', { signal: aborted })[Symbol.asyncIterator]().next()).rejects.toBe(reason);
      await expect(store.head('a.json', aborted)).rejects.toBe(reason);
      await expect(store.open('a.json', { signal: aborted })).rejects.toBe(reason);
      await expect(store.putIfAbsent('b.json', payload, {}, aborted)).rejects.toBe(reason);
      await expect(store.preserve(source, 'c.json', payload, {}, aborted)).rejects.toBe(reason);
      await expect(store.remove('a.json', 'x', aborted)).rejects.toBe(reason);
      await expect(store.create(aborted)).rejects.toBe(reason);
      expect(await listKeys(store)).toEqual(['a.json']);
    });

    test('calls are counted by verb', async () => {
      await fresh();
      await put(store, 'a.json', 'a');
      await headOf(store, 'a.json');
      await readText(store, 'a.json');
      await listKeys(store);
      expect(store.requests).toMatchObject({ put: 1, head: 1, get: 1, list: 1 });
      expect(store.location).not.toContain('?');
    });
  });
}

export function inKeyOrder(keys: readonly string[]): string[] {
  return keys.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

async function inBatches<T>(items: readonly T[], size: number, act: (item: T) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < items.length; start += size) await Promise.all(items.slice(start, start + size).map(act));
}
