import { AppError } from '../../base/errors.ts';
import type { Problem } from '../../base/reasons.ts';
import {
  checkBatchBytes,
  type AnyContract,
  type ObjectContract,
  objectContracts,
  publishedSchema,
  type Release,
} from '../../contract/index.ts';
import { type Command, EXIT } from '../command.ts';
import { formatTable, type Output } from '../output.ts';
import { readInputFile } from '../read-input.ts';
import { readSettings } from '../settings.ts';

/** A file is checked in memory, as one document; larger ones are for the exporter, which reads a stream. */
const LIMIT = {
  verb: 'validate',
  maxBytes: 256 * 1024 * 1024,
  tooLarge: 'check it with "handoff export --dry-run", which reads it as a stream',
};

export async function contractList(command: Command): Promise<number> {
  const { contracts } = await readSettings('consumer', command.flags, command.environment);
  const { output } = command;
  const batches = contracts.map(describe);
  const objects = objectContracts().map(describeObject);
  output.document({ contracts: batches, objects });
  const rows = [
    ...batches.map((row) => [...columnsOf(row), `${row.source} → ${row.targets.join(', ')}`]),
    ...objects.map((row) => [...columnsOf(row), row.parties]),
  ];
  for (const line of formatTable([['contract', 'versions', 'prefix', 'who hands it to whom'], ...rows]))
    output.line(line);
  return EXIT.ok;
}

function columnsOf({
  contract,
  versions,
  prefix,
}: Pick<ReturnType<typeof describe>, 'contract' | 'versions' | 'prefix'>) {
  return [contract, versions.map((each) => `${each.schema_version} (${each.version})`).join(', '), prefix];
}

export async function contractShow(command: Command, name: string): Promise<number> {
  const { contracts } = await readSettings('consumer', command.flags, command.environment);
  const { output } = command;
  const [wanted = '', version] = name.split('@');
  const object = objectContracts().find((each) => each.name === name);
  if (object !== undefined) return showObject(output, object);
  const contract = contracts.find((each) => each.name === wanted);
  const shown =
    version === undefined ? contract?.revisions.at(-1) : contract?.revisions.find((each) => each.version === version);
  if (contract === undefined || shown === undefined) {
    throw new AppError('usage', `show the contract ${name}: this build does not know it`, {
      hint: 'list the known ones with "handoff contract ls"',
    });
  }
  const schema = publishedSchema(contract, shown);
  output.document({ ...describe(contract), schema });
  printContract(output, contract, shown, schema);
  return EXIT.ok;
}

function showObject(output: Output, contract: ObjectContract): number {
  const newest = contract.revisions.at(-1);
  if (newest === undefined) throw new AppError('internal', `show ${contract.name}: it has no revision`);
  const schema = publishedSchema(contract, newest);
  const { parties, prefix } = describeObject(contract);
  output.document({ ...describeObject(contract), schema });
  output.line(`${output.bold(contract.name)} ${newest.version}, in documents "${newest.schemaVersion}"`);
  output.line(`${parties}, under ${prefix}`);
  output.line();
  output.line(JSON.stringify(schema, null, 2));
  return EXIT.ok;
}

/** Judges one file as its producer must make it. Its name may be any: that it is the batch id matters in an inbox. */
export async function contractValidate(command: Command, path: string): Promise<number> {
  const { output } = command;
  const report = checkBatchBytes(readInputFile(path, LIMIT), { side: 'producer' });
  output.document(report);
  const what =
    report.contract === null ? 'no contract that is known here' : `${report.contract} ${report.version ?? ''}`;
  if (report.ok) output.line(`${path}: ${output.good('valid')}, ${what}`);
  else output.line(`${path}: ${output.bad(`refused, ${report.problems[0]?.code ?? ''}`)}, ${what.trimEnd()}`);
  for (const problem of report.problems) output.line(`  ${describeProblem(problem)}`);
  return report.ok ? EXIT.ok : EXIT.refused;
}

function describe(contract: AnyContract) {
  const { name, revisions, prefix, source, targets, receipts, lifecycle = [] } = contract;
  return {
    lifecycle,
    contract: name,
    versions: versionsOf(revisions),
    prefix: `exports/${prefix}/`,
    source,
    targets,
    receipts,
  };
}

function describeObject({ name, revisions, folder, parties }: ObjectContract) {
  return { contract: name, versions: versionsOf(revisions), prefix: `${folder}/`, parties };
}

function versionsOf(revisions: ObjectContract['revisions']) {
  return revisions.map(({ version, schemaVersion }) => ({ version, schema_version: schemaVersion }));
}

function printContract(output: Output, contract: AnyContract, revision: Release, schema: object): void {
  output.line(`${output.bold(contract.name)} ${revision.version}, in documents "${revision.schemaVersion}"`);
  output.line(`${contract.source} → ${contract.targets.join(', ')}, under exports/${contract.prefix}/`);
  for (const { major, status, since, sunset } of contract.lifecycle ?? [])
    output.line(
      `major ${major} is ${status} since ${since}${sunset === undefined ? '' : `, to be retired on ${sunset}`}`,
    );
  output.line(contract.receipts ? 'answered under receipts/, see handoff-receipt' : 'not answered');
  if (contract.form === 'envelope' && contract.uniqueField !== undefined)
    output.line(`one ${contract.uniqueField.name} stands once in a batch`);
  output.line();
  output.line(JSON.stringify(schema, null, 2));
}

function describeProblem({ code, pointer, rule }: Problem): string {
  return `${code} at ${pointer === '' ? '(document)' : pointer}: ${rule}`;
}
