import { AppError, classOf, codeOf } from '../base/errors.ts';
import { hashInKey } from '../contract/key-name.ts';
import { type ArchiveName, parseArchiveKey } from './archive-key.ts';
import { archivedKeysOf, type LedgerRow, ledgerRow } from './batch-table.ts';
import type { PollerDeps, Route } from './context.ts';
import { type HashedObject, hashObject } from './hash-object.ts';
import { archivePrefix } from './keys.ts';
import type { Archived } from './list-archive.ts';
import type { ArchiveFinding } from './verify-archive-finding.ts';

type NamedObject = Pick<Archived, 'route' | 'name'> & { readonly object: Pick<Archived['object'], 'key'> };

/** What was found of one archived object. */
export interface Checked {
  readonly finding: ArchiveFinding | undefined;
  readonly bytes: number;
  /** The ledger's number of the batch that this is the copy of, damaged or not. */
  readonly ingestSeq: number | undefined;
}

/** Reads of one object that disagree before the network is blamed. */
const MAX_READS = 4;

/** Undefined for an object that is not there, or no longer. */
export async function checkCopy(deps: PollerDeps, { route, object, name }: NamedObject): Promise<Checked | undefined> {
  const { key } = object;
  if (name === undefined) {
    const detail = 'no archive of this system makes such a name';
    return { finding: { kind: 'misplaced', key, detail }, bytes: 0, ingestSeq: undefined };
  }
  const { batchId: batch_id, digits } = name;
  const row = await ledgerRow(deps.database, route.contract.name, batch_id);
  // A copy of other bytes under this id is a finding of its own, and no copy of what was taken.
  const ingestSeq = row !== undefined && hashInKey(row.sha256) === digits ? row.ingest_seq : undefined;
  const read = await readCertainly(deps, key, (found) => contradictions(found, name, row));
  if (read === undefined) return undefined;
  const finding = judge(read.problems, key, batch_id, row);
  return { finding, bytes: read.bytes, ingestSeq };
}

/** A copy of this batch that came into the archive while it was listed. */
export async function findLateCopy(deps: PollerDeps, route: Route, row: LedgerRow): Promise<Checked | undefined> {
  for (const key of await archivedKeysOf(deps.database, row.batch_id)) {
    const name = parseArchiveKey(key, archivePrefix(deps.system, route));
    const checked = name && (await checkCopy(deps, { route, object: { key }, name }));
    if (checked?.ingestSeq === row.ingest_seq) return checked;
  }
  return undefined;
}

function judge(
  problems: readonly string[],
  key: string,
  batch_id: string,
  row: LedgerRow | undefined,
): ArchiveFinding | undefined {
  if (problems.length > 0) return { kind: 'damaged', key, batch_id, detail: problems.join('; ') };
  if (row !== undefined) return undefined;
  return { kind: 'unknown', key, batch_id, detail: 'the ledger lacks it: run "handoff rebuild-ledger --from archive"' };
}

/** Everything that speaks of these bytes and means others. */
function contradictions(found: HashedObject, { digits }: ArchiveName, row: LedgerRow | undefined): string[] {
  const { sha256, metadata } = found;
  const stated = metadata['sha256'] ?? sha256;
  const taken = row?.sha256 ?? sha256;
  return [
    ...(hashInKey(sha256) === digits ? [] : [`its bytes have the SHA-256 ${sha256}, not that of its name`]),
    ...(stated === sha256 ? [] : [`its metadata states the SHA-256 ${stated}`]),
    ...(taken === sha256 ? [] : [`the ledger took the SHA-256 ${taken}`]),
  ];
}

/** Reads until nothing is wrong, or the same is wrong twice: bytes may be hurt on the wire too. */
async function readCertainly(
  deps: PollerDeps,
  key: string,
  contradict: (found: HashedObject) => string[],
): Promise<{ readonly problems: readonly string[]; readonly bytes: number } | undefined> {
  let before: string | undefined;
  for (let reads = 0; reads < MAX_READS; reads += 1) {
    const found = await read(deps, key);
    if (found === 'gone') return undefined;
    if (found === 'unreadable') return { problems: ['its metadata cannot be read'], bytes: 0 };
    const problems = contradict(found);
    if (problems.length === 0 || found.sha256 === before) return { problems, bytes: found.bytes };
    before = found.sha256;
  }
  throw new AppError('unavailable', `read ${key}: other bytes come each time`, {
    hint: 'look at the network, then start the same command again',
  });
}

async function read(deps: PollerDeps, key: string): Promise<HashedObject | 'gone' | 'unreadable'> {
  try {
    return await hashObject(deps.store, key, deps.signal);
  } catch (thrown) {
    if (classOf(thrown) === 'gone') return 'gone';
    if (codeOf(thrown) !== 'corrupt') throw thrown;
    return 'unreadable';
  }
}
