import { isoTime } from '../base/clock.ts';
import type { Queries, Transaction } from '../database/port.ts';

/** The stored trip of the breaker: systemic failure is suspected until one file is ingested. */
export interface Trip {
  readonly code: string;
  readonly tripped_at: string;
  readonly run_id: string;
}

export async function readTrip(database: Queries): Promise<Trip | undefined> {
  const [trip] = await database.query<Trip>('select code, tripped_at, run_id from breaker');
  return trip;
}

export async function storeTrip(tx: Transaction, code: string, runId: string, nowMs: number): Promise<void> {
  await tx.run(
    'insert into breaker (only, code, tripped_at, run_id) values (1, $1, $2, $3) on conflict (only) do nothing',
    [code, isoTime(nowMs), runId],
  );
}

export async function clearTrip(tx: Transaction): Promise<boolean> {
  return (await tx.run('delete from breaker')) > 0;
}
