import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readListen } from '../../src/cli/outreach/serve.ts';
import { readWebhookSecrets } from '../../src/cli/outreach/webhook-secrets.ts';
import { readTokenKeys } from '../../src/outreach/tokens/key-file.ts';
import { openLinkTokens } from '../../src/outreach/tokens/link-tokens.ts';
import { type Engaged, seedEngaged } from '../outreach/support/engaged.ts';
import { openHub } from '../outreach/support/hub.ts';
import { SECRETS, standardDelivery } from '../outreach/support/webhooks.ts';
import { BIN, freshFolder, handoff, handoffJson, plainEnvironment } from '../support/handoff.ts';

const SECRETS_TEXT = JSON.stringify(SECRETS);
const KEY_FILE = 'handoff-data/outreach-token-keys.json';

/** One story: each test goes on where the one before it ended. */
const folder = freshFolder();
let engaged: Engaged;
let server: ChildProcess | undefined;
let url = '';

beforeAll(async () => {
  const links = { publicUrl: 'https://o.example', schedulerUrl: 'https://meet.example/acme' };
  writeFileSync(join(folder, 'handoff.config.json'), JSON.stringify({ outreach: links }));
  const hub = await openHub({ folder, now: Date.now() - 60_000 });
  engaged = await seedEngaged(hub, { sendStates: ['sent', 'scheduled', 'scheduled'] });
  await hub.close();
});
afterAll(() => server?.kill('SIGKILL'));

test('without token keys nothing is served: exit 78, and what to do', () => {
  const { status, stderr } = handoff(folder, ['outreach', 'serve']);
  expect([status, stderr]).toEqual([78, expect.stringContaining('outreach token-keys new')]);
});

test('token keys are made once, rotate, and never show their secrets', () => {
  expect(handoff(folder, ['outreach', 'token-keys', 'new']).status).toBe(0);
  expect(handoff(folder, ['outreach', 'token-keys', 'new']).status).toBe(1);
  const rotated = handoff(folder, ['outreach', 'token-keys', 'rotate', '--json']);
  expect(JSON.parse(rotated.stdout)).toMatchObject({
    keys: [
      { kid: 1, status: 'verify_only' },
      { kid: 2, status: 'active' },
    ],
  });
  const [secret = 'none'] = /[\w-]{43}/.exec(readFileSync(join(folder, KEY_FILE), 'utf8')) ?? [];
  expect(secret).not.toBe('none');
  expect(rotated.stdout).not.toContain(secret);
  const { stdout } = handoff(folder, ['audit', 'log', '--system', 'outreach-hub', '--json']);
  expect(stdout.match(/"key.created"/g)).toHaveLength(2);
  expect(stdout).not.toContain(secret);
});

test('keys that others may read are refused before anything is served', () => {
  chmodSync(join(folder, KEY_FILE), 0o644);
  expect(handoff(folder, ['outreach', 'serve']).status).toBe(78);
  chmodSync(join(folder, KEY_FILE), 0o600);
});

test('secrets of webhooks that are none, or too short, are refused and not quoted', () => {
  const read = (text: string) => readWebhookSecrets({ HANDOFF_WEBHOOK_SECRETS: text });
  for (const text of [
    '{',
    '[]',
    '{"zoom":[]}',
    '{"calcom":["short"]}',
    '{"standard":["whsec_c2hvcnQ="]}',
    '{"calcom":[1]}',
    'none.json',
  ]) {
    expect(() => read(text), text).toThrow(expect.objectContaining({ code: 'misconfigured' }));
    expect(() => read(text)).not.toThrow(/c2hvcnQ|"short"/);
  }
  expect(read(SECRETS_TEXT)).toEqual(SECRETS);
  const path = join(folder, 'secrets.json');
  writeFileSync(path, SECRETS_TEXT);
  expect(read(path)).toEqual(SECRETS);
  expect(read('')).toEqual({});
});

test('a place to listen is a host and a port', () => {
  expect(readListen(undefined, {})).toEqual({ host: '127.0.0.1', port: 8080 });
  expect(readListen(undefined, { HANDOFF_LISTEN: '0.0.0.0:0' })).toEqual({ host: '0.0.0.0', port: 0 });
  expect(readListen('[::1]:443', { HANDOFF_LISTEN: 'x' })).toEqual({ host: '::1', port: 443 });
  for (const text of ['8080', 'a:70000', ':80', '::1:80', 'a:b']) {
    expect(() => readListen(text, {}), text).toThrow(expect.objectContaining({ code: 'usage' }));
  }
});

test('a suppression is rehearsed, made, listed and lifted', () => {
  const suppress = ['outreach', 'suppress', 'Ada3@Acme.example', '--by', 'dana'];
  expect(handoffJson(folder, [...suppress, '--dry-run'])).toMatchObject({ added: true, ended: 1, dry_run: true });
  expect(handoffJson(folder, suppress)).toMatchObject({ key: 'ada3@acme.example', added: true, ended: 1 });
  expect(handoffJson(folder, ['outreach', 'suppress'])).toMatchObject({ suppressions: [{ key: 'ada3@acme.example' }] });
  expect(handoff(folder, [...suppress, '--lift']).status).toBe(0);
  expect(handoff(folder, suppress.slice(0, 3)).status).toBe(2);
});

test('what is served prints its address, unsubscribes by POST, and takes a booking that ends the outreach', async () => {
  const args = [BIN, 'outreach', 'serve', '--listen', '127.0.0.1:0', '--json'];
  server = spawn(process.execPath, args, {
    cwd: folder,
    env: plainEnvironment({ HANDOFF_WEBHOOK_SECRETS: SECRETS_TEXT }),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (server.stdout === null) throw new Error('no stdout');
  // A server that dies has no first line: its end is one then, and no JSON.
  const lines = createInterface(server.stdout);
  const [line = ''] = (await Promise.race([once(lines, 'line'), once(lines, 'close')])) as [string?];
  const said = JSON.parse(line) as { readonly url: string; readonly webhooks: readonly string[] };
  expect(said.webhooks).toEqual(['standard', 'calcom', 'calendly']);
  url = said.url;
  const tokens = openLinkTokens(readTokenKeys(join(folder, KEY_FILE)));
  const sendId = engaged.sends[0]?.send_id ?? '';
  expect((await fetch(`${url}/u/${tokens.mint('unsubscribe', sendId)}`, { method: 'POST' })).status).toBe(200);
  const made = handoffJson<{ url: string }>(folder, ['outreach', 'calendar-link', 'acme', '--contact', 'acme-c2']);
  const followed = await fetch(made.url.replace('https://o.example', url), { redirect: 'manual' });
  const link = new URL(followed.headers.get('location') ?? '').searchParams.get('utm_content') ?? '';
  const delivery = standardDelivery('m-1', Date.now(), { booking_uid: 'b-1', link });
  const answer = await fetch(`${url}/webhooks/calendar/standard`, { method: 'POST', ...delivery });
  expect([answer.status, await answer.json()]).toEqual([200, { result: 'booked' }]);
  expect(handoff(folder, ['outreach', 'calendar-link', 'acme']).status).toBe(1);
  const stray = standardDelivery('m-2', Date.now(), { booking_uid: 'b-2', link: 'nonsense' });
  expect((await fetch(`${url}/webhooks/calendar/standard`, { method: 'POST', ...stray })).status).toBe(202);
});

test('what came back is listed, and a signal ends the server in order', async () => {
  const { events } = handoffJson<{ events: readonly Record<string, unknown>[] }>(folder, [
    'outreach',
    'events',
    '--outreach',
    'acme',
  ]);
  expect(events.map(({ type, contact_id: contact }) => [type, contact])).toEqual([
    ['campaign_completed', null],
    ['meeting_booked', 'acme-c2'],
    ['unsubscribe', 'acme-c1'],
  ]);
  expect(handoffJson(folder, ['outreach', 'webhooks', '--quarantined'])).toMatchObject({
    webhooks: [
      { event_key: 'm-2', result: 'quarantined:unknown_link', body: expect.stringContaining('b-2') as string },
    ],
  });
  server?.kill('SIGTERM');
  expect(await once(server as ChildProcess, 'exit')).toEqual([0, null]);
  await expect(fetch(`${url}/healthz`)).rejects.toThrow('fetch failed');
});
