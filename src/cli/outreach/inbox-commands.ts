import { type Command as Commander, InvalidArgumentError } from 'commander';
import type { On } from '../command.ts';
import type { InboxReadFlags } from './inbox.ts';
import type { SignalsFlags, SignalsListFlags } from './signals.ts';

const DRY_RUN = 'check everything, write nothing';

/** What comes back by mail, and the signals that go on to CL. */
export function addInbox(outreach: Commander, on: On, addHiddenFlags: (group: Commander) => void): void {
  const inbox = outreach.command('inbox').description('what comes back by mail');
  addHiddenFlags(inbox);
  on<InboxReadFlags>(
    inbox
      .command('read [address]')
      .description('look once into the inbox of one mailbox, or of all: answers, bounces, complaints')
      .option('--dry-run', DRY_RUN),
    async (command, address) => (await import('./inbox.ts')).inboxRead(command, address),
  );
  addSignals(outreach, on, addHiddenFlags);
}

function addSignals(outreach: Commander, on: On, addHiddenFlags: (group: Commander) => void): void {
  const signals = outreach.command('signals').description('what CL is told of');
  addHiddenFlags(signals);
  on<SignalsFlags>(
    signals
      .command('drain')
      .description('hand over to CL what waits, in batches of their contract')
      .option('--dry-run', DRY_RUN),
    async (command) => (await import('./signals.ts')).signalsDrain(command),
  );
  on<SignalsListFlags>(
    signals
      .command('ls')
      .description('the batches, the latest first, and how many signals wait')
      .option('--limit <n>', 'how many at most (default: 50)', wholeNumber),
    async (command) => (await import('./signals.ts')).signalsLs(command),
  );
  on<SignalsFlags>(
    signals
      .command('replay <batch-id>')
      .description('hand one batch over once more, as it was')
      .option('--dry-run', DRY_RUN),
    async (command, batchId) => (await import('./signals.ts')).signalsReplay(command, batchId),
  );
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (/^\d{1,6}$/.test(text) && number > 0) return number;
  throw new InvalidArgumentError('give a whole number from 1 on');
}
