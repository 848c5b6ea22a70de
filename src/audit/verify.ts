import type { Database } from '../database/port.ts';
import { AttemptBook } from './attempt-book.ts';
import { GENESIS_HASH, hashEntry } from './entry.ts';
import { type Finding, MAX_FINDINGS } from './finding.ts';
import { readPages, type StoredEntry } from './log.ts';
import { type EntryParts, parseEntry } from './parse-entry.ts';

export interface AuditVerdict {
  readonly integrity: 'ok' | 'broken';
  readonly completeness: 'ok' | 'incomplete';
  readonly rows: number;
  readonly first_bad_seq: number | null;
  readonly checkpoints: number;
  /** Entries after the last checkpoint: who rewrites all of these from one point on is not found. */
  readonly unanchored_tail: number;
  readonly findings: readonly Finding[];
}

/** Recomputes every hash and link, and looks for attempts without exactly one end. Reads only. */
export async function verifyAudit(database: Database): Promise<AuditVerdict> {
  // Asked for first: what is appended meanwhile must not look cut off.
  const reach = await readReach(database);
  const chain = new Chain();
  const attempts = new AttemptBook();
  for await (const page of readPages(database)) {
    for (const stored of page) {
      const parts = parseEntry(stored.entry);
      chain.see(stored, parts);
      if (parts !== undefined) attempts.see(stored.seq, parts);
    }
  }
  chain.end(reach);
  const completeness = attempts.findings();
  return {
    integrity: chain.findings.length === 0 ? 'ok' : 'broken',
    completeness: completeness.length === 0 ? 'ok' : 'incomplete',
    rows: chain.rows,
    first_bad_seq: chain.findings[0]?.seq ?? null,
    checkpoints: 0,
    unanchored_tail: chain.rows,
    findings: [...chain.findings, ...completeness],
  };
}

/** The highest number that the log ever had, by the database's own memory: finds a cut by hand, not a careful one. */
async function readReach(database: Database): Promise<number> {
  const [row] = await database.query<{ seq: number | null }>('select seq from audit_log_reach');
  return row?.seq ?? 0;
}

/** Follows the links. After a finding it goes on from the entry as it stands, so that one change is one finding. */
class Chain {
  readonly findings: Finding[] = [];
  rows = 0;
  #expectedSeq = 1;
  #previousHash = GENESIS_HASH;

  see(stored: StoredEntry, parts: EntryParts | undefined): void {
    this.rows += 1;
    const found = this.#check(stored, parts);
    if (found !== undefined && this.findings.length < MAX_FINDINGS) this.findings.push(found);
    this.#expectedSeq = stored.seq + 1;
    this.#previousHash = stored.entry_hash;
  }

  end(reach: number): void {
    const seq = this.#expectedSeq;
    if (seq > reach || this.findings.length >= MAX_FINDINGS) return;
    this.findings.push({ seq, kind: 'truncated', detail: `the log once reached entry ${reach}` });
  }

  #check({ seq, entry, entry_hash: hash }: StoredEntry, parts: EntryParts | undefined): Finding | undefined {
    const expected = this.#expectedSeq;
    if (seq !== expected) {
      return {
        seq: Math.min(seq, expected),
        kind: 'gap',
        detail: `entry ${expected} is not there; the next is ${seq}`,
      };
    }
    if (hashEntry(entry) !== hash) return { seq, kind: 'edited', detail: 'the entry does not have its hash' };
    if (parts === undefined) return { seq, kind: 'malformed', detail: 'the entry is no JSON object' };
    if (parts.seq !== seq) return { seq, kind: 'chain', detail: `the entry calls itself number ${String(parts.seq)}` };
    if (parts.prevHash === this.#previousHash) return undefined;
    return { seq, kind: 'chain', detail: 'the entry names another predecessor than the one before it' };
  }
}
