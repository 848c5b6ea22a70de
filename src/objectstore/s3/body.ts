import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { AppError } from '../../base/errors.ts';
import { IDLE_TIMEOUT_MS } from './agents.ts';
import { translate } from './errors.ts';

/** The part of Node's response that is used here. */
export type Body = Readable & { readonly socket?: Socket | null };

/**
 * The bytes of a response, or an error: what ends early is never taken for the end. A reader that pauses is not
 * held against the server, so only the wait for the next bytes is timed.
 */
export async function* readWhole(
  body: Body,
  what: string,
  sizeBytes: number,
  { signal, idleMs = IDLE_TIMEOUT_MS }: { signal: AbortSignal; idleMs?: number },
): AsyncGenerator<Uint8Array> {
  body.socket?.setTimeout(0);
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
    signal.removeEventListener('abort', stop);
    body.destroy();
  }
  if (received !== sizeBytes)
    throw new AppError('unavailable', `${what}: it ended after ${received} of ${sizeBytes} bytes`);
}

async function* timed(body: Body, idleMs: number): AsyncGenerator<Uint8Array> {
  const chunks = body[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  const giveUp = () => body.destroy(Object.assign(new Error('no bytes came in time'), { code: 'ETIMEDOUT' }));
  for (;;) {
    const timer = setTimeout(giveUp, idleMs);
    const next = await chunks.next().finally(() => clearTimeout(timer));
    if (next.done) return;
    yield next.value;
  }
}
