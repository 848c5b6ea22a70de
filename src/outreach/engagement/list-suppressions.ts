import type { Queries } from '../../database/port.ts';
import type { SuppressionRow } from '../suppression-table.ts';

/** Those that count now, the latest first. */
export async function listSuppressions(queries: Queries, nowIso: string, limit: number): Promise<SuppressionRow[]> {
  return queries.query<SuppressionRow>(
    `select * from suppressions where expires_at is null or expires_at > $1
      order by created_at desc, id desc limit $2`,
    [nowIso, limit],
  );
}
