import { codeOf, messageOf } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import type { Checkpointer } from './checkpointer.ts';

/** How long entries of a long-running command may wait for a checkpoint. */
const EVERY_MS = 30_000;

export interface DirtyTimer {
  /** Ends the timer; resolves when a cut that is under way has ended. */
  stop(): Promise<void>;
}

/** Cuts every half minute when the log has grown. It keeps no process alive, and a cut that fails is logged. */
export function startDirtyTimer(checkpointer: Pick<Checkpointer, 'cutNews'>, log: Log, everyMs = EVERY_MS): DirtyTimer {
  let underWay: Promise<void> | undefined;
  const timer = setInterval(() => {
    underWay ??= cutOnce(checkpointer, log).finally(() => {
      underWay = undefined;
    });
  }, everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}

async function cutOnce(checkpointer: Pick<Checkpointer, 'cutNews'>, log: Log): Promise<void> {
  try {
    await checkpointer.cutNews();
  } catch (thrown) {
    log.warn({ code: codeOf(thrown), problem: messageOf(thrown) }, 'no checkpoint of the audit log was cut');
  }
}
