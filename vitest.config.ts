import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const ALL = 'test/**/*.test.ts';

/** Tests that talk to the S3 server: all of e2e, and whoever imports what hands it out. The others start at once. */
const withServer = globSync(ALL).filter(
  (path) => path.startsWith('test/e2e/') || /support\/gateway[.]ts'/.test(readFileSync(path, 'utf8')),
);

/** A file for the counts as JSON, beside what people read: `.ci/run` asks for it. */
const { HANDOFF_TEST_RESULTS: results } = process.env;

export default defineConfig({
  test: {
    pool: 'forks',
    // Tests start processes of their own; more workers than this only wait for each other's disk.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    setupFiles: ['test/support/temporary-folders.ts'],
    allowOnly: false,
    passWithNoTests: false,
    reporters: results === undefined ? ['default'] : ['default', ['json', { outputFile: results }]],
    projects: [
      { extends: true, test: { name: 'plain', include: [ALL], exclude: withServer } },
      { extends: true, test: { name: 's3', include: withServer, globalSetup: ['test/support/global-setup.ts'] } },
    ],
  },
});
