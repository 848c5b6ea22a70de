import { isoTime } from '../../base/clock.ts';
import { AppError } from '../../base/errors.ts';
import {
  type Actor,
  type HubDeps,
  listSuppressions,
  parseSuppressionKey,
  suppressAndEnd,
  type SuppressionReason,
  type SuppressionScope,
  unsuppress,
} from '../../outreach/index.ts';
import { type Command, EXIT } from '../command.ts';
import { withHub } from '../compose-hub.ts';
import { formatTable } from '../output.ts';
import { type CommonFlags, readSettings } from '../settings.ts';
import { actorOf } from './actor.ts';
import { rehearse } from './rehearse.ts';

export interface SuppressFlags extends CommonFlags {
  readonly scope: SuppressionScope;
  readonly reason: SuppressionReason;
  readonly by?: string;
  readonly lift?: boolean;
  readonly dryRun?: boolean;
}

const MAX_LISTED = 1_000;

/** Nobody writes to an address, a domain or a company any more, or may again. Without a key: who is on the list. */
export async function outreachSuppress(command: Command<SuppressFlags>, named: string): Promise<number> {
  const { flags, environment } = command;
  const settings = await readSettings('hub', flags, environment);
  if (named === '') return withHub(command, settings, async (deps) => list(command, deps));
  const { scope, by } = flags;
  const key = parseSuppressionKey(scope, named);
  if (key === undefined) {
    throw new AppError('usage', `suppress ${named}: it is no ${WHAT[scope]}`, {
      hint: 'say with --scope what it is: global for an address, domain, or outreach for a company',
    });
  }
  if (by === undefined)
    throw new AppError('usage', `suppress ${named}: nobody says who decided it`, { hint: 'name them with --by' });
  const actor = actorOf(by);
  return withHub(command, settings, async (deps) =>
    flags.lift === true ? lift(command, deps, { key, actor }) : add(command, deps, { key, actor }),
  );
}

const WHAT = { global: 'mail address', domain: 'domain', outreach: 'outreach id' } as const;

async function list({ output }: Command<SuppressFlags>, { database, clock }: HubDeps): Promise<number> {
  const rows = await listSuppressions(database, isoTime(clock.now()), MAX_LISTED);
  output.document({
    suppressions: rows.map(({ scope, key_norm, reason, expires_at, created_at }) => ({
      scope,
      key: key_norm,
      reason,
      expires_at,
      created_at,
    })),
  });
  if (rows.length === 0) output.line('nobody is suppressed');
  const cells = rows.map((row) => [row.scope, row.key_norm, row.reason, row.created_at]);
  if (rows.length > 0)
    for (const line of formatTable([['scope', 'key', 'reason', 'since'], ...cells])) output.line(line);
  return EXIT.ok;
}

async function add(
  { flags, output }: Command<SuppressFlags>,
  deps: HubDeps,
  { key, actor }: { readonly key: string; readonly actor: Actor },
): Promise<number> {
  const { scope, reason, dryRun = false } = flags;
  const done = await rehearse(deps.database, dryRun, async (tx) =>
    suppressAndEnd(tx, deps, { scope, key, reason, actor }),
  );
  output.document({ scope, key, reason, ...done, lifted: false, dry_run: dryRun });
  const would = dryRun ? 'would be ' : '';
  output.line(
    `${key} ${done.added ? `${would}suppressed` : 'is suppressed already'}; enrollments ended: ${done.ended}`,
  );
  return EXIT.ok;
}

async function lift(
  { flags, output }: Command<SuppressFlags>,
  deps: HubDeps,
  { key, actor }: { readonly key: string; readonly actor: Actor },
): Promise<number> {
  const { scope, reason, dryRun = false } = flags;
  const lifted = await rehearse(deps.database, dryRun, async (tx) => unsuppress(tx, deps, { scope, key, actor }));
  output.document({ scope, key, reason, added: false, ended: 0, lifted, dry_run: dryRun });
  output.line(lifted ? `${key} ${dryRun ? 'would be' : 'is'} written to again` : `${key} was not suppressed`);
  return lifted ? EXIT.ok : EXIT.refused;
}
