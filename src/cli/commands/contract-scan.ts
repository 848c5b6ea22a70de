import { existsSync, readFileSync, statSync } from 'node:fs';
import { AppError, messageOf } from '../../base/errors.ts';
import { DEFAULT_SCAN_SETTINGS, type Finding, ruleNamed, scanBytes } from '../../contract/index.ts';
import { type Command, EXIT } from '../command.ts';
import { formatBytes, type Output } from '../output.ts';
import { type CommonFlags, readSettings } from '../settings.ts';

export interface ScanFlags extends CommonFlags {
  readonly explain?: boolean;
}

/** Twice the largest context and more: one that is too large can still be scanned before it is split. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** Lists every finding in one file, whether or not it keeps its schema. Exit 1 when one of them blocks. */
export async function contractScan(command: Command<ScanFlags>, path: string): Promise<number> {
  const { output, flags } = command;
  const { scan = DEFAULT_SCAN_SETTINGS } = await readSettings('consumer', flags, command.environment);
  const { verdict, findings } = scanBytes(readScanned(path), scan);
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

function readScanned(path: string): Uint8Array {
  const refuse = (why: string, hint: string, cause?: unknown) =>
    new AppError('usage', `scan ${path}: ${why}`, { hint, cause });
  if (!existsSync(path)) throw refuse('there is no such file', 'name one JSON file');
  try {
    const stat = statSync(path);
    if (!stat.isFile()) throw refuse('it is no file', 'name one JSON file');
    if (stat.size <= MAX_FILE_BYTES) return readFileSync(path);
    throw refuse(
      `${formatBytes(stat.size)} are more than the ${formatBytes(MAX_FILE_BYTES)} that are scanned in memory`,
      'a context has at most 10 MB: split it first',
    );
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    throw refuse(messageOf(thrown), 'name one JSON file that you may read', thrown);
  }
}
