import type { Queries } from '../database/port.ts';
import { checkLeadId } from './enrichment.ts';
import { type EnrichmentState, findEnrichment } from './enrichment-table.ts';

/** How the enrichment of one lead stands. */
export interface LeadEnrichment {
  readonly lead_id: string;
  readonly state: EnrichmentState;
  /** Null where nobody has approved it yet; the same for what follows. */
  readonly approved_by: string | null;
  /** RFC 3339. */
  readonly approved_at: string | null;
  /** When it came into its state, RFC 3339. */
  readonly updated_at: string | null;
  /** What is attached; null unless `ENRICHED`. */
  readonly enrichment: unknown;
}

/** Of a lead that nobody has asked for it is `NONE`. Throws `usage` for what is no id of a lead. */
export async function showEnrichment(queries: Queries, leadId: string): Promise<LeadEnrichment> {
  checkLeadId(leadId);
  const row = await findEnrichment(queries, leadId);
  return {
    lead_id: leadId,
    state: row?.state ?? 'NONE',
    approved_by: row?.approved_by ?? null,
    approved_at: row?.approved_at ?? null,
    updated_at: row?.updated_at ?? null,
    enrichment: row === undefined || row.enrichment === null ? null : (JSON.parse(row.enrichment) as unknown),
  };
}
