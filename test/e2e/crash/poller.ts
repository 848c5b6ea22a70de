import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { eventsOf, expectTakenOnce, type Undisturbed } from './check-consumer.ts';
import { deliverBatch, LATE, POLL } from './inbox.ts';
import { type CrashPlace, run } from './place.ts';
import { type Recording, readRecording } from './points.ts';
import { strayNames } from './stores.ts';

const DAY_MS = 24 * 60 * 60_000;

export interface Observed {
  readonly recording: Recording;
  readonly undisturbed: Undisturbed;
}

/** A poll that nobody kills: its points, and what it leaves. */
export async function pollUndisturbed(place: CrashPlace): Promise<Observed> {
  const recording = await recordPoll(place);
  const undisturbed = eventsOf(place);
  await expectTakenOnce(place, undisturbed, []);
  return { recording, undisturbed };
}

/** The points that the next poll of this place goes by. */
export async function recordPoll(place: CrashPlace): Promise<Recording> {
  const record = join(dirname(place.folder), 'points');
  const { code, stderr, stdout } = await run(place, POLL, { record });
  // Files are refused or held in all of these places.
  if (code !== 1) throw new Error(`a poll that nobody kills ended with ${code}: ${stderr}${stdout}`);
  return readRecording(record);
}

/** One more poll, as cron would start it, mends everything; `crashed` are the files that dead processes were working. */
export async function expectRecovery(
  place: CrashPlace,
  undisturbed: Undisturbed,
  crashed: readonly number[],
): Promise<void> {
  const { code, stderr, stdout } = await run(place, POLL);
  expect(code, `${stderr}${stdout}`).toBe(1);
  await expectTakenOnce(place, undisturbed, crashed);
  if (place.env['HANDOFF_STORE'] === undefined) await expectSweptAfterADay(place);
  rmSync(dirname(place.folder), { recursive: true });
}

/** What a killed writer left under a temporary name is no object, and goes with the first write a day later. */
async function expectSweptAfterADay(place: CrashPlace): Promise<void> {
  const left = strayNames(place);
  if (left.length === 0) return;
  expect(left.filter((name) => !name.startsWith('.tmp/'))).toEqual([]);
  await deliverBatch(place, LATE);
  await run(place, POLL, { clockShiftMs: DAY_MS + 60_000 });
  expect(strayNames(place)).toEqual([]);
}
