import { isoTime } from '../base/clock.ts';
import { isDead, type ProcessIdentity } from '../base/process-identity.ts';
import type { Database, Queries, Transaction } from '../database/port.ts';
import { refuseWhileRebuilding } from './rebuild-table.ts';

export interface RunRow extends ProcessIdentity {
  readonly run_id: string;
  readonly worker: string;
  readonly started_at: string;
  readonly finished_at: string | null;
  readonly outcome: 'finished' | 'interrupted' | 'failed' | null;
  readonly report: string | null;
}

export interface RunStart {
  readonly runId: string;
  readonly worker: string;
  readonly identity: ProcessIdentity;
  readonly nowMs: number;
  readonly leaseUntilMs: number;
  /** Only the rebuild itself may run while its row stands. */
  readonly rebuilding?: boolean;
}

/**
 * Takes the lease of this worker name. False when a live process has it: the same name never runs twice at once, so
 * that a slow run is not overtaken by the next minute's cron. A holder that died or whose lease ran out is replaced.
 * Throws `misconfigured` while the ledger is being rebuilt: asked here too, where no rebuild can begin in between.
 */
export async function startRun(tx: Transaction, start: RunStart): Promise<boolean> {
  if (start.rebuilding !== true) await refuseWhileRebuilding(tx);
  if (await isRunning(tx, start.worker, start.nowMs)) return false;
  await tx.run('insert into run (run_id, worker, host, pid, started, started_at) values ($1, $2, $3, $4, $5, $6)', [
    start.runId,
    start.worker,
    start.identity.host,
    start.identity.pid,
    start.identity.started,
    isoTime(start.nowMs),
  ]);
  await tx.run(
    `insert into run_lease (worker, run_id, lease_until_ms) values ($1, $2, $3)
     on conflict (worker) do update set run_id = excluded.run_id, lease_until_ms = excluded.lease_until_ms`,
    [start.worker, start.runId, start.leaseUntilMs],
  );
  return true;
}

/** A live process works under this name. */
export async function isRunning(queries: Queries, worker: string, nowMs: number): Promise<boolean> {
  const holder = await leaseHolder(queries, worker);
  return holder !== undefined && holder.lease_until_ms >= nowMs && !isDead(holder);
}

async function leaseHolder(
  queries: Queries,
  worker: string,
): Promise<(RunRow & { lease_until_ms: number }) | undefined> {
  const [row] = await queries.query<RunRow & { lease_until_ms: number }>(
    'select r.*, l.lease_until_ms from run_lease l join run r on r.run_id = l.run_id where l.worker = $1',
    [worker],
  );
  return row;
}

/** The runs of live processes, in the order of their worker names. */
export async function liveRuns(queries: Queries, nowMs: number): Promise<RunRow[]> {
  const holders = await queries.query<RunRow>(
    'select r.* from run_lease l join run r on r.run_id = l.run_id where l.lease_until_ms >= $1 order by l.worker',
    [nowMs],
  );
  return holders.filter((holder) => !isDead(holder));
}

/** Asked inside a transaction: what follows in it is written by the holder of the lease, or not at all. */
export async function holdsRunLease(tx: Transaction, runId: string): Promise<boolean> {
  return (await tx.query('select 1 from run_lease where run_id = $1', [runId])).length === 1;
}

/** False when the lease is another run's by now. */
export async function renewRunLease(database: Database, runId: string, untilMs: number): Promise<boolean> {
  const renewed = await database.run('update run_lease set lease_until_ms = $1 where run_id = $2', [untilMs, runId]);
  return renewed === 1;
}

export async function finishRun(
  tx: Transaction,
  runId: string,
  outcome: 'finished' | 'interrupted' | 'failed',
  report: object,
  nowMs: number,
): Promise<void> {
  await tx.run('update run set finished_at = $1, outcome = $2, report = $3 where run_id = $4', [
    isoTime(nowMs),
    outcome,
    JSON.stringify(report),
    runId,
  ]);
  await tx.run('delete from run_lease where run_id = $1', [runId]);
}

export async function lastRun(database: Queries): Promise<RunRow | undefined> {
  const [row] = await database.query<RunRow>('select * from run order by rowid desc limit 1');
  return row;
}
