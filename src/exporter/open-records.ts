import type { Queries } from '../database/port.ts';
import { projectionTo } from './choose-revision.ts';
import type { RecordsInput } from './context.ts';
import { gateEnrichment } from './enrichment-gate.ts';
import type { InputRecord, RecordGroup } from './input-record.ts';
import { readArray } from './read-array.ts';
import { readCsv } from './read-csv.ts';
import { readNdjson } from './read-ndjson.ts';

/** The records of an input from its first one on, with what is attached to their leads here, without what the revision that they go out in does not know yet. */
export function openRecords(database: Queries, input: RecordsInput): AsyncIterable<RecordGroup> {
  const { contract, revision, onProjected } = input.frame;
  const project = projectionTo(contract, revision);
  const records = gateEnrichment(database, readRecords(input));
  return project === undefined ? records : projectAll(records, project, onProjected);
}

function readRecords({ file, format, frame }: RecordsInput): AsyncIterable<RecordGroup> {
  if (format === 'array') return readArray(file);
  if (format === 'ndjson') return readNdjson(file);
  return readCsv(file, frame.contract, frame.revision);
}

async function* projectAll(
  groups: AsyncIterable<RecordGroup>,
  project: (record: unknown) => unknown,
  onProjected: (() => void) | undefined,
): AsyncIterable<RecordGroup> {
  const projected = (record: InputRecord): InputRecord => {
    const value = record.problems.length > 0 ? record.value : project(record.value);
    if (value === record.value) return record;
    onProjected?.();
    return { ...record, value, isChanged: true };
  };
  for await (const { records, bytesRead } of groups) yield { records: records.map(projected), bytesRead };
}
