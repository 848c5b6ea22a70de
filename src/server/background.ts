import type { Log } from '../base/log.ts';
import { codeOf } from '../base/errors.ts';

/** Work that nobody waits for: what was opened and clicked is written after the answer went out. */
export interface Background {
  /** Dropped, with a warning, when `MAX_PENDING` wait already: a flood of hits is no reason to run out of memory. */
  run(what: string, work: () => Promise<unknown>): void;
  /** Resolves when everything that was taken has ended. */
  drain(): Promise<void>;
}

const MAX_PENDING = 500;

export function openBackground(log: Log): Background {
  const pending = new Set<Promise<void>>();
  return {
    run(what, work) {
      if (pending.size >= MAX_PENDING) {
        log.warn({ what, pending: pending.size }, 'too much waits to be recorded: this was dropped');
        return;
      }
      const done = attempt(log, what, work).finally(() => pending.delete(done));
      pending.add(done);
    },
    async drain() {
      while (pending.size > 0) await Promise.all(pending);
    },
  };
}

async function attempt(log: Log, what: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    log.error({ what, code: codeOf(thrown) }, 'it could not be recorded');
  }
}
