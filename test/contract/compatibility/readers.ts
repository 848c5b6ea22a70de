import { Ajv2020 } from 'ajv/dist/2020.js';
import { deriveReader, type Schema } from '../../../src/contract/derive-reader.ts';
import type { ReaderOf } from '../../../src/contract/compatibility/diff-schemas.ts';
import { formats } from '../../../src/contract/formats.ts';
import { boundaryInstances } from './boundary-instances.ts';

type Accepts = (document: unknown) => boolean;

function accepting(schema: Schema): Accepts {
  const ajv = new Ajv2020({ strict: false, ownProperties: true, validateFormats: true, formats });
  const { $id: _, ...nameless } = schema;
  const validate = ajv.compile(nameless);
  return (document) => validate(document);
}

export interface Crossing {
  /** Made by the older writer, refused by the newer reader. */
  readonly oldRefused: readonly unknown[];
  /** Made by the newer writer, refused by the older reader. */
  readonly newRefused: readonly unknown[];
  /** What one writer may make and the other may not. */
  readonly onlyOne: readonly unknown[];
  readonly made: number;
}

/** What really happens when documents of either revision meet the reader of the other one. */
export function cross(
  older: Schema,
  newer: Schema,
  readerOf: ReaderOf = deriveReader,
  more: readonly unknown[] = [],
): Crossing {
  const documents = [...boundaryInstances(older, newer), ...more];
  const writes = { older: accepting(older), newer: accepting(newer) };
  const reads = { older: accepting(readerOf(older)), newer: accepting(readerOf(newer)) };
  const byOlder = documents.filter(writes.older);
  const byNewer = documents.filter(writes.newer);
  return {
    oldRefused: byOlder.filter((document) => !reads.newer(document)),
    newRefused: byNewer.filter((document) => !reads.older(document)),
    onlyOne: documents.filter((document) => writes.older(document) !== writes.newer(document)),
    made: byOlder.length + byNewer.length,
  };
}

/** A schema with a condition. Read from text, because an object with such a member passes for a promise. */
export function conditional(condition: Schema, consequence: Schema): Schema {
  return JSON.parse(`{"if":${JSON.stringify(condition)},"then":${JSON.stringify(consequence)}}`) as Schema;
}
