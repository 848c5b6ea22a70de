import { AppError } from '../base/errors.ts';
import { isoTime } from '../base/clock.ts';
import type { Problem, ReasonCode } from '../base/reasons.ts';
import type { Database } from '../database/port.ts';
import { factsOf, type PollerDeps } from './context.ts';
import { fetchFile } from './fetch-file.ts';
import type { FileRow } from './file-table.ts';
import { reasonKey } from './keys.ts';
import { comparedPayload } from './preserve-proven.ts';

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
 * The quarantined copy stays as evidence: a poll that is faster than this command may already rely on it again.
 */
export async function releaseQuarantined(deps: PollerDeps, name: string, actor: string): Promise<FileRow> {
  const file = await findOpen(deps.database, name);
  if (file.marked === 0 && file.destination !== null) await putBack(deps, file, file.destination);
  await resolve(deps, file, 'released', actor);
  return file;
}

/** Deletes the quarantined bytes for good; the verdict and its audit rows stay. */
export async function discardQuarantined(deps: PollerDeps, name: string, actor: string): Promise<FileRow> {
  const file = await findOpen(deps.database, name);
  // Where we could not move it, the bytes are still in the inbox: only these very ones, not what came after them.
  if (file.marked === 1) await deps.store.remove(file.key, file.etag, deps.signal);
  await resolve(deps, file, 'discarded', actor);
  if (file.destination !== null && !(await isKeptFor(deps.database, file.destination))) {
    await removeKept(deps, file.destination);
  }
  return file;
}

/** The same bytes may have been refused twice in a day: then both entries share one copy. */
async function isKeptFor(database: Database, destination: string): Promise<boolean> {
  const others = await database.query(
    `select 1 from file where destination = $1 and resolution is null and state in ('quarantining', 'quarantined') limit 1`,
    [destination],
  );
  return others.length > 0;
}

async function putBack(deps: PollerDeps, file: FileRow, destination: string): Promise<void> {
  const head = await deps.store.head(destination, deps.signal);
  if (head === undefined) {
    throw new AppError('not_found', `release ${file.key}: its quarantined copy ${destination} is gone`, {
      hint: 'put the file into the inbox again from its source, then "handoff quarantine discard" this entry',
    });
  }
  const copy = { ...file, key: destination, etag: head.etag, size: head.sizeBytes };
  const fetched = await fetchFile(deps, copy);
  try {
    // Our own hash is not the producer's claim: the released file goes back without one.
    const { sha256: _ours, code: _code, ...metadata } = fetched.metadata;
    const payload = await comparedPayload(file, fetched);
    const kept = await deps.store.preserve(copy, file.key, payload, metadata, deps.signal);
    if (kept === 'exists') {
      throw new AppError('refused', `release ${file.key}: the inbox already holds an object of this name`, {
        hint: 'poll first, or move that object away',
      });
    }
  } finally {
    await fetched.close();
  }
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
