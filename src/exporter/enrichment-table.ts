import type { Queries, Transaction } from '../database/port.ts';
import { sqlList } from './outbox-states.ts';

/** How far a lead is enriched, in the words of its card. */
export const ENRICHMENT_STATES = ['NONE', 'REQUESTED', 'ENRICHED', 'FAILED'] as const;
export type EnrichmentState = (typeof ENRICHMENT_STATES)[number];

/**
 * `NONE`: it has not passed the gate. `REQUESTED`: approved, nobody has answered. `ENRICHED`: contact and business data are
 * attached, and stay. `FAILED`: it was tried; it may be asked for again, with an approval of its own.
 */
export const NEXT_ENRICHMENT = {
  NONE: ['REQUESTED'],
  REQUESTED: ['ENRICHED', 'FAILED'],
  ENRICHED: [],
  FAILED: ['REQUESTED'],
} as const satisfies Record<EnrichmentState, readonly EnrichmentState[]>;

/** A lead that has no row is `NONE`. */
export const enrichmentStep = {
  sqlite: `
        create table lead_enrichment (
          lead_id text primary key,
          state text not null check (state in (${sqlList(ENRICHMENT_STATES)}) and state <> 'NONE'),
          approved_by text not null,
          approved_at text not null,
          enrichment text,
          updated_at text not null,
          check ((state = 'ENRICHED') = (enrichment is not null))
        );
      `,
} as const;

export interface EnrichmentRow {
  readonly lead_id: string;
  readonly state: EnrichmentState;
  readonly approved_by: string;
  /** RFC 3339. */
  readonly approved_at: string;
  /** JSON text; null unless `ENRICHED`. */
  readonly enrichment: string | null;
  readonly updated_at: string;
}

export async function findEnrichment(queries: Queries, leadId: string): Promise<EnrichmentRow | undefined> {
  const [row] = await queries.query<EnrichmentRow & { [column: string]: string | null }>(
    'select lead_id, state, approved_by, approved_at, enrichment, updated_at from lead_enrichment where lead_id = $1',
    [leadId],
  );
  return row;
}

/** False when there is a row already. */
export async function insertEnrichment(tx: Transaction, row: EnrichmentRow): Promise<boolean> {
  const made = await tx.query(
    `insert into lead_enrichment (lead_id, state, approved_by, approved_at, enrichment, updated_at)
     values ($1, $2, $3, $4, $5, $6) on conflict (lead_id) do nothing returning lead_id`,
    [row.lead_id, row.state, row.approved_by, row.approved_at, row.enrichment, row.updated_at],
  );
  return made.length === 1;
}

/** False when the row is no longer in state `from`. */
export async function updateEnrichment(tx: Transaction, row: EnrichmentRow, from: EnrichmentState): Promise<boolean> {
  const moved = await tx.query(
    `update lead_enrichment set state = $1, approved_by = $2, approved_at = $3, enrichment = $4, updated_at = $5
      where lead_id = $6 and state = $7 returning lead_id`,
    [row.state, row.approved_by, row.approved_at, row.enrichment, row.updated_at, row.lead_id, from],
  );
  return moved.length === 1;
}

export async function anyEnrichment(queries: Queries): Promise<boolean> {
  return (await queries.query('select 1 from lead_enrichment limit 1')).length > 0;
}

/** Leads asked for in one statement. */
const LEADS_AT_ONCE = 500;

/** What a card has to agree with. */
export type KnownEnrichment = Pick<EnrichmentRow, 'state' | 'enrichment'>;

/** Those among these leads of which any is known. */
export async function knownEnrichments(
  queries: Queries,
  leadIds: readonly string[],
): Promise<Map<string, KnownEnrichment>> {
  const known = new Map<string, KnownEnrichment>();
  for (let from = 0; from < leadIds.length; from += LEADS_AT_ONCE) {
    const some = leadIds.slice(from, from + LEADS_AT_ONCE);
    const places = some.map((_, index) => `$${index + 1}`).join(', ');
    const rows = await queries.query<Pick<EnrichmentRow, 'lead_id'> & KnownEnrichment>(
      `select lead_id, state, enrichment from lead_enrichment where lead_id in (${places})`,
      some,
    );
    for (const { lead_id: leadId, ...row } of rows) known.set(leadId, row);
  }
  return known;
}

/** How many leads are in each state; one that is `NONE` has no row to count. */
export async function countEnrichments(queries: Queries): Promise<Record<Exclude<EnrichmentState, 'NONE'>, number>> {
  const rows = await queries.query<{ state: Exclude<EnrichmentState, 'NONE'>; leads: number }>(
    'select state, count(*) as leads from lead_enrichment group by state',
  );
  const counts = { REQUESTED: 0, ENRICHED: 0, FAILED: 0 };
  for (const { state, leads } of rows) counts[state] = leads;
  return counts;
}
