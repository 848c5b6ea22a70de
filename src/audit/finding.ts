/**
 * What verification can find, and which verdict it is about. `integrity`: the log is not what it was. `evidence`: the
 * log may be whole, but something that should vouch for it is missing, strange, or speaks of another log. `completeness`:
 * the log is what it was, and something is not in it.
 */
export const FINDING_KINDS = {
  edited: 'integrity',
  gap: 'integrity',
  chain: 'integrity',
  malformed: 'integrity',
  /** It ends before an entry that it once had. */
  truncated: 'integrity',
  /** It is not the log that a checkpoint was cut of. */
  rewritten: 'integrity',
  /** Two checkpoints of one size, both signed, name different heads. */
  forked: 'integrity',
  /** An own checkpoint carries a signature that a known key did not make. */
  forged: 'integrity',
  /** The database remembers a longer log. Whoever owns it can make it forget, so that this is a hint and no proof. */
  shortened: 'evidence',
  /** A note that proves nothing: garbage, of another log, or signed by nobody known. */
  stray: 'evidence',
  /** An own checkpoint that no known key signed. */
  'unknown-key': 'evidence',
  /** An own checkpoint that was put into the store is not there, or other bytes are. */
  'anchor-missing': 'evidence',
  /** When it was put, the store held other bytes under its key. */
  'fork-alarm': 'evidence',
  /** A peer said two different things of one size of its own log. */
  'peer-forked': 'evidence',
  unfinished: 'completeness',
  'ended-twice': 'completeness',
  /** A row that should have its entry, and has none. */
  unlogged: 'completeness',
  /** An entry about a row that is not there. */
  unfounded: 'completeness',
} as const;

export type FindingKind = keyof typeof FINDING_KINDS;
export type VerdictPart = (typeof FINDING_KINDS)[FindingKind];

/** One thing that verification found. */
export interface Finding {
  /** The entry; of a checkpoint that disagrees, the first entry that nothing vouches for any more; else the size. */
  readonly seq: number;
  readonly kind: FindingKind;
  readonly detail: string;
}

/** Findings listed of each part of the verdict; further ones only break it. */
export const MAX_FINDINGS = 100;

/** Keeps the first findings of each part. */
export class FindingList {
  readonly #findings: Finding[] = [];
  readonly #counts = { integrity: 0, evidence: 0, completeness: 0 };
  #firstBad: number | null = null;

  add(...findings: readonly Finding[]): void {
    for (const finding of findings) {
      const part = FINDING_KINDS[finding.kind];
      if (part === 'integrity') this.#firstBad = Math.min(this.#firstBad ?? finding.seq, finding.seq);
      this.#counts[part] += 1;
      if (this.#counts[part] <= MAX_FINDINGS) this.#findings.push(finding);
    }
  }

  isClear(part: VerdictPart): boolean {
    return this.#counts[part] === 0;
  }

  /** Whether one more finding of this part would still be listed. */
  hasRoom(part: VerdictPart): boolean {
    return this.#counts[part] < MAX_FINDINGS;
  }

  /** The lowest number of an entry that breaks integrity. */
  get firstBadSeq(): number | null {
    return this.#firstBad;
  }

  /** Integrity first, then what is missing, then evidence. */
  list(): readonly Finding[] {
    const parts: readonly VerdictPart[] = ['integrity', 'completeness', 'evidence'];
    return parts.flatMap((part) => this.#findings.filter(({ kind }) => FINDING_KINDS[kind] === part));
  }
}
