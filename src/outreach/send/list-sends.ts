import type { Queries, Value } from '../../database/port.ts';
import type { SendRow } from '../send-table.ts';
import type { SendState } from '../states.ts';

export interface SendFilter {
  readonly state?: SendState | undefined;
  readonly campaignId?: string | undefined;
  readonly limit: number;
}

/** The latest first; and how many there are of each state, whatever the limit. */
export async function listSends(
  queries: Queries,
  { state, campaignId, limit }: SendFilter,
): Promise<{ readonly sends: SendRow[]; readonly counts: Readonly<Record<string, number>> }> {
  const parameters: Value[] = [state ?? null, campaignId ?? null];
  const where = '(state = $1 or $1 is null) and (campaign_id = $2 or $2 is null)';
  const sends = await queries.query<SendRow>(
    `select * from send_log where ${where} order by due_at desc, send_id desc limit $3`,
    [...parameters, limit],
  );
  const counted = await queries.query<{ state: string; n: number }>(
    `select state, count(*) as n from send_log where ${where} group by state order by state`,
    parameters,
  );
  return { sends, counts: Object.fromEntries(counted.map((row) => [row.state, Number(row.n)])) };
}
