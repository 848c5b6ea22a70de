import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from '../../base/errors.ts';
import { translate } from './errors.ts';

/**
 * Short retries, for what is over in a second: a reset connection, a store that says "slow down". Everything longer is
 * the caller's to schedule. The SDK's own retries are off: they cannot send a stream again, and they correct a wrong
 * clock silently.
 */
const PAUSES_MS = [100, 500];

export async function withRetries<T>(
  attempted: string,
  signal: AbortSignal,
  attempt: () => Promise<T>,
  [pauseMs, ...laterPauses]: readonly number[] = PAUSES_MS,
): Promise<T> {
  signal.throwIfAborted();
  try {
    return await attempt();
  } catch (thrown) {
    signal.throwIfAborted();
    const error = translate(thrown, attempted);
    if (codeOf(error) !== 'unavailable' || pauseMs === undefined) throw error;
  }
  await pause(pauseMs, signal);
  return withRetries(attempted, signal, attempt, laterPauses);
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal });
  } catch (error) {
    signal.throwIfAborted(); // the caller's reason, not the timer's
    throw error;
  }
}
