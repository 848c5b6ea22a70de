import { type Command as Commander, InvalidArgumentError, Option } from 'commander';
import type { On } from '../command.ts';
import type { CalendarLinkFlags } from './calendar-link.ts';
import type { ErrorsFlags, EventsFlags, WebhooksFlags } from './events.ts';
import type { ServeFlags } from './serve.ts';
import type { SuppressFlags } from './suppress.ts';
import type { TokenKeysFlags } from './token-keys.ts';

const DRY_RUN = 'check everything, write nothing';
const EVENT_TYPES = [
  'delivered', 'open', 'click', 'reply', 'auto_reply', 'bounce_hard', 'bounce_soft', 'complaint', 'unsubscribe',
  'meeting_booked', 'campaign_completed',
]; // prettier-ignore

/** What comes back over HTTP, and the links that lead there. */
export function addEngagement(outreach: Commander, on: On, addHiddenFlags: (group: Commander) => void): void {
  addWhatCame(outreach, on);
  addSuppressing(outreach, on);
  addTokenKeys(outreach, on, addHiddenFlags);
  on<CalendarLinkFlags>(
    outreach
      .command('calendar-link <outreach-id>')
      .description('a signed link by which a company books its meeting')
      .option('--contact <id>', 'for this contact of the campaign (default: whoever books)')
      .option('--ttl <days>', 'how long it lives, 60 at most (default: 14, or as configured)', days)
      .option('--dry-run', DRY_RUN),
    async (command, outreachId) => (await import('./calendar-link.ts')).outreachCalendarLink(command, outreachId),
  );
  on<ServeFlags>(
    outreach
      .command('serve')
      .description('serve pixels, links, unsubscribe pages, calendar links and webhooks until a signal')
      .option('--listen <host:port>', 'where (default: HANDOFF_LISTEN, else 127.0.0.1:8080)')
      .option('--dry-run', 'check the settings, the keys and the secrets, and listen nowhere'),
    async (command) => (await import('./serve.ts')).outreachServe(command),
  );
}

function addWhatCame(outreach: Commander, on: On): void {
  on<EventsFlags>(
    outreach
      .command('events')
      .description('what came back, the latest first')
      .option('--outreach <id>', 'of one company')
      .addOption(new Option('--type <type>', 'of one type').choices(EVENT_TYPES))
      .option('--limit <n>', 'how many at most (default: 50)', wholeNumber),
    async (command) => (await import('./events.ts')).outreachEvents(command),
  );
  on<ErrorsFlags>(
    outreach
      .command('errors')
      .description('what went wrong, the latest first')
      .addOption(
        new Option('--code <code>', 'of one code').choices(['OUT-001', 'OUT-002', 'OUT-003', 'OUT-004', 'OUT-005']),
      )
      .option('--open', 'only those that are not resolved')
      .option('--limit <n>', 'how many at most (default: 50)', wholeNumber),
    async (command) => (await import('./events.ts')).outreachErrors(command),
  );
  on<WebhooksFlags>(
    outreach
      .command('webhooks')
      .description('what schedulers told, the latest first')
      .option('--quarantined', 'only bookings that no link of ours explains')
      .option('--limit <n>', 'how many at most (default: 50)', wholeNumber),
    async (command) => (await import('./events.ts')).outreachWebhooks(command),
  );
}

function addSuppressing(outreach: Commander, on: On): void {
  on<SuppressFlags>(
    outreach
      .command('suppress [key]')
      .description('write no more to an address, a domain or a company; without one: the list')
      .addOption(
        new Option('--scope <scope>', 'what the key is: an address, a domain, or an outreach id')
          .choices(['global', 'domain', 'outreach'])
          .default('global'),
      )
      .addOption(
        new Option('--reason <reason>', 'why')
          .choices(['manual', 'unsubscribe', 'complaint', 'hard_bounce', 'opt_out_reply'])
          .default('manual'),
      )
      .option('--by <name>', 'who decided it; the audit log names them')
      .option('--lift', 'take it off the list: it may be written to again')
      .option('--dry-run', DRY_RUN),
    async (command, key) => (await import('./suppress.ts')).outreachSuppress(command, key),
  );
}

function addTokenKeys(outreach: Commander, on: On, addHiddenFlags: (group: Commander) => void): void {
  const keys = outreach.command('token-keys').description('the keys that links in mails are signed with');
  addHiddenFlags(keys);
  on<TokenKeysFlags>(
    keys.command('new').description('make the file with its first key').option('--dry-run', DRY_RUN),
    async (command) => (await import('./token-keys.ts')).tokenKeysNew(command),
  );
  on<TokenKeysFlags>(
    keys
      .command('rotate')
      .description('sign with a new key from now on, and go on believing the former ones')
      .option('--dry-run', DRY_RUN),
    async (command) => (await import('./token-keys.ts')).tokenKeysRotate(command),
  );
  on<TokenKeysFlags>(keys.command('ls').description('their numbers and states'), async (command) =>
    (await import('./token-keys.ts')).tokenKeysList(command),
  );
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (/^\d{1,6}$/.test(text) && number > 0) return number;
  throw new InvalidArgumentError('give a whole number from 1 on');
}

function days(text: string): number {
  const number = wholeNumber(text);
  if (number <= 60) return number;
  throw new InvalidArgumentError('give 60 days at most');
}
