import { type EventType, listErrors, listEvents, listReceipts, type OutCode } from '../../outreach/index.ts';
import { type Command, EXIT } from '../command.ts';
import { withHub } from '../compose-hub.ts';
import { formatTable } from '../output.ts';
import { type CommonFlags, readSettings } from '../settings.ts';

const DEFAULT_LIMIT = 50;

export interface EventsFlags extends CommonFlags {
  readonly outreach?: string;
  readonly type?: EventType;
  readonly limit?: number;
}

/** What came back: opens, clicks, replies, bounces, meetings; the latest first. */
export async function outreachEvents(command: Command<EventsFlags>): Promise<number> {
  const { flags, output, environment } = command;
  const settings = await readSettings('hub', flags, environment);
  return withHub(command, settings, async ({ database }) => {
    const { outreach: outreachId, type, limit = DEFAULT_LIMIT } = flags;
    const events = await listEvents(database, { outreachId, type, limit });
    output.document({ events });
    if (events.length === 0) output.line('nothing came back yet');
    const rows = events.map((event) => [
      event.occurred_at,
      event.type,
      event.outreach_id,
      event.contact_id ?? '',
      event.actor_class,
      event.confidence.toFixed(1),
      event.raw_ref ?? '',
    ]);
    const head = ['at', 'type', 'outreach', 'contact', 'who', 'sure', 'found in'];
    if (rows.length > 0) for (const line of formatTable([head, ...rows])) output.line(line);
    return EXIT.ok;
  });
}

export interface ErrorsFlags extends CommonFlags {
  readonly code?: OutCode;
  readonly open?: boolean;
  readonly limit?: number;
}

/** What went wrong, by code; the latest first. */
export async function outreachErrors(command: Command<ErrorsFlags>): Promise<number> {
  const { flags, output, environment } = command;
  const settings = await readSettings('hub', flags, environment);
  return withHub(command, settings, async ({ database }) => {
    const { code, open: openOnly = false, limit = DEFAULT_LIMIT } = flags;
    const errors = await listErrors(database, { code, openOnly, limit });
    output.document({ errors });
    if (errors.length === 0) output.line('no errors');
    for (const error of errors) {
      const times = error.occurrences === 1 ? '' : `, ${error.occurrences} times`;
      const state = error.resolved_at === null ? 'open' : `resolved ${error.resolved_at}`;
      output.line(`${output.bold(error.code)} ${error.severity} ${error.last_at}${times}, ${state}`);
      output.line(`  ${error.outreach_id ?? ''} ${error.message}`);
    }
    return EXIT.ok;
  });
}

export interface WebhooksFlags extends CommonFlags {
  readonly quarantined?: boolean;
  readonly limit?: number;
}

/** What schedulers told; with the document where a person has to find out whose meeting it is. */
export async function outreachWebhooks(command: Command<WebhooksFlags>): Promise<number> {
  const { flags, output, environment } = command;
  const settings = await readSettings('hub', flags, environment);
  return withHub(command, settings, async ({ database }) => {
    const { quarantined: quarantinedOnly = false, limit = DEFAULT_LIMIT } = flags;
    const webhooks = await listReceipts(database, { quarantinedOnly, limit });
    output.document({ webhooks });
    if (webhooks.length === 0) output.line('no webhooks');
    for (const { provider, event_key: key, result, received_at: at, body } of webhooks) {
      output.line(`${at} ${provider} ${key}: ${result}`);
      if (body !== null) output.line(`  ${body}`);
    }
    return EXIT.ok;
  });
}
