import { Argument, type Command as Commander, InvalidArgumentError, Option } from 'commander';
import type { On } from '../command.ts';
import type { MailboxFlags } from './mailbox.ts';
import type { RunFlags } from './run.ts';
import type { SendsFlags } from './sends.ts';

const DRY_RUN = 'check everything, write nothing';
const STATES = ['scheduled', 'claimed', 'submitting', 'sent', 'uncertain', 'failed', 'cancelled', 'skipped'];

/** The worker that sends, its mailboxes, and the ledger of sends. */
export function addSends(outreach: Commander, on: On, addHiddenFlags: (group: Commander) => void): void {
  on<RunFlags>(
    outreach
      .command('run')
      .description('send what is due, read the inboxes, and move what time moves, until a signal')
      .option('--once', 'all that is due now, then stop')
      .option('--worker <name>', 'one name never runs twice at once (default: "default")')
      .option('--concurrency <n>', 'mails under way at the same time (default: 8)', atMost(256))
      .option('--serve', 'serve the public routes in the same process')
      .option('--listen <host:port>', 'where to serve (default: HANDOFF_LISTEN, else 127.0.0.1:8080)')
      .option('--dry-run', 'only say what is due, send nothing'),
    async (command) => (await import('./run.ts')).outreachRun(command),
  );
  addLedger(outreach, on);
  addMailboxes(outreach, on, addHiddenFlags);
}

function addLedger(outreach: Commander, on: On): void {
  on<SendsFlags>(
    outreach
      .command('sends')
      .description('the ledger of mails; or decide about one of which nobody knows whether it arrived')
      .addArgument(new Argument('[action]', 'what to do').choices(['ls', 'resolve']).default('ls'))
      .argument('[send-id]', 'which one to resolve')
      .addOption(new Option('--state <state>', 'only those in one state').choices(STATES))
      .option('--campaign <id>', 'only those of one campaign')
      .option('--why <send-id>', 'the whole story of one send, and what it waits for')
      .option('--limit <n>', 'how many at most (default: 50)', atMost(10_000))
      .addOption(
        new Option('--as <outcome>', 'with resolve: what became of it, or send it once more').choices([
          'sent',
          'failed',
          'resend',
        ]),
      )
      .option('--by <name>', 'with resolve: who decided it; the audit log names them')
      .option('--dry-run', DRY_RUN),
    async (command, action, rest) => (await import('./sends.ts')).outreachSends(command, action, rest[0]),
  );
}

function addMailboxes(outreach: Commander, on: On, addHiddenFlags: (group: Commander) => void): void {
  const mailbox = outreach.command('mailbox').description('the addresses that mail goes out from');
  addHiddenFlags(mailbox);
  on<MailboxFlags>(
    mailbox
      .command('add <address>')
      .description('add one, or give the one with this address other settings')
      .option('--smtp <ref>', 'where its mail goes out: a variable with the URL (default: env:HANDOFF_SMTP)')
      .option(
        '--imap <ref>',
        'where its inbox is read: a variable with the URL (default: env:HANDOFF_IMAP where it is set)',
      )
      .option('--daily <n>', 'mails in one day at most (default: 50)', atMost(1_000_000))
      .option('--hourly <n>', 'mails in one hour at most (default: 10)', atMost(1_000_000))
      .option('--gap <seconds>', 'between two mails at least (default: 60)', atMost(86_400, 0))
      .option('--jitter <seconds>', 'and at random so much more (default: 60)', atMost(86_400, 0))
      .option('--timezone <zone>', 'in which its days and hours are counted (default: as configured)')
      .option('--name <name>', 'the name beside the address')
      .option('--by <name>', 'who adds it; the audit log names them')
      .option('--dry-run', DRY_RUN),
    async (command, address) => (await import('./mailbox.ts')).mailboxAdd(command, address),
  );
  on<MailboxFlags>(
    mailbox.command('ls').description('list them, with what they sent and how they are'),
    async (command) => (await import('./mailbox.ts')).mailboxList(command),
  );
  for (const [action, description] of [
    ['enable', 'let it send again; closes its breaker too'],
    ['disable', 'send nothing more from it; what waits for it waits'],
  ] as const) {
    on<MailboxFlags>(
      mailbox
        .command(`${action} <address>`)
        .description(description)
        .option('--by <name>', 'who decides it; the audit log names them')
        .option('--dry-run', DRY_RUN),
      async (command, address) => (await import('./mailbox.ts')).mailboxSwitch(command, address, action),
    );
  }
}

function atMost(limit: number, least = 1): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d{1,9}$/.test(text) && number >= least && number <= limit) return number;
    throw new InvalidArgumentError(`give a whole number from ${least} to ${limit}`);
  };
}
