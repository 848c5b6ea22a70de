import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isoTime } from '../../../src/base/clock.ts';
import type { Hit } from '../../../src/outreach/engagement/hit.ts';
import { findClickTarget, recordClick } from '../../../src/outreach/engagement/record-click.ts';
import { recordOpen } from '../../../src/outreach/engagement/record-open.ts';
import { findSend, type SendRow } from '../../../src/outreach/send-table.ts';
import { openLinkTokens } from '../../../src/outreach/tokens/link-tokens.ts';
import { KEYS, LINKS, seedEngaged } from '../support/engaged.ts';
import { openHub, type TestHub } from '../support/hub.ts';

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';
const GMAIL = 'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)';
const tokens = openLinkTokens(KEYS);

let hub: TestHub;
beforeEach(async () => {
  hub = await openHub();
});
afterEach(async () => hub.close());

function hit(userAgent: string | undefined): Hit {
  return { method: 'GET', userAgent, purposes: [], ipHash: 'abc', atMs: hub.clock.now() };
}

async function opened(send: SendRow, userAgent: string | undefined): Promise<boolean> {
  return recordOpen(hub.deps, tokens, tokens.mint('open', send.send_id), hit(userAgent));
}

async function clicked(send: SendRow, idx: number, userAgent = CHROME): Promise<boolean> {
  const target = await findClickTarget(hub.database, tokens, tokens.mint('click', send.send_id, idx));
  return target !== undefined && recordClick(hub.deps, target, hit(userAgent));
}

async function sentMail(): Promise<SendRow> {
  const { sends } = await seedEngaged(hub, { sendStates: ['sent'] });
  hub.clock.advance(60_000);
  return sends[0] as SendRow;
}

async function times(send: SendRow): Promise<unknown[]> {
  const row = await findSend(hub.database, send.send_id);
  return [row?.opened_at ?? null, row?.machine_opened_at ?? null, row?.clicked_at ?? null];
}

async function events(): Promise<Record<string, unknown>[]> {
  return hub.database.query('select type, actor_class, confidence from engagement_events order by event_id');
}

async function signals(): Promise<unknown[]> {
  const rows = await hub.database.query<{ payload: string }>('select payload from cl_outbox order by seq');
  return rows.map(({ payload }) => {
    const { event_type: type, actor_class: actor, confidence } = JSON.parse(payload) as Record<string, unknown>;
    return [type, actor, confidence];
  });
}

describe('an open', () => {
  test('of a machine is told apart from the first of anybody else, and both are stored and told', async () => {
    const send = await sentMail();
    const first = isoTime(hub.clock.now());
    expect(await opened(send, undefined)).toBe(true);
    hub.clock.advance(5_000);
    const second = isoTime(hub.clock.now());
    expect(await opened(send, GMAIL)).toBe(true);
    hub.clock.advance(5_000);
    expect(await opened(send, CHROME)).toBe(true);
    expect(await times(send)).toEqual([second, first, null]);
    expect(await signals()).toEqual([
      ['engagement.open', 'machine', 0],
      ['engagement.open', 'proxy', 0.5],
      ['engagement.open', 'human', 0.5],
    ]);
  });

  test('that is told twice within a second is one', async () => {
    const send = await sentMail();
    expect([await opened(send, CHROME), await opened(send, CHROME)]).toEqual([true, false]);
  });

  test('of a mail that never left, or left half a year ago, is none', async () => {
    const { sends } = await seedEngaged(hub, { sendStates: ['scheduled', 'sent'] });
    expect(await opened(sends[0] as SendRow, CHROME)).toBe(false);
    hub.clock.advance(181 * 86_400_000);
    expect(await opened(sends[1] as SendRow, CHROME)).toBe(false);
    expect(await events()).toEqual([]);
  });

  test('stops nothing, and is bounded however often it is asked for', async () => {
    const send = await sentMail();
    await opened(send, CHROME);
    const columns = 'event_id, type, send_id, campaign_id, outreach_id, actor_class, confidence, source, occurred_at, received_at, dedupe_key, created_at, correlation_id, process_id'; // prettier-ignore
    const [row = {}] = await hub.database.query(`select ${columns} from engagement_events`);
    const more = Array.from({ length: 198 }, (_, n) =>
      Object.values({ ...row, event_id: `e-${n}`, dedupe_key: `k-${n}` }),
    );
    await hub.database.transaction((tx) => tx.insertMany('engagement_events', columns.split(', '), more));
    for (const written of [true, false, false]) {
      hub.clock.advance(1_000);
      expect(await opened(send, CHROME)).toBe(written);
    }
    expect(await events()).toHaveLength(200);
    expect(await hub.database.query('select state from enrollments')).toEqual([{ state: 'active' }]);
  });

  test('of a person is recorded, however often a machine asked before', async () => {
    const send = await sentMail();
    for (let n = 0; n < 201; n++) {
      hub.clock.advance(1_000);
      expect(await opened(send, undefined)).toBe(n < 200);
    }
    expect(await opened(send, CHROME)).toBe(true);
    expect((await times(send))[0]).toBe(isoTime(hub.clock.now()));
  });

  test('of a mail whose fate was unknown says that it was sent', async () => {
    const { sends } = await seedEngaged(hub, { sendStates: ['uncertain'] });
    hub.clock.advance(60_000);
    await opened(sends[0] as SendRow, undefined);
    const row = await findSend(hub.database, sends[0]?.send_id ?? '');
    expect(row).toMatchObject({ state: 'sent', certainty: 'confirmed', resolution: 'open' });
  });
});

describe('a click', () => {
  test('leads where the link of the mail led, and nowhere else', async () => {
    const send = await sentMail();
    const at = async (idx: number) =>
      (await findClickTarget(hub.database, tokens, tokens.mint('click', send.send_id, idx)))?.url;
    expect([await at(0), await at(1), await at(2)]).toEqual(LINKS);
    expect(await at(3)).toBeUndefined();
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '//evil.example', 'nonsense']) {
      await hub.database.run('update links set url = $1 where idx = 1', [url]);
      expect(await at(1)).toBeUndefined();
    }
    expect(await findClickTarget(hub.database, tokens, tokens.mint('open', send.send_id))).toBeUndefined();
  });

  test('of a person says that the mail was opened too, one of a machine does not', async () => {
    const send = await sentMail();
    await clicked(send, 0, 'curl/8.5.0');
    expect(await times(send)).toEqual([null, null, null]);
    hub.clock.advance(30_000);
    await clicked(send, 0);
    const at = isoTime(hub.clock.now());
    expect(await times(send)).toEqual([at, null, at]);
  });

  test('on a third link within ten seconds makes all of them a scanner, also in what CL was not told yet', async () => {
    const send = await sentMail();
    const before = isoTime(hub.clock.now());
    await opened(send, GMAIL);
    hub.clock.advance(60_000);
    for (const idx of [0, 1]) {
      await clicked(send, idx);
      hub.clock.advance(4_000);
    }
    expect((await times(send))[2]).not.toBeNull();
    await clicked(send, 2);
    expect((await events()).map(({ type, actor_class }) => [type, actor_class])).toEqual([
      ['open', 'proxy'],
      ['click', 'machine'],
      ['click', 'machine'],
      ['click', 'machine'],
    ]);
    expect(await times(send)).toEqual([before, null, null]);
    const [last] = await hub.database.query<{ entry: string }>('select entry from audit_log order by seq desc limit 1');
    expect(JSON.parse(last?.entry ?? '')).toMatchObject({ actor: 'system:scanner', detail: { corrected: 3 } });
    expect(await signals()).toEqual([
      ['engagement.open', 'proxy', 0.5],
      ['engagement.click', 'machine', 0],
      ['engagement.click', 'machine', 0],
      ['engagement.click', 'machine', 0],
    ]);
  });

  test('on three links one after the other stays a person', async () => {
    const send = await sentMail();
    for (const idx of [0, 1, 2]) {
      await clicked(send, idx);
      hub.clock.advance(5_001);
    }
    expect((await events()).map(({ actor_class }) => actor_class)).toEqual(['human', 'human', 'human']);
  });
});
