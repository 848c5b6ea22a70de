import { AppError, classOf, codeOf, ERRORS } from '../base/errors.ts';
import { archiveFiles, type Movable } from './archive-file.ts';
import { Breaker, clearBreaker } from './breaker.ts';
import { type Claimed, claimFiles, releaseClaims } from './claim-files.ts';
import type { RunContext, Tally } from './context.ts';
import { quarantineFiles } from './quarantine-file.ts';
import type { Settled } from './settled.ts';
import { openVerifier, type Verifier } from './verifier.ts';
import { type Worked, workFiles } from './work-files.ts';

/** So many errors of the environment in a row end the run: what is down stays down for a while. */
const MAX_TRANSIENT_IN_A_ROW = 10;

/** Claims, works and moves files until none is left, the limit is reached or something says stop. */
export class WorkLoop {
  readonly #ctx: RunContext;
  #breaker: Breaker;
  #probing: boolean;
  #verifier: Verifier | undefined;
  #budget: number;
  #transientInARow = 0;
  /** Moves of the group before: they overlap with the reading of the next one. */
  #moving: Promise<void> = Promise.resolve();

  constructor(ctx: RunContext, tripped: boolean) {
    this.#ctx = ctx;
    this.#probing = tripped && ctx.breaker;
    this.#breaker = new Breaker(ctx.breaker ? (tripped ? 'probe' : 'on') : 'off');
    this.#budget = ctx.limit;
  }

  get trippedBy(): string | undefined {
    return this.#breaker.trippedBy;
  }

  /** Works everything that is ready. Files with a crash behind them come afterwards, each alone. */
  async drain(kind: 'usual' | 'suspects'): Promise<void> {
    while (this.#mayGoOn()) {
      const limit = this.#probing ? 1 : this.#budget;
      const claims = await claimFiles(this.#ctx, limit, kind === 'suspects');
      if (claims.length === 0) return;
      this.#budget -= claims.length;
      await this.#work(claims);
    }
  }

  /** Ends the run's moves: what waited for the breaker moves now, or goes back after a trip. */
  async finish(): Promise<void> {
    const { database, tally } = this.#ctx;
    try {
      await this.#moving;
      if (!this.#ctx.signal.aborted) await this.#quarantine(this.#breaker.flush());
      const returned = await database.transaction((tx) => this.#breaker.giveBack(this.#ctx, tx));
      tally.quarantined -= returned;
    } finally {
      await this.#verifier?.close();
    }
  }

  #mayGoOn(): boolean {
    return this.#budget > 0 && !this.#ctx.signal.aborted && this.#breaker.trippedBy === undefined;
  }

  async #work(claims: readonly Claimed[]): Promise<void> {
    const backlog = claims.reduce((sum, { file }) => sum + file.size, 0);
    this.#verifier ??= openVerifier(backlog);
    try {
      for await (const group of workFiles(this.#ctx, this.#verifier, claims)) {
        await this.#afterCommit(group);
        if (!this.#mayGoOn() && this.#budget > 0) break;
      }
    } finally {
      await releaseClaims(
        this.#ctx,
        claims.map(({ file }) => file),
      );
    }
  }

  /** The group's rows are durable: count it, then move its bytes while the next group is read. */
  async #afterCommit(group: readonly Worked[]): Promise<void> {
    const archive: Movable[] = [];
    const quarantine: Movable[] = [];
    for (const { settled, fetched } of group) {
      addTally(this.#ctx.tally, settled.tally);
      this.#countErrors(settled);
      if (settled.move?.to === 'archive') archive.push({ file: settled.move.file, fetched });
      quarantine.push(...this.#askBreaker(settled));
    }
    if (this.#probing && archive.length > 0) await this.#endProbe();
    await this.#moving;
    this.#moving = this.#move(archive, quarantine);
    // A failure is thrown where the promise is awaited next; until then it must not count as unhandled.
    this.#moving.catch(() => undefined);
    if (this.#transientInARow >= MAX_TRANSIENT_IN_A_ROW) {
      throw new AppError(
        'unavailable',
        `work the inbox of ${this.#ctx.store.location}: ${MAX_TRANSIENT_IN_A_ROW} files in a row could not be read`,
        {
          hint: 'the files wait for a retry; look at the store with "handoff doctor"',
        },
      );
    }
  }

  #askBreaker(settled: Settled): Movable[] {
    if (settled.streak === undefined) return [];
    if (settled.streak === 'ingested') return this.#breaker.flush();
    return settled.move === undefined
      ? []
      : this.#breaker.refused({ file: settled.move.file, fetched: undefined }, settled.streak);
  }

  async #endProbe(): Promise<void> {
    await this.#ctx.database.transaction((tx) => clearBreaker(this.#ctx, tx, `worker:${this.#ctx.worker}`));
    this.#probing = false;
    this.#breaker = new Breaker('on');
  }

  #countErrors(settled: Settled): void {
    if (settled.error !== undefined && ERRORS[settled.error].class === 'transient') this.#transientInARow += 1;
    else if (settled.error === undefined) this.#transientInARow = 0;
  }

  async #move(archive: readonly Movable[], quarantine: readonly Movable[]): Promise<void> {
    this.#judge(archive.length === 0 ? undefined : await archiveFiles(this.#ctx, archive));
    await this.#quarantine(quarantine);
  }

  async #quarantine(files: readonly Movable[]): Promise<void> {
    if (files.length > 0) this.#judge(await quarantineFiles(this.#ctx, files));
  }

  /** A move that the environment prevented is done by a later run, unless no later run could do better. */
  #judge(failure: unknown): void {
    if (failure === undefined || this.#ctx.signal.aborted) return;
    if (classOf(failure) !== 'transient') throw failure;
    this.#ctx.log.warn({ error: codeOf(failure) }, 'a move has to wait for the next run');
    this.#ctx.tally.retried += 1;
  }
}

function addTally(total: Tally, part: Tally): void {
  for (const key of Object.keys(part) as (keyof Tally)[]) total[key] += part[key];
}
