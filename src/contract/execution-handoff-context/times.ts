import type { Problem } from '../../base/reasons.ts';
import type { ExecutionHandoffContext } from './1.0.0/types.generated.ts';

/** Digits of a second that a timestamp may have. */
const FRACTION_DIGITS = 9;

/** Analysis, then recommendation, then approval, then handoff; initiated, then approved; start, then end. */
export function timeProblems(context: ExecutionHandoffContext): Problem[] {
  const { sourceAnalysisTimestamp: analysis, approvalTimestamp: approval, handoffTimestamp: handoff } = context;
  return [
    ...context.recommendations.flatMap(({ createdAt }, position) => [
      ...inOrder(analysis, createdAt, `/recommendations/${position}/createdAt`, 'must not be before the analysis'),
      ...inOrder(createdAt, approval, `/recommendations/${position}/createdAt`, 'must not be after the approval'),
    ]),
    ...inOrder(approval, handoff, '/approvalTimestamp', 'must not be after the handoff'),
    ...trailOrder(context),
    ...rangeOrder(context),
  ];
}

function trailOrder({ auditTrail }: ExecutionHandoffContext): Problem[] {
  const initiated = auditTrail.find(({ event }) => event === 'handoff_initiated');
  const approved = auditTrail.findIndex(({ event }) => event === 'handoff_approved');
  const approval = auditTrail[approved];
  if (initiated === undefined || approval === undefined) return [];
  const rule = 'must not be before the handoff was initiated';
  return inOrder(initiated.timestamp, approval.timestamp, `/auditTrail/${approved}/timestamp`, rule);
}

function rangeOrder({ metricContext }: ExecutionHandoffContext): Problem[] {
  if (metricContext === undefined) return [];
  const { start, end } = metricContext.analysisTimeRange;
  return inOrder(start, end, '/metricContext/analysisTimeRange/end', 'must not be before the start');
}

function inOrder(earlier: string, later: string, pointer: string, rule: string): Problem[] {
  return sortable(earlier) <= sortable(later) ? [] : [{ code: 'SEMANTIC_INVALID', pointer, rule }];
}

/** UTC timestamps compare as text once their fractions are equally long. */
function sortable(timestamp: string): string {
  const [seconds = '', fraction = ''] = timestamp.slice(0, -1).split('.');
  return `${seconds}.${fraction.padEnd(FRACTION_DIGITS, '0')}`;
}
