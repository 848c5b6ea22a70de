import type { FoundNote } from './anchors.ts';
import { type Checkpoint, originOf, readCheckpoint, sizeInKey } from './checkpoint.ts';
import type { CheckpointRow } from './checkpoint-table.ts';
import type { Finding, FindingList } from './finding.ts';
import { checkSignatures, type NoteVerifier, type SignatureVerdict } from './signed-note.ts';

/** `store`: under the system's own folder there. `copy`: kept by somebody else. `own`: a row of the database itself. */
type Source = 'own' | 'store' | 'copy';

/** What one note says of the log. */
interface Claim {
  readonly headHash: string;
  readonly from: Source;
  readonly where: string;
  /** Whether it may vouch for the log. One that may not can still speak against it when it is our own. */
  readonly vouches: boolean;
}

/**
 * Everything that was ever said of the log's length and head, compared with the log as it goes by. Memory grows with the
 * notes outside the database alone; own rows come in page by page.
 */
export class Witnesses {
  /** Sizes that at least one checkpoint vouches for. */
  checkpoints = 0;
  /** Notes about this log among the copies. */
  copies = 0;
  readonly #origin: string;
  readonly #system: string;
  readonly #verifiers: readonly NoteVerifier[];
  readonly #findings: FindingList;
  readonly #claims = new Map<number, Claim[]>();
  /** Own rows that should stand in the store and were not seen there. */
  readonly #missing: CheckpointRow[] = [];
  #lastGood = 0;
  #rows = 0;
  #rowsAtLastGood = 0;

  /** Without verifiers no signature can be checked, and every note is taken at its word. */
  constructor(system: string, verifiers: readonly NoteVerifier[], findings: FindingList) {
    this.#system = system;
    this.#origin = originOf(system);
    this.#verifiers = verifiers;
    this.#findings = findings;
  }

  /** Entries after the last one that a checkpoint vouches for. */
  get tail(): number {
    return this.#rows - this.#rowsAtLastGood;
  }

  get missing(): readonly CheckpointRow[] {
    return this.#missing;
  }

  /** A note from outside the database: whatever is wrong with it says nothing against the log. */
  addFound({ where, bytes }: FoundNote, from: 'store' | 'copy'): void {
    const named = from === 'store' ? sizeInKey(this.#system, where) : undefined;
    const stray = (why: string) => this.#findings.add({ seq: named ?? 0, kind: 'stray', detail: `${where}: ${why}` });
    const read = readCheckpoint(bytes);
    if (!read.ok) return stray(read.problem);
    const { origin, size, headHash } = read.checkpoint;
    if (origin !== this.#origin) {
      // Who keeps copies keeps those of several systems.
      if (from === 'store') stray('it is about the log of another system');
      return;
    }
    if (from === 'copy') this.copies += 1;
    const verdict = this.#check(read.note);
    if (verdict === 'unknown') return stray('no known key signed it');
    if (verdict === 'forged') return stray('its signature is not by the key that it names');
    if (from === 'store' && named !== size) stray(`it is the checkpoint of ${size} entries`);
    this.#add(size, { headHash, from, where, vouches: true });
  }

  /** A row of the database: nobody but this system writes it, so that one that cannot be its own is a break. */
  addOwn(row: CheckpointRow, storeWasRead: boolean): void {
    const where = `own checkpoint ${row.size}`;
    const read = readCheckpoint(row.note);
    if (!read.ok || !agrees(read.checkpoint, row, this.#origin)) {
      this.#findings.add({
        seq: row.size,
        kind: 'forged',
        detail: `${where}: its note says something else than its row`,
      });
      return;
    }
    const verdict = this.#check(read.note);
    if (verdict === 'forged') {
      this.#findings.add({
        seq: row.size,
        kind: 'forged',
        detail: `${where}: its signature is not by the key that it names`,
      });
      return;
    }
    if (verdict === 'unknown') {
      this.#findings.add({ seq: row.size, kind: 'unknown-key', detail: `${where}: no known key signed it` });
    }
    if (row.state === 'forked') {
      this.#findings.add({
        seq: row.size,
        kind: 'fork-alarm',
        detail: `${where}: the store held other bytes in its place`,
      });
    }
    const inStore = this.#claims
      .get(row.size)
      ?.some(({ from, headHash }) => from === 'store' && headHash === row.head_hash);
    if (row.state === 'anchored' && storeWasRead && inStore !== true) this.#missing.push(row);
    this.#add(row.size, { headHash: row.head_hash, from: 'own', where, vouches: verdict === 'valid' });
  }

  /** The entry of this number goes by, with its stored hash. */
  see(seq: number, hash: string): void {
    this.#rows += 1;
    const claims = this.#claims.get(seq);
    if (claims === undefined) return;
    this.#claims.delete(seq);
    if (claims.some((claim) => claim.headHash !== hash)) this.#findings.add(this.#contradiction(seq, claims));
    if (!claims.some((claim) => claim.vouches && claim.headHash === hash)) return;
    this.checkpoints += 1;
    this.#lastGood = seq;
    this.#rowsAtLastGood = this.#rows;
  }

  /** What is left speaks of entries that are not there. */
  end(lastSeq: number): void {
    for (const [size, claims] of [...this.#claims].sort(([a], [b]) => a - b)) {
      const places = placesOf(claims);
      if (size <= lastSeq) this.#findings.add(this.#contradiction(size, claims));
      else {
        const detail = `${places} vouched for ${size} entries; the log ends at ${lastSeq}`;
        this.#findings.add({ seq: Math.max(lastSeq, 0) + 1, kind: 'truncated', detail });
      }
    }
  }

  #check(note: Parameters<typeof checkSignatures>[0]): SignatureVerdict {
    return this.#verifiers.length === 0 ? 'valid' : checkSignatures(note, this.#verifiers);
  }

  #add(size: number, claim: Claim): void {
    const claims = this.#claims.get(size);
    if (claims === undefined) this.#claims.set(size, [claim]);
    else claims.push(claim);
  }

  #contradiction(size: number, claims: readonly Claim[]): Finding {
    const first = Math.min(this.#lastGood + 1, size);
    const range = first === size ? `entry ${size} is` : `entries ${first} to ${size} are`;
    const forked = new Set(claims.map(({ headHash }) => headHash)).size > 1;
    const detail = forked
      ? `${placesOf(claims)} name different heads of ${size} entries`
      : `${range} not what ${placesOf(claims)} vouched for`;
    return { seq: first, kind: forked ? 'forked' : 'rewritten', detail };
  }
}

function agrees({ origin, size, headHash }: Checkpoint, row: CheckpointRow, expected: string): boolean {
  return origin === expected && size === row.size && headHash === row.head_hash;
}

/** Enough to find them all. */
const MAX_PLACES = 3;

function placesOf(claims: readonly Claim[]): string {
  const places = claims.slice(0, MAX_PLACES).map(({ where }) => where);
  return claims.length > MAX_PLACES ? `${places.join(', ')} and others` : places.join(' and ');
}
