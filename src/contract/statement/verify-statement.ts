import { invalid, type JwsRefusal, untrusted, verifyJws } from '../jws.ts';
import type { TrustedJwk, TrustList } from '../trust.ts';
import { brokenMember, STATEMENT, type StatementPayload } from './statement.ts';

export type StatementVerdict =
  { readonly verdict: 'verified'; readonly statement: StatementPayload; readonly kid: string } | JwsRefusal;

/** When we first saw what the statement is about, in milliseconds; asked for retired keys alone. */
export type FirstSeen = (statement: StatementPayload) => Promise<number>;

/**
 * Whether a trusted key of its source signed the statement. Only the list says which keys there are and what they may
 * sign: nothing in the message can name a key, a place to get one, or an algorithm. What the statement is about is
 * compared elsewhere.
 */
export async function verifyStatement(text: string, trust: TrustList, firstSeen: FirstSeen): Promise<StatementVerdict> {
  const found = await verifyJws(text, trust, STATEMENT);
  if (found.verdict === 'refused') return found;
  const broken = brokenMember(found.payload);
  if (broken !== undefined) return invalid(`its ${broken} is missing or not what it must be`);
  const statement = found.payload as StatementPayload;
  return (
    (await whyUntrusted(found.key, statement, firstSeen)) ?? { verdict: 'verified', statement, kid: found.key.kid }
  );
}

/** Undefined when the key may speak for this source at that time. */
async function whyUntrusted(
  key: TrustedJwk,
  statement: StatementPayload,
  firstSeen: FirstSeen,
): Promise<JwsRefusal | undefined> {
  if (key.system !== statement.source) return untrusted('its key is that of another system than the source');
  const signedMs = statement.iat * 1_000;
  // A statement tells whole seconds: one that was made in the second in which a key's time begins is in time.
  if (key.valid_from !== undefined && signedMs + 999 < Date.parse(key.valid_from)) {
    return untrusted('it was signed before its key was valid');
  }
  if (key.valid_until !== undefined && signedMs > Date.parse(key.valid_until)) {
    return untrusted('it was signed after its key had expired');
  }
  if (key.retired_at === undefined || (await firstSeen(statement)) < Date.parse(key.retired_at)) return undefined;
  return untrusted('its key was retired before the batch was first seen');
}
