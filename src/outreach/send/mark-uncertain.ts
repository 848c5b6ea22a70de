import { isoTime } from '../../base/clock.ts';
import type { Transaction } from '../../database/port.ts';
import type { MoverDeps } from '../context.ts';
import { recordError } from '../record-error.ts';
import { moveSend, type SendRow } from '../send-table.ts';
import { endAttempt, openAttempt } from './attempt-table.ts';

/** What counts as the same doubt: resolving a send resolves its error. */
export function uncertainFingerprint(sendId: string): string {
  return `send_uncertain:${sendId}`;
}

/**
 * The body was on its way and no answer is known. The claim token stays: if the worker that has it still hears the answer, it
 * may resolve its own doubt. False when somebody moved it first.
 */
export async function markUncertain(
  tx: Transaction,
  deps: MoverDeps,
  send: SendRow,
  why: { readonly outcome: string; readonly processId: string },
): Promise<boolean> {
  const at = isoTime(deps.clock.now());
  const attempt = await openAttempt(tx, send.send_id);
  if (!(await moveSend(tx, send, 'uncertain', { certainty: 'assumed', lease_until: null }))) return false;
  if (attempt !== undefined) await endAttempt(tx, send.send_id, attempt.attempt_no, { at, outcome: why.outcome });
  await recordError(
    tx,
    deps,
    { correlation_id: send.correlation_id, process_id: why.processId },
    {
      code: 'OUT-003',
      processType: 'send',
      message: 'a mail may have been delivered or not: no answer came after its body',
      outreachId: send.outreach_id,
      campaignId: send.campaign_id,
      sendId: send.send_id,
      detail: { kind: 'uncertain', outcome: why.outcome },
      fingerprint: uncertainFingerprint(send.send_id),
    },
  );
  await deps.audit.append(tx, {
    event: 'send.settled',
    outcome: 'failure',
    actor: why.processId,
    correlation_id: send.correlation_id,
    detail: { send_id: send.send_id, outreach_id: send.outreach_id, state: 'uncertain', why: why.outcome },
  });
  return true;
}
