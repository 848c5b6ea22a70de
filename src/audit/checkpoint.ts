import { parseNote, type SignedNote } from './signed-note.ts';

/**
 * A checkpoint says how many entries an audit log has and what hash the last one carries. As text it has the three lines
 * of C2SP tlog-checkpoint: origin, size, base64 of a hash. The hash is that of the chain's head and not a Merkle root:
 * each entry names the hash of the one before it, so the head's vouches for all.
 */
export interface Checkpoint {
  /** `handoff/<system>`; also the name of the key that signs it. */
  readonly origin: string;
  /** Entries, and so the number of the last one; from 1. */
  readonly size: number;
  /** SHA-256 of the last entry, 64 hexadecimal digits. */
  readonly headHash: string;
}

export type ReadCheckpoint =
  | { readonly ok: true; readonly checkpoint: Checkpoint; readonly note: SignedNote }
  | { readonly ok: false; readonly problem: string };

const SIZE = /^[1-9]\d{0,14}$/;
const HASH_BYTES = 32;
const NOTE_NAME = /^([1-9]\d{0,14})[.]note$/;

export function originOf(system: string): string {
  return `handoff/${system}`;
}

export function checkpointText({ origin, size, headHash }: Checkpoint): string {
  return `${origin}\n${size}\n${Buffer.from(headHash, 'hex').toString('base64')}\n`;
}

/** Reads a note that anybody may have written; the signatures are still to be checked. */
export function readCheckpoint(bytes: Uint8Array | string): ReadCheckpoint {
  const read = parseNote(bytes);
  if (!read.ok) return read;
  const [origin, size, hash, ...rest] = read.note.text.slice(0, -1).split('\n');
  if (!origin || size === undefined || hash === undefined || rest.length > 0) return refuse('it has not three lines');
  if (!SIZE.test(size)) return refuse('its size is no whole number from 1 on');
  const head = Buffer.from(hash, 'base64');
  if (head.length !== HASH_BYTES || head.toString('base64') !== hash) return refuse('its hash is no SHA-256 in base64');
  return { ok: true, checkpoint: { origin, size: Number(size), headHash: head.toString('hex') }, note: read.note };
}

function refuse(problem: string): ReadCheckpoint {
  return { ok: false, problem };
}

export function anchorFolder(system: string): string {
  return `audit-checkpoints/${system}/`;
}

/** Where a checkpoint stands in the store, written once. */
export function anchorKey(system: string, size: number): string {
  return `${anchorFolder(system)}${size}.note`;
}

/** The size that a key in a system's folder stands for; undefined when we never write such a key. */
export function sizeInKey(system: string, key: string): number | undefined {
  const folder = anchorFolder(system);
  const [, size] = (key.startsWith(folder) && NOTE_NAME.exec(key.slice(folder.length))) || [];
  return size === undefined ? undefined : Number(size);
}
