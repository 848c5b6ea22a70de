import type { Database } from '../database/port.ts';
import type { ObjectStore } from '../objectstore/port.ts';
import { readTrip } from './breaker-table.ts';
import type { Route } from './context.ts';
import { countByState } from './file-table.ts';
import { inboxPrefix, isCandidate } from './keys.ts';
import { lastRun } from './run-table.ts';
import { openGaps, type StreamGap } from './stream-table.ts';

/** Ranges that a status names. */
const MAX_GAPS = 100;

export interface StatusReport {
  readonly inbox: { readonly pending: number; readonly oldest_age_s: number | null };
  readonly files: Readonly<Record<string, number>>;
  readonly quarantine: number;
  readonly cleanup_backlog: number;
  /** Batches that their producer numbered and that never came. */
  readonly stream_gaps: readonly Pick<StreamGap, 'source' | 'contract' | 'first' | 'last' | 'opened_at'>[];
  readonly breaker: { readonly code: string; readonly tripped_at: string } | null;
  readonly last_run: {
    readonly run_id: string;
    readonly worker: string;
    readonly started_at: string;
    readonly finished_at: string | null;
    readonly outcome: string | null;
  } | null;
}

/** What waits and why. Reads only. */
export async function readStatus(
  database: Database,
  store: ObjectStore,
  routes: readonly Route[],
  nowMs: number,
  signal: AbortSignal,
): Promise<StatusReport> {
  const files = await countByState(database);
  const [open] = await database.query<{ n: number }>(
    `select count(*) as n from file where state = 'quarantined' and resolution is null`,
  );
  const gaps = await openGaps(database, MAX_GAPS);
  const trip = await readTrip(database);
  const run = await lastRun(database);
  return {
    inbox: await readInbox(store, routes, nowMs, signal),
    files,
    quarantine: open?.n ?? 0,
    cleanup_backlog: (files['committed'] ?? 0) + (files['archived'] ?? 0) + (files['quarantining'] ?? 0),
    stream_gaps: gaps.map(({ source, contract, first, last, opened_at }) => ({
      source,
      contract,
      first,
      last,
      opened_at,
    })),
    breaker: trip === undefined ? null : { code: trip.code, tripped_at: trip.tripped_at },
    last_run:
      run === undefined
        ? null
        : {
            run_id: run.run_id,
            worker: run.worker,
            started_at: run.started_at,
            finished_at: run.finished_at,
            outcome: run.outcome,
          },
  };
}

/** Objects that are in the inbox now, whatever is known of them. */
export async function readInbox(
  store: ObjectStore,
  routes: readonly Route[],
  nowMs: number,
  signal: AbortSignal,
): Promise<StatusReport['inbox']> {
  let pending = 0;
  let oldest = Infinity;
  for (const route of routes) {
    const prefix = inboxPrefix(route);
    for await (const page of store.list(prefix, { signal })) {
      for (const object of page) {
        if (!isCandidate(object.key, prefix)) continue;
        pending += 1;
        oldest = Math.min(oldest, object.modifiedMs);
      }
    }
  }
  return { pending, oldest_age_s: pending === 0 ? null : Math.max(0, Math.round((nowMs - oldest) / 1000)) };
}
