import type { AuditFacts } from '../audit/index.ts';
import type { Accepted } from './settled.ts';

/** What the scan of a document's words let pass with a warning, for the log; nothing where there was none. */
export function warned(facts: Omit<AuditFacts, 'event' | 'outcome'>, { warnings = [] }: Accepted): AuditFacts[] {
  if (warnings.length === 0) return [];
  const rules = [...new Set(warnings.map(({ rule_id: rule }) => rule))].toSorted().join(' ');
  return [{ ...facts, event: 'content.warned', outcome: 'success', detail: { warnings: warnings.length, rules } }];
}
