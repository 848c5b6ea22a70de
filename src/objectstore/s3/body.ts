import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { AppError } from '../../base/errors.ts';
import { IDLE_TIMEOUT_MS } from './agents.ts';
import { translate } from './errors.ts';

export interface ReadLimits {
  readonly signal: AbortSignal;
  readonly idleMs?: number;
  readonly deadlineMs?: number;
}

/** The part of Node's response that is used here. */
export type Body = Readable & { readonly socket?: Socket | null };

/** Ten minutes for one object, or longer if it takes longer at 1 MiB a second: 68 minutes for the largest, 4 GiB. */
const DEADLINE_MS = 10 * 60_000;
const SLOWEST_BYTES_PER_MS = (1024 * 1024) / 1000;

/**
 * The bytes of a response, or an error: what ends early is never taken for the end. A reader that pauses is not
 * held against the server, so only the wait for the next bytes is timed; but a server that sends a byte now and then
 * would never be idle, so that all of it has a deadline too, the reader's pauses included.
 */
export async function* readWhole(
  body: Body,
  what: string,
  sizeBytes: number,
  { signal, idleMs = IDLE_TIMEOUT_MS, deadlineMs = deadlineFor(sizeBytes) }: ReadLimits,
): AsyncGenerator<Uint8Array> {
  body.socket?.setTimeout(0);
  const deadline = setTimeout(() => giveUp(body, 'it took too long'), deadlineMs);
  const stop = () => body.destroy(new Error('aborted', { cause: signal.reason }));
  signal.addEventListener('abort', stop, { once: true });
  let received = 0;
  try {
    signal.throwIfAborted();
    for await (const chunk of timed(body, idleMs)) {
      received += chunk.byteLength;
      yield chunk;
    }
  } catch (error) {
    signal.throwIfAborted();
    throw translate(error, `${what} after ${received} of ${sizeBytes} bytes`);
  } finally {
    clearTimeout(deadline);
    signal.removeEventListener('abort', stop);
    body.destroy();
  }
  if (received !== sizeBytes)
    throw new AppError('unavailable', `${what}: it ended after ${received} of ${sizeBytes} bytes`);
}

export function deadlineFor(sizeBytes: number): number {
  return Math.max(DEADLINE_MS, sizeBytes / SLOWEST_BYTES_PER_MS);
}

function giveUp(body: Body, why: string): void {
  body.destroy(Object.assign(new Error(why), { code: 'ETIMEDOUT' }));
}

async function* timed(body: Body, idleMs: number): AsyncGenerator<Uint8Array> {
  const chunks = body[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  for (;;) {
    const timer = setTimeout(() => giveUp(body, 'no bytes came in time'), idleMs);
    const next = await chunks.next().finally(() => clearTimeout(timer));
    if (next.done) return;
    yield next.value;
  }
}
