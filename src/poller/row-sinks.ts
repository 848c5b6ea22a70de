import { AppError } from '../base/errors.ts';
import type { Cell, Contract } from '../contract/index.ts';
import type { Transaction } from '../database/port.ts';
import { takeSignals } from './engagement-signal-table.ts';
import { insertLeadCards } from './lead-card-table.ts';
import { takeTargets } from './outreach-target-table.ts';

/** A batch whose rows are on their way into the tables of its contract. */
export interface TakenBatch {
  readonly contract: Contract;
  readonly batchId: string;
  readonly nowMs: number;
}

/**
 * Takes rows from `firstPosition` on, inside the caller's transaction. Returns the position of the first record whose
 * unique field stood in the batch before, undefined when there is none; then no more rows come.
 */
export type RowSink = (
  tx: Transaction,
  firstPosition: number,
  rows: readonly (readonly Cell[])[],
) => Promise<number | undefined>;

const SINKS: Readonly<Record<string, (batch: TakenBatch) => RowSink>> = {
  'lead-card-batch':
    ({ contract, batchId }) =>
    (tx, firstPosition, rows) =>
      insertLeadCards(tx, contract, batchId, firstPosition, rows),
  'outreach-target-batch': (batch) =>
    refusingRepeats(batch, (tx, _firstPosition, rows) => takeTargets(tx, batch.batchId, batch.nowMs, rows)),
  'engagement-signal-batch': (batch) =>
    refusingRepeats(batch, (tx, firstPosition, rows) =>
      takeSignals(tx, batch.contract, batch.batchId, firstPosition, rows),
    ),
};

/** A sink of one batch. Throws `internal` for a contract that has no tables. */
export function openSink(batch: TakenBatch): RowSink {
  const open = SINKS[batch.contract.name];
  if (open === undefined) throw new AppError('internal', `take rows of ${batch.contract.name}: it has no tables`);
  return open(batch);
}

/**
 * Its tables hold what several batches say of one thing, so that no unique index of theirs tells a repetition within one
 * batch from news: the values of the batch at hand are remembered, as the exporter remembers them when it cuts batches.
 */
function refusingRepeats(
  { contract }: TakenBatch,
  take: (tx: Transaction, firstPosition: number, rows: readonly (readonly Cell[])[]) => Promise<void>,
): RowSink {
  const column = contract.columns.indexOf(contract.uniqueField?.name ?? '');
  const seen = new Set<Cell | undefined>();
  return async (tx, firstPosition, rows) => {
    for (const [index, row] of rows.entries()) {
      if (seen.has(row[column])) return firstPosition + index;
      seen.add(row[column]);
    }
    await take(tx, firstPosition, rows);
    return undefined;
  };
}
