import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { expect } from 'vitest';
import { type Levers, leversEnvironment } from '../../support/levers/levers.ts';
import { type Ended, ownEnvironment } from '../place.ts';
import type { Point } from './points.ts';

const PROGRAM = fileURLToPath(new URL('../../../bin/handoff.js', import.meta.url));
/** A process that hangs is a finding; it must not take the whole run with it. */
const TIMEOUT_MS = 50_000;

/** A folder in which the command runs, and what names its store. Unlike a `Place`, it can be copied and lives on its own. */
export interface CrashPlace {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

export function emptyPlace(env: Readonly<Record<string, string>> = {}): CrashPlace {
  const folder = join(mkdtempSync(join(tmpdir(), 'crash-')), 'here');
  mkdirSync(folder);
  return { folder, env };
}

/** With times to the nanosecond, as a backup that is restored: the store has to know its own files again. */
export function copyOf(place: CrashPlace, env = place.env): CrashPlace {
  const folder = join(mkdtempSync(join(tmpdir(), 'crash-')), 'here');
  execFileSync('cp', ['-a', place.folder, folder]);
  return { folder, env };
}

/** Runs the real program in a process of its own to its end, whatever that is. */
export async function run(place: CrashPlace, args: readonly string[], levers?: Levers): Promise<Ended> {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: place.folder,
    env: { ...ownEnvironment(), ...place.env, ...(levers === undefined ? {} : leversEnvironment(levers)) },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: TIMEOUT_MS,
    killSignal: 'SIGABRT',
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { code, signal, stdout, stderr };
}

/** Runs it until it kills itself there. */
export async function runUntilKilled(place: CrashPlace, args: readonly string[], kill: Point): Promise<void> {
  const ended = await run(place, args, { kill });
  expect(ended.signal, `${kill.point} #${kill.nth} was not reached\n${ended.stderr}${ended.stdout}`).toBe('SIGKILL');
}

/** Asks a system's database; nothing where it was not made yet. */
export function query<T extends object>(place: CrashPlace, system: string, sql: string): T[] {
  const database = new Sqlite(databaseOf(place, system), { readonly: true });
  try {
    return database.prepare<[], T>(sql).all();
  } finally {
    database.close();
  }
}

export function databaseOf(place: CrashPlace, system: string): string {
  return join(place.folder, 'handoff-data', `${system}.db`);
}
