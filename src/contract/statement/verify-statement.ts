import { invalid, type JwsRefusal, untrusted, verifyJws } from '../jws.ts';
import type { TrustedJwk, TrustList } from '../trust.ts';
import { brokenMember, STATEMENT, type StatementPayload } from './statement.ts';

export type StatementVerdict =
  { readonly verdict: 'verified'; readonly statement: StatementPayload; readonly kid: string } | JwsRefusal;

/** What is known of the object beside its statement; milliseconds. A producer can date what it signs, but not this. */
export interface Arrival {
  readonly nowMs: number;
  /** When we first saw what the statement is about; asked for keys alone whose time ends. */
  firstSeen(statement: StatementPayload): Promise<number>;
}

/** A statement from later than this was signed by a clock that is wrong, or by somebody who dates it as it suits. */
const MAX_SKEW_MS = 5 * 60 * 1000;
/**
 * What was signed in time may come later: an outbox waits for its store, a consumer is down for a night. Whoever has an
 * expired key and dates statements back gains no more than this.
 */
const EXPIRY_GRACE_MS = 24 * 60 * 60 * 1000;

/**
 * Whether a trusted key of its source signed the statement. Only the list says which keys there are and what they may
 * sign: nothing in the message can name a key, a place to get one, or an algorithm. What the statement is about is
 * compared elsewhere.
 */
export async function verifyStatement(text: string, trust: TrustList, arrival: Arrival): Promise<StatementVerdict> {
  const found = await verifyJws(text, trust, STATEMENT);
  if (found.verdict === 'refused') return found;
  const broken = brokenMember(found.payload);
  if (broken !== undefined) return invalid(`its ${broken} is missing or not what it must be`);
  const statement = found.payload as StatementPayload;
  if (statement.iat * 1_000 > arrival.nowMs + MAX_SKEW_MS) return invalid('it was signed in the future');
  return (await whyUntrusted(found.key, statement, arrival)) ?? { verdict: 'verified', statement, kid: found.key.kid };
}

/** Undefined when the key may speak for this source at that time. */
async function whyUntrusted(
  key: TrustedJwk,
  statement: StatementPayload,
  arrival: Arrival,
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
  if (key.valid_until === undefined && key.retired_at === undefined) return undefined;
  const seenMs = await arrival.firstSeen(statement);
  if (key.valid_until !== undefined && seenMs > Date.parse(key.valid_until) + EXPIRY_GRACE_MS) {
    return untrusted('its key had expired more than a day before the batch was first seen');
  }
  if (key.retired_at === undefined || seenMs < Date.parse(key.retired_at)) return undefined;
  return untrusted('its key was retired before the batch was first seen');
}
