import type { Queries } from '../../database/port.ts';
import type { ProcessType } from '../process-id.ts';
import type { OutCode } from '../tables/engagement-tables.ts';

export interface ErrorRow {
  readonly id: string;
  readonly code: OutCode;
  readonly severity: 'CRITICAL' | 'HIGH' | 'MEDIUM' | 'LOW';
  readonly process_type: ProcessType;
  readonly outreach_id: string | null;
  readonly campaign_id: string | null;
  readonly send_id: string | null;
  readonly message: string;
  /** JSON. */
  readonly detail: string | null;
  readonly retryable: 0 | 1;
  readonly occurrences: number;
  readonly first_at: string;
  readonly last_at: string;
  readonly resolved_at: string | null;
  readonly resolution: string | null;
  readonly correlation_id: string;
  readonly process_id: string;
}

/** The latest first. */
export async function listErrors(
  queries: Queries,
  which: { readonly code?: OutCode | undefined; readonly openOnly: boolean; readonly limit: number },
): Promise<ErrorRow[]> {
  return queries.query<ErrorRow>(
    `select id, code, severity, process_type, outreach_id, campaign_id, send_id, message, detail, retryable, occurrences,
       first_at, last_at, resolved_at, resolution, correlation_id, process_id
      from outreach_errors
      where (code = $1 or $1 is null) and (resolved_at is null or $2 = 0)
      order by last_at desc, id desc limit $3`,
    [which.code ?? null, which.openOnly ? 1 : 0, which.limit],
  );
}
