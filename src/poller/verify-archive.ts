import { eachConcurrently } from '../base/each-concurrently.ts';
import { copyIsPending, lastIngestSeq, ledgerPage, type LedgerRow } from './batch-table.ts';
import type { PollerDeps, Route } from './context.ts';
import { type Archived, listArchive } from './list-archive.ts';
import { type Checked, checkCopy, findLateCopy } from './verify-archive-copy.ts';
import type { ArchiveFinding } from './verify-archive-finding.ts';

/**
 * Reads every archived batch again and compares it with its name, its metadata and the ledger; then looks the other way,
 * whether each batch of the ledger has its copy. Reads only, and may run beside a poll: what is taken meanwhile is left out.
 */
export interface VerifyArchiveRequest {
  readonly routes: readonly Route[];
  readonly progress?: ((progress: { readonly objects: number; readonly bytes: number }) => void) | undefined;
}

export interface ArchiveVerdict {
  ok: boolean;
  /** Objects in the archive. */
  archived: number;
  /** Those of them that are in order. */
  verified: number;
  /** Read, once each. */
  bytes: number;
  /** Batches whose copy is still to be made by a poll. */
  pending: number;
  /** The first `MAX_FINDINGS`; `finding_count` counts all. */
  readonly findings: ArchiveFinding[];
  finding_count: number;
}

/** Objects read at once. */
const READS_IN_FLIGHT = 16;
const MAX_FINDINGS = 1_000;
/** Rows of the ledger looked at at once. */
const LEDGER_PAGE = 1_000;

/** Throws `unavailable` when it could not be done to the end: that says nothing about the archive. */
export async function verifyArchive(deps: PollerDeps, request: VerifyArchiveRequest): Promise<ArchiveVerdict> {
  const verdict: ArchiveVerdict = {
    ok: true,
    archived: 0,
    verified: 0,
    bytes: 0,
    pending: 0,
    findings: [],
    finding_count: 0,
  };
  const last = await lastIngestSeq(deps.database);
  const seen = new SeqSet(last);
  for (const route of request.routes) {
    for await (const page of listArchive(deps, route)) {
      for (const checked of await checkPage(deps, request, verdict, page)) note(verdict, seen, checked);
    }
  }
  await checkLedger(deps, request, verdict, seen, last);
  return verdict;
}

async function checkPage(
  deps: PollerDeps,
  { progress }: VerifyArchiveRequest,
  before: ArchiveVerdict,
  page: readonly Archived[],
): Promise<Checked[]> {
  const checked = new Map<Archived, Checked>();
  let { archived: objects, bytes } = before;
  await eachConcurrently(page, READS_IN_FLIGHT, async (archived) => {
    const result = await checkCopy(deps, archived);
    if (result === undefined) return;
    checked.set(archived, result);
    objects += 1;
    bytes += result.bytes;
    progress?.({ objects, bytes });
  });
  return page.flatMap((archived) => checked.get(archived) ?? []);
}

function note(verdict: ArchiveVerdict, seen: SeqSet, { finding, bytes, ingestSeq }: Checked): void {
  verdict.archived += 1;
  verdict.bytes += bytes;
  if (ingestSeq !== undefined) seen.add(ingestSeq);
  if (finding === undefined) verdict.verified += 1;
  else addFinding(verdict, finding);
}

function addFinding(verdict: ArchiveVerdict, finding: ArchiveFinding): void {
  verdict.ok = false;
  verdict.finding_count += 1;
  if (verdict.findings.length < MAX_FINDINGS) verdict.findings.push(finding);
}

/** Every batch that was in the ledger when the listing began. */
async function checkLedger(
  deps: PollerDeps,
  { routes }: VerifyArchiveRequest,
  verdict: ArchiveVerdict,
  seen: SeqSet,
  last: number,
): Promise<void> {
  let after = 0;
  for (;;) {
    deps.signal.throwIfAborted();
    const page = await ledgerPage(deps.database, after, last, LEDGER_PAGE);
    for (const row of page) {
      const route = routes.find(({ contract }) => contract.name === row.contract);
      if (route !== undefined && !seen.has(row.ingest_seq)) await checkUnseen(deps, route, verdict, seen, row);
    }
    const end = page.at(-1);
    if (end === undefined) return;
    after = end.ingest_seq;
  }
}

async function checkUnseen(
  deps: PollerDeps,
  route: Route,
  verdict: ArchiveVerdict,
  seen: SeqSet,
  row: LedgerRow,
): Promise<void> {
  if (await copyIsPending(deps.database, row)) {
    verdict.pending += 1;
    return;
  }
  // A poll may have archived it after the listing had passed its place.
  const late = await findLateCopy(deps, route, row);
  if (late !== undefined) return note(verdict, seen, late);
  const detail = `the ledger took it at ${row.committed_at}, and the archive has no copy of it`;
  addFinding(verdict, { kind: 'missing', batch_id: row.batch_id, detail });
}

/** Numbers up to `last`, a bit for each: a million batches take 125 kB. */
class SeqSet {
  readonly #bits: Uint8Array;

  constructor(last: number) {
    this.#bits = new Uint8Array(Math.floor(last / 8) + 1);
  }

  /** A number above `last` came into the ledger meanwhile, and is not asked for. */
  add(seq: number): void {
    const place = seq >> 3;
    if (place < this.#bits.length) this.#bits[place] = (this.#bits[place] ?? 0) | (1 << (seq & 7));
  }

  has(seq: number): boolean {
    return ((this.#bits[seq >> 3] ?? 0) & (1 << (seq & 7))) !== 0;
  }
}
