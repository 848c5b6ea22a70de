import { existsSync } from 'node:fs';
import { AppError } from '../base/errors.ts';
import { REJECTS_SUFFIX } from './rejects-file.ts';

/** Standard input, as an input is named. */
export const STDIN = '-';

const GLOB = /[*?[\]{}!()]/;

/**
 * The files that the operator means, in order, globs in order of their names. What exists under exactly that name is
 * that file, whatever characters it has. Throws `usage` for what is not there.
 */
export async function findInputs(inputs: readonly string[]): Promise<string[]> {
  if (inputs.length === 0)
    throw new AppError('usage', 'export nothing', { hint: 'name a file, a glob, or - for standard input' });
  const found: string[] = [];
  for (const input of inputs) {
    if (input === STDIN || existsSync(input)) found.push(input);
    else if (GLOB.test(input)) found.push(...(await matches(input)));
    else throw new AppError('usage', `export ${input}: there is no such file`, { hint: 'check the path' });
  }
  return found;
}

/** Records that were set aside are there to be mended, not to be taken by the next `*.ndjson`. */
async function matches(pattern: string): Promise<string[]> {
  const { glob } = await import('tinyglobby');
  const names = await glob(pattern, { onlyFiles: true, expandDirectories: false });
  const inputs = names.filter((name) => !name.endsWith(REJECTS_SUFFIX)).toSorted();
  if (inputs.length > 0) return inputs;
  throw new AppError('usage', `export ${pattern}: no file matches`, {
    hint: 'check the pattern; quote it, so that the shell leaves it alone',
  });
}
