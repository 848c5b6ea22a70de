import type { Queries, Transaction } from '../database/port.ts';
import { originOf, readCheckpoint } from './checkpoint.ts';
import { checkSignatures, type NoteVerifier } from './signed-note.ts';

/** What another system said of its log, as it reached us. */
export interface PeerCheckpoint {
  /** The system whose log it is. */
  readonly system: string;
  readonly note: string;
  /** What carried it: a batch id, a key. */
  readonly seenIn: string;
  /** RFC 3339, UTC. */
  readonly seenAt: string;
  /** The peer's keys, when its note is to be checked by itself; what carried it may have been signed as a whole. */
  readonly verifiers?: readonly NoteVerifier[];
}

/**
 * `new` and `known` are as they should be. `forked`: kept, but the same peer said something else of the same size before.
 * `refused`: nothing was kept.
 */
export type PeerVerdict =
  | { readonly verdict: 'new' | 'known' | 'forked'; readonly size: number }
  | { readonly verdict: 'refused'; readonly problem: string };

/** A row of `audit_peer_checkpoint`. */
export interface PeerCheckpointRow {
  readonly id: number;
  readonly system: string;
  readonly size: number;
  readonly head_hash: string;
  readonly note: string;
  readonly seen_in: string;
  readonly seen_at: string;
}

/** Keeps a peer's checkpoint for ever. Two heads of one size both stay: together they prove that its log was rewritten. */
export async function recordPeerCheckpoint(tx: Transaction, peer: PeerCheckpoint): Promise<PeerVerdict> {
  const read = readCheckpoint(peer.note);
  if (!read.ok) return { verdict: 'refused', problem: read.problem };
  const { origin, size, headHash } = read.checkpoint;
  if (origin !== originOf(peer.system)) return { verdict: 'refused', problem: 'it is about the log of another system' };
  if (peer.verifiers !== undefined && checkSignatures(read.note, peer.verifiers) !== 'valid') {
    return { verdict: 'refused', problem: 'no known key signed it' };
  }
  const heads = await headsOf(tx, peer.system, size);
  if (!heads.includes(headHash)) await insertPeerCheckpoint(tx, peer, size, headHash);
  const others = heads.some((head) => head !== headHash);
  return { verdict: others ? 'forked' : heads.length > 0 ? 'known' : 'new', size };
}

async function headsOf(tx: Transaction, system: string, size: number): Promise<string[]> {
  const rows = await tx.query<{ head_hash: string }>(
    'select head_hash from audit_peer_checkpoint where system = $1 and size = $2',
    [system, size],
  );
  return rows.map((row) => row.head_hash);
}

async function insertPeerCheckpoint(tx: Transaction, peer: PeerCheckpoint, size: number, head: string): Promise<void> {
  await tx.run(
    `insert into audit_peer_checkpoint (system, size, head_hash, note, seen_in, seen_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [peer.system, size, head, peer.note, peer.seenIn, peer.seenAt],
  );
}

const PAGE_ROWS = 1_000;

/** All of them, in the order in which they came. */
export async function* readPeerCheckpoints(queries: Queries): AsyncIterable<PeerCheckpointRow> {
  let after = 0;
  for (;;) {
    const page = await queries.query<PeerCheckpointRow>(
      `select id, system, size, head_hash, note, seen_in, seen_at from audit_peer_checkpoint
        where id > $1 order by id limit $2`,
      [after, PAGE_ROWS],
    );
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE_ROWS) return;
    after = last.id;
  }
}

/** Sizes of which a peer said two different things, the first ones. */
export async function forkedPeers(queries: Queries, limit: number): Promise<{ system: string; size: number }[]> {
  return queries.query(
    `select system, size from audit_peer_checkpoint group by system, size having count(*) > 1
      order by system, size limit $1`,
    [limit],
  );
}
