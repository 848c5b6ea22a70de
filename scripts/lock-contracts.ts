import { readFile, writeFile } from 'node:fs/promises';
import { lockText } from '../src/contract/compatibility/check-lock.ts';

/**
 * Writes each contract's LOCK: the SHA-256 of every released file (`sha256sum -c LOCK` reads it too).
 *
 *   node scripts/lock-contracts.ts
 *
 * Run it when a revision is released and never again for that revision: counterparties hold copies of these files. What
 * has to change becomes a new revision with files of its own. The script adds lines; it refuses to replace one.
 */
export const LOCKED_CONTRACTS: readonly string[] = [
  'lead-card-batch',
  'handoff-receipt',
  'execution-handoff-context',
  'outreach-target-batch',
  'engagement-signal-batch',
];

/** One line per released file of `contract`, sorted by name. */
export function hashReleased(contract: string): string {
  return lockText(new URL(`../src/contract/${contract}/`, import.meta.url));
}

async function lock(contract: string): Promise<string[]> {
  const url = new URL(`../src/contract/${contract}/LOCK`, import.meta.url);
  const current = hashReleased(contract);
  const released = await readFile(url, { encoding: 'utf8', flag: 'a+' });
  const broken = released.split('\n').filter((line) => !current.split('\n').includes(line));
  if (broken.length === 0) await writeFile(url, current);
  return broken;
}

if (import.meta.main) {
  for (const contract of LOCKED_CONTRACTS) {
    for (const line of await lock(contract)) {
      process.stderr.write(`${contract}: released and since changed or removed: ${line}\n`);
      process.exitCode = 1;
    }
  }
}
