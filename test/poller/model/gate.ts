/**
 * Where a simulated process can be stopped: before every transaction and before every call of the store. Nothing of
 * what it calls is imitated; it is only told when to go on. A process whose gate never opens again is a killed one.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError, type ErrorCode } from '../../../src/base/errors.ts';

/** Turns of the event loop before a process that neither waits nor ends counts as stuck. */
const MAX_TURNS = 1_000_000;
/** Calls that other calls depend on are over within a turn; the second one makes sure. */
const CALM_TURNS = 2;

/** An error of the environment at the next call of the store; `after`: the call took effect, its answer was lost. */
export interface Fault {
  readonly code: Extract<ErrorCode, 'unavailable' | 'denied'>;
  readonly after: boolean;
}

interface Stop {
  readonly what: string;
  readonly open: () => void;
}

export class Gate {
  readonly #waiting: Stop[] = [];
  readonly #injected = new Set<ErrorCode>();
  #running = 0;
  #fault: Fault | undefined;

  get isWaiting(): boolean {
    return this.#waiting.length > 0;
  }

  /** Codes of the faults that this process met: it may end with one of them, and with no other. */
  get injected(): ReadonlySet<ErrorCode> {
    return this.#injected;
  }

  arm(fault: Fault): void {
    this.#fault = fault;
  }

  /** Waits to be let through, then calls. */
  async through<T>(what: string, call: () => Promise<T>): Promise<T> {
    await new Promise<void>((resolve) => {
      this.#waiting.push({ what, open: resolve });
    });
    return this.track(call);
  }

  /** As above for a call of the store: it may meet a fault. */
  async throughFaulty<T>(what: string, call: () => Promise<T>): Promise<T> {
    return this.through(what, async () => {
      const fault = this.#fault;
      this.#fault = undefined;
      if (fault === undefined) return call();
      this.#injected.add(fault.code);
      if (fault.after) await call();
      throw new AppError(fault.code, `${what}: a fault on purpose`);
    });
  }

  /** Calls at once; the process is not at rest before it is over. */
  async track<T>(call: () => Promise<T>): Promise<T> {
    this.#running += 1;
    try {
      return await call();
    } finally {
      this.#running -= 1;
    }
  }

  /** Lets one of the waiting calls through; what it was. */
  open(choice: number): string | undefined {
    const [stop] = this.#waiting.splice(choice % Math.max(this.#waiting.length, 1), 1);
    stop?.open();
    return stop?.what;
  }

  /** Resolves once the process waits here or has ended. */
  async rest(hasEnded: () => boolean): Promise<void> {
    let calm = 0;
    for (let turn = 0; turn < MAX_TURNS; turn += 1) {
      await nextTurn();
      calm = this.#running === 0 && (this.isWaiting || hasEnded()) ? calm + 1 : 0;
      if (calm === CALM_TURNS) return;
    }
    throw new Error('a simulated process neither waits nor ends');
  }
}
