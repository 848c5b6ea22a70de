import { existsSync } from 'node:fs';
import { systemClock } from '../../base/clock.ts';
import { openStore, parseStoreUrl } from '../../objectstore/index.ts';
import type { Command } from '../command.ts';
import { configPath } from '../config-file.ts';
import { type Check, exitCodeOf, type Finding, runCheck } from '../doctor/check.ts';
import { checkKeys } from '../doctor/check-keys.ts';
import { checkDatabase, checkDisk } from '../doctor/machine-checks.ts';
import { type Part, partOf } from '../doctor/places.ts';
import { checkStore } from '../doctor/store-checks.ts';
import type { Output } from '../output.ts';
import { readSettings, type Settings } from '../settings.ts';

/** Probes everything that a run relies on, and tidies up after itself. Exit 0 only when all is well. */
export async function doctor(command: Command): Promise<number> {
  const found: { settings?: Settings; part?: Part } = {};
  const configuration = await runCheck('configuration', command.signal, async () => {
    found.settings = await readSettings('consumer', command.flags, command.environment);
    parseStoreUrl(found.settings.store);
    found.part = partOf(found.settings);
    const path = configPath(command.flags.config, command.environment);
    return {
      ok: true,
      detail: existsSync(path) ? `${path} is readable` : `no ${path}: defaults, environment and flags`,
    };
  });
  const { settings, part } = found;
  const findings =
    settings === undefined || part === undefined
      ? [configuration]
      : [configuration, ...(await examine(command, settings, part))];
  const checks = findings.map(({ check }) => check);
  const ok = checks.every((check) => check.ok);
  command.output.document({ ok, system: settings?.system ?? null, roles: part?.roles ?? [], checks });
  if (settings !== undefined) printHead(command.output, settings, part);
  printChecks(command.output, checks);
  return exitCodeOf(findings);
}

async function examine(command: Command, settings: Settings, { places }: Part): Promise<Finding[]> {
  const { signal } = command;
  return [
    ...(await examineStore(command, settings, places)),
    await runCheck('database', signal, () => checkDatabase(settings)),
    await runCheck('disk', signal, () => checkDisk(settings)),
    await runCheck('signing-keys', signal, () => checkKeys(settings)),
  ];
}

async function examineStore({ signal }: Command, { store: url }: Settings, places: Part['places']): Promise<Finding[]> {
  const store = await openStore(url);
  try {
    return await checkStore({ store, url, places, clock: systemClock, signal });
  } finally {
    await store.close();
  }
}

function printHead(output: Output, { system }: Settings, part: Part | undefined): void {
  output.line(`${output.bold(system)}${part === undefined ? '' : `, ${part.roles.join(' and ')}`}`);
}

function printChecks(output: Output, checks: readonly Check[]): void {
  const width = Math.max(...checks.map(({ name }) => name.length));
  for (const { name, ok, detail, hint } of checks) {
    output.line(`${ok ? output.good('ok  ') : output.bad('FAIL')}  ${name.padEnd(width)}  ${detail}`);
    if (hint !== undefined) output.line(`${' '.repeat(width + 8)}next: ${hint}`);
  }
}
