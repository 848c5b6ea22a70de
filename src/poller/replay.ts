import { AppError, classOf, codeOf, type ErrorCode } from '../base/errors.ts';
import type { ReasonCode } from '../base/reasons.ts';
import { eachConcurrently } from '../base/each-concurrently.ts';
import { hashInKey } from '../contract/key-name.ts';
import { archiveDayPrefix, type ArchiveName, parseArchiveKey } from './archive-key.ts';
import { MOVES_IN_FLIGHT } from './archive-file.ts';
import { archivedKeysOf, ledgerHash } from './batch-table.ts';
import type { PollerDeps, Route } from './context.ts';
import { archivePrefix, inboxPrefix } from './keys.ts';
import { listArchive } from './list-archive.ts';
import { type KeptHash, putBack } from './put-back.ts';
import { parseDays } from './replay-range.ts';

/**
 * Puts archived bytes back into the inbox under the name that they had there, so that the next poll judges them anew on
 * the one road: a duplicate where the ledger has them, ingested where it lacks them. The archive is only read.
 */
export interface ReplayRequest {
  readonly routes: readonly Route[];
  /** Prove and compare, and write nothing. */
  readonly dryRun: boolean;
  readonly actor: string;
}

export interface Replayed {
  readonly batch_id: string;
  /** Where it is in the inbox. */
  readonly key: string;
  /** Its copy in the archive. */
  readonly from: string;
  /** `waiting`: the inbox held these very bytes already. */
  readonly status: 'replayed' | 'waiting' | 'refused';
  /** Why it was refused. */
  readonly code?: ReasonCode | ErrorCode;
}

export interface ReplayReport {
  /** At most `MAX_LISTED`; `count` and `refused` count all. */
  readonly replayed: Replayed[];
  count: number;
  refused: number;
  readonly dry_run: boolean;
}

/** An archived copy whose name is one of ours. */
interface Copy extends ArchiveName {
  readonly route: Route;
  readonly key: string;
}

const MAX_LISTED = 10_000;

/** One batch by its id. Throws `not_found` when the archive has no copy of it. */
export async function replayBatch(deps: PollerDeps, request: ReplayRequest, batchId: string): Promise<ReplayReport> {
  const report = emptyReport(request);
  const copies = await findCopies(deps, request, batchId);
  const [first] = copies;
  if (first === undefined) {
    throw new AppError('not_found', `replay ${batchId}: the archive has no copy of it`, {
      hint: `see what became of it with "handoff explain ${batchId}"; what was refused is listed by "handoff quarantine ls"`,
    });
  }
  // The same bytes may have been archived on several days; other bytes under one id are for a person to choose from.
  const isOne = copies.every(({ route, digits }) => route === first.route && digits === first.digits);
  if (isOne) add(report, await replayOne(deps, request, first, 0));
  else for (const copy of copies) add(report, refused(copy, 'BATCH_ID_REUSED'));
  return report;
}

/** Everything that was archived on some UTC days: `2026-01-11` or `2026-01-11..2026-01-13`. Throws `usage`. */
export async function replayDays(deps: PollerDeps, request: ReplayRequest, range: string): Promise<ReplayReport> {
  const report = emptyReport(request);
  for (const day of parseDays(range)) {
    for (const route of request.routes) {
      for await (const page of listArchive(deps, route, archiveDayPrefix(deps.system, route, day))) {
        const copies = page.flatMap(({ object, name }) =>
          name === undefined ? [] : [{ route, key: object.key, ...name }],
        );
        const done = new Map<Copy, Replayed>();
        await eachConcurrently([...copies.entries()], MOVES_IN_FLIGHT, async ([place, copy]) => {
          done.set(copy, await replayOne(deps, request, copy, place));
        });
        for (const copy of copies) add(report, done.get(copy) ?? refused(copy, 'internal'));
      }
    }
  }
  return report;
}

/** By the database's memory of where it was put; by the names in the archive where that is lost. */
async function findCopies(deps: PollerDeps, { routes }: ReplayRequest, batchId: string): Promise<Copy[]> {
  const remembered: Copy[] = [];
  for (const key of await archivedKeysOf(deps.database, batchId)) {
    const copy = copyAt(deps.system, routes, key);
    if (copy !== undefined && (await isThere(deps, key))) remembered.push(copy);
  }
  if (remembered.length > 0) return remembered;
  const found: Copy[] = [];
  for (const route of routes) {
    for await (const page of listArchive(deps, route)) {
      for (const { object, name } of page) {
        if (name?.batchId === batchId) found.push({ route, key: object.key, ...name });
      }
    }
  }
  return found;
}

/** Also with metadata that nobody can read: that is said of the copy itself later. */
async function isThere(deps: PollerDeps, key: string): Promise<boolean> {
  try {
    return (await deps.store.head(key, deps.signal)) !== undefined;
  } catch (thrown) {
    if (codeOf(thrown) !== 'corrupt') throw thrown;
    return true;
  }
}

function copyAt(system: string, routes: readonly Route[], key: string): Copy | undefined {
  for (const route of routes) {
    const name = parseArchiveKey(key, archivePrefix(system, route));
    if (name !== undefined) return { route, key, ...name };
  }
  return undefined;
}

async function replayOne(deps: PollerDeps, request: ReplayRequest, copy: Copy, place: number): Promise<Replayed> {
  const taken = await ledgerHash(deps.database, copy.route.contract.name, copy.batchId);
  // Other bytes than those that were taken would only go from the inbox into quarantine.
  if (taken !== undefined && hashInKey(taken) !== copy.digits) return refused(copy, 'BATCH_ID_REUSED');
  const kept = { key: copy.key, inboxKey: inboxKeyOf(copy), place };
  let sha256 = '';
  const isProven = (found: KeptHash): boolean => {
    ({ sha256 } = found);
    const vouchers = [found.stated ?? sha256, taken ?? sha256];
    return hashInKey(sha256) === copy.digits && vouchers.every((voucher) => voucher === sha256);
  };
  try {
    const there = await putBack(deps, kept, isProven, { dryRun: request.dryRun });
    if (there === 'unproven') return refused(copy, 'CHECKSUM_MISMATCH');
    if (there === 'other') return refused(copy, 'BATCH_ID_REUSED');
    const replayed = { ...asked(copy), status: there === 'same' ? 'waiting' : 'replayed' } as const;
    if (!request.dryRun) await record(deps, request, copy, replayed, sha256);
    return replayed;
  } catch (thrown) {
    const kind = classOf(thrown);
    // This one copy cannot be had; the others can. `corrupt` is its metadata.
    if (kind !== 'gone' && kind !== 'changed' && codeOf(thrown) !== 'corrupt') throw thrown;
    return refused(copy, codeOf(thrown));
  }
}

/** Also for what waits there: an earlier replay may have been killed before it could say so. */
async function record(
  deps: PollerDeps,
  request: ReplayRequest,
  copy: Copy,
  { key, from, status }: Replayed,
  sha256: string,
): Promise<void> {
  await deps.database.transaction((tx) =>
    deps.audit.append(tx, {
      event: 'operator.replayed',
      outcome: 'success',
      contract: copy.route.contract.name,
      batch_id: copy.batchId,
      target: deps.system,
      checksum: sha256,
      transport: 'file',
      actor: request.actor,
      detail: { key: from, destination: key, how: status },
    }),
  );
}

function asked(copy: Copy): Pick<Replayed, 'batch_id' | 'key' | 'from'> {
  return { batch_id: copy.batchId, key: inboxKeyOf(copy), from: copy.key };
}

function refused(copy: Copy, code: ReasonCode | ErrorCode): Replayed {
  return { ...asked(copy), status: 'refused', code };
}

function inboxKeyOf({ route, batchId }: Copy): string {
  return `${inboxPrefix(route)}${batchId}.json`;
}

function add(report: ReplayReport, one: Replayed): void {
  report.count += 1;
  if (one.status === 'refused') report.refused += 1;
  if (report.replayed.length < MAX_LISTED) report.replayed.push(one);
}

function emptyReport({ dryRun }: ReplayRequest): ReplayReport {
  return { replayed: [], count: 0, refused: 0, dry_run: dryRun };
}
