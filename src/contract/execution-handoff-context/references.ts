import type { Problem } from '../../base/reasons.ts';
import type { ExecutionHandoffContext, Recommendation } from './1.0.0/types.generated.ts';

/** Whoever reads the context can ask nobody: every id stands beside a copy of what it names, and names one thing. */
export function referenceProblems(context: ExecutionHandoffContext): Problem[] {
  return [...context.recommendations.flatMap(copyProblems), ...warningProblems(context), ...repeatedIds(context)];
}

function copyProblems(recommendation: Recommendation, position: number): Problem[] {
  const { topicId, topicName, questionId, questionText } = recommendation;
  const missing = [
    ...(topicId !== undefined && topicName === undefined ? ['topicName'] : []),
    ...(questionId !== undefined && questionText === undefined ? ['questionText'] : []),
  ];
  return missing.map((name) => ({
    code: 'REF_NOT_SELF_CONTAINED',
    pointer: `/recommendations/${position}/${name}`,
    rule: 'must stand beside its id',
  }));
}

function warningProblems({ governanceWarnings = [], recommendations }: ExecutionHandoffContext): Problem[] {
  const known = new Set(recommendations.map(({ recommendationId }) => recommendationId));
  return governanceWarnings.flatMap(({ recommendationId }, position): Problem[] => {
    if (recommendationId === undefined || known.has(recommendationId)) return [];
    const pointer = `/governanceWarnings/${position}/recommendationId`;
    return [{ code: 'REF_NOT_SELF_CONTAINED', pointer, rule: 'must name a recommendation of this context' }];
  });
}

function repeatedIds(context: ExecutionHandoffContext): Problem[] {
  const lists: readonly (readonly [string, string, readonly string[]])[] = [
    ['recommendations', 'recommendationId', context.recommendations.map((each) => each.recommendationId)],
    ['topicContext', 'topicId', (context.topicContext ?? []).map((each) => each.topicId)],
    ['questionContext', 'questionId', (context.questionContext ?? []).map((each) => each.questionId)],
    ['auditTrail', 'entryId', context.auditTrail.map((each) => each.entryId)],
  ];
  return lists.flatMap(([list, name, ids]) => {
    const seen = new Set<string>();
    return ids.flatMap((id, position): Problem[] => {
      if (!seen.has(id)) {
        seen.add(id);
        return [];
      }
      return [{ code: 'SEMANTIC_INVALID', pointer: `/${list}/${position}/${name}`, rule: 'stands twice' }];
    });
  });
}
