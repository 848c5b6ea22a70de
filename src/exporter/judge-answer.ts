import type { HandoffReceipt } from '../contract/handoff-receipt/1.0.0/types.generated.ts';
import type { SentBatch } from './answer-table.ts';
import { type Found, type Listing, ownReceiptKey, readAnswer, readOtherAnswers } from './receipt-shelf.ts';
import type { ExporterDeps } from './request.ts';

/**
 * taken, refused, held: the target said so. waiting: still in the inbox. gone: neither there nor answered.
 */
export type BatchStatus = 'taken' | 'refused' | 'held' | 'waiting' | 'gone';

/** Something about a batch's answer that a person should look at. */
export interface AnswerProblem {
  readonly batch_id: string;
  /** The object that it is about. */
  readonly key: string;
  readonly problem: string;
}

export interface Standing {
  readonly batch: SentBatch;
  readonly status: BatchStatus;
  readonly code: string | null;
  /** The answer that says so, if the batch has one. */
  readonly receipt: HandoffReceipt | undefined;
  readonly problems: readonly AnswerProblem[];
}

const STATUS_OF = { ingested: 'taken', quarantined: 'refused', held: 'held' } as const satisfies Record<
  HandoffReceipt['verdict'],
  BatchStatus
>;

/** What the listings of one place have shown, if they were made; the answers' before the inbox's. */
export interface Surroundings {
  readonly answers: Listing;
  readonly inbox: Listing;
}

/** How a batch stands: by the target's own word, else by what the inbox shows. */
export async function judgeAnswer(deps: ExporterDeps, batch: SentBatch, around: Surroundings): Promise<Standing> {
  const key = ownReceiptKey(batch);
  const unlisted = around.answers !== undefined && !around.answers.has(key);
  const first = unlisted ? ({ kind: 'none' } as const) : await readAnswer(deps, key);
  const answered = byReceipt(batch, first);
  if (answered !== undefined) return answered;
  const size = await sizeInInbox(deps, batch, around.inbox);
  if (size !== undefined) {
    const other = size === batch.bytes ? [] : [problem(batch, batch.key, 'the inbox holds other bytes under its key')];
    return { ...unanswered(batch, 'waiting'), problems: [...problemsOf(batch, first), ...other] };
  }
  // It may have been taken out of the inbox and answered between the two looks.
  const second = await readAnswer(deps, key);
  return byReceipt(batch, second) ?? judgeGone(deps, batch, second);
}

async function sizeInInbox(deps: ExporterDeps, batch: SentBatch, inbox: Listing): Promise<number | undefined> {
  return inbox === undefined ? (await deps.store.head(batch.key, deps.signal))?.sizeBytes : inbox.get(batch.key);
}

/** Undefined where there is no answer to this very batch. */
function byReceipt(batch: SentBatch, found: Found): Standing | undefined {
  if (found.kind !== 'receipt' || !speaksOf(batch, found.receipt) || found.receipt.sha256 !== batch.sha256)
    return undefined;
  const { receipt } = found;
  return { batch, status: STATUS_OF[receipt.verdict], code: receipt.reason_code, receipt, problems: [] };
}

function speaksOf(batch: SentBatch, receipt: HandoffReceipt): boolean {
  return (
    receipt.batch_contract === batch.contract && receipt.batch_id === batch.batch_id && receipt.system === batch.target
  );
}

/**
 * Nothing lies there and nothing was said of the bytes that were sent. If the target refused others under this id, these
 * were damaged on their way or overwritten: its reason is the best that is known, and no answer to be kept.
 */
async function judgeGone(deps: ExporterDeps, batch: SentBatch, own: Found): Promise<Standing> {
  const others = await readOtherAnswers(deps, batch);
  const problems = [own, ...others].flatMap((found) => problemsOf(batch, found));
  const refused = others.find(
    (found) => found.kind === 'receipt' && speaksOf(batch, found.receipt) && found.receipt.verdict === 'quarantined',
  );
  // Just being replaced by later news: what it said before stands.
  if (batch.answer !== null)
    return { ...unanswered(batch, STATUS_OF[batch.answer]), code: batch.answer_code, problems };
  if (refused?.kind === 'receipt')
    return { ...unanswered(batch, 'refused'), code: refused.receipt.reason_code, problems };
  return { ...unanswered(batch, 'gone'), problems };
}

function unanswered(batch: SentBatch, status: BatchStatus): Standing {
  return { batch, status, code: null, receipt: undefined, problems: [] };
}

/** What is wrong with an object that lies where an answer to `batch` belongs. */
function problemsOf(batch: SentBatch, found: Found): AnswerProblem[] {
  if (found.kind === 'none') return [];
  if (found.kind === 'unreadable') return [problem(batch, found.key, found.problem)];
  const { receipt } = found;
  if (!speaksOf(batch, receipt)) return [problem(batch, found.key, 'it speaks of another batch')];
  if (receipt.sha256 === batch.sha256) return [];
  const said = receipt.reason_code === null ? receipt.verdict : `${receipt.verdict}, ${receipt.reason_code}`;
  return [problem(batch, found.key, `it speaks of other bytes than were sent: ${said}`)];
}

function problem(batch: SentBatch, key: string, text: string): AnswerProblem {
  return { batch_id: batch.batch_id, key, problem: text };
}
