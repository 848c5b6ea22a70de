import type { Queries } from '../../database/port.ts';
import { type CalendarLinkRow, findCalendarLink } from './calendar-link-table.ts';
import { bookingToken, type CalendarClaims, type CalendarSigner, isSameText } from './sign-link.ts';

/** How far two clocks may be apart. */
export const CLOCK_SKEW_MS = 60_000;

const NAMES = ['v', 'sid', 'oid', 'jti', 'exp', 'kid', 'sig'] as const;
/** 32 bytes. Two bits of the last character mean nothing, so the text is compared, never the bytes. */
const SIGNATURE = /^[A-Za-z0-9_-]{43}$/;
const SECONDS = /^[1-9]\d{0,10}$/;

export type LinkVerdict =
  | { readonly verdict: 'genuine' | 'expired'; readonly claims: CalendarClaims; readonly sig: string }
  | { readonly verdict: 'invalid' };

/**
 * Judges the query of `/cal`. The signature comes before the time: whoever made up a link learns nothing but that it is
 * invalid. A parameter that comes twice, or is written in another way than we write it, makes it invalid too.
 */
export function verifyCalendarLink(signer: CalendarSigner, query: string, nowMs: number): LinkVerdict {
  const parameters = new URLSearchParams(query);
  const once = NAMES.map((name) => parameters.getAll(name));
  if (once.some((values) => values.length !== 1)) return { verdict: 'invalid' };
  const [v = '', sid = '', oid = '', jti = '', exp = '', kid = '', sig = ''] = once.map(([value]) => value);
  if (v !== '1' || !SECONDS.test(exp) || !SIGNATURE.test(sig)) return { verdict: 'invalid' };
  const claims: CalendarClaims = { sid, oid, jti, exp: Number(exp) };
  const expected = signer.signatureBy(kid, claims);
  if (expected === undefined || !isSameText(sig, expected)) return { verdict: 'invalid' };
  return { verdict: isOver(claims.exp * 1000, nowMs) ? 'expired' : 'genuine', claims, sig };
}

export type FollowedLink =
  | { readonly verdict: 'expired' | 'invalid' }
  | { readonly verdict: 'genuine'; readonly location: string; readonly jti: string; readonly isFirst: boolean };

export function isOver(expiresMs: number, nowMs: number): boolean {
  return nowMs > expiresMs + CLOCK_SKEW_MS;
}

/**
 * Where a followed link leads: to the scheduler and nowhere else, with what ties the booking back to the link. Scanners
 * follow links too, so following one uses nothing up. Nothing is written: `isFirst` says that it is not noted yet that the
 * link was followed, which `noteCalendarLinkSeen` does.
 */
export async function followCalendarLink(
  queries: Queries,
  parts: { readonly signer: CalendarSigner; readonly schedulerUrl: string | undefined },
  query: string,
  nowMs: number,
): Promise<FollowedLink> {
  const judged = verifyCalendarLink(parts.signer, query, nowMs);
  if (judged.verdict === 'invalid') return judged;
  const { claims, sig } = judged;
  const row = await findCalendarLink(queries, claims.jti);
  if (row === undefined || parts.schedulerUrl === undefined) return { verdict: 'invalid' };
  if (judged.verdict === 'expired' || row.revoked_at !== null) return { verdict: 'expired' };
  const location = schedulerLocation(parts.schedulerUrl, bookingToken(claims.jti, sig));
  return { verdict: 'genuine', location, jti: row.jti, isFirst: row.first_seen_at === null };
}

function schedulerLocation(schedulerUrl: string, token: string): string {
  const url = new URL(schedulerUrl);
  // Calendly hands the first back with the booking, Cal.com the second.
  url.searchParams.set('utm_content', token);
  url.searchParams.set('metadata[jti]', token);
  return url.href;
}

/** The link that a booking says it came by; undefined for a text that no link of ours gave. */
export async function linkOfBooking(
  queries: Queries,
  signer: CalendarSigner,
  token: string,
): Promise<CalendarLinkRow | undefined> {
  const jti = /^([0-9a-f-]{36})\.[A-Za-z0-9_-]{8}$/.exec(token)?.[1];
  const row = jti === undefined ? undefined : await findCalendarLink(queries, jti);
  if (row === undefined) return undefined;
  const exp = Date.parse(row.expires_at) / 1000;
  const sig = signer.signatureBy(row.kid, { sid: row.sid, oid: row.outreach_id, jti: row.jti, exp });
  return sig !== undefined && isSameText(token, bookingToken(row.jti, sig)) ? row : undefined;
}
