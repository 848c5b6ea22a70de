import type { Transaction } from '../../database/port.ts';
import type { HubDeps } from '../context.ts';
import { endEnrollment } from '../end-outreach.ts';
import { findEnrollment } from '../enrollment-table.ts';
import type { SendRow } from '../send-table.ts';
import { materializeStep } from '../sequence/materialize.ts';
import type { StopReason } from '../states.ts';

/**
 * A step left: the next one gets its row, counted from when this one really left. After the last one the enrollment stays
 * open for an answer; `advanceCampaigns` ends it when none came.
 */
export async function goOn(
  tx: Transaction,
  deps: Pick<HubDeps, 'clock' | 'settings'>,
  send: Pick<SendRow, 'enrollment_id' | 'step_no'>,
  sentAtMs: number,
  processId: string,
): Promise<void> {
  await tx.run('update enrollments set current_step = $1 where enrollment_id = $2 and current_step < $1', [
    send.step_no,
    send.enrollment_id,
  ]);
  const enrollment = await findEnrollment(tx, send.enrollment_id);
  if (enrollment === undefined || enrollment.state === 'finished' || enrollment.state === 'stopped') return;
  await materializeStep(tx, deps, enrollment, send.step_no + 1, sentAtMs, processId);
}

/** A step failed for good: without it the others make no sense. */
export async function giveUp(
  tx: Transaction,
  deps: Pick<HubDeps, 'audit' | 'clock'>,
  send: Pick<SendRow, 'enrollment_id'>,
  reason: StopReason,
): Promise<void> {
  const enrollment = await findEnrollment(tx, send.enrollment_id);
  if (enrollment === undefined || enrollment.state === 'finished' || enrollment.state === 'stopped') return;
  await endEnrollment(tx, deps, enrollment, { state: 'stopped', reason });
}
