import { Worker } from 'node:worker_threads';
import { AppError } from '../base/errors.ts';
import { type VerifyJob, type VerifyMessage, verifyFile } from './verify-file.ts';

/** Messages of up to 500 rows between reader and writer: about 3 MB. */
export const MAX_MESSAGES_IN_FLIGHT = 4;
/** Less than this and starting a thread takes longer than the work. */
const INLINE_BYTES = 1024 * 1024;

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

/** A thread beside the writer for large backlogs, this thread for small ones: the same code either way. */
export function openVerifier(backlogBytes: number): Verifier {
  return backlogBytes < INLINE_BYTES ? inlineVerifier : new ThreadVerifier();
}

const inlineVerifier: Verifier = {
  async *verify(job) {
    const messages: VerifyMessage[] = [];
    verifyFile(job, (message) => messages.push(message));
    yield* messages;
  },
  async close() {},
};

class ThreadVerifier implements Verifier {
  readonly #inFlight = new Int32Array(new SharedArrayBuffer(4));
  readonly #worker: Worker;
  readonly #jobs = new Map<number, JobQueue>();
  #lastId = 0;

  constructor() {
    const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
    this.#worker = new Worker(new URL(`./verify-worker${extension}`, import.meta.url), {
      workerData: this.#inFlight.buffer,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    this.#worker.on('message', ({ id, message }: WorkerMessage) => this.#jobs.get(id)?.push(message));
    this.#worker.on('error', (cause) => this.#failAll(cause));
  }

  verify(job: VerifyJob): AsyncIterable<VerifyMessage> {
    this.#lastId += 1;
    const id = this.#lastId;
    const queue = new JobQueue();
    this.#jobs.set(id, queue);
    this.#worker.postMessage({ ...job, id });
    return this.#messages(id, queue);
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  async *#messages(id: number, queue: JobQueue): AsyncIterable<VerifyMessage> {
    for (;;) {
      const message = await queue.next();
      yield message;
      // Given back only after the consumer handled it: this is what holds the reader back.
      Atomics.sub(this.#inFlight, 0, 1);
      Atomics.notify(this.#inFlight, 0);
      if (message.kind === 'end') break;
    }
    this.#jobs.delete(id);
  }

  #failAll(cause: unknown): void {
    for (const queue of this.#jobs.values())
      queue.fail(new AppError('internal', 'verify files in a worker thread', { cause }));
  }
}

/** Messages of one job between the thread's events and the writer's loop. */
class JobQueue {
  readonly #messages: VerifyMessage[] = [];
  #waiting: PromiseWithResolvers<VerifyMessage> | undefined;
  #failure: AppError | undefined;

  push(message: VerifyMessage): void {
    if (this.#waiting === undefined) this.#messages.push(message);
    else this.#waiting.resolve(message);
    this.#waiting = undefined;
  }

  fail(failure: AppError): void {
    this.#failure = failure;
    this.#waiting?.reject(failure);
    this.#waiting = undefined;
  }

  async next(): Promise<VerifyMessage> {
    const message = this.#messages.shift();
    if (message !== undefined) return message;
    if (this.#failure !== undefined) throw this.#failure;
    this.#waiting = Promise.withResolvers<VerifyMessage>();
    return this.#waiting.promise;
  }
}
