import { isoTime } from '../../base/clock.ts';
import type { Queries } from '../../database/port.ts';
import type { HubDeps } from '../context.ts';

/**
 * ready: one works, or its breaker has waited long enough for a trial. waiting: every breaker is open, for a while. none:
 * no mailbox is enabled.
 */
export type MailboxState = 'ready' | 'waiting' | 'none';

export async function mailboxState(queries: Queries, { clock }: Pick<HubDeps, 'clock'>): Promise<MailboxState> {
  const [count] = await queries.query<{ enabled: number; ready: number }>(
    `select count(*) as enabled,
       coalesce(sum(case when health = 'ok' or breaker_until is null or breaker_until <= $1 then 1 else 0 end), 0) as ready
       from mailboxes where health <> 'disabled'`,
    [isoTime(clock.now())],
  );
  if (Number(count?.ready ?? 0) > 0) return 'ready';
  return Number(count?.enabled ?? 0) > 0 ? 'waiting' : 'none';
}

/**
 * True when every mailbox that is enabled was refused its password after `sinceIso`: no waiting helps. A server that cannot
 * check a password just now (`auth 454`) has refused none.
 */
export async function isLockedOut(queries: Queries, sinceIso: string): Promise<boolean> {
  const [count] = await queries.query<{ enabled: number; locked: number }>(
    `select count(*) as enabled,
       coalesce(sum(case when health = 'broken' and breaker_reason like 'auth 5%' and updated_at > $1 then 1 else 0 end), 0)
         as locked
       from mailboxes where health <> 'disabled'`,
    [sinceIso],
  );
  return Number(count?.enabled ?? 0) > 0 && Number(count?.locked) === Number(count?.enabled);
}

/** Any mailbox, to see what a mail will look like; undefined while there is none. */
export async function sampleSender(
  queries: Queries,
): Promise<{ readonly displayName: string | null; readonly address: string } | undefined> {
  const [row] = await queries.query<{ display_name: string | null; address: string }>(
    `select display_name, address from mailboxes where health <> 'disabled' order by address limit 1`,
  );
  return row && { displayName: row.display_name, address: row.address };
}
