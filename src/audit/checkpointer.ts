import { type Clock, isoTime } from '../base/clock.ts';
import { classOf, codeOf, messageOf } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import type { Database, Queries } from '../database/port.ts';
import { payloadOf } from '../objectstore/payload.ts';
import type { ObjectStore } from '../objectstore/port.ts';
import { readAnchor } from './anchors.ts';
import { anchorKey, checkpointText, originOf } from './checkpoint.ts';
import {
  type CheckpointRow,
  type CheckpointState,
  insertCheckpoint,
  latestCheckpoint,
  pendingCheckpoints,
  settleCheckpoint,
} from './checkpoint-table.ts';
import { hashAt, readHead } from './log.ts';
import type { NoteSigner } from './signed-note.ts';

export interface CheckpointerOptions {
  readonly database: Database;
  readonly store: ObjectStore;
  /** Signs under the name `handoff/<system>`. */
  readonly signer: NoteSigner;
  readonly system: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** A checkpoint after `cut`, and how far it has come. */
export interface CutCheckpoint {
  readonly size: number;
  readonly headHash: string;
  readonly note: string;
  readonly key: string;
  /** `forked` is an alarm: the store holds another history under this size. */
  readonly state: CheckpointState;
}

export interface Checkpointer {
  /**
   * Cuts a checkpoint when the log has grown since the last one, and puts every one that is not in the store yet there.
   * Undefined when nothing had grown. An unavailable store is logged and leaves it `pending`; two histories are logged as
   * an error. Throws errors of the database alone.
   */
  cut(): Promise<CutCheckpoint | undefined>;
  /** The same, but not for entries that only say that a run began and ended. */
  cutNews(): Promise<CutCheckpoint | undefined>;
}

/** Put into the store by one cut at most; the next one goes on. */
const MAX_PUTS_PER_CUT = 1_000;

export function openCheckpointer(options: CheckpointerOptions): Checkpointer {
  const checkpointer: Checkpointer = {
    async cutNews() {
      return (await hasNews(options.database)) ? checkpointer.cut() : undefined;
    },
    async cut() {
      const row = await cutIfGrown(options);
      await anchorPending(options);
      if (row === undefined) return undefined;
      const settled = await options.database.query<{ state: CheckpointState }>(
        'select state from audit_checkpoint where size = $1',
        [row.size],
      );
      const key = anchorKey(options.system, row.size);
      return { size: row.size, headHash: row.head_hash, note: row.note, key, state: settled[0]?.state ?? 'pending' };
    },
  };
  return checkpointer;
}

/** Entries that tell of work, and checkpoints that are not in the store yet. */
async function hasNews(queries: Queries): Promise<boolean> {
  const size = (await latestCheckpoint(queries))?.size ?? 0;
  const [row] = await queries.query(
    `select 1 from audit_log where seq > $1 and event not in ('run.started', 'run.finished') limit 1`,
    [size],
  );
  return row !== undefined || (await pendingCheckpoints(queries, 1)).length > 0;
}

/** Whether the log has entries that no checkpoint vouches for. */
export async function isDirty(queries: Queries): Promise<boolean> {
  const { seq } = await readHead(queries);
  return seq > ((await latestCheckpoint(queries))?.size ?? 0);
}

type CutRow = Omit<CheckpointRow, 'state'>;

async function cutIfGrown(options: CheckpointerOptions): Promise<CutRow | undefined> {
  const { database } = options;
  // Asked without the write lock first: most runs find nothing new.
  if ((await startOfCut(options, database)) === undefined) return undefined;
  return database.transaction(async (tx) => {
    const row = await startOfCut(options, tx);
    if (row !== undefined) await insertCheckpoint(tx, row);
    return row;
  });
}

/** Undefined when nothing has grown, or when what was signed before is no longer in the log: that is never signed over. */
async function startOfCut(options: CheckpointerOptions, queries: Queries): Promise<CutRow | undefined> {
  const { signer, system, clock, log } = options;
  const head = await readHead(queries);
  const last = await latestCheckpoint(queries);
  if (last !== undefined && (await hashAt(queries, last.size)) !== last.head_hash) {
    log.error({ checkpoint: last.size, entries: head.seq }, 'the audit log is not what was signed: run audit verify');
    return undefined;
  }
  if (head.seq <= (last?.size ?? 0)) return undefined;
  const note = signer.sign(checkpointText({ origin: originOf(system), size: head.seq, headHash: head.hash }));
  return { size: head.seq, head_hash: head.hash, note, cut_at: isoTime(clock.now()) };
}

async function anchorPending(options: CheckpointerOptions): Promise<void> {
  const { database, log, signal } = options;
  for (const row of await pendingCheckpoints(database, MAX_PUTS_PER_CUT)) {
    let state: CheckpointState;
    try {
      state = await anchor(options, row);
    } catch (thrown) {
      // What the store cannot do now it can do at the next cut; the work that was recorded is done all the same.
      if (!signal.aborted && !isOfTheStore(thrown)) throw thrown;
      log.warn({ size: row.size, code: codeOf(thrown), problem: messageOf(thrown) }, 'checkpoint not in the store yet');
      return;
    }
    if (state !== 'pending') await settle(database, row.size, state);
  }
}

async function settle(database: Database, size: number, state: Exclude<CheckpointState, 'pending'>): Promise<void> {
  await database.transaction((tx) => settleCheckpoint(tx, size, state));
}

function isOfTheStore(thrown: unknown): boolean {
  return ['transient', 'config', 'changed'].includes(classOf(thrown));
}

async function anchor(options: CheckpointerOptions, row: CheckpointRow): Promise<CheckpointState> {
  const { store, system, log, signal } = options;
  const key = anchorKey(system, row.size);
  const ours = Buffer.from(row.note);
  if ((await store.putIfAbsent(key, payloadOf(ours), {}, signal)) === 'created') return 'anchored';
  const theirs = await readAnchor(store, key, signal);
  if (theirs === undefined) return 'pending';
  // Killed after the put and before the row said so, or another process was faster: the very same bytes.
  if (ours.equals(theirs)) return 'anchored';
  log.error({ key, store: store.location }, 'fork alarm: the store holds another checkpoint of this size');
  return 'forked';
}
