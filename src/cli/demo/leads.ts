import { isoTime } from '../../base/clock.ts';
import type { LeadCard, LeadCardBatch } from '../../contract/index.ts';

const POOLS = ['wholesalers', 'brokers', 'solar', 'consultants'] as const;
const PERSONAS = ['operator', 'owner', 'marketer', 'investor'] as const;
const PLATFORMS = ['tiktok', 'threads', 'x'] as const;
const TRIBES = ['dealmakers', 'builders', 'growth-operators'] as const;
const NAMES = [
  'Maria Delgado',
  'Søren Nowak',
  'Aaliyah Okafor',
  'Mei Nakamura',
  'Kwame Mensah',
  'Zoë Fischer',
] as const;

/** Leads that exist nowhere; the same number gives the same lead. */
export function demoLead(number: number, nowMs: number): LeadCard {
  const pick = <T>(choices: readonly [T, ...T[]]): T => choices[number % choices.length] ?? choices[0];
  const name = pick(NAMES);
  return {
    lead_id: `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`,
    source_platform: pick(PLATFORMS),
    username: `${name.split(' ')[0]?.toLowerCase() ?? ''}_${number}`,
    display_name: name,
    audience_pool: pick(POOLS),
    persona: pick(PERSONAS),
    tribe: pick(TRIBES),
    execution_label: 'USER',
    confidence_score: (number % 100) / 100,
    enrichment_status: 'NONE',
    contactability_score: 0.5,
    created_at: isoTime(nowMs),
  };
}

export function demoLeads(from: number, count: number, nowMs: number): LeadCard[] {
  return Array.from({ length: count }, (_, index) => demoLead(from + index, nowMs));
}

/** `sxp_2026_01_11_901`: numbers that the exporter's own counting does not reach in a demo. */
export function demoBatchId(number: number, nowMs: number): string {
  return `sxp_${isoTime(nowMs).slice(0, 10).replaceAll('-', '_')}_${number}`;
}

export function demoBatch(batchId: string, records: readonly LeadCard[], nowMs: number): string {
  const batch: LeadCardBatch = {
    batch_id: batchId,
    schema_version: 'v1',
    created_at: isoTime(nowMs),
    source: 'social-xpress-engine',
    target: 'nextier-execution',
    records: [...records],
  };
  return `${JSON.stringify(batch, null, 2)}\n`;
}
