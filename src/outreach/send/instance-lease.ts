import { isoTime } from '../../base/clock.ts';
import { isDead, type ProcessIdentity, thisProcess } from '../../base/process-identity.ts';
import type { Queries, Transaction } from '../../database/port.ts';
import type { HubDeps } from '../context.ts';

/** A worker that says nothing for so long is taken for dead; one on this machine is known to be dead at once. */
export const INSTANCE_LEASE_MS = 60_000;
/** A database that slept for longer may be an old copy: what it calls due may have been sent long ago. */
const MAX_GAP_MS = 3_600_000;
/** Clocks of two machines that are as well set as machines are. */
const CLOCK_SLACK_MS = 5_000;

const PREFIX = 'outreach-run:';

interface LeaseRow {
  readonly name: string;
  /** A `ProcessIdentity` as JSON. */
  readonly holder: string;
  readonly until: string;
  readonly heartbeat_at: string;
}

/** Takes the lease of a worker's name. False while a live process has it: one name never runs twice at once. */
export async function takeInstance(
  tx: Transaction,
  { clock }: Pick<HubDeps, 'clock'>,
  worker: string,
): Promise<boolean> {
  const nowMs = clock.now();
  const [before] = await tx.query<LeaseRow>('select * from instance_lease where name = $1', [PREFIX + worker]);
  if (before !== undefined && isHeld(before, nowMs)) return false;
  await tx.run(
    `insert into instance_lease (name, holder, until, heartbeat_at) values ($1, $2, $3, $4)
     on conflict (name) do update set holder = excluded.holder, until = excluded.until,
       heartbeat_at = excluded.heartbeat_at`,
    [PREFIX + worker, JSON.stringify(thisProcess()), isoTime(nowMs + INSTANCE_LEASE_MS), isoTime(nowMs)],
  );
  return true;
}

/** A lease that ends later than any lease can was written by a clock that was ahead: it says nothing. */
function isHeld({ until, holder }: LeaseRow, nowMs: number): boolean {
  const leftMs = Date.parse(until) - nowMs;
  return leftMs > 0 && leftMs <= INSTANCE_LEASE_MS + CLOCK_SLACK_MS && !isDead(JSON.parse(holder) as ProcessIdentity);
}

/** Says that this process lives. False when somebody else took the name meanwhile. */
export async function beat(deps: Pick<HubDeps, 'clock' | 'database'>, worker: string): Promise<boolean> {
  const nowMs = deps.clock.now();
  const changed = await deps.database.run(
    'update instance_lease set until = $1, heartbeat_at = $2 where name = $3 and holder = $4',
    [isoTime(nowMs + INSTANCE_LEASE_MS), isoTime(nowMs), PREFIX + worker, JSON.stringify(thisProcess())],
  );
  return changed === 1;
}

/** The name is free at once; when it last lived stays known. */
export async function leaveInstance(deps: Pick<HubDeps, 'clock' | 'database'>, worker: string): Promise<void> {
  const ended = isoTime(0);
  await deps.database.run('update instance_lease set until = $1, heartbeat_at = $2 where name = $3 and holder = $4', [
    ended,
    isoTime(deps.clock.now()),
    PREFIX + worker,
    JSON.stringify(thisProcess()),
  ]);
}

/**
 * Whether this start looks like one from an old copy or with a wrong clock: no worker lived for over an hour, or one lived
 * in the future. Asked before the lease is taken. Undefined for a hub that never ran.
 */
export async function restoreDoubt(queries: Queries, nowMs: number): Promise<'gap' | 'clock_backwards' | undefined> {
  const [last] = await queries.query<{ at: string | null }>(
    `select max(heartbeat_at) as at from instance_lease where name like '${PREFIX}%'`,
  );
  if (last === undefined || last.at === null) return undefined;
  const lastMs = Date.parse(last.at);
  if (lastMs > nowMs + CLOCK_SLACK_MS) return 'clock_backwards';
  return nowMs - lastMs > MAX_GAP_MS ? 'gap' : undefined;
}
