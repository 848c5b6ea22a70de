import { expect, test } from 'vitest';
import { summarise } from '../../scripts/ci-summary.ts';
import type { Report } from '../../scripts/ci-summary.ts';

const CLEAN: Report = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 0, testResults: [] };

test('a clean run counts what passed', () => {
  expect(summarise(CLEAN, 0)).toEqual({ passed: 7, failed: 0, skipped: 0 });
});

test('failed tests are counted', () => {
  expect(summarise({ ...CLEAN, numFailedTests: 2 }, 1)).toMatchObject({ passed: 7, failed: 2 });
});

test('a check that stops the run before the tests is a failure', () => {
  expect(summarise(undefined, 1)).toMatchObject({ passed: 0, failed: 1 });
});

test('a run without a single test is a failure, whatever its exit code', () => {
  expect(summarise({ ...CLEAN, numPassedTests: 0 }, 0)).toMatchObject({ passed: 0, failed: 1 });
});

test('a file that could not be loaded is a failure', () => {
  const testResults = [{ status: 'failed', assertionResults: [] }];
  expect(summarise({ ...CLEAN, testResults }, 1)).toMatchObject({ passed: 7, failed: 1 });
});

test('an exit code that no test explains is a failure', () => {
  expect(summarise(CLEAN, 1)).toMatchObject({ passed: 7, failed: 1 });
});
