import type { Problem } from '../../base/reasons.ts';
import type { ExecutionHandoffContext } from './1.0.0/types.generated.ts';

/**
 * What the trail and the answers must say beyond their shape. A frozen context tells how it was initiated and approved;
 * how it was transferred and completed is known later, and stands in the audit log of each side.
 */
export function trailProblems({ auditTrail, questionContext = [] }: ExecutionHandoffContext): Problem[] {
  const events = new Set(auditTrail.map(({ event }) => event));
  const missing = (['handoff_initiated', 'handoff_approved'] as const).filter((event) => !events.has(event));
  return [
    ...missing.map((event) => problem('/auditTrail', `must tell of ${event}`)),
    ...questionContext.flatMap(({ brandMentioned, brandPosition }, position) =>
      brandMentioned || brandPosition === undefined
        ? []
        : [problem(`/questionContext/${position}/brandPosition`, 'must be absent where the brand is not mentioned')],
    ),
  ];
}

function problem(pointer: string, rule: string): Problem {
  return { code: 'SEMANTIC_INVALID', pointer, rule };
}
