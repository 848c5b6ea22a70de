import { readFileSync } from 'node:fs';
import { AppError, messageOf } from '../../base/errors.ts';
import { diffSchemas, type ReaderOf, releasedContracts, releasedSchema, type Schema } from '../../contract/index.ts';
import { type Command, EXIT } from '../command.ts';
import { formatTable } from '../output.ts';

/** A schema that was named on the command line, and how its consumers read where it is known. */
interface Named {
  readonly schema: Schema;
  readonly contract: string | undefined;
  readonly readerOf: ReaderOf | undefined;
}

/** What changed from one release to another, and how large a step of the version it asks for. */
export async function contractDiff(command: Command, older: string, newer: string): Promise<number> {
  const { output } = command;
  const [from, to] = [readNamed(older), readNamed(newer)];
  const readerOf = from.contract === to.contract ? from.readerOf : undefined;
  const { verdict, changes } = diffSchemas(from.schema, to.schema, readerOf);
  output.document({ verdict, changes });
  const shown = verdict === 'major' ? output.bad(verdict) : output.good(verdict);
  output.line(`${older} → ${newer}: ${changes.length === 0 ? 'nothing changed' : `asks for a ${shown} version`}`);
  const rows = changes.map((change) => [change.verdict, change.pointer, change.change]);
  for (const line of formatTable(rows)) output.line(`  ${line}`);
  return EXIT.ok;
}

/** `<contract>@<version>`, or the path of a JSON Schema. */
function readNamed(name: string): Named {
  const [contract = '', version = ''] = name.split('@');
  const released = releasedContracts().find((one) => one.name === contract);
  if (released === undefined) return { schema: readSchemaFile(name), contract: undefined, readerOf: undefined };
  if (released.versions.includes(version)) {
    return { schema: releasedSchema(contract, version), contract, readerOf: released.readerOf };
  }
  throw new AppError('usage', `compare ${name}: ${contract} has no such version`, {
    hint: `name one of ${released.versions.map((one) => `${contract}@${one}`).join(', ')}`,
  });
}

function readSchemaFile(path: string): Schema {
  const hint = 'name a released version like lead-card-batch@1.0.0, or a JSON Schema file';
  try {
    const document: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof document === 'object' && document !== null && !Array.isArray(document)) return document as Schema;
  } catch (cause) {
    throw new AppError('usage', `compare ${path}: ${messageOf(cause)}`, { hint, cause });
  }
  throw new AppError('usage', `compare ${path}: it is no JSON object`, { hint });
}
