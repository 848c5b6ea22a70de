import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { freshLogUrl, handoff, openLog } from './open-log.ts';

const ENTRIES = 100_000;
/** A third of what the entries take as text. */
const HEAP_MIB = 24;

test('100,000 entries are appended and verified in a memory that could not hold them', async () => {
  const url = freshLogUrl();
  {
    await using log = await openLog(url);
    for (let done = 0; done < ENTRIES; done += 10_000) {
      await log.append(...Array.from({ length: 5_000 }, (_, index) => handoff(done + index)).flat());
    }
  }
  const program = fileURLToPath(new URL('./verify-program.ts', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [`--max-old-space-size=${HEAP_MIB}`, program, url], {
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout)).toMatchObject({ integrity: 'ok', completeness: 'ok', rows: ENTRIES });
});
