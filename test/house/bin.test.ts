import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ROOT } from './copy-of-the-tree.ts';

/** Stands in for the program: says what it was given, waits for SIGTERM, or breaks. */
const PROGRAM = `
export async function main(argv) {
  if (argv[0] === 'break') throw new Error('broken');
  const timer = setInterval(() => {}, 1_000);
  const stopped = new Promise((resolve) => process.once('SIGTERM', () => resolve(5)));
  console.log(process.pid, process.versions.node, ...argv);
  const exitCode = argv[0] === 'wait' ? await stopped : 3;
  clearInterval(timer);
  return exitCode;
}
`;
const OLD_NODE = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } });`;

let place: string;
let program: string;

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'handoff-bin-'));
  program = join(place, 'bin', 'handoff.js');
  cpSync(join(ROOT, 'bin'), join(place, 'bin'), { recursive: true });
  writeFileSync(join(place, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(place, 'old-node.cjs'), OLD_NODE);
});

afterEach(() => rmSync(place, { recursive: true }));

function plantProgram(path: string): void {
  mkdirSync(join(place, path, '..'), { recursive: true });
  writeFileSync(join(place, path), PROGRAM);
}

/** What `npm ci` leaves in a checkout: a Node of its own. */
function plantNode(): void {
  mkdirSync(join(place, 'node_modules', '.bin'), { recursive: true });
  symlinkSync(process.execPath, join(place, 'node_modules', '.bin', 'node'));
}

function run(options: { old: boolean; args: readonly string[]; file?: string }) {
  const pretend = options.old ? ['--require', join(place, 'old-node.cjs')] : [];
  return spawnSync(process.execPath, [...pretend, options.file ?? program, ...options.args], { encoding: 'utf8' });
}

describe('under a Node that is new enough', () => {
  test('a checkout runs its sources and hands on arguments and exit code', () => {
    plantProgram('src/cli/main.ts');
    const { status, stdout } = run({ old: false, args: ['poll', '--once'] });
    expect(stdout).toContain(`${process.versions.node} poll --once`);
    expect(status).toBe(3);
  });

  test('an installed package runs what was built', () => {
    plantProgram('dist/cli/main.js');
    expect(run({ old: false, args: [] }).status).toBe(3);
  });

  test('the link that npm makes leads to the program', () => {
    plantProgram('dist/cli/main.js');
    symlinkSync(program, join(place, 'link'));
    expect(run({ old: false, args: [], file: join(place, 'link') }).status).toBe(3);
  });

  test('a program that throws exits 70', () => {
    plantProgram('dist/cli/main.js');
    const { status, stderr } = run({ old: false, args: ['break'] });
    expect(stderr).toContain('broken');
    expect(status).toBe(70);
  });
});

describe('under an old Node', () => {
  test('an installed package says which Node to install and exits 78', () => {
    plantProgram('dist/cli/main.js');
    const { status, stdout, stderr } = run({ old: true, args: ['poll'] });
    expect(stderr).toContain('needs Node 22.22 or newer, this is 20.20.2');
    expect(stderr).toContain('install Node 22.22');
    expect([status, stdout]).toEqual([78, '']);
  });

  test('a fresh checkout says what to run and exits 78', () => {
    plantProgram('src/cli/main.ts');
    const { status, stderr } = run({ old: true, args: ['poll', '--once'] });
    expect(stderr).toContain('npm ci && npm run handoff -- poll --once');
    expect(status).toBe(78);
  });

  test('a checkout after npm ci runs under the Node that came with it', () => {
    plantProgram('src/cli/main.ts');
    plantNode();
    const { status, stdout } = run({ old: true, args: ['poll', '--once'] });
    expect(stdout).toContain(`${process.versions.node} poll --once`);
    expect(status).toBe(3);
  });

  test('a signal reaches the program, and its exit code comes back', async () => {
    const { wrapper } = await startWaiting();
    wrapper.kill('SIGTERM');
    expect(await once(wrapper, 'exit')).toEqual([5, null]);
  });

  test('the program does not outlive a killed wrapper', async () => {
    const { wrapper, programPid } = await startWaiting();
    wrapper.kill('SIGKILL');
    await expect.poll(() => isAlive(programPid), { timeout: 10_000 }).toBe(false);
  });
});

async function startWaiting(): Promise<{ wrapper: ChildProcess; programPid: number }> {
  plantProgram('src/cli/main.ts');
  plantNode();
  const wrapper = spawn(process.execPath, ['--require', join(place, 'old-node.cjs'), program, 'wait'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(wrapper.stdout, 'data')) as [Buffer];
  return { wrapper, programPid: Number.parseInt(line.toString(), 10) };
}

function isAlive(pid: number): boolean {
  return spawnSync('kill', ['-0', String(pid)]).status === 0;
}
