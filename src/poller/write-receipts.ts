import { AppError, classOf, codeOf, messageOf } from '../base/errors.ts';
import type { Problem } from '../base/reasons.ts';
import { eachConcurrently } from '../base/each-concurrently.ts';
import type { HandoffReceipt } from '../contract/handoff-receipt/1.0.0/types.generated.ts';
import { makeReceipt } from '../contract/handoff-receipt/receipt.ts';
import { receiptKey } from '../contract/handoff-receipt/receipt-key.ts';
import type { Transaction } from '../database/port.ts';
import { MOVES_IN_FLIGHT } from './archive-file.ts';
import { factsOf, nameOf, type Route, type RunContext } from './context.ts';
import { putReceipt } from './receipt-object.ts';
import { dropMoot, type DueReceipt, dueReceipts, markWritten } from './receipt-table.ts';
import { liveRuns } from './run-table.ts';

/** Receipts put and recorded together. */
const PAGE = 500;
/** Receipts of one run: those of a full run, and as many that an earlier one left. */
const MAX_PAGES = 40;
/**
 * With so many more failures than successes the store is what fails, and the rest waits for the next run. Not counted in a
 * row: of those under way at once the failing ones come back first. As many as are under way keep none of the others.
 */
const MAX_MORE_FAILURES = MOVES_IN_FLIGHT;

/** A receipt on its way, and how it came to lie there. */
interface Written {
  readonly file: DueReceipt;
  readonly receipt: HandoffReceipt;
  readonly key: string;
  readonly how: 'created' | 'replaced' | 'exists';
}

/** What stood in the way in this run. */
interface Trouble {
  failures: number;
  successes: number;
  last: unknown;
  /** Somebody has to mend this one before any receipt can be written. */
  config: AppError | undefined;
}

/**
 * Step 5: answers the producers, also for what an earlier run judged and did not live to tell; what a run beside this one
 * judged is left to it, or each of them would write all receipts. A receipt that cannot be
 * written stays due and changes nothing about its file. Returns an error of the configuration, to be thrown when the run is
 * otherwise done.
 */
export async function writeReceipts(ctx: RunContext): Promise<AppError | undefined> {
  const routes = new Map(ctx.routes.filter(({ contract }) => contract.receipts).map((one) => [one.contract.name, one]));
  if (routes.size === 0) return undefined;
  await dropMoot(ctx.database);
  const trouble: Trouble = { failures: 0, successes: 0, last: undefined, config: undefined };
  const others = (await liveRuns(ctx.database, ctx.clock.now())).filter(({ run_id: id }) => id !== ctx.runId);
  const due = { contracts: [...routes.keys()], exceptRuns: others.map(({ run_id: id }) => id) };
  let afterId = 0;
  for (let pages = 0; pages < MAX_PAGES && goesOn(ctx, trouble); pages++) {
    const page = await dueReceipts(ctx.database, { ...due, afterId }, PAGE);
    const last = page.at(-1);
    if (last === undefined) break;
    await recordWritten(ctx, await putAll(ctx, routes, page, trouble));
    afterId = last.id;
  }
  if (trouble.failures > 0)
    ctx.log.warn(
      { failures: trouble.failures, error: codeOf(trouble.last), message: messageOf(trouble.last) },
      'receipts have to wait for the next run',
    );
  return trouble.config;
}

function goesOn({ signal, leaseLost }: RunContext, trouble: Trouble): boolean {
  return !signal.aborted && !leaseLost.signal.aborted && trouble.failures - trouble.successes <= MAX_MORE_FAILURES;
}

async function putAll(
  ctx: RunContext,
  routes: ReadonlyMap<string, Route>,
  page: readonly DueReceipt[],
  trouble: Trouble,
): Promise<Written[]> {
  const written: Written[] = [];
  await eachConcurrently(page, MOVES_IN_FLIGHT, async (file) => {
    const route = routes.get(file.contract);
    if (route === undefined || !goesOn(ctx, trouble)) return;
    try {
      const receipt = receiptOf(ctx.system, file);
      const key = receiptKey(ctx.system, route.prefix, receipt.batch_id, receipt.sha256);
      const how = await putReceipt(ctx, key, receipt);
      trouble.successes += 1;
      written.push({ file, receipt, key, how });
    } catch (thrown) {
      // What our own stopping cut off says nothing about the store.
      if (!ctx.signal.aborted) note(ctx, trouble, thrown);
    }
  });
  // In the order of their verdicts, so that the log tells it so.
  return written.toSorted((one, other) => one.file.id - other.file.id);
}

function note(ctx: RunContext, trouble: Trouble, thrown: unknown): void {
  trouble.failures += 1;
  trouble.last = thrown;
  if (classOf(thrown) !== 'config') return;
  const hint =
    `let this system read, write and delete under receipts/${ctx.system}/, ` +
    'or switch its receipts off with "receipts": false in handoff.config.json';
  trouble.config ??= new AppError(codeOf(thrown), messageOf(thrown), { cause: thrown, hint });
}

/** A duplicate is answered with what the ledger knows of the batch: the first one's receipt, whichever comes first. */
function receiptOf(system: string, file: DueReceipt): HandoffReceipt {
  const taken = file.taken_at !== null;
  return makeReceipt({
    batch_contract: file.contract,
    batch_id: nameOf(file.key),
    batch_schema_version: taken ? file.taken_version : file.schema_version,
    sha256: file.sha256 ?? '',
    bytes: taken ? (file.taken_bytes ?? file.size) : file.size,
    records: file.taken_records,
    source: file.taken_source,
    system,
    key: file.key,
    verdict: taken ? 'ingested' : file.state === 'held' ? 'held' : 'quarantined',
    reason_code: taken ? null : file.code,
    problems: taken ? [] : (JSON.parse(file.problems ?? '[]') as Problem[]),
    decided_at: file.taken_at ?? file.updated_at,
    run_id: file.taken_by ?? file.run_id ?? '',
  });
}

async function recordWritten(ctx: RunContext, written: readonly Written[]): Promise<void> {
  if (written.length === 0) return;
  ctx.tally.receipts += await ctx.database.transaction(async (tx) => {
    let marked = 0;
    for (const one of written) marked += await recordOne(ctx, tx, one);
    return marked;
  });
}

async function recordOne(ctx: RunContext, tx: Transaction, { file, receipt, key, how }: Written): Promise<number> {
  if (!(await markWritten(tx, file))) return 0;
  await ctx.audit.append(tx, {
    ...factsOf(ctx, file),
    source: receipt.source,
    records: receipt.records,
    event: 'receipt.written',
    outcome: 'success',
    reason_code: receipt.verdict === 'ingested' ? null : file.code,
    detail: { key, verdict: receipt.verdict, how },
  });
  return 1;
}
