import { expect, test, vi } from 'vitest';
import { INBOX } from './place.ts';
import { batchId, batchText, dropBatches, expectAllOnce, RECORDS } from './races-files.ts';
import { type Ground, makeGround, PAST_THE_LEASE, type StopAt, type Stopping, STORES } from './races-ground.ts';

// Processes that start one after another take their time on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

/** One that was taken over is worked alone, so that more of them would be shared out and not raced for. */
const FILES = 1;
const PAST_MS = PAST_THE_LEASE.clockShiftMs;

async function stopPoll(ground: Ground, stop: StopAt, worker: string): Promise<Stopping> {
  const poll = ground.startStopping(stop, 'poll', '--once', '--worker', worker);
  await poll.stopped();
  return poll;
}

/** Both stand with the same files in the same state, under two tokens. */
const CROSSINGS = [
  {
    what: 'read the same files',
    first: 'after handoff.attempted',
    second: 'after handoff.attempted',
    done: { ingested: 0, records: 0, archived: 0 },
    left: { ingested: FILES, records: FILES * RECORDS, archived: FILES },
  },
  {
    what: 'archive the same files',
    first: 'after handoff.ingested',
    second: 'before head archive',
    done: { ingested: FILES, archived: 0 },
    left: { ingested: 0, archived: FILES },
  },
  {
    what: 'remove the same files',
    first: 'after handoff.archived',
    second: 'before remove inbox',
    done: { ingested: FILES, archived: FILES },
    left: { ingested: 0, archived: 0 },
  },
];

test.each(STORES.flatMap((kind) => CROSSINGS.map((crossing) => ({ kind, ...crossing }))))(
  '$kind: of two pollers about to $what only the one with the later claim records it',
  async ({ kind, first, second, done, left }) => {
    const ground = await makeGround(kind);
    await dropBatches(ground, FILES);
    const paused = await stopPoll(ground, { point: first }, 'paused');
    const other = await stopPoll(ground, { point: second, clockShiftMs: PAST_MS }, 'other');
    const moves = 'select state, claim_token from file order by id';
    const before = ground.place.query(moves);
    expect(await paused.wake()).toMatchObject({ ...done, exitCode: 0, duplicates: 0, alerts: 0, retried: 0 });
    expect(ground.place.query(moves)).toEqual(before);
    expect(await other.wake()).toMatchObject({ ...left, exitCode: 0, duplicates: 0, alerts: 0, retried: 0 });
    await expectAllOnce(ground, FILES);
  },
);

test.each(STORES)('%s: a woken run leaves its name to the run that took it over', async (kind) => {
  const ground = await makeGround(kind);
  await dropBatches(ground, FILES);
  const paused = await stopPoll(ground, { point: 'after handoff.attempted' }, 'one');
  expect(await ground.run({}, 'poll', '--once', '--worker', 'one')).toMatchObject({
    exitCode: 0,
    already_running: true,
    listed: 0,
  });
  const next = await stopPoll(ground, { point: 'after handoff.attempted', clockShiftMs: PAST_MS }, 'one');
  const lease = 'select run_id from run_lease';
  const [holder] = ground.place.query<{ run_id: string }>(lease);
  expect(await paused.wake()).toMatchObject({ exitCode: 0, already_running: false, ingested: 0, archived: 0 });
  expect(ground.place.query(lease)).toEqual([holder]);
  const third = await ground.run(PAST_THE_LEASE, 'poll', '--once', '--worker', 'one');
  expect(third).toMatchObject({ exitCode: 0, already_running: true });
  expect(await next.wake()).toMatchObject({ exitCode: 0, run_id: holder?.run_id, ingested: FILES, archived: FILES });
  await expectAllOnce(ground, FILES);
});

test.each(STORES)('%s: what a poller lists while another removes it is not taken for a new file', async (kind) => {
  const ground = await makeGround(kind);
  await dropBatches(ground, FILES);
  // Archived: a folder's file shows another etag from now on, until it goes.
  const remover = await stopPoll(ground, { point: 'after handoff.archived' }, 'remover');
  const lister = await stopPoll(ground, { point: 'after a page of inbox' }, 'lister');
  expect(await remover.wake()).toMatchObject({ exitCode: 0, archived: FILES });
  expect(await lister.wake()).toMatchObject({ exitCode: 0, listed: FILES, ingested: 0, duplicates: 0, vanished: 0 });
  expect(ground.place.count('select count(*) from file')).toBe(FILES);
  await expectAllOnce(ground, FILES);
});

test.each(STORES)(
  '%s: what a poller lists while another puts it in quarantine does not seem to vanish',
  async (kind) => {
    const ground = await makeGround(kind);
    await ground.drop(`${batchId(1)}.json`, batchText(1).replace('"v1"', '"v0"'));
    const remover = await stopPoll(ground, { point: 'after put reason' }, 'remover');
    const lister = await stopPoll(ground, { point: 'after a page of inbox' }, 'lister');
    expect(await remover.wake()).toMatchObject({ exitCode: 1, quarantined: 1 });
    expect(await lister.wake()).toMatchObject({ exitCode: 0, listed: 1, retried: 0, vanished: 0 });
    expect(ground.place.query('select state from file')).toEqual([{ state: 'quarantined' }]);
    expect(await ground.keys(INBOX)).toEqual([]);
  },
);
