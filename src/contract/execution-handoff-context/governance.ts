import type { Problem } from '../../base/reasons.ts';
import type { ExecutionHandoffContext } from './1.0.0/types.generated.ts';

/** Warnings stand exactly where the status says that there are some. */
export function governanceProblems(context: ExecutionHandoffContext): Problem[] {
  const { governanceStatus: status, governanceWarnings: warnings = [] } = context;
  if ((status === 'approved_with_warnings') === warnings.length > 0) return [];
  const rule = status === 'approved' ? 'must be empty where all was approved' : 'must name at least one warning';
  return [{ code: 'GOVERNANCE_NOT_APPROVED', pointer: '/governanceWarnings', rule }];
}
