import { fc } from '../../support/fast-check.ts';
import { expect, test } from 'vitest';
import { executionHandoffContext, type ExecutionHandoffContext } from '../../../src/contract/index.ts';
import { MAX_BYTES } from '../../../src/contract/execution-handoff-context/limits.ts';
import { contextOf, everyPart } from './contexts.ts';

const QUESTION = { side: 'producer', source: 'geo-os', target: 'seo-os', fileName: undefined } as const;
const shrink = (context: unknown, mode: 'split' | 'high-priority' | 'summarise'): ExecutionHandoffContext[] =>
  executionHandoffContext.shrink(context, mode) as ExecutionHandoffContext[];
const verdictOf = (context: unknown): string => executionHandoffContext.judge(context, QUESTION).verdict;
const idsOf = (parts: readonly ExecutionHandoffContext[]) => ({
  recommendations: parts.flatMap(({ recommendations }) => recommendations.map((each) => each.recommendationId)),
  topics: new Set(parts.flatMap(({ topicContext = [] }) => topicContext.map(({ topicId }) => topicId))),
  questions: new Set(parts.flatMap(({ questionContext = [] }) => questionContext.map(({ questionId }) => questionId))),
});

test('one recommendation more than allowed is split in two, each good by itself', () => {
  const context = contextOf({ recommendations: 101, topics: 50, questions: 500 });
  const parts = shrink(context, 'split');
  expect(parts.map(({ handoffId }) => handoffId)).toEqual(['handoff-of-a-size-p1of2', 'handoff-of-a-size-p2of2']);
  expect(parts.map(verdictOf)).toEqual(['accepted', 'accepted']);
  expect(idsOf(parts)).toEqual(idsOf([context]));
  for (const part of parts) {
    expect(part).toMatchObject({ approvedBy: context.approvedBy, approvalTimestamp: context.approvalTimestamp });
    const { topics } = idsOf([part]);
    expect(part.recommendations.every(({ topicId }) => topicId === undefined || topics.has(topicId))).toBe(true);
  }
});

test('whatever is split, each recommendation is in one part, and no topic or question is lost', () => {
  const size = fc.record({
    recommendations: fc.integer({ min: 1, max: 250 }),
    topics: fc.integer({ min: 0, max: 120 }),
    questions: fc.integer({ min: 0, max: 1_100 }),
  });
  fc.assert(
    fc.property(size, (wanted) => {
      const context = contextOf(wanted);
      const parts = shrink(context, 'split');
      if (parts.length === 0) return; // not even one recommendation a part would do
      expect(idsOf(parts)).toEqual(idsOf([context]));
      expect(parts.every((part) => part.recommendations.length > 0 && part.recommendations.length <= 100)).toBe(true);
      expect(parts.every((part) => (part.topicContext ?? []).length <= 50)).toBe(true);
      expect(parts.every((part) => (part.questionContext ?? []).length <= 500)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('a context of too many bytes is split until every part is small enough', () => {
  const context = contextOf({ recommendations: 90 });
  const big = {
    ...context,
    recommendations: context.recommendations.map((each) => ({
      ...each,
      actionableSteps: Array.from({ length: 100 }, () => 'Write about it. '.repeat(120).trim()),
    })),
  };
  expect(Buffer.byteLength(JSON.stringify(big))).toBeGreaterThan(MAX_BYTES.producer);
  const parts = shrink(big, 'split');
  expect(parts.length).toBeGreaterThan(1);
  for (const part of parts) expect(Buffer.byteLength(JSON.stringify(part))).toBeLessThanOrEqual(MAX_BYTES.producer);
});

test('warnings go with the recommendation that they are about, and a part without any was approved without', () => {
  const context = { ...contextOf({ recommendations: 120 }), governanceStatus: 'approved_with_warnings' as const };
  const about = (recommendationId: string) => ({
    warningId: `about-${recommendationId}`,
    type: 'sample',
    severity: 'low' as const,
    message: 'Few answers were analysed.',
    recommendationId,
  });
  const [first, second] = shrink({ ...context, governanceWarnings: [about('rec-0')] }, 'split');
  expect(first).toMatchObject({ governanceStatus: 'approved_with_warnings', governanceWarnings: [about('rec-0')] });
  expect(second).toMatchObject({ governanceStatus: 'approved' });
  expect(second).not.toHaveProperty('governanceWarnings');
  expect([first, second].map(verdictOf)).toEqual(['accepted', 'accepted']);
});

test('only what matters most is kept, with the topics and questions that it speaks of', () => {
  const context = contextOf({ recommendations: 150, topics: 60, questions: 300 });
  const [smaller, ...others] = shrink(context, 'high-priority');
  expect(others).toEqual([]);
  expect(smaller?.recommendations).toHaveLength(50);
  expect(smaller?.recommendations.every(({ priority }) => priority === 'high')).toBe(true);
  expect(smaller?.handoffId).toBe(context.handoffId);
  expect(verdictOf(smaller)).toBe('accepted');
});

test('a summary leaves the questions out, and the sample questions only if it must', () => {
  const context = contextOf({ recommendations: 3, topics: 10, questions: 501 });
  const [summary] = shrink(context, 'summarise');
  expect(summary).not.toHaveProperty('questionContext');
  expect(summary?.topicContext?.every(({ sampleQuestions }) => sampleQuestions !== undefined)).toBe(true);
  expect(verdictOf(summary)).toBe('accepted');
});

test('what a mode cannot make small enough it does not hand over', () => {
  const tooMany = contextOf({ recommendations: 301 });
  expect(shrink(tooMany, 'summarise')).toEqual([]);
  expect(shrink(tooMany, 'high-priority')).toEqual([]);
  for (const nonsense of [null, 7, [], {}, { recommendations: 'many' }]) expect(shrink(nonsense, 'split')).toEqual([]);
  expect(shrink({ ...everyPart(), recommendations: [] }, 'high-priority').map(verdictOf)).not.toContain('accepted');
});
