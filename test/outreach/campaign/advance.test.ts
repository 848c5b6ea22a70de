import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isoTime } from '../../../src/base/clock.ts';
import { advanceCampaigns } from '../../../src/outreach/campaign/advance.ts';
import { launchCampaign } from '../../../src/outreach/campaign/launch-campaign.ts';
import { diagnoseCampaign } from '../../../src/outreach/campaign/diagnose.ts';
import { pauseActiveCampaigns } from '../../../src/outreach/campaign/pause-all.ts';
import { resumeCampaign } from '../../../src/outreach/campaign/steer-campaign.ts';
import { isOpenAt } from '../../../src/outreach/schedule/next-slot.ts';
import { slotRules } from '../../../src/outreach/campaign/policy.ts';
import { addMailbox, campaignIn, dumpTables, reread } from '../support/campaigns.ts';
import { openHub, type TestHub, WEDNESDAY } from '../support/hub.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
let hub: TestHub;
beforeEach(async () => {
  hub = await openHub();
  await addMailbox(hub);
});
afterEach(() => hub.close());

const people = (n: number): object[] => Array.from({ length: n }, () => ({}));
const statusOf = async (id: string): Promise<string> => (await reread(hub, id)).status;
const sql = (text: string, ...values: (string | number)[]): Promise<number> => hub.database.run(text, values);
const by = (campaignId: string) => ({ campaignId, actor: 'user:test' }) as const;

describe('a scheduled campaign', () => {
  test('begins when it is due, with all of its contacts', async () => {
    const { campaign_id: id } = await campaignIn(hub, 'scheduled', { outreachId: 'o-1', contacts: people(3) });
    expect((await advanceCampaigns(hub.deps)).activated).toEqual([id]);
    expect(await reread(hub, id)).toMatchObject({ status: 'active', activated_at: isoTime(WEDNESDAY) });
    const states = await hub.database.query('select state, count(*) as n from enrollments group by state');
    expect(states).toEqual([{ state: 'active', n: 3 }]);
    expect((await advanceCampaigns(hub.deps)).activated).toEqual([]);
  });

  test('that nurtures waits for the window; an immediate one begins, and its mails wait', async () => {
    hub.clock.set(Date.parse('2026-06-05T20:00:00Z'));
    const nurture = await campaignIn(hub, 'scheduled', { outreachId: 'o-n', score: 60 });
    const immediate = await campaignIn(hub, 'scheduled', { outreachId: 'o-i', score: 90 });
    expect(nurture.scheduled_at).toBe('2026-06-08T09:00:00.000Z');
    expect((await advanceCampaigns(hub.deps)).activated).toEqual([immediate.campaign_id]);
    for (const { due_at: due } of await hub.database.query<{ due_at: string }>('select due_at from send_log')) {
      expect(due >= '2026-06-08T09:00:00.000Z' && due < '2026-06-08T09:30:00.000Z').toBe(true);
    }
    hub.clock.set(Date.parse('2026-06-08T09:00:00Z'));
    expect((await advanceCampaigns(hub.deps)).activated).toEqual([nurture.campaign_id]);
  });

  test('that is allowed any time waits for no window', async () => {
    hub.clock.set(Date.parse('2026-06-06T03:00:00Z'));
    await hub.seedTarget({ outreachId: 'o-any', score: 60 });
    const request = { outreachId: 'o-any', requestKey: 'k', actor: 'user:t', anyTime: true } as const;
    const { campaign } = await launchCampaign(hub.deps, request, 'asked');
    expect(campaign?.scheduled_at).toBe('2026-06-06T03:00:00.000Z');
    expect(await hub.database.query('select due_at from send_log')).toEqual([{ due_at: '2026-06-06T03:00:00.000Z' }]);
  });

  test('that is too late is paused, and resumed it begins anew', async () => {
    const { campaign_id: id } = await campaignIn(hub, 'scheduled', { outreachId: 'o-1' });
    hub.clock.advance(DAY_MS);
    const due = await campaignIn(hub, 'scheduled', { outreachId: 'o-2' });
    hub.clock.advance(1);
    const report = await advanceCampaigns(hub.deps);
    expect(report.paused).toEqual([{ campaign_id: id, reason: 'missed_window' }]);
    expect(report.activated).toEqual([due.campaign_id]);
    await resumeCampaign(hub.deps, by(id));
    expect((await advanceCampaigns(hub.deps)).activated).toEqual([id]);
  });

  test('is paused where there is no mailbox, and waits where all of them wait', async () => {
    await sql(`update mailboxes set health = 'broken', breaker_until = $1`, isoTime(WEDNESDAY + HOUR_MS));
    const { campaign_id: id } = await campaignIn(hub, 'scheduled', { outreachId: 'o-1' });
    expect(await advanceCampaigns(hub.deps)).toMatchObject({ activated: [], paused: [] });
    expect(await statusOf(id)).toBe('scheduled');
    // Nothing is decided while they wait, so nothing is written down every few seconds either.
    expect(await hub.database.query(`select id from bit_gate_checks where stage = 'activate'`)).toEqual([]);
    hub.clock.advance(HOUR_MS);
    await sql(`update mailboxes set health = 'disabled'`);
    expect((await advanceCampaigns(hub.deps)).paused).toEqual([{ campaign_id: id, reason: 'no_mailbox' }]);
  });

  test('is paused when it is too late, also while all mailboxes wait', async () => {
    const late = hub.deps.settings.maxLatenessMs + HOUR_MS;
    await sql(`update mailboxes set health = 'broken', breaker_until = $1`, isoTime(WEDNESDAY + 2 * late));
    const { campaign_id: id } = await campaignIn(hub, 'scheduled', { outreachId: 'o-1' });
    hub.clock.advance(late);
    expect((await advanceCampaigns(hub.deps)).paused).toEqual([{ campaign_id: id, reason: 'missed_window' }]);
  });

  test('begins once, however many advance', async () => {
    await campaignIn(hub, 'scheduled', { outreachId: 'o-1' });
    const other = await hub.another();
    const reports = await Promise.all([hub.deps, other.deps, hub.deps, other.deps].map(advanceCampaigns));
    await other.close();
    expect(reports.flatMap(({ activated }) => activated)).toHaveLength(1);
  });
});

test('a campaign whose company is not there any more is paused, and keeps no other from beginning', async () => {
  const gone = await campaignIn(hub, 'scheduled', { outreachId: 'o-1' });
  const broken = await campaignIn(hub, 'scheduled', { outreachId: 'o-2' });
  const fine = await campaignIn(hub, 'scheduled', { outreachId: 'o-3' });
  await sql(`delete from outreach where outreach_id = 'o-1'`);
  await hub.database.transaction((tx) =>
    hub.database.script(
      tx,
      `create trigger broken before update on enrollments when old.outreach_id = 'o-2'
       begin select raise(abort, 'it cannot be moved'); end;`,
    ),
  );
  expect(await advanceCampaigns(hub.deps)).toMatchObject({
    activated: [fine.campaign_id],
    paused: [{ campaign_id: gone.campaign_id, reason: 'gate_dropped' }],
    failed: [{ campaign_id: broken.campaign_id, code: 'refused' }],
  });
  expect(await statusOf(broken.campaign_id)).toBe('scheduled');
});

describe('an active campaign', () => {
  const sent = (campaignId: string, n: number): Promise<number> =>
    sql(
      `update send_log set state = 'sent', sent_at = $1 where send_id in
         (select send_id from send_log where campaign_id = $2 order by send_id limit ${n})`,
      isoTime(hub.clock.now()),
      campaignId,
    );
  const bounced = (campaignId: string, n: number): Promise<number> =>
    sql(
      `update send_log set bounced_at = $1 where send_id in
         (select send_id from send_log where campaign_id = $2 order by send_id limit ${n})`,
      isoTime(hub.clock.now()),
      campaignId,
    );

  test.each([
    { mails: 49, bounces: 49, reason: undefined },
    { mails: 50, bounces: 2, reason: undefined },
    { mails: 50, bounces: 3, reason: 'bounce_rate' },
    { mails: 60, bounces: 3, reason: 'bounce_rate' },
    { mails: 61, bounces: 3, reason: undefined },
  ])('with $bounces bounces of $mails mails: $reason', async ({ mails, bounces, reason }) => {
    const { campaign_id: id } = await campaignIn(hub, 'active', { outreachId: 'o-1', contacts: people(mails) });
    await sent(id, mails);
    await bounced(id, bounces);
    const { paused } = await advanceCampaigns(hub.deps);
    expect(paused).toEqual(reason === undefined ? [] : [{ campaign_id: id, reason }]);
  });

  test('is paused by one complaint of fifty mails', async () => {
    const { campaign_id: id } = await campaignIn(hub, 'active', { outreachId: 'o-1', contacts: people(50) });
    await sent(id, 50);
    await sql(
      `insert into engagement_events (event_id, type, send_id, campaign_id, outreach_id, actor_class, confidence, source,
         occurred_at, received_at, dedupe_key, created_at, correlation_id, process_id)
       select 'e', 'complaint', send_id, campaign_id, outreach_id, 'human', 1, 'imap', 'x', 'x', 'k', 'x', 'c', 'p'
         from send_log limit 1`,
    );
    expect((await advanceCampaigns(hub.deps)).paused).toEqual([{ campaign_id: id, reason: 'complaint_rate' }]);
  });

  test('is judged with its batch, and after a resume only by what came since', async () => {
    const ids: string[] = [];
    for (const outreachId of ['o-1', 'o-2', 'o-3']) {
      await hub.seedTarget({ outreachId, score: 80, contacts: people(25) });
      const batchId = outreachId === 'o-3' ? undefined : 'batch-1';
      const request = { outreachId, requestKey: outreachId, actor: 'user:t', batchId } as const;
      ids.push((await launchCampaign(hub.deps, request, 'asked')).campaign?.campaign_id ?? '');
    }
    await advanceCampaigns(hub.deps);
    const [one = '', two = '', three = ''] = ids;
    for (const id of ids) await sent(id, 25);
    await bounced(one, 3);
    const paused = (await advanceCampaigns(hub.deps)).paused.map(({ campaign_id: id }) => id);
    expect(new Set(paused)).toEqual(new Set([one, two]));
    expect(await statusOf(three)).toBe('active');
    hub.clock.advance(1_000);
    await resumeCampaign(hub.deps, by(one));
    expect((await advanceCampaigns(hub.deps)).paused).toEqual([]);
  });

  test('is paused when every mailbox is locked out, and not again until that happens again', async () => {
    const { campaign_id: id } = await campaignIn(hub, 'active', { outreachId: 'o-1' });
    const lockOut = (): Promise<number> =>
      sql(
        `update mailboxes set health = 'broken', breaker_reason = 'auth 535', updated_at = $1`,
        isoTime(hub.clock.now()),
      );
    hub.clock.advance(1_000);
    await lockOut();
    expect((await advanceCampaigns(hub.deps)).paused).toEqual([{ campaign_id: id, reason: 'mailbox_auth' }]);
    hub.clock.advance(1_000);
    await resumeCampaign(hub.deps, by(id));
    expect((await advanceCampaigns(hub.deps)).paused).toEqual([]);
    hub.clock.advance(1_000);
    await lockOut();
    await addMailbox(hub, 'mailbox-2');
    expect((await advanceCampaigns(hub.deps)).paused).toEqual([]);
  });

  test('is completed when everybody ended and nothing is under way; CL hears of it once', async () => {
    const { campaign_id: id } = await campaignIn(hub, 'active', { outreachId: 'o-1' });
    await sql(`update enrollments set state = 'stopped', end_reason = 'bounced'`);
    await sql(`update send_log set state = 'uncertain'`);
    expect((await advanceCampaigns(hub.deps)).completed).toEqual([]);
    await sql(`update send_log set state = 'sent', certainty = 'assumed'`);
    expect((await advanceCampaigns(hub.deps)).completed).toEqual([id]);
    await advanceCampaigns(hub.deps);
    expect(await hub.database.query('select event_type, correlation_id from cl_outbox')).toEqual([
      { event_type: 'campaign.completed', correlation_id: 'corr-o-1-1' },
    ]);
    expect(await hub.database.query('select status from sequences')).toEqual([{ status: 'finished' }]);
  });

  test('gives its contacts their time to answer the last mail', async () => {
    const { campaign_id: id } = await campaignIn(hub, 'active', { outreachId: 'o-1' });
    await sql(`update send_log set state = 'sent', sent_at = $1, step_no = 3`, isoTime(hub.clock.now()));
    hub.clock.advance(5 * DAY_MS - 1);
    expect(await advanceCampaigns(hub.deps)).toMatchObject({ unanswered: 0, completed: [] });
    hub.clock.advance(1);
    expect(await advanceCampaigns(hub.deps)).toMatchObject({ unanswered: 1, completed: [id] });
    expect(await hub.database.query('select state, end_reason from enrollments')).toEqual([
      { state: 'finished', end_reason: 'no_reply' },
    ]);
  });

  test('whose next mail is still to be made waits for it', async () => {
    await campaignIn(hub, 'active', { outreachId: 'o-1' });
    await sql(`update send_log set state = 'sent', sent_at = $1`, isoTime(hub.clock.now()));
    hub.clock.advance(20 * DAY_MS);
    expect(await advanceCampaigns(hub.deps)).toMatchObject({ unanswered: 0, completed: [] });
  });
});

test('the guard pauses all that could send, and nothing else', async () => {
  const ids: Record<string, string> = {};
  for (const status of ['draft', 'scheduled', 'active', 'paused', 'cancelled'] as const) {
    ids[status] = (await campaignIn(hub, status, { outreachId: `o-${status}` })).campaign_id;
  }
  // Bringing the last to where they are advanced the scheduled one too.
  const late = await campaignIn(hub, 'scheduled', { outreachId: 'o-late' });
  const paused = await hub.database.transaction((tx) => pauseActiveCampaigns(tx, hub.deps, 'restore_guard'));
  expect(paused).toBe(3);
  expect(await reread(hub, late.campaign_id)).toMatchObject({
    status: 'paused',
    paused_from: 'scheduled',
    status_reason: 'restore_guard',
  });
  expect(await statusOf(ids['draft'] ?? '')).toBe('draft');
  expect(await statusOf(ids['active'] ?? '')).toBe('paused');
  expect(await statusOf(ids['cancelled'] ?? '')).toBe('cancelled');
});

test('after a resume what is overdue is spread over the window, and what is not keeps its time', async () => {
  const { campaign_id: id } = await campaignIn(hub, 'paused', { outreachId: 'o-1', contacts: people(30) });
  const future = '2026-06-30T10:00:00.000Z';
  const [last] = await hub.database.query<{ send_id: string }>('select max(send_id) as send_id from send_log');
  await sql('update send_log set due_at = $1, next_attempt_at = $1 where send_id = $2', future, last?.send_id ?? '');
  hub.clock.set(Date.parse('2026-06-06T12:00:00Z'));
  const resumed = await resumeCampaign(hub.deps, by(id));
  expect(resumed).toMatchObject({ outcome: 'resumed', postponed: 29 });
  const rows = await hub.database.query<{ due_at: string; next_attempt_at: string }>(
    'select due_at, next_attempt_at from send_log where send_id <> $1',
    [last?.send_id ?? ''],
  );
  const campaign = await reread(hub, id);
  for (const row of rows) {
    expect(row.next_attempt_at).toBe(row.due_at);
    expect(isOpenAt(Date.parse(row.due_at), slotRules(campaign, 'UTC'))).toBe(true);
    expect(row.due_at >= '2026-06-08T09:00:00.000Z').toBe(true);
  }
  expect(new Set(rows.map(({ due_at: due }) => due)).size).toBeGreaterThan(25);
  expect(await hub.database.query('select due_at from send_log where send_id = $1', [last?.send_id ?? ''])).toEqual([
    { due_at: future },
  ]);
});

test('a resume inside the window makes no burst either, and keeps who came first', async () => {
  const { campaign_id: id } = await campaignIn(hub, 'paused', { outreachId: 'o-1', contacts: people(30) });
  const [last] = await hub.database.query<{ send_id: string }>('select max(send_id) as send_id from send_log');
  await sql(
    'update send_log set due_at = $1 where send_id = $2',
    isoTime(WEDNESDAY + 2 * HOUR_MS),
    last?.send_id ?? '',
  );
  hub.clock.advance(2 * HOUR_MS + 60_000);
  await resumeCampaign(hub.deps, by(id));
  const rows = await hub.database.query<{ send_id: string; due_at: string }>(
    'select send_id, due_at from send_log order by due_at',
  );
  expect(new Set(rows.map(({ due_at: due }) => due)).size).toBeGreaterThan(25);
  const atOnce = rows.filter(({ due_at: due }) => due <= isoTime(hub.clock.now() + 60_000));
  expect(atOnce.length).toBeLessThan(6);
  expect(rows.at(-1)?.send_id).toBe(last?.send_id);
});

test('a retry that waits for longer keeps waiting over a resume', async () => {
  const { campaign_id: id } = await campaignIn(hub, 'paused', { outreachId: 'o-1' });
  const retry = isoTime(hub.clock.now() + 5 * HOUR_MS);
  await sql('update send_log set next_attempt_at = $1', retry);
  hub.clock.advance(1_000);
  await resumeCampaign(hub.deps, by(id));
  const [row] = await hub.database.query<{ due_at: string; next_attempt_at: string }>('select * from send_log');
  expect(row?.due_at).toBe(isoTime(hub.clock.now()));
  expect(row?.next_attempt_at).toBe(retry);
});

describe('a diagnosis', () => {
  const inTheWay = async (id: string): Promise<string | undefined> =>
    (await diagnoseCampaign(hub.database, hub.deps, id)).in_the_way;

  test('names what is in the way, and writes nothing', async () => {
    const { campaign_id: id } = await campaignIn(hub, 'active', { outreachId: 'o-1' });
    const before = await dumpTables(hub);
    expect(await inTheWay(id)).toBe('worker');
    expect(await dumpTables(hub)).toBe(before);
    const until = isoTime(hub.clock.now() + 60_000);
    await sql(`insert into instance_lease (name, holder, until, heartbeat_at) values ('w', 'h', $1, $1)`, until);
    expect(await inTheWay(id)).toBeUndefined();
    hub.clock.set(Date.parse('2026-06-06T12:00:00Z'));
    expect(await inTheWay(id)).toBe('window');
    await sql(`update mailboxes set health = 'disabled'`);
    expect(await inTheWay(id)).toBe('mailboxes');
    await hub.seedTarget({ outreachId: 'o-1', score: 20, contacts: [] });
    expect(await inTheWay(id)).toBe('gate');
    await advanceCampaigns(hub.deps);
    expect(await inTheWay(id)).toBe('status');
  });
});
