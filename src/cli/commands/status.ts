import { systemClock } from '../../base/clock.ts';
import { openStore } from '../../objectstore/index.ts';
import { readInbox, readStatus, type StatusReport } from '../../poller/index.ts';
import { type Command, EXIT } from '../command.ts';
import { withExisting } from '../compose.ts';
import type { Output } from '../output.ts';
import { readSettings, type Settings } from '../settings.ts';

export async function status(command: Command): Promise<number> {
  const settings = await readSettings('consumer', command.flags, command.environment);
  return withExisting(settings, async (database, stamp) => {
    const store = await openStore(settings.store);
    try {
      const now = systemClock.now();
      const routes = settings.contracts
        .filter((contract) =>
          stamp.role === 'producer' ? contract.source === stamp.system : contract.targets.includes(stamp.system),
        )
        .map((contract) => ({ contract, prefix: contract.prefix }));
      const report: StatusReport =
        stamp.role === 'producer'
          ? { ...EMPTY, inbox: await readInbox(store, routes, now, command.signal) }
          : await readStatus(database, store, routes, now, command.signal);
      const outbox = stamp.role === 'producer' ? await countOutbox(database) : undefined;
      command.output.document({
        system: stamp.system,
        role: stamp.role,
        ...report,
        ...(outbox === undefined ? {} : { outbox }),
      });
      print(command.output, settings, stamp.system, report, outbox);
      return EXIT.ok;
    } finally {
      await store.close();
    }
  });
}

const EMPTY = { files: {}, quarantine: 0, cleanup_backlog: 0, stream_gaps: [], breaker: null, last_run: null };

async function countOutbox(
  database: Parameters<Parameters<typeof withExisting>[1]>[0],
): Promise<Record<string, number>> {
  const rows = await database.query<{ state: string; n: number }>(
    'select state, count(*) as n from outbox group by state order by state',
  );
  return Object.fromEntries(rows.map((row) => [row.state, row.n]));
}

function print(
  output: Output,
  settings: Settings,
  system: string,
  report: StatusReport,
  outbox: Record<string, number> | undefined,
): void {
  const { inbox } = report;
  output.line(`${output.bold(system)} at ${settings.store}`);
  output.line(
    `inbox: ${inbox.pending} waiting${inbox.oldest_age_s === null ? '' : `, the oldest for ${inbox.oldest_age_s} s`}`,
  );
  for (const [state, count] of Object.entries(outbox ?? report.files)) output.line(`  ${state}: ${count}`);
  if (outbox !== undefined) return;
  output.line(`quarantine: ${report.quarantine}, moves left to finish: ${report.cleanup_backlog}`);
  for (const gap of report.stream_gaps) output.line(output.bad(describeGap(gap)));
  if (report.breaker !== null)
    output.line(output.bad(`breaker tripped for ${report.breaker.code} at ${report.breaker.tripped_at}`));
  const run = report.last_run;
  output.line(run === null ? 'no run yet' : `last run: ${run.started_at}, ${run.outcome ?? 'under way or killed'}`);
}

/** Nothing proves the number of a file that was refused for its statement: then it may have come, and cannot be said to. */
function describeGap({ source, contract, first, last, quarantined }: StatusReport['stream_gaps'][number]): string {
  const numbers = `${contract} ${first === last ? first : `${first} to ${last}`}`;
  if (quarantined === 0) return `never came from ${source}: ${numbers}`;
  const files = quarantined === 1 ? '1 file' : `${quarantined} files`;
  return `missing from ${source}: ${numbers}; ${files} in quarantine may be among them, see "handoff quarantine ls"`;
}
