import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { CONSUMER, expectSoundLogs, INBOX } from './place.ts';
import { batchId, batchText, dropBatches, expectAllOnce, RECORDS } from './races-files.ts';
import { type Ground, makeGround, PAST_THE_LEASE, QUARANTINE, type Report, STORES } from './races-ground.ts';

// Processes that start one after another take their time on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

const FILES = 3;
const NOTHING_DONE = { ingested: 0, duplicates: 0, quarantined: 0, archived: 0, retried: 0, records: 0 };
/** Others that find the lock taken wait for this long at least. */
const WAITING_MS = 3_000;

interface Pause {
  readonly after: string;
  readonly point: string;
  /** Files that the paused one had committed, and those that it had recorded as archived. */
  readonly ingested: number;
  readonly archived: number;
}

const PAUSES: readonly Pause[] = [
  { after: 'its listing', point: 'after a page of inbox', ingested: 0, archived: 0 },
  { after: 'its claim', point: 'after handoff.attempted', ingested: 0, archived: 0 },
  { after: 'opening a file', point: 'after open inbox', ingested: 0, archived: 0 },
  { after: 'its commit', point: 'after handoff.ingested', ingested: FILES, archived: 0 },
  { after: 'an archive copy', point: 'after put archive', ingested: FILES, archived: 0 },
  { after: 'the record of the copies', point: 'after handoff.archived', ingested: FILES, archived: FILES },
  { after: 'removing a source', point: 'after remove inbox', ingested: FILES, archived: FILES },
];

test.each(STORES.flatMap((kind) => PAUSES.map((pause) => ({ kind, ...pause }))))(
  '$kind: a poller paused past its lease after $after finds all done by another, and does nothing twice',
  async ({ kind, point, ingested, archived }) => {
    const ground = await makeGround(kind);
    await dropBatches(ground, FILES);
    const paused = ground.startStopping({ point }, 'poll', '--once', '--worker', 'paused');
    await paused.stopped();
    const other = await ground.run(PAST_THE_LEASE, 'poll', '--once', '--worker', 'other');
    expect(other).toMatchObject({ exitCode: 0, ingested: FILES - ingested, quarantined: 0, vanished: 0, alerts: 0 });
    // All of it is done while the first one still stands where it stood.
    expect(await ground.keys(INBOX)).toEqual([]);
    expect(ground.place.count("select count(*) from file where state = 'done'")).toBe(FILES);
    expectLikelyEnd(await paused.wake(), { ...NOTHING_DONE, ingested, records: ingested * RECORDS, archived });
    const isClaimed = point !== 'after a page of inbox' && ingested === 0;
    expect(eventsOf(ground, 'handoff.abandoned')).toBe(isClaimed ? FILES : 0);
    await expectAllOnce(ground, FILES);
  },
);

/** An alert about a file that is gone by now is one too many and does no harm. */
function expectLikelyEnd(woken: Report, counts: Readonly<Record<string, number>>): void {
  expect(woken).toMatchObject(counts);
  expect(woken.exitCode).toBe(woken['alerts'] === 0 ? 0 : 1);
}

function eventsOf({ place }: Ground, event: string): number {
  return place.count(`select count(*) from audit_log where event = '${event}'`);
}

test.each(STORES)(
  '%s: a poller paused inside its transaction keeps the others waiting, and then all go on',
  async (kind) => {
    const ground = await makeGround(kind);
    await dropBatches(ground, FILES);
    const inside = { point: 'inserted into lead_card', nth: 2 };
    const paused = ground.startStopping(inside, 'poll', '--once', '--worker', 'paused');
    await paused.stopped();
    const polls = ['other', 'paused'].map((name) => ground.run(PAST_THE_LEASE, 'poll', '--once', '--worker', name));
    let ended = 0;
    for (const poll of polls) void poll.then(() => (ended += 1));
    await sleep(WAITING_MS);
    expect(ended).toBe(0);
    expect(ground.place.count('select count(*) from lead_card')).toBe(0);
    const reports = [await paused.wake(), ...(await Promise.all(polls))];
    for (const { exitCode } of reports) expect([0, 1]).toContain(exitCode);
    expect(reports.reduce((sum, report) => sum + Number(report['ingested']), 0)).toBe(FILES);
    // Two of them may have moved one file at the same moment; what they left to be looked at again is looked at here.
    expect((await ground.run(PAST_THE_LEASE, 'poll', '--once')).exitCode).toBe(0);
    await expectAllOnce(ground, FILES, ['done', 'superseded']);
  },
);

const REFUSALS = [
  { after: 'its verdict', point: 'after handoff.refused' },
  { after: 'the copy in quarantine', point: 'after put quarantine' },
  { after: 'the reason beside it', point: 'after put reason' },
  { after: 'removing the source', point: 'after remove inbox' },
];

test.each(STORES.flatMap((kind) => REFUSALS.map((pause) => ({ kind, ...pause }))))(
  '$kind: a refused file whose poller is paused past its lease after $after goes to quarantine once',
  async ({ kind, point }) => {
    const ground = await makeGround(kind);
    const bad = batchText(1).replace('"v1"', '"v0"');
    await ground.drop(`${batchId(1)}.json`, bad);
    const paused = ground.startStopping({ point }, 'poll', '--once', '--worker', 'paused');
    await paused.stopped();
    const other = await ground.run(PAST_THE_LEASE, 'poll', '--once', '--worker', 'other');
    expect(other).toMatchObject({ exitCode: 1, quarantined: 1 });
    expect(await paused.wake()).toMatchObject({ exitCode: 1, quarantined: 1, vanished: 0, retried: 0 });
    const [copy, reason, ...others] = await ground.keys(QUARANTINE);
    expect(others).toEqual([]);
    expect(await ground.text(`${QUARANTINE}${copy}`)).toBe(bad);
    expect(JSON.parse(await ground.text(`${QUARANTINE}${reason}`))).toMatchObject({ code: 'VERSION_UNKNOWN' });
    expect(await ground.keys(INBOX)).toEqual([]);
    expect(ground.place.query('select state from file')).toEqual([{ state: 'quarantined' }]);
    expect(eventsOf(ground, 'file.quarantined')).toBe(1);
    await expectSoundLogs(ground.place, CONSUMER);
  },
);
