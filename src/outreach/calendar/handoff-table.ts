import type { Queries, Transaction } from '../../database/port.ts';

/** Where the outreach to a company ended for good: no campaign of it is created, begun, resumed or sent after it. */
export interface HandoffRow {
  readonly outreach_id: string;
  readonly booking_uid: string;
  readonly jti: string;
  readonly provider: string;
  /** RFC 3339; as the scheduler says it. */
  readonly booked_at: string;
  readonly ended_at: string;
  readonly created_at: string;
  readonly correlation_id: string;
  readonly process_id: string;
}

/** False, and nothing written, when the company was handed over before, or this booking was for another. */
export async function insertHandoff(tx: Transaction, row: HandoffRow): Promise<boolean> {
  const inserted = await tx.run(
    `insert into handoffs (outreach_id, booking_uid, jti, provider, booked_at, ended_at, created_at, correlation_id,
       process_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    [
      row.outreach_id,
      row.booking_uid,
      row.jti,
      row.provider,
      row.booked_at,
      row.ended_at,
      row.created_at,
      row.correlation_id,
      row.process_id,
    ],
  );
  return inserted === 1;
}

/** The handoff that ended the outreach to a company; undefined while it goes on. */
export async function endedBy(queries: Queries, outreachId: string): Promise<HandoffRow | undefined> {
  const [row] = await queries.query<HandoffRow>('select * from handoffs where outreach_id = $1', [outreachId]);
  return row;
}
