import { LEAD_CARD_FIELDS } from '../../../src/contract/index.ts';

export type Lead = Readonly<Record<string, unknown>>;

/** The n-th of endlessly many valid lead cards. */
export function lead(n: number, changes: Readonly<Record<string, unknown>> = {}): Lead {
  return {
    lead_id: `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`,
    source_platform: 'tiktok',
    username: `user_${n}`,
    display_name: `Üser "${n}", Tampa`,
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

export function leads(count: number, from = 0): Lead[] {
  return Array.from({ length: count }, (_, index) => lead(from + index));
}

export function ndjson(records: readonly unknown[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

export function csv(records: readonly Lead[], columns: readonly string[] = LEAD_CARD_FIELDS): string {
  const quote = (cell: unknown) =>
    /[",\r\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell);
  const lines = [columns, ...records.map((record) => columns.map((name) => record[name] ?? ''))];
  return lines.map((cells) => `${cells.map(quote).join(',')}\r\n`).join('');
}

export function envelope(records: readonly unknown[], changes: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    batch_id: 'hand_2026_01_11_001',
    schema_version: 'v1',
    created_at: '2026-01-11T18:22:00Z',
    source: 'social-xpress-engine',
    target: 'nextier-execution',
    records,
    ...changes,
  });
}
