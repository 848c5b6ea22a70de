import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { AppError, messageOf } from '../../base/errors.ts';
import { makeSigningKey, readSigningKey, writeSigningKey } from '../../contract/index.ts';
import { openStore, parseStoreUrl } from '../../objectstore/index.ts';
import { type Command, EXIT } from '../command.ts';
import { configPath, type ConfigFile } from '../config-file.ts';
import type { Output } from '../output.ts';
import {
  type CommonFlags,
  DATA_FOLDER,
  defaultKeyPath,
  type Environment,
  readSettings,
  type Settings,
} from '../settings.ts';

export interface InitFlags extends CommonFlags {
  readonly createBucket?: boolean;
  readonly dryRun?: boolean;
}

interface InitReport {
  readonly config: { readonly path: string; readonly status: 'written' | 'kept' };
  readonly folders: readonly string[];
  /** The bucket or folder that was made sure to exist; null where nobody asked. */
  readonly bucket: string | null;
  /** The key's name; `none` where no system is named whose key it could be. */
  readonly signing: string;
  readonly dry_run: boolean;
}

/** Makes what is missing and changes nothing that is there, so that it may run again at any time. */
export async function init(command: Command<InitFlags>): Promise<number> {
  const { flags, environment, output } = command;
  const dryRun = flags.dryRun ?? false;
  const path = configPath(flags.config, environment);
  const kept = existsSync(path);
  const settings = kept
    ? await readSettings('consumer', flags, environment)
    : await settingsWithoutFile(flags, environment);
  parseStoreUrl(settings.store);
  const keyPath = settings.signingKey ?? (kept || !settings.systemNamed ? undefined : defaultKeyPath(settings.system));
  if (!kept && !dryRun) writeConfig(path, newConfig({ path, settings, flags, environment, keyPath }));
  const folders = makeFolders(settings, dryRun);
  const signing = keyPath === undefined ? 'none' : await makeKey(settings.system, keyPath, dryRun);
  const bucket = flags.createBucket === true ? await createBucket(command, settings, dryRun) : null;
  const report: InitReport = {
    config: { path, status: kept ? 'kept' : 'written' },
    folders,
    bucket,
    signing,
    dry_run: dryRun,
  };
  output.document(report);
  print(output, settings, report);
  return EXIT.ok;
}

/** A named file that is still to be written cannot be read. */
function settingsWithoutFile({ config: _toWrite, ...flags }: InitFlags, environment: Environment): Promise<Settings> {
  return readSettings('consumer', flags, { ...environment, HANDOFF_CONFIG: undefined });
}

interface NewConfig {
  readonly path: string;
  readonly settings: Settings;
  readonly flags: InitFlags;
  readonly environment: Environment;
  readonly keyPath: string | undefined;
}

/** A key that is there stays. Gives its name, which a dry run cannot know before it is made. */
async function makeKey(system: string, path: string, dryRun: boolean): Promise<string> {
  if (existsSync(path)) return (await readSigningKey(path)).kid;
  if (dryRun) return 'new';
  const key = await makeSigningKey(system);
  writeSigningKey(path, key);
  return key.kid;
}

/** The store, which both sides share; a system or database only where one was named, for it holds for every command here. */
function newConfig({ path, settings, flags, environment, keyPath }: NewConfig): ConfigFile {
  const system = flags.system ?? environment['HANDOFF_SYSTEM'] ?? '';
  const database = flags.database ?? environment['HANDOFF_DATABASE'] ?? '';
  return {
    $schema: schemaReference(path),
    store: settings.store,
    ...(system === '' ? {} : { system }),
    ...(database === '' ? {} : { database }),
    ...(keyPath === undefined || environment['HANDOFF_SIGNING_KEY'] ? {} : { signingKey: keyPath }),
  };
}

/** Editors find the schema by it: beside the configuration where the package is installed there, else by its URL. */
function schemaReference(path: string): string {
  const schema = fileURLToPath(new URL('../config.schema.json', import.meta.url));
  const beside = relative(dirname(path), schema);
  return beside.startsWith('..') || isAbsolute(beside)
    ? pathToFileURL(schema).href
    : `./${beside.replaceAll('\\', '/')}`;
}

function writeConfig(path: string, config: ConfigFile): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${JSON.stringify(config, null, 2)}\n`, { flag: 'wx' });
  } catch (cause) {
    throw new AppError('misconfigured', `write ${path}: ${messageOf(cause)}`, {
      cause,
      hint: 'run it in a folder that you may write to, or name the file with --config',
    });
  }
}

/** Databases make their own folder, but a person who looks for it should find it. */
function makeFolders(settings: Settings, dryRun: boolean): string[] {
  const database = settings.database.startsWith('sqlite:') ? [dirname(settings.database.slice('sqlite:'.length))] : [];
  const folders = [...new Set([DATA_FOLDER, ...database, dirname(settings.spoolFolder)].map((folder) => join(folder)))];
  const missing = folders.filter((folder) => !existsSync(folder));
  if (!dryRun) for (const folder of missing) mkdirSync(folder, { recursive: true });
  return missing;
}

async function createBucket(command: Command, settings: Settings, dryRun: boolean): Promise<string> {
  const store = await openStore(settings.store);
  try {
    if (!dryRun) await store.create(command.signal);
    return store.location;
  } finally {
    await store.close();
  }
}

function print(output: Output, settings: Settings, report: InitReport): void {
  const { config, folders, bucket, signing, dry_run: dryRun } = report;
  const would = dryRun ? 'would be ' : '';
  output.line(
    config.status === 'kept' ? `${config.path} was there and stays as it is` : `${config.path} ${would}written`,
  );
  for (const folder of folders) output.line(`${folder} ${would}made`);
  if (bucket !== null) output.line(`${bucket} ${would}there`);
  output.line(
    signing === 'none'
      ? 'signing key: none, batches go unsigned; make one with "handoff keys new --system <name>"'
      : `signing key: ${signing}; see "handoff keys list"`,
  );
  output.line();
  output.line('next:');
  output.line(`  handoff doctor                probe ${settings.store} and the database`);
  output.line('  handoff export leads.ndjson   publish a batch, as its producer');
  output.line('  handoff poll                  take what is in the inbox, as its consumer');
}
