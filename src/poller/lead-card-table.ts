import type { Contract, Cell } from '../contract/index.ts';
import type { Transaction } from '../database/port.ts';

/**
 * Inserts records of one batch from `firstPosition` on. Returns the position of the first record whose unique field
 * stood in the batch before, undefined when all are new.
 */
export async function insertLeadCards(
  tx: Transaction,
  contract: Contract,
  batchId: string,
  firstPosition: number,
  rows: readonly (readonly Cell[])[],
): Promise<number | undefined> {
  const columns = ['batch_id', 'position', ...contract.columns];
  const values = rows.map((row, index) => [batchId, firstPosition + index, ...row]);
  const inserted = await tx.insertMany('lead_card', columns, values);
  return inserted === rows.length ? undefined : firstRepeated(tx, contract, batchId, firstPosition, rows);
}

async function firstRepeated(
  tx: Transaction,
  contract: Contract,
  batchId: string,
  firstPosition: number,
  rows: readonly (readonly Cell[])[],
): Promise<number> {
  const column = contract.columns.indexOf('lead_id');
  for (const [index, row] of rows.entries()) {
    const [stored] = await tx.query<{ position: number }>(
      'select position from lead_card where batch_id = $1 and lead_id = $2',
      [batchId, row[column] ?? null],
    );
    if (stored?.position !== firstPosition + index) return firstPosition + index;
  }
  return firstPosition;
}
