import { AppError, classOf } from '../base/errors.ts';
import { isoTime } from '../base/clock.ts';
import type { Problem, ReasonCode } from '../base/reasons.ts';
import type { Database } from '../database/port.ts';
import { factsOf, type PollerDeps } from './context.ts';
import type { FileRow } from './file-table.ts';
import { reasonKey } from './keys.ts';
import { putBack } from './put-back.ts';

export interface QuarantinedFile {
  readonly id: number;
  readonly key: string;
  readonly batch_id: string | null;
  readonly code: ReasonCode | null;
  readonly at: string;
}

export interface QuarantineReport extends QuarantinedFile {
  readonly problems: readonly Problem[];
  readonly sha256: string | null;
  readonly bytes: number;
  readonly contract: string;
  /** Where its bytes are: the quarantine, or still the inbox where we may not delete. */
  readonly kept_at: string;
}

const MAX_LISTED = 10_000;

/** Files that wait for an operator, oldest first. */
export async function listQuarantine(database: Database): Promise<QuarantinedFile[]> {
  return database.query<{ id: number; key: string; batch_id: string | null; code: ReasonCode | null; at: string }>(
    `select id, key, batch_id, code, updated_at as at from file
     where state = 'quarantined' and resolution is null order by id limit $1`,
    [MAX_LISTED],
  );
}

/** One of them by its id, batch id, or key. Throws `usage` when there is none. */
export async function showQuarantined(database: Database, name: string): Promise<QuarantineReport> {
  const file = await findOpen(database, name);
  return {
    id: file.id,
    key: file.key,
    batch_id: file.batch_id,
    code: file.code,
    at: file.updated_at,
    problems: JSON.parse(file.problems ?? '[]') as Problem[],
    sha256: file.sha256,
    bytes: file.size,
    contract: file.contract,
    kept_at: file.marked === 1 ? file.key : (file.destination ?? file.key),
  };
}

async function findOpen(database: Database, name: string): Promise<FileRow> {
  const rows = await database.query<FileRow>(
    `select * from file where state = 'quarantined' and resolution is null
       and (cast(id as text) = $1 or batch_id = $1 or key = $1) order by id limit 2`,
    [name],
  );
  const [file] = rows;
  if (file !== undefined && rows.length === 1) return file;
  const several = rows.length > 1;
  throw new AppError(
    'usage',
    several
      ? `find ${name} in quarantine: it names several files`
      : `find ${name} in quarantine: there is no such file`,
    {
      hint: 'name it by its id, from "handoff quarantine ls"',
    },
  );
}

/**
 * Puts the bytes back into the inbox under their old key, to be judged anew; for when the fault was ours and is mended.
 * The quarantined copy stays as evidence: a poll that is faster than this command may already rely on it again. Killed
 * before it is recorded, the same command finds its bytes in the inbox, or puts them there once more, and records it then.
 */
export async function releaseQuarantined(deps: PollerDeps, name: string, actor: string): Promise<FileRow> {
  const file = await findOpen(deps.database, name);
  if (file.marked === 1) await requireInInbox(deps, file);
  else if (file.destination !== null) await release(deps, file, file.destination);
  await resolve(deps, file, 'released', actor);
  return file;
}

/**
 * Deletes the quarantined bytes for good; the verdict and its audit rows stay. The bytes go first: killed in between, the
 * entry is still listed, and the same command again finds nothing to delete and records it.
 */
export async function discardQuarantined(deps: PollerDeps, name: string, actor: string): Promise<FileRow> {
  const file = await findOpen(deps.database, name);
  // Where we could not move it, the bytes are still in the inbox: only these very ones, not what came after them.
  if (file.marked === 1) await deps.store.remove(file.key, file.etag, deps.signal);
  if (file.destination !== null && !(await isKeptForAnother(deps.database, file))) {
    await removeKept(deps, file.destination);
  }
  await resolve(deps, file, 'discarded', actor);
  return file;
}

/** The same bytes may have been refused twice in a day: then both entries share one copy. */
async function isKeptForAnother(database: Database, { id, destination }: FileRow): Promise<boolean> {
  const others = await database.query(
    `select 1 from file
     where destination = $1 and id <> $2 and resolution is null and state in ('quarantining', 'quarantined') limit 1`,
    [destination, id],
  );
  return others.length > 0;
}

/** Where we may not delete, the bytes never left: nothing has to be put back, but they have to be there. */
async function requireInInbox(deps: PollerDeps, file: FileRow): Promise<void> {
  if ((await deps.store.head(file.key, deps.signal)) !== undefined) return;
  throw goneError(file, file.key);
}

async function release(deps: PollerDeps, file: FileRow, destination: string): Promise<void> {
  const kept = { key: destination, inboxKey: file.key, place: file.id };
  const there = await unlessGone(
    // A file that was refused unread has no hash to compare with.
    () => putBack(deps, kept, ({ sha256 }) => file.sha256 === null || file.sha256 === sha256),
    () => goneError(file, destination),
  );
  if (there === 'unproven') {
    throw new AppError('refused', `release ${file.key}: the bytes of ${destination} are not those that were refused`, {
      hint: 'put the file into the inbox again from its source, then "handoff quarantine discard" this entry',
    });
  }
  if (there === 'other') {
    throw new AppError('refused', `release ${file.key}: the inbox already holds another object of this name`, {
      hint: 'poll first, or move that object away',
    });
  }
}

async function unlessGone<T>(act: () => Promise<T>, instead: () => AppError): Promise<T> {
  try {
    return await act();
  } catch (thrown) {
    if (classOf(thrown) !== 'gone') throw thrown;
    throw instead();
  }
}

function goneError(file: FileRow, place: string): AppError {
  return new AppError('not_found', `release ${file.key}: its bytes are no longer at ${place}`, {
    hint: 'put the file into the inbox again from its source, then "handoff quarantine discard" this entry',
  });
}

async function resolve(
  deps: PollerDeps,
  file: FileRow,
  resolution: 'released' | 'discarded',
  actor: string,
): Promise<void> {
  await deps.database.transaction(async (tx) => {
    const marked = await tx.run(
      `update file set resolution = $1, marked = 0, updated_at = $2 where id = $3 and resolution is null and state = 'quarantined'`,
      [resolution, isoTime(deps.clock.now()), file.id],
    );
    if (marked !== 1) throw new AppError('fenced', `resolve ${file.key}: somebody else did so meanwhile`);
    await deps.audit.append(tx, {
      ...factsOf({ runId: '', worker: '', system: deps.system }, file),
      run_id: null,
      actor,
      event: `operator.${resolution}`,
      outcome: 'success',
      reason_code: file.code,
      detail: { key: file.key, kept_at: file.destination ?? file.key },
    });
  });
}

async function removeKept(deps: PollerDeps, key: string): Promise<void> {
  for (const each of [reasonKey(key), key]) {
    const head = await deps.store.head(each, deps.signal);
    if (head !== undefined) await deps.store.remove(each, head.etag, deps.signal);
  }
}
