import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { envelopeText } from '../../fixtures/generate-leads.ts';
import { leversEnvironment } from '../support/levers/levers.ts';
import { ageFile, CONSUMER, type Ended, expectSoundLogs, filesUnder, INBOX, makePlace, type Place, PRODUCER, writeText } from './place.ts'; // prettier-ignore

export const EXIT = { ok: 0, tryLater: 75, configuration: 78 } as const;
/** The environment of a run for which every wait between two attempts is over. */
export const LATER = leversEnvironment({ clockShiftMs: 2 * 60 * 60_000 });
const KIB = 1024;

/** A file system of our own, which needs root; without it the test fails with what `mount` says. */
export interface TinyDisk {
  readonly folder: string;
  /** Leaves no room, or hardly any. */
  fill(): void;
  /** Leaves no name to give, however much room there is. */
  fillNames(): void;
  empty(): void;
  remount(option: string): void;
}

export function mountTinyDisk(folder: string, options: string): TinyDisk {
  mkdirSync(folder, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'handoff-test', folder]);
  // Lazily: it stays until the last file in it is closed.
  onTestFinished(() => void execFileSync('umount', ['-l', folder]));
  const ballast = join(folder, '.ballast');
  return {
    folder,
    fill: () => untilFull(() => appendTo(join(ballast, 'file'), Buffer.alloc(4 * KIB)), ballast),
    fillNames: () => {
      let count = 0;
      untilFull(() => writeFileSync(join(ballast, String((count += 1))), ''), ballast);
    },
    empty: () => rmSync(ballast, { recursive: true }),
    remount: (option) => void execFileSync('mount', ['-o', `remount,${option}`, folder]),
  };
}

function untilFull(add: () => void, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (;;) {
    try {
      add();
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code === 'ENOSPC') return;
      throw thrown;
    }
  }
}

function appendTo(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'a');
  try {
    writeSync(file, bytes);
  } finally {
    closeSync(file);
  }
}

/** A consumer whose store is a folder of its own, apart from its database in `handoff-data`. */
export interface Consumer {
  readonly place: Place;
  readonly bucket: string;
  /** Batches put there by hand, `records` each. */
  readonly ids: readonly string[];
  poll(env?: Readonly<Record<string, string>>): Promise<Ended>;
}

export function makeConsumer(): Consumer {
  const place = makePlace({ HANDOFF_STORE: 'file:./bucket' });
  return {
    place,
    bucket: join(place.folder, 'bucket'),
    ids: [1, 2, 3, 4].map((number) => `sxp_2026_01_11_00${number}`),
    poll: (env = {}) => place.runWith(env, 'poll', '--once', '--json'),
  };
}

export async function fillInbox({ bucket, ids }: Consumer, records: number): Promise<void> {
  for (const [index, batchId] of ids.entries()) {
    const path = join(bucket, INBOX, `${batchId}.json`);
    await writeText(path, envelopeText({ batchId, source: PRODUCER, target: CONSUMER }, records, index + 1));
    ageFile(path);
  }
}

export function inboxOf({ bucket }: Consumer): string[] {
  return filesUnder(join(bucket, INBOX));
}

/** A run that ended as a fault of the machine: said so, and left the inbox as it was. */
export function expectStopped(ended: Ended, code: string, exit: number = EXIT.configuration): void {
  expect(ended.code, `${ended.stderr}${ended.stdout}`).toBe(exit);
  expect(ended.stderr).toContain(code);
}

/** Nobody is blamed for what the machine did, however often it did it. */
export function expectNobodyBlamed({ place }: Consumer): void {
  expect(place.query(`select key, state, crashes, failures from file where crashes > 0 or failures > 0
    or state in ('quarantining', 'quarantined', 'held', 'skipped', 'vanished', 'superseded')`)).toEqual([]); // prettier-ignore
}

export async function expectTakenOnce(consumer: Consumer, records: number): Promise<void> {
  const { place, bucket, ids } = consumer;
  const taken = place.query<{ batch_id: string }>('select batch_id from batch order by batch_id');
  expect(taken.map(({ batch_id }) => batch_id)).toEqual(ids);
  expect(place.count('select count(*) from lead_card')).toBe(ids.length * records);
  expect(inboxOf(consumer)).toEqual([]);
  expect(filesUnder(join(bucket, 'archive')).filter((name) => !name.includes('.meta'))).toHaveLength(ids.length);
  expect(filesUnder(join(bucket, 'quarantine'))).toEqual([]);
  expectNobodyBlamed(consumer);
  await expectSoundLogs(place, CONSUMER);
}
