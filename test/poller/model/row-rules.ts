/**
 * What may happen to a row of `file` in one step of one process. Who changes a row that is being worked must hold its
 * token; a token changes only by claiming, taking over and cleaning up, each under its own condition.
 */
import { LEASE_MS } from '../../../src/poller/context.ts';
import { type FileState, NEXT } from '../../../src/poller/file-states.ts';
import type { FileRow } from '../../../src/poller/file-table.ts';
import type { Tables } from './snapshot.ts';
import { isLeft } from './truth-rules.ts';
import { type Finding, firstOf } from './violation.ts';

/** Who acted, and what is known about the others. */
export interface Act {
  /** Undefined: somebody who has no business in the tables. */
  readonly runId: string | undefined;
  readonly nowMs: number;
  /** Processes that are known to be dead by now. */
  readonly dead: ReadonlySet<string>;
}

const OWNED: readonly FileState[] = ['working', 'committed', 'archived', 'quarantining'];
const MOVES: readonly FileState[] = ['committed', 'archived', 'quarantining'];

export function checkRow(before: FileRow | undefined, after: FileRow, act: Act): Finding {
  if (before === undefined) return checkNew(after, act);
  if (JSON.stringify(before) === JSON.stringify(after)) return undefined;
  const found = act.runId === undefined ? 'changed by nobody' : checkChange(before, after, act);
  return found && `file ${after.id} (${after.key}) ${before.state} → ${after.state}: ${found}`;
}

/** A file with a crash behind it is claimed alone. */
export function checkClaims(before: Tables, after: Tables): Finding {
  const claimed = [...after.files.values()].filter(
    (row) => row.state === 'working' && before.files.get(row.id)?.claim_token !== row.claim_token,
  );
  const suspect = claimed.find(({ crashes }) => crashes > 0);
  return suspect === undefined || claimed.length === 1
    ? undefined
    : `${suspect.key} has crashes and was not claimed alone`;
}

function checkNew(row: FileRow, act: Act): Finding {
  if (act.runId === undefined) return `file ${row.id}: added by nobody`;
  if (row.state !== 'ready' && row.state !== 'seen') return `file ${row.id}: begins as ${row.state}`;
  return row.claim_token === 0 && row.attempts === 0 ? undefined : `file ${row.id}: begins with a claim`;
}

function checkChange(before: FileRow, after: FileRow, act: Act): Finding {
  const identity = ['id', 'contract', 'key', 'etag', 'size', 'generation', 'correlation_id', 'first_seen_at'] as const;
  return firstOf([
    identity.some((column) => before[column] !== after[column]) ? 'another observation' : undefined,
    after.failures > 0 || after.code === 'INTERNAL' ? 'blamed for an error of ours' : undefined,
    before.claim_token === after.claim_token ? underOneToken(before, after, act) : underNewToken(before, after, act),
  ]);
}

function underNewToken(before: FileRow, after: FileRow, act: Act): Finding {
  if (after.claim_token !== before.claim_token + 1) return 'the token does not go up by one';
  if (after.state === 'working') return checkClaim(before, after, act);
  if (before.state === 'working') return checkTakeOver(before, after, act);
  return checkCleanup(before, after, act);
}

function checkClaim(before: FileRow, after: FileRow, act: Act): Finding {
  return firstOf([
    before.state === 'ready' || before.state === 'retry_wait' ? undefined : 'claimed while it was not free',
    before.state === 'retry_wait' && (before.next_attempt_ms ?? 0) > act.nowMs ? 'claimed before its time' : undefined,
    after.run_id === act.runId ? undefined : 'claimed for somebody else',
    after.lease_until_ms === act.nowMs + LEASE_MS ? undefined : 'claimed without a whole lease',
    after.attempts === before.attempts + 1 ? undefined : 'a claim that counts no attempt',
    after.crashes === before.crashes ? undefined : 'a claim that counts a crash',
  ]);
}

function checkTakeOver(before: FileRow, after: FileRow, act: Act): Finding {
  return firstOf([
    after.state === 'ready' ? undefined : 'another token at the end of the work',
    isAbandoned(before, act) ? undefined : 'taken from a worker that may live and has a lease',
    after.crashes === before.crashes + 1 ? undefined : 'taken over without counting the crash',
    after.attempts === before.attempts ? undefined : 'taken over with another attempt',
  ]);
}

function checkCleanup(before: FileRow, after: FileRow, act: Act): Finding {
  return firstOf([
    MOVES.includes(before.state) && before.state === after.state ? undefined : 'another token without a claim',
    isLeased(before, act) ? 'cleaned up while somebody else has a lease' : undefined,
    after.run_id === act.runId ? undefined : 'cleaned up for somebody else',
    unchanged(before, after, ['attempts', 'crashes', 'sha256', 'destination', 'verdict']),
  ]);
}

function underOneToken(before: FileRow, after: FileRow, act: Act): Finding {
  if (before.state === after.state) return checkLease(before, after, act);
  const next: readonly FileState[] = NEXT[before.state];
  return firstOf([
    next.includes(after.state) ? undefined : 'no such move',
    after.state === 'working' ? 'worked without a claim' : undefined,
    OWNED.includes(before.state) && before.run_id !== act.runId
      ? `moved by ${act.runId}, which has no claim`
      : undefined,
    unchanged(before, after, ['attempts', 'crashes', 'run_id', 'claimed_by']),
    MOVES.includes(before.state) && after.state !== 'ready'
      ? unchanged(before, after, ['sha256', 'verdict'])
      : undefined,
    MOVES.includes(before.state) && after.state !== 'ready' && !isLeft(after)
      ? unchanged(before, after, ['destination'])
      : undefined,
  ]);
}

/** Without a move only the lease changes: longer by its owner, ended by its owner or when its owner is gone. */
function checkLease(before: FileRow, after: FileRow, act: Act): Finding {
  const crashes = before.crashes + (diedMoving(before, after, act) ? 1 : 0);
  if (after.crashes !== crashes) return `crashes went from ${before.crashes} to ${after.crashes}`;
  const rest = { lease_until_ms: null, updated_at: '', crashes };
  if (JSON.stringify({ ...before, ...rest }) !== JSON.stringify({ ...after, ...rest })) return 'changed without a move';
  if (before.run_id === act.runId) return undefined;
  return after.lease_until_ms === null && isAbandoned(before, act) ? undefined : "somebody else's lease was changed";
}

/** Somebody died with a lease in his hand while he was to set aside what had killed others before. */
function diedMoving(before: FileRow, after: FileRow, act: Act): boolean {
  const wasDropped = before.lease_until_ms !== null && after.lease_until_ms === null && before.run_id !== act.runId;
  return wasDropped && before.state === 'quarantining' && before.code === 'CRASH_LOOP';
}

function isLeased(row: FileRow, act: Act): boolean {
  return row.lease_until_ms !== null && row.lease_until_ms >= act.nowMs;
}

function isAbandoned(row: FileRow, act: Act): boolean {
  return !isLeased(row, act) || act.dead.has(row.run_id ?? '');
}

function unchanged(before: FileRow, after: FileRow, columns: readonly (keyof FileRow)[]): Finding {
  const column = columns.find((each) => before[each] !== after[each]);
  return column === undefined ? undefined : `${column} went from ${before[column]} to ${after[column]}`;
}
