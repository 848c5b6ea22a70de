import { isoTime } from '../base/clock.ts';
import type { Cell, ContactCells } from '../contract/index.ts';
import type { Transaction } from '../database/port.ts';
import { batchOrder, toMillisecond, toNanosecond } from './batch-order.ts';

/** The cells of one target, in the order of its contract's columns. */
type TargetCells = readonly [
  outreachId: string,
  sid: string,
  evaluationId: string,
  score: number | null,
  tier: string,
  evaluatedAt: string,
  correlationId: string,
  emailMethod: string | null,
  timezone: string | null,
  contacts: string,
];

const DAY_MS = 24 * 3_600_000;
const SKEW_MS = 3_600_000;

const PEOPLE_COLUMNS = [
  'outreach_id',
  'contact_id',
  'name',
  'email',
  'email_status',
  'role',
  'timezone',
  'batch_id',
  'updated_at',
];

/**
 * Takes targets of one batch. Each adds its evaluation; one that is later than what is known of its company, or of the same
 * time and a later batch, replaces company and contacts. `updated_at` is the time of the evaluation that the rows stand by.
 */
export async function takeTargets(
  tx: Transaction,
  batchId: string,
  nowMs: number,
  rows: readonly (readonly Cell[])[],
): Promise<void> {
  for (const row of rows) {
    // Cells are made by the contract alone, from records that it checked.
    const target = row as TargetCells;
    await addEvaluation(tx, batchId, nowMs, target);
    if (await replaceOutreach(tx, batchId, target)) await replaceCompany(tx, batchId, target);
  }
}

/** An evaluation that is told twice keeps what the earlier batch says of it, whichever came first. */
async function addEvaluation(tx: Transaction, batchId: string, nowMs: number, target: TargetCells): Promise<void> {
  const [outreachId, , evaluationId, score, tier, evaluatedAt, correlationId] = target;
  await tx.run(
    `insert into bit_scores (bit_evaluation_id, outreach_id, bit_score, bit_tier, evaluated_at, correlation_id, batch_id,
       batch_order, ingested_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (bit_evaluation_id) do update set outreach_id = excluded.outreach_id, bit_score = excluded.bit_score,
       bit_tier = excluded.bit_tier, evaluated_at = excluded.evaluated_at, correlation_id = excluded.correlation_id,
       batch_id = excluded.batch_id, batch_order = excluded.batch_order, ingested_at = excluded.ingested_at
     where excluded.batch_order < bit_scores.batch_order`,
    [
      evaluationId, outreachId, score, tier, toMillisecond(evaluatedAt), correlationId, batchId, batchOrder(batchId),
      isoTime(nowMs),
    ], // prettier-ignore
  );
}

/** False when a later evaluation, or the same one from a later batch, is known. */
async function replaceOutreach(tx: Transaction, batchId: string, target: TargetCells): Promise<boolean> {
  const [outreachId, sid, evaluationId, , , evaluatedAt, correlationId] = target;
  const recency = `${believedTime(evaluatedAt, batchId)} ${batchOrder(batchId)}`;
  const changed = await tx.run(
    `insert into outreach (outreach_id, sid, correlation_id, bit_evaluation_id, batch_id, recency, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (outreach_id) do update set sid = excluded.sid, correlation_id = excluded.correlation_id,
       bit_evaluation_id = excluded.bit_evaluation_id, batch_id = excluded.batch_id, recency = excluded.recency,
       updated_at = excluded.updated_at
     where excluded.recency > outreach.recency`,
    [outreachId, sid, correlationId, evaluationId, batchId, recency, toMillisecond(evaluatedAt)],
  );
  return changed === 1;
}

/**
 * Nothing was evaluated after its batch was made: one time from the future would keep every honest evaluation of the company
 * out until then. Such a time counts as the end of the batch's day, and an hour for clocks that differ; the day stands in the
 * id, for when exactly a batch was made is read after its records.
 */
function believedTime(evaluatedAt: string, batchId: string): string {
  const day = batchId.split('_').slice(1, 4).join('-');
  const latest = toNanosecond(isoTime(Date.parse(`${day}T00:00:00.000Z`) + DAY_MS + SKEW_MS));
  const told = toNanosecond(evaluatedAt);
  return told < latest ? told : latest;
}

/** Who was named before and is not any more is gone. */
async function replaceCompany(tx: Transaction, batchId: string, target: TargetCells): Promise<void> {
  const [outreachId, , , , , evaluatedAt, , emailMethod, timezone, contacts] = target;
  const updatedAt = toMillisecond(evaluatedAt);
  await tx.run(
    `insert into company_target (outreach_id, email_method, timezone, batch_id, updated_at) values ($1, $2, $3, $4, $5)
     on conflict (outreach_id) do update set email_method = excluded.email_method, timezone = excluded.timezone,
       batch_id = excluded.batch_id, updated_at = excluded.updated_at`,
    [outreachId, emailMethod, timezone, batchId, updatedAt],
  );
  await tx.run('delete from people where outreach_id = $1', [outreachId]);
  const people = (JSON.parse(contacts) as ContactCells[]).map((cells) => [outreachId, ...cells, batchId, updatedAt]);
  await tx.insertMany('people', PEOPLE_COLUMNS, people);
}
