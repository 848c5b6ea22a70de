/**
 * The hub's three state machines. Each list is an SQL check too, and each is moved by one function: `moveCampaign`,
 * `moveEnrollment`, `moveSend`.
 */
export const CAMPAIGN_STATES = ['draft', 'scheduled', 'active', 'paused', 'completed', 'cancelled'] as const;
export type CampaignStatus = (typeof CAMPAIGN_STATES)[number];

/** States in which a campaign counts as the one that its company has. */
export const LIVE_CAMPAIGN_STATES = [
  'draft',
  'scheduled',
  'active',
  'paused',
] as const satisfies readonly CampaignStatus[];

/**
 * The drawn edges are draft→scheduled→active→completed, scheduled→paused and paused→cancelled. With these alone an active
 * campaign could never be stopped and a paused one never go on, so operation adds the others.
 */
export const NEXT_CAMPAIGN = {
  draft: ['scheduled', 'cancelled'],
  scheduled: ['active', 'paused', 'cancelled'],
  active: ['completed', 'paused', 'cancelled'],
  paused: ['scheduled', 'active', 'cancelled'],
  completed: [],
  cancelled: [],
} as const satisfies Record<CampaignStatus, readonly CampaignStatus[]>;

/**
 * pending: the campaign has not begun. held: waits for a date or for the mailbox to be read. finished: ran to an end of its
 * own (no reply, a reply, a meeting). stopped: something forbids to go on.
 */
export const ENROLLMENT_STATES = ['pending', 'active', 'held', 'finished', 'stopped'] as const;
export type EnrollmentState = (typeof ENROLLMENT_STATES)[number];

export const NEXT_ENROLLMENT = {
  pending: ['active', 'finished', 'stopped'],
  active: ['held', 'finished', 'stopped'],
  held: ['active', 'finished', 'stopped'],
  finished: [],
  stopped: [],
} as const satisfies Record<EnrollmentState, readonly EnrollmentState[]>;

/** Why an enrollment ended. */
export const FINISH_REASONS = ['no_reply', 'replied', 'meeting'] as const;
export const STOP_REASONS = [
  'bounced', 'complaint', 'unsubscribed', 'suppressed', 'account_replied', 'manual', 'campaign_cancelled', 'handoff', 'failed',
] as const; // prettier-ignore
export type FinishReason = (typeof FINISH_REASONS)[number];
export type StopReason = (typeof STOP_REASONS)[number];

/**
 * claimed: a worker prepares it, nothing of its body has left. submitting: the server asked for the body, so from here on
 * it may have been delivered. uncertain: it may have been, nobody knows; never sent again by itself. skipped: its turn came
 * when it was no longer wanted.
 */
export const SEND_STATES = [
  'scheduled', 'claimed', 'submitting', 'sent', 'uncertain', 'failed', 'cancelled', 'skipped',
] as const; // prettier-ignore
export type SendState = (typeof SEND_STATES)[number];

/**
 * The server may refuse a body for the time being after the contact answered or booked, or somebody cancelled. Then there is
 * no other try to wait for: submitting→cancelled, or uncertain→cancelled when the lease ran out before that answer came.
 */
export const NEXT_SEND = {
  scheduled: ['claimed', 'cancelled', 'skipped'],
  claimed: ['submitting', 'scheduled', 'failed', 'cancelled', 'skipped'],
  submitting: ['sent', 'scheduled', 'failed', 'uncertain', 'cancelled'],
  uncertain: ['sent', 'failed', 'scheduled', 'cancelled'],
  sent: [],
  failed: [],
  cancelled: [],
  skipped: [],
} as const satisfies Record<SendState, readonly SendState[]>;

/** The three words that the public column `send_status` has; null for what never was to be sent. */
export const SEND_STATUS = {
  scheduled: 'scheduled',
  claimed: 'scheduled',
  submitting: 'scheduled',
  sent: 'sent',
  uncertain: 'sent',
  failed: 'failed',
  cancelled: null,
  skipped: null,
} as const satisfies Record<SendState, 'scheduled' | 'sent' | 'failed' | null>;

/** `'a', 'b'` for an SQL list. */
export function sqlList(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(', ');
}
