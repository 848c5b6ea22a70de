import type { Command as Commander } from 'commander';
import type { On } from './command.ts';
import type { AcceptFlags } from './commands/contract-accept.ts';
import type { ScanFlags } from './commands/contract-scan.ts';

/** What can be asked of contracts, and said about them. */
export function addContracts(program: Commander, on: On, addHiddenFlags: (group: Commander) => void): void {
  const contract = program.command('contract').description('contracts and their versions');
  addHiddenFlags(contract);
  on(contract.command('ls').description('list them'), async (command) =>
    (await import('./commands/contract.ts')).contractList(command),
  );
  on(contract.command('show <name>').description('print its schema and where it travels'), async (command, name) =>
    (await import('./commands/contract.ts')).contractShow(command, name),
  );
  on(
    contract.command('validate <file>').description('check one batch file as a producer must make it'),
    async (command, file) => (await import('./commands/contract.ts')).contractValidate(command, file),
  );
  on<ScanFlags>(
    contract
      .command('scan <file>')
      .description('look for what the words of a context must not say')
      .option('--explain', 'say of each finding why it is one, and what would be none'),
    async (command, file) => (await import('./commands/contract-scan.ts')).contractScan(command, file),
  );
  addVersions(contract, on);
}

function addVersions(contract: Commander, on: On): void {
  on(
    contract
      .command('diff <older> <newer>')
      .description('what changed, and how large a step it is: <contract>@<version>, or schema files'),
    async (command, older, rest) =>
      (await import('./commands/contract-diff.ts')).contractDiff(command, older, rest[0] ?? ''),
  );
  on(
    contract.command('check').description('check every release: schema, examples, lock and compatibility'),
    async (command) => (await import('./commands/contract-check.ts')).contractCheck(command),
  );
  on<AcceptFlags>(
    contract
      .command('accept <contract>')
      .description('tell the producer which versions this system takes, once it has read their examples')
      .requiredOption('--range <range>', 'the versions: ^1, ^1.1.0')
      .option('--dry-run', 'read the examples, tell nobody'),
    async (command, name) => (await import('./commands/contract-accept.ts')).contractAccept(command, name),
  );
}
