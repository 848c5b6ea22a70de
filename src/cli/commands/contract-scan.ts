import { DEFAULT_SCAN_SETTINGS, type Finding, ruleNamed, scanBytes } from '../../contract/index.ts';
import { type Command, EXIT } from '../command.ts';
import type { Output } from '../output.ts';
import { readInputFile } from '../read-input.ts';
import { type CommonFlags, readSettings } from '../settings.ts';

export interface ScanFlags extends CommonFlags {
  readonly explain?: boolean;
}

/** Twice the largest context and more: one that is too large can still be scanned before it is split. */
const LIMIT = {
  verb: 'scan',
  maxBytes: 64 * 1024 * 1024,
  tooLarge: 'a context has at most 10 MB: split it first',
};

/** Lists every finding in one file, whether or not it keeps its schema. Exit 1 when one of them blocks. */
export async function contractScan(command: Command<ScanFlags>, path: string): Promise<number> {
  const { output, flags } = command;
  const { scan = DEFAULT_SCAN_SETTINGS } = await readSettings('consumer', flags, command.environment);
  const { verdict, findings } = scanBytes(readInputFile(path, LIMIT), scan);
  output.document({
    verdict,
    findings: findings.map(({ rule_id, severity, pointer, excerpt }) => ({ rule_id, severity, pointer, excerpt })),
  });
  const count = `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`;
  output.line(`${path}: ${verdict === 'block' ? output.bad('blocked') : output.good(verdict)}, ${count}`);
  for (const finding of findings) printFinding(output, finding, flags.explain === true);
  return verdict === 'block' ? EXIT.refused : EXIT.ok;
}

function printFinding(output: Output, { rule_id, severity, pointer, excerpt }: Finding, explain: boolean): void {
  output.line(`  ${severity} ${rule_id} at ${pointer === '' ? '(document)' : pointer}: ${excerpt}`);
  const rule = explain ? ruleNamed(rule_id) : undefined;
  if (rule === undefined) return;
  output.line(`    ${rule.idea}`);
  output.line(`    ${rule.why}`);
  output.line(`    found: ${rule.hit[0] ?? ''}`);
  output.line(`    passes: ${rule.nonHit[0] ?? ''}`);
}
