import { isoTime } from '../base/clock.ts';
import { AppError, codeOf } from '../base/errors.ts';
import { newCorrelationId } from '../base/ids.ts';
import {
  type Acceptance,
  acceptanceFolder,
  acceptanceKey,
  decodeAcceptance,
  MAX_ACCEPTANCE_BYTES,
  timeInName,
} from '../contract/acceptance/acceptance.ts';
import type { TrustList } from '../contract/index.ts';
import { readStart } from '../contract/read-start.ts';
import { type StoredAcceptance, storeAcceptance, storedAcceptance } from './acceptance-table.ts';
import type { ExportContext } from './context.ts';

/** Acceptances of one target and contract that are looked at, the latest first, until one can be believed. */
const MAX_LOOKS = 1_000;
/** What may write them may write anything beside them: only names that an acceptance could have are looked at. */
const NAME = /^(\d{8}T\d{6,15}Z)[.](?:jws|json)$/;
/** One that is dated later would bind for ever, whatever its target says afterwards. */
const MAX_SKEW_MS = 24 * 60 * 60 * 1000;

interface Wanted {
  readonly contract: string;
  readonly target: string;
}

/**
 * The versions that the target accepts; undefined where it never said. The latest acceptance that can be believed binds,
 * and goes on to bind when its object is gone. With `trusted` only signed ones can. Throws errors of the environment; what a
 * stranger wrote is passed over.
 */
export async function readAcceptedRange(
  ctx: ExportContext,
  trusted: TrustList | undefined,
  wanted: Wanted,
): Promise<string | undefined> {
  const { contract, target } = wanted;
  const stored = await storedAcceptance(ctx.database, contract, target);
  for (const key of await latestKeys(ctx, wanted, stored)) {
    const found = await readOne(ctx, key, trusted, wanted);
    if (found === undefined) continue;
    if (stored === undefined || found.accepted_at > stored.accepted_at) await remember(ctx, key, found);
    return latest(found, stored).range;
  }
  return stored?.range;
}

function latest(found: StoredAcceptance, stored: StoredAcceptance | undefined): StoredAcceptance {
  return stored === undefined || found.accepted_at >= stored.accepted_at ? found : stored;
}

/** Names in the order of their times, the latest first; none from before what is known, and none of the future. */
async function latestKeys(
  ctx: ExportContext,
  { contract, target }: Wanted,
  stored: StoredAcceptance | undefined,
): Promise<string[]> {
  const prefix = acceptanceFolder(target, contract);
  const known = stored === undefined ? '' : timeInName(stored.accepted_at);
  const latestTime = timeInName(isoTime(ctx.clock.now() + MAX_SKEW_MS));
  const keys: string[] = [];
  let passed = 0;
  for await (const page of ctx.store.list(prefix, { signal: ctx.signal })) {
    for (const { key } of page) {
      const time = NAME.exec(key.slice(prefix.length))?.[1] ?? '';
      if (time >= known && time <= latestTime && time !== '') keys.push(key);
    }
    passed += keys.splice(0, keys.length - MAX_LOOKS).length;
  }
  if (passed > 0)
    ctx.log.warn(
      { prefix, passed },
      'more lies there than is looked at: an acceptance may be among what was passed over',
    );
  return keys.toReversed();
}

async function readOne(
  ctx: ExportContext,
  key: string,
  trusted: TrustList | undefined,
  wanted: Wanted,
): Promise<Acceptance | undefined> {
  try {
    const object = await ctx.store.open(key, { signal: ctx.signal });
    try {
      const found = await decodeAcceptance(await readStart(object.body, MAX_ACCEPTANCE_BYTES + 1), trusted);
      const isOfTheFuture = Date.parse(found.accepted_at) > ctx.clock.now() + MAX_SKEW_MS;
      // An old one under a later name would hide what was said after it.
      const isInItsPlace = [true, false].some((signed) => acceptanceKey(found, signed) === key);
      if (isInItsPlace && found.target === wanted.target && found.accepts === wanted.contract && !isOfTheFuture)
        return found;
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
