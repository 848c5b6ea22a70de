import type { Cell, Contract } from '../contract/index.ts';
import type { Transaction } from '../database/port.ts';
import { batchOrder, toMillisecond } from './batch-order.ts';

/**
 * Takes signals of one batch from `firstPosition` on. An event that another batch told, too, is the same event: the row is
 * that of the earlier batch, whichever came first.
 */
export async function takeSignals(
  tx: Transaction,
  contract: Pick<Contract, 'columns'>,
  batchId: string,
  firstPosition: number,
  rows: readonly (readonly Cell[])[],
): Promise<void> {
  const columns = [...contract.columns, 'batch_id', 'batch_order', 'position'];
  const marks = columns.map((_, index) => `$${index + 1}`).join(', ');
  const sets = columns.filter((name) => name !== 'event_id').map((name) => `${name} = excluded.${name}`);
  const sql = `insert into engagement_signal (${columns.join(', ')}) values (${marks})
     on conflict (event_id) do update set ${sets.join(', ')}
     where excluded.batch_order < engagement_signal.batch_order`;
  const timePlace = contract.columns.indexOf('occurred_at');
  const order = batchOrder(batchId);
  for (const [index, row] of rows.entries()) {
    const cells = row.map((cell, place) => (place === timePlace ? toMillisecond(String(cell)) : cell));
    await tx.run(sql, [...cells, batchId, order, firstPosition + index]);
  }
}
