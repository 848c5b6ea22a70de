import type { ShrinkMode } from '../contract.ts';
import { isObject } from '../document.ts';
import type { ExecutionHandoffContext } from './1.0.0/types.generated.ts';
import { fits, mentionedBy, withParts } from './parts.ts';
import { splitContext } from './split.ts';

/**
 * Smaller contexts in the place of one that is over its limits; none where this way of making them smaller does not
 * help. They are as good or bad as the one given: whoever asked checks each of them.
 */
export function shrinkContext(document: unknown, mode: ShrinkMode): readonly unknown[] {
  if (!hasRecommendations(document)) return [];
  const context = document as ExecutionHandoffContext;
  if (mode === 'split') return splitContext(context);
  const smaller = mode === 'high-priority' ? highPriority(context) : summarise(context);
  return fits(smaller) ? [smaller] : [];
}

function hasRecommendations(document: unknown): boolean {
  return isObject(document) && Array.isArray(document['recommendations']);
}

/** The recommendations that matter most, and what they speak of. */
function highPriority(context: ExecutionHandoffContext): ExecutionHandoffContext {
  const recommendations = context.recommendations.filter(({ priority }) => priority === 'high');
  return withParts(context, recommendations, mentionedBy(recommendations));
}

/** Drops the questions with their excerpts; if that is not enough, the sample questions of the topics as well. */
function summarise(context: ExecutionHandoffContext): ExecutionHandoffContext {
  const { questionContext: _, ...withoutQuestions } = context;
  if (fits(withoutQuestions) || context.topicContext === undefined) return withoutQuestions;
  return {
    ...withoutQuestions,
    topicContext: context.topicContext.map(({ sampleQuestions: __, ...topic }) => topic),
  };
}
