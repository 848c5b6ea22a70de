import { isoTime } from '../base/clock.ts';
import type { Queries } from '../database/port.ts';
import type { RunContext } from './context.ts';
import { LIVE } from './file-table.ts';
import { markAlerted, newGaps, type StreamGap } from './stream-table.ts';
import { openCount } from './unproven-files.ts';

/** Gaps told of by one run; the others wait for the next one. */
const MAX_GAPS = 1_000;

/**
 * Alerts for batches that their producer numbered and that did not come, or not with proof, once for each gap. Judged at the end of a run: within
 * it batches may come in any order. A missing one may be among the files that still wait to be read, so nothing is said
 * of a contract as long as it has any.
 */
export async function reportGaps(ctx: RunContext): Promise<void> {
  const now = isoTime(ctx.clock.now());
  const alerts = await ctx.database.transaction(async (tx) => {
    const told: StreamGap[] = [];
    for (const gap of await newGaps(tx, MAX_GAPS)) {
      if (await hasUnread(tx, gap.contract)) continue;
      if (!(await markAlerted(tx, gap, now))) continue;
      const { source, target, contract, first, last } = gap;
      await ctx.audit.append(tx, {
        event: 'stream.gap',
        outcome: 'failure',
        contract,
        source,
        target,
        run_id: ctx.runId,
        actor: `worker:${ctx.worker}`,
        detail: { first, last, missing: last - first + 1 },
      });
      told.push(gap);
    }
    return told;
  });
  ctx.tally.alerts += alerts.length;
  const countUnproven = openCount(ctx.database);
  for (const gap of alerts) {
    const { source, contract, first, last } = gap;
    const quarantined = await countUnproven(gap);
    const what = quarantined === 0 ? 'never came' : 'are missing; files in quarantine may be among them';
    ctx.log.error(
      { source, contract, first, last, quarantined },
      `batches were numbered by their producer and ${what}`,
    );
  }
}

async function hasUnread(queries: Queries, contract: string): Promise<boolean> {
  const rows = await queries.query(
    `select 1 from file
     where contract = $1 and ${LIVE} and state in ('seen', 'ready', 'working', 'retry_wait') limit 1`,
    [contract],
  );
  return rows.length === 1;
}
