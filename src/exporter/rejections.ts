import type { AuditFacts } from '../audit/index.ts';
import type { ReasonCode } from '../base/reasons.ts';
import type { ExportContext, RecordsInput } from './context.ts';

export interface Rejections {
  /** How many records were bad, by the first thing that was wrong with each. */
  readonly reasons: ReadonlyMap<ReasonCode, number>;
  readonly file: string | null;
  /** Nothing of the input was published because of them. */
  readonly stopped: boolean;
}

/** That records of an input were set aside: how many, and why. */
export function rejectionFacts(
  ctx: ExportContext,
  { file, sha256, frame }: RecordsInput,
  found: Rejections,
): AuditFacts {
  const [first] = found.reasons.keys();
  return {
    event: 'records.rejected',
    outcome: 'failure',
    reason_code: first ?? null,
    contract: frame.contract.name,
    schema_version: frame.revision.schemaVersion,
    revision: frame.revision.version,
    source: frame.source,
    target: frame.target,
    checksum: sha256,
    records: [...found.reasons.values()].reduce((sum, count) => sum + count, 0),
    run_id: ctx.runId,
    actor: 'exporter',
    detail: {
      input: file.name,
      rejects_file: found.file ?? '',
      mode: found.stopped ? 'stop' : 'reject',
      ...Object.fromEntries(found.reasons),
    },
  };
}
