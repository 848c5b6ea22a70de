import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { startDirtyTimer } from '../audit/index.ts';
import { classOf, codeOf, messageOf } from '../base/errors.ts';
import type { ExportContext } from './context.ts';
import { onDisk } from './disk-errors.ts';
import { dropFile } from './drop-file.ts';
import {
  DEFAULT_RESCAN_MS,
  DEFAULT_STABLE_MS,
  type DropOutcome,
  type DropReport,
  type DropRequest,
  MAX_SETTLING_MS,
} from './drop-request.ts';
import { DropScanner, REJECTED, SENT } from './drop-scan.ts';
import type { BatchOutcome, ExporterDeps } from './request.ts';
import { openContext, resume } from './resume-outbox.ts';

/** No file has this name. */
const OUTBOX = '';

/**
 * Publishes batch and record files that people put into a folder, one at a time, until the signal aborts. Events only
 * wake it up; what is true is the folder as it is listed.
 */
export async function watchDropFolder(deps: ExporterDeps, request: DropRequest): Promise<DropReport> {
  const watcher = new DropWatcher(deps, request);
  const bell = new Bell(deps.signal);
  const stopWatching = await watcher.watch(bell);
  const timer = request.dryRun ? undefined : deps.checkpointer && startDirtyTimer(deps.checkpointer, deps.log);
  try {
    await watcher.run(bell);
  } catch (thrown) {
    // An interrupted file stays where it is, and the outbox knows how far it came.
    if (!deps.signal.aborted) throw thrown;
  } finally {
    await timer?.stop();
    await stopWatching();
  }
  if (!request.dryRun) await deps.checkpointer?.cutNews();
  return watcher.report();
}

class DropWatcher {
  readonly #deps: ExporterDeps;
  readonly #request: DropRequest;
  readonly #folder: string;
  readonly #stableMs: number;
  readonly #rescanMs: number;
  readonly #once: boolean;
  readonly #scanner: DropScanner;
  readonly #counts = { sent: 0, rejected: 0, batches: 0, records: 0, rejected_records: 0 };
  #waiting = 0;
  /** What failed, by name, and when it is tried again. */
  readonly #held = new Map<string, number>();

  constructor(deps: ExporterDeps, request: DropRequest) {
    this.#deps = deps;
    this.#request = request;
    this.#folder = resolve(request.folder);
    this.#stableMs = request.stableMs ?? DEFAULT_STABLE_MS;
    this.#rescanMs = request.rescanMs ?? DEFAULT_RESCAN_MS;
    this.#once = request.once || request.dryRun;
    this.#scanner = new DropScanner(this.#folder, this.#stableMs, deps.log);
    if (!request.dryRun) this.#makeFolders();
  }

  report(): DropReport {
    return { ...this.#counts, waiting: this.#waiting, dry_run: this.#request.dryRun };
  }

  /** Rings on every change; a function that ends it. */
  async watch(bell: Bell): Promise<() => Promise<void>> {
    if (this.#once) return () => Promise.resolve();
    const { watch } = await import('chokidar');
    const watcher = watch(this.#folder, { depth: 0, ignoreInitial: true });
    watcher.on('all', () => bell.ring());
    // What came between our first look and now gave no event.
    watcher.on('ready', () => bell.ring());
    watcher.on('error', (error) =>
      this.#deps.log.warn({ message: messageOf(error) }, 'no events from the drop folder'),
    );
    return () => watcher.close();
  }

  async run(bell: Bell): Promise<void> {
    const { clock, signal } = this.#deps;
    const startMs = clock.now();
    while (!signal.aborted) {
      const { ready, unsettled } = this.#scanner.scan(clock.now());
      this.#waiting = unsettled + ready.length;
      const changed = await this.#takeAll(ready);
      const settled = unsettled === 0 && !changed;
      if (this.#once && (settled || clock.now() - startMs > MAX_SETTLING_MS)) return;
      // While a file settles, events would only tell that it is still being written.
      if (!settled) await bell.sleep(this.#stableMs);
      else await bell.wait(this.#rescanMs);
    }
  }

  /** True when a file changed while it was looked at. */
  async #takeAll(names: readonly string[]): Promise<boolean> {
    if (!(await this.#tryResume())) return false;
    let changed = false;
    for (const name of names) {
      this.#deps.signal.throwIfAborted();
      if (this.#isHeld(name)) continue;
      changed = !(await this.#take(name)) || changed;
      // What failed in the store for one file fails here again, and spares the other files the same.
      if (!(await this.#tryResume())) return changed;
    }
    return changed;
  }

  /** False when it changed meanwhile. A file that cannot be published now is left in place. */
  async #take(name: string): Promise<boolean> {
    try {
      const outcome = await dropFile(this.#context(), this.#folder, name);
      if (outcome !== undefined) this.#count(outcome);
      return outcome !== undefined;
    } catch (thrown) {
      if (['gone', 'changed'].includes(classOf(thrown))) return false;
      this.#hold(name, thrown);
      return true;
    }
  }

  /** False when the outbox cannot be emptied now: then nothing else can be published either. */
  async #tryResume(): Promise<boolean> {
    if (this.#request.dryRun) return true;
    if (this.#isHeld(OUTBOX)) return false;
    try {
      this.#countPublished(await resume(openContext(this.#deps, this.#request.spoolFolder)));
      return true;
    } catch (thrown) {
      this.#hold(OUTBOX, thrown);
      return false;
    }
  }

  #isHeld(name: string): boolean {
    return (this.#held.get(name) ?? 0) > this.#deps.clock.now();
  }

  /** Until the next rescan. A single pass has none, so it ends with the error. */
  #hold(name: string, thrown: unknown): void {
    if (this.#once || this.#deps.signal.aborted) throw thrown;
    this.#deps.log.error({ name, error: codeOf(thrown), message: messageOf(thrown) }, 'to be tried again');
    this.#held.set(name, this.#deps.clock.now() + this.#rescanMs);
  }

  #context(): ExportContext {
    const settings = { ...this.#request, rejectsFolder: join(this.#folder, REJECTED) };
    return { ...openContext(this.#deps, settings.spoolFolder), settings, again: false };
  }

  #count(outcome: DropOutcome): void {
    this.#countPublished(outcome.batches);
    this.#counts[outcome.verdict] += 1;
    this.#counts.rejected_records += outcome.rejected.count;
    this.#waiting -= 1;
    this.#held.delete(outcome.name);
    this.#request.onOutcome?.(outcome);
  }

  #countPublished(batches: readonly BatchOutcome[]): void {
    const published = batches.filter(({ status }) => status === 'published');
    this.#counts.batches += published.length;
    this.#counts.records += published.reduce((sum, { records }) => sum + records, 0);
  }

  #makeFolders(): void {
    for (const folder of [SENT, REJECTED]) {
      const path = join(this.#folder, folder);
      onDisk(`make the folder ${path}`, () => mkdirSync(path, { recursive: true }));
    }
  }
}

/** Wakes one sleeper early. A ring while nobody sleeps counts for the next one. */
class Bell {
  readonly #signal: AbortSignal;
  #rung = new AbortController();

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  ring(): void {
    this.#rung.abort();
  }

  /** Until the bell rings, the time is up or the command is interrupted. */
  async wait(ms: number): Promise<void> {
    await sleep(ms, AbortSignal.any([this.#signal, this.#rung.signal]));
    this.#rung = new AbortController();
  }

  async sleep(ms: number): Promise<void> {
    await sleep(ms, this.#signal);
  }
}

async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await setTimeout(ms, undefined, { signal });
  } catch (thrown) {
    if (!signal.aborted) throw thrown;
  }
}
