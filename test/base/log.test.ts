import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { silentLog } from '../../src/base/log.ts';

/** What a process prints that logs once at each level. */
function logAll(level: string): { stdout: string; lines: Record<string, unknown>[] } {
  const program = fileURLToPath(new URL('./log-program.ts', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, level], { encoding: 'utf8' });
  expect(status).toBe(0);
  const lines = stderr.split('\n').filter((line) => line !== '');
  return { stdout, lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

test('a log entry is one JSON line on stderr with its fields, level, time and message; stdout stays free', () => {
  const { stdout, lines } = logAll('info');
  expect(stdout).toBe('');
  expect(lines).toHaveLength(3);
  expect(Object.keys(lines[0]!).sort()).toEqual(['key', 'level', 'msg', 'time']);
  expect(lines[0]).toMatchObject({ key: 'exports/a.json', msg: 'said as info\nin two lines' });
  expect(String(lines[0]!['time'])).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.]\d{3}Z$/);
});

test.each([
  ['debug', 4],
  ['info', 3],
  ['warn', 2],
  ['error', 1],
  ['silent', 0],
])('the level %s lets %d of the four levels through', (level, count) => {
  expect(logAll(level).lines).toHaveLength(count);
});

test('the silent log takes everything', () => {
  for (const level of ['debug', 'info', 'warn', 'error'] as const) expect(silentLog[level]({}, 'x')).toBeUndefined();
});
