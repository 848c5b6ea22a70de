import type { TestProject } from 'vitest/node';
import { type MailServer, startMailServer, stopMailServer } from '../../scripts/mail-server/mail-server.ts';

/** The mail server of this run, for all test files. */
export interface TestMailServer {
  readonly smtpPort: number;
  readonly imapPort: number;
  /** Of every mailbox. */
  readonly password: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    mail: TestMailServer;
  }
}

let started: MailServer | undefined;

/** One real mail server for the whole run: the one that "mail-server.ts run" started, or one of our own. */
export async function setup(project: TestProject): Promise<void> {
  const given = process.env['HANDOFF_TEST_MAIL'];
  const server = given === undefined || given === '' ? (started = await startMailServer()) : parse(given);
  const { smtpPort, imapPort, password } = server;
  project.provide('mail', { smtpPort, imapPort, password });
}

export async function teardown(): Promise<void> {
  if (started !== undefined) await stopMailServer(started);
}

function parse(text: string): TestMailServer {
  return JSON.parse(text) as TestMailServer;
}
