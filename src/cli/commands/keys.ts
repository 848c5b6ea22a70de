import { existsSync } from 'node:fs';
import { type AuditEvent, type AuditFacts, openAuditLog } from '../../audit/index.ts';
import { isoTime, systemClock } from '../../base/clock.ts';
import { AppError } from '../../base/errors.ts';
import {
  addTrustedKey,
  endTrust,
  KEY_PURPOSES,
  makeSigningKey,
  readSigningKey,
  readTrustedJwks,
  type SigningKey,
  type TrustedJwk,
  writeSigningKey,
} from '../../contract/index.ts';
import { openDatabase, readStamp, type Transaction } from '../../database/index.ts';
import { type Command, EXIT } from '../command.ts';
import { databasesAround, isStamped, withExisting } from '../compose.ts';
import { formatTable, type Output } from '../output.ts';
import { type CommonFlags, defaultKeyPath, readSettings, type Settings } from '../settings.ts';

export interface KeysFlags extends CommonFlags {
  readonly out?: string;
  readonly trust?: string;
  readonly dryRun?: boolean;
}

/** The private key goes into a file that only its owner may read, and is never printed. */
export async function keysNew(command: Command<KeysFlags>): Promise<number> {
  const { flags, output } = command;
  const settings = await ownSettings(command);
  const dryRun = flags.dryRun ?? false;
  const path = flags.out ?? defaultKeyPath(settings.system);
  if (existsSync(path)) throw keyExists(path);
  // Before anything is made: a file that cannot be read takes no key.
  if (flags.trust !== undefined) await readTrustedJwks(flags.trust);
  const key = await makeSigningKey(settings.system);
  const trusted = trustedJwk(key, settings.system);
  if (!dryRun) {
    // Before the file: a key that the log does not know must not exist, one that does not exist may be known.
    await record(settings, 'key.created', { kid: key.kid, file: path });
    writeSigningKey(path, key);
  }
  if (flags.trust !== undefined) await addTrustedKey(flags.trust, trusted, { dryRun });
  output.document({ kid: key.kid, system: settings.system, file: path, public: trusted, dry_run: dryRun });
  printNew(output, { path, trusted, trust: flags.trust, dryRun });
  return EXIT.ok;
}

function keyExists(path: string): AppError {
  return new AppError('refused', `write ${path}: there is a key already`, {
    hint: 'name another file with --out; batches that wait are signed anew, and the former key stays trusted until it is retired',
  });
}

/** What a counterparty puts into its file of trusted keys. */
function trustedJwk({ publicJwk }: SigningKey, system: string): TrustedJwk {
  return { ...publicJwk, system, purpose: KEY_PURPOSES, valid_from: isoTime(systemClock.now()) };
}

function printNew(
  output: Output,
  made: {
    readonly path: string;
    readonly trusted: TrustedJwk;
    readonly trust: string | undefined;
    readonly dryRun: boolean;
  },
): void {
  const { path, trusted, trust, dryRun } = made;
  const would = dryRun ? 'would be ' : '';
  output.line(`${path} ${would}written: the private key of ${trusted.system}, for its owner alone`);
  if (trust !== undefined) output.line(`${trust} ${would}trusting it`);
  if (dryRun) return;
  output.line(`kid ${trusted.kid}`);
  output.line();
  output.line('next:');
  output.line(`  sign with it: HANDOFF_SIGNING_KEY=${path}, or "signingKey" in the configuration`);
  output.line('  give this to every counterparty, for the "keys" of its file of trusted keys:');
  output.line(JSON.stringify(trusted));
}

/** The own key and the trusted ones; also those whose time is over. */
export async function keysList(command: Command<KeysFlags>): Promise<number> {
  const { flags, output, environment } = command;
  const settings = await readSettings('consumer', flags, environment);
  const path = flags.trust ?? settings.trust;
  const own = settings.signingKey === undefined ? null : await readSigningKey(settings.signingKey);
  const trusted = path === undefined ? [] : await readTrustedJwks(path);
  const now = systemClock.now();
  const rows = trusted.map((jwk) => ({ ...jwk, state: stateOf(jwk, now) }));
  output.document({
    own: own === null ? null : { kid: own.kid, system: own.system ?? null, file: settings.signingKey },
    trust_file: path ?? null,
    required: settings.trustRequired,
    trusted: rows,
  });
  output.line(
    own === null
      ? 'own key: none, batches are published unsigned'
      : `own key: ${own.kid} (${own.system ?? 'any system'})`,
  );
  if (path === undefined) output.line('trusted keys: none are named, statements are not verified');
  else printTrusted(output, path, rows);
  return EXIT.ok;
}

function printTrusted(output: Output, path: string, rows: readonly (TrustedJwk & { readonly state: string })[]): void {
  output.line(`trusted keys: ${rows.length} in ${path}`);
  if (rows.length === 0) return;
  const cells = rows.map(({ kid, system, purpose, valid_from, valid_until, state }) => [
    kid,
    system,
    purpose.join(', '),
    `${valid_from ?? ''} to ${valid_until ?? ''}`.trim(),
    state,
  ]);
  for (const line of formatTable([['kid', 'system', 'for', 'valid from', 'state'], ...cells])) output.line(line);
}

function stateOf(
  { revoked_at: revoked, retired_at: retired, valid_until: until, valid_from: from }: TrustedJwk,
  nowMs: number,
): string {
  if (revoked !== undefined) return `revoked ${revoked}`;
  if (retired !== undefined) return `retired ${retired}`;
  if (until !== undefined && Date.parse(until) < nowMs) return 'expired';
  return from !== undefined && Date.parse(from) > nowMs ? 'not yet valid' : 'trusted';
}

/** The trust of this system in a key ends: for what is new, or altogether. The file of trusted keys says so from now on. */
export async function keysEnd(command: Command<KeysFlags>, kid: string, action: 'retire' | 'revoke'): Promise<number> {
  const { flags, output, environment } = command;
  const path = flags.trust ?? (await readSettings('consumer', flags, environment)).trust;
  if (path === undefined) {
    throw new AppError('usage', `${action} ${kid}: no file of trusted keys is named`, {
      hint: 'name it with --trust or HANDOFF_TRUST, or as "trust.keys" in the configuration',
    });
  }
  const dryRun = flags.dryRun ?? false;
  const [as, event] =
    action === 'retire' ? (['retired_at', 'key.retired'] as const) : (['revoked_at', 'key.revoked'] as const);
  const { status, jwk } = await endTrust(path, kid, { as, at: isoTime(systemClock.now()), dryRun });
  const end = { kid, system: jwk.system, file: path, at: String(jwk[as]) };
  if (!dryRun) await recordOnce(await settingsToLog(command), event, end, status === 'exists');
  output.document({
    kid,
    system: jwk.system,
    status: `${action}d`,
    at: jwk[as],
    already: status === 'exists',
    dry_run: dryRun,
  });
  const done = dryRun && status === 'ended' ? `would be ${action}d` : `${action}d`;
  output.line(`${kid} of ${jwk.system} ${done}, from ${jwk[as]}${status === 'exists' ? ' on, as before' : ' on'}`);
  return EXIT.ok;
}

/** Without a database nothing is recorded: keys may be made before anything else. */
async function record(
  settings: Settings | undefined,
  event: AuditEvent,
  detail: Record<string, string>,
  isRecorded?: (tx: Transaction) => Promise<boolean>,
): Promise<void> {
  if (settings === undefined || !existsSync(settings.database.replace(/^sqlite:/, ''))) return;
  const facts: AuditFacts = { event, outcome: 'success', actor: 'operator:keys', detail };
  await withExisting({ ...settings, databaseNamed: true }, (database, { system }) =>
    database.transaction(async (tx) => {
      if ((await isRecorded?.(tx)) !== true) await openAuditLog(system, systemClock).append(tx, facts);
    }),
  );
}

/**
 * The file first, for that is what protects; a process killed behind it leaves the log without the entry, and the same
 * command writes it. `endedBefore`: then an entry of an earlier version counts too, which did not say from when on.
 */
async function recordOnce(
  settings: Settings | undefined,
  event: AuditEvent,
  end: { readonly kid: string; readonly at: string } & Record<string, string>,
  endedBefore: boolean,
): Promise<void> {
  await record(settings, event, end, async (tx) => {
    const rows = await tx.query<{ detail: string }>('select detail from audit_log where event = $1', [event]);
    return rows.some(({ detail }) => {
      const { kid, at } = JSON.parse(detail) as { readonly kid?: string; readonly at?: string };
      return kid === end.kid && (at === end.at || (endedBefore && at === undefined));
    });
  });
}

/** Settings of the system that is named, else of the only one that has a database here. Throws `usage` where that is open. */
async function ownSettings(command: Command<KeysFlags>): Promise<Settings> {
  const settings = await settingsToLog(command);
  if (settings !== undefined) return settings;
  throw new AppError('usage', 'make a key: nothing says for which system', { hint: 'name the system with --system' });
}

async function settingsToLog({ flags, environment }: Command<KeysFlags>): Promise<Settings | undefined> {
  const settings = await readSettings('consumer', flags, environment);
  if (settings.systemNamed) return settings;
  const found = settings.databaseNamed ? [settings.database] : databasesAround();
  const [url] = found;
  const system = url === undefined || found.length > 1 ? undefined : await systemOf(url);
  return system === undefined || url === undefined ? undefined : { ...settings, system, database: url };
}

async function systemOf(url: string): Promise<string | undefined> {
  if (!existsSync(url.replace(/^sqlite:/, ''))) return undefined;
  const database = await openDatabase(url, { mustExist: true });
  try {
    return (await isStamped(database)) ? (await readStamp(database))?.system : undefined;
  } finally {
    await database.close();
  }
}
