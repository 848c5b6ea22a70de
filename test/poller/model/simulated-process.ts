/** One process of a worker: real functions of the poller, behind a gate. It can be left standing, killed, or stopped. */
import type { AppError } from '../../../src/base/errors.ts';
import { codeOf } from '../../../src/base/errors.ts';
import { thisProcess } from '../../../src/base/process-identity.ts';
import { readTrip } from '../../../src/poller/breaker-table.ts';
import { claimFiles, releaseClaims } from '../../../src/poller/claim-files.ts';
import { emptyTally, LEASE_MS, type Route, type RunContext } from '../../../src/poller/context.ts';
import { renewLeases } from '../../../src/poller/file-table.ts';
import { finishMoves } from '../../../src/poller/finish-moves.ts';
import { listInbox } from '../../../src/poller/list-inbox.ts';
import { releaseHeld } from '../../../src/poller/release-held.ts';
import { finishRun, startRun } from '../../../src/poller/run-table.ts';
import { takeOverDead } from '../../../src/poller/take-over.ts';
import { WorkLoop } from '../../../src/poller/work-loop.ts';
import { leadCardBatch } from '../../../src/contract/index.ts';
import { ROUTES } from '../world.ts';
import { Gate } from './gate.ts';
import { gatedDatabase, GatedStore } from './gated-ports.ts';
import type { Ground } from './ground.ts';

/** What a process can be told to do: the parts of a run, and a run as a whole. hold: claims, and gives back unworked. */
export const TASKS = ['look', 'work', 'suspects', 'hold', 'takeOver', 'finish', 'release', 'run'] as const;
export type Task = (typeof TASKS)[number];

/** A build that knows the next version: what was held for it becomes ready. */
const UPGRADED: readonly Route[] = ROUTES.map(({ prefix }) => ({
  prefix,
  contract: {
    ...leadCardBatch,
    revisions: leadCardBatch.revisions.flatMap((revision) => [revision, { ...revision, schemaVersion: 'v2' }]),
  },
}));

interface Running {
  readonly task: Task;
  hasEnded: boolean;
  thrown: unknown;
}

export class SimulatedProcess {
  readonly runId: string;
  readonly #ground: Ground;
  readonly #gate = new Gate();
  readonly #store: GatedStore;
  readonly #stop = new AbortController();
  readonly #ctx: RunContext;
  #running: Running | undefined;

  private constructor(ground: Ground, name: string) {
    this.runId = `run-${name}`;
    this.#ground = ground;
    this.#store = new GatedStore(ground.store, this.#gate);
    this.#ctx = {
      ...ground.deps,
      database: gatedDatabase(ground.database, this.#gate),
      store: this.#store,
      signal: this.#stop.signal,
      routes: ROUTES,
      worker: name,
      identity: thisProcess(),
      limit: 10,
      breaker: true,
      runId: this.runId,
      tally: emptyTally(),
      requestsBefore: {},
      leaseLost: new AbortController(),
    };
  }

  /** Each process has a name of its own: that one name never runs twice is promised, and tested, elsewhere. */
  static async start(ground: Ground, name: string): Promise<SimulatedProcess> {
    const process = new SimulatedProcess(ground, name);
    const nowMs = ground.clock.now();
    const start = {
      runId: process.runId,
      worker: name,
      identity: thisProcess(),
      nowMs,
      leaseUntilMs: nowMs + LEASE_MS,
    };
    await ground.database.transaction(async (tx) => startRun(tx, start));
    return process;
  }

  get isBusy(): boolean {
    return this.#running !== undefined;
  }

  /** Begins; it waits at its first gate when this resolves. */
  async begin(task: Task, limit: number): Promise<void> {
    const running: Running = { task, hasEnded: false, thrown: undefined };
    this.#running = running;
    perform(task, { ...this.#ctx, limit }).then(
      () => {
        running.hasEnded = true;
      },
      (thrown: unknown) => {
        running.thrown = thrown;
        running.hasEnded = true;
      },
    );
    await this.#rest(running);
  }

  /** Goes on to its next gate; what it did, undefined when there was nothing to do. */
  async step(choice: number): Promise<string | undefined> {
    const running = this.#running;
    if (running === undefined) return undefined;
    const what = this.#gate.open(choice);
    await this.#rest(running);
    return what;
  }

  arm(...[fault]: Parameters<Gate['arm']>): void {
    this.#gate.arm(fault);
  }

  /** SIGTERM. */
  stop(): void {
    this.#stop.abort();
  }

  get isStopped(): boolean {
    return this.#stop.signal.aborted;
  }

  /** SIGKILL: what it was doing is never gone on with, and its files are closed. */
  async kill(): Promise<void> {
    this.#running = undefined;
    await this.#store.close();
  }

  /** The heartbeat. */
  async renew(): Promise<void> {
    await renewLeases(this.#ground.database, this.runId, this.#ground.clock.now() + LEASE_MS);
  }

  /** The end of a run as a run ends: what it leaves behind may be taken up at once. */
  async end(): Promise<void> {
    const nowMs = this.#ground.clock.now();
    await this.#ground.database.transaction(async (tx) => {
      await tx.run('update file set lease_until_ms = null where run_id = $1 and lease_until_ms is not null', [
        this.runId,
      ]);
      await finishRun(tx, this.runId, 'finished', {}, nowMs);
    });
    await this.kill();
  }

  async #rest(running: Running): Promise<void> {
    await this.#gate.rest(() => running.hasEnded);
    if (!running.hasEnded) return;
    this.#running = undefined;
    if (running.thrown !== undefined && !this.#isExpected(running.thrown)) throw running.thrown;
  }

  /** A process ends early by its own signal or by a fault that it met, and by nothing else. */
  #isExpected(thrown: unknown): boolean {
    if (this.isStopped && thrown === this.#stop.signal.reason) return true;
    return this.#gate.injected.has(codeOf(thrown) satisfies AppError['code']);
  }
}

/** The parts of a run in their order. */
async function perform(task: Task, ctx: RunContext): Promise<void> {
  switch (task) {
    case 'look':
      return look(ctx);
    case 'work':
      return work(ctx, ['usual']);
    case 'suspects':
      return work(ctx, ['suspects']);
    case 'hold':
      return hold(ctx);
    case 'takeOver':
      return takeOverDead(ctx);
    case 'finish':
      return finishMoves(ctx);
    case 'release':
      return releaseHeld({ ...ctx, routes: UPGRADED });
    case 'run':
      await takeOverDead(ctx);
      await finishMoves(ctx);
      await look(ctx);
      return work(ctx, ['usual', 'suspects']);
  }
}

async function look(ctx: RunContext): Promise<void> {
  for (const route of ctx.routes) await listInbox(ctx, route, async () => {});
}

async function hold(ctx: RunContext): Promise<void> {
  const usual = await claimFiles(ctx, ctx.limit, false);
  const claims = usual.length > 0 ? usual : await claimFiles(ctx, 1, true);
  await releaseClaims(
    ctx,
    claims.map(({ file }) => file),
  );
}

async function work(ctx: RunContext, kinds: readonly ('usual' | 'suspects')[]): Promise<void> {
  const loop = new WorkLoop(ctx, (await readTrip(ctx.database)) !== undefined);
  try {
    for (const kind of kinds) await loop.drain(kind);
  } finally {
    await loop.finish();
  }
}
