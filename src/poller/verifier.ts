import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { messageOf } from '../base/errors.ts';
import { verifyFile } from './verify-file.ts';
import type { VerifyJob, VerifyMessage } from './verify-job.ts';

/** Weight of the messages between reader and writer: about 2,000 rows, 2 MB. */
export const MAX_WEIGHT_IN_FLIGHT = 2_048;
/** What a message weighs without its rows, so that many small files are bounded too. */
const MESSAGE_WEIGHT = 16;

export function weightOf(message: VerifyMessage): number {
  return MESSAGE_WEIGHT + message.rows.length;
}

/** The reader makes much short-lived garbage; without a bound its young generation alone takes 100 MB. */
const YOUNG_MB = 12;

export interface WorkerMessage {
  readonly id: number;
  readonly message: VerifyMessage;
}

/** Verifies jobs in the order in which they are given; every job's messages must be read to their end, in that order. */
export interface Verifier {
  verify(job: VerifyJob): AsyncIterable<VerifyMessage>;
  close(): Promise<void>;
}

export function openThread(): Verifier {
  return new ThreadVerifier();
}

/** In the caller's thread, for backlogs so small that starting one takes longer; all messages of a file at once. */
export const inlineVerifier: Verifier = {
  async *verify(job) {
    const messages: VerifyMessage[] = [];
    verifyFile(job, (message) => messages.push(message));
    yield* messages;
  },
  async close() {},
};

/**
 * A thread that dies takes the job that it was working with it, as an error of ours; the jobs behind that one are only
 * put off, and the next job gets a new thread.
 */
class ThreadVerifier implements Verifier {
  #thread: { readonly worker: Worker; readonly inFlight: Int32Array } | undefined;
  readonly #jobs = new Map<number, JobQueue>();
  #lastId = 0;

  verify(job: VerifyJob): AsyncIterable<VerifyMessage> {
    this.#lastId += 1;
    const id = this.#lastId;
    const queue = new JobQueue();
    this.#jobs.set(id, queue);
    this.#thread ??= this.#start();
    this.#thread.worker.postMessage({ ...job, id });
    return this.#messages(id, queue, this.#thread.inFlight);
  }

  async close(): Promise<void> {
    await this.#thread?.worker.terminate();
  }

  #start(): { worker: Worker; inFlight: Int32Array } {
    const inFlight = new Int32Array(new SharedArrayBuffer(4));
    const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
    const worker = new Worker(new URL(`./verify-worker${extension}`, import.meta.url), {
      workerData: inFlight.buffer,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    worker.on('message', ({ id, message }: WorkerMessage) => this.#jobs.get(id)?.push(message));
    worker.on('error', (cause) => this.#failAll(messageOf(cause)));
    return { worker, inFlight };
  }

  async *#messages(id: number, queue: JobQueue, inFlight: Int32Array): AsyncIterable<VerifyMessage> {
    for (;;) {
      const message = await queue.next();
      yield message;
      // Given back only after the consumer handled it: this is what holds the reader back.
      Atomics.sub(inFlight, 0, weightOf(message));
      Atomics.notify(inFlight, 0);
      if (message.kind === 'end') break;
      // Messages alone never let signals and timers have a turn: Node delivers them in bursts of a thousand.
      await setImmediate();
    }
    this.#jobs.delete(id);
  }

  #failAll(message: string): void {
    this.#thread = undefined;
    let error: 'internal' | 'busy' = 'internal';
    for (const queue of this.#jobs.values()) {
      if (queue.ended) continue;
      const outcome = { verdict: 'failed', error, message: `verify in a worker thread: ${message}` } as const;
      queue.push({ kind: 'end', outcome, rows: [] });
      error = 'busy';
    }
  }
}

/** Messages of one job between the thread's events and the writer's loop. */
class JobQueue {
  readonly #messages: VerifyMessage[] = [];
  #waiting: PromiseWithResolvers<VerifyMessage> | undefined;
  #ended = false;

  /** Its verdict has come, whether it was read or not. */
  get ended(): boolean {
    return this.#ended;
  }

  push(message: VerifyMessage): void {
    this.#ended ||= message.kind === 'end';
    if (this.#waiting === undefined) this.#messages.push(message);
    else this.#waiting.resolve(message);
    this.#waiting = undefined;
  }

  async next(): Promise<VerifyMessage> {
    const message = this.#messages.shift();
    if (message !== undefined) return message;
    this.#waiting = Promise.withResolvers<VerifyMessage>();
    return this.#waiting.promise;
  }
}
