import type { Problem } from '../base/reasons.ts';
import { isObject, ownString } from '../contract/document.ts';
import type { Queries } from '../database/port.ts';
import { anyEnrichment, enrichmentStates } from './enrichment-table.ts';
import type { InputRecord, RecordGroup } from './input-record.ts';

/**
 * Holds cards to what is known here of their leads: a card that says another status than its lead has reached is a bad
 * record. A lead of which nothing is known is believed; where none is known nothing is asked.
 */
export async function* gateEnrichment(
  database: Queries,
  groups: AsyncIterable<RecordGroup>,
): AsyncIterable<RecordGroup> {
  const asks = await anyEnrichment(database);
  for await (const group of groups) yield asks ? await gateGroup(database, group) : group;
}

async function gateGroup(database: Queries, { records, bytesRead }: RecordGroup): Promise<RecordGroup> {
  const leadIds = records.map(({ value }) => textOf(value, 'lead_id')).filter((id) => id !== undefined);
  const states = await enrichmentStates(database, leadIds);
  return { records: states.size === 0 ? records : records.map((record) => gate(record, states)), bytesRead };
}

function gate(record: InputRecord, states: ReadonlyMap<string, string>): InputRecord {
  const state = states.get(textOf(record.value, 'lead_id') ?? '');
  if (state === undefined || record.problems.length > 0 || textOf(record.value, 'enrichment_status') === state)
    return record;
  const rule = `must be ${state}, which is what the enrichment of this lead has reached`;
  const problem: Problem = { code: 'SEMANTIC_INVALID', pointer: '/enrichment_status', rule };
  return { ...record, problems: [problem] };
}

function textOf(value: unknown, name: string): string | undefined {
  return isObject(value) ? ownString(value, name) : undefined;
}
