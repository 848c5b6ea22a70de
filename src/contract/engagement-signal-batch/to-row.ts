import type { Cell } from '../contract.ts';
import type { EngagementSignal } from './1.0.0/types.generated.ts';

/** The cells of a signal, in this order. */
export const SIGNAL_COLUMNS = [
  'event_id',
  'event_type',
  'outreach_id',
  'sid',
  'campaign_id',
  'sequence_id',
  'send_id',
  'contact_id',
  'occurred_at',
  'actor_class',
  'confidence',
  'correlation_id',
  'process_id',
] as const satisfies readonly (keyof EngagementSignal)[];

/** Of a checked record; what a newer sender may have added is left out. */
export function toRow(record: unknown): Cell[] {
  const signal = record as EngagementSignal;
  return SIGNAL_COLUMNS.map((name) => signal[name] ?? null);
}
