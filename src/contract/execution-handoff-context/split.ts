import type { ExecutionHandoffContext } from './1.0.0/types.generated.ts';
import { MAX_QUESTIONS, MAX_RECOMMENDATIONS, MAX_TOPICS } from './limits.ts';
import { fits, mentionedBy, withParts } from './parts.ts';

/**
 * As few contexts as it takes, each with ids of its own and all that its recommendations speak of; every topic and
 * question is in one of them at least. None where not even one recommendation a part would be small enough.
 */
export function splitContext(context: ExecutionHandoffContext): ExecutionHandoffContext[] {
  const most = Math.max(context.recommendations.length, fewest(context));
  for (let count = fewest(context); count <= most; count = next(count, most)) {
    const parts = partsOf(context, count);
    if (parts.every(fits)) return parts;
  }
  return [];
}

function fewest({ recommendations, topicContext = [], questionContext = [] }: ExecutionHandoffContext): number {
  return Math.max(
    2,
    Math.ceil(recommendations.length / MAX_RECOMMENDATIONS),
    Math.ceil(topicContext.length / MAX_TOPICS),
    Math.ceil(questionContext.length / MAX_QUESTIONS),
  );
}

/** Half as many again: a context of ten thousand recommendations is not written ten thousand times to find out. */
function next(count: number, most: number): number {
  return count === most ? most + 1 : Math.min(most, Math.ceil(count * 1.5));
}

function partsOf(context: ExecutionHandoffContext, count: number): ExecutionHandoffContext[] {
  const groups = cut(context.recommendations, Math.min(count, context.recommendations.length));
  const mentions = groups.map(mentionedBy);
  const topics = spread(
    (context.topicContext ?? []).map(({ topicId }) => topicId),
    mentions.map((one) => one.topics),
  );
  const questions = spread(
    (context.questionContext ?? []).map(({ questionId }) => questionId),
    mentions.map((one) => one.questions),
  );
  return groups.map((group, index) => ({
    ...withParts(context, group, { topics: topics[index] ?? new Set(), questions: questions[index] ?? new Set() }),
    handoffId: `${context.handoffId}-p${index + 1}of${groups.length}`,
  }));
}

/** In order, and evenly. */
function cut<T>(items: readonly T[], count: number): T[][] {
  return Array.from({ length: count }, (_, index) =>
    items.slice(Math.floor((index * items.length) / count), Math.floor(((index + 1) * items.length) / count)),
  );
}

/** What nobody mentions goes to whoever has least. */
function spread(ids: readonly string[], mentioned: readonly ReadonlySet<string>[]): Set<string>[] {
  const all = new Set(ids);
  const groups = mentioned.map((names) => new Set([...names].filter((id) => all.has(id))));
  const taken = new Set(groups.flatMap((group) => [...group]));
  for (const id of ids) {
    if (taken.has(id)) continue;
    const smallest = groups.reduce((least, group) => (group.size < least.size ? group : least));
    smallest.add(id);
  }
  return groups;
}
