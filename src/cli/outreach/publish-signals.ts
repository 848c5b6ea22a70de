import { AppError } from '../../base/errors.ts';
import { type ExporterDeps, exportInputs, type ExportSettings } from '../../exporter/index.ts';
import type { PublishSignals } from '../../outreach/index.ts';
import type { Command } from '../command.ts';
import { exportSettings } from '../commands/export.ts';
import { withExporter } from '../compose.ts';
import type { Settings } from '../settings.ts';

const CONTRACT = 'engagement-signal-batch';

export interface PublisherOptions {
  /** Hands over what was handed over before, too. */
  readonly again?: boolean;
  readonly dryRun?: boolean;
}

/**
 * Lends the way to CL: signals become batches of their contract, which the exporter publishes as it does any other. It keeps its
 * outbox in a database of its own beside the hub's: `outreach-hub-signals.db`.
 */
export async function withSignalPublisher<T>(
  command: Command,
  settings: Settings,
  { again = false, dryRun = false }: PublisherOptions,
  fn: (publish: PublishSignals) => Promise<T>,
): Promise<T> {
  const own: Settings = {
    ...settings,
    database: signalsDatabase(settings.database),
    spoolFolder: `${settings.spoolFolder}-signals`,
  };
  const exporting = exportSettings(own, { contract: CONTRACT, dryRun });
  return withExporter(command, own, { dryRun }, (deps) => fn(publisher(deps, exporting, again)));
}

/** `sqlite:./handoff-data/outreach-hub.db` gives `sqlite:./handoff-data/outreach-hub-signals.db`. */
export function signalsDatabase(hubDatabase: string): string {
  return /[.]db$/.test(hubDatabase) ? hubDatabase.replace(/[.]db$/, '-signals.db') : `${hubDatabase}-signals`;
}

function publisher(deps: ExporterDeps, exporting: ExportSettings, again: boolean): PublishSignals {
  const { contract } = exporting;
  return async (batchId, createdAt, records) => {
    const envelope = {
      batch_id: batchId,
      contract: contract.name,
      schema_version: contract.revisions[0]?.schemaVersion,
      created_at: createdAt,
      source: deps.system,
      target: contract.targets[0],
      records,
    };
    const report = await exportInputs(deps, { ...exporting, again, inputs: ['-'], stdin: asInput(envelope) });
    const [batch] = report.batches;
    if (batch !== undefined && batch.status !== 'refused') return batch.status;
    throw new AppError('refused', `hand over the signals ${batchId}: ${batch?.code ?? 'no batch was made'}`, {
      problems: batch?.problems ?? [],
      hint: 'the batch waits; look at the signals with "outreach events", and at their contract with "contract show"',
    });
  };
}

async function* asInput(envelope: object): AsyncIterable<Uint8Array> {
  yield Buffer.from(JSON.stringify(envelope));
}
