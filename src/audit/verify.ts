import { classOf, codeOf, type ErrorCode } from '../base/errors.ts';
import type { Database } from '../database/port.ts';
import type { ObjectStore } from '../objectstore/port.ts';
import { type FoundNote, readAnchor, readAnchors } from './anchors.ts';
import { AttemptBook } from './attempt-book.ts';
import { Chain } from './chain.ts';
import { anchorKey } from './checkpoint.ts';
import { checkpointsBetween, latestCheckpoint } from './checkpoint-table.ts';
import { askProbe, type CompletenessProbe } from './completeness.ts';
import { type Finding, FindingList, MAX_FINDINGS } from './finding.ts';
import { readPages } from './log.ts';
import { parseEntry } from './parse-entry.ts';
import { forkedPeers } from './peer-checkpoint.ts';
import type { NoteVerifier } from './signed-note.ts';
import { Witnesses } from './witnesses.ts';

export interface VerifyOptions {
  /** Whose log it is. */
  readonly system: string;
  /** All keys that this system ever signed with, retired ones too. None: no signature is checked. */
  readonly verifiers?: readonly NoteVerifier[];
  /** Where this system anchors its checkpoints. */
  readonly store?: ObjectStore;
  /** Checkpoints of this log that somebody else kept; those of other logs among them are passed over. */
  readonly copies?: AsyncIterable<FoundNote> | Iterable<FoundNote>;
  readonly probes?: readonly CompletenessProbe[];
  readonly signal?: AbortSignal;
}

export interface AuditVerdict {
  readonly integrity: 'ok' | 'broken';
  readonly completeness: 'ok' | 'incomplete';
  /** What vouches for the log, apart from the log: `disturbed` when some of it is missing, strange or contradicts itself. */
  readonly evidence: 'ok' | 'disturbed';
  readonly rows: number;
  /** The first entry that is not what it was, or that nothing vouches for any more. */
  readonly first_bad_seq: number | null;
  /** Sizes of the log for which a checkpoint vouches. */
  readonly checkpoints: number;
  /** Entries after the last checkpoint: who rewrites all of these from one point on is not found. */
  readonly unanchored_tail: number;
  /** `unchecked`: no key was given, so that nothing is vouched for; heads were compared all the same. */
  readonly signatures: 'checked' | 'unchecked';
  readonly anchors: 'read' | 'not_asked' | 'unreachable';
  /** Why the anchors could not be read. */
  readonly anchors_code: ErrorCode | null;
  /** Of the copies that were given, those that are about this log. */
  readonly copies: number;
  readonly findings: readonly Finding[];
}

/**
 * Recomputes every hash and link, compares every checkpoint within reach with the log, and looks for what has no end or no
 * entry. Reads only. Throws errors of the database; a store that cannot be read is part of the verdict.
 */
export async function verifyAudit(database: Database, options?: VerifyOptions): Promise<AuditVerdict> {
  const { system = '', verifiers = [], copies = [], probes = [] } = options ?? {};
  const findings = new FindingList();
  const witnesses = new Witnesses(system, verifiers, findings);
  // Asked for first: what is appended or cut meanwhile must not look cut off.
  const reach = await readReach(database);
  const ownUpTo = options === undefined ? 0 : ((await latestCheckpoint(database))?.size ?? 0);
  const anchors = await readStore(witnesses, findings, options);
  for await (const copy of copies) witnesses.addFound(copy, 'copy');
  const { rows } = await followLog(database, {
    findings,
    witnesses,
    reach,
    ownUpTo,
    storeWasRead: anchors.anchors === 'read',
  });
  await lookForMissing(witnesses, findings, options);
  for (const probe of probes) findings.add(...(await askProbe(probe, MAX_FINDINGS)));
  for (const { system: peer, size } of await forkedPeers(database, MAX_FINDINGS)) {
    findings.add({
      seq: size,
      kind: 'peer-forked',
      detail: `${peer} named different heads of ${size} entries of its log`,
    });
  }
  return {
    integrity: findings.isClear('integrity') ? 'ok' : 'broken',
    completeness: findings.isClear('completeness') ? 'ok' : 'incomplete',
    evidence: findings.isClear('evidence') ? 'ok' : 'disturbed',
    rows,
    first_bad_seq: findings.firstBadSeq,
    checkpoints: witnesses.checkpoints,
    unanchored_tail: verifiers.length === 0 ? rows : witnesses.tail,
    signatures: verifiers.length === 0 ? 'unchecked' : 'checked',
    ...anchors,
    copies: witnesses.copies,
    findings: findings.list(),
  };
}

interface Walk {
  readonly findings: FindingList;
  readonly witnesses: Witnesses;
  readonly reach: number;
  readonly ownUpTo: number;
  readonly storeWasRead: boolean;
}

/** As many as one page of entries can have, and some that stand in gaps. */
const OWN_PER_PAGE = 2_000;

async function followLog(database: Database, walk: Walk): Promise<Chain> {
  const { findings, witnesses, reach, ownUpTo, storeWasRead } = walk;
  const chain = new Chain();
  const attempts = new AttemptBook();
  const addOwn = async (upTo: number): Promise<void> => {
    if (chain.lastSeq >= ownUpTo) return;
    const rows = await checkpointsBetween(database, chain.lastSeq, Math.min(upTo, ownUpTo), OWN_PER_PAGE);
    for (const row of rows) witnesses.addOwn(row, storeWasRead);
  };
  for await (const page of readPages(database)) {
    await addOwn(page.at(-1)?.seq ?? 0);
    for (const stored of page) {
      const parts = parseEntry(stored.entry);
      const found = chain.see(stored, parts);
      if (found !== undefined) findings.add(found);
      witnesses.see(stored.seq, stored.entry_hash);
      if (parts !== undefined) attempts.see(stored.seq, parts);
    }
  }
  await addOwn(ownUpTo);
  witnesses.end(chain.lastSeq);
  const seq = chain.lastSeq + 1;
  if (seq <= reach) findings.add({ seq, kind: 'shortened', detail: `the database remembers entry ${reach}` });
  findings.add(...attempts.findings());
  return chain;
}

/** The highest number that the log ever had, by the database's own memory: finds a cut by hand, not a careful one. */
async function readReach(database: Database): Promise<number> {
  const [row] = await database.query<{ seq: number | null }>('select seq from audit_log_reach');
  return row?.seq ?? 0;
}

type Anchors = Pick<AuditVerdict, 'anchors' | 'anchors_code'>;

async function readStore(
  witnesses: Witnesses,
  findings: FindingList,
  options: VerifyOptions | undefined,
): Promise<Anchors> {
  if (options?.store === undefined) return { anchors: 'not_asked', anchors_code: null };
  const { store, system, signal = new AbortController().signal } = options;
  try {
    const see = (found: FoundNote): void => witnesses.addFound(found, 'store');
    const { complete } = await readAnchors(store, system, see, signal);
    if (!complete)
      findings.add({ seq: 0, kind: 'stray', detail: 'there are more objects among the anchors than are read' });
    return { anchors: 'read', anchors_code: null };
  } catch (thrown) {
    // The chain can still be judged, and that is worth more than no verdict.
    if (signal.aborted || !['transient', 'config'].includes(classOf(thrown))) throw thrown;
    return { anchors: 'unreachable', anchors_code: codeOf(thrown) };
  }
}

/** Asked again one by one: what was put after the listing is there now. */
async function lookForMissing(
  witnesses: Witnesses,
  findings: FindingList,
  options: VerifyOptions | undefined,
): Promise<void> {
  if (options?.store === undefined) return;
  const { store, system, signal = new AbortController().signal } = options;
  for (const row of witnesses.missing) {
    if (!findings.hasRoom('evidence')) return;
    const key = anchorKey(system, row.size);
    const found = await readAnchor(store, key, signal);
    if (found !== undefined && Buffer.from(row.note).equals(found)) continue;
    const detail = `${key}: ${found === undefined ? 'it was put there, and is gone' : 'it was put there, and is another now'}`;
    findings.add({ seq: row.size, kind: 'anchor-missing', detail });
  }
}
