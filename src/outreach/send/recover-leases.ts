import { isoTime } from '../../base/clock.ts';
import type { Transaction } from '../../database/port.ts';
import type { HubDeps } from '../context.ts';
import type { SendRow } from '../send-table.ts';
import { endAttempt, openAttempt } from './attempt-table.ts';
import { freeMailbox } from './free-mailbox.ts';
import { findMailbox } from './mailbox-table.ts';
import { refundUse } from './mailbox-usage.ts';
import { markUncertain } from './mark-uncertain.ts';
import { putBack } from './put-back.ts';
import type { WorkerIdentity } from './worker-identity.ts';

/** Of one claim; what is more waits for the next one. */
const MAX_RECOVERED = 200;

/**
 * What a worker left behind that died or slept over its lease. Claimed: nothing of it has left, so it is tried again.
 * Submitting: the body was on its way, so nobody knows; it is uncertain and never sent again by itself.
 */
export async function recoverLeases(
  tx: Transaction,
  deps: Pick<HubDeps, 'audit' | 'clock'>,
  worker: WorkerIdentity,
): Promise<number> {
  const at = isoTime(deps.clock.now());
  const claimed = await expired(tx, 'claimed', at);
  for (const send of claimed) await takeBack(tx, send, at);
  const submitting = await expired(tx, 'submitting', at);
  for (const send of submitting) {
    await markUncertain(tx, deps, send, { outcome: 'lease_expired', processId: worker.processId });
  }
  return claimed.length + submitting.length;
}

async function expired(tx: Transaction, state: 'claimed' | 'submitting', at: string): Promise<SendRow[]> {
  return tx.query<SendRow>(
    `select * from send_log where state = $1 and lease_until <= $2 order by lease_until limit $3`,
    [state, at, MAX_RECOVERED],
  );
}

async function takeBack(tx: Transaction, send: SendRow, at: string): Promise<void> {
  const attempt = await openAttempt(tx, send.send_id);
  const moved = await putBack(tx, send, { next_attempt_at: at });
  if (!moved) return;
  await freeMailbox(tx, send);
  if (attempt === undefined) return;
  await endAttempt(tx, send.send_id, attempt.attempt_no, { at, outcome: 'lease_expired' });
  const mailbox = await findMailbox(tx, attempt.mailbox_id);
  if (mailbox !== undefined) await refundUse(tx, mailbox, Date.parse(attempt.started_at));
}
