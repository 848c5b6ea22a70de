/** What an S3 server may do wrong, done by a real HTTP server on purpose. */
import { get, type IncomingMessage, type ServerResponse } from 'node:http';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { codeOf } from '../../src/base/errors.ts';
import { type ObjectStore, openStore, payloadOf, payloadOfFile } from '../../src/objectstore/index.ts';
import { deadlineFor, readWhole } from '../../src/objectstore/s3/body.ts';
import { refuse, type Seen, startScriptedServer } from '../support/scripted-server.ts';
import { containing, bytesOf, headOf, listAll, listKeys, put, readText, signal } from './conformance.ts';

const ATTEMPTS = 3;
const MIB = 1024 * 1024;

beforeAll(() => void Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 'secret' }));

/** A store on a server with this one script, and what the server saw. */
async function withServer(
  answer: (request: Seen, response: ServerResponse, number: number) => void,
  use: (store: ObjectStore, seen: readonly Seen[]) => Promise<void>,
): Promise<void> {
  await using server = await startScriptedServer(answer);
  const store = await openStore(`s3://bucket?endpoint=${server.endpoint}`);
  await use(store, server.seen);
  await store.close();
}

function sendHalf(response: ServerResponse): void {
  response.writeHead(200, { 'content-length': '1000', etag: '"x"' });
  response.write('x'.repeat(500), () => response.destroy());
}

function sendList(response: ServerResponse, inner: string): void {
  response.writeHead(200, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0" encoding="UTF-8"?><ListBucketResult>${inner}</ListBucketResult>`);
}

describe('bodies', () => {
  test('a body that stops half way is unavailable, never a short object', async () => {
    await withServer(
      (_, response) => sendHalf(response),
      async (store) => {
        await expect(readText(store, 'a.json')).rejects.toMatchObject({
          code: 'unavailable',
          message: containing('500 of 1000 bytes'),
        });
      },
    );
  });

  test('a body whose length was not announced proves nothing and is unavailable', async () => {
    await withServer(
      (_, response) => {
        response.write('x'.repeat(500));
        response.end();
      },
      async (store) => {
        await expect(readText(store, 'a.json')).rejects.toMatchObject({ code: 'unavailable' });
      },
    );
  });

  test('a body that goes silent is given up, one whose reader pauses is not', async () => {
    await using server = await startScriptedServer(({ url }, response) => {
      response.writeHead(200, { 'content-length': '4' });
      response.write('ab');
      if (url === '/slow') setTimeout(() => response.end('cd'), 100);
    });
    const read = async (path: string) => {
      const body = await new Promise<IncomingMessage>((resolve) => {
        get(server.endpoint + path, resolve).on('error', () => undefined); // the body has it too
      });
      let text = '';
      for await (const chunk of readWhole(body, 'read', 4, { signal, idleMs: 200 })) {
        text += Buffer.from(chunk).toString();
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
      return text;
    };
    await expect(read('/slow')).resolves.toBe('abcd');
    await expect(read('/silent')).rejects.toMatchObject({ code: 'unavailable' });
  });

  test('a body that drips is given up at its deadline, which grows with the size', async () => {
    await using server = await startScriptedServer((_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      const dripping = setInterval(() => response.write('x'), 20);
      response.once('close', () => clearInterval(dripping));
    });
    const body = await new Promise<IncomingMessage>((resolve) => {
      get(server.endpoint, resolve).on('error', () => undefined); // the body has it too
    });
    const reading = async () => {
      let received = 0;
      for await (const chunk of readWhole(body, 'read', 1000, { signal, idleMs: 10_000, deadlineMs: 300 }))
        received += chunk.byteLength;
      return received;
    };
    await expect(reading()).rejects.toMatchObject({ code: 'unavailable', message: containing('of 1000 bytes') });
    expect([1, 100 * MIB, 4096 * MIB].map((size) => deadlineFor(size) / 60_000)).toEqual([10, 10, 4096 / 60]);
  });

  test('a body that nobody reads is dropped by close', async () => {
    await withServer(
      (_, response) => sendHalf(response),
      async (store) => {
        const opened = await store.open('a.json', { signal });
        await opened.close();
        await opened.close();
      },
    );
  });
});

describe('answers', () => {
  test.each([
    [403, 'RequestTimeTooSkewed', 'clock_skew', 1],
    [403, 'AccessDenied', 'denied', 1],
    [401, 'Whatever', 'denied', 1],
    [404, 'NoSuchBucket', 'no_bucket', 1],
    [301, 'PermanentRedirect', 'misconfigured', 1],
    [400, 'AuthorizationHeaderMalformed', 'misconfigured', 1],
    [501, 'NotImplemented', 'misconfigured', 1],
    [405, 'MethodNotAllowed', 'misconfigured', 1],
    [403, 'QuotaExceeded', 'disk_full', 1],
    [507, 'InsufficientStorage', 'disk_full', 1],
    [400, 'RequestTimeout', 'unavailable', ATTEMPTS],
    [408, 'Whatever', 'unavailable', ATTEMPTS],
    [409, 'ConditionalRequestConflict', 'unavailable', ATTEMPTS],
    [429, 'TooManyRequests', 'unavailable', ATTEMPTS],
    [500, 'InternalError', 'unavailable', ATTEMPTS],
    [502, 'Whatever', 'unavailable', ATTEMPTS],
    [503, 'SlowDown', 'unavailable', ATTEMPTS],
  ])('status %i %s is %s', async (status, name, code, attempts) => {
    await withServer(
      (_, response) => refuse(response, status, name),
      async (store, seen) => {
        await expect(put(store, 'a.json', 'a')).rejects.toMatchObject({ code });
        expect(seen).toHaveLength(attempts);
        expect(store.requests).toEqual({ put: attempts });
      },
    );
  });

  test('a connection that is cut before the answer is unavailable', async () => {
    await withServer(
      (_, response) => void response.destroy(),
      async (store, seen) => {
        await expect(store.head('a.json', signal)).rejects.toMatchObject({ code: 'unavailable' });
        expect(seen).toHaveLength(ATTEMPTS);
      },
    );
  });

  test('a page of HTML in place of a listing is unavailable, not an empty store', async () => {
    await withServer(
      (_, response) => void response.end('<!doctype html><html><body>captive portal<br></body>'),
      async (store) => {
        await expect(listKeys(store)).rejects.toMatchObject({ code: 'unavailable' });
      },
    );
  });

  test('a busy store is asked again, and a file is sent again whole', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'handoff-s3-')), 'file');
    await writeFile(path, 'x'.repeat(3_000_000));
    const payload = await payloadOfFile(path);
    await withServer(
      (_, response, number) => (number < 2 ? refuse(response, 503, 'SlowDown') : void response.end()),
      async (store, seen) => {
        expect(await store.putIfAbsent('a.json', payload, { sha256: payload.sha256 }, signal)).toBe('created');
        expect(seen.map(({ body }) => body.length)).toEqual([3_000_000, 3_000_000, 3_000_000]);
        expect(seen[2]?.headers).toMatchObject({
          'content-md5': payload.md5,
          'x-amz-content-sha256': payload.sha256,
          'x-amz-meta-sha256': payload.sha256,
          'if-none-match': '*',
          'content-length': '3000000',
        });
      },
    );
  });

  test.each([
    ['1', 1_000],
    ['3600', 0],
    ['Wed, 21 Oct 2026 07:28:00 GMT', 0],
    ['-1', 0],
  ])('a store that asks to wait for "%s" is given the seconds if they are few', async (asked, atLeastMs) => {
    const cameAt: number[] = [];
    await withServer(
      (_, response, number) => {
        cameAt.push(performance.now());
        if (number === 0) refuse(response.setHeader('retry-after', asked), 503, 'SlowDown');
        else response.end();
      },
      async (store) => {
        await put(store, 'a.json', 'a');
        const [first = 0, second = 0] = cameAt;
        // Timers are exact to the millisecond, no better.
        expect(second - first).toBeGreaterThan(atLeastMs - 2);
        if (atLeastMs === 0) expect(second - first).toBeLessThan(1_000);
        expect(cameAt).toHaveLength(2);
      },
    );
  });

  test('an abort ends the wait between two attempts', async () => {
    const abort = new AbortController();
    const reason = new Error('enough');
    await withServer(
      (_, response) => {
        refuse(response, 503, 'SlowDown');
        setTimeout(() => abort.abort(reason), 20);
      },
      async (store, seen) => {
        await expect(store.head('a.json', abort.signal)).rejects.toBe(reason);
        expect(seen).toHaveLength(1);
      },
    );
  });

  test('an upload carries no checksum that other stores would not know', async () => {
    await withServer(
      (_, response) => void response.end(),
      async (store, seen) => {
        await store.putIfAbsent('a.json', payloadOf(bytesOf('a')), {}, signal);
        const names = Object.keys(seen[0]?.headers ?? {});
        expect(names.filter((name) => /checksum|trailer|sdk-checksum|expect/.test(name))).toEqual([]);
      },
    );
  });
});

describe('listings', () => {
  test('"there is more" without saying where ends in an error, not in a short listing', async () => {
    await withServer(
      (_, response) => sendList(response, '<IsTruncated>true</IsTruncated><Contents><Key>a</Key></Contents>'),
      async (store) => {
        await expect(listKeys(store)).rejects.toMatchObject({ code: 'unavailable' });
      },
    );
  });

  test('a store that gives the same place again and again is given up', async () => {
    const page = '<IsTruncated>true</IsTruncated><NextContinuationToken>t</NextContinuationToken>';
    await withServer(
      (_, response) => sendList(response, page),
      async (store, seen) => {
        await expect(listKeys(store)).rejects.toMatchObject({ code: 'unavailable' });
        expect(seen).toHaveLength(2);
      },
    );
  });

  test('a listing that fails on its second page throws after the first', async () => {
    const first =
      '<IsTruncated>true</IsTruncated><NextContinuationToken>t</NextContinuationToken><Contents><Key>a</Key></Contents>';
    await withServer(
      (_, response, number) => (number === 0 ? sendList(response, first) : refuse(response, 503, 'SlowDown')),
      async (store) => {
        const pages: string[] = [];
        const reading = (async () => {
          for await (const page of store.list('', { signal })) pages.push(...page.map(({ key }) => key));
        })();
        await expect(reading).rejects.toMatchObject({ code: 'unavailable' });
        expect(pages).toEqual(['a']);
      },
    );
  });

  test('a listing with a bit that was hurt on the way is a listing or unavailable, never an error of ours', async () => {
    const entry = (key: string) =>
      `<Contents><Key>in%2F${key}.json</Key><LastModified>2026-01-11T18:22:00.000Z</LastModified><ETag>&quot;abc&quot;</ETag><Size>12</Size></Contents>`;
    const page = Buffer.from(
      `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult><EncodingType>url</EncodingType><IsTruncated>false</IsTruncated>${entry('001')}${entry('003')}</ListBucketResult>`,
    );
    let bit = 0;
    await withServer(
      (_, response) => {
        const hurt = Buffer.from(page);
        hurt.writeUInt8(hurt.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        bit = Math.min(bit + 5, page.length * 8 - 1); // every place in a byte comes up
        response.writeHead(200, { 'content-type': 'application/xml' }).end(hurt);
      },
      async (store) => {
        const endings = new Set<string>();
        const listAgain = async () => {
          while (bit < page.length * 8 - 1) {
            const listing = listAll(store, 'in/').then(() => 'listed', codeOf);
            endings.add(await listing);
          }
        };
        // The wait between two attempts is most of the time.
        await Promise.all(Array.from({ length: 100 }, listAgain));
        expect([...endings].toSorted()).toEqual(['listed', 'unavailable']);
      },
    );
  });

  test('an etag is the same with and without quotes, a key with and without encoding', async () => {
    const entry = (key: string, etag: string) =>
      `<Contents><Key>${key}</Key><ETag>${etag}</ETag><Size>1</Size></Contents>`;
    await withServer(
      ({ method, url }, response) => {
        if (method === 'HEAD') response.writeHead(200, { etag: '"abc"', 'content-length': '1' }).end();
        else if (url.includes('plain')) sendList(response, entry('plain/a+b%20c', 'abc'));
        else sendList(response, `<EncodingType>url</EncodingType>${entry('a%2Bb+c%20d', '&quot;abc&quot;')}`);
      },
      async (store) => {
        expect(await listAll(store, 'plain/')).toMatchObject([{ key: 'plain/a+b%20c', etag: 'abc' }]);
        expect(await listAll(store)).toMatchObject([{ key: 'a+b c d', etag: 'abc' }]);
        expect((await headOf(store, 'a')).etag).toBe('abc');
      },
    );
  });
});
