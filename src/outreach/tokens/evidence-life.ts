import type { SendRow } from '../send-table.ts';

/** Opens, clicks, replies and bounces of an older mail say nothing any more. A click still leads where it led. */
export const EVIDENCE_LIFE_MS = 180 * 24 * 3_600_000;

/** When the body of a mail left, or may have; undefined: it never did, so nobody can have opened it. */
export function leftAt(send: Pick<SendRow, 'sent_at' | 'data_started_at'>): number | undefined {
  const at = send.sent_at ?? send.data_started_at;
  return at === null ? undefined : Date.parse(at);
}

export function isEvidence(send: Pick<SendRow, 'sent_at' | 'data_started_at'>, nowMs: number): boolean {
  const left = leftAt(send);
  return left !== undefined && nowMs - left <= EVIDENCE_LIFE_MS;
}
