import type { ExecutionHandoffContext } from './1.0.0/types.generated.ts';
import { MAX_BYTES, MAX_QUESTIONS, MAX_RECOMMENDATIONS, MAX_TOPICS } from './limits.ts';

/** Counts and bytes, as they will be written. */
export function fits(context: ExecutionHandoffContext): boolean {
  return (
    context.recommendations.length <= MAX_RECOMMENDATIONS &&
    (context.topicContext ?? []).length <= MAX_TOPICS &&
    (context.questionContext ?? []).length <= MAX_QUESTIONS &&
    Buffer.byteLength(JSON.stringify(context)) <= MAX_BYTES.producer
  );
}

/** Whose topics and questions these are. */
interface Mentioned {
  readonly topics: ReadonlySet<string>;
  readonly questions: ReadonlySet<string>;
}

export function mentionedBy(recommendations: ExecutionHandoffContext['recommendations']): Mentioned {
  const ids = (values: readonly (string | undefined)[]): Set<string> =>
    new Set(values.filter((value) => value !== undefined));
  return {
    topics: ids(recommendations.map(({ topicId }) => topicId)),
    questions: ids(recommendations.map(({ questionId }) => questionId)),
  };
}

/** The same context with these recommendations, the warnings that are about them, and the topics and questions named. */
export function withParts(
  context: ExecutionHandoffContext,
  recommendations: ExecutionHandoffContext['recommendations'],
  { topics, questions }: Mentioned,
): ExecutionHandoffContext {
  const { topicContext, questionContext } = context;
  const kept = {
    recommendations,
    ...(topicContext && { topicContext: topicContext.filter(({ topicId }) => topics.has(topicId)) }),
    ...(questionContext && { questionContext: questionContext.filter(({ questionId }) => questions.has(questionId)) }),
  };
  return withWarnings({ ...context, ...kept });
}

/** Where no warning is left that governance gave, what is left was approved without one. */
function withWarnings(context: ExecutionHandoffContext): ExecutionHandoffContext {
  const { governanceWarnings, ...rest } = context;
  if (governanceWarnings === undefined) return context;
  const here = new Set(context.recommendations.map(({ recommendationId }) => recommendationId));
  const kept = governanceWarnings.filter(({ recommendationId: id }) => id === undefined || here.has(id));
  if (kept.length > 0) return { ...context, governanceWarnings: kept };
  return { ...rest, governanceStatus: 'approved' };
}
