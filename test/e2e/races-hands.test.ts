import { writeFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { CONSUMER, expectSoundLogs, INBOX } from './place.ts';
import { batchId, batchText, RECORDS } from './races-files.ts';
import { ARCHIVE, type Ground, makeGround, QUARANTINE, STORES } from './races-ground.ts';

// Processes that start one after another take their time on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

const NAME = `${batchId(1)}.json`;
const FIRST = batchText(1);
/** Records of a file that is read in many pieces. */
const MANY = 20_000;
/** The same batch id, other leads. */
const SECOND = batchText(1, 2);

function leadsOf(text: string): string[] {
  return (JSON.parse(text) as { records: { lead_id: string }[] }).records.map(({ lead_id: id }) => id);
}

async function textsIn(ground: Ground, prefix: string): Promise<string[]> {
  const keys = (await ground.keys(prefix)).filter((key) => !key.endsWith('.reason.json'));
  return Promise.all(keys.map((key) => ground.text(prefix + key)));
}

function expectRowsOf(ground: Ground, text: string): void {
  const rows = ground.place.query<{ lead_id: string }>('select lead_id from lead_card order by position');
  expect(rows.map(({ lead_id: id }) => id)).toEqual(leadsOf(text));
}

/** The bytes that came second are refused under the id that the first ones took, and are kept. */
async function expectSecondRefused(ground: Ground, archived: readonly string[]): Promise<void> {
  expect(await textsIn(ground, INBOX)).toEqual([SECOND]);
  expect(await ground.run({}, 'poll', '--once')).toMatchObject({ exitCode: 1, quarantined: 1, ingested: 0, alerts: 0 });
  const { files } = await ground.run({}, 'quarantine', 'ls');
  expect(files).toMatchObject([{ batch_id: batchId(1), code: 'BATCH_ID_REUSED' }]);
  expectRowsOf(ground, FIRST);
  expect(await textsIn(ground, ARCHIVE)).toEqual(archived);
  expect(await textsIn(ground, QUARANTINE)).toEqual([SECOND]);
  expect(await ground.keys(INBOX)).toEqual([]);
  await expectSoundLogs(ground.place, CONSUMER);
}

async function replaceWhileStopped(ground: Ground, point: string, replace: () => Promise<void> | void) {
  await ground.drop(NAME, FIRST);
  const poll = ground.startStopping({ point }, 'poll', '--once');
  await poll.stopped();
  await replace();
  return poll;
}

test.each(STORES)(
  '%s: a file replaced between listing and reading is taken as it is now, once the poller has seen it',
  async (kind) => {
    const ground = await makeGround(kind);
    const poll = await replaceWhileStopped(ground, 'after handoff.attempted', () => ground.drop(NAME, SECOND));
    // Somebody works on the file, so nobody else takes what has its name now.
    const other = await ground.run({}, 'poll', '--once', '--worker', 'other');
    expect(other).toMatchObject({ exitCode: 0, listed: 1, ingested: 0, superseded: 0 });
    expect(await poll.wake()).toMatchObject({ exitCode: 0, ingested: 0, superseded: 1, alerts: 0 });
    expect(ground.place.count('select count(*) from lead_card')).toBe(0);
    expect(await ground.run({}, 'poll', '--once')).toMatchObject({ exitCode: 0, ingested: 1, records: RECORDS });
    expectRowsOf(ground, SECOND);
    expect(await textsIn(ground, ARCHIVE)).toEqual([SECOND]);
    expect(await ground.keys(INBOX)).toEqual([]);
    await expectSoundLogs(ground.place, CONSUMER);
  },
);

/** A bucket's bytes are in hand when they are judged; a folder's lie where they lie until they are linked. */
const AFTER_READING = [
  { kind: 'gateway', when: 'opening and reading', point: 'after open inbox' },
  { kind: 'gateway', when: 'commit and archive', point: 'after handoff.ingested' },
  ...STORES.flatMap((kind) => [
    { kind, when: 'archive copy and its record', point: 'after put archive' },
    { kind, when: 'archive and removal', point: 'after handoff.archived' },
  ]),
  { kind: 'directory', when: 'the last look and the removal', point: 'before rename temporary' },
] as const;

test.each(AFTER_READING)(
  '$kind: of a file replaced between $when the verified bytes are archived, and the new ones stay and are judged',
  async ({ kind, point }) => {
    const ground = await makeGround(kind);
    const poll = await replaceWhileStopped(ground, point, () => ground.drop(NAME, SECOND));
    expect(await poll.wake()).toMatchObject({ exitCode: 0, ingested: 1, archived: 1, alerts: 0 });
    expectRowsOf(ground, FIRST);
    expect(await textsIn(ground, ARCHIVE)).toEqual([FIRST]);
    await expectSecondRefused(ground, [FIRST]);
  },
);

const BEFORE_LINKING = [
  { how: 'replaced', when: 'opening and reading', point: 'after open inbox' },
  { how: 'replaced', when: 'commit and archive', point: 'after handoff.ingested' },
  { how: 'overwritten', when: 'commit and archive', point: 'after handoff.ingested' },
] as const;

test.each(BEFORE_LINKING)(
  'directory: a file $how between $when is an alert, its name in the archive stays free, and the new bytes are judged',
  async ({ how, point }) => {
    const ground = await makeGround('directory');
    const poll = await replaceWhileStopped(ground, point, () =>
      how === 'replaced' ? ground.drop(NAME, SECOND) : writeFileSync(ground.path(INBOX + NAME), SECOND),
    );
    expect(await poll.wake()).toMatchObject({ exitCode: 1, ingested: 1, archived: 0, alerts: 1 });
    const alerts = "select reason_code from audit_log where event = 'archive.conflict'";
    expect(ground.place.query(alerts)).toEqual([{ reason_code: 'ARCHIVE_UNPROVEN' }]);
    expectRowsOf(ground, FIRST);
    await expectSecondRefused(ground, []);
  },
);

test('directory: a file overwritten in the middle of being read is not taken, neither as it was nor as a mixture', async () => {
  const ground = await makeGround('directory');
  const [first, second] = [1, 2].map((seed) => batchText(1, seed, MANY));
  await ground.drop(NAME, first!);
  // The reader is some way ahead of the writer, and far from the end.
  const poll = ground.startStopping({ point: 'inserted into lead_card', nth: 3 }, 'poll', '--once');
  await poll.stopped();
  writeFileSync(ground.path(INBOX + NAME), second!, { flag: 'r+' });
  expect(await poll.wake()).toMatchObject({ exitCode: 0, ingested: 0, superseded: 1, archived: 0, alerts: 0 });
  expect(ground.place.count('select count(*) from lead_card')).toBe(0);
  // Young, it is looked at again before it is taken.
  expect(await ground.run({}, 'poll', '--once')).toMatchObject({
    exitCode: 0,
    ingested: 1,
    records: MANY,
    archived: 1,
  });
  expectRowsOf(ground, second!);
  expect(await textsIn(ground, ARCHIVE)).toEqual([second]);
  await expectSoundLogs(ground.place, CONSUMER);
});
