import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isoTime } from '../../../src/base/clock.ts';
import { AppError } from '../../../src/base/errors.ts';
import { endCampaign } from '../../../src/outreach/end-outreach.ts';
import { findCampaign } from '../../../src/outreach/campaign-table.ts';
import { findEnrollment } from '../../../src/outreach/enrollment-table.ts';
import { judgeInbound } from '../../../src/outreach/inbox/judge-inbound.ts';
import { takeInbound } from '../../../src/outreach/inbox/take-inbound.ts';
import { findSend, type SendRow } from '../../../src/outreach/send-table.ts';
import { unsuppress } from '../../../src/outreach/suppression-table.ts';
import { openLinkTokens } from '../../../src/outreach/tokens/link-tokens.ts';
import { taggedAddress } from '../../../src/outreach/tokens/tagged-address.ts';
import { ROOT } from '../../house/copy-of-the-tree.ts';
import { type Engaged, KEYS, seedEngaged } from '../support/engaged.ts';
import { openHub, type TestHub } from '../support/hub.ts';
import { codeThrownBy } from '../support/sending.ts';

const DAY_MS = 24 * 3_600_000;
const ANNA = 'anna@people.test';
const TOKENS = openLinkTokens(KEYS);
const PROCESS = 'outreach-execution-engage-20260603-0a0b0c0d';

let hub: TestHub;
let engaged: Engaged;
let send: SendRow;
let uid: number;

beforeEach(async () => {
  hub = await openHub();
  engaged = await seedEngaged(hub, { sendStates: ['sent', 'scheduled'] });
  const [first] = engaged.sends;
  if (first === undefined) throw new Error('nothing was seeded');
  send = first;
  await hub.database.run('update enrollments set email = $1, email_norm = $1 where enrollment_id = $2', [
    ANNA,
    send.enrollment_id,
  ]);
  await hub.database.run('update send_log set to_email = $1 where send_id = $2', [ANNA, send.send_id]);
  hub.clock.advance(60_000);
  uid = 0;
});

afterEach(async () => {
  await hub.close();
});

/** A mail of the collection, about our send. */
function mail(name: string): string {
  return readFileSync(join(ROOT, 'fixtures', 'mail', `${name}.eml`), 'utf8')
    .replaceAll('<018fd6a0-0000-7000-8000-000000000001.0@mail.hub.test>', send.message_id)
    .replaceAll('018fd6a0-0000-7000-8000-000000000001', send.send_id);
}

interface Arrival {
  readonly mailboxId?: string;
  readonly own?: readonly string[];
  readonly deps?: TestHub['deps'];
}

/** What `judgeInbound` said, with `!` when taking it changed something. */
async function arrive(raw: string, { mailboxId = 'box', own = [], deps = hub.deps }: Arrival = {}): Promise<string> {
  uid += 1;
  const place = { mailbox_id: mailboxId, folder: 'INBOX', uidvalidity: '1', uid };
  const arrived = { place, source: Buffer.from(raw), receivedMs: hub.clock.now() };
  const context = { queries: hub.database, tokens: TOKENS, mailboxId, nowMs: hub.clock.now() };
  const judged = await judgeInbound(context, new Set(own), arrived);
  const taken = await hub.database.transaction((tx) => takeInbound(tx, deps, arrived, judged, PROCESS));
  return `${judged.verdict}${taken ? '!' : ''}`;
}

async function events(): Promise<{ type: string; confidence: number; source: string }[]> {
  return hub.database.query('select type, confidence, source from engagement_events order by type');
}

async function suppressed(): Promise<string[]> {
  const rows = await hub.database.query<{ key_norm: string; reason: string }>(
    'select key_norm, reason from suppressions',
  );
  return rows.map(({ key_norm: key, reason }) => `${key} ${reason}`);
}

async function enrollment(index = 0) {
  return findEnrollment(hub.database, engaged.sends[index]?.enrollment_id ?? '');
}

describe('reports of mail servers', () => {
  test.each(['dsn-postfix', 'dsn-exchange', 'dsn-gmail', 'dsn-send-header-only', 'dsn-plain-text'])(
    '%s: the address is dead, nobody writes to it again',
    async (name) => {
      expect(await arrive(mail(name))).toBe('bounce_hard!');
      expect(await suppressed()).toEqual([`${ANNA} hard_bounce`]);
      expect(await enrollment()).toMatchObject({ state: 'stopped', end_reason: 'bounced' });
      expect(await events()).toEqual([{ type: 'bounce_hard', confidence: 1, source: 'dsn' }]);
      expect((await findSend(hub.database, send.send_id))?.bounced_at).toBe(isoTime(hub.clock.now()));
    },
  );

  test.each(['dsn-quota', 'dsn-policy', 'dsn-expired', 'dsn-forwarded-address'])(
    '%s: the mail did not arrive, but the address may live',
    async (name) => {
      expect(await arrive(mail(name))).toBe('bounce_soft!');
      expect(await suppressed()).toEqual([]);
      expect(await enrollment()).toMatchObject({ state: 'active' });
    },
  );

  test('a report that names only the address is half believed: anybody can write one', async () => {
    expect(await arrive(mail('dsn-without-original'))).toBe('bounce_soft!');
    expect(await events()).toEqual([{ type: 'bounce_soft', confidence: 0.5, source: 'dsn' }]);
    expect(await suppressed()).toEqual([]);
  });

  test('a delay says nothing yet, a delivery makes an uncertain send certain', async () => {
    await hub.database.run(`update send_log set state = 'uncertain', sent_at = null where send_id = $1`, [
      send.send_id,
    ]);
    expect(await arrive(mail('dsn-delayed'))).toBe('other');
    expect(await arrive(mail('dsn-read-receipt'))).toBe('other');
    expect((await findSend(hub.database, send.send_id))?.state).toBe('uncertain');
    expect(await arrive(mail('dsn-delivered'))).toBe('delivered!');
    expect(await findSend(hub.database, send.send_id)).toMatchObject({ state: 'sent', resolution: 'dsn' });
    expect(await suppressed()).toEqual([]);
  });

  test('three soft bounces of the last five mails end what is under way, two do not', async () => {
    for (const nth of [2, 3]) await anotherCampaign(nth);
    const sends = await hub.database.query<SendRow>('select * from send_log where to_email = $1 order by send_id', [
      ANNA,
    ]);
    expect(sends).toHaveLength(3);
    for (const [index, one] of sends.entries()) {
      expect(await enrollment()).toMatchObject({ state: 'active' });
      send = one;
      expect(await arrive(mail('dsn-quota').replace('<dsn-quota@', `<dsn-quota-${index}@`))).toBe('bounce_soft!');
    }
    expect(await enrollment()).toMatchObject({ state: 'stopped', end_reason: 'bounced' });
    expect(await suppressed()).toEqual([]);
  });

  test('a complaint suppresses at once; the mark "no spam" does not', async () => {
    expect(await arrive(mail('arf-not-spam'))).toBe('other');
    expect(await arrive(mail('arf-abuse'))).toBe('complaint!');
    expect(await suppressed()).toEqual([`${ANNA} complaint`]);
    expect(await enrollment()).toMatchObject({ state: 'stopped', end_reason: 'complaint' });
  });

  test('a complaint about nothing that we sent is nobody’s business', async () => {
    const alien = mail('arf-abuse').replaceAll(send.message_id, '<other@elsewhere.test>').replaceAll(send.send_id, '');
    expect(await arrive(alien)).toBe('unmatched');
    expect(await suppressed()).toEqual([]);
  });
});

/** A further company writes to the same person. */
async function anotherCampaign(nth: number): Promise<void> {
  const other = await seedEngaged(hub, { outreachId: `other-${nth}`, sendStates: ['sent'] });
  const id = other.sends[0]?.send_id ?? '';
  await hub.database.run(
    `update enrollments set email = $1, email_norm = $1, state = 'finished', end_reason = 'no_reply' where campaign_id = $2`,
    [ANNA, other.campaignId],
  );
  await hub.database.run('update send_log set to_email = $1 where send_id = $2', [ANNA, id]);
}

describe('whom a mail is from and what it is about', () => {
  test('an answer that names our mail counts, whoever writes it', async () => {
    expect(await arrive(mail('reply-from-colleague'))).toBe('reply!');
    expect(await events()).toEqual([{ type: 'reply', confidence: 1, source: 'imap' }]);
    expect(await enrollment(0)).toMatchObject({ state: 'finished', end_reason: 'replied' });
    expect(await enrollment(1)).toMatchObject({ state: 'stopped', end_reason: 'account_replied' });
  });

  test('an answer to the signed address counts without any other trace; a changed one does not', async () => {
    const reply = taggedAddress(TOKENS, 'reply', send.send_id, 'sales@hub.test') ?? '';
    const stranger = mail('reply-by-token').replace('anna@people.test', 'eve@people.test');
    const forged = reply.replace(/.(?=@)/, (last) => (last === 'A' ? 'B' : 'A'));
    expect(await arrive(stranger.replace('sales+r.TOKEN@hub.test', forged))).toBe('unmatched');
    expect(await arrive(stranger.replace('sales+r.TOKEN@hub.test', reply))).toBe('reply!');
  });

  test('a mail to the address that unsubscribes does so, even when a mail program wrote it', async () => {
    const to = taggedAddress(TOKENS, 'unsubscribe', send.send_id, 'sales@hub.test') ?? '';
    const raw = mail('auto-null-return-path').replace('sales@hub.test', to);
    hub.clock.advance(400 * DAY_MS);
    expect(await arrive(raw)).toBe('unsubscribe!');
    expect(await suppressed()).toEqual([`${ANNA} unsubscribe`]);
    expect((await events()).map(({ type }) => type)).toEqual(['unsubscribe']);
  });

  test('somebody we wrote to lately is heard without a thread, half believed; later, or elsewhere, not', async () => {
    const raw = mail('reply-own-thread');
    expect(await arrive(raw, { mailboxId: 'other-box' })).toBe('unmatched');
    hub.clock.advance(31 * DAY_MS);
    expect(await arrive(raw)).toBe('unmatched');
    hub.clock.advance(-2 * DAY_MS);
    expect(await arrive(raw)).toBe('reply!');
    expect(await events()).toEqual([{ type: 'reply', confidence: 0.5, source: 'imap' }]);
    expect(await enrollment()).toMatchObject({ state: 'finished' });
  });

  test('a mail that never left, or left long ago, is not answered', async () => {
    const [, waiting] = engaged.sends;
    const raw = mail('reply-from-colleague');
    expect(await arrive(raw.replaceAll(send.message_id, waiting?.message_id ?? ''))).toBe('unmatched');
    hub.clock.advance(181 * DAY_MS);
    expect(await arrive(raw)).toBe('unmatched');
  });

  test('what we write ourselves is no answer', async () => {
    expect(await arrive(mail('reply-gmail'), { own: [ANNA] })).toBe('own');
    expect(await events()).toEqual([]);
  });

  test('an address that wants to be left alone is, and everybody of the company with it', async () => {
    expect(await arrive(mail('opt-out-german'))).toBe('opt_out!');
    expect(await suppressed()).toEqual([`${ANNA} opt_out_reply`]);
    expect((await events()).map(({ type }) => type)).toEqual(['reply', 'unsubscribe']);
    expect(await enrollment(0)).toMatchObject({ state: 'stopped', end_reason: 'unsubscribed' });
    expect(await enrollment(1)).toMatchObject({ state: 'stopped', end_reason: 'account_replied' });
  });

  test('an answer after the end of outreach is recorded and changes nothing else', async () => {
    await hub.database.transaction(async (tx) => {
      const campaign = await findCampaign(tx, engaged.campaignId);
      const why = {
        trigger: 'meeting_booked',
        actor: 'system:test',
        processId: PROCESS,
        stopReason: 'handoff',
      } as const;
      if (campaign !== undefined) await endCampaign(tx, hub.deps, campaign, 'completed', why);
    });
    expect(await arrive(mail('reply-gmail'))).toBe('reply!');
    expect(await enrollment()).toMatchObject({ state: 'stopped', end_reason: 'handoff' });
  });
});

describe('being away', () => {
  test('a second note never shortens the wait, a later day makes it longer', async () => {
    const note = (day: string, n: number) =>
      mail('auto-ooo-english').replace('Monday, June 22nd', day).replace('<auto-', `<${n}-auto-`);
    await arrive(note('June 22', 1));
    expect(await enrollment()).toMatchObject({ state: 'held', held_until: '2026-06-22T00:00:00.000Z' });
    await arrive(note('June 15', 2));
    expect(await enrollment()).toMatchObject({ state: 'held', held_until: '2026-06-22T00:00:00.000Z' });
    await arrive(note('June 29', 3));
    expect(await enrollment()).toMatchObject({ state: 'held', held_until: '2026-06-29T00:00:00.000Z' });
    expect(await arrive(mail('reply-gmail'))).toBe('reply!');
    expect(await enrollment()).toMatchObject({ state: 'finished', held_until: null });
  });
});

describe('once and whole', () => {
  test('the same mail again, in this mailbox or another of ours, is one answer', async () => {
    expect(await arrive(mail('reply-gmail'))).toBe('reply!');
    expect(await arrive(mail('reply-gmail'))).toBe('reply');
    expect(await arrive(mail('reply-gmail'), { mailboxId: 'other-box' })).toBe('reply');
    expect(await arrive(mail('reply-without-message-id'))).toBe('reply!');
    expect(await arrive(mail('reply-without-message-id'))).toBe('reply');
    expect((await events()).map(({ type }) => type)).toEqual(['reply', 'reply']);
    expect(await hub.database.query('select count(*) as n from cl_outbox')).toEqual([{ n: 2 }]);
  });

  test('a suppression that an operator lifted does not come back with a mail that was read before', async () => {
    await arrive(mail('opt-out-german'));
    const lifted = { scope: 'global', key: ANNA, actor: 'user:dana' } as const;
    await hub.database.transaction((tx) => unsuppress(tx, hub.deps, lifted));
    expect(await arrive(mail('opt-out-german'))).toBe('opt_out');
    expect(await suppressed()).toEqual([]);
  });

  test('when anything fails nothing is written, not even that the mail was read', async () => {
    const audit = {
      append: () => Promise.reject(new AppError('disk_full', 'write the audit log')),
    };
    const deps = { ...hub.deps, audit };
    expect(await codeThrownBy(arrive(mail('opt-out-german'), { deps }))).toBe('disk_full');
    for (const table of ['mailbox_folders', 'inbound_mails', 'engagement_events', 'suppressions', 'cl_outbox']) {
      expect(await hub.database.query(`select * from ${table}`), table).toEqual([]);
    }
    expect(await enrollment()).toMatchObject({ state: 'active' });
    expect(await arrive(mail('opt-out-german'))).toBe('opt_out!');
  });

  test('every row carries the correlation id of the company', async () => {
    for (const name of ['auto-ticket', 'dsn-quota', 'reply-gmail']) await arrive(mail(name));
    for (const table of ['inbound_mails', 'engagement_events', 'cl_outbox']) {
      const rows = await hub.database.query<{ correlation_id: string; process_id: string }>(`select * from ${table}`);
      expect(rows.length, table).toBeGreaterThan(0);
      for (const row of rows) expect(row).toMatchObject({ correlation_id: 'corr-acme', process_id: PROCESS });
    }
  });

  test('a mail that nothing but its address ties to an uncertain send is no proof that it left', async () => {
    await hub.database.run(`update send_log set state = 'uncertain', sent_at = null where send_id = $1`, [
      send.send_id,
    ]);
    expect(await arrive(mail('reply-own-thread'))).toBe('reply!');
    expect(await findSend(hub.database, send.send_id)).toMatchObject({ state: 'uncertain', resolution: null });
    expect(await enrollment()).toMatchObject({ state: 'finished' });
  });

  test('an answer makes an uncertain send certain, and its follow-up is cancelled with the rest', async () => {
    await hub.database.run(`update send_log set state = 'uncertain', sent_at = null where send_id = $1`, [
      send.send_id,
    ]);
    expect(await arrive(mail('reply-gmail'))).toBe('reply!');
    expect(await findSend(hub.database, send.send_id)).toMatchObject({ state: 'sent', resolution: 'reply' });
    const open = await hub.database.query(`select send_id from send_log where state in ('scheduled', 'claimed')`);
    expect(open).toEqual([]);
  });
});
