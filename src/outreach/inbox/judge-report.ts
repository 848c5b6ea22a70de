import { normalizeEmail } from '../email-address.ts';
import type { ReportedRecipient } from './inbound-mail.ts';
import type { Match } from './match-inbound.ts';

export interface ReportVerdict {
  readonly verdict: 'bounce_hard' | 'bounce_soft' | 'delivered';
  /** RFC 3463. */
  readonly status: string;
}

/**
 * Failures for good that say nothing of the address: a full box (5.2.2), a mail too large (5.2.3, 5.3.4), a way that was
 * lost (5.4.6, 5.4.7), content (5.6) and policy (5.7), where it is the sender who is not wanted.
 */
const NOT_THE_ADDRESS = /^5\.(?:2\.[23]|3\.4|4\.[67]|6\.\d+|7\.\d+)$/;

/**
 * What a report says of the mail that it is about. Undefined for a delay: the mail may still arrive. Hard only when the report
 * names our mail and its very address: another one behind it may fail without ours being dead, and anybody can write a report.
 */
export function judgeReport(
  recipients: readonly ReportedRecipient[],
  { send, by }: Pick<Match, 'send' | 'by'>,
): ReportVerdict | undefined {
  const address = normalizeEmail(send.to_email) ?? send.to_email;
  const own = recipients.find(({ addresses }) => addresses.length === 0 || addresses.includes(address));
  const reported = own ?? recipients[0];
  if (reported === undefined || reported.action === 'delayed') return undefined;
  const { action, status } = reported;
  if (action !== 'failed') return by === 'address' ? undefined : { verdict: 'delivered', status };
  const isHard = status.startsWith('5.') && !NOT_THE_ADDRESS.test(status) && own !== undefined && by !== 'address';
  return { verdict: isHard ? 'bounce_hard' : 'bounce_soft', status };
}
