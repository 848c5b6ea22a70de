import { classOf, codeOf } from '../base/errors.ts';
import { isoTime } from '../base/clock.ts';
import { eachConcurrently } from '../base/each-concurrently.ts';
import type { Transaction } from '../database/port.ts';
import { payloadOf } from '../objectstore/payload.ts';
import { MOVES_IN_FLIGHT, type Movable } from './archive-file.ts';
import { factsOf, type RunContext } from './context.ts';
import { type FileRow, moveFile, requireClaim } from './file-table.ts';
import { reasonKey } from './keys.ts';
import { preserveProven } from './preserve-proven.ts';
import { MAX_CRASHES } from './take-over.ts';
import { unlessFenced } from './unless-fenced.ts';

/** `marked`: copied, and we may not remove it. `left`: nobody may touch it. Both stay in the inbox. `lost`: another worker has it. */
type Step = 'moved' | 'marked' | 'left' | 'lost' | 'superseded' | 'vanished' | 'conflict' | { readonly later: unknown };

/**
 * Moves refused files out of the inbox: copy proven, reason beside it, source removed, recorded. Where we may not
 * delete, the object stays in the inbox and its row is `marked`. Returns the last error of the environment.
 */
export async function quarantineFiles(ctx: RunContext, files: readonly Movable[]): Promise<unknown> {
  const steps = new Map<number, Step>();
  await eachConcurrently(files, MOVES_IN_FLIGHT, async (item) => {
    steps.set(item.file.id, await quarantineOne(ctx, item));
  });
  let failure: unknown;
  await ctx.database.transaction(async (tx) => {
    for (const { file } of files) {
      const step = steps.get(file.id);
      if (typeof step === 'object') failure = step.later;
      else if (step !== undefined && step !== 'lost')
        await unlessFenced(ctx, tx, file, () => record(ctx, tx, file, step));
    }
  });
  return failure;
}

async function quarantineOne(ctx: RunContext, { file, fetched }: Movable): Promise<Step> {
  try {
    if (await mustNotBeOpened(ctx, file)) return 'left';
    const metadata = { code: file.code ?? '', ...(file.sha256 === null ? {} : { sha256: file.sha256 }) };
    if (!(await preserveProven(ctx, file, fetched, metadata))) return 'conflict';
    const report = payloadOf(new TextEncoder().encode(JSON.stringify(reasonReport(ctx, file), undefined, 2)));
    await ctx.store.putIfAbsent(reasonKey(file.destination ?? ''), report, {}, ctx.signal);
    // A worker that slept must not take away what its new owner decided to leave, or the operator to put back.
    await requireClaim(ctx.database, file, 'quarantining');
    return await removeSource(ctx, file);
  } catch (error) {
    const kind = classOf(error);
    if (kind === 'changed') return 'superseded';
    if (kind === 'gone') return 'vanished';
    if (kind === 'fenced') return lost(ctx, file);
    return { later: error };
  } finally {
    await fetched?.close();
  }
}

/**
 * Too large to be read is too large to be copied; and what killed even the one who was to copy it is left alone, or no
 * run would ever come to its end. Their verdicts stay in the database alone.
 */
async function mustNotBeOpened({ store, signal }: RunContext, file: FileRow): Promise<boolean> {
  if (file.sha256 !== null) return false;
  if (file.code === 'TOO_LARGE') return true;
  if (file.code !== 'CRASH_LOOP' || file.crashes <= MAX_CRASHES) return false;
  return (await store.head(file.destination ?? '', signal)) === undefined;
}

function lost(ctx: RunContext, file: FileRow): 'lost' {
  ctx.log.warn({ key: file.key }, 'lost the claim; another worker has the file');
  return 'lost';
}

async function removeSource(ctx: RunContext, file: FileRow): Promise<'moved' | 'marked'> {
  try {
    const removed = await ctx.store.remove(file.key, file.etag, ctx.signal);
    if (removed === 'changed') ctx.log.warn({ key: file.key }, 'another object has this key now; it stays');
    return 'moved';
  } catch (error) {
    if (codeOf(error) !== 'denied') throw error;
    return 'marked';
  }
}

/** What the operator finds beside the file. Pointers and rules, never values. */
function reasonReport(ctx: RunContext, file: FileRow): object {
  return {
    code: file.code,
    problems: JSON.parse(file.problems ?? '[]') as unknown,
    key: file.key,
    batch_id: file.batch_id,
    contract: file.contract,
    sha256: file.sha256,
    bytes: file.size,
    system: ctx.system,
    run_id: ctx.runId,
    at: isoTime(ctx.clock.now()),
    release: `handoff quarantine release ${file.id}`,
  };
}

async function record(
  ctx: RunContext,
  tx: Transaction,
  file: FileRow,
  step: Exclude<Step, object | 'lost'>,
): Promise<void> {
  const now = ctx.clock.now();
  const detail = { key: file.key, destination: file.destination ?? '', how: step };
  const facts = { ...factsOf(ctx, file), reason_code: file.code, detail };
  if (step === 'superseded' || step === 'vanished') {
    await moveFile(tx, file, 'quarantining', step, { lease_until_ms: null }, now);
    return ctx.audit.append(tx, { ...facts, event: `file.${step}`, outcome: 'failure' });
  }
  if (step === 'conflict') {
    await requireClaim(tx, file, 'quarantining');
    ctx.tally.alerts += 1;
    return ctx.audit.append(tx, {
      ...facts,
      event: 'archive.conflict',
      outcome: 'failure',
      reason_code: 'ARCHIVE_CONFLICT',
    });
  }
  const marked = step === 'moved' ? {} : { marked: 1, ...(step === 'left' ? { destination: null } : {}) };
  await moveFile(tx, file, 'quarantining', 'quarantined', { ...marked, lease_until_ms: null }, now);
  return ctx.audit.append(tx, { ...facts, event: 'file.quarantined', outcome: 'success' });
}
