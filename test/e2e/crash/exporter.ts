import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { EXPORT, expectPublishedOnce, writeInputs, writeLateInput } from './outgoing.ts';
import { type CrashPlace, emptyPlace, run, runUntilKilled } from './place.ts';
import { type Point, type Recording, readRecording } from './points.ts';
import { strayNames } from './stores.ts';

const DAY_MS = 24 * 60 * 60_000;

/** An export that nobody kills, and the points that it goes by. */
export async function recordExport(env: Readonly<Record<string, string>> = {}): Promise<Recording> {
  const place = emptyPlace(env);
  writeInputs(place);
  const record = join(dirname(place.folder), 'points');
  await expectExported(place, { record });
  await expectPublishedOnce(place);
  return readRecording(record);
}

/** Killed there, the same command again publishes what is left, and no more. */
export async function expectResumed(kill: Point, env: Readonly<Record<string, string>> = {}): Promise<void> {
  const place = emptyPlace(env);
  writeInputs(place);
  await runUntilKilled(place, EXPORT, kill);
  await expectExported(place);
  await expectPublishedOnce(place);
  if (place.env['HANDOFF_STORE'] === undefined) await expectSweptAfterADay(place);
  rmSync(dirname(place.folder), { recursive: true });
}

/** Exit 1: a record was bad. */
async function expectExported(place: CrashPlace, levers?: { readonly record: string }): Promise<void> {
  const { code, stderr, stdout } = await run(place, EXPORT, levers);
  expect(code, `${stderr}${stdout}`).toBe(1);
}

/** What a killed writer left under a temporary name is no object, and goes with the first write a day later. */
async function expectSweptAfterADay(place: CrashPlace): Promise<void> {
  const left = strayNames(place);
  if (left.length === 0) return;
  expect(left.filter((name) => !name.startsWith('.tmp/'))).toEqual([]);
  await run(place, writeLateInput(place), { clockShiftMs: DAY_MS + 60_000 });
  expect(strayNames(place)).toEqual([]);
}
