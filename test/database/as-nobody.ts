import { execFileSync } from 'node:child_process';
import { openDatabase } from '../../src/database/index.ts';
import { codeOf } from '../../src/base/errors.ts';

/** Debian's user without rights: root may write everything, so permissions show only to somebody else. */
const NOBODY = 65_534;

/** The code that opening a database and running a statement ends with for a user without rights; `fine` without one. */
export function codeForNobody(url: string, sql: string): string {
  return execFileSync(process.execPath, [import.meta.filename, url, sql], { encoding: 'utf8' });
}

if (import.meta.main) {
  const [, , url = '', sql = ''] = process.argv;
  // Everything is loaded before the rights go: the checkout may lie where nobody else may read.
  await (await openDatabase('sqlite::memory:')).close();
  if (process.getuid?.() === 0) {
    process.setgid?.(NOBODY);
    process.setuid?.(NOBODY);
  }
  process.stdout.write(await codeOfRunning(url, sql));
}

async function codeOfRunning(url: string, sql: string): Promise<string> {
  try {
    const database = await openDatabase(url);
    await database.run(sql);
    await database.close();
    return 'fine';
  } catch (thrown) {
    return codeOf(thrown);
  }
}
