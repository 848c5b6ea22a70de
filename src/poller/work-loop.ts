import { AppError, classOf, codeOf, ERRORS } from '../base/errors.ts';
import { archiveFiles, type Movable } from './archive-file.ts';
import { Breaker, clearBreaker } from './breaker.ts';
import { type Claimed, claimFiles, releaseClaims } from './claim-files.ts';
import type { RunContext, Tally } from './context.ts';
import { quarantineFiles } from './quarantine-file.ts';
import type { Settled } from './settled.ts';
import { inlineVerifier, openThread, type Verifier } from './verifier.ts';
import { type Worked, workFiles } from './work-files.ts';

/** So many errors of the environment in a row end the run: what is down stays down for a while. */
const MAX_TRANSIENT_IN_A_ROW = 10;
/** One unreadable file must not keep the others waiting; several in a row are no accident. */
const MAX_CONFIG_IN_A_ROW = 3;
/** Less than this and starting a thread takes longer than the work. */
const INLINE_BYTES = 1024 * 1024;

/** Claims, works and moves files until none is left, the limit is reached or something says stop. */
export class WorkLoop {
  readonly #ctx: RunContext;
  #breaker: Breaker;
  #probing: boolean;
  #thread: Verifier | undefined;
  #failure: AppError | undefined;
  #configInARow = 0;
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

  /** What a person has to mend before the files that wait for it can be read. */
  get failure(): AppError | undefined {
    return this.#failure;
  }

  /** Works everything that is ready. Files with a crash behind them come afterwards, each alone. */
  async drain(kind: 'usual' | 'suspects'): Promise<void> {
    while (this.#budget > 0 && !this.#mustStop()) {
      const limit = this.#probing ? 1 : this.#budget;
      const claims = await claimFiles(this.#ctx, limit, kind === 'suspects');
      if (claims.length === 0) return;
      this.#budget -= claims.length;
      await this.#work(claims);
    }
  }

  /** Ends the run's moves: what waited for the breaker moves now. */
  async finish(): Promise<void> {
    try {
      await this.#moving;
      if (!this.#ctx.signal.aborted) await this.#quarantine(this.#breaker.flush());
    } finally {
      await this.#thread?.close();
    }
  }

  #mustStop(): boolean {
    const { signal, leaseLost } = this.#ctx;
    return signal.aborted || leaseLost.signal.aborted || this.#breaker.trippedBy !== undefined;
  }

  async #work(claims: readonly Claimed[]): Promise<void> {
    const backlog = claims.reduce((sum, { file }) => sum + file.size, 0);
    try {
      for await (const group of workFiles(this.#ctx, this.#verifierFor(backlog), claims)) {
        await this.#afterCommit(group);
        if (this.#mustStop()) break;
      }
    } finally {
      await releaseClaims(
        this.#ctx,
        claims.map(({ file }) => file),
      );
    }
  }

  /** A thread beside the writer for large backlogs, this thread for small ones: the same code either way. */
  #verifierFor(backlogBytes: number): Verifier {
    if (this.#thread === undefined && backlogBytes < INLINE_BYTES) return inlineVerifier;
    this.#thread ??= openThread();
    return this.#thread;
  }

  /** The group's rows are durable: count it, then move its bytes while the next group is read. */
  async #afterCommit(group: readonly Worked[]): Promise<void> {
    const archive: Movable[] = [];
    const quarantine: Movable[] = [];
    for (const { settled, fetched } of group) {
      addTally(this.#ctx.tally, settled.tally);
      if (settled.move?.to === 'archive') archive.push({ file: settled.move.file, fetched });
      quarantine.push(...this.#askBreaker(settled));
    }
    try {
      await this.#afterVerdicts(archive.length > 0);
      await this.#moving;
    } catch (thrown) {
      // Their rows are committed; the next run moves them.
      for (const { fetched } of archive) await fetched?.close();
      throw thrown;
    }
    this.#moving = this.#move(archive, quarantine);
    // A failure is thrown where the promise is awaited next; until then it must not count as unhandled.
    this.#moving.catch(() => undefined);
    for (const { settled } of group) this.#countErrors(settled);
  }

  /** The breaker's trip and its end are stored before anything else can fail. */
  async #afterVerdicts(anyIngested: boolean): Promise<void> {
    const { database, tally } = this.#ctx;
    if (this.#breaker.trippedBy !== undefined) {
      tally.quarantined -= await database.transaction((tx) => this.#breaker.giveBack(this.#ctx, tx));
    } else if (this.#probing && anyIngested) {
      await database.transaction((tx) => clearBreaker(this.#ctx, tx, `worker:${this.#ctx.worker}`));
      this.#probing = false;
      this.#breaker = new Breaker('on');
    }
  }

  #askBreaker(settled: Settled): Movable[] {
    if (settled.streak === undefined) return [];
    if (settled.streak === 'ingested') return this.#breaker.flush();
    return settled.move === undefined
      ? []
      : this.#breaker.refused({ file: settled.move.file, fetched: undefined }, settled.streak);
  }

  #countErrors({ error }: Settled): void {
    const kind = error === undefined ? undefined : ERRORS[error.code].class;
    this.#transientInARow = kind === 'transient' ? this.#transientInARow + 1 : 0;
    this.#configInARow = kind === 'config' ? this.#configInARow + 1 : 0;
    if (kind === 'config') this.#failure ??= error;
    if (error !== undefined && this.#configInARow >= MAX_CONFIG_IN_A_ROW) throw error;
    if (this.#transientInARow < MAX_TRANSIENT_IN_A_ROW) return;
    const inARow = `${MAX_TRANSIENT_IN_A_ROW} files in a row could not be read`;
    throw new AppError('unavailable', `work the inbox of ${this.#ctx.store.location}: ${inARow}`, {
      hint: 'the files wait for a retry; look at the store with "handoff doctor"',
    });
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
    if (classOf(failure) === 'config') throw failure;
    this.#ctx.log.warn({ error: codeOf(failure) }, 'a move has to wait for the next run');
    this.#ctx.tally.retried += 1;
  }
}

function addTally(total: Tally, part: Tally): void {
  for (const key of Object.keys(part) as (keyof Tally)[]) total[key] += part[key];
}
