import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** Makes garbage of which some survives, as rows do on their way; prints how large the young generation became. */
const PROGRAM = `
  import { setImmediate } from 'node:timers/promises';
  import { getHeapSpaceStatistics } from 'node:v8';
  import { boundYoungGeneration } from ${JSON.stringify(new URL('../../src/cli/young-generation.ts', import.meta.url).href)};
  if (process.argv[1] === 'bounded') boundYoungGeneration();
  let kept = [];
  let largest = 0;
  for (let n = 0; n < 2_000_000; n++) {
    kept.push({ row: 'lead ' + n });
    if (kept.length > 100_000) kept = [];
    if (n % 1_000 > 0) continue;
    await setImmediate();
    largest = Math.max(largest, getHeapSpaceStatistics().find((space) => space.space_name === 'new_space').space_size);
  }
  console.log(largest);
`;

function largestYoungGeneration(mode: string): number {
  const args = ['--input-type=module', '--eval', PROGRAM, mode];
  return Number(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

test('the young generation stays small, which it would not by itself', () => {
  const bounded = largestYoungGeneration('bounded');
  expect(bounded).toBeLessThan(48e6);
  // How large depends on the machine's memory.
  expect(largestYoungGeneration('free')).toBeGreaterThan(bounded);
});
