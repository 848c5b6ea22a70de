import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { BIN, freshFolder, handoff, handoffJson, LEADS, plainEnvironment } from '../support/handoff.ts';

const GOOD = 'sxp_2026_01_11_901.json';
const BAD = 'sxp_2026_01_12_901.json';

function folderWith(...names: string[]): string {
  const folder = freshFolder();
  mkdirSync(join(folder, 'drop'));
  for (const name of names) copyFileSync(join(LEADS, name), join(folder, 'drop', name));
  return folder;
}

test('drop --once publishes what is there, tells of each file, and exits 1 for the one it refused', () => {
  const folder = folderWith(GOOD, BAD);
  expect(handoffJson(folder, ['drop', 'drop', '--once'])).toMatchObject({
    status: 1,
    sent: 1,
    rejected: 1,
    files: [
      { name: GOOD, verdict: 'sent', moved_to: `sent/${GOOD}` },
      { name: BAD, verdict: 'rejected', moved_to: `rejected/${BAD}`, code: 'SCHEMA_INVALID' },
    ],
  });
  expect(readdirSync(join(folder, 'handoff-data/bucket/exports/lead-batches'))).toEqual([GOOD]);
});

test('drop --dry-run publishes and moves nothing', () => {
  const folder = folderWith(GOOD);
  const { status, stdout } = handoff(folder, ['drop', 'drop', '--dry-run']);
  expect(status).toBe(0);
  expect(stdout).toContain(`${GOOD}: would be sent`);
  expect(readdirSync(join(folder, 'drop'))).toEqual([GOOD]);
  expect(readdirSync(folder)).not.toContain('handoff-data');
});

test('a folder that is not there is said to be missing, not made', () => {
  const folder = freshFolder();
  expect(handoff(folder, ['drop', 'nowhere', '--once']).status).toBe(2);
  expect(readdirSync(folder)).not.toContain('nowhere');
});

test('drop watches until SIGTERM and then exits 0', async () => {
  const folder = folderWith(GOOD);
  const child = spawn(process.execPath, [BIN, 'drop', 'drop', '--json'], { cwd: folder, env: plainEnvironment() });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  expect(JSON.parse(line.toString())).toMatchObject({ name: GOOD, verdict: 'sent' });
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});
