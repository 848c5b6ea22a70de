import { AppError } from '../base/errors.ts';
import type { AnyContract, Contract, TableRows } from '../contract/index.ts';
import type { Transaction } from '../database/port.ts';
import { insertBatch } from './batch-table.ts';
import { openSink } from './row-sinks.ts';
import type { Accepted, Judged } from './settled.ts';
import type { VerifyMessage, VerifyOutcome } from './verify-job.ts';

/** Whose rows they are. */
interface Taking {
  /** Undefined where the rows are not wanted. */
  readonly contract: AnyContract | undefined;
  readonly batchId: string;
  readonly nowMs: number;
}

/**
 * Reads the messages to their end, whatever happens: the reader must not be left waiting. Without a contract the rows
 * are not wanted: the batch was taken before, or another worker has the claim, which the mover says in the end.
 */
export async function takeRows(
  tx: Transaction,
  signal: AbortSignal,
  { contract, batchId, nowMs }: Taking,
  messages: AsyncIterable<VerifyMessage>,
): Promise<VerifyOutcome> {
  const sink = contract?.form === 'envelope' ? openSink({ contract, batchId, nowMs }) : undefined;
  let outcome: VerifyOutcome | undefined;
  let repeated: number | undefined;
  let position = 0;
  for await (const message of messages) {
    signal.throwIfAborted();
    if (sink !== undefined && repeated === undefined && message.rows.length > 0) {
      repeated = await sink(tx, position, message.rows);
      position += message.rows.length;
    }
    if (message.kind === 'end') outcome = message.outcome;
  }
  if (outcome === undefined) throw new AppError('internal', `verify ${batchId}: no verdict came`);
  if (outcome.verdict !== 'accepted' || contract === undefined) return outcome;
  if (contract.form === 'document') await insertTables(tx, outcome.tables ?? []);
  else if (repeated !== undefined) return repeatedRecord(contract, outcome, repeated);
  return outcome;
}

async function insertTables(tx: Transaction, tables: readonly TableRows[]): Promise<void> {
  for (const { table, columns, rows } of tables) await tx.insertMany(table, columns, rows);
}

function repeatedRecord(contract: Contract, accepted: Accepted, position: number): Judged {
  const name = contract.uniqueField?.name ?? 'lead_id';
  const code = contract.uniqueField?.code ?? 'DUPLICATE_LEAD_ID';
  const problems = [{ code, pointer: `/records/${position}/${name}`, rule: `${name} stands twice in the batch` }];
  return { verdict: 'refused', code, problems, identity: accepted.identity, digest: accepted.digest };
}

/** The batch enters the ledger, for ever. False when its id stands there already, with whatever bytes. */
export async function enterBatch(
  tx: Transaction,
  contract: Pick<AnyContract, 'name'>,
  accepted: Accepted,
  from: { readonly key: string; readonly runId: string },
  nowMs: number,
): Promise<boolean> {
  const { identity, digest } = accepted;
  const entry = {
    contract: contract.name,
    ...identity,
    revision: accepted.revision,
    sha256: digest.sha256,
    records: accepted.records,
    bytes: digest.bytes,
    transport: 'file',
    ...from,
  } as const;
  return insertBatch(tx, entry, nowMs);
}
