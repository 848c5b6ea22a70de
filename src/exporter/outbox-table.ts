import { isoTime } from '../base/clock.ts';
import { AppError } from '../base/errors.ts';
import type { ReasonCode } from '../base/reasons.ts';
import type { Queries, Transaction } from '../database/port.ts';
import type { BatchState, NEXT } from './outbox-states.ts';
import { voidNumber } from './stream-table.ts';

/** What is known of a batch once its bytes are built. */
export interface BuiltBatch {
  readonly contract: string;
  readonly batch_id: string;
  readonly revision: string;
  readonly schema_version: string;
  readonly source: string;
  readonly target: string;
  readonly created_at: string;
  /** Where its records come from, for reports. */
  readonly input: string;
  readonly key: string;
  readonly sha256: string;
  /** Base64. */
  readonly md5: string;
  readonly bytes: number;
  readonly records: number;
  /** Length of what stands before the first record, so that a new id can be put there. Null: an envelope given to us. */
  readonly header_bytes: number | null;
  /** In the spool folder. */
  readonly path: string;
}

/** What was signed about a batch; null where nobody signed. */
export interface SignedPart {
  /** Its number among the batches of its source, target and contract. */
  readonly stream_seq: number | null;
  /** Compact JWS. */
  readonly statement: string | null;
  readonly statement_kid: string | null;
}

export const UNSIGNED: SignedPart = { stream_seq: null, statement: null, statement_kid: null };

/** A row of `outbox`. */
export interface OutboxRow extends BuiltBatch, SignedPart {
  readonly id: number;
  /** The identity of the store that it goes to. */
  readonly store: string;
  /** Null for an envelope given to us. */
  readonly run_id: number | null;
  readonly state: BatchState;
  readonly code: ReasonCode | null;
  readonly correlation_id: string;
  /** The latest one, from 1; the fence of whoever publishes. */
  readonly attempt: number;
  /** 1 while somebody may be publishing. */
  readonly attempt_open: 0 | 1;
  readonly attempt_ms: number;
  /** JSON of the `ProcessIdentity` that made the attempt. */
  readonly owner: string;
}

const COLUMNS = [
  'run_id', 'contract', 'batch_id', 'revision', 'schema_version', 'source', 'target', 'created_at', 'input', 'store', 'key',
  'sha256', 'md5', 'bytes', 'records', 'header_bytes', 'path', 'state', 'code', 'correlation_id', 'attempt',
  'attempt_open', 'attempt_ms', 'owner', 'stream_seq', 'statement', 'statement_kid',
] as const; // prettier-ignore

const SELECT = `select id, ${COLUMNS.join(', ')} from outbox`;

/** With its first attempt open. */
export async function insertBatch(tx: Transaction, row: Omit<OutboxRow, 'id'>): Promise<OutboxRow> {
  const places = [...COLUMNS, 'updated_at'].map((_, index) => `$${index + 1}`).join(', ');
  const values = [...COLUMNS.map((name) => row[name]), isoTime(row.attempt_ms)];
  const [inserted] = await tx.query<{ id: number }>(
    `insert into outbox (${COLUMNS.join(', ')}, updated_at) values (${places}) returning id`,
    values,
  );
  if (inserted === undefined) throw new AppError('internal', `write batch ${row.batch_id} to the outbox`);
  return { ...row, id: inserted.id };
}

export async function hasBatch(queries: Queries, contract: string, batchId: string): Promise<boolean> {
  return (await findBatch(queries, contract, batchId)) !== undefined;
}

export async function findBatch(queries: Queries, contract: string, batchId: string): Promise<OutboxRow | undefined> {
  const [row] = await queries.query<OutboxRow>(`${SELECT} where contract = $1 and batch_id = $2`, [contract, batchId]);
  return row;
}

/** Oldest first. */
export async function pendingBatches(queries: Queries): Promise<OutboxRow[]> {
  return queries.query<OutboxRow>(`${SELECT} where state = 'pending' order by id`);
}

/** The batches that an input was cut into, in order; those that got another number are not among them. */
export async function batchesOfRun(queries: Queries, runId: number): Promise<OutboxRow[]> {
  return queries.query<OutboxRow>(`${SELECT} where run_id = $1 and state <> 'void' order by id`, [runId]);
}

/** A batch under a certain attempt: whoever made a later one owns it now. */
export type Fence = Pick<OutboxRow, 'id' | 'attempt' | 'batch_id'>;

/** Ends the attempt and changes the state; throws `fenced` when the batch is not in `from` under this attempt. */
export async function moveBatch<From extends BatchState>(
  tx: Transaction,
  fence: Fence,
  from: From,
  to: (typeof NEXT)[From][number],
  nowMs: number,
  code: ReasonCode | null = null,
): Promise<void> {
  const moved = await tx.run(
    `update outbox set state = $1, code = $2, attempt_open = 0, updated_at = $3
     where id = $4 and state = $5 and attempt = $6`,
    [to, code, isoTime(nowMs), fence.id, from, fence.attempt],
  );
  if (moved !== 1) throw lostFence(fence);
  if (NEVER_ARRIVES.has(to)) await voidNumber(tx, fence.id);
}

const NEVER_ARRIVES: ReadonlySet<BatchState> = new Set<BatchState>(['refused', 'void', 'lost']);

/** Ends the attempt; the batch is still to be published. */
export async function endAttempt(tx: Transaction, fence: Fence, nowMs: number): Promise<void> {
  const moved = await tx.run(
    `update outbox set attempt_open = 0, updated_at = $1
     where id = $2 and state = 'pending' and attempt = $3 and attempt_open = 1`,
    [isoTime(nowMs), fence.id, fence.attempt],
  );
  if (moved !== 1) throw lostFence(fence);
}

/** One attempt more on a pending batch; throws `fenced` when somebody else made it first. */
export async function beginAttempt(tx: Transaction, row: OutboxRow, owner: string, nowMs: number): Promise<OutboxRow> {
  const moved = await tx.run(
    `update outbox set attempt = attempt + 1, attempt_open = 1, attempt_ms = $1, owner = $2, updated_at = $3
     where id = $4 and state = 'pending' and attempt = $5`,
    [nowMs, owner, isoTime(nowMs), row.id, row.attempt],
  );
  if (moved !== 1) throw lostFence(row);
  return { ...row, attempt: row.attempt + 1, attempt_open: 1, attempt_ms: nowMs, owner };
}

/**
 * New bytes for an envelope that is given again; its state is moved beside this. What was answered before is no answer to
 * it, and what was signed of the old ones is not said of it.
 */
export async function replaceBytes(
  tx: Transaction,
  id: number,
  built: BuiltBatch & Pick<OutboxRow, 'store' | 'stream_seq'>,
): Promise<void> {
  await tx.run(
    `update outbox set sha256 = $1, md5 = $2, bytes = $3, records = $4, path = $5, created_at = $6, target = $7,
       revision = $8, schema_version = $9, input = $10, key = $11, store = $12,
       stream_seq = $13, statement = null, statement_kid = null,
       answer = null, answer_code = null, answered_at = null where id = $14`,
    [
      built.sha256, built.md5, built.bytes, built.records, built.path, built.created_at, built.target, built.revision,
      built.schema_version, built.input, built.key, built.store, built.stream_seq, id,
    ], // prettier-ignore
  );
}

/** What is said of the batch from now on, also when it is published once more. */
export async function recordStatement(tx: Transaction, id: number, signed: SignedPart): Promise<void> {
  await tx.run('update outbox set stream_seq = $1, statement = $2, statement_kid = $3 where id = $4', [
    signed.stream_seq,
    signed.statement,
    signed.statement_kid,
    id,
  ]);
}

function lostFence(fence: Fence): AppError {
  return new AppError('fenced', `go on with batch ${fence.batch_id}: another process took it over`);
}
