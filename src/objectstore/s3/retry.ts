import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from '../../base/errors.ts';
import { translate } from './errors.ts';

/**
 * Short retries, for what is over in a second: a reset connection, a store that says "slow down". Everything longer is
 * the caller's to schedule. A store that asks for a few seconds gets them; one that asks for more is not waited for,
 * and as these two attempts cost it little, it is asked as if it had named no time. The SDK's own retries are off: they cannot send a stream again, and they correct a wrong
 * clock silently.
 */
const PAUSES_MS = [100, 500];
/** The longest that a store may ask for: whoever waits holds a claim, a run or a person. */
const MAX_ASKED_MS = 5_000;

export async function withRetries<T>(
  attempted: string,
  signal: AbortSignal,
  attempt: () => Promise<T>,
  [pauseMs, ...laterPauses]: readonly number[] = PAUSES_MS,
): Promise<T> {
  signal.throwIfAborted();
  let askedMs: number;
  try {
    return await attempt();
  } catch (thrown) {
    signal.throwIfAborted();
    const error = translate(thrown, attempted);
    if (codeOf(error) !== 'unavailable' || pauseMs === undefined) throw error;
    askedMs = retryAfterMs(thrown);
  }
  await pause(Math.max(pauseMs, askedMs), signal);
  return withRetries(attempted, signal, attempt, laterPauses);
}

/** `Retry-After` in seconds, as S3 servers write it; a date would be compared with a clock that may be wrong. */
function retryAfterMs(thrown: unknown): number {
  const { $response } = thrown as { $response?: { headers?: Readonly<Record<string, string>> } };
  const asked = $response?.headers?.['retry-after'] ?? '';
  const askedMs = /^\d{1,9}$/.test(asked) ? Number(asked) * 1000 : 0;
  return askedMs <= MAX_ASKED_MS ? askedMs : 0;
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal });
  } catch (error) {
    signal.throwIfAborted(); // the caller's reason, not the timer's
    throw error;
  }
}
