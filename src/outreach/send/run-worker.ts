import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from '../../base/errors.ts';
import { advanceCampaigns } from '../campaign/advance.ts';
import { pauseActiveCampaigns } from '../campaign/pause-all.ts';
import type { HubDeps } from '../context.ts';
import { newProcessId } from '../process-id.ts';
import type { RenderLinks } from '../sequence/render-message.ts';
import { type Claimed, claimSends } from './claim.ts';
import { readDkimKey } from './compose-mail.ts';
import { beat, leaveInstance, restoreDoubt, takeInstance } from './instance-lease.ts';
import { assumeOverdue } from './resolve.ts';
import type { Judgement } from './retry-table.ts';
import { SMTP_TIMEOUTS, type SmtpTimeouts } from './smtp-transport.ts';
import { noteStaleInboxes } from './stale-inboxes.ts';
import { wakeHeld } from './wake-held.ts';
import { type SendContext, workSend } from './work-send.ts';

export interface WorkerOptions {
  /** A slug; one name never runs twice at once. */
  readonly worker: string;
  /** Ends when nothing is due any more. */
  readonly once: boolean;
  /** Mails under way at the same time. */
  readonly concurrency: number;
  readonly links?: RenderLinks | undefined;
  /** One pass over all inboxes; undefined: somebody else reads them. */
  readonly readInboxes?: (() => Promise<unknown>) | undefined;
  readonly times?: Partial<WorkerTimes>;
}

/** How often what is done, ms. */
export interface WorkerTimes {
  /** A claim belongs to its worker for so long; longer than any mail may take. */
  readonly leaseMs: number;
  /** Between two looks for what is due while nothing was. */
  readonly tickMs: number;
  /** Between two looks at the campaigns. */
  readonly advanceMs: number;
  /** Between two passes over the inboxes. */
  readonly pollMs: number;
  /** Between two looks at what moves in hours and days. */
  readonly slowMs: number;
  readonly smtp: SmtpTimeouts;
}

export const WORKER_TIMES: WorkerTimes = Object.freeze({
  leaseMs: SMTP_TIMEOUTS.wholeMs + 60_000,
  tickMs: 1_000,
  advanceMs: 5_000,
  pollMs: 60_000,
  slowMs: 60_000,
  smtp: SMTP_TIMEOUTS,
});

export interface WorkerReport {
  readonly already_running: boolean;
  /** Campaigns that were paused because the database may be an old copy. */
  readonly paused: number;
  readonly sent: number;
  readonly retried: number;
  readonly failed: number;
  readonly uncertain: number;
  readonly withdrawn: number;
}

/** Claims are asked for again when half of the mails under way have ended: one claim for several is one commit. */
const LOW_WATER = 0.5;
/** Of the mails under way, one of several mailboxes may have so many. */
const MAILBOX_SHARE = 0.5;

/**
 * Sends what is due, and moves all that depends on time, until a signal comes; with `once` until nothing is due. What is
 * under way when it ends is finished first.
 */
export async function runWorker(deps: HubDeps, options: WorkerOptions): Promise<WorkerReport> {
  const paused = await begin(deps, options.worker);
  if (paused === undefined) return { ...NOTHING, already_running: true };
  try {
    const run = new WorkerRun(deps, options, await contextOf(deps, options));
    return { ...(await run.toTheEnd()), paused };
  } finally {
    await leaveInstance(deps, options.worker);
  }
}

const NOTHING: WorkerReport = {
  already_running: false,
  paused: 0,
  sent: 0,
  retried: 0,
  failed: 0,
  uncertain: 0,
  withdrawn: 0,
};

/**
 * Takes the lease; how many campaigns were paused because this may be an old copy. One transaction: whoever dies in between
 * has neither the lease nor the last sign of life overwritten. Undefined when the name runs already.
 */
async function begin(deps: HubDeps, worker: string): Promise<number | undefined> {
  return deps.database.transaction(async (tx) => {
    const doubt = await restoreDoubt(tx, deps.clock.now());
    if (!(await takeInstance(tx, deps, worker))) return undefined;
    if (doubt === undefined) return 0;
    const paused = await pauseActiveCampaigns(tx, deps, `restore_guard: ${doubt}`);
    if (paused > 0) deps.log.warn({ doubt, paused }, 'campaigns are paused until somebody confirms them');
    return paused;
  });
}

async function contextOf(deps: HubDeps, options: WorkerOptions): Promise<SendContext> {
  const times = { ...WORKER_TIMES, ...options.times };
  return {
    deps,
    worker: {
      name: options.worker,
      processId: newProcessId('send', deps.clock.now()),
      leaseMs: times.leaseMs,
    },
    links: options.links,
    dkim: await readDkimKey(deps.settings.dkim),
    timeouts: times.smtp,
  };
}

const TALLY = {
  sent: 'sent',
  retry: 'retried',
  failed: 'failed',
  uncertain: 'uncertain',
  withdrawn: 'withdrawn',
} as const satisfies Record<Judgement['verdict'], keyof WorkerReport>;

class WorkerRun {
  readonly #deps: HubDeps;
  readonly #options: WorkerOptions;
  readonly #ctx: SendContext;
  readonly #times: WorkerTimes;
  readonly #underWay = new Set<Promise<void>>();
  readonly #byMailbox = new Map<string, number>();
  readonly #tally = { ...NOTHING };
  readonly #due = new Map<string, number>();
  #reading: Promise<void> | undefined;
  #failure: unknown;
  #isLost = false;
  #claimedAt = 0;

  constructor(deps: HubDeps, options: WorkerOptions, ctx: SendContext) {
    this.#deps = deps;
    this.#options = options;
    this.#ctx = ctx;
    this.#times = { ...WORKER_TIMES, ...options.times };
  }

  async toTheEnd(): Promise<WorkerReport> {
    try {
      while (!this.#mustStop()) {
        await this.#tick();
        const started = await this.#startSome();
        if (started === 0 && this.#options.once && this.#underWay.size === 0) break;
        await this.#wait(started);
      }
    } finally {
      await Promise.all(this.#underWay);
      await this.#reading;
    }
    if (this.#failure !== undefined) throw this.#failure;
    return { ...this.#tally };
  }

  #mustStop(): boolean {
    return this.#deps.signal.aborted || this.#isLost || this.#failure !== undefined;
  }

  /** What time alone moves. */
  async #tick(): Promise<void> {
    const { database } = this.#deps;
    const { name, processId } = this.#ctx.worker;
    await this.#every('beat', this.#times.tickMs, async () => {
      if (await beat(this.#deps, name)) return;
      this.#deps.log.error({ worker: name }, 'another process took over this worker name: stopping');
      this.#isLost = true;
    });
    await this.#every('advance', this.#times.advanceMs, () => advanceCampaigns(this.#deps));
    await this.#every('wake', this.#times.tickMs, () => wakeHeld(this.#deps));
    await this.#every('inbox', this.#times.pollMs, async () => this.#readInboxes());
    await this.#every('stale', this.#times.tickMs, () => noteStaleInboxes({ ...this.#deps, database }, processId));
    await this.#every('assume', this.#times.slowMs, () => assumeOverdue(this.#deps));
  }

  async #every(what: string, ms: number, work: () => Promise<unknown>): Promise<void> {
    const nowMs = this.#deps.clock.now();
    const leftMs = (this.#due.get(what) ?? 0) - nowMs;
    // More than its whole time is left: the clock went back, and must not stop the beat until it is where it was.
    if (leftMs > 0 && leftMs <= ms) return;
    this.#due.set(what, nowMs + ms);
    await work();
  }

  /** Mail servers are slow: the next claims do not wait for them, except once, where nothing comes afterwards. */
  async #readInboxes(): Promise<void> {
    const { readInboxes, once } = this.#options;
    if (readInboxes === undefined || this.#reading !== undefined) return;
    this.#reading = this.#readQuietly(readInboxes);
    if (once) await this.#reading;
  }

  /** An inbox that cannot be read stops follow-ups, not the worker. */
  async #readQuietly(readInboxes: () => Promise<unknown>): Promise<void> {
    try {
      await readInboxes();
    } catch (thrown) {
      this.#deps.log.error({ error: codeOf(thrown) }, 'the inboxes could not be read');
    } finally {
      this.#reading = undefined;
    }
  }

  /** How many were started or put off: with none, nothing is due now. */
  async #startSome(): Promise<number> {
    const { concurrency } = this.#options;
    const nowMs = this.#deps.clock.now();
    const isBusy =
      this.#underWay.size > concurrency * LOW_WATER && Math.abs(nowMs - this.#claimedAt) < this.#times.tickMs;
    const free = concurrency - this.#underWay.size;
    if (isBusy || free < 1 || this.#mustStop()) return 0;
    this.#claimedAt = nowMs;
    const share = { perMailbox: Math.ceil(concurrency * MAILBOX_SHARE), underWay: this.#byMailbox };
    const { claimed, putOff } = await claimSends(this.#deps, this.#ctx.worker, free, share);
    for (const claim of claimed) this.#start(claim);
    return claimed.length + putOff;
  }

  #start(claim: Claimed): void {
    const id = claim.mailbox.mailbox_id;
    this.#count(id, 1);
    const ended: Promise<void> = workSend(this.#ctx, claim)
      .then(
        (verdict) => {
          this.#tally[TALLY[verdict]] += 1;
        },
        (thrown: unknown) => {
          // Its row stays as it is until the lease runs out; what the database has against us concerns every mail.
          this.#failure ??= thrown;
        },
      )
      .finally(() => {
        this.#underWay.delete(ended);
        this.#count(id, -1);
      });
    this.#underWay.add(ended);
  }

  #count(mailboxId: string, change: 1 | -1): void {
    this.#byMailbox.set(mailboxId, (this.#byMailbox.get(mailboxId) ?? 0) + change);
  }

  /** Until a mail has ended, or it is time to look again. */
  async #wait(started: number): Promise<void> {
    if (started > 0 && this.#underWay.size <= this.#options.concurrency * LOW_WATER) return;
    const nap = new AbortController();
    const signal = AbortSignal.any([this.#deps.signal, nap.signal]);
    try {
      await Promise.race([...this.#underWay, sleep(this.#times.tickMs, undefined, { signal })]);
    } catch (thrown) {
      if (!this.#deps.signal.aborted) throw thrown;
    } finally {
      nap.abort();
    }
  }
}
