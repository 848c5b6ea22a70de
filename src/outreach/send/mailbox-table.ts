import { isoTime } from '../../base/clock.ts';
import { AppError } from '../../base/errors.ts';
import type { Queries, Transaction } from '../../database/port.ts';
import type { Actor, MoverDeps } from '../context.ts';
import { resolveErrors } from '../record-error.ts';

/** An address that mail goes out from, with the limits that keep its good name. */
export interface MailboxRow {
  readonly mailbox_id: string;
  readonly address: string;
  readonly display_name: string | null;
  /** `env:NAME`: see `HubDeps.resolveRef`. */
  readonly smtp_ref: string;
  /** Null: nobody reads its inbox, so that its follow-ups wait. */
  readonly imap_ref: string | null;
  /** Days and hours of its caps are counted in this zone. */
  readonly timezone: string;
  readonly daily_cap: number;
  readonly hourly_cap: number;
  readonly min_gap_s: number;
  readonly jitter_s: number;
  /** broken: its breaker is open, until a trial mail goes through. */
  readonly health: 'ok' | 'broken' | 'disabled';
  readonly breaker_until: string | null;
  readonly breaker_reason: string | null;
  /** In a row. */
  readonly failures: number;
  readonly last_send_at: string | null;
  /** Nothing of it is claimed before. */
  readonly next_send_at: string | null;
  readonly last_imap_ok_at: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

export type NewMailbox = Pick<
  MailboxRow,
  'mailbox_id' | 'address' | 'display_name' | 'smtp_ref' | 'imap_ref' | 'timezone' | 'daily_cap' | 'hourly_cap' | 'min_gap_s' | 'jitter_s'
>; // prettier-ignore

export async function findMailbox(queries: Queries, idOrAddress: string): Promise<MailboxRow | undefined> {
  const [row] = await queries.query<MailboxRow>('select * from mailboxes where mailbox_id = $1 or address = $1', [
    idOrAddress,
  ]);
  return row;
}

export async function listMailboxes(queries: Queries): Promise<MailboxRow[]> {
  return queries.query<MailboxRow>('select * from mailboxes order by address');
}

/**
 * Adds a mailbox, or gives the one with this address new settings; its health and its counts stay. True when it is new. Throws
 * `refused` for a new time zone while it sends: days and hours would begin anew, and its caps with them.
 */
export async function putMailbox(
  tx: Transaction,
  { audit, clock }: MoverDeps,
  mailbox: NewMailbox,
  actor: Actor,
): Promise<boolean> {
  const before = await findMailbox(tx, mailbox.address);
  const at = isoTime(clock.now());
  if (before !== undefined && before.timezone !== mailbox.timezone) await requireIdle(tx, before, clock.now());
  await tx.run(
    `insert into mailboxes (mailbox_id, address, display_name, smtp_ref, imap_ref, timezone, daily_cap, hourly_cap,
       min_gap_s, jitter_s, health, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'ok', $11, $11)
     on conflict (address) do update set display_name = excluded.display_name, smtp_ref = excluded.smtp_ref,
       imap_ref = excluded.imap_ref, timezone = excluded.timezone, daily_cap = excluded.daily_cap,
       hourly_cap = excluded.hourly_cap, min_gap_s = excluded.min_gap_s, jitter_s = excluded.jitter_s,
       updated_at = excluded.updated_at`,
    [
      mailbox.mailbox_id,
      mailbox.address,
      mailbox.display_name,
      mailbox.smtp_ref,
      mailbox.imap_ref,
      mailbox.timezone,
      mailbox.daily_cap,
      mailbox.hourly_cap,
      mailbox.min_gap_s,
      mailbox.jitter_s,
      at,
    ],
  );
  const isNew = before === undefined;
  await audit.append(tx, {
    event: 'mailbox.changed',
    outcome: 'success',
    actor,
    detail: { mailbox_id: before?.mailbox_id ?? mailbox.mailbox_id, change: isNew ? 'added' : 'settings' },
  });
  return isNew;
}

/** A day of the clock that goes back in it, and the hour that a mail was counted in. */
const IDLE_MS = 26 * 3_600_000;

async function requireIdle(tx: Transaction, { mailbox_id: id, address, timezone }: MailboxRow, nowMs: number) {
  const counted = await tx.query(
    `select 1 from mailbox_usage where mailbox_id = $1 and kind = 'hour' and used > 0 and window_start > $2 limit 1`,
    [id, isoTime(nowMs - IDLE_MS)],
  );
  if (counted.length === 0) return;
  throw new AppError('refused', `give ${address} another time zone than ${timezone}: it sent within the last day`, {
    hint: 'its caps are counted by its zone: disable it for 26 hours first, or keep the zone',
  });
}

/** What counts as the same trouble of one mailbox: see `recordError`. */
export function brokenFingerprint(mailboxId: string): string {
  return `mailbox_broken:${mailboxId}`;
}

/** By an operator; `ok` closes the breaker too, and its error. Throws `not_found`. */
export async function setMailboxHealth(
  tx: Transaction,
  deps: MoverDeps,
  idOrAddress: string,
  health: 'ok' | 'disabled',
  actor: Actor,
): Promise<MailboxRow> {
  const mailbox = await findMailbox(tx, idOrAddress);
  if (mailbox === undefined) {
    throw new AppError('not_found', `find the mailbox ${idOrAddress}`, {
      hint: 'list them with "outreach mailbox ls"',
    });
  }
  await tx.run(
    `update mailboxes set health = $1, failures = 0, breaker_until = null, breaker_reason = null, updated_at = $2
      where mailbox_id = $3`,
    [health, isoTime(deps.clock.now()), mailbox.mailbox_id],
  );
  if (health === 'ok') await resolveErrors(tx, deps, brokenFingerprint(mailbox.mailbox_id), 'operator');
  await deps.audit.append(tx, {
    event: 'mailbox.changed',
    outcome: 'success',
    actor,
    detail: { mailbox_id: mailbox.mailbox_id, change: health === 'ok' ? 'enabled' : 'disabled' },
  });
  return { ...mailbox, health };
}
