import type { Database } from '../database/port.ts';
import type { ObjectStore } from '../objectstore/port.ts';
import { readTrip } from './breaker-table.ts';
import type { Route } from './context.ts';
import { countByState } from './file-table.ts';
import { inboxPrefix, isCandidate } from './keys.ts';
import { lastRun } from './run-table.ts';
import { openGaps, type StreamGap } from './stream-table.ts';
import { openCount } from './unproven-files.ts';

/** Ranges that a status names. */
const MAX_GAPS = 100;

export interface StatusReport {
  readonly inbox: { readonly pending: number; readonly oldest_age_s: number | null };
  readonly files: Readonly<Record<string, number>>;
  readonly quarantine: number;
  readonly cleanup_backlog: number;
  /** Numbers that their producer gave and that no batch with a proven statement has come with. */
  readonly stream_gaps: readonly GapReport[];
  readonly breaker: { readonly code: string; readonly tripped_at: string } | null;
  readonly last_run: {
    readonly run_id: string;
    readonly worker: string;
    readonly started_at: string;
    readonly finished_at: string | null;
    readonly outcome: string | null;
  } | null;
}

export interface GapReport extends Pick<StreamGap, 'source' | 'contract' | 'first' | 'last' | 'opened_at'> {
  /**
   * Files in quarantine that may be the missing ones: of this contract, from this source by their own word or from nobody
   * knows whom, and with no statement that would prove their number.
   */
  readonly quarantined: number;
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
  const trip = await readTrip(database);
  const run = await lastRun(database);
  return {
    inbox: await readInbox(store, routes, nowMs, signal),
    files,
    quarantine: open?.n ?? 0,
    cleanup_backlog: (files['committed'] ?? 0) + (files['archived'] ?? 0) + (files['quarantining'] ?? 0),
    stream_gaps: await reportedGaps(database),
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

async function reportedGaps(database: Database): Promise<GapReport[]> {
  const reports: GapReport[] = [];
  const countUnproven = openCount(database);
  for (const gap of await openGaps(database, MAX_GAPS)) {
    const { source, contract, first, last, opened_at } = gap;
    reports.push({ source, contract, first, last, opened_at, quarantined: await countUnproven(gap) });
  }
  return reports;
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
