import { Argument, Command as Commander, InvalidArgumentError, Option } from 'commander';
import type { On, Run } from './command.ts';
import type { Shell } from './commands/completion.ts';
import { addContracts } from './contract-commands.ts';
import { addEnrichment } from './enrichment-commands.ts';
import { addOutreach } from './outreach-commands.ts';
import { openOutput } from './output.ts';
import type { CommonFlags, Environment } from './settings.ts';

export interface Surroundings {
  readonly version: string;
  readonly signal: AbortSignal;
  readonly environment: Environment;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: { readonly isTTY?: boolean };
}

/** Parses the command line and runs the one command that it names. Modules are loaded by the command that needs them. */
export async function runProgram(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const state = { exitCode: 0 };
  const program = buildProgram(surroundings, state);
  await program.parseAsync([...argv], { from: 'user' });
  return state.exitCode;
}

/** The whole command line as data; completion and the documentation are made from it too. */
export function buildProgram(surroundings: Surroundings, state: { exitCode: number }): Commander {
  const program = new Commander('handoff')
    .description('Hand batches from one system to another, exactly once, with an audit log on both sides.')
    .version(surroundings.version)
    .exitOverride()
    .showHelpAfterError('(see "handoff --help")')
    .addHelpText(
      'after',
      '\nEvery command takes --system, --store, --database, --config, --json, --quiet, --verbose and --no-color.',
    );
  addHiddenFlags(program);
  const on = <Flags extends CommonFlags>(command: Commander, run: Run<Flags>): void => {
    withCommonFlags(command, surroundings.version).action(async (...args: unknown[]) => {
      // Commander gives the positional arguments, then the flags, then the command itself.
      const [first, ...rest] = args.slice(0, -2);
      const flags = flagsOf<Flags>(command);
      const output = openOutput(flags, surroundings.environment, surroundings.stdout);
      const { environment, signal, stdin } = surroundings;
      const list = Array.isArray(first) ? (first as string[]) : rest.map(String);
      state.exitCode = await run(
        { flags, environment, output, signal, stdin },
        typeof first === 'string' ? first : '',
        list,
      );
    });
  };
  addProducer(program, on);
  addAnswers(program, on);
  addEnrichment(program, on, addHiddenFlags);
  addConsumer(program, on);
  addRecovery(program, on);
  addEvidence(program, on);
  addOutreach(program, on, addHiddenFlags);
  addSetUp(program, on);
  return program;
}

/** Every command takes them, and so does whatever stands before it: `handoff --json status` is the same command. */
function commonOptions(): Option[] {
  return [
    new Option('--system <name>', 'the system that runs the command'),
    new Option('--store <url>', 'file:<path> or s3://bucket/prefix?endpoint=…&region=…'),
    new Option('--database <url>', 'sqlite:<path>'),
    new Option('--config <path>', 'configuration file (default: ./handoff.config.json)'),
    new Option('--json', 'print one JSON document and nothing else'),
    new Option('--quiet', 'print nothing but errors'),
    new Option('--verbose', 'log what happens, as JSON lines on stderr'),
    new Option('--no-color', 'print without colour'),
  ];
}

function withCommonFlags(command: Commander, version: string): Commander {
  for (const option of commonOptions()) command.addOption(option);
  return command.version(version);
}

/** Accepted, but listed only with the commands. */
function addHiddenFlags(command: Commander): void {
  for (const option of commonOptions()) command.addOption(option.hideHelp());
}

/** What was written on the line, the nearest to the command first; a default stands only where nothing was. */
function flagsOf<Flags extends CommonFlags>(command: Commander): Flags {
  const written: Record<string, unknown> = {};
  const defaults: Record<string, unknown> = {};
  for (let at: Commander | null = command; at !== null; at = at.parent) {
    for (const [name, value] of Object.entries(at.opts())) {
      const flags = at.getOptionValueSource(name) === 'default' ? defaults : written;
      if (!Object.hasOwn(flags, name)) flags[name] = value;
    }
  }
  const flags: object = { ...defaults, ...written };
  return flags as Flags;
}

function addProducer(program: Commander, on: On): void {
  const exporting = program
    .command('export <input...>')
    .description('read records, publish batches (JSON array, NDJSON, CSV, a whole envelope, or - for stdin)');
  on(
    withExportFlags(exporting).option('--again', 'export once more what was exported before'),
    async (command, _first, inputs) => (await import('./commands/export.ts')).exportBatches(command, inputs),
  );
  const dropping = program
    .command('drop <folder>')
    .description('watch a folder for batches and records dropped by hand, and publish them');
  on(withExportFlags(dropping).option('--once', 'take what is there and stop'), async (command, folder) =>
    (await import('./commands/drop.ts')).drop(command, folder),
  );
}

function withExportFlags(command: Commander): Commander {
  return command
    .option('--contract <name>', 'the contract to export under')
    .option('--target <system>', 'the system to address')
    .addOption(
      new Option('--via <transport>', 'how the batch travels').choices(['file', 'api', 'queue']).default('file'),
    )
    .option('--batch-size <n>', 'records in one batch', wholeNumber)
    .addOption(
      new Option('--on-bad-record <mode>', 'set bad records aside, or publish nothing of their input')
        .choices(['reject', 'stop'])
        .default('reject'),
    )
    .addOption(
      new Option('--on-too-large <mode>', 'refuse a context that is over its limits, or hand over less of it')
        .choices(['refuse', 'split', 'high-priority', 'summarise'])
        .default('refuse'),
    )
    .option('--dry-run', 'say what would be published, publish nothing');
}

function addAnswers(program: Commander, on: On): void {
  const reconciling = program
    .command('reconcile')
    .description('read the receipts of published batches, and name those that were sent and not taken')
    .option('--overdue <hours>', 'a batch that waits for longer is a concern (default: 24)', wholeNumber)
    .option('--dry-run', 'only say how it stands, record nothing');
  on(reconciling, async (command) => (await import('./commands/reconcile.ts')).reconcile(command));
}

function addRecovery(program: Commander, on: On): void {
  const replaying = program
    .command('replay [batch-id]')
    .description('put archived batches back into the inbox, to be judged anew')
    .option('--from-archive <range>', 'those archived on these days: 2026-01-11 or 2026-01-11..2026-01-13')
    .option('--dry-run', 'only say which');
  on(replaying, async (command, batchId) => (await import('./commands/replay.ts')).replay(command, batchId));
  const rebuilding = program
    .command('rebuild-ledger')
    .description('take into the ledger what the archive holds and the ledger lacks, after the database was lost')
    .addOption(new Option('--from <source>', 'where from').choices(['archive']).default('archive'))
    .option('--dry-run', 'only say what is missing');
  on(rebuilding, async (command) => (await import('./commands/rebuild-ledger.ts')).rebuildLedger(command));
  on(
    program
      .command('verify-archive')
      .description('read every archived batch again and compare it with its name, its metadata and the ledger'),
    async (command) => (await import('./commands/verify-archive.ts')).verifyArchive(command),
  );
}

function addConsumer(program: Commander, on: On): void {
  const polling = program
    .command('poll')
    .description('list, verify, ingest and archive what is in the inbox')
    .option('--once', 'one run (the default); for cron, safe to overlap')
    .option('--cron <expression>', 'run on a schedule until a signal')
    .option('--watch', 'run whenever a directory store changes, until a signal')
    .option('--limit <n>', 'files worked in one run at most', wholeNumber)
    .option('--worker <name>', 'one name never runs twice at once (default: "default")')
    .option('--no-breaker', 'go on although files are refused in a row')
    .option('--dry-run', 'the same as plan');
  on(polling, async (command) => (await import('./commands/poll.ts')).poll(command));
  on(program.command('status').description('what waits, and why'), async (command) =>
    (await import('./commands/status.ts')).status(command),
  );
  on(program.command('plan').description('what a poll would do now; writes nothing'), async (command) =>
    (await import('./commands/plan.ts')).plan(command),
  );
  on(
    program.command('explain <batch-id>').description('the life of one batch, from every audit log in reach'),
    async (command, batchId) => (await import('./commands/explain.ts')).explain(command, batchId),
  );
  const quarantine = program.command('quarantine').description('files that were refused');
  addHiddenFlags(quarantine);
  on(quarantine.command('ls').description('list them'), async (command) =>
    (await import('./commands/quarantine.ts')).quarantineList(command),
  );
  on(quarantine.command('show <id>').description('why one was refused'), async (command, id) =>
    (await import('./commands/quarantine.ts')).quarantineShow(command, id),
  );
  for (const [action, description] of [
    ['release', 'put one back into the inbox, to be judged anew'],
    ['discard', 'delete the bytes of one; its verdict stays'],
  ] as const) {
    on(
      quarantine.command(`${action} <id>`).description(description).option('--dry-run', 'only say what would be done'),
      async (command, id) => (await import('./commands/quarantine.ts')).quarantineResolve(command, id, action),
    );
  }
}

function addEvidence(program: Commander, on: On): void {
  const audit = program.command('audit').description('the audit log');
  addHiddenFlags(audit);
  on(
    audit
      .command('log')
      .description('print it; NDJSON with --json')
      .option('--batch <id>', 'only what concerns one batch'),
    async (command) => (await import('./commands/audit.ts')).auditLog(command),
  );
  addAuditProof(audit, on);
  addKeys(program, on);
  addContracts(program, on, addHiddenFlags);
}

function addAuditProof(audit: Commander, on: On): void {
  on(
    audit
      .command('verify')
      .description('recompute every hash, compare every checkpoint, and look for attempts without an end')
      .option('--anchors <path>', 'checkpoints that somebody else kept: a note, or a folder of notes'),
    async (command) => (await import('./commands/audit.ts')).auditVerify(command),
  );
  on(
    audit
      .command('checkpoint')
      .description('sign how long the log is and how it ends, and put that into the store')
      .option('--dry-run', 'only say whether there is anything to sign'),
    async (command) => (await import('./commands/audit.ts')).auditCheckpoint(command),
  );
  on(
    audit
      .command('export')
      .description('write the log and all checkpoints into a folder, for an auditor elsewhere')
      .option('--out <folder>', 'a new folder (default: ./handoff-data/audit-export/<system>-<entries>)'),
    async (command) => (await import('./commands/audit.ts')).auditExport(command),
  );
}

function addKeys(program: Commander, on: On): void {
  const keys = program.command('keys').description('the key that signs, and those that are trusted');
  addHiddenFlags(keys);
  on(
    keys
      .command('new')
      .description('make a key to sign with, and print its public half for the counterparties')
      .option('--out <file>', 'where the private key goes (default: ./handoff-data/<system>.key.json)')
      .option('--trust <file>', 'add its public half to this file of trusted keys')
      .option('--dry-run', 'only say what would be made'),
    async (command) => (await import('./commands/keys.ts')).keysNew(command),
  );
  on(
    keys.command('list').description('the own key, and the trusted ones').option('--trust <file>', TRUST_FILE),
    async (command) => (await import('./commands/keys.ts')).keysList(command),
  );
  for (const [action, description] of [
    ['retire', 'believe a key no longer for what is first seen from now on'],
    ['revoke', 'believe a key no longer at all'],
  ] as const) {
    on(
      keys
        .command(`${action} <kid>`)
        .description(description)
        .option('--trust <file>', TRUST_FILE)
        .option('--dry-run', 'only say what would be done'),
      async (command, kid) => (await import('./commands/keys.ts')).keysEnd(command, kid, action),
    );
  }
}

const TRUST_FILE = 'the file of trusted keys (default: HANDOFF_TRUST)';

function addSetUp(program: Commander, on: On): void {
  on(
    program
      .command('demo')
      .description('the whole road in a temporary folder, in seconds')
      .option('--keep', 'keep the folder'),
    async (command) => (await import('./commands/demo.ts')).demo(command),
  );
  const init = program
    .command('init')
    .description('write a configuration and make its folders')
    .option('--create-bucket', 'make the bucket or folder of the store')
    .option('--dry-run', 'only say what would be made');
  on(init, async (command) => (await import('./commands/init.ts')).init(command));
  on(program.command('doctor').description('probe store, database and clock, and say what to mend'), async (command) =>
    (await import('./commands/doctor.ts')).doctor(command),
  );
  const completing = program
    .command('completion')
    .description('print a completion script')
    .addArgument(new Argument('<shell>', 'the shell to complete in').choices(['bash', 'zsh', 'fish']));
  on(completing, async (command, shell) =>
    (await import('./commands/completion.ts')).completion(command, shell as Shell, program),
  );
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (/^\d{1,9}$/.test(text) && number > 0) return number;
  throw new InvalidArgumentError('give a whole number from 1 on');
}
