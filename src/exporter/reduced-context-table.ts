import type { Queries, Transaction } from '../database/port.ts';

/** Contexts that were handed over in parts or in less: their id is used up, though no batch has it. */
export const REDUCED_CONTEXT_STEP = {
  sqlite: `
    create table reduced_context (
      contract text not null,
      batch_id text not null,
      input_sha256 text not null,
      mode text not null,
      primary key (contract, batch_id)
    );
  `,
};

export interface ReducedContext {
  readonly contract: string;
  readonly batch_id: string;
  /** Of the document as it was given. */
  readonly input_sha256: string;
  readonly mode: string;
}

/** True when the id was used for another document, or for this one in another way. */
export async function isUsedOtherwise(queries: Queries, reduced: ReducedContext): Promise<boolean> {
  const [row] = await queries.query<ReducedContext>(
    'select input_sha256, mode from reduced_context where contract = $1 and batch_id = $2',
    [reduced.contract, reduced.batch_id],
  );
  return row !== undefined && (row.input_sha256 !== reduced.input_sha256 || row.mode !== reduced.mode);
}

export async function keepReduced(
  tx: Transaction,
  { contract, batch_id: id, input_sha256, mode }: ReducedContext,
): Promise<void> {
  await tx.run(
    `insert into reduced_context (contract, batch_id, input_sha256, mode) values ($1, $2, $3, $4)
     on conflict (contract, batch_id) do nothing`,
    [contract, id, input_sha256, mode],
  );
}

export async function isSplit(queries: Queries, contract: string, batchId: string): Promise<boolean> {
  const rows = await queries.query(
    `select 1 from reduced_context where contract = $1 and batch_id = $2 and mode = 'split'`,
    [contract, batchId],
  );
  return rows.length > 0;
}
