import type { Database } from '../database/port.ts';
import { GENESIS_HASH, hashEntry } from './entry.ts';
import { closesAttempt, opensAttempt } from './events.ts';
import { readEntries, type StoredEntry } from './log.ts';

export interface Finding {
  readonly seq: number;
  readonly kind: 'edited' | 'gap' | 'chain' | 'malformed' | 'unfinished' | 'ended-twice';
  readonly detail: string;
}

export interface AuditVerdict {
  readonly integrity: 'ok' | 'broken';
  readonly completeness: 'ok' | 'incomplete';
  readonly rows: number;
  readonly first_bad_seq: number | null;
  readonly checkpoints: number;
  /** Entries after the last checkpoint: a cut of these would not be found. */
  readonly unanchored_tail: number;
  readonly findings: readonly Finding[];
}

/** Findings listed; further ones only break the verdict. */
const MAX_FINDINGS = 100;

/** Recomputes every hash and link, and looks for attempts without exactly one end. Reads only. */
export async function verifyAudit(database: Database): Promise<AuditVerdict> {
  const integrity: Finding[] = [];
  const attempts = new AttemptBook();
  let rows = 0;
  let expectedSeq = 1;
  let previousHash = GENESIS_HASH;
  for await (const stored of readEntries(database)) {
    rows += 1;
    const fields = parseEntry(stored.entry);
    const found = checkEntry(stored, fields, expectedSeq, previousHash);
    if (found !== undefined && integrity.length < MAX_FINDINGS) integrity.push(found);
    if (fields !== undefined) attempts.see(stored.seq, fields);
    expectedSeq = stored.seq + 1;
    previousHash = stored.entry_hash;
  }
  const completeness = attempts.findings();
  return {
    integrity: integrity.length === 0 ? 'ok' : 'broken',
    completeness: completeness.length === 0 ? 'ok' : 'incomplete',
    rows,
    first_bad_seq: integrity[0]?.seq ?? null,
    checkpoints: 0,
    unanchored_tail: rows,
    findings: [...integrity, ...completeness],
  };
}

type Fields = Readonly<Record<string, unknown>>;

function parseEntry(entry: string): Fields | undefined {
  try {
    const parsed: unknown = JSON.parse(entry);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Fields) : undefined;
  } catch {
    // Not an error of ours: an entry that is no JSON is exactly what verification looks for.
    return undefined;
  }
}

function checkEntry(stored: StoredEntry, fields: Fields | undefined, expectedSeq: number, previousHash: string): Finding | undefined {
  const { seq } = stored;
  if (hashEntry(stored.entry) !== stored.entry_hash) {
    return { seq, kind: 'edited', detail: 'the entry does not have its hash' };
  }
  if (fields === undefined) return { seq, kind: 'malformed', detail: 'the entry is no JSON object' };
  if (seq !== expectedSeq || fields['seq'] !== seq) {
    return { seq: expectedSeq, kind: 'gap', detail: `entry ${expectedSeq} is not there; the next is ${seq}` };
  }
  if (fields['prev_hash'] !== previousHash) {
    return { seq, kind: 'chain', detail: 'the entry names another predecessor than the one before it' };
  }
  return undefined;
}

/** Attempts that are open; memory grows with those alone, not with the log. */
class AttemptBook {
  readonly #open = new Map<string, number>();
  readonly #findings: Finding[] = [];

  see(seq: number, fields: Fields): void {
    const event = String(fields['event']);
    const opens = opensAttempt(event);
    if (!opens && !closesAttempt(event)) return;
    const key = `${String(fields['correlation_id'])} ${String(fields['attempt'])}`;
    if (opens) {
      if (this.#open.has(key)) this.#find(seq, 'ended-twice', `attempt ${key} was opened twice`);
      this.#open.set(key, seq);
    } else if (!this.#open.delete(key)) {
      this.#find(seq, 'ended-twice', `${event} closes attempt ${key}, which is not open`);
    }
  }

  findings(): Finding[] {
    for (const [key, seq] of this.#open) this.#find(seq, 'unfinished', `attempt ${key} has no end yet`);
    return this.#findings;
  }

  #find(seq: number, kind: Finding['kind'], detail: string): void {
    if (this.#findings.length < MAX_FINDINGS) this.#findings.push({ seq, kind, detail });
  }
}
