import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freshFolder, handoff, handoffJson, LEADS } from '../support/handoff.ts';

const INPUT = join(LEADS, 'leads.csv');

test('an input that went to one store is not called published in another, unless it is sent there again', () => {
  const folder = freshFolder();
  expect(handoffJson(folder, ['export', INPUT]).status).toBe(0);
  const other = { HANDOFF_STORE: 'file:./other' };
  const refused = handoff(folder, ['export', INPUT], other);
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain('--again');
  expect(handoffJson(folder, ['export', INPUT, '--again'], other)).toMatchObject({
    status: 0,
    batches: [{ status: 'published' }],
  });
});

test('a store spelled in another way is the same store', () => {
  const folder = freshFolder();
  handoffJson(folder, ['export', INPUT]);
  const again = handoffJson(folder, ['export', INPUT], { HANDOFF_STORE: `file:${folder}/handoff-data/bucket` });
  expect(again).toMatchObject({ status: 0, batches: [{ status: 'exists' }] });
});

test('commands that only look make no database', () => {
  const folder = freshFolder();
  for (const line of [['plan'], ['poll', '--dry-run'], ['quarantine', 'ls'], ['export', INPUT, '--dry-run']]) {
    expect(handoff(folder, line).status, line.join(' ')).toBe(0);
  }
  expect(handoff(folder, ['status']).status).toBe(2);
});

test("another system's database is refused, also by a command that only looks", () => {
  const folder = freshFolder();
  handoff(folder, ['poll']);
  const database = 'sqlite:handoff-data/nextier-execution.db';
  const answer = handoff(folder, ['status', '--system', 'outreach-global', '--database', database]);
  expect(answer.status).toBe(78);
});

test('a file in the place of the store is refused, and a name with a control character is shown harmless', () => {
  const folder = freshFolder();
  writeFileSync(join(folder, 'f'), '');
  expect(handoff(folder, ['poll', '--store', 'file:f']).status).toBe(78);
  handoff(folder, ['init', '--create-bucket']);
  handoff(folder, ['export', INPUT]);
  writeFileSync(join(folder, 'handoff-data/bucket/exports/lead-batches/a\u001b[31m\nb\u0007.json'), '');
  expect(handoff(folder, ['plan']).stdout).not.toMatch(/\u0007|\nb/);
});
