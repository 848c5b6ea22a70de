import type { AuditEvent, AuditFacts } from '../audit/index.ts';
import type { ReasonCode } from '../base/reasons.ts';
import type { BuiltBatch, OutboxRow } from './outbox-table.ts';

/** Why a batch's attempt ended as it did. */
export interface Ending {
  readonly event: AuditEvent;
  readonly outcome: AuditFacts['outcome'];
  readonly reason?: ReasonCode;
  readonly detail?: Readonly<Record<string, string | number>>;
}

type Attempt = BuiltBatch & Pick<OutboxRow, 'correlation_id' | 'attempt'>;
type Opened = Attempt & Pick<OutboxRow, 'stream_seq' | 'statement_kid'>;

/** One step in the life of a batch, as every entry about it tells it. */
export function batchFacts(runId: string, row: Attempt, ending: Ending): AuditFacts {
  return {
    event: ending.event,
    outcome: ending.outcome,
    reason_code: ending.reason ?? null,
    contract: row.contract,
    batch_id: row.batch_id,
    schema_version: row.schema_version,
    revision: row.revision,
    source: row.source,
    target: row.target,
    checksum: row.sha256,
    transport: 'file',
    attempt: row.attempt,
    bytes: row.bytes,
    records: row.records,
    run_id: runId,
    actor: 'exporter',
    correlation_id: row.correlation_id,
    detail: { key: row.key, ...ending.detail },
  };
}

/** The attempt stands in the log before any byte leaves. */
export function attemptFacts(runId: string, row: Opened): AuditFacts {
  return batchFacts(runId, row, { event: 'handoff.attempted', outcome: 'pending', detail: signedDetail(row) });
}

/** Who vouches for the batch: the key by its name, or nobody. */
function signedDetail({ statement_kid: kid, stream_seq: streamSeq }: Opened): Record<string, string | number> {
  return kid === null ? { statement: 'unsigned' } : { statement: kid, stream_seq: streamSeq ?? 0 };
}
