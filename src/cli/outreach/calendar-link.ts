import { AppError } from '../../base/errors.ts';
import { hubTokenKeys, mintCalendarLink } from '../../outreach/index.ts';
import { type Command, EXIT } from '../command.ts';
import { withHub } from '../compose-hub.ts';
import { type CommonFlags, readSettings } from '../settings.ts';
import { actorOf } from './actor.ts';
import { rehearse } from './rehearse.ts';

export interface CalendarLinkFlags extends CommonFlags {
  readonly contact?: string;
  readonly ttl?: number;
  readonly dryRun?: boolean;
}

const DAY_MS = 86_400_000;

/** A signed link by which a company, or one of its contacts, books a meeting. */
export async function outreachCalendarLink(command: Command<CalendarLinkFlags>, outreachId: string): Promise<number> {
  const { flags, output, environment } = command;
  const { contact: contactId, ttl, dryRun = false } = flags;
  const settings = await readSettings('hub', flags, environment);
  return withHub(command, settings, async (deps) => {
    if (deps.settings.publicUrl === undefined) {
      throw new AppError('misconfigured', 'make a calendar link: there is no public URL', {
        hint: 'set "outreach.publicUrl" in the configuration, or HANDOFF_PUBLIC_URL',
      });
    }
    const keys = hubTokenKeys(deps.settings);
    const ttlMs = ttl === undefined ? undefined : ttl * DAY_MS;
    const link = await rehearse(deps.database, dryRun, async (tx) =>
      mintCalendarLink(tx, deps, keys, { outreachId, contactId, ttlMs, actor: actorOf(undefined) }),
    );
    output.document({ ...link, dry_run: dryRun });
    output.line(dryRun ? 'it can be made; nothing was written, so this one leads nowhere:' : link.url);
    if (dryRun) output.line(link.url);
    output.line(`until ${link.expires_at}, for ${link.contact_id ?? 'whoever of the company books'}`);
    return EXIT.ok;
  });
}
