import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { isDead, thisProcess } from '../../src/base/process-identity.ts';

const FOREVER = ['-e', 'setInterval(() => undefined, 1000)'];

function identityOf(pid: number, started = ''): ReturnType<typeof thisProcess> {
  return { ...thisProcess(), pid, started };
}

function statOf(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

test('this process is alive, by the same identity each time', () => {
  expect(thisProcess()).toEqual(thisProcess());
  expect(thisProcess().pid).toBe(process.pid);
  expect(isDead(thisProcess())).toBe(false);
});

test('a child is alive until it is killed', async () => {
  const child = spawn(process.execPath, FOREVER, { stdio: 'ignore' });
  await once(child, 'spawn');
  const identity = identityOf(child.pid!);
  expect(isDead(identity)).toBe(false);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(isDead(identity)).toBe(true);
});

test('a process of another machine, boot or namespace is never known to be dead', () => {
  expect(isDead({ ...identityOf(2 ** 22 + 1), host: 'another machine' })).toBe(false);
  expect(isDead(identityOf(2 ** 22 + 1))).toBe(true);
});

test('a process of another user is alive', () => {
  expect(isDead(identityOf(1))).toBe(false);
});

describe.runIf(existsSync('/proc/self/stat'))('on Linux', () => {
  test('a reused pid is told from the old process by its start', () => {
    const { started } = thisProcess();
    expect(Number(started)).toBeGreaterThan(0);
    expect(isDead(identityOf(process.pid, started))).toBe(false);
    expect(isDead(identityOf(process.pid, String(Number(started) - 1)))).toBe(true);
  });

  test('a pid whose start nobody wrote down is alive: it cannot be told', () => {
    expect(isDead(identityOf(process.pid, ''))).toBe(false);
  });

  test('a zombie is dead', async () => {
    // A shell that starts a child and then becomes another program, which never asks for the child's end.
    const parent = spawn('sh', ['-c', 'sleep 0.1 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const pid = Number(line.toString());
    while (statOf(pid)[0] !== 'Z') await sleep(20);
    expect(isDead(identityOf(pid))).toBe(true);
    parent.kill('SIGKILL');
    await once(parent, 'exit');
  });

  test('a program whose name holds spaces and parentheses does not confuse the reading', async () => {
    const name = `process.title = 'x) Z 1 (y'; ${FOREVER[1]}; console.log('named')`;
    const child = spawn(process.execPath, ['-e', name], { stdio: ['ignore', 'pipe', 'ignore'] });
    await once(child.stdout, 'data');
    expect(readFileSync(`/proc/${child.pid}/stat`, 'utf8')).toContain('x) Z 1 (y');
    expect(isDead(identityOf(child.pid!, statOf(child.pid!)[19]))).toBe(false);
    child.kill('SIGKILL');
    await once(child, 'exit');
  });
});
