import { AppError, codeOf } from '../base/errors.ts';
import type { HandoffReceipt } from '../contract/handoff-receipt/1.0.0/types.generated.ts';
import { readReceipt } from '../contract/handoff-receipt/read-receipt.ts';
import { payloadOf } from '../objectstore/payload.ts';
import type { PollerDeps } from './context.ts';

/** How often a receipt may come and go between two looks at it. */
const MAX_TRIES = 3;
/** A verdict outweighs those before it: a batch that was taken is never said to be anything less. */
const WEIGHT = { held: 0, quarantined: 1, ingested: 2 } as const satisfies Record<HandoffReceipt['verdict'], number>;

/**
 * Puts a receipt under its key, write-once. What lies there already stays if it says the same or more; older news is
 * removed first. Safe to repeat, and for several workers at once. Throws errors of the environment.
 */
export async function putReceipt(
  deps: PollerDeps,
  key: string,
  receipt: HandoffReceipt,
): Promise<'created' | 'replaced' | 'exists'> {
  const payload = payloadOf(new TextEncoder().encode(`${JSON.stringify(receipt, undefined, 2)}\n`));
  let replaced = false;
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    if ((await deps.store.putIfAbsent(key, payload, {}, deps.signal)) === 'created')
      return replaced ? 'replaced' : 'created';
    const stored = await readStored(deps, key);
    if (stored === undefined) continue;
    if (stored.receipt !== undefined && saysEnough(stored.receipt, receipt)) return 'exists';
    await deps.store.remove(key, stored.etag, deps.signal);
    replaced = true;
  }
  throw new AppError('unavailable', `write ${key}: another writer changes it all the time`);
}

interface Stored {
  readonly etag: string;
  /** Undefined where a stranger put something else under our key. */
  readonly receipt: HandoffReceipt | undefined;
}

/** Undefined when it is gone again. */
async function readStored(deps: PollerDeps, key: string): Promise<Stored | undefined> {
  try {
    const object = await deps.store.open(key, { signal: deps.signal });
    try {
      return { etag: object.head.etag, receipt: await readReceipt(object.body) };
    } catch (thrown) {
      if (codeOf(thrown) !== 'content') throw thrown;
      deps.log.warn({ key }, 'what lay there was no receipt; it is replaced');
      return { etag: object.head.etag, receipt: undefined };
    } finally {
      await object.close();
    }
  } catch (thrown) {
    if (codeOf(thrown) !== 'not_found') throw thrown;
    return undefined;
  }
}

function saysEnough(stored: HandoffReceipt, mine: HandoffReceipt): boolean {
  const sameBatch =
    stored.batch_contract === mine.batch_contract &&
    stored.batch_id === mine.batch_id &&
    stored.sha256 === mine.sha256 &&
    stored.system === mine.system;
  // Two names in the inbox may share one key: a batch that was taken outweighs the other one's refusal.
  if (!sameBatch) return stored.system === mine.system && stored.verdict === 'ingested' && mine.verdict !== 'ingested';
  if (stored.verdict === 'ingested') return true;
  if (WEIGHT[mine.verdict] > WEIGHT[stored.verdict]) return false;
  const sameNews = stored.verdict === mine.verdict && stored.reason_code === mine.reason_code;
  // Judged once more, after a release: the later verdict is the one that stands.
  return sameNews || Date.parse(stored.decided_at) >= Date.parse(mine.decided_at);
}
