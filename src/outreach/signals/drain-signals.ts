import type { HubDeps } from '../context.ts';
import { newProcessId } from '../process-id.ts';
import type { Signal } from '../signal-table.ts';
import { checkLag } from './check-lag.ts';
import {
  countOpenSignals,
  fillBatch,
  markHanded,
  nextBatch,
  type SignalBatch,
  signalsOf,
  waitingBatch,
} from './signal-batch-table.ts';

/**
 * Hands one batch over to whoever brings it to CL. Called again with the same arguments it must do no harm: `exists` then.
 * Throws whatever it meets; the batch waits and is handed over again, under the same id and with the same bytes.
 */
export type PublishSignals = (
  batchId: string,
  createdAt: string,
  records: readonly Signal[],
) => Promise<'published' | 'exists'>;

export interface DrainedBatch {
  readonly batch_id: string;
  readonly signals: number;
  /** `exists`: it had been handed over before, and nobody had written that down. `planned`: in a dry run. */
  readonly status: 'published' | 'exists' | 'planned';
}

export interface DrainReport {
  readonly batches: readonly DrainedBatch[];
  /** Signals that still wait. */
  readonly waiting: number;
  /** True: they wait for too long, and OUT-004 says so. */
  readonly is_late: boolean;
  readonly dry_run: boolean;
}

export type DrainDeps = Pick<HubDeps, 'audit' | 'clock' | 'database' | 'settings' | 'signal'>;

/** Signals in one batch. */
export const MAX_SIGNALS = 5_000;
const MAX_BATCHES_PER_DRAIN = 200;

/**
 * Brings all open signals to CL, in the order in which they happened: one batch after the other, and none before the one ahead
 * of it is handed over. Each signal is told at least once and always in the same batch. Throws what `publish` throws.
 */
export async function drainSignals(
  deps: DrainDeps,
  publish: PublishSignals,
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<DrainReport> {
  const batches: DrainedBatch[] = [];
  try {
    if (dryRun) batches.push(...(await plannedBatches(deps)));
    while (!dryRun && batches.length < MAX_BATCHES_PER_DRAIN && !deps.signal.aborted) {
      const batch = await batchToHandOver(deps);
      if (batch === undefined) break;
      batches.push(await handOver(deps, publish, batch));
    }
  } finally {
    // Also when the way to CL is broken: that is when somebody must hear of it.
    if (!dryRun) await checkLag(deps);
  }
  const { waiting, oldest_at: oldestAt } = await countOpenSignals(deps.database);
  const isLate = oldestAt !== null && deps.clock.now() - Date.parse(oldestAt) > deps.settings.signalLagMs;
  return { batches, waiting, is_late: isLate, dry_run: dryRun };
}

/**
 * The oldest that waits, else the next. The id is stored before anybody sees it: whoever dies after that hands the same batch
 * over again. Asked in the transaction that would put the next together: no two batches ever wait, so that of several who
 * drain at once nobody brings a later one before the one ahead of it.
 */
async function batchToHandOver({ database, audit, clock }: DrainDeps): Promise<SignalBatch | undefined> {
  return database.transaction(async (tx) => {
    const waiting = await waitingBatch(tx);
    if (waiting !== undefined) return waiting;
    const batch = await nextBatch(tx, clock.now());
    const signals = await fillBatch(tx, batch, MAX_SIGNALS);
    if (signals === 0) return undefined;
    await audit.append(tx, {
      event: 'signals.batched',
      outcome: 'success',
      batch_id: batch.batch_id,
      actor: newProcessId('engage', clock.now()),
      detail: { signals },
    });
    return batch;
  });
}

/** Also of a batch that was handed over long ago: CL knows it by its bytes. */
export async function handOver(deps: DrainDeps, publish: PublishSignals, batch: SignalBatch): Promise<DrainedBatch> {
  const rows = await signalsOf(deps.database, batch.batch_id);
  const records = rows.map(({ payload }) => JSON.parse(payload) as Signal);
  const status = await publish(batch.batch_id, batch.batched_at, records);
  await deps.database.transaction((tx) => markHanded(tx, batch.batch_id, deps.clock.now()));
  return { batch_id: batch.batch_id, signals: rows.length, status };
}

async function plannedBatches({ database, clock }: DrainDeps): Promise<DrainedBatch[]> {
  const waiting = await waitingBatch(database);
  const again = waiting === undefined ? 0 : (await signalsOf(database, waiting.batch_id)).length;
  const fresh = (await countOpenSignals(database)).waiting - again;
  const next = fresh > 0 ? [await nextBatch(database, clock.now())] : [];
  return [
    ...(waiting === undefined ? [] : [{ batch_id: waiting.batch_id, signals: again, status: 'planned' as const }]),
    ...next.map(({ batch_id }) => ({ batch_id, signals: Math.min(fresh, MAX_SIGNALS), status: 'planned' as const })),
  ];
}
