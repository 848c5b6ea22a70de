import {
  countOpenSignals,
  type DrainedBatch,
  type DrainReport,
  drainSignals,
  listBatches,
  replaySignals,
} from '../../outreach/index.ts';
import { type Command, EXIT } from '../command.ts';
import { withHub } from '../compose-hub.ts';
import { formatTable, type Output } from '../output.ts';
import { type CommonFlags, readSettings } from '../settings.ts';
import { withSignalPublisher } from './publish-signals.ts';

export interface SignalsFlags extends CommonFlags {
  readonly dryRun?: boolean;
}

export interface SignalsListFlags extends CommonFlags {
  readonly limit?: number;
}

const DEFAULT_LIMIT = 50;

/** Hands over to CL what waits. */
export async function signalsDrain(command: Command<SignalsFlags>): Promise<number> {
  const { flags, output, environment } = command;
  const settings = await readSettings('hub', flags, environment);
  const dryRun = flags.dryRun ?? false;
  return withHub(command, settings, (deps) =>
    withSignalPublisher(command, settings, { dryRun }, async (publish) => {
      const report = await drainSignals(deps, publish, { dryRun });
      output.document(report);
      printDrained(output, report);
      return EXIT.ok;
    }),
  );
}

function printDrained(output: Output, { batches, waiting, is_late: isLate }: DrainReport): void {
  for (const batch of batches) printBatch(output, batch);
  if (batches.length === 0) output.line('no signal waits');
  if (waiting > 0) output.line(`${waiting} signals wait${isLate ? output.bad(', for too long') : ''}`);
}

function printBatch(output: Output, { batch_id: id, signals, status }: DrainedBatch): void {
  output.line(`${status === 'planned' ? 'would be published' : output.good(status)} ${id} (${signals} signals)`);
}

/** The batches, the latest first, and what waits. */
export async function signalsLs(command: Command<SignalsListFlags>): Promise<number> {
  const { flags, output, environment } = command;
  const settings = await readSettings('hub', flags, environment);
  return withHub(command, settings, async ({ database }) => {
    const open = await countOpenSignals(database);
    const batches = await listBatches(database, flags.limit ?? DEFAULT_LIMIT);
    output.document({ ...open, batches });
    const rows = batches.map((batch) => [
      batch.batch_id,
      String(batch.signals),
      batch.batched_at,
      batch.handed_at ?? 'waits',
    ]);
    if (rows.length > 0) {
      for (const line of formatTable([['batch', 'signals', 'put together', 'handed over'], ...rows])) output.line(line);
    }
    const since = open.oldest_at === null ? '' : `, the oldest since ${open.oldest_at}`;
    output.line(open.waiting === 0 ? 'no signal waits' : `${open.waiting} signals wait${since}`);
    return EXIT.ok;
  });
}

/** Hands one batch over once more, as it was. */
export async function signalsReplay(command: Command<SignalsFlags>, batchId: string): Promise<number> {
  const { flags, output, environment } = command;
  const settings = await readSettings('hub', flags, environment);
  const dryRun = flags.dryRun ?? false;
  return withHub(command, settings, (deps) =>
    withSignalPublisher(command, settings, { again: true, dryRun }, async (publish) => {
      const batch = await replaySignals(deps, publish, batchId, { dryRun });
      output.document({ ...batch, dry_run: dryRun });
      printBatch(output, batch);
      return EXIT.ok;
    }),
  );
}
