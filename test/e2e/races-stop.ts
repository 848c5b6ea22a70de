/**
 * Loaded by `--import` before the levers' own preload: a process stops itself (SIGSTOP) at a point that the levers
 * record, and goes on from exactly there when it is woken. The levers write each moment with
 * `appendFileSync`: a line, its names between tabs.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';

interface Stop {
  readonly record: string;
  readonly point: string;
  /** From 1. */
  readonly nth: number;
}

const { record, point, nth } = JSON.parse(process.env['HANDOFF_TEST_STOP'] ?? '{}') as Stop;

if (isMainThread) {
  const append = fs.appendFileSync;
  let reached = 0;
  Object.assign(fs, {
    appendFileSync: (...parameters: Parameters<typeof append>): void => {
      append(...parameters);
      if (parameters[0] !== record) return;
      for (const name of String(parameters[1]).trimEnd().split('\t')) {
        if (name !== point) continue;
        reached += 1;
        if (reached === nth) process.kill(process.pid, 'SIGSTOP');
      }
    },
  });
  syncBuiltinESMExports();
}
