import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const ALL = 'test/**/*.test.ts';

/** Tests that talk to a server import what hands it out; e2e as a whole has the S3 server. The others start at once. */
const files = globSync(ALL).map((path) => ({ path, text: readFileSync(path, 'utf8') }));
const isS3 = ({ path, text }: { path: string; text: string }) =>
  path.startsWith('test/e2e/') || /support\/gateway[.]ts'/.test(text);
const isMail = ({ text }: { text: string }) => /support\/mail-server[.]ts'/.test(text);
const pathsOf = (some: readonly { path: string }[]) => some.map(({ path }) => path);
const withBoth = files.filter((file) => isS3(file) && isMail(file));
const withS3 = files.filter((file) => isS3(file) && !isMail(file));
const withMail = files.filter((file) => isMail(file) && !isS3(file));
const S3_SETUP = 'test/support/global-setup.ts';
const MAIL_SETUP = 'test/support/mail-setup.ts';

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
      {
        extends: true,
        test: { name: 'plain', include: [ALL], exclude: pathsOf([...withS3, ...withMail, ...withBoth]) },
      },
      { extends: true, test: { name: 's3', include: pathsOf(withS3), globalSetup: [S3_SETUP] } },
      { extends: true, test: { name: 'mail', include: pathsOf(withMail), globalSetup: [MAIL_SETUP] } },
      { extends: true, test: { name: 's3-mail', include: pathsOf(withBoth), globalSetup: [S3_SETUP, MAIL_SETUP] } },
    ],
  },
});
