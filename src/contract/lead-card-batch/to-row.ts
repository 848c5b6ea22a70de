import type { Cell } from '../contract.ts';
import type { LeadCard as TwelveFields } from './1.0.0/types.generated.ts';
import type { LeadCard } from './1.1.0/types.generated.ts';

/** The names that stand anywhere in an enrichment, in the order in which they are stored. */
const ENRICHMENT_NAMES = [
  'contact',
  'emails',
  'phones',
  'website',
  'social',
  'platform',
  'handle',
  'business',
  'name',
  'category',
  'city',
  'region',
  'country',
  'employees',
  'provider',
  'enriched_at',
];

/** The cells of a checked record of 1.0.0, which has no enrichment. */
export function toRow(record: unknown): Cell[] {
  return cellsOf(record as TwelveFields, null);
}

/** Of 1.1.0: the enrichment as JSON text, by the fields that are known. */
export function toEnrichedRow(record: unknown): Cell[] {
  const card = record as LeadCard;
  const { enrichment } = card;
  return cellsOf(card, enrichment === undefined ? null : JSON.stringify(enrichment, ENRICHMENT_NAMES));
}

function cellsOf(card: TwelveFields, enrichment: string | null): Cell[] {
  return [
    card.lead_id,
    card.source_platform,
    card.username,
    card.display_name,
    card.audience_pool,
    card.persona,
    card.tribe,
    card.execution_label,
    card.confidence_score,
    card.enrichment_status,
    card.contactability_score,
    card.created_at,
    enrichment,
  ];
}
