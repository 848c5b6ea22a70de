import { expect, test } from 'vitest';
import { executionHandoffContext, type ExecutionHandoffContext } from '../../../src/contract/index.ts';
import { contextOf, everyPart } from './contexts.ts';

const QUESTION = { side: 'consumer', source: 'geo-os', target: 'seo-os', fileName: undefined } as const;
const judge = (context: unknown, fileName?: string) =>
  executionHandoffContext.judge(context, { ...QUESTION, fileName });

test('a good context is identified by its own words, and by who sends it to whom', () => {
  const context = everyPart();
  expect(judge(context, context.handoffId)).toMatchObject({
    verdict: 'accepted',
    identity: {
      batchId: context.handoffId,
      schemaVersion: '1.0.0',
      source: 'geo-os',
      target: 'seo-os',
      createdAt: context.handoffTimestamp,
    },
    release: { version: '1.0.0' },
    records: 1,
  });
});

test('the name of the file is the id of the context', () => {
  expect(judge(everyPart(), 'another-name')).toMatchObject({ verdict: 'refused', code: 'NAME_MISMATCH' });
});

test('a newer version is held, not refused', () => {
  for (const handoffVersion of ['1.0.1', '1.1.0', '2.0.0', '10.0.0'])
    expect(judge({ ...everyPart(), handoffVersion })).toMatchObject({ verdict: 'held', code: 'VERSION_NEWER' });
});

test('what was never a version is refused', () => {
  for (const handoffVersion of ['0.0.1', '1', '1.0', 'v1', '1.0.0-beta', '1.0.00', ' 1.0.0', null, 1])
    expect(judge({ ...everyPart(), handoffVersion })).toMatchObject({ verdict: 'refused', code: 'VERSION_UNKNOWN' });
});

test('the limits are met to the last part', () => {
  expect(judge(contextOf({ recommendations: 100, topics: 50, questions: 500 }))).toMatchObject({ verdict: 'accepted' });
});

test('equal times are in order, and a nanosecond is not', () => {
  const context = everyPart();
  const at = (createdAt: string): ExecutionHandoffContext => ({
    ...context,
    recommendations: context.recommendations.map((each) => ({ ...each, createdAt })),
  });
  expect(judge(at(context.approvalTimestamp))).toMatchObject({ verdict: 'accepted' });
  expect(judge(at('2024-01-15T10:29:45.0Z'))).toMatchObject({ verdict: 'accepted' });
  expect(judge(at('2024-01-15T10:29:45.000000001Z'))).toMatchObject({ verdict: 'refused', code: 'SEMANTIC_INVALID' });
});

test('a field that no version has is refused on the reader’s side too: nobody scanned it', () => {
  expect(judge({ ...everyPart(), notes: 'harmless' })).toMatchObject({ verdict: 'refused', code: 'SCHEMA_INVALID' });
});

test('names that reach an object’s prototype are no fields', () => {
  const text = JSON.stringify(everyPart()).replace('{', '{"__proto__":{"handoffId":"x"},');
  expect(judge(JSON.parse(text))).toMatchObject({ verdict: 'refused', code: 'SCHEMA_INVALID' });
});

test('the report names the rule and the place, and none of the forbidden words', () => {
  const context = everyPart();
  const secret = 'AKIAIOSFODNN7EXAMPLE';
  const found = judge({ ...context, approvalReason: `Use the access key ${secret} for it` });
  expect(found).toMatchObject({
    verdict: 'refused',
    code: 'CONTENT_FORBIDDEN',
    problems: [{ pointer: '/approvalReason' }],
  });
  expect(JSON.stringify(found)).not.toContain(secret);
});
