import { checkContracts, type ContractCheck, contracts, orphanedTargets } from '../../contract/index.ts';
import { liveAcceptances } from '../../exporter/index.ts';
import { type Command, EXIT } from '../command.ts';
import { isThere, withExisting } from '../compose.ts';
import type { Output } from '../output.ts';
import { readSettings } from '../settings.ts';

/** Findings of one check that people are shown; `--json` has them all. */
const MAX_SHOWN = 20;

/** Whether every release keeps the rules, its examples their word, its files their hash, and its version its promise. */
export async function contractCheck(command: Command): Promise<number> {
  const { output } = command;
  const checks = [...checkContracts(), ...(await checkLifecycles(command))];
  const ok = checks.every((check) => check.ok);
  output.document({ ok, checks });
  for (const check of checks) printCheck(output, check);
  return ok ? EXIT.ok : EXIT.refused;
}

/** Asked of what the producer remembers; where there is no database of a producer, nobody has accepted anything. */
async function checkLifecycles(command: Command): Promise<ContractCheck[]> {
  const settings = await readSettings('producer', command.flags, command.environment);
  if (!isThere(settings.database)) return [];
  const acceptances = await withExisting({ ...settings, databaseNamed: true }, async (database, { role }) =>
    role === 'producer' ? liveAcceptances(database) : [],
  );
  return contracts().map((contract) => {
    const findings = orphanedTargets(contract, acceptances);
    return { name: 'lifecycle', contract: contract.name, version: null, ok: findings.length === 0, findings };
  });
}

function printCheck(output: Output, { name, contract, version, ok, findings }: ContractCheck): void {
  const what = version === null ? contract : `${contract} ${version}`;
  output.line(`${ok ? output.good('ok') : output.bad('broken')} ${name} of ${what}`);
  for (const finding of findings.slice(0, MAX_SHOWN)) output.line(`  ${finding}`);
  if (findings.length > MAX_SHOWN) output.line(`  and ${findings.length - MAX_SHOWN} more`);
}
