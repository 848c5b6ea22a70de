import { hash } from 'node:crypto';
import { AppError } from '../base/errors.ts';
import type { ReasonCode } from '../base/reasons.ts';
import type { AuditEvent, Outcome } from './events.ts';

/** What a caller says of one step; absent is null in the log. Times and place in the chain are the log's. */
export interface AuditFacts {
  readonly event: AuditEvent;
  readonly outcome: Outcome;
  readonly reason_code?: ReasonCode | null;
  readonly contract?: string | null;
  readonly batch_id?: string | null;
  /** As the document says it: `v1`. */
  readonly schema_version?: string | null;
  /** Exact semver of the contract. */
  readonly revision?: string | null;
  readonly source?: string | null;
  readonly target?: string | null;
  /** SHA-256 of the batch's bytes, hexadecimal. */
  readonly checksum?: string | null;
  readonly transport?: 'file' | 'api' | 'queue' | null;
  /** Counts the attempts of one correlation id, from 1. */
  readonly attempt?: number | null;
  readonly bytes?: number | null;
  readonly records?: number | null;
  readonly run_id?: string | null;
  /** Who did it: `worker:default`, `operator:release`. */
  readonly actor?: string | null;
  /** Ties all steps of one handoff together on one side. */
  readonly correlation_id?: string | null;
  /** Strings and integers only; what an operator needs besides: key, destination, error code. */
  readonly detail?: Readonly<Record<string, string | number>> | null;
}

/** The hash that the first entry names as its predecessor's. */
export const GENESIS_HASH = '0'.repeat(64);

/** JavaScript puts such names first, whatever order they were given in. */
const ARRAY_INDEX = /^\d+$/;

export interface SealedEntry {
  readonly seq: number;
  /** Canonical JSON (RFC 8785). */
  readonly entry: string;
  readonly entryHash: string;
}

export interface Place {
  readonly seq: number;
  readonly prevHash: string;
  /** RFC 3339, UTC, milliseconds. */
  readonly ts: string;
  readonly system: string;
}

/**
 * Puts the facts at their place in the chain. With keys in code-unit order, strings and integers only,
 * JSON.stringify writes exactly RFC 8785's canonical form, so that anyone can recompute the hash.
 */
export function sealEntry(facts: AuditFacts, place: Place): SealedEntry {
  const entry = JSON.stringify({
    actor: facts.actor ?? null,
    attempt: facts.attempt ?? null,
    batch_id: facts.batch_id ?? null,
    bytes: facts.bytes ?? null,
    checksum: facts.checksum ?? null,
    contract: facts.contract ?? null,
    correlation_id: facts.correlation_id ?? null,
    detail: sortKeys(facts.detail ?? null),
    event: facts.event,
    outcome: facts.outcome,
    prev_hash: place.prevHash,
    reason_code: facts.reason_code ?? null,
    records: facts.records ?? null,
    revision: facts.revision ?? null,
    run_id: facts.run_id ?? null,
    schema_version: facts.schema_version ?? null,
    seq: place.seq,
    source: facts.source ?? null,
    system: place.system,
    target: facts.target ?? null,
    transport: facts.transport ?? null,
    ts: place.ts,
  });
  return { seq: place.seq, entry, entryHash: hashEntry(entry) };
}

function sortKeys(detail: AuditFacts['detail']): object | null {
  if (detail === null || detail === undefined) return null;
  const names = Object.keys(detail).sort();
  if (names.some((name) => ARRAY_INDEX.test(name))) {
    throw new AppError(
      'internal',
      `seal an audit entry with the detail ${names.join(', ')}: a name may not be a number`,
    );
  }
  return Object.fromEntries(names.map((name) => [name, detail[name]]));
}

/** SHA-256 of 0x00 and the entry: the leaf hash of RFC 6962, so that a Merkle tree over the log can come later. */
export function hashEntry(entry: string): string {
  return hash('sha256', `\0${entry}`, 'hex');
}
