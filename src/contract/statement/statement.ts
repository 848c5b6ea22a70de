import { isSlug } from '../../base/ids.ts';
import { isObject } from '../document.ts';
import type { JwsKind } from '../jws.ts';

/**
 * A statement is what a producer says of one batch, signed: a compact JWS (RFC 7515) with EdDSA over Ed25519, whose
 * protected header has `alg`, `typ` and `kid` and nothing else. It travels beside the bytes, so that data and proof
 * are one write, and the archive copy keeps its proof.
 */
export const STATEMENT: JwsKind = {
  typ: 'handoff-statement+jwt',
  purpose: 'statement',
  // Stores take 2 kB of metadata in all; the names and values beside it may need the rest.
  maxCharacters: 1_600,
};
export const MAX_STATEMENT_CHARACTERS = STATEMENT.maxCharacters;
/** Numbers that one statement names void; the next one names the others. */
export const MAX_VOID = 20;

export interface StatementPayload {
  readonly contract: string;
  /** As the document says it: `v1`. */
  readonly schema_version: string;
  /** Exact semver of the contract. */
  readonly revision: string;
  /** Of the revision's published schema file. */
  readonly schema_sha256: string;
  readonly batch_id: string;
  readonly source: string;
  readonly target: string;
  /** The object's key in the inbox. */
  readonly key: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly records: number;
  /** RFC 3339, as the document says it. */
  readonly created_at: string;
  /** From 1, per source, target and contract, without holes but those that are named void. */
  readonly stream_seq: number;
  /** Earlier numbers of the stream whose batches will never come. */
  readonly void?: readonly number[];
  /** The producer's latest audit checkpoint, a signed note. */
  readonly checkpoint?: string;
  /** Seconds since 1970: when it was signed. */
  readonly iat: number;
}

const HASH = /^[0-9a-f]{64}$/;
const MAX_TEXT = 1_024;

const CHECKS: Readonly<Record<keyof StatementPayload, (value: unknown) => boolean>> = {
  contract: isName,
  schema_version: isText,
  revision: isText,
  schema_sha256: isHash,
  batch_id: isText,
  source: isName,
  target: isName,
  key: isText,
  bytes: isCount,
  sha256: isHash,
  records: isCount,
  created_at: isText,
  stream_seq: isNumber,
  void: (value) => value === undefined || (Array.isArray(value) && value.length <= MAX_VOID && value.every(isNumber)),
  checkpoint: (value) => value === undefined || isText(value),
  iat: isCount,
};

/** The first member that is not as it must be; undefined where all are. Members that this build does not know are let be. */
export function brokenMember(payload: unknown): string | undefined {
  if (!isObject(payload)) return 'payload';
  const broken = Object.entries(CHECKS).find(
    ([name, check]) => !check(Object.hasOwn(payload, name) ? payload[name] : undefined),
  );
  if (broken !== undefined) return broken[0];
  const { void: voids, stream_seq: last } = payload as {
    readonly void?: readonly number[];
    readonly stream_seq: number;
  };
  return voids?.some((number) => number >= last) === true ? 'void' : undefined;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && value.length <= MAX_TEXT;
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && isSlug(value);
}

function isHash(value: unknown): boolean {
  return typeof value === 'string' && HASH.test(value);
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isNumber(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 1;
}
