import { readFileSync } from 'node:fs';
import type { ExecutionHandoffContext } from '../../../src/contract/index.ts';

export const EXAMPLES = new URL('../../../src/contract/execution-handoff-context/1.0.0/examples/', import.meta.url);

/** A context with every part in it, to be changed. */
export function everyPart(): ExecutionHandoffContext {
  return JSON.parse(readFileSync(new URL('valid/every-part.json', EXAMPLES), 'utf8')) as ExecutionHandoffContext;
}

export interface ContextSize {
  readonly recommendations?: number;
  readonly topics?: number;
  readonly questions?: number;
  /** Characters of each description. */
  readonly words?: number;
}

const SENTENCE = 'Readers find this page more useful when it answers their question in the first paragraph. ';

/** A good context of this size, as long as the sizes are within the limits. */
export function contextOf({
  recommendations = 1,
  topics = 0,
  questions = 0,
  words = 200,
}: ContextSize): ExecutionHandoffContext {
  const { governanceWarnings: _, ...context } = everyPart();
  const [first] = context.recommendations;
  if (first === undefined) throw new Error('the example has no recommendation');
  return {
    ...context,
    handoffId: 'handoff-of-a-size',
    governanceStatus: 'approved',
    recommendations: Array.from({ length: recommendations }, (_item, n) => ({
      ...first,
      recommendationId: `rec-${n}`,
      priority: n % 3 === 0 ? ('high' as const) : ('low' as const),
      description: SENTENCE.repeat(Math.ceil(words / SENTENCE.length)).slice(0, words),
      ...(topics > 0 && { topicId: `topic-${n % topics}`, topicName: `Topic ${n % topics}` }),
      ...(questions > 0 && { questionId: `q-${n % questions}`, questionText: `Question ${n % questions}?` }),
    })),
    topicContext: Array.from({ length: topics }, (_item, n) => ({
      topicId: `topic-${n}`,
      topicName: `Topic ${n}`,
      geoScore: n % 100,
      sampleQuestions: [`What is known of topic ${n}?`],
    })),
    questionContext: Array.from({ length: questions }, (_item, n) => ({
      questionId: `q-${n}`,
      questionText: `Question ${n}?`,
      aiAnswerExcerpt: SENTENCE,
      brandMentioned: false,
      topicId: `topic-${n}`,
      topicName: `Topic ${n}`,
    })),
  };
}
