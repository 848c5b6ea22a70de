import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../house/copy-of-the-tree.ts';
import { leafCommands } from '../support/command-tree.ts';
import { freshFolder, handoff, LEADS } from '../support/handoff.ts';

const folder = freshFolder();
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

test('--version prints the version of the package', () => {
  expect(handoff(folder, ['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
});

test('--help names every command', () => {
  const { status, stdout } = handoff(folder, ['--help']);
  expect(status).toBe(0);
  for (const { path } of leafCommands()) expect(stdout).toMatch(new RegExp(`^  ${path[0]}\\b`, 'm'));
});

describe.each(leafCommands().map((node) => [node.path.join(' '), node] as const))('%s', (name, node) => {
  test('--help names its flags and exits 0', () => {
    const { status, stdout, stderr } = handoff(folder, [...node.path, '--help']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`handoff ${name}`);
    for (const { long } of node.flags) expect(stdout).toContain(long);
  });
});

const LEAD = '00000000-0000-4000-8000-000000000001';

const WRONG: readonly (readonly string[])[] = [
  ['no-such-command'],
  ['poll', '--no-such-flag'],
  ['export'],
  ['export', 'leads.ndjson', '--batch-size', '0'],
  ['export', 'leads.ndjson', '--batch-size', '1e3'],
  ['export', 'leads.ndjson', '--on-bad-record', 'ignore'],
  ['export', join(LEADS, 'leads.ndjson'), '--via', 'queue'],
  ['export', join(LEADS, 'leads.ndjson'), '--target', 'nobody'],
  ['export', join(LEADS, 'leads.ndjson'), '--contract', 'nothing'],
  ['export', 'no-such-file.ndjson'],
  ['poll', '--limit', 'many'],
  ['poll', '--once', '--watch'],
  ['poll', '--cron', 'now and then'],
  ['poll', '--worker', 'Not A Slug'],
  ['poll', '--system', '../elsewhere'],
  ['explain', 'sxp_2026_01_11_001'],
  ['contract', 'show', 'no-such-contract'],
  ['contract', 'validate', 'no-such-file.json'],
  ['contract', 'validate', '.'],
  ['completion', 'powershell'],
  ['quarantine', 'show'],
  ['enrichment', 'request', LEAD],
  ['enrichment', 'request', 'no-uuid', '--by', 'dana'],
  ['enrichment', 'request', LEAD, '--by', ' '],
  ['enrichment', 'request', LEAD, '--by', 'dana', '--at', 'today'],
  ['enrichment', 'complete', LEAD],
  ['enrichment', 'complete', LEAD, '--file', 'no-such-file.json'],
  ['enrichment', 'show', 'no-uuid'],
  ['status'],
];

test.each(WRONG.map((args) => [args.join(' '), args] as const))(
  '"%s" is a usage error: exit 2, said on stderr',
  (_, args) => {
    const { status, stdout, stderr } = handoff(freshFolder(), args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/\S/);
    expect(stderr).not.toMatch(/^\s+at /m);
  },
);

test('an error says what was attempted and the next step', () => {
  const { stderr } = handoff(folder, ['contract', 'validate', 'no-such-file.json']);
  expect(stderr).toBe(
    'handoff: could not validate no-such-file.json: there is no such file\nnext: name one JSON file\n',
  );
});
