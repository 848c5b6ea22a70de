import { isoTime } from '../../base/clock.ts';
import type { Transaction } from '../../database/port.ts';
import type { HubDeps } from '../context.ts';
import { gateIsOpen, gateParameters } from '../gate/gate-sql.ts';
import { moveSend } from '../send-table.ts';
import { suppressionOf } from '../suppression-table.ts';
import { noteDataStarted } from './attempt-table.ts';
import { contactTrouble } from './check-contact.ts';
import type { Claimed } from './claim.ts';
import type { WorkerIdentity } from './worker-identity.ts';

type SubmitDeps = Pick<HubDeps, 'clock' | 'database' | 'settings'>;

/**
 * The point of no return, durable before the first byte of the body leaves. False, and nothing written, when the claim is no
 * longer ours or the mail no longer wanted: since it was claimed it was paused, cancelled, answered, suppressed or handed
 * off, a newer evaluation closed the gate, or the list of people took the contact back.
 */
export async function submitSend(
  deps: SubmitDeps,
  worker: WorkerIdentity,
  claim: Claimed,
  mail: { readonly sha256: string; readonly variant: string | undefined },
): Promise<boolean> {
  return deps.database.transaction(async (tx) => {
    const nowMs = deps.clock.now();
    if (!(await isWanted(tx, deps, claim, isoTime(nowMs)))) return false;
    const moved = await moveSend(tx, claim.send, 'submitting', {
      data_started_at: isoTime(nowMs),
      lease_until: isoTime(nowMs + worker.leaseMs),
      mime_sha256: mail.sha256,
      variant: mail.variant ?? null,
    });
    if (moved) await noteDataStarted(tx, claim.send.send_id, claim.attemptNo);
    return moved;
  });
}

async function isWanted(
  tx: Transaction,
  deps: SubmitDeps,
  { send, enrollment }: Claimed,
  now: string,
): Promise<boolean> {
  const live = await tx.query(
    `select 1 from campaigns c, enrollments e
      where c.campaign_id = $1 and c.status = 'active' and e.enrollment_id = $2 and e.state = 'active'
        and not exists (select 1 from handoffs h where h.outreach_id = $3)
        and ${gateIsOpen('c.outreach_id', 4)}`,
    [send.campaign_id, send.enrollment_id, send.outreach_id, ...gateParameters(deps)],
  );
  if (live.length === 0 || (await contactTrouble(tx, enrollment)) !== undefined) return false;
  const who = { emailNorm: enrollment.email_norm, outreachId: send.outreach_id };
  return (await suppressionOf(tx, who, now)) === undefined;
}
