import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { releasedSchema } from '../../src/contract/compatibility/released.ts';
import { freshFolder, handoff, handoffJson } from '../support/handoff.ts';

const folder = freshFolder();
const [OLDER, NEWER] = ['lead-card-batch@1.0.0', 'lead-card-batch@1.1.0'];
const ADDED = { pointer: '/$defs/leadCard/properties/enrichment', change: 'optional property added', verdict: 'minor' };

interface Diff {
  readonly verdict: string;
  readonly changes: readonly unknown[];
}

test('two releases are compared by what changed and how large a step it is', () => {
  expect(handoffJson<Diff>(folder, ['contract', 'diff', OLDER, NEWER])).toEqual({
    status: 0,
    verdict: 'minor',
    changes: [ADDED],
  });
  expect(handoffJson<Diff>(folder, ['contract', 'diff', NEWER, OLDER])).toMatchObject({ status: 0, verdict: 'major' });
});

test('a release is compared with a schema file, and people read the change in words', () => {
  writeFileSync(join(folder, 'mine.json'), JSON.stringify(releasedSchema('lead-card-batch', '1.1.0')));
  const { status, stdout } = handoff(folder, ['contract', 'diff', OLDER, 'mine.json']);
  expect(status).toBe(0);
  expect(stdout).toContain('asks for a minor version');
  expect(stdout).toMatch(/minor +\/\$defs\/leadCard\/properties\/enrichment +optional property added/);
});

test('what is no release and no schema is a fault of usage', () => {
  writeFileSync(join(folder, 'list.json'), '[]');
  writeFileSync(join(folder, 'text.json'), 'no json');
  for (const name of ['lead-card-batch@3.0.0', 'lead-card-batch', 'nothing.json', 'list.json', 'text.json']) {
    expect(handoff(folder, ['contract', 'diff', OLDER, name]).status, name).toBe(2);
  }
});

test('the check tells each release, its examples, its files and its pairs, and passes for what was released', () => {
  const { ok, checks, status } = handoffJson<{
    ok: boolean;
    checks: { name: string; contract: string; ok: boolean }[];
  }>(folder, ['contract', 'check']);
  expect(status).toBe(ok ? 0 : 1);
  const leads = checks.filter(({ contract }) => contract === 'lead-card-batch');
  expect(leads.map(({ name }) => name)).toEqual(['schema', 'examples', 'schema', 'examples', 'lock', 'compatibility']);
  expect(leads.every((check) => check.ok)).toBe(true);
});
