import { isoTime } from '../base/clock.ts';
import type { Transaction } from '../database/port.ts';
import type { MoverDeps, Trace } from './context.ts';
import { newId, type ProcessType } from './process-id.ts';
import type { OutCode } from './tables/engagement-tables.ts';

/** What each code means, how bad it is, and what an HTTP answer or an exit says of it. */
export const OUT_ERRORS = {
  'OUT-001': { severity: 'CRITICAL', status: 422, meaning: 'BIT score below threshold (blocked)' },
  'OUT-002': { severity: 'HIGH', status: 422, meaning: 'no verified contacts available' },
  'OUT-003': { severity: 'MEDIUM', status: 502, meaning: 'email send failed' },
  'OUT-004': { severity: 'LOW', status: 503, meaning: 'engagement tracking delayed' },
  'OUT-005': { severity: 'HIGH', status: 409, meaning: 'campaign creation failed' },
} as const satisfies Record<OutCode, { severity: string; status: number; meaning: string }>;

export interface OutreachError {
  readonly code: OutCode;
  readonly processType: ProcessType;
  /** One plain sentence, no personal data. */
  readonly message: string;
  readonly outreachId?: string | null;
  readonly campaignId?: string | null;
  readonly sendId?: string | null;
  readonly detail?: Readonly<Record<string, string | number | null>>;
  readonly retryable?: boolean;
  /** What counts as the same trouble: while it is open, one row counts its occurrences. */
  readonly fingerprint: string;
}

/** Writes the error, or counts it once more while it is open; the audit log says so the first time. */
export async function recordError(
  tx: Transaction,
  { audit, clock }: MoverDeps,
  trace: Trace,
  error: OutreachError,
): Promise<void> {
  const at = isoTime(clock.now());
  const again = await tx.run(
    `update outreach_errors set occurrences = occurrences + 1, last_at = $1
      where fingerprint = $2 and resolved_at is null`,
    [at, error.fingerprint],
  );
  if (again > 0) return;
  await insertError(tx, trace, error, at, newId(clock.now()));
  await audit.append(tx, {
    event: 'outreach.error',
    outcome: 'failure',
    correlation_id: trace.correlation_id,
    actor: trace.process_id,
    detail: {
      code: error.code,
      severity: OUT_ERRORS[error.code].severity,
      ...(error.outreachId && { outreach_id: error.outreachId }),
      ...(error.campaignId && { campaign_id: error.campaignId }),
      ...(error.sendId && { send_id: error.sendId }),
    },
  });
}

async function insertError(tx: Transaction, trace: Trace, error: OutreachError, at: string, id: string): Promise<void> {
  await tx.run(
    `insert into outreach_errors (id, code, severity, process_type, outreach_id, campaign_id, send_id, message, detail,
       retryable, fingerprint, first_at, last_at, created_at, correlation_id, process_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12, $12, $13, $14)`,
    [
      id,
      error.code,
      OUT_ERRORS[error.code].severity,
      error.processType,
      error.outreachId ?? null,
      error.campaignId ?? null,
      error.sendId ?? null,
      error.message,
      error.detail === undefined ? null : JSON.stringify(error.detail),
      error.retryable === true ? 1 : 0,
      error.fingerprint,
      at,
      trace.correlation_id,
      trace.process_id,
    ],
  );
}

/** The trouble is over: a later one of the same kind is a new row. The number of rows that were open. */
export async function resolveErrors(
  tx: Transaction,
  { clock }: MoverDeps,
  fingerprint: string,
  resolution: string,
): Promise<number> {
  return tx.run(
    `update outreach_errors set resolved_at = $1, resolution = $2 where fingerprint = $3 and resolved_at is null`,
    [isoTime(clock.now()), resolution, fingerprint],
  );
}
