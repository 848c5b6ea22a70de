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
