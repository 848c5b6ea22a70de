import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from './copy-of-the-tree.ts';

const execFileAsync = promisify(execFile);
const INSTALL_TIMEOUT_MS = 180_000;
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

const place = mkdtempSync(join(tmpdir(), 'handoff-pack-'));
const project = join(place, 'empty');
let packed: readonly string[] = [];

/** The environment of a person, not of an npm script, with this Node first on the path. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(?:npm_|HANDOFF_|VITEST|NODE_)/i.test(name));
  return { ...Object.fromEntries(inherited), PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter) };
}

async function run(cwd: string, command: string, ...args: string[]): Promise<string> {
  const { stdout } = await execFileAsync(command, args, { cwd, env: plainEnvironment(), maxBuffer: 16 * 1024 * 1024 });
  return stdout;
}

async function handoff(...args: string[]): Promise<string> {
  return await run(project, join(project, 'node_modules', '.bin', 'handoff'), ...args);
}

beforeAll(async () => {
  await run(ROOT, 'npm', 'run', '-s', 'build');
  const output = await run(ROOT, 'npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', place);
  const { filename, files } = parsePackReport(output);
  packed = files.map(({ path }) => path);
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{ "private": true }\n');
  // npm waits five minutes for an answer that never comes; asked again, the registry gives it at once.
  const flags = ['--no-audit', '--no-fund', '--prefer-offline', '--fetch-timeout', '20000', '--fetch-retries', '5'];
  await run(project, 'npm', 'install', ...flags, join(place, filename));
}, INSTALL_TIMEOUT_MS);

interface InstalledTree {
  readonly dependencies?: Readonly<Record<string, InstalledTree>>;
}

interface PackReport {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

function parsePackReport(output: string): PackReport {
  const report = JSON.parse(output) as PackReport[] | Record<string, PackReport>;
  const [first] = Object.values(report);
  if (first === undefined) throw new Error('npm pack reported no package');
  return first;
}

afterAll(() => rmSync(place, { recursive: true }));

test('the package holds the built program and its papers, and neither sources nor tests', () => {
  expect(packed).toEqual(
    expect.arrayContaining(['bin/handoff.js', 'bin/package.json', 'dist/cli/main.js', 'LICENSE', 'README.md']),
  );
  expect(packed.filter((path) => /^(?:src|test|scripts)\//.test(path))).toEqual([]);
});

test('only what runs is installed with it', async () => {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const tree = JSON.parse(await run(project, 'npm', 'ls', '--all', '--json')) as InstalledTree;
  const own = tree.dependencies?.['execution-handoff']?.dependencies ?? {};
  expect(Object.keys(own).toSorted()).toEqual(Object.keys(dependencies).toSorted());
});

test('installed in an empty folder, handoff says its version', async () => {
  expect((await handoff('--version')).trim()).toBe(version);
});

test('installed in an empty folder, handoff runs the demo', async () => {
  await expect(handoff('demo')).resolves.toMatch(/\S/);
});
