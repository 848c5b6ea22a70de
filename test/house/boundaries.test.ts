import { execFile } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { copyTree, ROOT } from './copy-of-the-tree.ts';

const execFileAsync = promisify(execFile);
const require = createRequire(import.meta.url);
const configuration = require('../../.dependency-cruiser.cjs') as { forbidden: { name: string }[] };

/** A file that breaks one rule. Where it needs another file to import, that one is planted as well. */
interface Plant {
  readonly rule: string;
  readonly file: string;
  readonly imports: string;
}

/** What the plants import; these break nothing, but for the bridge, which breaks a rule of its own. */
const TARGETS: Record<string, string> = {
  'src/poller/target.ts': '',
  'src/exporter/target.ts': '',
  'src/outreach/target.ts': '',
  'src/cli/target.ts': '',
  'src/objectstore/target.ts': '',
  'src/database/target.ts': '',
  'src/audit/target.ts': '',
  'src/contract/target.ts': '',
  'src/contract/bridge-to-poller.ts': `import '../poller/target.ts';`,
  'src/contract/bridge-to-exporter.ts': `import '../exporter/target.ts';`,
  'src/contract/round.ts': `import './plant-round.ts';`,
  'test/target.ts': '',
};

const PLANTS: readonly Plant[] = [
  { rule: 'no-unresolvable', file: 'src/base/plant-nowhere.ts', imports: './there-is-no-such-file.ts' },
  { rule: 'no-undeclared-package', file: 'src/base/plant-guest.ts', imports: 'semver' },
  { rule: 'no-dev-package-in-src', file: 'src/base/plant-dev.ts', imports: 'fast-check' },
  { rule: 'folder-in-the-table', file: 'src/elsewhere/plant.ts', imports: '../base/errors.ts' },
  { rule: 'src-stands-alone', file: 'src/base/plant-test.ts', imports: '../../test/target.ts' },
  { rule: 'base-imports', file: 'src/base/plant-contract.ts', imports: '../contract/target.ts' },
  { rule: 'contract-imports', file: 'src/contract/plant-port.ts', imports: '../database/port.ts' },
  { rule: 'objectstore-imports', file: 'src/objectstore/plant-database.ts', imports: '../database/port.ts' },
  { rule: 'database-imports', file: 'src/database/plant-store.ts', imports: '../objectstore/port.ts' },
  { rule: 'audit-imports', file: 'src/audit/plant-contract.ts', imports: '../contract/target.ts' },
  { rule: 'audit-imports', file: 'src/audit/plant-adapter.ts', imports: '../database/target.ts' },
  { rule: 'exporter-imports', file: 'src/exporter/plant-adapter.ts', imports: '../objectstore/target.ts' },
  { rule: 'exporter-imports', file: 'src/exporter/plant-past-the-door.ts', imports: '../audit/target.ts' },
  { rule: 'exporter-imports', file: 'src/exporter/plant-cli.ts', imports: '../cli/target.ts' },
  { rule: 'poller-imports', file: 'src/poller/plant-adapter.ts', imports: '../database/target.ts' },
  { rule: 'poller-imports', file: 'src/poller/plant-past-the-door.ts', imports: '../audit/target.ts' },
  { rule: 'outreach-imports', file: 'src/outreach/plant-store.ts', imports: '../objectstore/target.ts' },
  { rule: 'server-imports', file: 'src/server/plant-past-the-door.ts', imports: '../poller/target.ts' },
  { rule: 'cli-imports', file: 'src/cli/plant-past-the-door.ts', imports: '../poller/target.ts' },
  { rule: 'exporter-never-reaches-poller', file: 'src/exporter/plant-direct.ts', imports: '../poller/target.ts' },
  {
    rule: 'exporter-never-reaches-poller',
    file: 'src/exporter/plant-through.ts',
    imports: '../contract/bridge-to-poller.ts',
  },
  { rule: 'poller-never-reaches-exporter', file: 'src/poller/plant-direct.ts', imports: '../exporter/target.ts' },
  {
    rule: 'poller-never-reaches-exporter',
    file: 'src/poller/plant-through.ts',
    imports: '../contract/bridge-to-exporter.ts',
  },
  { rule: 'outreach-never-reaches-exporter', file: 'src/outreach/plant-exporter.ts', imports: '../exporter/target.ts' },
  { rule: 'outreach-never-reaches-poller', file: 'src/outreach/plant-poller.ts', imports: '../poller/target.ts' },
  { rule: 'exporter-never-reaches-outreach', file: 'src/exporter/plant-hub.ts', imports: '../outreach/target.ts' },
  { rule: 'poller-never-reaches-outreach', file: 'src/poller/plant-hub.ts', imports: '../outreach/target.ts' },
  { rule: 'no-cycles', file: 'src/contract/plant-round.ts', imports: './round.ts' },
  { rule: 'vendor-aws-sdk', file: 'src/objectstore/plant-aws.ts', imports: '@aws-sdk/client-s3' },
  { rule: 'vendor-ajv', file: 'src/poller/plant-ajv.ts', imports: 'ajv/dist/2020.js' },
  { rule: 'vendor-better-sqlite3', file: 'src/database/plant-sqlite.ts', imports: 'better-sqlite3' },
  { rule: 'vendor-chokidar', file: 'src/cli/plant-chokidar.ts', imports: 'chokidar' },
  { rule: 'vendor-jose', file: 'src/exporter/plant-jose.ts', imports: 'jose' },
  { rule: 'vendor-cli-progress', file: 'src/exporter/plant-progress.ts', imports: 'cli-progress' },
  { rule: 'vendor-commander', file: 'src/exporter/plant-commander.ts', imports: 'commander' },
  { rule: 'vendor-csv-parse', file: 'src/contract/plant-csv.ts', imports: 'csv-parse' },
  { rule: 'vendor-node-cron', file: 'src/poller/plant-cron.ts', imports: 'node-cron' },
  { rule: 'vendor-picocolors', file: 'src/poller/plant-colours.ts', imports: 'picocolors' },
  { rule: 'vendor-pino', file: 'src/poller/plant-pino.ts', imports: 'pino' },
  { rule: 'vendor-fastify', file: 'src/cli/plant-fastify.ts', imports: 'fastify' },
  { rule: 'vendor-imapflow', file: 'src/cli/plant-imapflow.ts', imports: 'imapflow' },
  { rule: 'vendor-isbot', file: 'src/cli/plant-isbot.ts', imports: 'isbot' },
  { rule: 'vendor-liquidjs', file: 'src/cli/plant-liquid.ts', imports: 'liquidjs' },
  { rule: 'vendor-luxon', file: 'src/cli/plant-luxon.ts', imports: 'luxon' },
  { rule: 'vendor-nodemailer', file: 'src/cli/plant-nodemailer.ts', imports: 'nodemailer' },
  { rule: 'vendor-postal-mime', file: 'src/cli/plant-postal.ts', imports: 'postal-mime' },
  { rule: 'vendor-yaml', file: 'src/cli/plant-yaml.ts', imports: 'yaml' },
  { rule: 'vendor-tinyglobby', file: 'src/cli/plant-glob.ts', imports: 'tinyglobby' },
];

/** The names of the rules that each file breaks. */
async function brokenRules(root: string): Promise<Map<string, Set<string>>> {
  const check = 'dependency-cruiser/bin/dependency-cruiser.mjs';
  const output = await runNode(root, check, ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src']);
  const { summary } = JSON.parse(output) as { summary: { violations: { from: string; rule: { name: string } }[] } };
  const broken = new Map<string, Set<string>>();
  for (const { from, rule } of summary.violations) broken.set(from, (broken.get(from) ?? new Set()).add(rule.name));
  return broken;
}

/** What a tool of `node_modules` prints, whether it finds fault or not. */
async function runNode(cwd: string, script: string, args: readonly string[]): Promise<string> {
  const options = { cwd, maxBuffer: 64 * 1024 * 1024 };
  try {
    const { stdout } = await execFileAsync(process.execPath, [join(ROOT, 'node_modules', script), ...args], options);
    return stdout;
  } catch (failed) {
    const { code, stdout, stderr } = failed as { code: unknown; stdout: string; stderr: string };
    if (typeof code !== 'number' || stderr !== '') throw failed;
    return stdout;
  }
}

test('no file of the tree breaks a rule', async () => {
  expect(await brokenRules(ROOT)).toEqual(new Map());
});

describe('a forbidden import fires its rule and no other', () => {
  let broken: Map<string, Set<string>>;

  beforeAll(async () => {
    const copy = copyTree({ without: [] });
    for (const [path, text] of Object.entries(TARGETS)) copy.plant(path, `${text}\nexport const target = 1;\n`);
    for (const { file, imports } of PLANTS) copy.plant(file, `import '${imports}';\n`);
    broken = await brokenRules(copy.root);
    copy.remove();
  });

  test.each(PLANTS)('$rule: $file imports $imports', ({ rule, file }) => {
    expect([...(broken.get(file) ?? [])]).toEqual([rule]);
  });

  test('every rule has a plant', () => {
    const names = configuration.forbidden.map(({ name }) => name);
    expect([...new Set(PLANTS.map(({ rule }) => rule))].sort()).toEqual(names.sort());
  });
});

describe('each side compiles without the other', () => {
  test.each([
    { side: 'exporter', without: ['poller', 'outreach'] },
    { side: 'poller', without: ['exporter', 'outreach'] },
  ])('$side in a tree without $without', async ({ side, without }) => {
    const copy = copyTree({ without: [...without, 'cli'].map((folder) => `src/${folder}`) });
    expect(readdirSync(join(copy.root, 'src', side))).not.toEqual([]);
    writeFileSync(
      join(copy.root, 'tsconfig.side.json'),
      JSON.stringify({ extends: './tsconfig.json', include: [`src/${side}`] }),
    );
    expect(await runNode(copy.root, 'typescript/bin/tsc', ['-p', 'tsconfig.side.json'])).toBe('');
    copy.remove();
  });
});
