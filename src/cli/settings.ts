import { join } from 'node:path';
import { AppError } from '../base/errors.ts';
import { isSlug } from '../base/ids.ts';
import {
  type AnyContract,
  contractNamed,
  contracts,
  DEFAULT_SCAN_SETTINGS,
  type ScanSettings,
} from '../contract/index.ts';
import type { HubSettings } from '../outreach/index.ts';
import { type ConfigFile, readConfigFile } from './config-file.ts';

/** Where everything lies unless somebody says otherwise. */
export const DATA_FOLDER = './handoff-data';

const DEFAULT_SYSTEMS = {
  producer: 'social-xpress-engine',
  consumer: 'nextier-execution',
  hub: 'outreach-hub',
} as const;

/** Flags that every command takes. */
export interface CommonFlags {
  readonly system?: string;
  readonly store?: string;
  readonly database?: string;
  readonly config?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color?: boolean;
}

/** Everything that a command may ask about its surroundings; frozen before it runs. */
export interface Settings {
  readonly system: string;
  /** True when somebody named the system or the database, so that no guess is needed. */
  readonly databaseNamed: boolean;
  /** True when somebody named the system: a database of another one is refused then. */
  readonly systemNamed: boolean;
  readonly store: string;
  readonly database: string;
  readonly spoolFolder: string;
  /** Path of the private key to sign with; undefined: nothing is signed. */
  readonly signingKey: string | undefined;
  /** Path of the trusted public keys; undefined: no statement is verified. */
  readonly trust: string | undefined;
  /** True: a batch without a statement is refused. */
  readonly trustRequired: boolean;
  /** As the configuration routes them, without receipts where it switches them off. */
  readonly contracts: readonly AnyContract[];
  /** True: nothing goes to a target that has not accepted the contract. */
  readonly requireAcceptance: boolean;
  /** How the words of documents are scanned; undefined for the defaults. */
  readonly scan: ScanSettings | undefined;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Flags > environment > configuration file > defaults. Throws `misconfigured` or `usage`. */
export async function readSettings(
  role: keyof typeof DEFAULT_SYSTEMS,
  flags: CommonFlags,
  environment: Environment,
): Promise<Settings> {
  const file = await readConfigFile(flags.config ?? present(environment['HANDOFF_CONFIG']));
  const namedSystem = flags.system ?? present(environment['HANDOFF_SYSTEM']) ?? file.system;
  const namedDatabase = flags.database ?? present(environment['HANDOFF_DATABASE']) ?? file.database;
  const system = namedSystem ?? DEFAULT_SYSTEMS[role];
  if (!isSlug(system)) {
    throw new AppError('usage', `use the system name ${JSON.stringify(system)}`, {
      hint: 'system names are lower-case letters, digits and hyphens, 2 to 63, beginning with a letter',
    });
  }
  return Object.freeze({
    system,
    systemNamed: namedSystem !== undefined,
    databaseNamed: namedSystem !== undefined || namedDatabase !== undefined,
    store: flags.store ?? present(environment['HANDOFF_STORE']) ?? file.store ?? `file:${DATA_FOLDER}/bucket`,
    database: namedDatabase ?? `sqlite:${DATA_FOLDER}/${system}.db`,
    signingKey: present(environment['HANDOFF_SIGNING_KEY']) ?? file.signingKey,
    ...trustSettings(file, present(environment['HANDOFF_TRUST'])),
    spoolFolder: file.spool ?? join(DATA_FOLDER, 'spool', system),
    contracts: routedContracts(file),
    requireAcceptance: file.acceptance?.require ?? false,
    scan: file.scan && { ...DEFAULT_SCAN_SETTINGS, ...file.scan },
  });
}

/** The hub's part of the same file; "HANDOFF_PUBLIC_URL" comes before it. */
export async function readHubSettings(flags: CommonFlags, environment: Environment): Promise<HubSettings> {
  // Loaded here: the hub is large, and most commands are not its.
  const { DEFAULT_HUB_SETTINGS } = await import('../outreach/index.ts');
  const file = await readConfigFile(flags.config ?? present(environment['HANDOFF_CONFIG']));
  const {
    scoreTtlDays,
    maxLatenessHours,
    calendarTtlDays,
    inboxFreshMinutes,
    signalLagMinutes,
    replyWaitDays,
    ...section
  } = file.outreach ?? {};
  const publicUrl = present(environment['HANDOFF_PUBLIC_URL'])?.replace(/\/+$/, '');
  return Object.freeze({
    ...DEFAULT_HUB_SETTINGS,
    tokenKeys: join(DATA_FOLDER, 'outreach-token-keys.json'),
    ...section,
    ...(publicUrl !== undefined && { publicUrl }),
    ...(scoreTtlDays !== undefined && { scoreTtlMs: scoreTtlDays * DAY_MS }),
    ...(maxLatenessHours !== undefined && { maxLatenessMs: maxLatenessHours * HOUR_MS }),
    ...(calendarTtlDays !== undefined && { calendarTtlMs: calendarTtlDays * DAY_MS }),
    ...(inboxFreshMinutes !== undefined && { inboxFreshMs: inboxFreshMinutes * MINUTE_MS }),
    ...(signalLagMinutes !== undefined && { signalLagMs: signalLagMinutes * MINUTE_MS }),
    ...(replyWaitDays !== undefined && { replyWaitMs: replyWaitDays * DAY_MS }),
  });
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Where a system's key is made unless somebody says otherwise; a setting alone makes it sign. */
export function defaultKeyPath(system: string): string {
  return `${DATA_FOLDER}/${system}.key.json`;
}

/** To insist on statements and to believe nobody would refuse every batch, so it is an error of the configuration. */
function trustSettings({ trust }: ConfigFile, named: string | undefined): Pick<Settings, 'trust' | 'trustRequired'> {
  const path = named ?? trust?.keys;
  const trustRequired = trust?.require ?? false;
  if (trustRequired && path === undefined) {
    throw new AppError('misconfigured', 'require a signed statement of every batch: no trusted keys are named', {
      hint: 'name their file as "trust.keys" in the configuration, or with HANDOFF_TRUST',
    });
  }
  return { trust: path, trustRequired };
}

/** An empty variable is as good as none: cron files set them so. */
function present(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}

function routedContracts(file: ConfigFile): AnyContract[] {
  for (const name of Object.keys(file.contracts ?? {})) {
    if (contractNamed(name) === undefined) {
      throw new AppError('misconfigured', `configure the contract ${name}: this build does not know it`, {
        hint: 'list the known ones with "handoff contract ls"',
      });
    }
  }
  const wanted = file.receipts ?? true;
  return contracts().map((contract) => ({
    ...contract,
    ...file.contracts?.[contract.name],
    receipts: contract.receipts && wanted,
  }));
}
