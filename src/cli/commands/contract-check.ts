import { checkContracts, type ContractCheck } from '../../contract/index.ts';
import { type Command, EXIT } from '../command.ts';
import type { Output } from '../output.ts';

/** Findings of one check that people are shown; `--json` has them all. */
const MAX_SHOWN = 20;

/** Whether every release keeps the rules, its examples their word, its files their hash, and its version its promise. */
export async function contractCheck(command: Command): Promise<number> {
  const { output } = command;
  const checks = checkContracts();
  const ok = checks.every((check) => check.ok);
  output.document({ ok, checks });
  for (const check of checks) printCheck(output, check);
  return ok ? EXIT.ok : EXIT.refused;
}

function printCheck(output: Output, { name, contract, version, ok, findings }: ContractCheck): void {
  const what = version === null ? contract : `${contract} ${version}`;
  output.line(`${ok ? output.good('ok') : output.bad('broken')} ${name} of ${what}`);
  for (const finding of findings.slice(0, MAX_SHOWN)) output.line(`  ${finding}`);
  if (findings.length > MAX_SHOWN) output.line(`  and ${findings.length - MAX_SHOWN} more`);
}
