import { join } from 'node:path';
import { expect } from 'vitest';
import { verifyAudit } from '../../../src/audit/index.ts';
import { openDatabase } from '../../../src/database/index.ts';
import { CONSUMER, filesUnder } from '../place.ts';
import { expectObjects } from './check-objects.ts';
import { type Delivered, keyOf, TAKEN, WAITING } from './inbox.ts';
import { type CrashPlace, databaseOf, query } from './place.ts';
import { sha256 } from './stores.ts';

/** How often each event stands in the log after a poll that nobody killed. */
export type Undisturbed = ReadonlyMap<string, number>;

/** Entries of a run and of an attempt: a run more, an attempt more. */
const PER_RUN = ['run.started', 'run.finished', 'handoff.attempted', 'handoff.abandoned'];

/** Which files a process that just died was working: crashes are to be counted for these alone. */
export function workedBy(place: CrashPlace): number[] {
  return query<{ id: number }>(place, CONSUMER, `select id from file where state = 'working'`).map(({ id }) => id);
}

/**
 * Whatever was killed on the way: every batch is taken once and lies where it belongs, once; the log is whole;
 * nobody holds anything; nothing else is anywhere.
 */
export async function expectTakenOnce(
  place: CrashPlace,
  undisturbed: Undisturbed,
  crashed: readonly number[],
  delivered: readonly Delivered[] = [...TAKEN, ...WAITING],
): Promise<void> {
  expectRows(place, delivered);
  expectFiles(place, delivered, crashed);
  expect(await auditOf(place, CONSUMER)).toMatchObject({ integrity: 'ok', completeness: 'ok', findings: [] });
  expect(eventsOf(place)).toEqual(undisturbed);
  const abandoned = query(place, CONSUMER, `select 1 from audit_log where event = 'handoff.abandoned'`);
  expect(abandoned).toHaveLength(crashed.length);
  await expectObjects(place, delivered);
  expect(filesUnder(join(place.folder, 'handoff-data', 'spool'))).toEqual([]);
}

function expectRows(place: CrashPlace, delivered: readonly Delivered[]): void {
  const ingested = delivered
    .filter(({ verdict }) => verdict === 'ingested')
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const batches = query(place, CONSUMER, 'select batch_id, sha256 from batch order by batch_id');
  expect(batches).toEqual(ingested.map(({ name, body }) => ({ batch_id: name, sha256: sha256(body) })));
  const rows = `select batch_id, count(*) as n, count(distinct lead_id) as leads, max(position) as last
    from lead_card group by batch_id order by batch_id`;
  expect(query(place, CONSUMER, rows)).toEqual(
    ingested.map(({ name }) => ({ batch_id: name, n: 3, leads: 3, last: 2 })),
  );
}

function expectFiles(place: CrashPlace, delivered: readonly Delivered[], crashed: readonly number[]): void {
  const rows = 'select id, key, state, verdict, code, marked, crashes from file order by id';
  const found = query<{ id: number; crashes: number }>(place, CONSUMER, rows);
  expect(found.map(({ id: _id, crashes: _crashes, ...row }) => row)).toEqual(
    delivered.map((file) => ({
      key: keyOf(file),
      state: file.state,
      verdict: file.verdict,
      code: file.code,
      marked: 0,
    })),
  );
  for (const { id, crashes } of found) expect(crashes, `file ${id}`).toBe(crashed.filter((one) => one === id).length);
  const leases = `select key from file where state in ('done', 'quarantined') and lease_until_ms is not null`;
  expect(query(place, CONSUMER, leases)).toEqual([]);
  expect(query(place, CONSUMER, 'select * from run_lease')).toEqual([]);
}

export async function auditOf(place: CrashPlace, system: string): Promise<unknown> {
  const database = await openDatabase(`sqlite:${databaseOf(place, system)}`, { mustExist: true });
  try {
    return await verifyAudit(database);
  } finally {
    await database.close();
  }
}

export function eventsOf(place: CrashPlace): Undisturbed {
  const rows = query<{ event: string; n: number }>(
    place,
    CONSUMER,
    'select event, count(*) as n from audit_log group by event order by event',
  );
  return new Map(rows.filter(({ event }) => !PER_RUN.includes(event)).map(({ event, n }) => [event, n]));
}
