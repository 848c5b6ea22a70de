/** A valid lead card and a valid header, for tests to break. */
export function lead(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    lead_id: '0b8f6c1e-52a4-4c1d-9a67-3f1e2d4c5b6a',
    source_platform: 'tiktok',
    username: 'tampa.flips',
    display_name: 'Tampa Flips',
    audience_pool: 'wholesalers',
    persona: 'operator',
    tribe: 'dealmakers',
    execution_label: 'USER',
    confidence_score: 0.82,
    enrichment_status: 'NONE',
    contactability_score: 0.4,
    created_at: '2026-01-11T17:05:12Z',
    ...changes,
  };
}

/** A valid lead card of 1.1.0, with what the source found out. */
export function enrichedLead(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return lead({ enrichment_status: 'ENRICHED', enrichment: enrichment(), ...changes });
}

export function enrichment(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    contact: { emails: ['office@tampa-flips.example'], phones: ['+18135550123'] },
    business: { name: 'Tampa Flips LLC', city: 'Tampa', country: 'US' },
    provider: 'acme-data',
    enriched_at: '2026-01-11T16:40:00Z',
    ...changes,
  };
}

export function header(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    batch_id: 'sxp_2026_01_11_001',
    schema_version: 'v1',
    created_at: '2026-01-11T18:22:00Z',
    source: 'social-xpress-engine',
    target: 'nextier-execution',
    ...changes,
  };
}

export function without(object: Readonly<Record<string, unknown>>, name: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([field]) => field !== name));
}
