import { readFileSync } from 'node:fs';
import type { CommanderError } from 'commander';
import { AppError, codeOf, ERRORS } from '../base/errors.ts';
import { describeError, writeOut } from './output.ts';
import { boundYoungGeneration } from './young-generation.ts';

/** A signal during work means: finish or roll back, release, go. Whoever does not manage is ended within the promised 10 s. */
const STOP_WITHIN_MS = 9_000;
const EXIT_USAGE = 2;

/** Runs one command line; the exit code. Never throws. */
export async function main(argv: readonly string[]): Promise<number> {
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    writeOut(`${version()}\n`);
    return 0;
  }
  boundYoungGeneration();
  const stop = new AbortController();
  const release = onSignals(stop);
  try {
    const { runProgram } = await import('./program.ts');
    return await runProgram(argv, {
      version: version(),
      signal: stop.signal,
      environment: process.env,
      stdin: process.stdin,
      stdout: process.stdout,
    });
  } catch (thrown) {
    return report(thrown, stop.signal);
  } finally {
    release();
  }
}

function onSignals(stop: AbortController): () => void {
  const onSignal = (): void => {
    stop.abort(new AppError('unavailable', 'go on: a signal asked to stop'));
    setTimeout(() => process.exit(ERRORS.unavailable.exit), STOP_WITHIN_MS).unref();
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  return () => {
    process.off('SIGTERM', onSignal);
    process.off('SIGINT', onSignal);
  };
}

function report(thrown: unknown, signal: AbortSignal): number {
  if (isCommanderError(thrown)) return thrown.exitCode === 0 ? 0 : EXIT_USAGE;
  if (signal.aborted && thrown === signal.reason) {
    writeOut('handoff: stopped by a signal; what was under way waits for the next run\n', 2);
    return ERRORS.unavailable.exit;
  }
  writeOut(describeError(thrown), 2);
  return thrown instanceof AppError ? ERRORS[codeOf(thrown)].exit : ERRORS.internal.exit;
}

/** Commander has printed its own message by then. */
function isCommanderError(thrown: unknown): thrown is CommanderError {
  return (
    thrown instanceof Error && 'exitCode' in thrown && 'code' in thrown && String(thrown.code).startsWith('commander.')
  );
}

function version(): string {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}
