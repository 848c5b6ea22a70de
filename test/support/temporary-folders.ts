import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach } from 'vitest';

/**
 * Every test file makes its folders under one of its own. It goes when all tests of the file passed, and stays to be
 * looked at when one failed.
 */
const folder = mkdtempSync(join(tmpdir(), 'handoff-tests-'));
process.env['TMPDIR'] = folder;
let failed = false;

afterEach(({ task }) => {
  if (task.result?.state === 'fail') failed = true;
});

afterAll(() => {
  if (failed) console.error(`a test failed; its files are in ${folder}`);
  else rmSync(folder, { recursive: true, force: true });
});
