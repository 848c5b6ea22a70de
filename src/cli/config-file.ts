import { existsSync, readFileSync } from 'node:fs';
import { AppError, messageOf } from '../base/errors.ts';
import type { ScanSettings } from '../contract/index.ts';
import type { HubSettings } from '../outreach/index.ts';
import configSchema from './config.schema.json' with { type: 'json' };

/** `handoff.config.json` as its published schema allows it; every key is optional. */
export interface ConfigFile {
  readonly $schema?: string;
  readonly system?: string;
  readonly store?: string;
  readonly database?: string;
  readonly spool?: string;
  readonly signingKey?: string;
  readonly trust?: { readonly keys?: string; readonly require?: boolean };
  readonly acceptance?: { readonly require?: boolean };
  readonly receipts?: boolean;
  readonly contracts?: Readonly<Record<string, ContractRoute>>;
  readonly scan?: Partial<ScanSettings>;
  readonly outreach?: OutreachSection;
}

/** The hub's settings in the units that people write: days, hours, minutes. */
export interface OutreachSection extends Partial<
  Pick<
    HubSettings,
    | 'publicUrl'
    | 'schedulerUrl'
    | 'tokenKeys'
    | 'templates'
    | 'mailDomain'
    | 'replyTo'
    | 'defaultTimezone'
    | 'window'
    | 'holidays'
    | 'replyScope'
    | 'tracking'
    | 'taggedAddresses'
    | 'dkim'
  >
> {
  readonly scoreTtlDays?: number;
  readonly maxLatenessHours?: number;
  readonly calendarTtlDays?: number;
  readonly inboxFreshMinutes?: number;
  readonly signalLagMinutes?: number;
  readonly replyWaitDays?: number;
}

/** Overrides the built-in table of who hands what to whom. */
export interface ContractRoute {
  readonly prefix?: string;
  readonly source?: string;
  readonly targets?: readonly string[];
}

export const DEFAULT_CONFIG_PATH = './handoff.config.json';

/** Where the configuration is or would be written: by the flag, else by the environment, else here. */
export function configPath(
  flag: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  return flag ?? (environment['HANDOFF_CONFIG'] || DEFAULT_CONFIG_PATH);
}

/** The file named, or the default one if it is there. Throws `misconfigured`: unknown keys are refused, not ignored. */
export async function readConfigFile(named: string | undefined): Promise<ConfigFile> {
  const path = named ?? DEFAULT_CONFIG_PATH;
  if (named === undefined && !existsSync(path)) return {};
  const parsed = parseConfig(path);
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const check = new Ajv2020({ allErrors: true }).compile<ConfigFile>(configSchema);
  if (check(parsed)) return parsed;
  const problems = (check.errors ?? []).map((problem) => {
    const extra =
      problem.keyword === 'additionalProperties' ? ` (${String(problem.params['additionalProperty'])})` : '';
    return `${problem.instancePath === '' ? '/' : problem.instancePath} ${problem.message ?? ''}${extra}`;
  });
  throw new AppError('misconfigured', `read ${path}: ${problems.join('; ')}`, {
    hint: 'correct it; docs/configuration.md names every key',
  });
}

function parseConfig(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new AppError('misconfigured', `read the configuration ${path}: ${messageOf(cause)}`, {
      cause,
      hint: 'name another file with --config, or make one with "handoff init"',
    });
  }
}
