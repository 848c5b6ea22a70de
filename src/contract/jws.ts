import { AppError } from '../base/errors.ts';
import { isObject } from './document.ts';
import { parseStrict } from './json/parse-strict.ts';
import { KID, type SigningKey } from './keys.ts';
import type { KeyPurpose, TrustedJwk, TrustedKey, TrustList } from './trust.ts';

/** The one algorithm: EdDSA over Ed25519. A message that asks for another is refused, whatever its signature. */
export const JWS_ALG = 'EdDSA';

/** What kind of message it is: a signature under one of them is none under another. */
export interface JwsKind {
  readonly typ: string;
  readonly purpose: KeyPurpose;
  readonly maxCharacters: number;
}

export type JwsVerdict =
  | { readonly verdict: 'verified'; readonly payload: unknown; readonly key: TrustedJwk }
  | {
      readonly verdict: 'refused';
      readonly code: 'STATEMENT_INVALID' | 'KEY_UNTRUSTED';
      /** What it breaks; never a word of it. */
      readonly rule: string;
    };

export type JwsRefusal = Extract<JwsVerdict, { verdict: 'refused' }>;

/** A compact JWS (RFC 7515) whose protected header has `alg`, `typ` and `kid` and nothing else. */
export async function signJws(payload: object, { kid, privateKey }: SigningKey, { typ }: JwsKind): Promise<string> {
  const { CompactSign } = await import('jose');
  const bytes = new TextEncoder().encode(JSON.stringify(payload));
  return new CompactSign(bytes).setProtectedHeader({ alg: JWS_ALG, typ, kid }).sign(privateKey);
}

/**
 * Whether a trusted key signed the message. Only the list says which keys there are and what they may sign: nothing in the
 * message can name a key, a place to get one, or an algorithm. When the key was valid is asked elsewhere.
 */
export async function verifyJws(text: string, trust: TrustList, kind: JwsKind): Promise<JwsVerdict> {
  const parts = splitJws(text, kind.maxCharacters);
  if (parts === undefined) return invalid('must be one compact JWS, in canonical base64url');
  const header = parsePart(parts.header);
  const problem = headerProblem(header, kind.typ);
  if (problem !== undefined) return invalid(problem);
  const { kid } = header as { readonly kid: string };
  const key = trust.find(kid);
  if (key === undefined) return untrusted('its key is not among the trusted ones');
  if (key.jwk.revoked_at !== undefined) return untrusted('its key was revoked');
  if (!key.jwk.purpose.includes(kind.purpose)) return untrusted(`its key is not for a ${kind.purpose}`);
  if (!(await isSignedBy(text, key))) return invalid('its signature is not that of its key');
  return { verdict: 'verified', payload: parsePart(parts.payload), key: key.jwk };
}

export function invalid(rule: string): JwsRefusal {
  return { verdict: 'refused', code: 'STATEMENT_INVALID', rule };
}

export function untrusted(rule: string): JwsRefusal {
  return { verdict: 'refused', code: 'KEY_UNTRUSTED', rule };
}

/** What the library says of a message; any other error is not the message's. */
const REFUSALS: ReadonlySet<string> = new Set([
  'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
  'ERR_JWS_INVALID',
  'ERR_JOSE_ALG_NOT_ALLOWED',
  'ERR_JOSE_NOT_SUPPORTED',
]);

interface Parts {
  readonly header: Buffer;
  readonly payload: Buffer;
}

/** Undefined for more, less or other than three parts that each have one way to be written only. */
function splitJws(text: string, maxCharacters: number): Parts | undefined {
  if (text.length > maxCharacters) return undefined;
  const parts = text.split('.');
  const decoded = parts.map((part) => Buffer.from(part, 'base64url'));
  const [header, payload] = decoded;
  if (parts.length !== 3 || header === undefined || payload === undefined) return undefined;
  // Otherwise the last character of a part could be another one and mean the same.
  return decoded.every((bytes, place) => bytes.toString('base64url') === parts[place])
    ? { header, payload }
    : undefined;
}

/** Strict, so that two readers can never see two different ones; undefined for no JSON. */
function parsePart(bytes: Buffer): unknown {
  try {
    return parseStrict(bytes);
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'content') throw thrown;
    return undefined;
  }
}

function headerProblem(header: unknown, typ: string): string | undefined {
  if (!isObject(header)) return 'its header must be an object';
  if (header['alg'] !== JWS_ALG) return `its algorithm must be ${JWS_ALG}`;
  if (header['typ'] !== typ) return `its type must be ${typ}`;
  const { kid } = header;
  if (typeof kid !== 'string' || !KID.test(kid)) return 'its kid must be a thumbprint';
  // `jwk`, `jku`, `x5c` and `x5u` bring a key along, `crit` changes the rules.
  return Object.keys(header).length === 3 ? undefined : 'its header must have alg, typ and kid alone';
}

async function isSignedBy(text: string, { publicKey }: TrustedKey): Promise<boolean> {
  const { compactVerify } = await import('jose');
  try {
    await compactVerify(text, publicKey, { algorithms: [JWS_ALG] });
    return true;
  } catch (thrown) {
    if (REFUSALS.has((thrown as { readonly code?: string }).code ?? '')) return false;
    throw thrown;
  }
}
