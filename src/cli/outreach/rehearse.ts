import type { Database, Transaction } from '../../database/index.ts';
import { rehearse as doAndUndo } from '../../outreach/index.ts';

/** Runs `fn` in a transaction; with `dryRun` everything is checked and undone, so that what it says is what would be. */
export async function rehearse<T>(
  database: Database,
  dryRun: boolean,
  fn: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return dryRun ? doAndUndo(database, fn) : database.transaction(fn);
}
