import type { ReasonCode } from '../base/reasons.ts';
import type { Transaction } from '../database/port.ts';
import { clearTrip, storeTrip } from './breaker-table.ts';
import type { Movable } from './archive-file.ts';
import { factsOf, type RunContext } from './context.ts';
import { type FileChange, moveFile } from './file-table.ts';
import { unlessFenced } from './unless-fenced.ts';

/** A file as if it had not been judged. */
const UNJUDGED = {
  code: null, problems: null, verdict: null, destination: null, receipt: null, lease_until_ms: null,
} satisfies FileChange; // prettier-ignore

/** So many different files refused in a row for one code look like a fault of ours, not of the files. */
const TRIP_AFTER = 5;

/**
 * Holds back the moves of refused files while they are refused in a row for one code, so that a bad deploy cannot empty
 * the inbox into quarantine: at five none of them moves.
 */
export class Breaker {
  readonly #limit: number;
  #waiting: Movable[] = [];
  #code: ReasonCode | undefined;
  #trippedBy: ReasonCode | undefined;

  /** `probe`: an earlier run tripped, so the first refusal trips again. `off`: nothing is held back. */
  constructor(mode: 'on' | 'off' | 'probe') {
    this.#limit = { on: TRIP_AFTER, off: Infinity, probe: 1 }[mode];
  }

  get trippedBy(): ReasonCode | undefined {
    return this.#trippedBy;
  }

  /** A file was refused. Returns the files whose moves need not wait any longer. */
  refused(item: Movable, code: ReasonCode): Movable[] {
    const released = code === this.#code ? [] : this.flush();
    this.#code = code;
    this.#waiting.push(item);
    if (this.#limit === Infinity) return [...released, ...this.flush()];
    if (this.#waiting.length >= this.#limit) this.#trippedBy ??= code;
    return released;
  }

  /** The streak ended, by a good file or by the end of the run. Nothing is released after a trip. */
  flush(): Movable[] {
    if (this.#trippedBy !== undefined) return [];
    const released = this.#waiting;
    this.#waiting = [];
    this.#code = undefined;
    return released;
  }

  /**
   * After a trip: all that waited goes back to ready, untouched, and the trip is remembered. Returns how many went: what
   * another worker has taken over meanwhile is its own.
   */
  async giveBack(ctx: RunContext, tx: Transaction): Promise<number> {
    if (this.#trippedBy === undefined) return 0;
    const now = ctx.clock.now();
    await storeTrip(tx, this.#trippedBy, ctx.runId, now);
    await ctx.audit.append(tx, {
      event: 'breaker.tripped',
      outcome: 'failure',
      reason_code: this.#trippedBy,
      run_id: ctx.runId,
      actor: `worker:${ctx.worker}`,
      detail: { files: this.#waiting.length },
    });
    let returned = 0;
    for (const { file } of this.#waiting) {
      await unlessFenced(ctx, tx, file, async () => {
        await moveFile(tx, file, 'quarantining', 'ready', UNJUDGED, now);
        const detail = { key: file.key };
        const facts = { ...factsOf(ctx, file), reason_code: file.code, detail };
        await ctx.audit.append(tx, { ...facts, event: 'file.returned', outcome: 'success' });
        returned += 1;
      });
    }
    return returned;
  }
}

/** One ingested file, or the operator, says that the system works again. */
export async function clearBreaker(ctx: RunContext, tx: Transaction, actor: string): Promise<void> {
  if (!(await clearTrip(tx))) return;
  await ctx.audit.append(tx, { event: 'breaker.cleared', outcome: 'success', run_id: ctx.runId, actor });
}
