import type { Queries } from '../../database/port.ts';

/** A company as its current evaluation has it. */
export interface Target {
  readonly outreach_id: string;
  readonly sid: string;
  readonly correlation_id: string;
  readonly bit_evaluation_id: string;
  /** Null where the evaluation came to nothing. */
  readonly bit_score: number | null;
  readonly bit_tier: string | null;
  /** RFC 3339; null when the evaluation that is named is not there. */
  readonly evaluated_at: string | null;
  readonly email_method: string | null;
  readonly timezone: string | null;
}

export interface Person {
  readonly contact_id: string;
  readonly name: string;
  readonly email: string;
  readonly email_status: string;
  readonly role: string | null;
  readonly timezone: string | null;
}

/** Undefined for a company that no evaluation was handed over for. */
export async function readTarget(queries: Queries, outreachId: string): Promise<Target | undefined> {
  const [row] = await queries.query<Target>(
    `select o.outreach_id, o.sid, o.correlation_id, o.bit_evaluation_id, b.bit_score, b.bit_tier, b.evaluated_at,
       t.email_method, t.timezone
     from outreach o
     left join bit_scores b on b.bit_evaluation_id = o.bit_evaluation_id and b.outreach_id = o.outreach_id
     left join company_target t on t.outreach_id = o.outreach_id
     where o.outreach_id = $1`,
    [outreachId],
  );
  return row;
}

export async function readPeople(queries: Queries, outreachId: string): Promise<Person[]> {
  return queries.query<Person>(
    `select contact_id, name, email, email_status, role, timezone from people
      where outreach_id = $1 order by contact_id`,
    [outreachId],
  );
}

export async function readPerson(queries: Queries, outreachId: string, contactId: string): Promise<Person | undefined> {
  const [row] = await queries.query<Person>(
    `select contact_id, name, email, email_status, role, timezone from people
      where outreach_id = $1 and contact_id = $2`,
    [outreachId, contactId],
  );
  return row;
}

/** True once a meeting was booked: outreach to this company has ended for good. */
export async function isHandedOff(queries: Queries, outreachId: string): Promise<boolean> {
  return (await queries.query('select 1 as found from handoffs where outreach_id = $1', [outreachId])).length > 0;
}
