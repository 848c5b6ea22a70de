import type { ShrinkMode } from '../contract.ts';
import type { ExecutionHandoffContext } from './1.0.0/types.generated.ts';
import { closedDocument } from './1.0.0/validators.generated.ts';
import { COUNTED_LISTS } from './limits.ts';
import { fits, mentionedBy, withParts } from './parts.ts';
import { splitContext } from './split.ts';

/**
 * Smaller contexts in the place of one that is over its limits; none where this way of making them smaller does not
 * help. They are as good or bad as the one given: whoever asked checks each of them.
 */
export function shrinkContext(document: unknown, mode: ShrinkMode): readonly unknown[] {
  if (!isOnlyTooLarge(document)) return [];
  const context = document as ExecutionHandoffContext;
  if (mode === 'split') return splitContext(context);
  const smaller = mode === 'high-priority' ? highPriority(context) : summarise(context);
  return fits(smaller) ? [smaller] : [];
}

/** What is wrong with it besides its size no cutting mends, and whoever cuts relies on its structure. */
function isOnlyTooLarge(document: unknown): boolean {
  if (closedDocument(document)) return true;
  const errors = closedDocument.errors ?? [];
  return errors.every(({ keyword, instancePath }) => keyword === 'maxItems' && COUNTED_LISTS.has(instancePath));
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
