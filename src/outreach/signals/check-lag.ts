import type { HubDeps } from '../context.ts';
import { newProcessId } from '../process-id.ts';
import { recordError, resolveErrors } from '../record-error.ts';
import { openSignals } from '../signal-table.ts';

const FINGERPRINT = 'signals_late';

/** CL that hears too late is an incident, told once; it ends when no signal waits for too long. True while it lasts. */
export async function checkLag(deps: Pick<HubDeps, 'audit' | 'clock' | 'database' | 'settings'>): Promise<boolean> {
  const nowMs = deps.clock.now();
  return deps.database.transaction(async (tx) => {
    const [oldest] = await openSignals(tx, 1);
    if (oldest === undefined || nowMs - Date.parse(oldest.created_at) <= deps.settings.signalLagMs) {
      await resolveErrors(tx, deps, FINGERPRINT, 'signals handed over');
      return false;
    }
    const trace = { correlation_id: oldest.correlation_id, process_id: newProcessId('engage', nowMs) };
    await recordError(tx, deps, trace, {
      code: 'OUT-004',
      processType: 'engage',
      message: 'signals wait to be handed over to CL for too long',
      outreachId: oldest.outreach_id,
      detail: { event_id: oldest.event_id, batch_id: oldest.batch_id, since: oldest.created_at },
      retryable: true,
      fingerprint: FINGERPRINT,
    });
    return true;
  });
}
