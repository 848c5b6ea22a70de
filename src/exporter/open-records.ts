import type { RecordsInput } from './context.ts';
import type { RecordGroup } from './input-record.ts';
import { readArray } from './read-array.ts';
import { readCsv } from './read-csv.ts';
import { readNdjson } from './read-ndjson.ts';

/** The records of an input from its first one on. */
export function openRecords({ file, format, frame }: RecordsInput): AsyncIterable<RecordGroup> {
  if (format === 'array') return readArray(file);
  if (format === 'ndjson') return readNdjson(file);
  return readCsv(file, frame.contract, frame.revision);
}
