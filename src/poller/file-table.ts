import { isoTime } from '../base/clock.ts';
import { AppError } from '../base/errors.ts';
import type { ReasonCode } from '../base/reasons.ts';
import type { Database, Queries, Transaction, Value } from '../database/port.ts';
import type { ObjectInfo } from '../objectstore/port.ts';
import { type FileState, type NEXT, sqlList, TERMINAL_STATES } from './file-states.ts';

/** A row of `file`: one observation of an object and what became of it. */
export interface FileRow {
  readonly id: number;
  readonly contract: string;
  readonly key: string;
  readonly etag: string;
  readonly size: number;
  readonly generation: number;
  readonly state: FileState;
  readonly code: ReasonCode | null;
  readonly problems: string | null;
  readonly error: string | null;
  readonly verdict: string | null;
  readonly batch_id: string | null;
  readonly schema_version: string | null;
  readonly target: string | null;
  readonly sha256: string | null;
  readonly md5: string | null;
  readonly records: number | null;
  readonly destination: string | null;
  readonly claim_token: number;
  readonly claimed_by: string | null;
  readonly run_id: string | null;
  readonly lease_until_ms: number | null;
  readonly attempts: number;
  readonly crashes: number;
  readonly failures: number;
  readonly waits: number;
  readonly missing: number;
  readonly marked: number;
  readonly next_attempt_ms: number | null;
  readonly correlation_id: string;
  readonly resolution: 'released' | 'discarded' | null;
  readonly receipt: 'due' | 'written' | null;
  readonly first_seen_at: string;
  readonly updated_at: string;
}

/** Columns that a move may set beside the state. */
export type FileChange = Partial<
  Pick<
    FileRow,
    | 'code' | 'problems' | 'error' | 'verdict' | 'batch_id' | 'schema_version' | 'target' | 'sha256' | 'md5' | 'records'
    | 'destination' | 'failures' | 'waits' | 'missing' | 'crashes' | 'marked' | 'next_attempt_ms' | 'lease_until_ms'
    | 'receipt'
  >
>; // prettier-ignore

/** Written out in every statement about live files: SQLite uses the partial index for no less. */
export const LIVE = `state not in (${sqlList(TERMINAL_STATES)})`;

/** What proves that a worker owns a file: the token it was given when it claimed it. */
export interface Claim {
  readonly id: number;
  readonly key: string;
  readonly claim_token: number;
}

/**
 * The one mover of claimed files. Throws `fenced` when the file is no longer in `from` under this token: another
 * worker owns it now, and whatever this one did since must be undone.
 */
export async function moveFile<From extends FileState>(
  tx: Transaction,
  claim: Claim,
  from: From,
  to: (typeof NEXT)[From][number],
  change: FileChange,
  nowMs: number,
): Promise<void> {
  const columns = Object.keys(change);
  const values: Value[] = Object.values(change);
  const sets = columns.map((column, index) => `, ${column} = $${index + 6}`).join('');
  const moved = await tx.run(
    `update file set state = $1, updated_at = $2${sets} where id = $3 and state = $4 and claim_token = $5`,
    [to, isoTime(nowMs), claim.id, from, claim.claim_token, ...values],
  );
  if (moved !== 1) {
    throw new AppError(
      'fenced',
      `move ${claim.key} from ${from} to ${to}: another worker has it (token ${claim.claim_token})`,
    );
  }
}

/**
 * Files that this worker may work now get leased to it, oldest first, at most `limit`. Suspects are those with a crash
 * behind them and are never mixed with the others; fewest crashes first, so that the innocent do not wait for the killer.
 */
export async function claimReady(
  tx: Transaction,
  database: Database,
  lease: { worker: string; runId: string; untilMs: number; nowMs: number; limit: number; suspects: boolean },
): Promise<FileRow[]> {
  const rows = await tx.query<FileRow>(
    `update file set state = 'working', claim_token = claim_token + 1, claimed_by = $1, run_id = $2,
       lease_until_ms = $3, attempts = attempts + 1, updated_at = $4
     where id in (
       select id from file
       where state in ('ready', 'retry_wait') and ${LIVE} and (state = 'ready' or next_attempt_ms <= $5)
         and (crashes > 0) = ($6 = 1)
       order by ${lease.suspects ? 'crashes, id' : 'id'} limit $7 ${database.traits.skipLocked}
     ) returning *`,
    [lease.worker, lease.runId, lease.untilMs, isoTime(lease.nowMs), lease.nowMs, lease.suspects ? 1 : 0, lease.limit],
  );
  return rows.toSorted((a, b) => a.id - b.id);
}

/** Whether the claim still holds: asked before rows are written that would only be undone again. */
export async function isClaimed(tx: Queries, claim: Claim): Promise<boolean> {
  const found = await tx.query(`select 1 from file where id = $1 and state = 'working' and claim_token = $2`, [
    claim.id,
    claim.claim_token,
  ]);
  return found.length === 1;
}

/** For what is done with a file without moving its row. Throws `fenced`, as the mover does. */
export async function requireClaim(queries: Queries, claim: Claim, state: FileState): Promise<void> {
  const found = await queries.query(`select 1 from file where id = $1 and state = $2 and claim_token = $3`, [
    claim.id,
    state,
    claim.claim_token,
  ]);
  if (found.length === 1) return;
  throw new AppError('fenced', `go on with ${claim.key}, ${state}: another worker has it (token ${claim.claim_token})`);
}

/** Counted here, at the taking over: a process that died holding the file never reports it. */
export async function takeOver(tx: Transaction, file: FileRow, nowMs: number): Promise<boolean> {
  const taken = await tx.run(
    `update file set state = 'ready', claim_token = claim_token + 1, crashes = crashes + 1, claimed_by = null,
       lease_until_ms = null, updated_at = $1
     where id = $2 and state = 'working' and claim_token = $3`,
    [isoTime(nowMs), file.id, file.claim_token],
  );
  return taken === 1;
}

/** Moves files of an old claim under this worker's token, so that only one worker cleans up. */
export async function claimCleanup(
  tx: Transaction,
  state: 'committed' | 'archived' | 'quarantining',
  lease: { worker: string; runId: string; untilMs: number; nowMs: number; limit: number },
): Promise<FileRow[]> {
  return tx.query<FileRow>(
    `update file set claim_token = claim_token + 1, claimed_by = $1, run_id = $2, lease_until_ms = $3, updated_at = $4
     where id in (
       select id from file where state = '${state}' and ${LIVE} and (lease_until_ms is null or lease_until_ms < $5)
       order by id limit $6
     ) returning *`,
    [lease.worker, lease.runId, lease.untilMs, isoTime(lease.nowMs), lease.nowMs, lease.limit],
  );
}

export async function renewLeases(database: Database, runId: string, untilMs: number): Promise<void> {
  await database.run(
    `update file set lease_until_ms = $1
     where run_id = $2 and ${LIVE} and lease_until_ms is not null`,
    [untilMs, runId],
  );
}

/** Live rows with keys from `first` to `last`, by key. */
export async function liveByKey(tx: Queries, first: string, last: string): Promise<Map<string, FileRow>> {
  const rows = await tx.query<FileRow>(`select * from file where key >= $1 and key <= $2 and ${LIVE}`, [first, last]);
  return new Map(rows.map((row) => [row.key, row]));
}

/** The last row of this very observation, if it was made before. */
export async function lastGeneration(tx: Queries, object: ObjectInfo): Promise<FileRow | undefined> {
  const [row] = await tx.query<FileRow>(
    `select * from file where key = $1 and etag = $2 and size = $3 order by generation desc limit 1`,
    [object.key, object.etag, object.sizeBytes],
  );
  return row;
}

/** When these bytes were first seen under this key, if they were; RFC 3339. */
export async function firstSeenOf(tx: Queries, key: string, sha256: string): Promise<string | undefined> {
  const [row] = await tx.query<{ first: string | null }>(
    'select min(first_seen_at) as first from file where key = $1 and sha256 = $2',
    [key, sha256],
  );
  return row?.first ?? undefined;
}

/** Whether an object under this key was moved out of the inbox at that time or later. */
export async function wasMovedSince(tx: Queries, key: string, since: string): Promise<boolean> {
  const found = await tx.query(
    `select 1 from file where key = $1 and state in ('done', 'quarantined') and updated_at >= $2 limit 1`,
    [key, since],
  );
  return found.length === 1;
}

export async function insertFile(
  tx: Transaction,
  object: ObjectInfo,
  facts: { contract: string; state: 'ready' | 'seen'; generation: number; correlationId: string; nowMs: number },
): Promise<void> {
  await tx.run(
    `insert into file (contract, key, etag, size, generation, state, correlation_id, first_seen_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
    [
      facts.contract,
      object.key,
      object.etag,
      object.sizeBytes,
      facts.generation,
      facts.state,
      facts.correlationId,
      isoTime(facts.nowMs),
    ],
  );
}

/** For rows that nobody holds: seen, ready, retry_wait, held, skipped. False when somebody was faster. */
export async function moveUnclaimed<From extends 'seen' | 'ready' | 'retry_wait' | 'held' | 'skipped'>(
  tx: Transaction,
  file: FileRow & { readonly state: From },
  to: Exclude<(typeof NEXT)[From][number], 'working'>,
  nowMs: number,
): Promise<boolean> {
  const moved = await tx.run(
    `update file set state = $1, updated_at = $2 where id = $3 and state = $4 and claim_token = $5`,
    [to, isoTime(nowMs), file.id, file.state, file.claim_token],
  );
  return moved === 1;
}

export async function filesInState(
  database: Queries,
  state: Exclude<FileState, (typeof TERMINAL_STATES)[number]>,
  limit: number,
): Promise<FileRow[]> {
  return database.query<FileRow>(`select * from file where state = $1 and ${LIVE} order by id limit $2`, [
    state,
    limit,
  ]);
}

export async function countByState(database: Queries): Promise<Record<string, number>> {
  const rows = await database.query<{ state: string; n: number }>(
    `select state, count(*) as n from file group by state order by state`,
  );
  return Object.fromEntries(rows.map((row) => [row.state, row.n]));
}
