import { eachConcurrently } from '../base/each-concurrently.ts';
import { AppError, codeOf, messageOf } from '../base/errors.ts';
import { newRunId } from '../base/ids.ts';
import { REASONS, type ReasonCode } from '../base/reasons.ts';
import type { AnyContract } from '../contract/contract.ts';
import { countTaken, recordAnswer, type SentBatch, unansweredBatches } from './answer-table.ts';
import { batchFacts } from './audit-facts.ts';
import { type AnswerProblem, type BatchStatus, judgeAnswer, type Standing } from './judge-answer.ts';
import { answersOf, listFor, LOOKS_IN_FLIGHT, ownReceiptKey } from './receipt-shelf.ts';
import type { BatchOutcome, ExporterDeps } from './request.ts';
import { resumeOutbox } from './resume-outbox.ts';

/** Batches looked at together, and recorded in one transaction. */
const PAGE = 1_000;

export interface ReconcileRequest {
  readonly spoolFolder: string;
  /** As the configuration has them; those without receipts are left out. */
  readonly contracts: readonly AnyContract[];
  /** Publishes nothing that waits in the outbox, and records nothing. */
  readonly dryRun: boolean;
}

/** One batch that was not known to be taken before this command. */
export interface ReconciledBatch {
  readonly batch_id: string;
  readonly contract: string;
  readonly target: string;
  readonly key: string;
  readonly sha256: string;
  /** RFC 3339. */
  readonly sent_at: string;
  readonly age_s: number;
  readonly status: BatchStatus;
  /** The target's reason for refusing or holding it. */
  readonly code?: string;
}

export interface ReconcileReport {
  readonly batches: readonly ReconciledBatch[];
  /** Of all batches ever sent; the other counts are those of `batches`. */
  readonly taken: number;
  readonly refused: number;
  readonly held: number;
  readonly waiting: number;
  readonly gone: number;
  /** Batches of earlier commands that were still to be published. */
  readonly resumed: number;
  /** Sent to another store than this one, so that nothing can be said of them here. */
  readonly other_store: number;
  readonly problems: readonly AnswerProblem[];
  readonly dry_run: boolean;
}

/**
 * Reads what the targets answered about published batches, records it, and says how each of the others stands. Whatever
 * lies in the store was written by others: it is read strictly, and only the answer to the very bytes that were sent counts.
 */
export async function reconcileBatches(deps: ExporterDeps, request: ReconcileRequest): Promise<ReconcileReport> {
  const resumed = request.dryRun ? [] : await resumeOutbox(deps, { spoolFolder: request.spoolFolder });
  const contracts = request.contracts.filter(({ receipts }) => receipts).map(({ name }) => name);
  const tally = new Tally(deps.clock.now());
  tally.problems.push(...resumed.flatMap(refusalOf));
  const runId = newRunId(deps.clock.now());
  let afterId = 0;
  while (contracts.length > 0) {
    deps.signal.throwIfAborted();
    const page = await unansweredBatches(deps.database, contracts, afterId, PAGE);
    const last = page.at(-1);
    if (last === undefined) break;
    afterId = last.id;
    const here = page.filter(({ store }) => store === deps.store.identity);
    tally.otherStore += page.length - here.length;
    const standings = await withHint(() => judgePage(deps, here));
    if (!request.dryRun) await recordAnswers(deps, runId, standings);
    for (const standing of standings) tally.add(standing);
  }
  // A dry run has recorded none of those that it found taken.
  const known = contracts.length === 0 ? 0 : await countTaken(deps.database, contracts);
  return tally.report({ known: known + (request.dryRun ? tally.count('taken') : 0), resumed: resumed.length, request });
}

function refusalOf({ status, batch_id: batchId, key, input, code }: BatchOutcome): AnswerProblem[] {
  if (status !== 'refused') return [];
  return [
    { batch_id: batchId ?? input, key: key ?? input, problem: `it could not be published: ${code ?? 'refused'}` },
  ];
}

async function withHint<T>(look: () => Promise<T>): Promise<T> {
  try {
    return await look();
  } catch (cause) {
    if (codeOf(cause) !== 'denied') throw cause;
    const hint =
      'let this system list and read receipts/ and its own inbox; on some stores what may not be listed looks denied';
    throw new AppError('denied', messageOf(cause), { cause, hint });
  }
}

/** In the order of the batches. Places are listed once each, where that is cheaper than asking for every batch. */
async function judgePage(deps: ExporterDeps, page: readonly SentBatch[]): Promise<Standing[]> {
  const standings = new Map<number, Standing>();
  for (const batches of Map.groupBy(page, answersOf).values()) {
    const [first] = batches;
    if (first === undefined) continue;
    const answers = await listFor(deps, answersOf(first), new Set(batches.map(ownReceiptKey)));
    const inboxPrefix = first.key.slice(0, first.key.lastIndexOf('/') + 1);
    const inbox = await listFor(deps, inboxPrefix, new Set(batches.map(({ key }) => key)));
    await eachConcurrently(batches, LOOKS_IN_FLIGHT, async (batch) => {
      deps.signal.throwIfAborted();
      standings.set(batch.id, await judgeAnswer(deps, batch, { answers, inbox }));
    });
  }
  return page.flatMap(({ id }) => standings.get(id) ?? []);
}

/** Each answer that is news, and its audit entry, together. */
async function recordAnswers(deps: ExporterDeps, runId: string, standings: readonly Standing[]): Promise<void> {
  const news = standings.filter(
    ({ batch, receipt }) =>
      receipt !== undefined && (receipt.verdict !== batch.answer || receipt.reason_code !== batch.answer_code),
  );
  if (news.length === 0) return;
  await deps.database.transaction(async (tx) => {
    for (const { batch, receipt } of news) {
      if (receipt === undefined || !(await recordAnswer(tx, batch, receipt))) continue;
      const { verdict, reason_code: code, decided_at: decidedAt } = receipt;
      await deps.audit.append(
        tx,
        batchFacts(runId, batch, {
          event: 'receipt.read',
          outcome: verdict === 'ingested' ? 'success' : 'failure',
          ...(isReasonCode(code) ? { reason: code } : {}),
          detail: {
            receipt: ownReceiptKey(batch),
            verdict,
            decided_at: decidedAt,
            ...(code === null ? {} : { code }),
          },
        }),
      );
    }
  });
}

/** A target that is newer than this build may know more reasons. */
function isReasonCode(code: string | null): code is ReasonCode {
  return code !== null && Object.hasOwn(REASONS, code);
}

/** What the pages add up to. */
class Tally {
  readonly problems: AnswerProblem[] = [];
  otherStore = 0;
  readonly #batches: ReconciledBatch[] = [];
  readonly #nowMs: number;

  constructor(nowMs: number) {
    this.#nowMs = nowMs;
  }

  add({ batch, status, code, problems }: Standing): void {
    const { batch_id, contract, target, key, sha256, updated_at: sentAt } = batch;
    const age = Math.max(0, Math.round((this.#nowMs - Date.parse(sentAt)) / 1000));
    const facts = { batch_id, contract, target, key, sha256, sent_at: sentAt, age_s: age, status };
    this.#batches.push(code === null ? facts : { ...facts, code });
    this.problems.push(...problems);
  }

  count(status: BatchStatus): number {
    return this.#batches.filter((batch) => batch.status === status).length;
  }

  report(found: { known: number; resumed: number; request: ReconcileRequest }): ReconcileReport {
    return {
      batches: this.#batches,
      taken: found.known,
      refused: this.count('refused'),
      held: this.count('held'),
      waiting: this.count('waiting'),
      gone: this.count('gone'),
      resumed: found.resumed,
      other_store: this.otherStore,
      problems: this.problems,
      dry_run: found.request.dryRun,
    };
  }
}
