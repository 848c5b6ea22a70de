import { afterEach, beforeEach, expect, test } from 'vitest';
import { stopOnReply } from '../../../src/outreach/engagement/stop-on-reply.ts';
import { suppressAndEnd, suppressContact } from '../../../src/outreach/engagement/suppress-contact.ts';
import { unsubscribe } from '../../../src/outreach/engagement/unsubscribe.ts';
import { unsuppress } from '../../../src/outreach/suppression-table.ts';
import { openLinkTokens } from '../../../src/outreach/tokens/link-tokens.ts';
import type { SendRow } from '../../../src/outreach/send-table.ts';
import { KEYS, seedEngaged } from '../support/engaged.ts';
import { openHub, type TestHub } from '../support/hub.ts';

const tokens = openLinkTokens(KEYS);
const ASKED = { userAgent: 'Mozilla/5.0', ipHash: 'abc' };

let hub: TestHub;
beforeEach(async () => {
  hub = await openHub();
});
afterEach(async () => hub.close());

async function enrollments(): Promise<unknown[]> {
  const rows = await hub.database.query('select state, end_reason from enrollments order by outreach_id, contact_id');
  return rows.map(({ state, end_reason: reason }) => [state, reason]);
}

async function sendStates(): Promise<unknown[]> {
  return (await hub.database.query('select state from send_log order by outreach_id, contact_id')).map(
    ({ state }) => state,
  );
}

async function keysSuppressed(): Promise<unknown[]> {
  return (await hub.database.query('select key_norm from suppressions order by key_norm')).map(
    (row) => row['key_norm'],
  );
}

async function ask(send: SendRow | undefined): Promise<boolean> {
  return unsubscribe(hub.deps, tokens, tokens.mint('unsubscribe', send?.send_id ?? ''), ASKED);
}

test('unsubscribing twice suppresses once, cancels what is open, and leaves the colleagues', async () => {
  const { sends } = await seedEngaged(hub, { sendStates: ['claimed', 'scheduled'] });
  expect([await ask(sends[0]), await ask(sends[0])]).toEqual([true, true]);
  expect(await keysSuppressed()).toEqual(['ada1@acme.example']);
  expect(await enrollments()).toEqual([['stopped', 'unsubscribed'], ['active', null]]); // prettier-ignore
  expect(await sendStates()).toEqual(['cancelled', 'scheduled']);
  expect(await hub.database.query('select event_type from cl_outbox')).toEqual([
    { event_type: 'engagement.unsubscribe' },
  ]);
});

test('an unsubscribe link works for ever, and again after an operator lifted it', async () => {
  const { sends } = await seedEngaged(hub, { sendStates: ['sent'] });
  hub.clock.advance(10 * 365 * 86_400_000);
  expect(await ask(sends[0])).toBe(true);
  const lift = { scope: 'global', key: 'ada1@acme.example', actor: 'user:dana' } as const;
  expect(await hub.database.transaction((tx) => unsuppress(tx, hub.deps, lift))).toBe(true);
  expect(await keysSuppressed()).toEqual([]);
  await ask(sends[0]);
  expect(await keysSuppressed()).toEqual(['ada1@acme.example']);
});

test('another token unsubscribes nobody', async () => {
  const { sends } = await seedEngaged(hub, { sendStates: ['sent'] });
  const others = [
    tokens.mint('open', sends[0]?.send_id ?? ''),
    tokens.mint('unsubscribe', '0197345a-1b2c-7def-8123-456789abcdef'),
    '',
  ];
  for (const token of others) expect(await unsubscribe(hub.deps, tokens, token, ASKED)).toBe(false);
  expect(await keysSuppressed()).toEqual([]);
});

test.each([
  ['company', [['finished', 'replied'], ['stopped', 'account_replied']], ['cancelled', 'cancelled']],
  ['contact', [['finished', 'replied'], ['active', null]], ['cancelled', 'scheduled']],
] as const)('a reply stops the %s', async (replyScope, ended, states) => {
  const { sends } = await seedEngaged(hub, { sendStates: ['scheduled', 'scheduled'], replyScope });
  const other = await seedEngaged(hub, { outreachId: 'other', sendStates: ['scheduled'] });
  await hub.database.transaction((tx) => stopOnReply(tx, hub.deps, sends[0] as SendRow));
  expect((await enrollments()).slice(0, 2)).toEqual(ended);
  expect((await sendStates()).slice(0, 2)).toEqual(states);
  const [spared] = await hub.database.query('select state from send_log where outreach_id = $1', [other.outreachId]);
  expect(spared).toEqual({ state: 'scheduled' });
}); // prettier-ignore

test('an address is suppressed in every company, a domain and a company as a whole', async () => {
  const acme = await seedEngaged(hub, { sendStates: ['scheduled', 'scheduled'] });
  await seedEngaged(hub, { outreachId: 'other', sendStates: ['scheduled'] });
  const done = await hub.database.transaction((tx) =>
    suppressContact(tx, hub.deps, {
      emailNorm: 'ada1@acme.example',
      reason: 'hard_bounce',
      actor: 'system:dsn',
      send: acme.sends[0],
      processId: 'outreach-execution-engage-20260603-00000001',
    }),
  );
  expect(done).toEqual({ added: true, ended: 1 });
  const domain = { scope: 'domain', key: 'acme.example', reason: 'manual', actor: 'user:dana' } as const;
  expect(await hub.database.transaction((tx) => suppressAndEnd(tx, hub.deps, domain))).toEqual({
    added: true,
    ended: 1,
  });
  const company = { scope: 'outreach', key: 'other', reason: 'complaint', actor: 'user:dana' } as const;
  expect(await hub.database.transaction((tx) => suppressAndEnd(tx, hub.deps, company))).toEqual({
    added: true,
    ended: 1,
  });
  expect(await enrollments()).toEqual([['stopped', 'bounced'], ['stopped', 'suppressed'], ['stopped', 'complaint']]); // prettier-ignore
  expect(await sendStates()).toEqual(['cancelled', 'cancelled', 'cancelled']);
});
