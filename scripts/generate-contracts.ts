import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { compile } from 'json-schema-to-typescript';
import { format } from 'prettier';
import { deriveReader, headerSchema, isFlat, recordSchema } from '../src/contract/derive-reader.ts';
import type { Schema } from '../src/contract/derive-reader.ts';
import { compileValidators } from './compile-validators.ts';

/**
 * Makes the committed code of every contract revision from its `schema.json`:
 *
 *   node scripts/generate-contracts.ts           writes it
 *   node scripts/generate-contracts.ts --check   exits 1 where the committed code is another one
 */
interface RevisionSource {
  /** Folder under `src/contract/`. */
  readonly folder: string;
  /** The array that is read and checked record by record; none in a contract of small objects, which are checked whole. */
  readonly recordsField?: string;
}

export const REVISIONS: readonly RevisionSource[] = [
  { folder: 'lead-card-batch/1.0.0', recordsField: 'records' },
  { folder: 'lead-card-batch/1.1.0', recordsField: 'records' },
  { folder: 'handoff-receipt/1.0.0' },
  { folder: 'execution-handoff-context/1.0.0' },
  { folder: 'outreach-target-batch/1.0.0', recordsField: 'records' },
  { folder: 'engagement-signal-batch/1.0.0', recordsField: 'records' },
];

const CONTRACTS = new URL('../src/contract/', import.meta.url);
const BANNER = '// Made by scripts/generate-contracts.ts from schema.json. Change that one and run the script.';
const UNCHECKED = `/* oxlint-disable */\n// @ts-nocheck\n${BANNER}`;

/** File name to text, formatted as committed. */
export async function generateRevision({ folder, recordsField }: RevisionSource): Promise<Map<string, string>> {
  const schemaUrl = new URL(`${folder}/schema.json`, CONTRACTS);
  const schema = JSON.parse(await readFile(schemaUrl, 'utf8')) as Schema;
  const up = '../'.repeat(folder.split('/').length);
  const types = { 'types.generated.ts': await typesOf(schema) };
  const sources =
    recordsField === undefined
      ? { ...types, 'validators.generated.ts': wholeValidatorsOf(schema, up) }
      : {
          ...types,
          'validators.generated.ts': validatorsOf(schema, recordsField, up),
          ...(isFlat(recordSchema(schema, recordsField)) ? flatSourcesOf(schema, recordsField, up) : {}),
        };
  const formatted = new Map<string, string>();
  for (const [name, text] of Object.entries(sources)) {
    formatted.set(
      `${folder}/${name}`,
      await format(text, { parser: 'typescript', printWidth: 120, singleQuote: true }),
    );
  }
  return formatted;
}

/** What only records without inner parts have: columns of a flat table, and a check that few of them need more than. */
function flatSourcesOf(schema: Schema, recordsField: string, up: string): Record<string, string> {
  return {
    'schema.generated.ts': `${BANNER}\nexport const schema = ${JSON.stringify(schema)} as const;`,
    'quick.generated.ts': quickValidatorOf(schema, recordsField, up),
  };
}

function typesOf(schema: Schema): Promise<string> {
  // A list of at most twenty would become a union of twenty-one tuples.
  const options = { bannerComment: BANNER, format: false, ignoreMinAndMaxItems: true };
  return compile(structuredClone(schema), 'Document', options);
}

function wholeValidatorsOf(schema: Schema, up: string): string {
  const schemas = { closedDocument: schema, openDocument: deriveReader(schema) };
  return `${UNCHECKED}\n${imports(up)}\n${compileValidators(schemas, { allErrors: true, ownProperties: true })}`;
}

function validatorsOf(schema: Schema, recordsField: string, up: string): string {
  const header = headerSchema(schema, recordsField);
  const record = recordSchema(schema, recordsField);
  const schemas = {
    closedHeader: header,
    openHeader: deriveReader(header),
    closedRecord: record,
    openRecord: deriveReader(record),
  };
  return `${UNCHECKED}\n${imports(up)}\n${compileValidators(schemas, { allErrors: true, ownProperties: true })}`;
}

/** For records whose prototype is plain: there a field that is not undefined is the record's own, given these names. */
function quickValidatorOf(schema: Schema, recordsField: string, up: string): string {
  const record = recordSchema(schema, recordsField);
  const inherited = Object.keys(record['properties'] as object).filter((name) => name in Object.prototype);
  if (inherited.length > 0) throw new Error(`no quick validator for fields that every object has: ${inherited.join()}`);
  const schemas = { isOpenRecord: deriveReader(record) };
  return `${UNCHECKED}\n${imports(up)}\n${compileValidators(schemas, { allErrors: false, ownProperties: false })}`;
}

function imports(up: string): string {
  return [
    `import { formats, isLongerThan, isShorterThan } from '${up}formats.ts';`,
    `import type { Validator } from '${up}validator.ts';`,
  ].join('\n');
}

async function main(check: boolean): Promise<number> {
  const drifted: string[] = [];
  for (const revision of REVISIONS) {
    for (const [name, text] of await generateRevision(revision)) {
      const url = new URL(name, CONTRACTS);
      const committed = existsSync(url) ? await readFile(url, 'utf8') : undefined;
      if (committed === text) continue;
      drifted.push(fileURLToPath(url));
      if (!check) await writeFile(url, text);
    }
  }
  for (const path of drifted) process.stdout.write(`${check ? 'differs from its schema' : 'written'}: ${path}\n`);
  return check && drifted.length > 0 ? 1 : 0;
}

if (import.meta.main) process.exitCode = await main(process.argv.includes('--check'));
