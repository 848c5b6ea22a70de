import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { claimSends } from '../../../src/outreach/send/claim.ts';
import { setMailboxHealth } from '../../../src/outreach/send/mailbox-table.ts';
import { capacityOf, countUse, refundUse, usageWindows } from '../../../src/outreach/send/mailbox-usage.ts';
import { isFresh } from '../../../src/outreach/send/ready-mailboxes.ts';
import { openFaultSmtp } from '../support/fault-smtp.ts';
import { addMailboxTo, codeThrownBy, openSending, QUICK_SMTP, runOnce, type Sending } from '../support/sending.ts';

const WORKER = fileURLToPath(new URL('../../torture/outreach-worker.ts', import.meta.url));
const MINUTE_MS = 60_000;
const IDENTITY = { name: 'one', processId: 'outreach-execution-send-20260603-00000001', leaseMs: 60_000 };

let sending: Sending;
afterEach(() => sending.close());

describe('caps', () => {
  test('are kept over restarts, and filled again by the next hour', async () => {
    sending = await openSending();
    await sending.mailbox({ hourly_cap: 3, daily_cap: 5 });
    await sending.campaign('oid-1', 8);
    expect(await sending.run()).toMatchObject({ sent: 3 });
    expect(await sending.run()).toMatchObject({ sent: 0 });
    sending.hub.clock.advance(59 * MINUTE_MS);
    expect(await sending.run()).toMatchObject({ sent: 0 });
    sending.hub.clock.advance(MINUTE_MS);
    expect(await sending.run()).toMatchObject({ sent: 2 });
    sending.hub.clock.advance(60 * MINUTE_MS);
    expect(await sending.run()).toMatchObject({ sent: 0 });
    expect(sending.smtp.mails).toHaveLength(5);
  });

  test('hold for two processes on one database', async () => {
    sending = await openSending();
    await sending.mailbox({ hourly_cap: 20, daily_cap: 7 });
    await sending.campaign('oid-1', 12);
    const offset = sending.hub.clock.now() - Date.now();
    const workers = ['one', 'two'].map((name) =>
      spawn(process.execPath, [WORKER, sending.hub.folder, sending.smtp.url, name, String(offset), 'once', '4'], {
        stdio: ['ignore', 'ignore', 'inherit'],
      }),
    );
    const codes = await Promise.all(workers.map(async (worker) => (await once(worker, 'exit'))[0] as number));
    expect(codes).toEqual([0, 0]);
    expect(sending.smtp.mails).toHaveLength(7);
    expect(new Set(sending.smtp.mails.map(({ to }) => to)).size).toBe(7);
  });

  test('do not matter for a mailbox that is disabled: it sends nothing', async () => {
    sending = await openSending();
    await sending.mailbox();
    await sending.mailbox({ mailbox_id: 'mailbox-2', address: 'zoe@sender.example' });
    await sending.campaign('oid-1', 2);
    const { database, deps } = sending.hub;
    await database.transaction((tx) => setMailboxHealth(tx, deps, 'sam@sender.example', 'disabled', 'user:test'));
    expect(await sending.run()).toMatchObject({ sent: 2 });
    expect(await database.query('select distinct mailbox_id from send_attempts')).toEqual([
      { mailbox_id: 'mailbox-2' },
    ]);
  });

  test('are compared by the database too, and a count given back is free again', async () => {
    sending = await openSending();
    const mailbox = { mailbox_id: 'm', timezone: 'UTC', daily_cap: 2, hourly_cap: 2 };
    const { database, clock } = sending.hub;
    const count = () => database.transaction((tx) => countUse(tx, mailbox, clock.now()));
    expect([await count(), await count(), await count()]).toEqual([true, true, false]);
    await database.transaction((tx) => refundUse(tx, mailbox, clock.now()));
    expect([await count(), await count()]).toEqual([true, false]);
    const hourly = { ...mailbox, mailbox_id: 'h', hourly_cap: 0 };
    expect(await database.transaction((tx) => countUse(tx, hourly, clock.now()))).toBe(false);
    expect(await capacityOf(database, hourly, clock.now())).toMatchObject({ usedToday: 0 });
  });

  test('begin anew with a new time zone, so that a mailbox that sends keeps its own', async () => {
    sending = await openSending();
    await sending.mailbox({ daily_cap: 1 });
    await sending.mailbox({ daily_cap: 1, timezone: 'Asia/Kolkata' });
    await sending.campaign('oid-1');
    await sending.run();
    expect(await codeThrownBy(sending.mailbox({ daily_cap: 1, timezone: 'UTC' }))).toBe('refused');
    await sending.mailbox({ daily_cap: 2, timezone: 'Asia/Kolkata' });
    expect(await sending.mailboxRow()).toMatchObject({ daily_cap: 2, timezone: 'Asia/Kolkata' });
    sending.hub.clock.advance(27 * 60 * MINUTE_MS);
    await sending.mailbox({ timezone: 'UTC' });
    expect(await sending.mailboxRow()).toMatchObject({ timezone: 'UTC' });
  });

  test('of zero send nothing', async () => {
    sending = await openSending();
    await sending.mailbox({ daily_cap: 0 });
    await sending.campaign('oid-1');
    expect(await sending.run()).toMatchObject({ sent: 0 });
  });

  test('are counted by the clock of the mailbox, also where an hour has no full offset', () => {
    const mailbox = { mailbox_id: 'm', timezone: 'Asia/Kolkata', daily_cap: 1, hourly_cap: 1 };
    const [day, hour] = usageWindows(mailbox, Date.parse('2026-06-03T18:45:00.000Z'));
    expect(day.start).toBe('2026-06-03T18:30:00.000Z');
    expect(hour.start).toBe('2026-06-03T18:30:00.000Z');
  });

  test('count a day of 25 hours as one', () => {
    const mailbox = { mailbox_id: 'm', timezone: 'Europe/Berlin', daily_cap: 1, hourly_cap: 1 };
    const [first] = usageWindows(mailbox, Date.parse('2026-10-24T22:00:00.000Z'));
    const [last] = usageWindows(mailbox, Date.parse('2026-10-25T22:59:00.000Z'));
    expect(last.start).toBe(first.start);
    expect(usageWindows(mailbox, Date.parse('2026-10-25T23:00:00.000Z'))[0].start).not.toBe(first.start);
  });
});

describe('claims', () => {
  test('of one row by two connections at once go to one of them', async () => {
    sending = await openSending();
    await sending.mailbox();
    await sending.campaign('oid-1', 3);
    const other = await sending.hub.another();
    const claims = await Promise.all([
      claimSends(sending.hub.deps, IDENTITY, 2),
      claimSends(other.deps, { ...IDENTITY, name: 'two' }, 2),
    ]);
    const ids = claims.flatMap(({ claimed }) => claimed.map(({ send }) => send.send_id));
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(3);
    await other.close();
  });

  test('that run out before the body left are given back with what they counted', async () => {
    sending = await openSending();
    await sending.mailbox();
    await sending.campaign('oid-1');
    await claimSends(sending.hub.deps, IDENTITY, 1);
    sending.hub.clock.advance(2 * MINUTE_MS);
    expect(await sending.run()).toMatchObject({ sent: 1 });
    const usage = await sending.hub.database.query('select kind, used from mailbox_usage order by kind');
    expect(usage).toEqual([
      { kind: 'day', used: 1 },
      { kind: 'hour', used: 1 },
    ]);
    const attempts = await sending.hub.database.query('select outcome from send_attempts order by attempt_no');
    expect(attempts).toEqual([{ outcome: 'lease_expired' }, { outcome: 'sent' }]);
  });

  test('wait for the gap and the jitter of the mailbox, and both are written down', async () => {
    sending = await openSending();
    await sending.mailbox({ min_gap_s: 60, jitter_s: 30 });
    await sending.campaign('oid-1', 3);
    expect(await sending.run()).toMatchObject({ sent: 1 });
    const next = Date.parse((await sending.mailboxRow()).next_send_at ?? '') - sending.hub.clock.now();
    expect(next).toBeGreaterThanOrEqual(60_000);
    expect(next).toBeLessThanOrEqual(90_000);
    expect(await sending.run()).toMatchObject({ sent: 0 });
    sending.hub.clock.advance(next);
    expect(await sending.run()).toMatchObject({ sent: 1 });
  });

  test('outside of the window are put off to its next opening', async () => {
    sending = await openSending();
    await sending.mailbox();
    await sending.campaign('oid-1');
    sending.hub.clock.set(Date.parse('2026-06-03T17:00:00.000Z'));
    await sending.hub.database.run('delete from instance_lease');
    expect(await sending.run()).toMatchObject({ sent: 0 });
    const [send] = await sending.sends();
    expect(send!.next_attempt_at >= '2026-06-04T09:00:00.000Z').toBe(true);
    expect(send!.next_attempt_at < '2026-06-04T10:00:00.000Z').toBe(true);
  });

  test('are not made while the current evaluation closes the gate', async () => {
    sending = await openSending();
    await sending.mailbox();
    await sending.campaign('oid-1');
    await sending.hub.seedTarget({ outreachId: 'oid-1', score: 49.99 });
    expect((await claimSends(sending.hub.deps, IDENTITY, 5)).claimed).toEqual([]);
    expect(await sending.run()).toMatchObject({ sent: 0 });
  });
});

describe('a follow-up', () => {
  async function withFollowUp(changes: { imap_ref: string | null }): Promise<void> {
    sending = await openSending();
    await sending.mailbox(changes);
    await sending.campaign('oid-1');
    await sending.run();
    await sending.hub.database.run(`update send_log set next_attempt_at = due_at, due_at = due_at where step_no = 2`);
    sending.hub.clock.set(Date.parse((await sending.sends())[1]!.due_at));
    await sending.hub.database.run('delete from instance_lease');
  }

  async function delays(): Promise<{ open: number; all: number; occurrences: number }> {
    const [row] = await sending.hub.database.query<{ open: number; all: number; occurrences: number }>(
      `select coalesce(sum(case when resolved_at is null then 1 else 0 end), 0) as open, count(*) as "all",
         coalesce(sum(occurrences), 0) as occurrences from outreach_errors where code = 'OUT-004'`,
    );
    return row!;
  }

  async function readInbox(): Promise<void> {
    const at = new Date(sending.hub.clock.now()).toISOString();
    await sending.hub.database.run('update mailboxes set last_imap_ok_at = $1', [at]);
  }

  test('waits for an inbox that was not read lately, says so once, and goes out when it is', async () => {
    await withFollowUp({ imap_ref: 'env:IMAP' });
    await sending.run();
    await sending.run();
    expect(await delays()).toEqual({ open: 1, all: 1, occurrences: 1 });
    expect(sending.smtp.mails).toHaveLength(1);
    await readInbox();
    expect(await sending.run()).toMatchObject({ sent: 1 });
    expect(await delays()).toEqual({ open: 0, all: 1, occurrences: 1 });
    expect(sending.smtp.mails[1]!.raw).toContain(`In-Reply-To: ${(await sending.sends())[0]!.message_id}`);
  });

  test('waits for an inbox that was read by a clock that has gone back since', async () => {
    await withFollowUp({ imap_ref: 'env:IMAP' });
    await readInbox();
    const row = await sending.mailboxRow();
    sending.hub.clock.advance(-2 * MINUTE_MS);
    expect(isFresh(row, sending.hub.deps)).toBe(false);
    sending.hub.clock.advance(MINUTE_MS);
    expect(isFresh(row, sending.hub.deps)).toBe(true);
  });

  test('of a mailbox without an inbox waits until it has one', async () => {
    await withFollowUp({ imap_ref: null });
    await sending.run();
    expect(await delays()).toMatchObject({ open: 1 });
    await addMailboxTo(sending.hub.deps, { imap_ref: 'env:IMAP' });
    await readInbox();
    expect(await sending.run()).toMatchObject({ sent: 1 });
  });

  test('goes out by the mailbox of the first mail, and before first mails of others', async () => {
    await withFollowUp({ imap_ref: 'env:IMAP' });
    await sending.mailbox({ mailbox_id: 'mailbox-2', address: 'another@sender.example' });
    await sending.campaign('oid-2');
    await readInbox();
    const { claimed } = await claimSends(sending.hub.deps, IDENTITY, 1);
    expect(claimed.map(({ send, mailbox }) => [send.step_no, mailbox.mailbox_id])).toEqual([[2, 'mailbox-1']]);
  });
});

test('a mailbox whose server hangs leaves room for the others', async () => {
  sending = await openSending({ smtp: { choose: () => ({ at: 'mail', action: 'hang' }) } });
  const well = await openFaultSmtp();
  const { hub } = sending;
  const startedMs = Date.now();
  const clock = { now: () => hub.clock.now() + Date.now() - startedMs };
  const deps = { ...hub.deps, clock, resolveRef: (ref: string) => (ref === 'env:WELL' ? well.url : sending.smtp.url) };
  await sending.mailbox();
  await sending.mailbox({ mailbox_id: 'mailbox-2', address: 'zoe@sender.example', smtp_ref: 'env:WELL' });
  await sending.campaign('oid-1', 8);
  const contacts = await hub.database.query<{ id: string }>('select enrollment_id as id from enrollments');
  for (const [index, { id }] of contacts.entries()) {
    const own = index < 4 ? 'mailbox-1' : 'mailbox-2';
    await hub.database.run('update enrollments set mailbox_id = $1 where enrollment_id = $2', [own, id]);
  }
  const patient = { ...QUICK_SMTP, silenceMs: 30_000, wholeMs: 30_000 };
  const done = runOnce(deps, { concurrency: 4, times: { tickMs: 20, smtp: patient } });
  while (well.mails.length < 4 && Date.now() < startedMs + 20_000) await sleep(10);
  expect(well.mails.length).toBe(4);
  expect(sending.smtp.connections()).toBe(2);
  sending.smtp.choose = () => undefined;
  sending.smtp.dropAll();
  await done;
  await well.close();
});

test('one worker name runs once at a time, and another beside it', async () => {
  sending = await openSending();
  await sending.mailbox();
  await sending.campaign('oid-1');
  let second: unknown;
  sending.smtp.choose = () => ({
    at: 'rcpt',
    action: async () => {
      second = await runOnce(sending.hub.deps);
    },
  });
  expect(await sending.run()).toMatchObject({ sent: 1, already_running: false });
  expect(second).toMatchObject({ already_running: true, sent: 0 });
});

test('a worker whose clock goes back still reads the inboxes in their time', async () => {
  sending = await openSending();
  const stop = new AbortController();
  const deps = { ...sending.hub.deps, signal: stop.signal };
  let reads = 0;
  const readInboxes = async (): Promise<void> => {
    reads += 1;
    if (reads === 1) sending.hub.clock.advance(-60 * MINUTE_MS);
    else stop.abort();
  };
  const timer = setTimeout(() => stop.abort(), 3_000);
  await runOnce(deps, { once: false, readInboxes, times: { tickMs: 10, smtp: QUICK_SMTP } });
  clearTimeout(timer);
  expect(reads).toBe(2);
});

describe('a start that looks like one from an old copy', () => {
  test.each([
    ['after more than an hour', 61 * MINUTE_MS],
    ['with a clock that goes backwards', -2 * MINUTE_MS],
  ])('%s pauses all campaigns and sends nothing', async (_name, ms) => {
    sending = await openSending();
    await sending.mailbox();
    await sending.run();
    await sending.campaign('oid-1');
    sending.hub.clock.advance(ms);
    expect(await sending.run()).toMatchObject({ paused: 1, sent: 0 });
    expect(sending.smtp.mails).toEqual([]);
  });
});
