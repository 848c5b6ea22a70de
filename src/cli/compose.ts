import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { auditModule, latestCheckpoint, openAuditLog, openCheckpointer } from '../audit/index.ts';
import { systemClock } from '../base/clock.ts';
import { AppError } from '../base/errors.ts';
import { openLog } from '../base/log.ts';
import {
  claimStamp,
  type Database,
  migrate,
  openDatabase,
  readStamp,
  type Role,
  type Stamp,
  stampModule,
} from '../database/index.ts';
import { openSigner, readSigningKey, readTrust, type StatementSigner } from '../contract/index.ts';
import type { ExporterDeps } from '../exporter/index.ts';
import { openStore } from '../objectstore/index.ts';
import type { PollerDeps, Route, TrustPolicy } from '../poller/index.ts';
import type { Command } from './command.ts';
import { noteSignerOf } from './note-keys.ts';
import { DATA_FOLDER, type Settings } from './settings.ts';

/** Runs `fn` with everything that the consumer's commands need, and closes it all afterwards. */
export async function withPoller<T>(
  command: Command,
  settings: Settings,
  fn: (deps: PollerDeps, routes: Route[]) => Promise<T>,
): Promise<T> {
  const { pollerModule } = await import('../poller/index.ts');
  const routes = consumerRoutes(settings);
  const trust = trustPolicyOf(settings);
  return withDeps(command, settings, { role: roleOf(settings, 'consumer'), modules: [pollerModule] }, (deps) => {
    if (trust === undefined) deps.log.info({}, 'no trusted keys are named: statements are not verified');
    return fn({ ...deps, spoolFolder: settings.spoolFolder, trust }, routes);
  });
}

/** Undefined where nobody said whom to believe. A list that cannot be read is found when it is loaded. */
function trustPolicyOf({ trust: path, trustRequired }: Settings): TrustPolicy | undefined {
  return path === undefined ? undefined : { require: trustRequired, load: () => readTrust(path) };
}

/** The same for commands that only look: where there is no database yet, an empty one in memory stands in for it. */
export async function withPollerToLook<T>(
  command: Command,
  settings: Settings,
  fn: (deps: PollerDeps, routes: Route[]) => Promise<T>,
): Promise<T> {
  return withPoller(command, toLook(settings), fn);
}

function toLook(settings: Settings): Settings {
  return isThere(settings.database) ? settings : { ...settings, database: 'sqlite::memory:' };
}

export function isThere(url: string): boolean {
  return existsSync(url.replace(/^sqlite:/, ''));
}

/** Runs `fn` with everything that the producer's commands need, and closes it all afterwards. */
export async function withExporter<T>(
  command: Command,
  settings: Settings,
  options: { readonly dryRun: boolean },
  fn: (deps: ExporterDeps) => Promise<T>,
): Promise<T> {
  const { exporterModule } = await import('../exporter/index.ts');
  const signer = await signerOf(settings);
  const { trust: path } = settings;
  const loadTrusted = path === undefined ? undefined : () => readTrust(path);
  // A list that cannot be read is found before anything is done.
  await loadTrusted?.();
  return withDeps(
    command,
    options.dryRun ? toLook(settings) : settings,
    { role: roleOf(settings, 'producer'), modules: [exporterModule] },
    (deps) => {
      if (signer === undefined) deps.log.info({}, 'no signing key is named: batches are published unsigned');
      return fn({
        ...deps,
        signer,
        loadTrusted,
        latestCheckpoint: async (queries) => (await latestCheckpoint(queries))?.note,
      });
    },
  );
}

/** Throws `misconfigured` for a key that cannot be read, and for another system's. */
async function signerOf({ signingKey: path, system }: Settings): Promise<StatementSigner | undefined> {
  if (path === undefined) return undefined;
  const key = await readSigningKey(path);
  if (key.system === undefined || key.system === system) return openSigner(key);
  throw new AppError('misconfigured', `sign as ${system} with ${path}: it is the key of ${key.system}`, {
    hint: 'make one of its own with "handoff keys new --system", and name it with HANDOFF_SIGNING_KEY',
  });
}

/**
 * A system that outreach targets are handed to runs the hub: one database of its own holds what it takes, what it does
 * and what it tells, so whoever opens it does so as the hub.
 */
function roleOf({ system, contracts }: Settings, side: 'producer' | 'consumer'): Role {
  const isHub = contracts.some(({ name, targets }) => name === 'outreach-target-batch' && targets.includes(system));
  return isHub ? 'hub' : side;
}

/** Runs `fn` with an open database of this system's, an open store and the rest that every side needs. */
export async function withDeps<T>(
  command: Command,
  settings: Settings,
  kind: { readonly role: Role; readonly modules: Parameters<typeof migrate>[1] },
  fn: (deps: Omit<PollerDeps, 'spoolFolder'>) => Promise<T>,
): Promise<T> {
  const { system } = settings;
  const database = await openDatabase(settings.database);
  try {
    // The stamp first: nothing is written into a database that is not ours.
    await migrate(database, [stampModule], systemClock);
    await claimStamp(database, { system, role: kind.role }, systemClock);
    await migrate(database, [auditModule, ...kind.modules], systemClock);
    const store = await openStore(settings.store);
    try {
      const log = await openLog(command.output.logLevel);
      const audit = openAuditLog(system, systemClock);
      const { signal } = command;
      const parts = { database, store, clock: systemClock, log, signal, system };
      const noteSigner = await noteSignerOf(settings, system);
      const checkpointer = noteSigner && openCheckpointer({ ...parts, signer: noteSigner });
      return await fn({ ...parts, audit, checkpointer });
    } finally {
      await store.close();
    }
  } finally {
    await database.close();
  }
}

/** The contracts that are addressed to this system. Throws `misconfigured` when there is none. */
function consumerRoutes(settings: Settings): Route[] {
  const own = settings.contracts.filter((contract) => contract.targets.includes(settings.system));
  if (own.length === 0) {
    throw new AppError('misconfigured', `poll as ${settings.system}: no contract is addressed to it`, {
      hint: 'name it among the targets of a contract in handoff.config.json, or another --system',
    });
  }
  return own.map((contract) => ({ contract, prefix: contract.prefix, ...(settings.scan && { scan: settings.scan }) }));
}

/**
 * The database of a command that only looks: the one that is named, or the only one in `./handoff-data`.
 * Throws `usage` when there are several to choose from.
 */
export async function withExisting<T>(
  settings: Settings,
  fn: (database: Database, stamp: Stamp) => Promise<T>,
): Promise<T> {
  const url = settings.databaseNamed ? settings.database : onlyDatabase();
  if (!isThere(url)) {
    throw new AppError('misconfigured', `open the database ${url}: there is none yet`, {
      hint: 'run "handoff export" or "handoff poll" first, or name another with --database',
    });
  }
  const database = await openDatabase(url, { mustExist: true });
  try {
    const { pollerModule } = await import('../poller/index.ts');
    const { exporterModule } = await import('../exporter/index.ts');
    const stamp = (await isStamped(database)) ? await readStamp(database) : undefined;
    if (stamp === undefined) {
      throw new AppError('misconfigured', `open ${database.location}: no system has used it yet`, {
        hint: 'name another with --database, or run "handoff export" or "handoff poll" first',
      });
    }
    if (settings.systemNamed && stamp.system !== settings.system) {
      throw new AppError(
        'misconfigured',
        `open ${database.location} as ${settings.system}: it belongs to ${stamp.system}`,
        {
          hint: "name the system's own database with --database",
        },
      );
    }
    const modules = { producer: [exporterModule], consumer: [pollerModule], hub: [pollerModule, exporterModule] };
    await migrate(database, [auditModule, ...modules[stamp.role]], systemClock);
    return await fn(database, stamp);
  } finally {
    await database.close();
  }
}

/** A file of somebody else's program has no such table, and gets none. */
export async function isStamped(database: Database): Promise<boolean> {
  return (await database.query(database.traits.tableExists, ['system_stamp'])).length > 0;
}

function onlyDatabase(): string {
  const found = databasesAround();
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  throw new AppError(
    'usage',
    found.length === 0 ? `find a database in ${DATA_FOLDER}: there is none` : `choose between ${found.join(' and ')}`,
    {
      hint: 'name the system with --system, or the database with --database',
    },
  );
}

/** Databases in the default folder. */
export function databasesAround(): string[] {
  if (!existsSync(DATA_FOLDER)) return [];
  return readdirSync(DATA_FOLDER)
    .filter((name) => name.endsWith('.db'))
    .toSorted()
    .map((name) => `sqlite:${join(DATA_FOLDER, name)}`);
}
