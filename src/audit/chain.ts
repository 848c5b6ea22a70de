import { GENESIS_HASH, hashEntry } from './entry.ts';
import type { Finding } from './finding.ts';
import type { StoredEntry } from './log.ts';
import type { EntryParts } from './parse-entry.ts';

/** Follows the links. After a finding it goes on from the entry as it stands, so that one change is one finding. */
export class Chain {
  rows = 0;
  /** The number of the last entry seen; 0 before the first. */
  lastSeq = 0;
  #previousHash = GENESIS_HASH;

  see(stored: StoredEntry, parts: EntryParts | undefined): Finding | undefined {
    this.rows += 1;
    const found = this.#check(stored, parts);
    this.lastSeq = stored.seq;
    this.#previousHash = stored.entry_hash;
    return found;
  }

  #check({ seq, entry, entry_hash: hash }: StoredEntry, parts: EntryParts | undefined): Finding | undefined {
    const expected = this.lastSeq + 1;
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
