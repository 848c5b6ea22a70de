import { AppError, contentError } from '../../base/errors.ts';
import { isSlug } from '../../base/ids.ts';
import { isObject, ownString } from '../document.ts';
import { isUtcTimestamp } from '../formats.ts';
import { DEFAULT_LIMITS } from '../json/limits.ts';
import { parseStrict } from '../json/parse-strict.ts';
import { type JwsKind, signJws, verifyJws } from '../jws.ts';
import type { SigningKey } from '../keys.ts';
import type { TrustList } from '../trust.ts';
import { parseRange } from './range.ts';

/**
 * What a target says before a producer may send it more than a contract's first revision: it has read the contract's
 * examples with its own reader, and takes these versions from now on. The latest one of a target and contract binds.
 */
export interface Acceptance {
  readonly contract: 'handoff-acceptance';
  readonly schema_version: 'v1';
  /** The system that accepts. */
  readonly target: string;
  /** The contract that is accepted. */
  readonly accepts: string;
  /** The versions: `^1.1`. */
  readonly range: string;
  /** The revisions whose examples were read, each as it must be. */
  readonly revisions: readonly string[];
  /** How many examples were read. */
  readonly examples: number;
  /** RFC 3339, UTC. */
  readonly accepted_at: string;
}

export const MAX_ACCEPTANCE_BYTES = 16 * 1024;
const KIND: JwsKind = { typ: 'handoff-acceptance+jwt', purpose: 'acceptance', maxCharacters: MAX_ACCEPTANCE_BYTES };
const LIMITS = { ...DEFAULT_LIMITS, maxDepth: 4, maxDocumentBytes: MAX_ACCEPTANCE_BYTES };
const VERSION = /^[0-9]{1,6}[.][0-9]{1,6}[.][0-9]{1,6}$/;

/** Where a target's acceptances of a contract lie, in the order of their times. */
export function acceptanceFolder(target: string, contract: string): string {
  return `acceptances/${target}/${contract}/`;
}

export function acceptanceKey({ target, accepts, accepted_at: at }: Acceptance, signed: boolean): string {
  return `${acceptanceFolder(target, accepts)}${timeInName(at)}.${signed ? 'jws' : 'json'}`;
}

/** `20260111T182200000Z`: in the order of the times, where all are told as exactly. */
export function timeInName(at: string): string {
  return at.replaceAll(/[-:.]/g, '');
}

/** As it is stored: a compact JWS, or plain JSON where the target signs nothing. */
export async function encodeAcceptance(acceptance: Acceptance, key: SigningKey | undefined): Promise<Uint8Array> {
  const text =
    key === undefined ? `${JSON.stringify(acceptance, undefined, 2)}\n` : await signJws(acceptance, key, KIND);
  return new TextEncoder().encode(text);
}

/**
 * An acceptance as it was stored. With a trust list only one that a trusted key of its target signed is believed. Throws
 * `content` for what is none, or is not believed.
 */
export async function decodeAcceptance(bytes: Uint8Array, trust: TrustList | undefined): Promise<Acceptance> {
  const text = Buffer.from(bytes.subarray(0, MAX_ACCEPTANCE_BYTES + 1))
    .toString('utf8')
    .trim();
  const isSigned = !text.startsWith('{');
  if (trust === undefined) return read(isSigned ? unverified(text) : parseStrict(bytes, LIMITS));
  if (!isSigned) throw contentError('STATEMENT_MISSING', '', 'must be signed');
  const found = await verifyJws(text, trust, KIND);
  if (found.verdict === 'refused') throw contentError(found.code, '', found.rule);
  const acceptance = read(found.payload);
  if (found.key.system === acceptance.target) return acceptance;
  throw contentError('KEY_UNTRUSTED', '/target', 'is not the system of the key that signed it');
}

/** For a producer that trusts whoever may write to the store. */
function unverified(jws: string): unknown {
  return parseStrict(Buffer.from(jws.split('.')[1] ?? '', 'base64url'), LIMITS);
}

function read(document: unknown): Acceptance {
  const broken = brokenMember(document);
  if (broken === undefined) return document as Acceptance;
  throw contentError('SCHEMA_INVALID', broken, 'is missing or not what it must be');
}

function brokenMember(document: unknown): string | undefined {
  if (!isObject(document)) return '';
  const text = (name: string): string => ownString(document, name) ?? '';
  const revisions = Object.hasOwn(document, 'revisions') ? document['revisions'] : undefined;
  const checks: Readonly<Record<keyof Acceptance, boolean>> = {
    contract: text('contract') === 'handoff-acceptance',
    schema_version: text('schema_version') === 'v1',
    target: isSlug(text('target')),
    accepts: isSlug(text('accepts')),
    range: parseRange(text('range')) !== undefined,
    revisions: Array.isArray(revisions) && revisions.every((one) => typeof one === 'string' && VERSION.test(one)),
    examples: Object.hasOwn(document, 'examples') && Number.isSafeInteger(document['examples']),
    accepted_at: isUtcTimestamp(text('accepted_at')),
  };
  const broken = Object.entries(checks).find(([, good]) => !good);
  return broken === undefined ? undefined : `/${broken[0]}`;
}

/** Throws `usage` for what is no range. */
export function requireRange(text: string): NonNullable<ReturnType<typeof parseRange>> {
  const range = parseRange(text);
  if (range !== undefined) return range;
  throw new AppError('usage', `accept the versions ${JSON.stringify(text)}: that is no range`, {
    hint: 'say it like ^1 or ^1.1.0',
  });
}
