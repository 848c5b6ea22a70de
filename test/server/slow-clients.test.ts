import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { openHubServer } from '../../src/server/index.ts';
import { escapeHtml } from '../../src/server/pages.ts';
import { KEYS } from '../outreach/support/engaged.ts';
import { openHub } from '../outreach/support/hub.ts';

/** Sends the rest of a request a little at a time for ever; how long it was let, in milliseconds. */
async function trickle(url: string, head: string, drop: string): Promise<number> {
  const began = performance.now();
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(head));
    const dripping = setInterval(() => socket.write(drop), 100);
    // A server that hangs up is what is waited for.
    socket.on('error', () => socket.destroy());
    socket.on('data', () => {});
    socket.on('close', () => {
      clearInterval(dripping);
      resolve(performance.now() - began);
    });
  });
}

describe('a client that sends a little at a time', () => {
  const headers = ['GET / HTTP/1.1\r\nhost: x\r\n', 'a: b\r\n'] as const;
  const body = ['POST /webhooks/calendar/standard HTTP/1.1\r\nhost: x\r\ncontent-length: 99999\r\n\r\n', 'x'] as const;

  test('is hung up on while the server runs, and keeps it from closing no longer than some seconds', async () => {
    const listen = { host: '127.0.0.1', port: 0 };
    const hub = await openHub();
    const open = () => openHubServer(hub.deps, { listen, keys: KEYS, secrets: {} });
    const [server, other] = [await open(), await open()];
    const closing = trickle(other.url, ...body);
    const running = [trickle(server.url, ...headers), trickle(server.url, ...body)];
    await new Promise((resolve) => setTimeout(resolve, 300));
    const began = performance.now();
    await other.close();
    expect(performance.now() - began).toBeLessThan(20_000);
    for (const ms of await Promise.all([closing, ...running])) expect(ms).toBeLessThan(40_000);
    await server.close();
    await hub.close();
  });
});

test('what stands on a page is text', () => {
  expect(escapeHtml(`<a href="x">&'</a>`)).toBe('&lt;a href=&quot;x&quot;&gt;&amp;&#39;&lt;/a&gt;');
});
