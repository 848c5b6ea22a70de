import { AppError } from '../../base/errors.ts';
import type { Database, Transaction } from '../../database/index.ts';

/** Runs `fn` in a transaction; with `dryRun` everything is checked and undone, so that what it says is what would be. */
export async function rehearse<T>(
  database: Database,
  dryRun: boolean,
  fn: (tx: Transaction) => Promise<T>,
): Promise<T> {
  if (!dryRun) return database.transaction(fn);
  const undo = new AppError('internal', 'undo a rehearsal');
  const done: { value?: T } = {};
  try {
    await database.transaction(async (tx) => {
      done.value = await fn(tx);
      throw undo;
    });
  } catch (thrown) {
    if (thrown !== undo) throw thrown;
  }
  return done.value as T;
}
