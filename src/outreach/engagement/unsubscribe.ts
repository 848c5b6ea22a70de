import { isoTime } from '../../base/clock.ts';
import { AppError } from '../../base/errors.ts';
import { findCampaign } from '../campaign-table.ts';
import type { HubDeps } from '../context.ts';
import { normalizeEmail } from '../email-address.ts';
import { newProcessId } from '../process-id.ts';
import { recordEvent } from '../record-event.ts';
import { resolveUncertain } from '../send/resolve.ts';
import { findSend } from '../send-table.ts';
import type { LinkTokens } from '../tokens/link-tokens.ts';
import { suppressContact } from './suppress-contact.ts';

/**
 * Takes an address off every list, now and for ever: the token has no end of life. As often as wanted; the event is one.
 * False, and nothing written, for a token that is none: whoever asks is told the same.
 */
export async function unsubscribe(
  deps: Pick<HubDeps, 'audit' | 'clock' | 'database' | 'settings'>,
  tokens: LinkTokens,
  token: string,
  hit: { readonly userAgent: string | undefined; readonly ipHash: string | undefined },
): Promise<boolean> {
  const facts = tokens.verify('unsubscribe', token);
  if (facts === undefined) return false;
  const nowMs = deps.clock.now();
  return deps.database.transaction(async (tx) => {
    const send = await findSend(tx, facts.sendId);
    const campaign = send && (await findCampaign(tx, send.campaign_id));
    if (send === undefined || campaign === undefined) return false;
    const emailNorm = normalizeEmail(send.to_email);
    if (emailNorm === undefined) throw new AppError('internal', `read the address of the send ${send.send_id}`);
    const processId = newProcessId('engage', nowMs);
    // Before anything ends: what goes on because of it is cancelled with the rest.
    await resolveUncertain(tx, deps, send, 'unsubscribe');
    // Also when the event is known: an operator may have lifted the suppression since.
    await suppressContact(tx, deps, { emailNorm, reason: 'unsubscribe', actor: 'system:unsubscribe', send, processId });
    await recordEvent(tx, deps, {
      type: 'unsubscribe',
      campaign,
      send,
      actorClass: 'human',
      confidence: 1,
      source: 'unsubscribe_page',
      occurredAt: isoTime(nowMs),
      userAgent: hit.userAgent?.slice(0, 300) ?? null,
      ipHash: hit.ipHash ?? null,
      dedupeKey: `unsubscribe:${send.send_id}`,
      processId,
    });
    return true;
  });
}
