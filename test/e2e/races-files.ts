/** The files that processes race for, and what must be true of them when the race is over. */
import { expect } from 'vitest';
import { envelopeText } from '../../fixtures/generate-leads.ts';
import { CONSUMER, expectSoundLogs, INBOX, PRODUCER } from './place.ts';
import { ARCHIVE, type Ground } from './races-ground.ts';

export const RECORDS = 5;

export function batchId(n: number): string {
  return `sxp_2026_01_11_${String(n).padStart(3, '0')}`;
}

/** A batch under the nth id; another seed makes other leads of it. */
export function batchText(n: number, seed = n, records = RECORDS): string {
  return [...envelopeText({ batchId: batchId(n), source: PRODUCER, target: CONSUMER }, records, seed)].join('');
}

export async function dropBatches(ground: Ground, count: number): Promise<void> {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  await ground.dropAll(new Map(numbers.map((n) => [`${batchId(n)}.json`, batchText(n)])));
}

/** Every row once, every file once in the archive with the bytes that were dropped, nothing open and nothing lost. */
export async function expectAllOnce(
  ground: Ground,
  count: number,
  states: readonly string[] = ['done'],
): Promise<void> {
  const { place } = ground;
  const rows = 'select count(*) as n, count(distinct lead_id) as leads from lead_card';
  expect(place.query(rows)).toEqual([{ n: count * RECORDS, leads: count * RECORDS }]);
  expect(place.count('select count(*) from batch')).toBe(count);
  expect(place.count("select count(distinct key) from file where state = 'done'")).toBe(count);
  const ends = place.query<{ state: string }>('select distinct state from file');
  expect(ends.filter(({ state }) => !states.includes(state))).toEqual([]);
  expect(place.count('select count(*) from run_lease')).toBe(0);
  expect(place.count('select count(*) from run where finished_at is null')).toBe(0);
  expect(await ground.keys(INBOX)).toEqual([]);
  const archived = await ground.keys(ARCHIVE);
  const texts = await Promise.all(archived.map((key) => ground.text(ARCHIVE + key)));
  const dropped = Array.from({ length: count }, (_, index) => batchText(index + 1));
  expect(texts.toSorted()).toEqual(dropped.toSorted());
  await expectSoundLogs(place, CONSUMER);
}
