import type { HubDeps } from '../context.ts';
import { freshnessAt, MAX_SCORE, MIN_SCORE } from './judge-score.ts';

/**
 * The gate as an SQL condition, for statements that must not act on a company whose gate has closed: the same verdict as
 * `checkGate`, without a row that says so. `outreachId` is a column of the statement, `c.outreach_id`; the condition uses
 * two parameters, `$first` and the next, whose values are `gateParameters`.
 */
export function gateIsOpen(outreachId: string, first: number): string {
  return `exists (
    select 1 from outreach gate_o
      join bit_scores gate_b on gate_b.bit_evaluation_id = gate_o.bit_evaluation_id
       and gate_b.outreach_id = gate_o.outreach_id
     where gate_o.outreach_id = ${outreachId}
       and gate_b.bit_score >= ${MIN_SCORE} and gate_b.bit_score <= ${MAX_SCORE}
       and substr(gate_b.evaluated_at, 1, 19) >= $${first} and substr(gate_b.evaluated_at, 1, 19) <= $${first + 1})`;
}

export function gateParameters({ clock, settings }: Pick<HubDeps, 'clock' | 'settings'>): [string, string] {
  const { notBefore, notAfter } = freshnessAt(clock.now(), settings.scoreTtlMs);
  return [notBefore, notAfter];
}
