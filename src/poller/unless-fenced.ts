import { codeOf } from '../base/errors.ts';
import type { Transaction } from '../database/port.ts';
import type { RunContext } from './context.ts';
import type { FileRow } from './file-table.ts';

/** Records one file of many: where another worker owns it by now, its part is undone and the others' stays. */
export async function unlessFenced(
  ctx: RunContext,
  tx: Transaction,
  file: FileRow,
  record: () => Promise<void>,
): Promise<void> {
  try {
    await tx.savepoint(record);
  } catch (thrown) {
    if (codeOf(thrown) !== 'fenced') throw thrown;
    ctx.log.warn({ key: file.key }, 'lost the claim; another worker has the file');
  }
}
