import { AppError, codeOf } from '../base/errors.ts';
import { newCorrelationId } from '../base/ids.ts';
import {
  type Acceptance,
  acceptanceFolder,
  decodeAcceptance,
  MAX_ACCEPTANCE_BYTES,
} from '../contract/acceptance/acceptance.ts';
import { readStart } from '../contract/read-start.ts';
import { type StoredAcceptance, storeAcceptance, storedAcceptance } from './acceptance-table.ts';
import type { ExportContext } from './context.ts';

/** Acceptances of one target and contract that are looked at, the latest first: the others are history. */
const MAX_LOOKS = 20;
/** One that is dated later would bind for ever, whatever its target says afterwards. */
const MAX_SKEW_MS = 24 * 60 * 60 * 1000;

/**
 * The versions that the target accepts; undefined where it never said. The latest acceptance that can be believed binds,
 * and goes on to bind when its object is gone. Throws errors of the environment; what a stranger wrote is passed over.
 */
export async function readAcceptedRange(
  ctx: ExportContext,
  contract: string,
  target: string,
): Promise<string | undefined> {
  const stored = await storedAcceptance(ctx.database, contract, target);
  for (const key of await latestKeys(ctx, acceptanceFolder(target, contract))) {
    const found = await readOne(ctx, key, { contract, target });
    if (found === undefined) continue;
    if (stored === undefined || found.accepted_at > stored.accepted_at) await remember(ctx, key, found);
    return latest(found, stored).range;
  }
  return stored?.range;
}

function latest(found: StoredAcceptance, stored: StoredAcceptance | undefined): StoredAcceptance {
  return stored === undefined || found.accepted_at >= stored.accepted_at ? found : stored;
}

async function latestKeys(ctx: ExportContext, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const page of ctx.store.list(prefix, { signal: ctx.signal })) {
    keys.push(...page.map(({ key }) => key));
    if (keys.length > MAX_LOOKS) keys.splice(0, keys.length - MAX_LOOKS);
  }
  return keys.toReversed();
}

async function readOne(
  ctx: ExportContext,
  key: string,
  wanted: { readonly contract: string; readonly target: string },
): Promise<Acceptance | undefined> {
  try {
    const object = await ctx.store.open(key, { signal: ctx.signal });
    try {
      const found = await decodeAcceptance(await readStart(object.body, MAX_ACCEPTANCE_BYTES + 1), ctx.trusted);
      const isOfTheFuture = Date.parse(found.accepted_at) > ctx.clock.now() + MAX_SKEW_MS;
      if (found.target === wanted.target && found.accepts === wanted.contract && !isOfTheFuture) return found;
      ctx.log.warn({ key }, 'an acceptance lies in the place of another one, or is dated in the future; passed over');
    } finally {
      await object.close();
    }
  } catch (thrown) {
    if (codeOf(thrown) === 'not_found') return undefined;
    if (!(thrown instanceof AppError) || thrown.code !== 'content') throw thrown;
    ctx.log.warn({ key, code: thrown.reason }, 'what lies there is no acceptance that can be believed; passed over');
  }
  return undefined;
}

async function remember(ctx: ExportContext, key: string, found: Acceptance): Promise<void> {
  if (ctx.settings.dryRun) return;
  const { accepts: contract, target, range, accepted_at } = found;
  await ctx.database.transaction(async (tx) => {
    const row = { contract, target, range, accepted_at, key };
    if (!(await storeAcceptance(tx, row, ctx.clock.now()))) return;
    await ctx.audit.append(tx, {
      event: 'acceptance.read',
      outcome: 'success',
      contract,
      source: ctx.system,
      target,
      run_id: ctx.runId,
      actor: 'exporter',
      correlation_id: newCorrelationId(),
      detail: { key, range, accepted_at },
    });
  });
}
