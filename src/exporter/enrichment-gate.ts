import { isDeepStrictEqual } from 'node:util';
import type { Problem } from '../base/reasons.ts';
import { isObject, ownString } from '../contract/document.ts';
import type { Queries } from '../database/port.ts';
import { anyEnrichment, type KnownEnrichment, knownEnrichments } from './enrichment-table.ts';
import type { InputRecord, RecordGroup } from './input-record.ts';

/**
 * Holds cards to what is known here of their leads: a card that says another status than its lead has reached, or carries
 * another enrichment than was attached, is a bad record. One that says `ENRICHED` and carries none gets the attached one.
 * A lead of which nothing is known is believed; where none is known nothing is asked.
 */
export async function* gateEnrichment(
  database: Queries,
  groups: AsyncIterable<RecordGroup>,
): AsyncIterable<RecordGroup> {
  const asks = await anyEnrichment(database);
  for await (const group of groups) yield asks ? await gateGroup(database, group) : group;
}

/** What the gate has against cards whose bytes go out as they are: nothing can be filled in there. In the order of `values`. */
export async function enrichmentContradictions(
  database: Queries,
  values: readonly unknown[],
): Promise<readonly (readonly Problem[])[]> {
  const known = await knownOf(database, values);
  return values.map((value) => contradictionsOf(value, known.get(leadIdOf(value) ?? '')));
}

async function gateGroup(database: Queries, { records, bytesRead }: RecordGroup): Promise<RecordGroup> {
  const known = await knownOf(
    database,
    records.map(({ value }) => value),
  );
  return { records: known.size === 0 ? records : records.map((record) => gate(record, known)), bytesRead };
}

async function knownOf(database: Queries, values: readonly unknown[]): Promise<Map<string, KnownEnrichment>> {
  return knownEnrichments(
    database,
    values.map(leadIdOf).filter((id) => id !== undefined),
  );
}

function gate(record: InputRecord, known: ReadonlyMap<string, KnownEnrichment>): InputRecord {
  const { value, problems } = record;
  const lead = known.get(leadIdOf(value) ?? '');
  if (lead === undefined || problems.length > 0 || !isObject(value)) return record;
  const contradictions = contradictionsOf(value, lead);
  if (contradictions.length > 0) return { ...record, problems: contradictions };
  if (lead.enrichment === null || Object.hasOwn(value, 'enrichment')) return record;
  const enrichment: unknown = JSON.parse(lead.enrichment);
  return { ...record, value: { ...value, enrichment }, isChanged: true };
}

function contradictionsOf(value: unknown, lead: KnownEnrichment | undefined): readonly Problem[] {
  if (lead === undefined || !isObject(value)) return [];
  if (ownString(value, 'enrichment_status') !== lead.state) {
    return problem(
      '/enrichment_status',
      `must be ${lead.state}, which is what the enrichment of this lead has reached`,
    );
  }
  if (lead.enrichment === null || !Object.hasOwn(value, 'enrichment')) return [];
  const isTheAttached = isDeepStrictEqual(value['enrichment'], JSON.parse(lead.enrichment));
  return isTheAttached ? [] : problem('/enrichment', 'must be what was attached to this lead');
}

function problem(pointer: string, rule: string): Problem[] {
  return [{ code: 'SEMANTIC_INVALID', pointer, rule }];
}

function leadIdOf(value: unknown): string | undefined {
  return isObject(value) ? ownString(value, 'lead_id') : undefined;
}
