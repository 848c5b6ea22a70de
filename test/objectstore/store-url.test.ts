import { expect, test } from 'vitest';
import { openStore, parseStoreUrl } from '../../src/objectstore/index.ts';
import { containing } from './conformance.ts';

test.each([
  ['file:./bucket', './bucket'],
  ['file:bucket', 'bucket'],
  ['file:/var/bucket', '/var/bucket'],
  ['file:///var/my%20bucket', '/var/my bucket'],
  ['file:./with space?and#more', './with space?and#more'],
])('%s is a folder', (url, path) => {
  expect(parseStoreUrl(url)).toEqual({ kind: 'directory', path });
});

test('an s3 URL has Amazon as its default', () => {
  expect(parseStoreUrl('s3://my-bucket')).toEqual({
    kind: 's3',
    bucket: 'my-bucket',
    prefix: '',
    endpoint: undefined,
    region: undefined,
    pathStyle: false,
    maxSockets: 64,
  });
});

test('an s3 URL names prefix, endpoint, region, style and connections', () => {
  const url =
    's3://b.1/team%20a/x/?endpoint=https://fra1.digitaloceanspaces.com/&region=fra1&path-style=false&max-sockets=8';
  expect(parseStoreUrl(url)).toEqual({
    kind: 's3',
    bucket: 'b.1',
    prefix: 'team a/x/',
    endpoint: 'https://fra1.digitaloceanspaces.com',
    region: 'fra1',
    pathStyle: false,
    maxSockets: 8,
  });
});

test('an endpoint makes path style and a region the default', () => {
  expect(parseStoreUrl('s3://bucket?endpoint=http://127.0.0.1:9000')).toMatchObject({
    endpoint: 'http://127.0.0.1:9000',
    region: 'us-east-1',
    pathStyle: true,
  });
});

test.each([
  '',
  './bucket',
  'http://host/bucket',
  'file:',
  'file://host/path',
  's3:bucket',
  's3://',
  's3://b',
  's3://bad bucket',
  's3://key:secret@bucket',
  's3://bucket#fragment',
  's3://bucket/../other',
  's3://bucket/a//b',
  's3://bucket/%zz',
  's3://bucket?endpoint=127.0.0.1:9000',
  's3://bucket?endpoint=ftp://host',
  's3://bucket?endpoint=http://key:secret@host',
  's3://bucket?endpoint=http://host?x=1',
  's3://bucket?path-style=yes',
  's3://bucket?max-sockets=0',
  's3://bucket?max-sockets=1e9',
  's3://bucket?region=a&region=b',
  's3://bucket?region=',
  's3://bucket?pathStyle=true',
])('the URL %j is refused with the forms that are right', async (url) => {
  await expect(openStore(url)).rejects.toMatchObject({ code: 'misconfigured', hint: containing('s3://') });
});

test('a refusal repeats no secret', async () => {
  const error = await openStore('s3://bucket?endpoint=http://key:hunter2@host').catch((thrown: unknown) => thrown);
  expect(JSON.stringify(error) + String(error)).not.toContain('hunter2');
});
