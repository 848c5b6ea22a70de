import { AppError } from '../../base/errors.ts';
import {
  capacityOf,
  findMailbox,
  type HubDeps,
  isTimezone,
  listMailboxes,
  type MailboxRow,
  newId,
  normalizeEmail,
  putMailbox,
  setMailboxHealth,
} from '../../outreach/index.ts';
import { type Command, EXIT } from '../command.ts';
import { withHub } from '../compose-hub.ts';
import { formatTable } from '../output.ts';
import { type CommonFlags, readSettings } from '../settings.ts';
import { actorOf } from './actor.ts';
import { rehearse } from './rehearse.ts';

export interface MailboxFlags extends CommonFlags {
  readonly smtp?: string;
  readonly imap?: string;
  readonly daily?: number;
  readonly hourly?: number;
  readonly gap?: number;
  readonly jitter?: number;
  readonly timezone?: string;
  readonly name?: string;
  readonly by?: string;
  readonly dryRun?: boolean;
}

/** What a new address can send without losing its good name. */
const DEFAULTS = { daily: 50, hourly: 10, gap: 60, jitter: 60 } as const;
const REF = /^env:[A-Za-z_][A-Za-z0-9_]*$/;

/** Adds a mailbox; of one that is there only what the flags name is changed. */
export async function mailboxAdd(command: Command<MailboxFlags>, text: string): Promise<number> {
  const { flags, environment, output } = command;
  const address = normalizeEmail(text);
  if (address === undefined) throw new AppError('usage', `add the mailbox ${text}: it is no address`);
  const actor = actorOf(flags.by);
  const dryRun = flags.dryRun ?? false;
  const settings = await readSettings('hub', flags, environment);
  return withHub(command, settings, async (deps) => {
    const before = await findMailbox(deps.database, address);
    const inbox = environment['HANDOFF_IMAP'] ? await freeInbox(deps.database, address) : null;
    const mailbox = {
      mailbox_id: before?.mailbox_id ?? newId(deps.clock.now()),
      address,
      display_name: flags.name ?? before?.display_name ?? null,
      smtp_ref: refOf(flags.smtp) ?? before?.smtp_ref ?? 'env:HANDOFF_SMTP',
      imap_ref: refOf(flags.imap) ?? before?.imap_ref ?? inbox,
      timezone: zoneOf(flags.timezone) ?? before?.timezone ?? deps.settings.defaultTimezone,
      daily_cap: flags.daily ?? before?.daily_cap ?? DEFAULTS.daily,
      hourly_cap: flags.hourly ?? before?.hourly_cap ?? DEFAULTS.hourly,
      min_gap_s: flags.gap ?? before?.min_gap_s ?? DEFAULTS.gap,
      jitter_s: flags.jitter ?? before?.jitter_s ?? DEFAULTS.jitter,
    };
    const added = await rehearse(deps.database, dryRun, (tx) => putMailbox(tx, deps, mailbox, actor));
    output.document({ mailbox, added, dry_run: dryRun });
    const verb = added ? 'added' : 'changed';
    output.line(
      `${address} ${dryRun ? 'would be' : 'is'} ${verb}: ${mailbox.daily_cap} a day, ${mailbox.hourly_cap} an hour`,
    );
    if (mailbox.imap_ref === null) output.line('nobody reads its inbox: its follow-ups wait until it has --imap');
    return EXIT.ok;
  });
}

const DEFAULT_INBOX = 'env:HANDOFF_IMAP';

/** One inbox is one address's: read for another, its follow-ups would go out to whoever answered elsewhere. */
async function freeInbox(database: HubDeps['database'], address: string): Promise<string | null> {
  const mailboxes = await listMailboxes(database);
  const isTaken = mailboxes.some((other) => other.address !== address && other.imap_ref === DEFAULT_INBOX);
  return isTaken ? null : DEFAULT_INBOX;
}

/** A password never gets into the database: only the name of the variable that holds it. */
function refOf(text: string | undefined): string | undefined {
  if (text === undefined || REF.test(text)) return text;
  throw new AppError('usage', 'name a mail server: give the variable that holds its URL', {
    hint: 'set HANDOFF_SMTP=smtp://user:password@host:587 and say --smtp env:HANDOFF_SMTP',
  });
}

function zoneOf(text: string | undefined): string | undefined {
  if (text === undefined || isTimezone(text)) return text;
  throw new AppError('usage', `use the time zone ${text}: there is none of this name`, {
    hint: 'say --timezone Europe/Berlin',
  });
}

export async function mailboxList(command: Command<MailboxFlags>): Promise<number> {
  const { flags, environment, output } = command;
  const settings = await readSettings('hub', flags, environment);
  return withHub(command, settings, async ({ database, clock }) => {
    const mailboxes = [];
    for (const mailbox of await listMailboxes(database)) {
      const { usedToday, usedThisHour } = await capacityOf(database, mailbox, clock.now());
      mailboxes.push({ ...mailbox, used_today: usedToday, used_this_hour: usedThisHour });
    }
    output.document({ mailboxes });
    if (mailboxes.length === 0) output.line('no mailboxes: add one with "outreach mailbox add"');
    const rows = mailboxes.map((mailbox) => [
      mailbox.address,
      healthOf(mailbox),
      `${mailbox.used_today} of ${mailbox.daily_cap}`,
      `${mailbox.used_this_hour} of ${mailbox.hourly_cap}`,
      mailbox.imap_ref === null ? 'none' : (mailbox.last_imap_ok_at ?? 'never'),
    ]);
    const head = ['address', 'health', 'today', 'this hour', 'inbox read'];
    if (rows.length > 0) for (const line of formatTable([head, ...rows])) output.line(line);
    return EXIT.ok;
  });
}

function healthOf({ health, breaker_until: until, breaker_reason: reason }: MailboxRow): string {
  return health === 'broken' ? `broken until ${until} (${reason})` : health;
}

export async function mailboxSwitch(
  command: Command<MailboxFlags>,
  address: string,
  action: 'enable' | 'disable',
): Promise<number> {
  const { flags, environment, output } = command;
  const actor = actorOf(flags.by);
  const dryRun = flags.dryRun ?? false;
  const settings = await readSettings('hub', flags, environment);
  return withHub(command, settings, async (deps) => {
    const health = action === 'enable' ? 'ok' : 'disabled';
    const name = normalizeEmail(address) ?? address;
    const mailbox = await rehearse(deps.database, dryRun, (tx) => setMailboxHealth(tx, deps, name, health, actor));
    output.document({ mailbox_id: mailbox.mailbox_id, address: mailbox.address, health, dry_run: dryRun });
    output.line(`${mailbox.address} ${dryRun ? 'would be' : 'is'} ${action}d`);
    return EXIT.ok;
  });
}
