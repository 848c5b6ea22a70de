import type { Transaction } from '../../database/port.ts';
import { moveSend, type SendChanges, type SendRow } from '../send-table.ts';

/**
 * A send that surely did not leave waits for another try. When its enrollment or its campaign ended while a worker had it,
 * it ends as cancelled instead: nobody would ever claim it again, and a campaign with a send that waits never completes.
 * False when somebody moved it first.
 */
export async function putBack(tx: Transaction, send: SendRow, changes: SendChanges = {}): Promise<boolean> {
  return moveSend(tx, send, (await hasEnded(tx, send)) ? 'cancelled' : 'scheduled', {
    claim_token: null,
    claimed_by: null,
    lease_until: null,
    ...changes,
  });
}

async function hasEnded(tx: Transaction, send: SendRow): Promise<boolean> {
  const ended = await tx.query(
    `select 1 as found from enrollments e join campaigns c on c.campaign_id = e.campaign_id
      where e.enrollment_id = $1
        and (e.state in ('finished', 'stopped') or c.status in ('completed', 'cancelled'))`,
    [send.enrollment_id],
  );
  return ended.length > 0;
}
