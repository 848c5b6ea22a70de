import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { openStore, payloadOf, payloadOfFile } from '../../src/objectstore/index.ts';
import { freshBucket, serverEnv, storeUrl, testServer, uniqueBucketName } from '../support/gateway.ts';
import {
  containing,
  bytesOf,
  describeObjectStore,
  headOf,
  inKeyOrder,
  listKeys,
  put,
  readText,
  signal,
} from './conformance.ts';

describeObjectStore('s3, path style', async () => (await freshBucket()).url);

beforeAll(() => void Object.assign(process.env, serverEnv()));
afterEach(() => vi.unstubAllEnvs());

describe('addresses of a bucket', () => {
  test('a virtual host is the same bucket as the path', async () => {
    const { url, bucket } = await freshBucket();
    // An address has no virtual hosts; the name for this machine has.
    const endpoint = testServer().endpoint.replace('127.0.0.1', 'localhost');
    const host = await openStore(storeUrl(bucket, { endpoint, 'path-style': 'false' }));
    expect(await put(host, 'by host/ü+.json', 'host', { sha256: 'x' })).toBe('created');
    const large = payloadOf(new Uint8Array(3 * 1024 * 1024).fill(65));
    expect(await host.putIfAbsent('large.json', large, {}, signal)).toBe('created');
    const path = await openStore(url);
    expect(await readText(path, 'by host/ü+.json')).toBe('host');
    expect(await listKeys(host)).toEqual(['by host/ü+.json', 'large.json']);
    expect(await host.remove('by host/ü+.json', (await headOf(path, 'by host/ü+.json')).etag, signal)).toBe('removed');
  });

  test.each(['fra1', 'eu-west-1'])(
    'the region %s signs, and makes the bucket where the endpoint is',
    async (region) => {
      const store = await openStore(storeUrl(uniqueBucketName(), { region }));
      await store.create(signal);
      await put(store, 'a.json', region);
      expect(await readText(store, 'a.json')).toBe(region);
    },
  );

  test('a prefix in the URL is the store: it is on every key, in no listing, and nothing else is seen', async () => {
    const { url, bucket } = await freshBucket();
    const whole = await openStore(url);
    const part = await openStore(url.replace(bucket, `${bucket}/team%20a/x`));
    await put(whole, 'outside.json', 'o');
    await put(whole, 'team a/xy.json', 'o');
    await put(part, 'in/a.json', 'a');
    await put(part, 'in/b.json', 'b');
    expect(await listKeys(part)).toEqual(['in/a.json', 'in/b.json']);
    expect(await listKeys(part, 'in/b')).toEqual(['in/b.json']);
    expect(await listKeys(whole, 'team a/x/')).toEqual(['team a/x/in/a.json', 'team a/x/in/b.json']);
    expect(part.location).toBe(`s3://${bucket}/team a/x`);
  });

  test('an object that a console made for the prefix itself is none of the store', async () => {
    const { url, bucket } = await freshBucket();
    const { PutObjectCommand, S3Client } = await import('@aws-sdk/client-s3');
    const { endpoint, region } = testServer();
    const client = new S3Client({ endpoint, region, forcePathStyle: true });
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: 'team/', Body: new Uint8Array(0) }));
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: 'team/inbox/', Body: new Uint8Array(0) }));
    expect(await listKeys(await openStore(url.replace(bucket, `${bucket}/team`)))).toEqual(['inbox/']);
  });
});

describe('proof of an upload', () => {
  test('the server refuses bytes that do not have the MD5, and stores nothing', async () => {
    const store = await openStore((await freshBucket()).url);
    const bytes = bytesOf('the bytes');
    const wrong = { ...payloadOf(bytes), md5: payloadOf(bytesOf('others')).md5 };
    await expect(store.putIfAbsent('a.json', wrong, {}, signal)).rejects.toMatchObject({
      code: 'unavailable',
      message: containing('BadDigest'),
    });
    expect(await listKeys(store)).toEqual([]);
  });

  test('a file whose bytes changed after hashing is not stored', async () => {
    const store = await openStore((await freshBucket()).url);
    const path = join(await mkdtemp(join(tmpdir(), 'handoff-s3-')), 'file');
    await writeFile(path, 'as hashed');
    const payload = await payloadOfFile(path);
    await writeFile(path, 'as fished');
    await expect(store.putIfAbsent('a.json', payload, {}, signal)).rejects.toMatchObject({ code: 'unavailable' });
    await writeFile(path, 'longer than hashed');
    await expect(store.putIfAbsent('a.json', payload, {}, signal)).rejects.toMatchObject({ code: 'internal' });
    expect(await listKeys(store)).toEqual([]);
  });
});

describe('refusals', () => {
  test('a wrong secret is denied, and the hint says which setting', async () => {
    const { url } = await freshBucket();
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'wrong');
    const store = await openStore(url);
    await expect(listKeys(store)).rejects.toMatchObject({
      code: 'denied',
      hint: containing('AWS_SECRET_ACCESS_KEY'),
    });
    await expect(put(store, 'a.json', 'a')).rejects.toMatchObject({ code: 'denied' });
    await expect(store.head('a.json', signal)).rejects.toMatchObject({ code: 'denied' });
    await expect(store.open('a.json', { signal })).rejects.toMatchObject({ code: 'denied' });
    await expect(store.remove('a.json', 'x', signal)).rejects.toMatchObject({ code: 'denied' });
  });

  test('an unknown access key is denied', async () => {
    const { url } = await freshBucket();
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'NOBODY');
    await expect(listKeys(await openStore(url))).rejects.toMatchObject({
      code: 'denied',
      hint: containing('AWS_ACCESS_KEY_ID'),
    });
  });

  test('no credentials at all are denied, with what to set', async () => {
    const { url } = await freshBucket();
    for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_PROFILE']) vi.stubEnv(name, undefined);
    vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/nonexistent');
    vi.stubEnv('AWS_CONFIG_FILE', '/nonexistent');
    await expect(listKeys(await openStore(url))).rejects.toMatchObject({
      code: 'denied',
      hint: containing('no credentials'),
    });
  });

  test('a bucket that does not exist is no_bucket', async () => {
    const store = await openStore(storeUrl(uniqueBucketName()));
    await expect(listKeys(store)).rejects.toMatchObject({ code: 'no_bucket' });
    await expect(put(store, 'a.json', 'a')).rejects.toMatchObject({ code: 'no_bucket' });
    await expect(store.open('a.json', { signal })).rejects.toMatchObject({ code: 'no_bucket' });
  });

  test('a server that is down is unavailable', async () => {
    const store = await openStore(storeUrl('bucket', { endpoint: 'http://127.0.0.1:9' }));
    const unavailable = { code: 'unavailable', hint: containing('endpoint') };
    await expect(listKeys(store)).rejects.toMatchObject(unavailable);
    await expect(put(store, 'a.json', 'a')).rejects.toMatchObject(unavailable);
    await expect(store.head('a.json', signal)).rejects.toMatchObject(unavailable);
  });
});

describe('reading', () => {
  test('an abort in the middle of a body ends it with the reason', async () => {
    const store = await openStore((await freshBucket()).url);
    await store.putIfAbsent('large.json', payloadOf(new Uint8Array(4 * 1024 * 1024)), {}, signal);
    const abort = new AbortController();
    const opened = await store.open('large.json', { signal: abort.signal });
    const reason = new Error('enough');
    const reading = (async () => {
      if (!('stream' in opened.body)) throw new Error('a stream was expected');
      for await (const chunk of opened.body.stream) if (chunk.length > 0) abort.abort(reason);
    })();
    await expect(reading).rejects.toBe(reason);
    await opened.close();
  });

  test('128 objects are read at once through 4 connections', async () => {
    const { url } = await freshBucket();
    const store = await openStore(`${url}&max-sockets=4`);
    const keys = Array.from({ length: 128 }, (_, n) => `k/${n}.json`);
    await Promise.all(keys.map((key) => put(store, key, key)));
    expect(await Promise.all(keys.map((key) => readText(store, key)))).toEqual(keys);
    expect(await listKeys(store)).toEqual(inKeyOrder(keys));
  });
});
