import { isoTime } from '../../base/clock.ts';
import type { Queries, Transaction } from '../../database/port.ts';
import type { MoverDeps, Trace } from '../context.ts';
import { newId } from '../process-id.ts';
import type { StepDelay } from '../schedule/step-due.ts';
import { contentHash, stepHash } from './content-hash.ts';
import type { SequenceTemplate, TemplateStep } from './parse-template.ts';

export interface SequenceRow {
  readonly sequence_id: string;
  readonly campaign_id: string;
  /** The name of the template that it was made from. */
  readonly template: string;
  readonly strategy: string;
  readonly status: 'draft' | 'frozen' | 'finished' | 'stopped';
  readonly frozen_at: string | null;
  readonly content_sha256: string;
}

export interface StepRow extends StepDelay {
  readonly step_id: string;
  readonly sequence_id: string;
  readonly step_no: number;
  readonly thread: 'new' | 'reply';
  /** Empty in a reply. */
  readonly subject_tpl: string;
  readonly text_tpl: string;
  readonly html_tpl: string | null;
  /** A list of `Variant` as JSON. */
  readonly variants_json: string | null;
  readonly content_sha256: string;
}

export async function findSequenceOf(queries: Queries, campaignId: string): Promise<SequenceRow | undefined> {
  const [row] = await queries.query<SequenceRow>(
    `select sequence_id, campaign_id, template, strategy, status, frozen_at, content_sha256
       from sequences where campaign_id = $1`,
    [campaignId],
  );
  return row;
}

export async function stepsOf(queries: Queries, campaignId: string): Promise<StepRow[]> {
  return queries.query<StepRow>(
    `select t.step_id, t.sequence_id, t.step_no, t.delay_n, t.delay_unit, t.thread, t.subject_tpl, t.text_tpl, t.html_tpl,
       t.variants_json, t.content_sha256
     from sequence_steps t join sequences s on s.sequence_id = t.sequence_id
     where s.campaign_id = $1 order by t.step_no`,
    [campaignId],
  );
}

/** A draft of it; its steps can still be exchanged until it is frozen. */
export async function insertSequence(
  tx: Transaction,
  { clock }: Pick<MoverDeps, 'clock'>,
  trace: Trace,
  made: { readonly campaignId: string; readonly strategy: string; readonly template: SequenceTemplate },
): Promise<string> {
  const nowMs = clock.now();
  const sequenceId = newId(nowMs);
  const { template } = made;
  await tx.run(
    `insert into sequences (sequence_id, campaign_id, template, strategy, status, content_sha256, created_at,
       correlation_id, process_id)
     values ($1, $2, $3, $4, 'draft', $5, $6, $7, $8)`,
    [
      sequenceId,
      made.campaignId,
      template.name,
      made.strategy,
      contentHash(template.steps),
      isoTime(nowMs),
      trace.correlation_id,
      trace.process_id,
    ],
  );
  for (const step of template.steps) await insertStep(tx, trace, sequenceId, step, nowMs);
  return sequenceId;
}

async function insertStep(
  tx: Transaction,
  trace: Trace,
  sequenceId: string,
  step: TemplateStep,
  nowMs: number,
): Promise<void> {
  await tx.run(
    `insert into sequence_steps (step_id, sequence_id, step_no, delay_n, delay_unit, thread, subject_tpl, text_tpl,
       html_tpl, variants_json, content_sha256, created_at, correlation_id, process_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      newId(nowMs),
      sequenceId,
      step.step_no,
      step.delay_n,
      step.delay_unit,
      step.thread,
      step.subject,
      step.text,
      step.html,
      step.variants.length === 0 ? null : JSON.stringify(step.variants),
      stepHash(step),
      isoTime(nowMs),
      trace.correlation_id,
      trace.process_id,
    ],
  );
}

/** From here on the database refuses to change its steps. False when it is frozen already. */
export async function markFrozen(tx: Transaction, sequenceId: string, at: string): Promise<boolean> {
  const changed = await tx.run(
    `update sequences set status = 'frozen', frozen_at = $1 where sequence_id = $2 and status = 'draft'`,
    [at, sequenceId],
  );
  return changed === 1;
}

export async function insertLink(
  tx: Transaction,
  trace: Trace,
  link: { readonly stepId: string; readonly idx: number; readonly url: string; readonly nowMs: number },
): Promise<void> {
  await tx.run(
    `insert into links (link_id, step_id, idx, url, created_at, correlation_id, process_id)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [newId(link.nowMs), link.stepId, link.idx, link.url, isoTime(link.nowMs), trace.correlation_id, trace.process_id],
  );
}

/** The fixed links of one step, by their address. */
export async function linkNumbers(queries: Queries, stepId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await queries.query<{ idx: number; url: string }>('select idx, url from links where step_id = $1', [
    stepId,
  ]);
  return new Map(rows.map(({ url, idx }) => [url, idx]));
}
