import { request as rawRequest } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isoTime } from '../../src/base/clock.ts';
import { AppError } from '../../src/base/errors.ts';
import { mintCalendarLink } from '../../src/outreach/calendar/mint-link.ts';
import { openLinkTokens } from '../../src/outreach/tokens/link-tokens.ts';
import { renderLinks } from '../../src/outreach/tokens/render-links.ts';
import { openHubServer, type RunningServer } from '../../src/server/index.ts';
import { type Engaged, KEYS, LINKS, seedEngaged } from '../outreach/support/engaged.ts';
import { openHub, type TestHub } from '../outreach/support/hub.ts';
import { SECRETS, standardDelivery } from '../outreach/support/webhooks.ts';

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';
const tokens = openLinkTokens(KEYS);
const SCHEDULER = 'https://meet.example/acme';

let hub: TestHub;
let server: RunningServer;
let engaged: Engaged;
const logged: unknown[] = [];

beforeEach(async () => {
  hub = await openHub({ settings: { publicUrl: 'https://o.example', schedulerUrl: SCHEDULER } });
  logged.length = 0;
  const log = (fields: object, message: string) => logged.push({ ...fields, message });
  const deps = { ...hub.deps, log: { debug: log, info: log, warn: log, error: log } };
  server = await openHubServer(deps, { listen: { host: '127.0.0.1', port: 0 }, keys: KEYS, secrets: SECRETS });
  engaged = await seedEngaged(hub, { sendStates: ['sent', 'scheduled'] });
  hub.clock.advance(60_000);
});
afterEach(async () => {
  await server.close();
  await hub.close();
});

/** Follows no redirect. */
async function get(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${server.url}${path}`, { redirect: 'manual', headers: { 'user-agent': CHROME }, ...init });
}

function sendId(): string {
  return engaged.sends[0]?.send_id ?? '';
}

/** What is recorded after the answer is there when the server has closed. */
async function eventsAfterClose(): Promise<unknown[]> {
  await server.close();
  const rows = await hub.database.query('select type, actor_class from engagement_events order by type, actor_class');
  return rows.map(({ type, actor_class: actor }) => [type, actor]);
}

async function count(table: string): Promise<number> {
  const [row] = await hub.database.query<{ n: number }>(`select count(*) as n from ${table}`);
  return Number(row?.n);
}

describe('the links of a rendered mail', () => {
  test('lead to the routes that know them', async () => {
    const links = renderLinks(hub.deps, KEYS);
    const [send] = engaged.sends;
    if (links === undefined || send === undefined) throw new Error('there are no links');
    const at = (url: string) => get(new URL(url).pathname);
    expect((await at(links.pixelUrl(send))).headers.get('content-type')).toBe('image/gif');
    expect((await at(links.clickUrl(send, 1))).headers.get('location')).toBe(LINKS[1]);
    expect((await at(links.unsubscribeUrl(send))).status).toBe(200);
    const url = new URL((await hub.database.transaction(async (tx) => links.calendarUrl?.(tx, send))) ?? '');
    expect((await get(`${url.pathname}${url.search}`)).status).toBe(302);
    expect(
      renderLinks({ ...hub.deps, settings: { ...hub.deps.settings, publicUrl: undefined } }, KEYS),
    ).toBeUndefined();
  });
});

describe('the pixel', () => {
  test('is recorded, and looks the same for every token', async () => {
    const genuine = await get(`/o/${tokens.mint('open', sendId())}.gif`);
    const bare = await get(`/o/${tokens.mint('open', sendId())}`, { headers: { 'user-agent': 'Mozilla/5.0' } });
    const forged = await get('/o/nonsense.gif');
    for (const answer of [genuine, bare, forged]) {
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/gif']);
      expect(answer.headers.get('cache-control')).toContain('no-store');
      expect(
        Buffer.from(await answer.arrayBuffer())
          .subarray(0, 6)
          .toString(),
      ).toBe('GIF89a');
    }
    expect(await eventsAfterClose()).toEqual([['open', 'human'], ['open', 'machine']]); // prettier-ignore
  });

  test('is recorded before the server has closed, also when the database is slow', async () => {
    const slow = Promise.withResolvers<void>();
    const busy = hub.database.transaction(async () => slow.promise);
    await get(`/o/${tokens.mint('open', sendId())}.gif`);
    const closed = server.close();
    setTimeout(slow.resolve, 100);
    await closed;
    const other = await hub.another();
    const rows = await other.deps.database.query('select type from engagement_events');
    await other.close();
    await busy;
    expect(rows).toEqual([{ type: 'open' }]);
  });

  test('that is only looked at with HEAD was not opened by a person', async () => {
    expect((await get(`/o/${tokens.mint('open', sendId())}.gif`, { method: 'HEAD' })).status).toBe(200);
    expect(await eventsAfterClose()).toEqual([['open', 'machine']]);
  });

  test('is answered while the database is gone', async () => {
    await hub.database.close();
    expect((await get(`/o/${tokens.mint('open', sendId())}.gif`)).status).toBe(200);
    await server.close();
    hub = { ...hub, close: async () => {} };
    expect(JSON.stringify(logged)).toContain('could not be recorded');
  });
});

describe('a link', () => {
  test('redirects to what the mail had, whatever the request says besides', async () => {
    const path = `/c/${tokens.mint('click', sendId(), 0)}`;
    for (const [suffix, headers] of [
      ['', {}],
      ['?url=https://evil.example&next=//evil.example', {}],
      ['', { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'javascript', referer: 'https://evil.example' }],
    ] as const) {
      const answer = await get(`${path}${suffix}`, { headers });
      expect([answer.status, answer.headers.get('location')]).toEqual([302, LINKS[0]]);
    }
    const { status, location } = await hostGame(path, 'evil.example');
    expect([status, location]).toEqual([302, LINKS[0]]);
  });

  test('that is not ours leads nowhere', async () => {
    const token = tokens.mint('click', sendId(), 0);
    const paths = [
      `/c/${tokens.mint('click', sendId(), 9)}`,
      `/c/${tokens.mint('open', sendId(), 0)}`,
      `/c/${token.slice(0, -1)}`,
      '/c/https:%2F%2Fevil.example',
      '/c//evil.example',
      '//evil.example/%2f..',
      '/c/%00',
      '/c/%zz',
      `/c/${'a'.repeat(3_000)}`,
      '/cal?v=1&sid=a&oid=b&jti=c&exp=9999999999&kid=3&sig=https://evil.example',
    ];
    for (const path of paths) {
      const answer = await get(path);
      expect(answer.status, path).toBeGreaterThanOrEqual(400);
      expect(answer.status, path).toBeLessThan(500);
      expect(answer.headers.get('location'), path).toBeNull();
      expect(await answer.text(), path).not.toContain('evil');
    }
    expect(await count('engagement_events')).toBe(0);
  });

  test('is told 503 while the database is gone, without a word of why', async () => {
    await hub.database.close();
    const answer = await get(`/c/${tokens.mint('click', sendId(), 0)}`);
    const text = await answer.text();
    hub = { ...hub, close: async () => {} };
    expect(answer.status).toBeGreaterThanOrEqual(500);
    expect(text).not.toMatch(/sqlite|database|\.ts|at /i);
  });
});

/** A request whose Host header is somebody else's; fetch sends none of those. */
async function hostGame(
  path: string,
  host: string,
): Promise<{ status?: number | undefined; location?: string | undefined }> {
  const url = new URL(server.url);
  return new Promise((resolve, reject) => {
    rawRequest({ host: url.hostname, port: url.port, path, headers: { host } }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode, location: answer.headers.location });
    })
      .on('error', reject)
      .end();
  });
}

/** The first bytes of what the server answers to these very bytes. */
async function raw(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (answer) => resolve(String(answer)));
    socket.on('error', reject);
  });
}

describe('unsubscribing', () => {
  test('is asked for by GET and HEAD, and done by POST, as often as wanted and without a redirect', async () => {
    const path = `/u/${tokens.mint('unsubscribe', sendId())}`;
    expect(await (await get(path)).text()).toContain('<form method="post">');
    await get(path, { method: 'HEAD' });
    expect(await count('suppressions')).toBe(0);
    const oneClick = {
      method: 'POST',
      body: 'List-Unsubscribe=One-Click',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    };
    for (const init of [oneClick, oneClick, { method: 'POST' }]) {
      const answer = await get(path, init);
      expect([answer.status, answer.headers.get('location')]).toEqual([200, null]);
      expect(await answer.text()).toContain('You are unsubscribed');
    }
    expect(await count('suppressions')).toBe(1);
    expect(await eventsAfterClose()).toEqual([['unsubscribe', 'human']]);
  });

  test('works with a form of several parts too', async () => {
    const body = new FormData();
    body.set('List-Unsubscribe', 'One-Click');
    expect((await get(`/u/${tokens.mint('unsubscribe', sendId())}`, { method: 'POST', body })).status).toBe(200);
    expect(await count('suppressions')).toBe(1);
  });

  test.each([
    ['without a name', '', 'List-Unsubscribe=One-Click'],
    ['of a name that is none', 'content-type: ;;;\r\n', 'List-Unsubscribe=One-Click'],
    ['of an unknown name', 'content-type: nonsense\r\n', 'x'],
    ['that is large', 'content-type: text/plain\r\n', 'x'.repeat(100_000)],
    ['that is empty, under a name', 'content-type: application/json\r\n', ''],
  ])('works with a body %s', async (_which, header, body) => {
    const head = `POST /u/${tokens.mint('unsubscribe', sendId())} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n`;
    expect(await raw(`${head}${header}content-length: ${body.length}\r\n\r\n${body}`)).toMatch(/^HTTP\/1[.]1 200/);
    expect(await count('suppressions')).toBe(1);
  });

  test('looks the same for a token that is none, and does nothing', async () => {
    const genuine = `/u/${tokens.mint('unsubscribe', sendId())}`;
    const forged = '/u/%3Cscript%3Ealert(1)%3C%2Fscript%3E';
    const opened = `/u/${tokens.mint('open', sendId())}`;
    const pages = await Promise.all([genuine, forged, opened].map(async (path) => (await get(path)).text()));
    expect(new Set(pages).size).toBe(1);
    for (const path of [forged, opened]) {
      const answer = await get(path, { method: 'POST' });
      expect([answer.status, await answer.text()]).toEqual([200, expect.not.stringContaining('<script')]);
    }
    expect(await count('suppressions')).toBe(0);
  });

  test('does not say that it was done when it was not', async () => {
    const deps = {
      ...hub.deps,
      database: { ...hub.database, transaction: async () => Promise.reject(new AppError('busy', 'write')) },
    };
    const other = await openHubServer(deps, {
      listen: { host: '127.0.0.1', port: 0 },
      keys: KEYS,
      secrets: {},
    });
    try {
      const answer = await fetch(`${other.url}/u/${tokens.mint('unsubscribe', sendId())}`, { method: 'POST' });
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30']);
      expect(await answer.text()).toContain('try again');
    } finally {
      await other.close();
    }
  });
});

describe('a calendar link', () => {
  test('redirects to the scheduler alone, and says when it has ended', async () => {
    const { url } = await hub.database.transaction((tx) =>
      mintCalendarLink(tx, hub.deps, KEYS, { outreachId: 'acme', actor: 'user:dana' }),
    );
    const path = `/cal?${url.split('?')[1]}`;
    const answer = await get(`${path}&utm_source=mail&url=https://evil.example`);
    expect([answer.status, new URL(answer.headers.get('location') ?? '').host]).toEqual([302, 'meet.example']);
    expect((await get(path.replace('sid-acme', 'sid-evil'))).status).toBe(404);
    hub.clock.advance(15 * 86_400_000);
    expect((await get(path)).status).toBe(410);
    expect((await get(path.replace('sid-acme', 'sid-evil'))).status).toBe(404);
  });
});

test('a redirect waits for nobody who writes, and that a calendar link was followed is noted afterwards', async () => {
  const { url } = await hub.database.transaction((tx) =>
    mintCalendarLink(tx, hub.deps, KEYS, { outreachId: 'acme', actor: 'user:dana' }),
  );
  const [reading, writing] = [await hub.another(), await hub.another()];
  const listen = { host: '127.0.0.1', port: 0 };
  const other = await openHubServer(hub.deps, { listen, keys: KEYS, secrets: {}, reader: reading.deps.database });
  const seen = 'select first_seen_at from calendar_links';
  const busy = Promise.withResolvers<void>();
  const written = writing.deps.database.transaction(async () => busy.promise);
  for (const path of [`/c/${tokens.mint('click', sendId(), 0)}`, `/cal?${url.split('?')[1]}`]) {
    // The second finds the server's own connection waiting for the first one's click to be written.
    expect((await fetch(`${other.url}${path}`, { redirect: 'manual' })).status).toBe(302);
  }
  expect(await reading.deps.database.query(seen)).toEqual([{ first_seen_at: null }]);
  busy.resolve();
  await written;
  await other.close();
  expect(await reading.deps.database.query(seen)).toEqual([{ first_seen_at: isoTime(hub.clock.now()) }]);
  for (const process of [reading, writing]) await process.close();
}, 20_000);

describe('a webhook', () => {
  function post(path: string, init: RequestInit): Promise<Response> {
    return get(path, { method: 'POST', ...init });
  }

  test('ends the outreach, and names its correlation id to the scheduler that signed', async () => {
    const { url } = await hub.database.transaction((tx) =>
      mintCalendarLink(tx, hub.deps, KEYS, { outreachId: 'acme', actor: 'user:dana' }),
    );
    const location = (await get(`/cal?${url.split('?')[1]}`)).headers.get('location') ?? '';
    const link = new URL(location).searchParams.get('utm_content') ?? '';
    const delivery = standardDelivery('m-1', hub.clock.now(), { booking_uid: 'b-1', link });
    const headers = { 'content-type': 'application/json', ...delivery.headers };
    const answer = await post('/webhooks/calendar/standard', { body: delivery.body, headers });
    expect([answer.status, await answer.json()]).toEqual([200, { result: 'booked' }]);
    expect(answer.headers.get('x-correlation-id')).toBe('corr-acme');
    const other = standardDelivery('m-1', hub.clock.now(), { booking_uid: 'b-2', link });
    expect((await post('/webhooks/calendar/standard', other)).status).toBe(409);
    const [campaign] = await hub.database.query('select status from campaigns');
    expect(campaign).toEqual({ status: 'completed' });
  });

  test('without a signature, of nobody, too large, or by GET is refused', async () => {
    expect((await post('/webhooks/calendar/standard', { body: '{}' })).status).toBe(401);
    expect((await post('/webhooks/calendar/standard', {})).status).toBe(401);
    expect((await post('/webhooks/calendar/zoom', { body: '{}' })).status).toBe(404);
    const large = await post('/webhooks/calendar/standard', { body: 'x'.repeat(256 * 1024 + 1) });
    expect([large.status, await large.json()]).toMatchObject([413, { error: { code: 'usage' } }]);
    expect((await get('/webhooks/calendar/standard')).status).toBe(404);
    expect(await count('webhook_receipts')).toBe(0);
  });

  test('comes again when the database cannot take it', async () => {
    const delivery = standardDelivery('m-1', hub.clock.now(), { booking_uid: 'b-1', link: 'x' });
    for (const code of ['busy', 'disk_full', 'read_only'] as const) {
      const deps = {
        ...hub.deps,
        database: { ...hub.database, transaction: async () => Promise.reject(new AppError(code, 'write')) },
      };
      const other = await openHubServer(deps, {
        listen: { host: '127.0.0.1', port: 0 },
        keys: KEYS,
        secrets: SECRETS,
      });
      const answer = await fetch(`${other.url}/webhooks/calendar/standard`, { method: 'POST', ...delivery });
      await other.close();
      expect([answer.status, await answer.json()]).toMatchObject([503, { error: { code } }]);
    }
  });
});

describe('every answer', () => {
  test('has the headers that keep a page harmless, and an id that the log has too', async () => {
    const ids: (string | null)[] = [];
    for (const path of ['/healthz', '/nothing', '/u/x', '/cal', '/c/%zz', `/c/${'a'.repeat(3_000)}`]) {
      const answer = await get(path);
      expect(answer.headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(answer.headers.get('content-security-policy'), path).toContain("default-src 'none'");
      expect(answer.headers.get('referrer-policy'), path).toBe('no-referrer');
      expect(answer.headers.get('cache-control'), path).toContain('no-store');
      expect(await answer.text(), path).not.toContain('zz');
      ids.push(answer.headers.get('x-correlation-id'));
    }
    await server.close();
    expect(new Set(ids).size).toBe(6);
    for (const id of ids) expect(logged).toContainEqual(expect.objectContaining({ correlation_id: id }));
  });

  test('leaves tokens and addresses out of the log', async () => {
    const token = tokens.mint('unsubscribe', sendId());
    await get(`/u/${token}?secret=1`, { method: 'POST' });
    await get(`/o/${tokens.mint('open', sendId())}.gif`);
    await server.close();
    const text = JSON.stringify(logged);
    expect(text).toContain('/u/:token');
    for (const word of [token, 'secret', 'ada1', '127.0.0.1', CHROME]) expect(text).not.toContain(word);
  });

  test('to a flood of header bytes or to nonsense is short', async () => {
    const tooMuch = await get('/healthz', { headers: { 'x-a': 'a'.repeat(20_000) } });
    expect(tooMuch.status).toBe(431);
    expect(await raw('NONSENSE\r\n\r\n')).toMatch(/^HTTP\/1[.]1 400/);
  });
});

test('readyz says when the database is gone, healthz does not mind', async () => {
  expect([(await get('/readyz')).status, (await get('/healthz')).status]).toEqual([200, 200]);
  await hub.database.close();
  const answers = [(await get('/readyz')).status, (await get('/healthz')).status];
  hub = { ...hub, close: async () => {} };
  expect(answers).toEqual([expect.toSatisfy((status: number) => status >= 500), 200]);
});

test('an address that is taken is an error of the configuration', async () => {
  const { port } = new URL(server.url);
  const taken = openHubServer(hub.deps, { listen: { host: '127.0.0.1', port: Number(port) }, keys: KEYS, secrets: {} });
  await expect(taken).rejects.toMatchObject({ code: 'misconfigured' });
});
