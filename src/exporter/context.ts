import type { BatchFrame } from './batch-builder.ts';
import { attemptFacts, batchFacts, type Ending } from './audit-facts.ts';
import type { BatchOutcome, ExporterDeps, ExportSettings } from './request.ts';
import type { InputFile, RecordFormat } from './input-record.ts';
import type { OutboxRow } from './outbox-table.ts';
import type { Spool } from './spool.ts';

/** One command under way. */
export interface ExporterContext extends ExporterDeps {
  readonly runId: string;
  readonly spool: Spool;
  /** Ids of outbox rows that this command published: the others that are published existed before. */
  readonly published: Set<number>;
}

/** One command that takes inputs. */
export interface ExportContext extends ExporterContext {
  readonly settings: ExportSettings;
  readonly again: boolean;
}

/** One input of records under way. */
export interface RecordsInput {
  readonly file: InputFile;
  readonly format: RecordFormat;
  readonly sha256: string;
  readonly frame: BatchFrame;
}

/** A batch of the outbox as the report tells it. */
export function outcomeOf(ctx: Pick<ExporterContext, 'published'>, row: OutboxRow): BatchOutcome {
  // Pending rows are reported by dry runs alone, as what would be published.
  const published = row.state === 'published' || row.state === 'pending';
  const { input, batch_id, key, sha256, records, bytes } = row;
  const status = published
    ? ctx.published.has(row.id) || row.state === 'pending'
      ? 'published'
      : 'exists'
    : 'refused';
  const code = published ? undefined : (row.code ?? 'INTERNAL');
  return { input, batch_id, key, sha256, records, bytes, status, ...(code === undefined ? {} : { code }) };
}

export function endingFacts(ctx: ExporterContext, row: OutboxRow, ending: Ending) {
  return batchFacts(ctx.runId, row, ending);
}

export function openingFacts(ctx: ExporterContext, row: OutboxRow) {
  return attemptFacts(ctx.runId, row);
}
