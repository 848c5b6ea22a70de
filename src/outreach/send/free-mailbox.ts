import type { Transaction } from '../../database/port.ts';
import type { SendRow } from '../send-table.ts';
import { RESENT } from './resolve.ts';

/**
 * A claim came to nothing: its mailbox never wrote to this contact, so that any other may. Where one mail left, or may have
 * left, the contact keeps the mailbox of the thread.
 */
export async function freeMailbox(tx: Transaction, send: Pick<SendRow, 'enrollment_id'>): Promise<void> {
  const { enrollment_id: id } = send;
  const freed = await tx.run(
    `update enrollments set mailbox_id = null
      where enrollment_id = $1 and not exists (select 1 from send_log s where s.enrollment_id = $1
        and (s.state in ('sent', 'uncertain', 'submitting') or s.resolution = $2))`,
    [id, RESENT],
  );
  if (freed === 0) return;
  await tx.run(`update send_log set mailbox_id = null where enrollment_id = $1 and state = 'scheduled'`, [id]);
}
