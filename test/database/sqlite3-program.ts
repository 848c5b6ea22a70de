import { spawnSync } from 'node:child_process';

/** Debian's command of that name; what it prints, without the last line end. Throws with its error message. */
export function sqlite3(file: string, sql: string): string {
  const { status, stdout, stderr, error } = spawnSync('sqlite3', ['-batch', '-bail', file, sql], { encoding: 'utf8' });
  if (error !== undefined) throw new Error('start sqlite3', { cause: error });
  if (status !== 0) throw new Error(`sqlite3 ended with ${status}: ${stderr}`);
  return stdout.trimEnd();
}
