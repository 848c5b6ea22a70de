import { codeOf, messageOf } from '../../base/errors.ts';
import type { HubDeps } from '../context.ts';
import { type DrainReport, drainSignals, type PublishSignals } from './drain-signals.ts';

/**
 * What a worker that never ends calls each minute. A way to CL that is broken must not stop the mails: it is logged, the signals
 * wait, and OUT-004 says so when they wait too long. Undefined then.
 */
export async function runHubEgress(
  deps: Pick<HubDeps, 'audit' | 'clock' | 'database' | 'log' | 'settings' | 'signal'>,
  publish: PublishSignals,
): Promise<DrainReport | undefined> {
  try {
    return await drainSignals(deps, publish);
  } catch (thrown) {
    if (deps.signal.aborted) return undefined;
    deps.log.warn({ code: codeOf(thrown), error: messageOf(thrown) }, 'could not hand signals over to CL');
    return undefined;
  }
}
