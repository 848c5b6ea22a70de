import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { hashReleased, LOCKED_CONTRACTS } from '../../scripts/lock-contracts.ts';

for (const contract of LOCKED_CONTRACTS) {
  test(`no released file of ${contract} has changed, gone or come since its LOCK`, async () => {
    const lock = await readFile(new URL(`../../src/contract/${contract}/LOCK`, import.meta.url), 'utf8');
    expect(hashReleased(contract)).toBe(lock);
  });
}
