/**
 * The last line of `.ci/run`: how many tests passed and failed, from vitest's JSON report.
 *
 *   node scripts/ci-summary.ts <report.json> <exit code of npm test>
 *
 * Exits 1 where anything failed or nothing ran. Checks that stop `npm test` before the tests leave no report.
 */
import { existsSync, readFileSync } from 'node:fs';

export interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

export interface Summary {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** A file that could not be loaded, a check before the tests and a run without tests count as one failure each. */
export function summarise(report: Report | undefined, exitCode: number): Summary {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const failed = report.numFailedTests + broken.length;
  const isClean = exitCode === 0 && report.numPassedTests > 0;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && !isClean ? 1 : failed,
    skipped: report.numPendingTests,
  };
}

if (import.meta.main) {
  const [path = '', exitCode = '1'] = process.argv.slice(2);
  const report = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Report) : undefined;
  const { passed, failed, skipped } = summarise(report, Number(exitCode));
  if (skipped > 0) console.log(`${skipped} skipped`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
