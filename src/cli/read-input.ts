import { existsSync, readFileSync, statSync } from 'node:fs';
import { AppError, messageOf } from '../base/errors.ts';
import { formatBytes } from './output.ts';

export interface InputLimit {
  /** What is done with it, in the words of an error: `validate`. */
  readonly verb: string;
  readonly maxBytes: number;
  /** What to do with a file of more bytes. */
  readonly tooLarge: string;
}

/** The same for `-`, which is what comes in by stdin, up to its end or a signal. */
export async function readInput(
  path: string,
  { stdin, signal }: { readonly stdin: AsyncIterable<Uint8Array>; readonly signal: AbortSignal },
  limit: InputLimit,
): Promise<Uint8Array> {
  if (path !== '-') return readInputFile(path, limit);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of stdin) {
    signal.throwIfAborted();
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes <= limit.maxBytes) continue;
    throw new AppError(
      'usage',
      `${limit.verb} what comes in by stdin: it is more than the ${formatBytes(limit.maxBytes)} that are read into memory`,
      { hint: limit.tooLarge },
    );
  }
  return Buffer.concat(chunks);
}

/** A whole file that somebody named on the command line. Throws `usage` for what is none, or too large for memory. */
export function readInputFile(path: string, { verb, maxBytes, tooLarge }: InputLimit): Uint8Array {
  const refuse = (why: string, hint: string, cause?: unknown) =>
    new AppError('usage', `${verb} ${path}: ${why}`, { hint, cause });
  if (!existsSync(path)) throw refuse('there is no such file', 'name one JSON file');
  try {
    const stat = statSync(path);
    if (!stat.isFile()) throw refuse('it is no file', 'name one JSON file');
    if (stat.size <= maxBytes) return readFileSync(path);
    throw refuse(
      `${formatBytes(stat.size)} are more than the ${formatBytes(maxBytes)} that are read into memory`,
      tooLarge,
    );
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    throw refuse(messageOf(thrown), 'name one JSON file that you may read', thrown);
  }
}
