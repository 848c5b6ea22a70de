import { AppError } from '../../base/errors.ts';
import type { Database, Transaction } from '../../database/port.ts';

/**
 * Does the real work and takes all of it back: a dry run shows what a run would do because it is one. Nothing is written.
 */
export async function rehearse<T>(database: Database, fn: (tx: Transaction) => Promise<T>): Promise<T> {
  const curtain = new AppError('refused', 'keep what was only rehearsed');
  const results: T[] = [];
  try {
    await database.transaction(async (tx) => {
      results.push(await fn(tx));
      throw curtain;
    });
  } catch (thrown) {
    if (thrown !== curtain) throw thrown;
  }
  const [result] = results;
  return result as T;
}
