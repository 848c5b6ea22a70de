import { isoTime } from '../../base/clock.ts';
import { AppError } from '../../base/errors.ts';
import type { Transaction } from '../../database/port.ts';
import { type CampaignRow, findCampaign, liveCampaignOf } from '../campaign-table.ts';
import type { MoverDeps } from '../context.ts';
import { endCampaign, endEnrollment } from '../end-outreach.ts';
import { openEnrollments } from '../enrollment-table.ts';
import { newProcessId } from '../process-id.ts';
import { recordEvent } from '../record-event.ts';
import { findSend } from '../send-table.ts';
import type { CalendarLinkRow } from './calendar-link-table.ts';
import { endedBy, type HandoffRow, insertHandoff } from './handoff-table.ts';
import type { CalendarSigner } from './sign-link.ts';
import { isOver, linkOfBooking } from './verify-link.ts';

/** A booked meeting as a scheduler tells it. */
export interface Booking {
  readonly provider: string;
  readonly uid: string;
  /** What the redirect gave along: `<jti>.<8 characters>`; empty when it came back without. */
  readonly linkToken: string;
  /** Where the scheduler says them; then they must be the link's. */
  readonly sid?: string | undefined;
  readonly oid?: string | undefined;
  /** RFC 3339. */
  readonly bookedAt: string;
}

export type BookingResult =
  | { readonly result: 'booked' | 'ended_before'; readonly correlationId: string }
  | {
      readonly result: 'quarantined';
      readonly why: 'unknown_link' | 'other_company' | 'revoked' | 'expired' | 'booking_of_another';
    };

/**
 * Ends the outreach to a company: the fence, the event, its signal to CL, every enrollment, every send that has not left,
 * and the campaign, in the caller's transaction. The first booking counts; a booking that cannot be tied to a link changes
 * nothing and waits for a person.
 */
export async function bookMeeting(
  tx: Transaction,
  deps: MoverDeps,
  signer: CalendarSigner,
  booking: Booking,
): Promise<BookingResult> {
  const link = await linkOfBooking(tx, signer, booking.linkToken);
  if (link === undefined) return { result: 'quarantined', why: 'unknown_link' };
  const why = whyNot(link, booking, deps.clock.now());
  if (why !== undefined) return { result: 'quarantined', why };
  const campaign = await findCampaign(tx, link.campaign_id);
  if (campaign === undefined) throw new AppError('internal', `find the campaign of the calendar link ${link.jti}`);
  const handoff = handoffOf(link, booking, campaign, deps);
  const correlationId = campaign.correlation_id;
  if (!(await insertHandoff(tx, handoff))) {
    const isEnded = (await endedBy(tx, link.outreach_id)) !== undefined;
    return isEnded ? { result: 'ended_before', correlationId } : { result: 'quarantined', why: 'booking_of_another' };
  }
  await recordMeeting(tx, deps, { link, booking, campaign, handoff });
  await endAll(tx, deps, link, handoff);
  await deps.audit.append(tx, {
    event: 'outreach.ended',
    outcome: 'success',
    actor: `source:${booking.provider}`,
    correlation_id: correlationId,
    detail: {
      outreach_id: link.outreach_id,
      campaign_id: campaign.campaign_id,
      jti: link.jti,
      process_id: handoff.process_id,
    },
  });
  return { result: 'booked', correlationId };
}

function whyNot(
  link: CalendarLinkRow,
  { sid, oid }: Booking,
  nowMs: number,
): 'other_company' | 'revoked' | 'expired' | undefined {
  if ((sid !== undefined && sid !== link.sid) || (oid !== undefined && oid !== link.outreach_id)) {
    return 'other_company';
  }
  if (link.revoked_at !== null) return 'revoked';
  const expiresMs = Date.parse(link.expires_at);
  const wasFollowed = link.first_seen_at !== null && !isOver(expiresMs, Date.parse(link.first_seen_at));
  return isOver(expiresMs, nowMs) && !wasFollowed ? 'expired' : undefined;
}

function handoffOf(
  link: CalendarLinkRow,
  booking: Booking,
  campaign: CampaignRow,
  { clock }: Pick<MoverDeps, 'clock'>,
): HandoffRow {
  const nowMs = clock.now();
  return {
    outreach_id: link.outreach_id,
    booking_uid: booking.uid,
    jti: link.jti,
    provider: booking.provider,
    booked_at: booking.bookedAt,
    ended_at: isoTime(nowMs),
    created_at: isoTime(nowMs),
    correlation_id: campaign.correlation_id,
    process_id: newProcessId('engage', nowMs),
  };
}

async function recordMeeting(
  tx: Transaction,
  deps: MoverDeps,
  facts: {
    readonly link: CalendarLinkRow;
    readonly booking: Booking;
    readonly campaign: CampaignRow;
    readonly handoff: HandoffRow;
  },
): Promise<void> {
  const { link, booking, campaign, handoff } = facts;
  const send = link.send_id === null ? undefined : await findSend(tx, link.send_id);
  await recordEvent(tx, deps, {
    type: 'meeting_booked',
    campaign,
    send: send ?? null,
    contactId: link.contact_id,
    actorClass: 'human',
    confidence: 1,
    source: 'calendar_webhook',
    occurredAt: booking.bookedAt,
    rawRef: `${booking.provider}:${booking.uid}`,
    dedupeKey: `meeting_booked:${link.outreach_id}`,
    processId: handoff.process_id,
  });
}

/** The contact of the link has a meeting, their colleagues are no longer written to. */
async function endAll(tx: Transaction, deps: MoverDeps, link: CalendarLinkRow, handoff: HandoffRow): Promise<void> {
  for (const enrollment of await openEnrollments(tx, { outreachId: link.outreach_id })) {
    const end =
      enrollment.contact_id === link.contact_id
        ? ({ state: 'finished', reason: 'meeting' } as const)
        : ({ state: 'stopped', reason: 'handoff' } as const);
    await endEnrollment(tx, deps, enrollment, end);
  }
  const live = await liveCampaignOf(tx, link.outreach_id);
  if (live === undefined) return;
  await endCampaign(tx, deps, live, live.status === 'active' ? 'completed' : 'cancelled', {
    trigger: 'meeting_booked',
    actor: 'system:calendar',
    reason: 'meeting_booked',
    processId: handoff.process_id,
    stopReason: 'handoff',
  });
}
