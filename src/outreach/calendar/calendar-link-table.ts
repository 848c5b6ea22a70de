import type { Queries, Transaction } from '../../database/port.ts';

export interface CalendarLinkRow {
  readonly jti: string;
  readonly sid: string;
  readonly outreach_id: string;
  readonly campaign_id: string;
  /** Null: for the company, whoever of it books. */
  readonly contact_id: string | null;
  readonly send_id: string | null;
  readonly kid: string;
  /** RFC 3339, whole seconds. */
  readonly expires_at: string;
  readonly revoked_at: string | null;
  /** When somebody, or something, first followed it. */
  readonly first_seen_at: string | null;
  readonly created_at: string;
  readonly correlation_id: string;
  readonly process_id: string;
}

const COLUMNS = [
  'jti', 'sid', 'outreach_id', 'campaign_id', 'contact_id', 'send_id', 'kid', 'expires_at', 'revoked_at',
  'first_seen_at', 'created_at', 'correlation_id', 'process_id',
] as const satisfies readonly (keyof CalendarLinkRow)[]; // prettier-ignore

export async function insertCalendarLink(tx: Transaction, row: CalendarLinkRow): Promise<void> {
  const marks = COLUMNS.map((_, index) => `$${index + 1}`).join(', ');
  await tx.run(
    `insert into calendar_links (${COLUMNS.join(', ')}) values (${marks})`,
    COLUMNS.map((column) => row[column]),
  );
}

export async function findCalendarLink(queries: Queries, jti: string): Promise<CalendarLinkRow | undefined> {
  const [row] = await queries.query<CalendarLinkRow>(
    `select ${COLUMNS.join(', ')} from calendar_links where jti = $1`,
    [jti],
  );
  return row;
}

/** The one that was made for a mail and still lives. */
export async function calendarLinkOfSend(
  queries: Queries,
  sendId: string,
  nowIso: string,
): Promise<CalendarLinkRow | undefined> {
  const [row] = await queries.query<CalendarLinkRow>(
    `select ${COLUMNS.join(', ')} from calendar_links
      where send_id = $1 and revoked_at is null and expires_at > $2 order by jti desc limit 1`,
    [sendId, nowIso],
  );
  return row;
}

/** The first time stays: a booking that comes after the end of a link counts when the link was followed before. */
export async function noteCalendarLinkSeen(queries: Queries, jti: string, at: string): Promise<void> {
  await queries.run('update calendar_links set first_seen_at = $1 where jti = $2 and first_seen_at is null', [at, jti]);
}
