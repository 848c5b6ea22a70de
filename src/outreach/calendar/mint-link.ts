import { isoTime } from '../../base/clock.ts';
import { AppError } from '../../base/errors.ts';
import type { Queries, Transaction } from '../../database/port.ts';
import { type CampaignRow, findCampaign } from '../campaign-table.ts';
import type { Actor, HubDeps } from '../context.ts';
import { enrollmentsOf } from '../enrollment-table.ts';
import { MAX_CALENDAR_TTL_MS } from '../hub-settings.ts';
import { newId, newProcessId } from '../process-id.ts';
import type { SendRow } from '../send-table.ts';
import type { TokenKeys } from '../tokens/key-file.ts';
import { calendarLinkOfSend, insertCalendarLink } from './calendar-link-table.ts';
import { endedBy } from './handoff-table.ts';
import { type CalendarClaims, openCalendarSigner } from './sign-link.ts';

export interface CalendarLinkWish {
  readonly outreachId: string;
  /** Undefined: for whoever of the company books. */
  readonly contactId?: string | undefined;
  readonly sendId?: string | undefined;
  /** Undefined: as the settings say. At most `MAX_CALENDAR_TTL_MS`. */
  readonly ttlMs?: number | undefined;
  readonly actor: Actor;
  readonly processId?: string | undefined;
}

export interface CalendarLink {
  readonly url: string;
  readonly jti: string;
  readonly outreach_id: string;
  readonly campaign_id: string;
  readonly contact_id: string | null;
  /** RFC 3339. */
  readonly expires_at: string;
  readonly correlation_id: string;
}

/**
 * A signed link by which one company books a meeting. Throws `misconfigured` without a public URL, a scheduler or a key,
 * `not_found` for a company without a campaign or a contact that is not in it, `refused` when its outreach has ended.
 */
export async function mintCalendarLink(
  tx: Transaction,
  deps: Pick<HubDeps, 'audit' | 'clock' | 'settings'>,
  keys: TokenKeys,
  wish: CalendarLinkWish,
): Promise<CalendarLink> {
  const nowMs = deps.clock.now();
  const campaign = await bookableCampaign(tx, wish);
  const ttlMs = wish.ttlMs ?? deps.settings.calendarTtlMs;
  if (!(ttlMs > 0 && ttlMs <= MAX_CALENDAR_TTL_MS)) {
    throw new AppError('usage', 'make a calendar link that lives for that long', { hint: 'give 1 to 60 days' });
  }
  const exp = Math.floor((nowMs + ttlMs) / 1000);
  const claims: CalendarClaims = { sid: campaign.sid, oid: campaign.outreach_id, jti: newId(nowMs), exp };
  const { url, kid } = signedUrl(deps.settings, keys, claims);
  const link: CalendarLink = {
    url,
    jti: claims.jti,
    outreach_id: campaign.outreach_id,
    campaign_id: campaign.campaign_id,
    contact_id: wish.contactId ?? null,
    expires_at: isoTime(exp * 1000),
    correlation_id: campaign.correlation_id,
  };
  await storeLink(tx, deps, { link, campaign, kid, wish, at: isoTime(nowMs) });
  return link;
}

async function bookableCampaign(queries: Queries, { outreachId, contactId }: CalendarLinkWish): Promise<CampaignRow> {
  if ((await endedBy(queries, outreachId)) !== undefined) {
    throw new AppError('refused', `make a calendar link for ${outreachId}: a meeting is booked, outreach has ended`, {
      hint: 'what comes next is the business of Sales',
    });
  }
  const [latest] = await queries.query<{ campaign_id: string }>(
    'select campaign_id from campaigns where outreach_id = $1 order by created_at desc, campaign_id desc limit 1',
    [outreachId],
  );
  const campaign = latest && (await findCampaign(queries, latest.campaign_id));
  if (campaign === undefined) {
    throw new AppError('not_found', `make a calendar link for ${outreachId}: it has no campaign`, {
      hint: 'create one with "handoff outreach campaign create"',
    });
  }
  const contacts = (await enrollmentsOf(queries, campaign.campaign_id)).map((row) => row.contact_id);
  if (contactId === undefined || contacts.includes(contactId)) return campaign;
  throw new AppError('not_found', `make a calendar link for ${contactId}: nobody of that id is in the campaign`, {
    hint: `its contacts are ${contacts.join(', ')}`,
  });
}

/** The link of one mail: made when it is first asked for, and the same however often the mail is rendered. */
export async function calendarUrlOf(
  tx: Transaction,
  deps: Pick<HubDeps, 'audit' | 'clock' | 'settings'>,
  keys: TokenKeys,
  send: Pick<SendRow, 'send_id' | 'outreach_id' | 'contact_id' | 'process_id'>,
): Promise<string> {
  const made = await calendarLinkOfSend(tx, send.send_id, isoTime(deps.clock.now()));
  const { publicUrl } = deps.settings;
  if (made !== undefined && publicUrl !== undefined) {
    const exp = Date.parse(made.expires_at) / 1000;
    const claims = { sid: made.sid, oid: made.outreach_id, jti: made.jti, exp };
    const sig = openCalendarSigner(keys).signatureBy(made.kid, claims);
    if (sig !== undefined) return urlOf(publicUrl, claims, { kid: made.kid, sig });
  }
  const { send_id: sendId, outreach_id: outreachId, contact_id: contactId, process_id: processId } = send;
  const wish = { sendId, outreachId, contactId, processId, actor: 'system:render' } as const;
  return (await mintCalendarLink(tx, deps, keys, wish)).url;
}

function signedUrl(
  { publicUrl, schedulerUrl }: HubDeps['settings'],
  keys: TokenKeys,
  claims: CalendarClaims,
): { readonly url: string; readonly kid: string } {
  const signed = openCalendarSigner(keys).sign(claims);
  if (publicUrl === undefined || schedulerUrl === undefined || signed === undefined) {
    const missing =
      publicUrl === undefined ? 'public URL' : schedulerUrl === undefined ? 'scheduler' : 'key to sign with';
    throw new AppError('misconfigured', `make a calendar link: there is no ${missing}`, {
      hint: 'set "outreach.publicUrl" and "outreach.schedulerUrl" in the configuration, and make keys with "handoff outreach token-keys new"',
    });
  }
  return { url: urlOf(publicUrl, claims, signed), kid: signed.kid };
}

function urlOf(
  publicUrl: string,
  { sid, oid, jti, exp }: CalendarClaims,
  { kid, sig }: { readonly kid: string; readonly sig: string },
): string {
  const query = new URLSearchParams({ v: '1', sid, oid, jti, exp: String(exp), kid, sig });
  return `${publicUrl}/cal?${query.toString()}`;
}

async function storeLink(
  tx: Transaction,
  { audit, clock }: Pick<HubDeps, 'audit' | 'clock'>,
  made: {
    readonly link: CalendarLink;
    readonly campaign: CampaignRow;
    readonly kid: string;
    readonly wish: CalendarLinkWish;
    readonly at: string;
  },
): Promise<void> {
  const { link, campaign, kid, wish, at } = made;
  const processId = wish.processId ?? newProcessId('engage', clock.now());
  await insertCalendarLink(tx, {
    jti: link.jti,
    sid: campaign.sid,
    outreach_id: link.outreach_id,
    campaign_id: link.campaign_id,
    contact_id: link.contact_id,
    send_id: wish.sendId ?? null,
    kid,
    expires_at: link.expires_at,
    revoked_at: null,
    first_seen_at: null,
    created_at: at,
    correlation_id: link.correlation_id,
    process_id: processId,
  });
  await audit.append(tx, {
    event: 'calendar.linked',
    outcome: 'success',
    actor: wish.actor,
    correlation_id: link.correlation_id,
    detail: {
      jti: link.jti,
      outreach_id: link.outreach_id,
      campaign_id: link.campaign_id,
      expires_at: link.expires_at,
      process_id: processId,
    },
  });
}
